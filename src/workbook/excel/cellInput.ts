import type { CellValue } from "../../grid/grid";

/** Months by their English names and the currencies that Excel knows: with a number they make a date or an amount. */
const WORDS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|true$|false$|tháng|thg)/i;

/**
 * What to hand to Excel so that a cell holds this value and nothing that Excel makes of it. A text that Excel would take for a formula, a
 * number, a date, a logical value or an error gets an apostrophe, which Excel keeps apart from the text: "9/2026" stays "9/2026", "=1+1"
 * stays what was written. Texts that are plainly words stay as they are, so that no apostrophe shows where none is needed.
 */
export function inputOf(value: CellValue): string | number | boolean {
  if (value === null) return "";
  if (typeof value !== "string") return value;
  return needsApostrophe(value) ? `'${value}` : value;
}

function needsApostrophe(text: string): boolean {
  if (text === "") return false;
  const first = text.trimStart();
  if (/^[=+\-@'"＝＋－＠#(.,$€£¥₫%\d٠-٩０-９]/.test(first) || /^[\t\r\n\0]/.test(text)) return true;
  return WORDS.test(first);
}
