import { formatAddress, parseAddress } from "../../grid/address";
import type { Area } from "../../grid/area";
import { withCell } from "../../grid/edit";
import type { CellValue, Grid } from "../../grid/grid";
import type { LineShift } from "./lineShift";

/** A cell to set, in sheet coordinates, with the text that it will show. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly text: string;
}

/** From here on the list of rows is copied once for all cells, instead of once a cell. */
const MANY = 16;

/** The grid with cells set: the same as `withCell` one by one, for the cost of the rows concerned. */
export function withCells(grid: Grid, changes: readonly CellChange[]): Grid {
  let left = changes;
  let next = grid;
  if (changes.length >= MANY) {
    const texts = [...grid.texts];
    const values = [...grid.values];
    const outside: CellChange[] = [];
    const copied = new Map<number, { texts: string[]; values: CellValue[] }>();
    for (const change of changes) {
      const row = change.row - grid.origin.row;
      const column = change.column - grid.origin.column;
      const oldTexts = grid.texts[row];
      const oldValues = grid.values[row];
      if (oldTexts === undefined || oldValues === undefined || column < 0) {
        outside.push(change);
        continue;
      }
      const cells = copied.get(row) ?? { texts: [...oldTexts], values: [...oldValues] };
      copied.set(row, cells);
      while (cells.texts.length <= column) cells.texts.push("");
      while (cells.values.length <= column) cells.values.push(null);
      cells.texts[column] = change.text;
      cells.values[column] = change.value;
    }
    for (const [row, cells] of copied) {
      while (cells.texts.length > 0 && cells.texts.at(-1) === "") cells.texts.pop();
      while (cells.values.length > 0 && cells.values.at(-1) === null) cells.values.pop();
      texts[row] = cells.texts;
      values[row] = cells.values;
    }
    next = { ...grid, texts, values };
    left = outside;
  }
  for (const { row, column, value, text } of left) next = withCell(next, row, column, value, text);
  return next;
}

/** The grid with its lines moved: cells, merged areas, the addresses of formulas. New lines are empty. */
export function withMoves(grid: Grid, shift: LineShift): Grid {
  const { merges, formulas } = grid;
  const isRow = shift.axis === "row";
  const origin = isRow ? { ...grid.origin, row: shift.line(grid.origin.row) } : { ...grid.origin, column: shift.line(grid.origin.column) };
  const move = <T>(rows: readonly (readonly T[])[], empty: T): readonly (readonly T[])[] =>
    isRow ? moved<readonly T[]>(rows, grid.origin.row, shift, []) : rows.map((row) => moved(row, grid.origin.column, shift, empty));
  const texts = move(grid.texts, "");
  const values = move<CellValue>(grid.values, null);
  return {
    ...grid,
    origin: values.length === 0 ? { row: 0, column: 0 } : origin,
    texts,
    values,
    ...(merges === undefined ? {} : { merges: merges.flatMap((merge) => movedMerge(merge, shift)) }),
    ...(formulas === undefined ? {} : { formulas: movedFormulas(formulas, shift) }),
  };
}

/** A list of lines, the first of them number `first`, moved; nothing empty is left at its end. */
function moved<T>(lines: readonly T[], first: number, shift: LineShift, empty: T): readonly T[] {
  const start = shift.line(first);
  const out: T[] = [];
  lines.forEach((line, i) => {
    if (shift.has(first + i)) return;
    const place = shift.line(first + i) - start;
    while (out.length < place) out.push(empty);
    out.push(line);
  });
  while (out.length > 0 && isEmpty(out[out.length - 1])) out.pop();
  return out;
}

function isEmpty(line: unknown): boolean {
  return line === null || line === "" || (Array.isArray(line) && line.length === 0);
}

function movedMerge(merge: Area, shift: LineShift): readonly Area[] {
  const area = shift.area(merge);
  return area === null || (area.top === area.bottom && area.left === area.right) ? [] : [area];
}

function movedFormulas(formulas: ReadonlySet<string>, shift: LineShift): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const address of formulas) {
    const cell = parseAddress(address);
    if (cell === null || shift.has(shift.axis === "row" ? cell.row : cell.column)) continue;
    addresses.add(shift.axis === "row" ? formatAddress(shift.line(cell.row), cell.column) : formatAddress(cell.row, shift.line(cell.column)));
  }
  return addresses;
}
