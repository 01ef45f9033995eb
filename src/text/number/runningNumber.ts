import type { CellValue } from "../../grid/grid";
import { collapse } from "../normal";
import { rememberTexts } from "../textMemory";
import { parseRoman, toRoman } from "./roman";

/** A running number as written: "7", "07", "7.", "1.2", "III.1", "NV01", "a)". */
export interface RunningNumber {
  /** The parts from the outermost: "2.3" → [2, 3]; "III.1" → [3, 1]; "NV01" → [1]; "b)" → [2]. */
  readonly parts: readonly number[];
  /** How the first part is written; further parts are always Arabic. */
  readonly style: "arabic" | "roman" | "letter";
  /** What stands before the number ("NV"), usually "". */
  readonly prefix: string;
  /** What stands after it: "", "." or ")". */
  readonly suffix: string;
  /** Digits of the last Arabic part as written: 2 for "07" and for "12", 1 for "7"; 0 when there is none. */
  readonly width: number;
  /** False for a letter or Roman numeral in lower case ("b)", "iv."). */
  readonly upper: boolean;
}

/**
 * Letters in the order in which Vietnamese documents number points (Decree 30/2020/NĐ-CP: "theo thứ tự bảng chữ cái tiếng Việt"):
 * the plain letters and đ, without those that carry other marks.
 */
const LETTERS = "abcdđeghiklmnopqrstuvxy";

const SUFFIX = String.raw`(?<suffix>\s?(?:[.)\]:/-]|\.\)|\.\/){0,2})`;
const ARABIC = new RegExp(String.raw`^(?<prefix>\(?)(?<digits>\d{1,6}(?:\.\d{1,4}){0,4})${SUFFIX}$`);
const ROMAN = new RegExp(String.raw`^(?<prefix>\(?)(?<roman>[IVX]{1,6}|[LC][IVXLC]{1,7}|[ivx]{2,6})(?:\.(?<digits>\d{1,4}(?:\.\d{1,4}){0,3}))?${SUFFIX}$`);
const LETTER = new RegExp(String.raw`^(?<prefix>\(?)(?<letter>[A-ZĐa-zđ])(?:\.(?<digits>\d{1,4}(?:\.\d{1,4}){0,3}))?${SUFFIX}$`);
/** A short code in capitals, or the word for what is being numbered. "T9" and "Q1" are a month and a quarter. */
const CODE = new RegExp(
  String.raw`^(?<prefix>(?:(?![TQ]\d)[A-ZĐ]{1,5}|(?:Nhiệm vụ|Chỉ tiêu|Mục tiêu|Nội dung|Dự án|Mô hình|Việc|Mục|Phần)(?=\s))\s?[-.]?\s?)(?<digits>\d{1,5}(?:\.\d{1,4}){0,3})${SUFFIX}$`,
);

/**
 * Reads the running number of a row.
 * @param value what the cell holds: a number cell counts by its text, so that 1.2 is a number with two parts.
 * @param text the text that the cell shows.
 * @returns null for anything that is more, or else, than a running number: prose, years in prose, dates, per cents, negative numbers.
 */
export function parseRunningNumber(value: CellValue, text: string): RunningNumber | null {
  // Nearly every number of a table: nothing but figures.
  if (isPlain(text)) return { parts: [Number(text)], style: "arabic", prefix: "", suffix: "", width: text.length, upper: true };
  return typeof value === "number" ? read(value, text) : ofText(text);
}

/** Nearly all numbers are bare figures; those that are more ("I.", "1.2") are few, and several rules ask for each. */
const ofText = rememberTexts((text) => read(text, text));

function read(value: CellValue, text: string): RunningNumber | null {
  const shown = collapse(text);
  if (shown === "" || shown.length > 24) return typeof value === "number" && shown === "" ? ofInteger(value) : null;
  const match = ARABIC.exec(shown) ?? ROMAN.exec(shown) ?? LETTER.exec(shown) ?? CODE.exec(shown);
  // "7.00" and "7,0": a whole number behind a number format.
  if (typeof value === "number" && Number.isInteger(value) && /^\d+[.,]0+$/.test(shown)) return ofInteger(value);
  const groups = match?.groups;
  if (groups === undefined) return null;
  const { prefix = "", suffix = "", digits = "" } = groups;
  // Brackets come in pairs, but for the lone closing one of "1)".
  if (prefix === "(" && !suffix.includes(")")) return null;
  const last = digits.slice(digits.lastIndexOf(".") + 1);
  const rest = digits === "" ? [] : digits.split(".").map(Number);
  const common = { prefix, suffix, width: last.length };
  if (groups["roman"] !== undefined) {
    const first = parseRoman(groups["roman"]);
    return first === null ? null : { ...common, parts: [first, ...rest], style: "roman", upper: groups["roman"] < "a" };
  }
  if (groups["letter"] !== undefined) {
    const small = groups["letter"].toLowerCase();
    const position = LETTERS.indexOf(small);
    if (position < 0) return null;
    return { ...common, parts: [position + 1, ...rest], style: "letter", upper: small !== groups["letter"] };
  }
  return { ...common, parts: rest, style: "arabic", upper: true };
}

/** One to six figures and nothing else. */
function isPlain(text: string): boolean {
  if (text.length === 0 || text.length > 6) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/** The running number of a bare whole number; null for a negative or broken one. */
function ofInteger(value: number): RunningNumber | null {
  if (!Number.isInteger(value) || value < 0 || value > 999_999) return null;
  return { parts: [value], style: "arabic", prefix: "", suffix: "", width: String(value).length, upper: true };
}

/**
 * Writes another number in the style of a sample: same prefix and suffix, same kind of numeral, and zeros in front where the sample
 * has them ("NV01" → "NV12"; "07." → "08."; "III.1" → "III.2").
 * @param number the number in the sample's last place, or all parts from the outermost.
 */
export function formatLike(number: number | readonly number[], sample: RunningNumber): string {
  const parts = typeof number === "number" ? [...sample.parts.slice(0, -1), number] : number;
  // Only a sample whose digits start with a zero is known to be padded: "12" says nothing.
  const padded = sample.width > 1 && (sample.parts[sample.parts.length - 1] ?? 0) < 10 ** (sample.width - 1);
  const written = parts.map((part, i) => {
    if (i === 0 && sample.style === "roman") return sample.upper ? toRoman(part) : toRoman(part).toLowerCase();
    if (i === 0 && sample.style === "letter") {
      const letter = LETTERS.charAt(part - 1);
      return letter === "" ? String(part) : sample.upper ? letter.toUpperCase() : letter;
    }
    return i === parts.length - 1 && padded ? String(part).padStart(sample.width, "0") : String(part);
  });
  return sample.prefix + written.join(".") + sample.suffix;
}
