import { columnName, formatAddress, MAX_COLUMNS, MAX_ROWS } from "../../grid/address";
import { formatArea } from "../../grid/area";
import { parseAreas } from "./addresses";
import { inputOf } from "./cellInput";
import { cellAt } from "./cells";
import type { LineContent, Move } from "./journal";

/** A row or column of a sheet as it was read. */
export interface Line {
  /** From the first place on, without trailing empty ones. */
  readonly texts: readonly string[];
  readonly content: readonly LineContent[];
  /** Height or width in points. */
  readonly size: number;
}

/** The address of whole rows or columns. */
function lineAddress(axis: Move["axis"], first: number, last: number = first): string {
  return axis === "row" ? `${first + 1}:${last + 1}` : `${columnName(first)}:${columnName(last)}`;
}

/** Asks what a row or column holds. @returns what gives it after the sync. */
export function askLine(sheet: Excel.Worksheet, axis: Move["axis"], index: number): () => Line {
  const whole = sheet.getRange(lineAddress(axis, index));
  whole.load(axis === "row" ? "format/rowHeight" : "format/columnWidth");
  whole.untrack();
  const used = whole.getUsedRangeOrNullObject(true);
  used.load("address,values,text,formulas,numberFormat");
  used.untrack();
  return () => {
    const size = axis === "row" ? whole.format.rowHeight : whole.format.columnWidth;
    const area = used.isNullObject ? undefined : parseAreas(used.address)[0];
    if (area === undefined) return { texts: [], content: [], size };
    const texts: string[] = [];
    const content: LineContent[] = [];
    const block = { area, values: used.values, texts: used.text, formulas: used.formulas };
    const [from, to] = axis === "row" ? [area.left, area.right] : [area.top, area.bottom];
    for (let at = from; at <= to; at++) {
      const [row, column] = axis === "row" ? [index, at] : [at, index];
      const { value, text, isFormula } = cellAt(block, row, column);
      if (value === null && !isFormula) continue;
      while (texts.length < at) texts.push("");
      texts.push(text);
      const y = row - area.top;
      const x = column - area.left;
      content.push({ at, input: isFormula ? String(block.formulas[y]?.[x]) : inputOf(value), numberFormat: String(used.numberFormat[y]?.[x] as unknown) });
    }
    while (texts.length > 0 && texts.at(-1) === "") texts.pop();
    return { texts, content, size };
  };
}

/** Asks what stands around a move that was carried out. @returns what gives it after the sync, as one text to compare. */
export function askProbe(sheet: Excel.Worksheet, { kind, axis, index }: Move): () => string {
  // A new row is known by itself, the place of one that is gone by what stands before and behind it.
  const first = kind === "insert" ? index : Math.max(0, index - 1);
  const lines = sheet.getRange(lineAddress(axis, first, index));
  lines.untrack();
  const used = lines.getUsedRangeOrNullObject(true);
  used.load("text");
  used.untrack();
  return () => (used.isNullObject ? "" : JSON.stringify(used.text));
}

/** Puts a row or column in, or takes it out. */
export function move(sheet: Excel.Worksheet, { kind, axis, index, formatFrom, size, content, merges }: Move): void {
  const place = sheet.getRange(lineAddress(axis, index));
  place.untrack();
  if (kind === "remove") {
    place.delete(axis === "row" ? "Up" : "Left");
    return;
  }
  const line = place.insert(axis === "row" ? "Down" : "Right");
  line.untrack();
  // Excel itself gives a new row the formats of the one above, a new column those of the one on the left.
  if (formatFrom === "after" || index === 0) {
    const next = sheet.getRange(lineAddress(axis, index + 1));
    next.untrack();
    line.copyFrom(next, "Formats");
  }
  if (size !== null && axis === "row") line.format.rowHeight = size;
  if (size !== null && axis === "column") line.format.columnWidth = size;
  for (const { at, input, numberFormat } of content) {
    const cell = sheet.getRange(axis === "row" ? formatAddress(index, at) : formatAddress(at, index));
    cell.untrack();
    if (numberFormat !== undefined) cell.numberFormat = [[numberFormat]];
    cell.formulas = [[input]];
  }
  for (const { first, last } of merges) {
    const cells = sheet.getRange(formatArea({ top: first, left: index, bottom: last, right: index }));
    cells.untrack();
    cells.merge(false);
  }
}

/** What takes a move back, at the same place. */
export function inverse(move: Move): Move {
  return { ...move, kind: move.kind === "insert" ? "remove" : "insert" };
}

/** In the order in which moves that all speak of the sheet before them can be carried out: from the bottom up and from right to left. */
export function inOrder(moves: readonly Move[]): readonly Move[] {
  // Of several new rows for one place the first comes to stand above the others, so it is put in last.
  return moves
    .map((move, i) => ({ move, i }))
    .sort((a, b) => {
      if (a.move.axis !== b.move.axis) return a.move.axis === "row" ? -1 : 1;
      if (a.move.index !== b.move.index) return b.move.index - a.move.index;
      if (a.move.kind !== b.move.kind) return a.move.kind === "remove" ? -1 : 1;
      return b.i - a.i;
    })
    .map(({ move }) => move);
}

/** Where a cell stands after moves that all speak of the sheet before them; null when its row or column is gone. */
export function moved(row: number, column: number, moves: readonly Move[]): { readonly row: number; readonly column: number } | null {
  let [y, x] = [row, column];
  for (const { kind, axis, index } of moves) {
    const place = axis === "row" ? row : column;
    if (kind === "remove" && index === place) return null;
    const by = kind === "insert" ? (index <= place ? 1 : 0) : index < place ? -1 : 0;
    if (axis === "row") y += by;
    else x += by;
  }
  return { row: y, column: x };
}

/** The place of each move once all of them are carried out, in the order of the list (that of `inOrder`). */
export function settledMoves(moves: readonly Move[]): readonly Move[] {
  return moves.map((move, i) => {
    // What is carried out later lies before it, or at its place.
    const shift = moves.slice(i + 1).reduce((sum, { axis, kind }) => (axis !== move.axis ? sum : sum + (kind === "insert" ? 1 : -1)), 0);
    return { ...move, index: move.index + shift };
  });
}

/** True for a place that a sheet has. */
export function isPlace(axis: Move["axis"], index: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < (axis === "row" ? MAX_ROWS : MAX_COLUMNS);
}
