/**
 * How many lines a text takes in a cell: a spreadsheet does not fit the height of rows with merged cells by itself, so the
 * height must be in the file. Widths are those of Times New Roman (thousandths of the font size, from the font's own
 * metrics); a Vietnamese letter is as wide as its base letter.
 */

const WIDTHS: Readonly<Record<string, number>> = {
  a: 444, b: 500, c: 444, d: 500, e: 444, f: 333, g: 500, h: 500, i: 278, j: 278, k: 500, l: 278, m: 778, n: 500, o: 500,
  p: 500, q: 500, r: 333, s: 389, t: 278, u: 500, v: 500, w: 722, x: 500, y: 500, z: 444, đ: 500,
  A: 722, B: 667, C: 667, D: 722, E: 611, F: 556, G: 722, H: 722, I: 333, J: 389, K: 722, L: 611, M: 889, N: 722, O: 722,
  P: 556, Q: 722, R: 667, S: 556, T: 611, U: 722, V: 722, W: 944, X: 722, Y: 722, Z: 611, Đ: 722,
  " ": 250, ".": 250, ",": 250, "-": 333, "(": 333, ")": 333, ";": 278, ":": 278, "/": 278, "–": 500, "“": 444, "”": 444,
  '"': 408, "&": 778, "%": 833, "…": 1000, "≥": 549,
};

const DIGIT = 500;
/** The horn of ơ and ư makes the letter a little wider than its base. */
const HORN = 40;
/** Bold Times New Roman is about a twentieth wider over running Vietnamese text. */
const BOLD = 1.06;

/** The width of a text in points. */
function textWidth(text: string, size: number, bold: boolean): number {
  let units = 0;
  for (const mark of text.normalize("NFD")) {
    if (mark === "\u031b") units += HORN;
    else if (!/\p{M}/u.test(mark)) units += WIDTHS[mark] ?? DIGIT;
  }
  return (units * size * (bold ? BOLD : 1)) / 1000;
}

/**
 * How many lines a text takes when wrapped at word ends.
 * @param width the room for text, in points.
 * @param font its size in points, and whether it is bold.
 * @returns at least 1.
 */
export function countLines(text: string, width: number, font: { size: number; bold: boolean }): number {
  const space = textWidth(" ", font.size, font.bold);
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(" ")) {
      const wide = textWidth(word, font.size, font.bold);
      if (used > 0 && used + space + wide > width) {
        lines++;
        used = wide;
      } else used += (used > 0 ? space : 0) + wide;
      // A word wider than the cell is broken inside.
      while (used > width) {
        lines++;
        used -= width;
      }
    }
  }
  return lines;
}
