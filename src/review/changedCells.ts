import { parseAddress } from "../grid/address";
import { differingCells } from "../grid/difference";
import type { Grid } from "../grid/grid";
import type { WorkbookChange } from "../workbook/workbook";
import type { ChangedCell } from "./reviewer";

/** Beyond so many changed cells, checking everything costs no more than checking what changed. */
const LIMIT = 5_000;

/**
 * Every cell that changed between two readings: those that were told of, and those that differ besides, because a formula computed them
 * anew or somebody else changed them in the meantime.
 * @returns null when sheets came, went or were renamed, or too many cells differ: then everything is to be checked.
 */
export function changedCells(before: readonly Grid[], after: readonly Grid[], told: NonNullable<WorkbookChange["cells"]>): readonly ChangedCell[] | null {
  if (before.length !== after.length || before.some(({ sheet, visibility }, i) => sheet !== after[i]?.sheet || visibility !== after[i].visibility)) return null;
  const cells = new Map<string, ChangedCell>();
  for (const { sheet, cell } of told) {
    const position = parseAddress(cell);
    if (position !== null) cells.set(`${sheet}!${position.row} ${position.column}`, { sheet, ...position });
  }
  for (const [i, grid] of before.entries()) {
    const differing = differingCells(grid, after[i] ?? grid, LIMIT - cells.size);
    if (differing === null) return null;
    for (const position of differing) cells.set(`${grid.sheet}!${position.row} ${position.column}`, { sheet: grid.sheet, ...position });
  }
  return [...cells.values()];
}
