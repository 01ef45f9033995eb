/**
 * Numbers, comparisons and units of measure as Vietnamese offices write them; what the readers of value cells and of prose share.
 * Patterns run over text in lower case, NFC, with old-style tone marks and plain dashes.
 */
import type { Comparison } from "./targetValue";

/** "1.200", "1.200,5", "0.6", "1,5", "12", "10 000": dots or single spaces between groups of three, a comma or a dot before decimals. */
export const FIGURE = String.raw`\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,6})?(?!\d)|\d{1,3}(?:,\d{3}){2,4}(?!\d)|\d{1,3}(?:[ \u00a0]\d{3}){1,4}(?![\d])|\d{1,12}(?:[.,]\d{1,6})?`;

/** The words and signs before a number that say how it is to be compared. */
export const BEFORE = String.raw`≥|>=|=>|≧|⩾|≤|<=|=<|≦|⩽|>|<|=|đạt từ|đạt trên|tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|tối đa|không quá|không vượt quá|nhiều nhất|không cao hơn|không lớn hơn|lớn hơn|nhiều hơn|cao hơn|hơn|trên|dưới|nhỏ hơn|thấp hơn|từ`;

/** The words after a number that do. */
export const AFTER = String.raw`trở lên|trở xuống|hoặc hơn|đổ lên`;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  "≥": ">=", ">=": ">=", "=>": ">=", "≧": ">=", "⩾": ">=", "tối thiểu": ">=", "ít nhất": ">=", "không dưới": ">=", "không thấp hơn": ">=", "không ít hơn": ">=", "đạt từ": ">=", "trở lên": ">=", "đổ lên": ">=", "hoặc hơn": ">=",
  "≤": "<=", "<=": "<=", "=<": "<=", "≦": "<=", "⩽": "<=", "tối đa": "<=", "không quá": "<=", "không vượt quá": "<=", "nhiều nhất": "<=", "không cao hơn": "<=", "không lớn hơn": "<=", "trở xuống": "<=",
  ">": ">", "lớn hơn": ">", "nhiều hơn": ">", "cao hơn": ">", "hơn": ">", "trên": ">", "đạt trên": ">",
  "<": "<", "dưới": "<", "nhỏ hơn": "<", "thấp hơn": "<",
};

/** The comparison that signs or words stand for; what follows the number outweighs a bare "từ" before it. */
export function comparisonOf(before: string, after: string): Comparison {
  return COMPARISONS[after] ?? COMPARISONS[before] ?? "=";
}

/** A number read from its figures. */
export interface Figure {
  readonly number: number;
  readonly decimalMark: "," | "." | null;
}

const GROUPED_BY_DOTS = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const GROUPED_BY_COMMAS = /^[1-9]\d{0,2}(?:,\d{3}){2,}$/;

/**
 * The value of figures: a dot before exactly three figures parts thousands ("1.200" is 1200) unless a zero leads ("0.600"), any other
 * dot and a single comma are decimal marks ("0.6", "1,5").
 */
export function figureOf(written: string): Figure {
  const digits = written.replace(/[ \u00a0]/g, "");
  if (GROUPED_BY_DOTS.test(digits)) {
    return { number: Number(digits.replaceAll(".", "").replace(",", ".")), decimalMark: digits.includes(",") ? "," : null };
  }
  if (GROUPED_BY_COMMAS.test(digits)) return { number: Number(digits.replaceAll(",", "")), decimalMark: null };
  const mark = digits.includes(",") ? "," : digits.includes(".") ? "." : null;
  const parts = digits.split(/[.,]/);
  // "0.600.000" is no number of any kind: its figures are read as they come.
  return parts.length > 2 ? { number: Number(parts.join("")), decimalMark: null } : { number: Number(parts.join(".")), decimalMark: mark };
}

/** Units of measure of one syllable; other units are taken to have two ("mô hình", "doanh nghiệp", "sản phẩm"). */
const ONE_SYLLABLE: ReadonlySet<string> = new Set(
  (
    "lớp người hộ thôn xóm xã phường điểm bài tin đơn ca cuộc tổ đội cái lần ngày tháng năm tuần giờ phút giây tỷ triệu nghìn ha km m m2 m3 tấn kg con cây trường " +
    "buổi đợt khu bộ máy chợ nhà căn video clip trang hạng bậc vụ việc lượt cặp suất trạm phòng mẫu gói kênh nhóm câu"
  ).split(" "),
);

/** The unit of measure at the head of what follows a number: one or two words ("lớp", "mô hình"); "" when no word follows. */
export function unitWords(following: string): string {
  const match = /^\s?(\p{L}[\p{L}\d]*)(?:(\s)(\p{L}+))?/u.exec(following);
  if (match === null) return "";
  const [, first = "", space = "", second = ""] = match;
  return ONE_SYLLABLE.has(first) || second === "" ? first : first + space + second;
}
