import type { CellValue, Grid } from "./grid";
import { displayText } from "./grid";

/** Writes one cell, if it still holds what the author of the edit saw. */
export interface CellEdit {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** The value the cell must still hold; otherwise the edit is skipped and told. */
  readonly expected: CellValue;
  readonly value: CellValue;
}

/** Takes a whole sheet row out (what is below moves up), if the row still shows what the author of the edit saw. */
export interface RowRemoval {
  readonly sheet: string;
  /** One-based row number, as Excel shows it. */
  readonly removeRow: number;
  /** The texts of the row from column A on, without trailing empty ones. */
  readonly expected: readonly string[];
}

/** Puts a new row in; what is at and below its place moves down. Formats are those of the row above, or below. */
export interface RowInsertion {
  readonly sheet: string;
  /** The one-based number that the new row gets. */
  readonly insertRow: number;
  readonly formatFrom: "above" | "below";
  /** What the new row holds, by zero-based sheet column. */
  readonly cells: readonly { readonly column: number; readonly value: CellValue }[];
}

/** Cells of one column from a row to another below it, zero-based, both ends inside. */
export interface RowStretch {
  readonly first: number;
  readonly last: number;
}

/** Puts a new column in; what is at and right of its place moves to the right. Formats are those of the column on the left, or right. */
export interface ColumnInsertion {
  readonly sheet: string;
  /** The letters that the new column gets: "H". */
  readonly insertColumn: string;
  readonly formatFrom: "left" | "right";
  /** In characters; absent: as wide as the column that the formats come from. */
  readonly width?: number;
  /** What the new column holds, by zero-based sheet row. */
  readonly cells: readonly { readonly row: number; readonly value: CellValue }[];
  /** Cells of the new column that become one merged cell each; of their rows only the first holds something. */
  readonly merges?: readonly RowStretch[];
  /** True when it is printed with the column that the formats come from: a print area that ends there takes it in. */
  readonly printed?: true;
}

/** Takes a whole sheet column out, if it still shows what the author of the edit saw. */
export interface ColumnRemoval {
  readonly sheet: string;
  readonly removeColumn: string;
  /** The texts of the column from row 1 on, without trailing empty ones. */
  readonly expected: readonly string[];
  /** Its merged cells, which come back with it when this is taken back: Excel is not asked for them (see `Grid.merges`). */
  readonly merges?: readonly RowStretch[];
}

/**
 * One change of a workbook. The edits of one batch all speak of the sheet as it was before the batch: rows and columns are moved after the
 * cell edits, from the bottom up and from right to left; of several new rows or columns with one place, the first of the batch comes first. A
 * batch that moves rows or columns is carried out whole or not at all.
 */
export type Edit = CellEdit | RowRemoval | RowInsertion | ColumnInsertion | ColumnRemoval;

/** True for an edit that writes one cell, and moves nothing. */
export function isCellEdit(edit: Edit): edit is CellEdit {
  return "cell" in edit;
}

/** True for an edit that takes a row out. */
export function isRowRemoval(edit: Edit): edit is RowRemoval {
  return "removeRow" in edit;
}

/** Where an edit works, for showing: the address of a cell ("C6"), the number of a row ("9") or the letters of a column ("H"). */
export function editPlace(edit: Edit): string {
  if (isCellEdit(edit)) return edit.cell;
  if ("removeRow" in edit) return String(edit.removeRow);
  if ("insertRow" in edit) return String(edit.insertRow);
  return "insertColumn" in edit ? edit.insertColumn : edit.removeColumn;
}

/** One text for what an edit does to which place: two edits of a batch with the same key are one and the same, or contradict each other. */
export function editKey(edit: Edit): string {
  const what = isCellEdit(edit) ? "" : "removeRow" in edit ? "row " : "insertRow" in edit ? "new row " : "insertColumn" in edit ? "new column " : "column ";
  return `${edit.sheet}!${what}${editPlace(edit)}`;
}

/** True when a new column holds something in a row that its own merged cells would cover. */
export function hidesOwnContent({ cells, merges = [] }: ColumnInsertion): boolean {
  return merges.some(({ first, last }) => cells.some(({ row, value }) => row > first && row <= last && value !== null && value !== ""));
}

/**
 * Why an edit was not carried out. "with-others": nothing speaks against the edit itself, but it belongs to a batch that moves rows or columns,
 * and another edit of that batch could not be carried out.
 */
export type SkipReason = "changed" | "formula" | "no-sheet" | "bad-address" | "merged-away" | "rows-cannot-move" | "columns-cannot-move" | "with-others" | "protected";

/** What became of a batch of edits: nothing is written without being in `applied`, nothing is lost without being in `skipped`. */
export interface EditReport {
  readonly applied: readonly Edit[];
  readonly skipped: readonly { readonly edit: Edit; readonly reason: SkipReason; readonly found: string }[];
}

/** The texts of a sheet row (zero-based) from column A on, without trailing empty ones: the `expected` of a row removal. */
export function rowTexts(grid: Grid, row: number): readonly string[] {
  const cells = grid.texts[row - grid.origin.row] ?? [];
  const texts: string[] = [];
  for (let i = 0; i < grid.origin.column; i++) texts.push("");
  for (const text of cells) texts.push(text);
  while (texts.length > 0 && texts[texts.length - 1] === "") texts.pop();
  return texts;
}

/** The texts of a sheet column (zero-based) from row 1 on, without trailing empty ones: the `expected` of a column removal. */
export function columnTexts(grid: Grid, column: number): readonly string[] {
  const texts: string[] = [];
  for (let i = 0; i < grid.origin.row; i++) texts.push("");
  for (const row of grid.texts) texts.push(row[column - grid.origin.column] ?? "");
  while (texts.length > 0 && texts[texts.length - 1] === "") texts.pop();
  return texts;
}

/**
 * The grid after one cell was set, sharing every other row with the one before (cost: one row and the list of rows).
 * A cell outside of what was read extends the grid. Formula and merge information is kept.
 */
export function withCell(grid: Grid, row: number, column: number, value: CellValue, text: string = displayText(value)): Grid {
  const top = Math.min(grid.origin.row, row);
  const left = Math.min(grid.origin.column, column);
  const shift = <T>(rows: readonly (readonly T[])[], empty: T): (readonly T[])[] => {
    let moved = rows.slice();
    if (left < grid.origin.column) {
      const pad = new Array<T>(grid.origin.column - left).fill(empty);
      moved = moved.map((cells) => (cells.length === 0 ? cells : [...pad, ...cells]));
    }
    return top < grid.origin.row ? [...new Array<readonly T[]>(grid.origin.row - top).fill([]), ...moved] : moved;
  };
  const set = <T>(rows: (readonly T[])[], content: T, empty: T, isEmpty: (x: T) => boolean): (readonly T[])[] => {
    while (rows.length <= row - top) rows.push([]);
    const cells = (rows[row - top] ?? []).slice();
    while (cells.length <= column - left) cells.push(empty);
    cells[column - left] = content;
    while (cells.length > 0 && isEmpty(cells[cells.length - 1] as T)) cells.pop();
    rows[row - top] = cells;
    return rows;
  };
  return {
    ...grid,
    origin: { row: top, column: left },
    values: set<CellValue>(shift<CellValue>(grid.values, null), value, null, (x) => x === null),
    texts: set<string>(shift<string>(grid.texts, ""), text, "", (x) => x === ""),
  };
}
