import type { CellStyle } from "../look";
import type { SheetLayout } from "./sheetLayout";

/** Width of a digit in parts of the font's size; the office fonts differ little, and an unknown one is taken to be like most. */
const DIGIT_WIDTHS: Readonly<Record<string, number>> = { "Times New Roman": 0.5, Calibri: 0.507, Arial: 0.556, Tahoma: 0.546, Cambria: 0.554, Aptos: 0.56 };
const USUAL_DIGIT_WIDTH = 0.54;
/** A column without a width of its own shows this many digits (the default of `baseColWidth`). */
const DEFAULT_DIGITS = 8;
/** Pixels beside the digits: two on either side and the grid line. */
const PADDING = 5;

/** Pixels of a digit of the workbook's default font, which column widths count in: 7 for Calibri 11, 8 for Times New Roman 12. */
export function digitPixels(style: CellStyle | undefined): number {
  const { fontName, fontSize } = style ?? { fontName: "Calibri", fontSize: 11 };
  return Math.max(1, Math.round(((fontSize * 4) / 3) * (DIGIT_WIDTHS[fontName] ?? USUAL_DIGIT_WIDTH)));
}

/**
 * Pixels of a column (ECMA-376 part 1, 18.3.1.13).
 * @param stored the width as the file has it; null for a column without one: the default digits and 5 pixels around, up to the next multiple
 * of 8, as Excel has it.
 */
export function columnPixels(stored: number | null, digit: number): number {
  if (stored === null) return Math.ceil((DEFAULT_DIGITS * digit + PADDING) / 8) * 8;
  return Math.trunc(((256 * stored + Math.trunc(128 / digit)) / 256) * digit);
}

/** The width that a file stores for a column that Excel shows as so many characters wide (the same section). */
export function storedWidth(characters: number, digit: number): number {
  // A column narrower than one character has less padding in proportion.
  const pixels = characters < 1 ? characters * (digit + PADDING) : characters * digit + PADDING;
  return Math.trunc((pixels / digit) * 256) / 256;
}

/** How many characters wide Excel shows a column, to hundredths. */
export function shownWidth(pixels: number, digit: number): number {
  return Math.round((pixels < digit + PADDING ? pixels / (digit + PADDING) : (pixels - PADDING) / digit) * 100) / 100;
}

/** The widths of the first columns of a sheet in characters; 0 for a hidden one. */
export function columnWidths(layout: SheetLayout, count: number, digit: number): readonly number[] {
  return Array.from({ length: count }, (_, column) => {
    const run = layout.columns.find(({ first, last }) => column >= first && column <= last);
    if (run?.hidden === true) return 0;
    return shownWidth(columnPixels(run?.width ?? layout.defaultColumnWidth, digit), digit);
  });
}
