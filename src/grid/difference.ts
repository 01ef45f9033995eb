import type { Position } from "./address";
import type { CellValue, Grid } from "./grid";

const NO_TEXTS: readonly string[] = [];
const NO_VALUES: readonly CellValue[] = [];

/**
 * The cells whose value or shown text differs between two readings of one sheet, row by row. Rows that both share cost nothing.
 * @param limit gives up beyond so many cells.
 * @returns null when more cells differ than the limit.
 */
export function differingCells(before: Grid, after: Grid, limit: number): readonly Position[] | null {
  if (before === after) return [];
  const cells: Position[] = [];
  const top = Math.min(before.origin.row, after.origin.row);
  const bottom = Math.max(before.origin.row + before.values.length, after.origin.row + after.values.length);
  const left = Math.min(before.origin.column, after.origin.column);
  const sameColumns = before.origin.column === after.origin.column;
  for (let row = top; row < bottom; row++) {
    const oldTexts = before.texts[row - before.origin.row] ?? NO_TEXTS;
    const newTexts = after.texts[row - after.origin.row] ?? NO_TEXTS;
    const oldValues = before.values[row - before.origin.row] ?? NO_VALUES;
    const newValues = after.values[row - after.origin.row] ?? NO_VALUES;
    if (sameColumns && oldTexts === newTexts && oldValues === newValues) continue;
    const right = Math.max(before.origin.column + oldValues.length, after.origin.column + newValues.length);
    for (let column = left; column < right; column++) {
      const y = column - before.origin.column;
      const x = column - after.origin.column;
      if ((oldValues[y] ?? null) === (newValues[x] ?? null) && (oldTexts[y] ?? "") === (newTexts[x] ?? "")) continue;
      if (cells.length >= limit) return null;
      cells.push({ row, column });
    }
  }
  return cells;
}
