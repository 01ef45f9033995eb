import type { Grid } from "../../grid/grid";
import type { CellStyle, SheetLook } from "../look";
import type { SheetLayout } from "./sheetLayout";

/** Width of a digit of Calibri 11, the font that column widths count in, and the pixels that a cell keeps free at its sides. */
const DIGIT = 7;
const DEFAULT_COLUMN_WIDTH = 64;
const DEFAULT_ROW_HEIGHT = 20;
/** A row with a style of its own shows it as far as the sheet is used, and no farther than this. */
const MAX_STYLED_WIDTH = 256;

/** Characters to pixels (ECMA-376 part 1, 18.3.1.13). */
function columnPixels(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

/** Points (72 to the inch) to pixels (96 to the inch). */
function rowPixels(points: number): number {
  return Math.round((points * 4) / 3);
}

/** How a sheet looks, from its layout and the workbook's styles. */
export function makeLook(grid: Grid, layout: SheetLayout, workbookStyles: readonly CellStyle[]): SheetLook {
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
    defaultColumnWidth: layout.defaultColumnWidth === null ? DEFAULT_COLUMN_WIDTH : columnPixels(layout.defaultColumnWidth),
    defaultRowHeight: layout.defaultRowHeight === null ? DEFAULT_ROW_HEIGHT : rowPixels(layout.defaultRowHeight),
    columns: layout.columns.map(({ first, last, width, hidden, style }) => ({
      first,
      last,
      width: width === null ? DEFAULT_COLUMN_WIDTH : columnPixels(width),
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
