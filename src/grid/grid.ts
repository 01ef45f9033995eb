import type { Area } from "./area";

/** What a cell holds: text, a number (dates are Excel serial days), a logical value, or nothing. */
export type CellValue = string | number | boolean | null;

/**
 * A sheet as it was read. Rows are ragged: a row's array ends at its last cell that holds something, and an empty row is
 * an empty array, so that a lone cell at XFD1048576 costs one entry per row and never a rectangle.
 * A merged area is one cell at its top left; the cells that it covers are empty.
 */
export interface Grid {
  /** The sheet's name as the tab shows it. */
  readonly sheet: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Zero-based sheet row and column of `texts[0][0]`. */
  readonly origin: { readonly row: number; readonly column: number };
  /** The text that the cell shows (number format applied), "" when empty. */
  readonly texts: readonly (readonly string[])[];
  /** The stored values, of the same shape as `texts`. */
  readonly values: readonly (readonly CellValue[])[];
  /** Merged areas in sheet coordinates; absent when the host was not asked (reading them in Excel wipes the undo history). */
  readonly merges?: readonly Area[];
  /** Sheet addresses ("C6") of cells whose value a formula computes: they are checked, but never written over. */
  readonly formulas?: ReadonlySet<string>;
}

/** The shown text of a sheet cell (zero-based sheet coordinates), "" outside of what was read. */
export function textAt(grid: Grid, row: number, column: number): string {
  return grid.texts[row - grid.origin.row]?.[column - grid.origin.column] ?? "";
}

/** The stored value of a sheet cell (zero-based sheet coordinates), null outside of what was read. */
export function valueAt(grid: Grid, row: number, column: number): CellValue {
  return grid.values[row - grid.origin.row]?.[column - grid.origin.column] ?? null;
}

/**
 * A grid from rows of plain values, for examples and tests: the text of a number is its shortest decimal form.
 * @param rows the cells row by row; null, undefined and "" are empty.
 */
export function gridFromRows(
  rows: readonly (readonly (CellValue | undefined)[])[],
  options: { sheet?: string; origin?: { row: number; column: number }; merges?: readonly Area[] } = {},
): Grid {
  const values = rows.map((row) => {
    const cells: CellValue[] = row.map((value) => (value === undefined || value === "" ? null : value));
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  });
  return {
    sheet: options.sheet ?? "Phụ lục",
    visibility: "visible",
    origin: options.origin ?? { row: 0, column: 0 },
    values,
    texts: values.map((row) => row.map(displayText)),
    ...(options.merges === undefined ? {} : { merges: options.merges }),
  };
}

/** The text of a value that has no number format: what Excel's "General" shows. */
export function displayText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}
