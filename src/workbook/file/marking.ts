import { contains, type Area } from "../../grid/area";
import { parseAddress } from "../../grid/address";
import type { Grid } from "../../grid/grid";
import { SEVERITIES, severityRank, type Mark, type Severity } from "../../grid/mark";

/** A rectangle of marked cells. */
export interface MarkedArea {
  readonly area: Area;
  readonly severity: Severity;
}

/** The formula by which a mark's conditional format names itself; always true. */
export function markFormula(severity: Severity): string {
  return `N("phuluc:${severity}")=0`;
}

/** The severity of a mark, told by the formula of its conditional format; null when the formula is somebody else's. */
export function markSeverity(formula: string): Severity | null {
  const name = /^=?\s*N\("phuluc:([a-z]+)"\)\s*=\s*0$/i.exec(formula.trim())?.[1]?.toLowerCase();
  return SEVERITIES.find((severity) => severity === name) ?? null;
}

/**
 * The marks of one sheet as few rectangles. A mark on a merged cell covers the whole of it; several marks on one cell are one of the
 * gravest severity.
 */
export function markedAreas(grid: Grid, marks: readonly Mark[]): readonly MarkedArea[] {
  const cells = new Map<string, { row: number; column: number; severity: Severity }>();
  const merged = new Map<Area, Severity>();
  for (const { cell, severity } of marks) {
    const position = parseAddress(cell);
    if (position === null) continue;
    const { row, column } = position;
    const merge = mergeAt(grid, row, column);
    const known = merge === null ? cells.get(cell.toUpperCase())?.severity : merged.get(merge);
    if (known !== undefined && severityRank(known) <= severityRank(severity)) continue;
    if (merge === null) cells.set(cell.toUpperCase(), { row, column, severity });
    else merged.set(merge, severity);
  }
  const areas: MarkedArea[] = [...merged].map(([area, severity]) => ({ area, severity }));
  for (const severity of SEVERITIES) {
    const ofSeverity = [...cells.values()].filter((cell) => cell.severity === severity).sort((a, b) => a.row - b.row || a.column - b.column);
    for (const area of rectangles(ofSeverity)) areas.push({ area, severity });
  }
  return areas.sort((a, b) => severityRank(a.severity) - severityRank(b.severity) || a.area.top - b.area.top || a.area.left - b.area.left);
}

/** How many cells the areas mark; a merged area inside is one cell. */
export function countCells(grid: Grid, marks: readonly MarkedArea[]): number {
  const size = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);
  let count = 0;
  for (const { area } of marks) {
    count += size(area);
    for (const merge of grid.merges ?? []) {
      if (contains(area, merge.top, merge.left) && contains(area, merge.bottom, merge.right)) count -= size(merge) - 1;
    }
  }
  return count;
}

/** The merged area that a cell lies in, null for none. */
export function mergeAt(grid: Grid, row: number, column: number): Area | null {
  return grid.merges?.find((area) => contains(area, row, column)) ?? null;
}

/** Cells in reading order as rectangles: runs of a row, and equal runs of rows below one another. */
function rectangles(cells: readonly { readonly row: number; readonly column: number }[]): readonly Area[] {
  const runs: Area[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const open = new Map<string, number>();
  const areas: Area[] = [];
  for (const run of runs) {
    const key = `${run.left}:${run.right}`;
    const index = open.get(key);
    const above = index === undefined ? undefined : areas[index];
    if (index !== undefined && above?.bottom === run.top - 1) areas[index] = { ...above, bottom: run.top };
    else open.set(key, areas.push(run) - 1);
  }
  return areas;
}
