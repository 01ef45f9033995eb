import { useMemo } from "react";
import type { SheetModel } from "./sheetModel";
import { ROW_HEAD_WIDTH } from "./SheetRow";

/** The part of the visible grid that frozen rows, or columns, may take at most: on a small screen there must be room to scroll in. */
const MOST = 0.6;

/** How many rows and columns stand still: as the file sets them, or none where that would leave no room. */
export function useFrozen(model: SheetModel, viewport: { readonly width: number; readonly height: number }): { readonly rows: number; readonly columns: number } {
  const { frozenRows, frozenColumns } = model.look;
  return useMemo(() => {
    const rows = Math.min(frozenRows, model.rows);
    const columns = Math.min(frozenColumns, model.columns);
    if (viewport.height === 0) return { rows, columns };
    let height = 0;
    for (let row = 0; row < rows; row++) height += model.hiddenRow(row) ? 0 : model.estimate(row);
    const width = model.columnAxis.start(columns);
    return { rows: height > viewport.height * MOST ? 0 : rows, columns: width > (viewport.width - ROW_HEAD_WIDTH) * MOST ? 0 : columns };
  }, [model, frozenRows, frozenColumns, viewport]);
}
