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

/**
 * One change of a workbook. The edits of one batch all speak of the sheet as it was before the batch: row removals are
 * carried out after the cell edits, from the bottom up.
 */
export type Edit = CellEdit | RowRemoval;

/** True for an edit that takes a row out. */
export function isRowRemoval(edit: Edit): edit is RowRemoval {
  return "removeRow" in edit;
}

/** Why an edit was not carried out. */
export type SkipReason = "changed" | "formula" | "no-sheet" | "bad-address" | "merged-away" | "rows-cannot-move";

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
