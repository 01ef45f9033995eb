import type { CellValue } from "../../grid/grid";
import { canonicalTone, collapse, compose, isBlank, lower, plainMarks } from "../normal";
import { AFTER, BEFORE, comparisonOf, FIGURE, figureOf } from "./figures";
import { findTargetValues } from "./findTargetValues";
import type { MeasuredTarget, TargetValue } from "./targetValue";

const LONGEST = 2_000;

/** A cell that holds a value and little else. Groups are named; every part but the number may be absent. */
const CELL = new RegExp(
  String.raw`^(?<lead>\s*(?:(?:phấn đấu|đạt|hoàn thành|duy trì|khoảng|bằng|có|giữ vững|tăng|giảm|xây dựng|thêm)\s+){0,3})` +
    String.raw`(?<before>(?:${BEFORE})?)\s*(?<first>${FIGURE})(?<share1>\s?(?:%|phần trăm(?!\p{L})))?` +
    String.raw`(?:\s?(?:-|đến|tới)\s?(?<last>${FIGURE}))?(?<share2>\s?(?:%|phần trăm(?!\p{L})))?` +
    String.raw`(?<of>\s?/\s?(?:${FIGURE})(?![\d/]))?(?<rest>[^]*)$`,
  "u",
);
const AFTER_NUMBER = new RegExp(String.raw`^\s*(?<unit>[^\d;,.()]{0,60}?)\s*(?<after>${AFTER})(?!\p{L})`, "u");
/** What may follow the number in a cell: a unit of measure, of letters, with "/năm" and the like. */
const UNIT = /^\s*(?<unit>\/?\s?\p{L}[\p{L}\p{M}\s/&²³2-]{0,60}?)\s*(?:[.,;:(][^]*)?$/u;
/** Text glued to the number, or more of a date or document number, makes it no value: "5G", "31/12/2025", "57-NQ/TW". */
const NO_VALUE = /^(?:\p{L}(?!\p{Ll}{2})|\/\d|-\p{Lu}|[.,]\d|\s?-\s?nq)/u;
const QUALITATIVE = /^(?:x|✓|✔|√|có|đạt|hoàn thành)[.\s]*$/;

/** Words in the place of a number that say how much without saying it: "chưa rõ", "bằng năm trước", "nhiều hơn", "98 hoặc 99". */
const NO_MEASURE =
  /^(?:chưa (?:rõ|xác định|biết|thống kê|tính được)|không rõ|(?:(?:khoảng|xấp xỉ|gần) )?(?:bằng|như|tương đương)(?: mức)? (?:(?:các )?năm trước|cùng kỳ|hiện nay|trước đây)|(?:nhiều|ít|cao|thấp) hơn(?: (?:năm trước|trước|cùng kỳ))?|\d[\d.,]*\s?%?\s(?:hoặc|hay)\s\d[\d.,]*\s?%?)[.\s]*$/u;

/** A number in words, which no sum or comparison takes: "một trăm", "chín mươi lăm phần trăm". */
const IN_WORDS = /^(?!năm[.\s]*$)(?:(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt|trăm|nghìn|ngàn|triệu|linh|lẻ)(?:\s|$)){1,9}(?:phần trăm)?$/u;

/** What a formula shows that cannot be computed. */
const EXCEL_ERROR = /^\s*#(?:ref!|n\/a|value!|div\/0!|name\?|num!|null!|spill!|calc!)\s*$/u;

/**
 * Reads the value of a target for one year or period.
 * @param value what the cell holds; of a number cell the stored number counts, and the shown text tells the unit ("30%" for 0.3).
 * @param text the text that the cell shows; offsets are into it.
 * @returns "measured" for a number to reach; "qualitative" for "x", "Đạt" and prose without a number; "missing" for an empty cell or a
 *   placeholder; "unreadable" for signs and words that set nothing ("chưa rõ", "98 hoặc 99"), numbers in words and dates.
 */
export function parseTargetValue(value: CellValue, text: string): TargetValue {
  if (typeof value === "number" && collapse(text) === "") return bare(value, text);
  if (isBlank(text)) return typeof value === "number" ? bare(value, text) : { kind: "missing" };
  if (typeof value === "boolean") return { kind: "qualitative" };
  const { text: written, original } = compose(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const plain = plainMarks(lower(canonicalTone(written)));
  if (EXCEL_ERROR.test(plain)) return { kind: "unreadable" };
  if (QUALITATIVE.test(plain.trim())) return { kind: "qualitative" };
  if (NO_MEASURE.test(plain.trim()) || IN_WORDS.test(plain.trim())) return { kind: "unreadable" };
  const cell = readCell(plain, written);
  if (cell !== null) return stored(value, { ...cell, start: original(cell.start), end: original(cell.end) });
  const [first] = findTargetValues(text);
  if (first !== undefined) return first;
  if (typeof value === "number" && !/[/:]|\p{L}/u.test(plain)) return bare(value, text);
  return /\p{L}{2}/u.test(plain) && !DATE.test(plain) ? { kind: "qualitative" } : { kind: "unreadable" };
}

const DATE = /^[^\d\p{L}]{0,5}\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\s*$/u;

/** "15/19": so many of all, for no month has that number. */
function isPartOfAll(plain: string): boolean {
  const [, part, all] = /^\s*(\d{1,3})\s?\/\s?(\d{1,3})\s*$/.exec(plain) ?? [];
  return all !== undefined && Number(all) > 12 && Number(part) <= Number(all);
}

/** A number without a shown text. */
function bare(number: number, text: string): TargetValue {
  if (!Number.isFinite(number)) return { kind: "unreadable" };
  const decimalMark = Number.isInteger(number) ? null : text.includes(",") ? "," : ".";
  return { kind: "measured", comparison: "=", number, upTo: null, unit: null, decimalMark, start: 0, end: text.length };
}

/** Puts the number of the cell in place of the one that its format shows, rounded to what can be told apart. */
function stored(value: CellValue, shown: MeasuredTarget): MeasuredTarget {
  if (typeof value !== "number" || shown.upTo !== null) return shown;
  const number = shown.unit === "%" ? Math.round(value * 1e11) / 1e9 : value;
  if (!Number.isFinite(number)) return shown;
  return { ...shown, number, decimalMark: Number.isInteger(number) ? null : shown.decimalMark };
}

function readCell(plain: string, written: string): MeasuredTarget | null {
  const match = CELL.exec(plain);
  const g = match?.groups;
  if (g === undefined) return null;
  const { lead = "", before = "", first = "", rest = "", of = "" } = g;
  const last = g["last"];
  const share = g["share1"] ?? g["share2"];
  const restAt = plain.length - rest.length;
  if (share === undefined && NO_VALUE.test(plain.slice(restAt)) && !/^\p{L}/u.test(written.slice(restAt))) return null;
  if (share === undefined && /^\p{L}/u.test(rest) && !/^\p{Ll}{2}/u.test(written.slice(restAt))) return null;
  if (DATE.test(plain) && !isPartOfAll(plain) && (of !== "" || /^\d{1,2}[/-]\d{1,2}$/.test(plain.trim()))) return null;
  if (share === undefined && rest.trim() !== "" && /^\s*[-/–]/.test(rest) && /\d/.test(rest)) return null;
  const trailing = AFTER_NUMBER.exec(rest)?.groups;
  const unitText = trailing?.["unit"] ?? UNIT.exec(rest)?.groups?.["unit"] ?? "";
  // Prose after the number: it is found again with its unit by the reader of prose, and is no unit here.
  if (share === undefined && unitText === "" && /\p{L}/u.test(rest)) return null;
  const from = figureOf(first);
  const to = last === undefined ? null : figureOf(last);
  const after = trailing?.["after"] ?? "";
  const unit = share !== undefined ? "%" : unitText.trim() === "" ? null : collapse(written.slice(restAt + rest.indexOf(unitText), restAt + rest.indexOf(unitText) + unitText.length)).replace(/^\/\s?/, "");
  const consumed = after !== "" ? rest.indexOf(after) + after.length : share !== undefined ? 0 : unitText === "" ? 0 : rest.indexOf(unitText) + unitText.trimEnd().length;
  return {
    kind: "measured",
    comparison: to === null ? comparisonOf(before, after) : "=",
    number: from.number,
    upTo: to?.number ?? null,
    unit: unit === "" ? null : unit,
    decimalMark: from.decimalMark ?? to?.decimalMark ?? null,
    start: lead.length,
    end: restAt + consumed,
  };
}
