import type { Appendix } from "../appendix/appendix";
import type { RowStretch } from "../grid/edit";
import { textAt, type Grid } from "../grid/grid";

/** Where the header of a new column stands. */
interface HeaderPlace {
  readonly row: number;
  /** The rows over which it is one merged cell. */
  readonly merges: readonly RowStretch[];
}

/**
 * Where the header of a new column goes: the first header row, merged down as the header of the nearest column that is; inside of columns
 * that share words above them the row below those words. Where the host does not tell merged areas, a header with nothing below it is taken
 * for one that is merged.
 */
export function headerPlace(grid: Grid, appendix: Appendix, at: number): HeaderPlace {
  const { area } = appendix;
  const below = belowSharedWords(grid, appendix, at);
  if (below !== null) return { row: below, merges: [] };
  const beside = at > area.left ? at - 1 : at;
  let nearest: { readonly merge: RowStretch; readonly distance: number } | null = null;
  for (let column = area.left; column <= area.right; column++) {
    const merge = headerMerge(grid, appendix, column);
    const distance = Math.abs(column - beside);
    if (merge !== null && (nearest === null || distance < nearest.distance)) nearest = { merge, distance };
  }
  return { row: headerOf(appendix).first, merges: nearest === null ? [] : [nearest.merge] };
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

/** For a column whose words above are those of the column on its left, too: the header row below them. Null for any other. */
function belowSharedWords(grid: Grid, appendix: Appendix, column: number): number | null {
  const { area } = appendix;
  if (column <= area.left || column > area.right) return null;
  const { first, last } = headerOf(appendix);
  if (grid.merges !== undefined) {
    const over = grid.merges.find(({ top, bottom, left, right }) => top <= first && first <= bottom && left < column && column <= right);
    return over === undefined || over.bottom >= last ? null : over.bottom + 1;
  }
  if (textAt(grid, first, column).trim() !== "") return null;
  for (let row = first + 1; row <= last; row++) if (textAt(grid, row, column).trim() !== "") return row;
  return null;
}
