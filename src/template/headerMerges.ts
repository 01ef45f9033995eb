import type { Appendix } from "../appendix/appendix";
import type { RowStretch } from "../grid/edit";
import { textAt, type Grid } from "../grid/grid";

/**
 * The rows over which the header of a column at a place is one merged cell, as the header of the nearest column that has one is. None where
 * the header is of one row, where no column's is merged, and inside of columns that share words above them.
 * Where the host does not tell merged areas, a header with nothing below it is taken for one.
 */
export function headerMerges(grid: Grid, appendix: Appendix, at: number): readonly RowStretch[] {
  const { area } = appendix;
  if (sharesWords(grid, appendix, at)) return [];
  const beside = at > area.left ? at - 1 : at;
  let nearest: { readonly merge: RowStretch; readonly distance: number } | null = null;
  for (let column = area.left; column <= area.right; column++) {
    const merge = headerMerge(grid, appendix, column);
    const distance = Math.abs(column - beside);
    if (merge !== null && (nearest === null || distance < nearest.distance)) nearest = { merge, distance };
  }
  return nearest === null ? [] : [nearest.merge];
}

/** The rows over which the header of a column is one merged cell; null where it is not. */
export function headerMerge(grid: Grid, appendix: Appendix, column: number): RowStretch | null {
  const { first, last } = headerOf(appendix);
  let bottom = first;
  if (grid.merges !== undefined) {
    const own = grid.merges.find(({ top, left, right }) => top === first && left <= column && column <= right);
    if (own !== undefined && own.bottom <= last) bottom = own.bottom;
  } else if (textAt(grid, first, column).trim() !== "") {
    while (bottom < last && textAt(grid, bottom + 1, column).trim() === "") bottom++;
  }
  return bottom > first ? { first, last: bottom } : null;
}

/** The header rows that stand together at the head of a table. */
function headerOf({ area, headerRows }: Appendix): RowStretch {
  const first = headerRows[0] ?? area.top;
  let last = first;
  while (headerRows.includes(last + 1)) last++;
  return { first, last };
}

/** True for a column whose words above are those of the column on its left, too. */
function sharesWords(grid: Grid, appendix: Appendix, column: number): boolean {
  const { area } = appendix;
  if (column <= area.left || column > area.right) return false;
  const { first, last } = headerOf(appendix);
  if (grid.merges !== undefined) return grid.merges.some(({ top, bottom, left, right }) => top <= first && first <= bottom && left < column && column <= right);
  if (textAt(grid, first, column).trim() !== "") return false;
  for (let row = first + 1; row <= last; row++) if (textAt(grid, row, column).trim() !== "") return true;
  return false;
}
