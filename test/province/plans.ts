import { gridFromRows, type CellValue, type Grid } from "../../src/grid/grid";
import { readAppendices } from "../../src/appendix/reader/readAppendices";
import { Comparer, type Comparison } from "../../src/province/compare";
import { proposalsOf, type Proposal } from "../../src/province/proposals";
import { planOfGrids } from "../../src/review/province";

export type Rows = readonly (readonly (CellValue | undefined)[])[];

/** A sheet of a province's plan. */
export const sheetAbove = (rows: Rows, over: Parameters<typeof gridFromRows>[1] = {}): Grid => gridFromRows(rows, { sheet: "Tỉnh", ...over });

/** Lays one sheet here beside one above. */
export function compared(above: readonly Grid[] | Rows, here: readonly Grid[] | Rows): { comparison: Comparison; proposals: readonly Proposal[]; grids: readonly Grid[] } {
  const upper = isGrids(above) ? above : [sheetAbove(above)];
  const grids = isGrids(here) ? here : [gridFromRows(here, { sheet: "Xã" })];
  const comparison = new Comparer(planOfGrids("tinh.xlsx", upper)).compare(readAppendices(grids));
  return { comparison, proposals: proposalsOf(comparison, grids), grids };
}

function isGrids(rows: readonly Grid[] | Rows): rows is readonly Grid[] {
  return rows.some((one) => "texts" in one);
}
