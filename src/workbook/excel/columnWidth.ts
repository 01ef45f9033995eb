/** The padding on both sides of a cell, with the line between two cells, in pixels (ECMA-376 part 1, 18.3.1.13). */
const PADDING = 5;
/** Excel's own standard width holds eight digits, rounded up to a multiple of eight pixels. */
const DIGITS = 8;
/** The digits of Calibri 11, Excel's usual font, are seven pixels wide. */
const USUAL_DIGIT = 7;
const POINTS_PER_PIXEL = 0.75;

/**
 * Excel's API gives and takes the widths of columns in points, the product and Excel's windows speak of characters: how many digits of the
 * workbook's standard font fit. How wide such a digit is, Excel does not tell; it shows in the standard width of the sheet.
 * @param standardWidth the sheet's standard width in characters, as `Worksheet.standardWidth` gives it.
 * @returns pixels.
 */
function digitPixels(standardWidth: number): number {
  for (let digit = 4; digit <= 30; digit++) {
    const pixels = Math.ceil((DIGITS * digit + PADDING) / 8) * 8;
    if (Math.abs((pixels - PADDING) / digit - standardWidth) < 0.006) return digit;
  }
  return USUAL_DIGIT;
}

/** Characters → points. */
export function columnPoints(characters: number, standardWidth: number): number {
  const digit = digitPixels(standardWidth);
  // A column narrower than one character has less padding in proportion.
  const pixels = characters < 1 ? characters * (digit + PADDING) : characters * digit + PADDING;
  return Math.round(pixels) * POINTS_PER_PIXEL;
}

/** Points → characters, to two decimals. */
export function columnCharacters(points: number, standardWidth: number): number {
  const digit = digitPixels(standardWidth);
  const pixels = points / POINTS_PER_PIXEL;
  const characters = pixels < digit + PADDING ? pixels / (digit + PADDING) : (pixels - PADDING) / digit;
  return Math.round(characters * 100) / 100;
}
