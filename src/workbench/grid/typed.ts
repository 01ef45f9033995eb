import type { CellValue } from "../../grid/grid";

/** Days between Excel's day 0 (30/12/1899, which makes dates from 1/3/1900 on right) and 1/1/1970. */
const EPOCH_DAYS = 25_569;
const DAY = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/**
 * What a text typed or pasted into a cell becomes. Unlike Excel, nothing is guessed that would change what one sees: a whole number becomes
 * a number, everything else stays the text as typed ("30%", "1/2", "9/2026", "01" are never turned into dates or fractions), unless the
 * cell already holds a value of that kind.
 * @param before what the cell holds now.
 * @param shown how the cell shows it: "31/12/2025" for a day, "30%" for 0.3.
 */
export function valueOfTyped(typed: string, before: CellValue, shown = ""): CellValue {
  const text = typed.replace(/\r\n?/g, "\n").normalize("NFC");
  if (text === "") return null;
  if (text.startsWith("'")) return text.slice(1);
  const trimmed = text.trim();
  if (typeof before === "string" && /^\d+$/.test(before.trim())) return text;
  if (typeof before === "number") {
    const day = DAY.test(shown) ? dayNumber(trimmed) : null;
    if (day !== null) return day;
    const percent = /^(-?\d{1,15}(?:[.,]\d{1,10})?)%$/.exec(trimmed);
    if (percent !== null && shown.endsWith("%")) return Number(((Number((percent[1] ?? "").replace(",", ".")) / 100).toPrecision(12)));
    if (/^-?\d{1,15}[.,]\d{1,10}$/.test(trimmed)) return Number(trimmed.replace(",", "."));
  }
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(trimmed)) return Number(trimmed);
  if (typeof before === "boolean" && /^(?:true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === "true";
  return text;
}

/** Excel's serial number of a day written day first ("31/12/2025"), null when there is no such day. */
function dayNumber(text: string): number | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 && year >= 1901 ? time / 86_400_000 + EPOCH_DAYS : null;
}
