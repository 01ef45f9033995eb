import type { LayoutPage } from "../grid/layout";
import { countLines } from "./textLines";

/** The font of the Decree on clerical work (30/2020/NĐ-CP, Annex I). */
export const FONT = "Times New Roman";
/** Points: the label, title and attachment line (13 to 14 in the Decree), and the table. */
export const TITLE_SIZE = 14;
export const BODY_SIZE = 12;

/** Millimetres: 20 to 25 above and below, 30 to 35 left, 15 to 20 right (Decree 30/2020/NĐ-CP, Annex I). */
export const MARGINS: LayoutPage["margins"] = { top: 20, right: 15, bottom: 20, left: 30, header: 10, footer: 10 };

/** Millimetres. */
const A4 = { portrait: 210, landscape: 297 } as const;
/** Pixels of one digit of Times New Roman 12, the unit of column widths where it is the workbook's own font. */
const CHARACTER_PX = 8;
/** The same of Calibri 11, which most workbooks have as their own: a column of so many characters is narrower there. */
const NARROW_CHARACTER_PX = 7;
const PX_PER_MM = 96 / 25.4;
const POINTS_PER_PX = 0.75;
/** What a cell keeps free at its left and right edges together, in pixels. */
const CELL_PADDING_PX = 6;
/** Of the font size: what a spreadsheet gives a line of Times New Roman. */
const LINE_HEIGHT = 1.3;
const ROW_PADDING = 4;

/** How many characters wide a page is between its margins. */
export function pageWidth(orientation: LayoutPage["orientation"]): number {
  const room = A4[orientation] - MARGINS.left - MARGINS.right;
  return Math.floor((room * PX_PER_MM) / CHARACTER_PX) - 1;
}

/**
 * The height in points that shows a text, in whatever workbook the sheet is put: a spreadsheet does not fit the height of rows with merged
 * cells by itself.
 * @param width of the cell, in characters.
 */
export function textHeight(text: string, width: number, font: { readonly size: number; readonly bold: boolean }): number {
  const room = (width * NARROW_CHARACTER_PX - CELL_PADDING_PX) * POINTS_PER_PX;
  return Math.ceil(countLines(text, Math.max(room, 1), font) * font.size * LINE_HEIGHT + ROW_PADDING);
}
