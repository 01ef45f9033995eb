import { canonicalTone, compose, lower } from "../normal";

/** An ordinal in words at the head of a text. */
export interface OrdinalWord {
  readonly number: number;
  /** Where the ordinal stands in the text: "Thứ nhất" of "Thứ nhất: Về thể chế"; the colon is not part of it. */
  readonly start: number;
  readonly end: number;
}

const ONES = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"] as const;

/** 1 to 20 as they are said after "thứ" and before "là"; several forms where several are in use. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i) => [word, i] as const).slice(1),
  ...ONES.slice(1, 10).map((word, i) => [`mười ${word}`, i + 11] as const),
  ["nhất", 1], ["nhì", 2], ["tư", 4], ["bẩy", 7], ["mười tư", 14], ["mười lăm", 15], ["mười bẩy", 17], ["hai mươi", 20],
]);

const THU = /^(\s*(?:[-+*•]\s*)?)thứ\s+(?:(\d{1,2})(?![\p{L}\d])|(\p{L}+)(?:(\s+)(\p{L}+))?)/u;
const LA = /^(\s*(?:[-+*•]\s*)?)(\p{L}+)(?:(\s+)(\p{L}+))?\s+là(?!\p{L})/u;

/**
 * Reads "Thứ nhất", "Thứ hai: …", "Thứ mười lăm.", "Thứ 3", "Một là, …" at the head of a text, up to twenty.
 * @returns null when the text does not begin with an ordinal (a number beyond twenty included).
 */
export function parseOrdinalWord(text: string): OrdinalWord | null {
  const composed = compose(text.length > 200 ? text.slice(0, 200) : text);
  const shown = lower(canonicalTone(composed.text));
  const found = (number: number, start: number, end: number): OrdinalWord => ({ number, start: composed.original(start), end: composed.original(end) });
  const thu = THU.exec(shown);
  if (thu !== null) {
    const [whole, indent = "", digits, first = "", space = "", second = ""] = thu;
    if (digits !== undefined) return Number(digits) >= 1 && Number(digits) <= 20 ? found(Number(digits), indent.length, whole.length) : null;
    const both = WORDS.get(`${first} ${second}`);
    if (both !== undefined) return found(both, indent.length, whole.length);
    // "thứ ba mươi" is no third.
    const one = second === "mươi" ? undefined : WORDS.get(first);
    return one === undefined ? null : found(one, indent.length, whole.length - space.length - second.length);
  }
  const la = LA.exec(shown);
  if (la === null) return null;
  const [whole, indent = "", first = "", , second] = la;
  // "nhất", "nhì" and "tư" are ordinals only after "thứ": "Nhất là" begins a sentence.
  if (first === "nhất" || first === "nhì" || first === "tư") return null;
  const number = WORDS.get(second === undefined ? first : `${first} ${second}`);
  return number === undefined ? null : found(number, indent.length, whole.length);
}

/** "thứ nhất" to "thứ hai mươi", in lower case; figures beyond twenty. */
export function toOrdinalWord(number: number): string {
  if (number === 1) return "thứ nhất";
  if (number === 4) return "thứ tư";
  for (const [word, value] of WORDS) if (value === number) return number === 15 ? "thứ mười lăm" : `thứ ${word}`;
  return `thứ ${number}`;
}
