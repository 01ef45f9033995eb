import { collapse } from "../normal";

const VALUES: readonly (readonly [string, number])[] = [
  ["M", 1000], ["CM", 900], ["D", 500], ["CD", 400], ["C", 100], ["XC", 90],
  ["L", 50], ["XL", 40], ["X", 10], ["IX", 9], ["V", 5], ["IV", 4], ["I", 1],
];

/** The Roman numeral of a whole number from 1 to 3999; other numbers are written in Arabic figures. */
export function toRoman(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 3999) return String(number);
  let rest = number;
  let numeral = "";
  for (const [letters, value] of VALUES) {
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  }
  return numeral;
}

const NUMERAL = /^(?:[IVXLCDM]{1,15}|[ivxlcdm]{1,15})(?=\s?[.):/-]{0,2}$)/;

/** "Ⅰ", "Ⅱ": the numerals that have a character of their own. */
const ONE_CHARACTER = /[\u2160-\u217f]/;

/**
 * Reads a Roman numeral, alone or with its full stop, bracket, colon, dash or slash: "IV", "IV.", "iv)", "Ⅳ".
 * @returns its value (1 to 3999), or null for anything else, also for numerals that nobody writes ("IIII", "VX").
 */
export function parseRoman(text: string): number | null {
  const shown = collapse(ONE_CHARACTER.test(text) ? text.normalize("NFKC") : text);
  const numeral = NUMERAL.exec(shown)?.[0].toUpperCase();
  if (numeral === undefined) return null;
  let number = 0;
  let at = 0;
  for (const [letters, value] of VALUES) {
    while (numeral.startsWith(letters, at)) {
      number += value;
      at += letters.length;
    }
  }
  return at === numeral.length && toRoman(number) === numeral ? number : null;
}
