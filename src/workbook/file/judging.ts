import { formatAddress, MAX_ROWS, parseAddress } from "../../grid/address";
import type { Area } from "../../grid/area";
import { columnTexts, hidesOwnContent, isCellEdit, rowTexts, type CellEdit, type ColumnInsertion, type ColumnRemoval, type Edit, type EditReport, type RowInsertion, type RowRemoval, type SkipReason } from "../../grid/edit";
import { textAt, valueAt, type CellValue, type Grid } from "../../grid/grid";
import { WorkbookFailure } from "../failure";
import { cellKey } from "./cellPatch";
import { mergeAt } from "./marking";

/** Excel's limit for the text of one cell (Excel specifications and limits). */
const MAX_TEXT = 32_767;

/** The lines of one sheet that a batch takes out and puts in. */
export interface Moves {
  /** Zero-based. */
  readonly removedRows: Set<number>;
  readonly removedColumns: Set<number>;
  /** By their place, those of one place in the order of the batch. */
  readonly newRows: RowInsertion[];
  readonly newColumns: ColumnInsertion[];
}

/** What becomes of a batch of edits. */
export interface Judgement {
  readonly skipped: EditReport["skipped"];
  /** Cells to write, by index of the sheet and `cellKey`. */
  readonly writes: ReadonlyMap<number, ReadonlyMap<number, CellValue>>;
  /** By index of the sheet. */
  readonly moves: ReadonlyMap<number, Moves>;
}

/**
 * Says what becomes of each edit, looking at the sheets as they are. Every edit that is not skipped is in `writes` or `moves`.
 * @throws WorkbookFailure when a text is longer than a cell can hold.
 */
export function judge(grids: readonly Grid[], edits: readonly Edit[]): Judgement {
  const skipped: EditReport["skipped"][number][] = [];
  const writes = new Map<number, Map<number, CellValue>>();
  const moves = new Map<number, Moves>();
  const wanted = wantedLines(edits);
  for (const edit of edits) {
    const sheet = grids.findIndex((grid) => grid.sheet === edit.sheet);
    const grid = grids[sheet];
    const skip = (reason: SkipReason, found = ""): void => void skipped.push({ edit, reason, found });
    if (grid === undefined) {
      skip("no-sheet");
      continue;
    }
    refuseLongTexts(edit);
    if (isCellEdit(edit)) {
      const position = parseAddress(edit.cell);
      if (position === null) {
        skip("bad-address");
        continue;
      }
      const { row, column } = position;
      const reason = refuseCell(grid, row, column, edit);
      if (reason !== null) skip(reason, textAt(grid, row, column));
      else writes.set(sheet, (writes.get(sheet) ?? new Map<number, CellValue>()).set(cellKey(row, column), content(edit.value)));
      continue;
    }
    const reason = refuseMove(grid, edit, wanted.get(edit.sheet) ?? NOTHING_WANTED);
    if (reason !== null) {
      skip(reason, foundIn(grid, edit));
      continue;
    }
    const ofSheet = moves.get(sheet) ?? { removedRows: new Set<number>(), removedColumns: new Set<number>(), newRows: [], newColumns: [] };
    moves.set(sheet, ofSheet);
    if ("removeRow" in edit) ofSheet.removedRows.add(edit.removeRow - 1);
    else if ("removeColumn" in edit) ofSheet.removedColumns.add(columnOf(edit.removeColumn) ?? 0);
    else if ("insertRow" in edit) ofSheet.newRows.push(edit);
    else ofSheet.newColumns.push(edit);
  }
  for (const { newRows, newColumns } of moves.values()) {
    newRows.sort((a, b) => a.insertRow - b.insertRow);
    newColumns.sort((a, b) => (columnOf(a.insertColumn) ?? 0) - (columnOf(b.insertColumn) ?? 0));
  }
  return { skipped, writes, moves };
}

/**
 * The report of a batch that is not carried out at all.
 * @param skipped the edits that stood in the way; the others went with them.
 */
export function allSkipped(edits: readonly Edit[], skipped: EditReport["skipped"]): EditReport {
  const known = new Map(skipped.map((skip) => [skip.edit, skip]));
  return { applied: [], skipped: edits.map((edit) => known.get(edit) ?? { edit, reason: "with-others", found: "" }) };
}

/** The zero-based column of letters; null when there is none on a sheet. */
export function columnOf(letters: string): number | null {
  return /^[A-Za-z]{1,3}$/.test(letters) ? (parseAddress(`${letters}1`)?.column ?? null) : null;
}

/** What a line that is to go shows; nothing for one that is to come. */
export function foundIn(grid: Grid, edit: Exclude<Edit, CellEdit>): string {
  const column = "removeColumn" in edit ? columnOf(edit.removeColumn) : null;
  const texts = "removeRow" in edit ? rowTexts(grid, edit.removeRow - 1) : column === null ? [] : columnTexts(grid, column);
  return texts.filter((text) => text !== "").join(" · ");
}

/** An empty text is an empty cell. */
export function content(value: CellValue): CellValue {
  return value === "" ? null : value;
}

/** Lines that a batch wants to take out of one sheet. */
interface Wanted {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

const NOTHING_WANTED: Wanted = { rows: new Set(), columns: new Set() };

function wantedLines(edits: readonly Edit[]): ReadonlyMap<string, Wanted> {
  const bySheet = new Map<string, Wanted>();
  for (const edit of edits) {
    const wanted = bySheet.get(edit.sheet) ?? { rows: new Set<number>(), columns: new Set<number>() };
    bySheet.set(edit.sheet, wanted);
    if ("removeRow" in edit) wanted.rows.add(edit.removeRow - 1);
    else if ("removeColumn" in edit) wanted.columns.add(columnOf(edit.removeColumn) ?? -1);
  }
  return bySheet;
}

function refuseLongTexts(edit: Edit): void {
  const texts = isCellEdit(edit) ? [edit.value] : "cells" in edit ? edit.cells.map(({ value }) => value) : [];
  if (!texts.some((value) => typeof value === "string" && value.length > MAX_TEXT)) return;
  const place = isCellEdit(edit) ? edit.cell : "insertRow" in edit ? String(edit.insertRow) : "insertColumn" in edit ? edit.insertColumn : "";
  throw new WorkbookFailure("text-too-long", `${edit.sheet}!${place}`);
}

function refuseCell(grid: Grid, row: number, column: number, edit: CellEdit): SkipReason | null {
  const merge = mergeAt(grid, row, column);
  if (merge !== null && (merge.top !== row || merge.left !== column)) return "merged-away";
  if (grid.formulas?.has(formatAddress(row, column)) === true) return "formula";
  return content(valueAt(grid, row, column)) === content(edit.expected) ? null : "changed";
}

function refuseMove(grid: Grid, edit: Exclude<Edit, CellEdit>, wanted: Wanted): SkipReason | null {
  if ("removeRow" in edit) return refuseRow(grid, edit, wanted.rows);
  if ("removeColumn" in edit) return refuseColumn(grid, edit, wanted.columns);
  const isRow = "insertRow" in edit;
  const line = isRow ? edit.insertRow - 1 : columnOf(edit.insertColumn);
  if (line === null || !isLine(line)) return "bad-address";
  const stretches = isRow ? [] : (edit.merges ?? []);
  if (stretches.some(({ first, last }) => !isLine(first) || !isLine(last) || first > last)) return "bad-address";
  if (!isRow && hidesOwnContent(edit)) return "merged-away";
  // A value inside of a merged area that grows over the new line would be there and not be seen.
  const hidden = grid.merges?.some(({ top, left, bottom, right }) =>
    isRow
      ? top < line && line <= bottom && edit.cells.some(({ column, value }) => content(value) !== null && column >= left && column <= right)
      : left < line &&
        line <= right &&
        (edit.cells.some(({ row, value }) => content(value) !== null && row >= top && row <= bottom) || stretches.some(({ first, last }) => first <= bottom && last >= top)),
  );
  return hidden === true ? "merged-away" : null;
}

function refuseRow(grid: Grid, edit: RowRemoval, wanted: ReadonlySet<number>): SkipReason | null {
  const row = edit.removeRow - 1;
  if (!isLine(row)) return "bad-address";
  if (!equal(rowTexts(grid, row), edit.expected)) return "changed";
  return isTorn(grid, wanted, ({ top, bottom }) => [top, bottom], row) ? "rows-cannot-move" : null;
}

function refuseColumn(grid: Grid, edit: ColumnRemoval, wanted: ReadonlySet<number>): SkipReason | null {
  const column = columnOf(edit.removeColumn);
  if (column === null) return "bad-address";
  if (!equal(columnTexts(grid, column), edit.expected)) return "changed";
  return isTorn(grid, wanted, ({ left, right }) => [left, right], column) ? "columns-cannot-move" : null;
}

/** A merged cell that begins on a line that goes, and goes on behind it, would lose its text. */
function isTorn(grid: Grid, wanted: ReadonlySet<number>, linesOf: (area: Area) => readonly [number, number], line: number): boolean {
  return (grid.merges ?? []).some((area) => {
    const [first, last] = linesOf(area);
    if (first !== line || last === line || valueAt(grid, area.top, area.left) === null) return false;
    for (let i = first; i <= last; i++) if (!wanted.has(i)) return true;
    return false;
  });
}

function isLine(row: number): boolean {
  return Number.isInteger(row) && row >= 0 && row < MAX_ROWS;
}

function equal(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
