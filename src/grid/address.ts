/**
 * Cell addresses. Inside the engine a cell is a zero-based row and column; the A1 form is for what people and files see.
 */

/** A cell of a sheet, zero-based: A1 is `{ row: 0, column: 0 }`. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns of an Excel sheet (Excel specifications and limits, since Excel 2007). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const A = 65;

/** The names of the columns met so far: every finding and every edit asks for one. */
const names: string[] = [];

/** The letters of a zero-based column: 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  return names[column] ?? (column >= 0 && column < MAX_COLUMNS ? (names[column] = lettersOf(column)) : lettersOf(column));
}

function lettersOf(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(A + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The A1 form of a zero-based cell: (5, 2) → "C6". */
export function formatAddress(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** The A1 form of a position. */
export function formatPosition(position: Position): string {
  return formatAddress(position.row, position.column);
}

/**
 * Reads an A1 address, with or without `$` signs.
 * @returns the position, or null when the text is no address inside an Excel sheet.
 */
export function parseAddress(address: string): Position | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (match === null) return null;
  let column = 0;
  for (const letter of (match[1] ?? "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - A + 1;
  const row = Number(match[2]);
  if (row > MAX_ROWS || column > MAX_COLUMNS) return null;
  return { row: row - 1, column: column - 1 };
}
