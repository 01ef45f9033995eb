import type { Appendix } from "../appendix/appendix";
import { columnName } from "../grid/address";
import { columnTexts, type ColumnInsertion, type ColumnRemoval } from "../grid/edit";
import type { Grid } from "../grid/grid";
import { insertion, isFree } from "./gaps";
import { headerMerge } from "./headerPlace";

/** The header of the column that says where each line comes from. Offices add it to the draft for the leaders and take it out before issue. */
export const BASIS_HEADER = "Căn cứ, lý do đề xuất";
/** In characters. */
const WIDTH = 18;

/**
 * The edit that puts the column "Căn cứ" into a table: before its notes, where they are last, so that title lines merged over the table and the
 * print area take it in; behind the last column otherwise. Null when the table has one, is an outline, or another table stands in the way.
 */
export function addBasis(grid: Grid, appendix: Appendix, others: readonly Appendix[]): ColumnInsertion | null {
  if (appendix.kind === "outline" || basisAt(appendix) !== undefined) return null;
  const behind = appendix.area.right + 1;
  const notes = appendix.columns.find(({ role, column }) => role === "note" && column === appendix.area.right);
  const at = notes?.column ?? behind;
  return isFree(appendix, others, at, "insert") ? insertion(grid, appendix, at, BASIS_HEADER, WIDTH) : null;
}

/** The edit that takes the column "Căn cứ" out for signature; null when the table has none, or another table of the sheet would lose a column with it. */
export function removeBasis(grid: Grid, appendix: Appendix, others: readonly Appendix[]): ColumnRemoval | null {
  const at = basisAt(appendix);
  if (at === undefined || !isFree(appendix, others, at, "remove")) return null;
  const merge = headerMerge(grid, appendix, at);
  return { sheet: appendix.sheet, removeColumn: columnName(at), expected: columnTexts(grid, at), ...(merge === null ? {} : { merges: [merge] }) };
}

/** The sheet column that holds the basis; undefined when there is none, or the lines of an outline hold it. */
export function basisAt({ kind, columns }: Appendix): number | undefined {
  return kind === "outline" ? undefined : columns.find(({ role }) => role === "basis")?.column;
}
