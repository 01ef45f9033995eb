import type { Grid } from "../../grid/grid";
import type { CellStyle, SheetLook } from "../look";
import { columnPixels, digitPixels } from "./columnWidth";
import type { SheetLayout } from "./sheetLayout";

const DEFAULT_ROW_HEIGHT = 20;
/** A row with a style of its own shows it as far as the sheet is used, and no farther than this. */
const MAX_STYLED_WIDTH = 256;

/** Points (72 to the inch) to pixels (96 to the inch). */
function rowPixels(points: number): number {
  return Math.round((points * 4) / 3);
}

/** How a sheet looks, from its layout and the workbook's styles. */
export function makeLook(grid: Grid, layout: SheetLayout, workbookStyles: readonly CellStyle[]): SheetLook {
  const digit = digitPixels(workbookStyles[0]);
  const styles: CellStyle[] = [];
  const byLook = new Map<string, number>();
  const byIndex = new Map<number, number>();
  const indexOf = (fileIndex: number): number => {
    const known = byIndex.get(fileIndex);
    if (known !== undefined) return known;
    const style = workbookStyles[fileIndex] ?? workbookStyles[0];
    if (style === undefined) return 0;
    const key = JSON.stringify(style);
    let index = byLook.get(key);
    if (index === undefined) {
      index = styles.push(style) - 1;
      byLook.set(key, index);
    }
    byIndex.set(fileIndex, index);
    return index;
  };
  indexOf(0);

  const usedWidth = Math.min(MAX_STYLED_WIDTH, layout.cellStyles.reduce((most, row) => Math.max(most, row.length), 0));
  const columnStyle = (column: number): number => layout.columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
  const cells = layout.cellStyles.map((row, index) => {
    const rowStyle = layout.rowStyles.get(index);
    const shown = row.map((style, column) => indexOf(style >= 0 ? style : (rowStyle ?? columnStyle(column))));
    if (rowStyle !== undefined) while (shown.length < usedWidth) shown.push(indexOf(rowStyle));
    return shown;
  });

  return {
    sheet: grid.sheet,
    defaultColumnWidth: columnPixels(layout.defaultColumnWidth, digit),
    defaultRowHeight: layout.defaultRowHeight === null ? DEFAULT_ROW_HEIGHT : rowPixels(layout.defaultRowHeight),
    columns: layout.columns.map(({ first, last, width, hidden, style }) => ({
      first,
      last,
      width: columnPixels(width, digit),
      hidden: hidden || width === 0,
      style: indexOf(style),
    })),
    rowHeights: [...layout.rowHeights].map(([row, height]) => ({ row, height: rowPixels(height) })),
    hiddenRows: layout.hiddenRows,
    frozenRows: layout.frozenRows,
    frozenColumns: layout.frozenColumns,
    showGridLines: layout.showGridLines,
    merges: grid.merges ?? [],
    styles,
    cells,
  };
}
