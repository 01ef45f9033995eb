import type { CellValue } from "../../grid/grid";

/** What makes a formula of a text, or is taken for Excel's own apostrophe; the wide forms are what an input method may leave behind. */
const BEGINNINGS = /^[=+\-@'＝＋－＠\t\r\n\0]/;
/** Digits and what stands between them in numbers, dates, times, fractions, amounts and percentages; numbers with an exponent. */
const FIGURES = /^[\s\d.,:/\\()%$€£¥₫-]*$|^\d[\d.,]*e[+-]?\d+$/i;
/** A month by its English name, or half of a day behind a number: with a number they make a date or a time. */
const DATE_WORDS = /(?<![\p{L}\p{M}])(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})(?![\p{L}\p{M}])|\d\s*[ap]m?\s*$/iu;
/** No date or time is longer than this. */
const DATE_LENGTH = 40;

/**
 * What to hand to Excel so that a cell holds this value and nothing that Excel makes of it. A text that Excel would take for a formula, a
 * number, a date, a logical value or an error gets an apostrophe, which Excel keeps apart from the text: "9/2026" stays "9/2026", "=1+1"
 * stays what was written. Texts that are plainly words stay as they are, so that no apostrophe shows where none is needed.
 * @param numberFormat the cell's; one of the format "text" makes nothing of what it is given.
 */
export function inputOf(value: CellValue, numberFormat = "General"): string | number | boolean {
  if (value === null) return "";
  if (typeof value !== "string" || numberFormat === "@") return value;
  return needsApostrophe(value) ? `'${value}` : value;
}

function needsApostrophe(text: string): boolean {
  if (text === "") return false;
  if (BEGINNINGS.test(text) || BEGINNINGS.test(text.trimStart()) || /^#[A-Z]/.test(text) || /^(?:true|false)$/i.test(text.trim())) return true;
  if (!/\d/.test(text)) return false;
  return FIGURES.test(text) || (text.length <= DATE_LENGTH && DATE_WORDS.test(text));
}
