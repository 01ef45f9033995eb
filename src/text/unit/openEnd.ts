import { canonicalTone } from "../normal";
import { rememberTexts } from "../textMemory";

/** How a cell ends before its list does. */
export interface OpenEnd {
  /** Ends in a word or sign that something must follow; in a bracket that nothing closes; or in the sign that parts the items of a list. */
  readonly kind: "word" | "bracket" | "list";
  /** The open end itself, as offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** Words that no list of units ends in, in small letters (a capital one may be a name: "Thôn Và"). */
const OPEN_WORDS: ReadonlySet<string> = new Set([
  "và", "các", "những", "với", "cùng", "hoặc", "của", "thuộc", "tại", "trên", "theo", "cho", "về", "để", "trong", "ở", "giữa", "gồm", "là", "liên", "mọi", "từng", "được", "bởi", "có", "nhiều", "một",
]);
/** In these an open word is at home: "cơ quan cấp trên", "các đơn vị trực thuộc". */
const CLOSED = /(?:(?:cấp|bên|nói|như) trên|(?:trực|phụ|lệ) thuộc)$/u;
/** The first half of a word of two syllables, where groups are named: "trên địa", "Các phòng, ban, đơn". */
const HALF = /(?:trên địa|(?:^|[,;]\s*|\s(?:và|các)\s+|^các\s+)(?:đơn|cơ|doanh|tổ dân|khu dân))$/u;
/** What a letter tells apart: "khu b", "tổ c". */
const LETTERED = /(?:khu|nhóm|tổ|thôn|xóm|số|điểm|lô|khối|ấp|bản|loại|cụm|đội) \p{L}+$/u;
/** What a syllable begins with, alone: "đơn v", "các th". */
const ONSET = /^(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v)$/u;
const JOINERS = "-–—&+/:";
/** What may stand behind the last word. */
const AFTER = " \t\r\n\u00a0.;,";

/**
 * Tells that a cell of units was cut off, from its text alone: "Các phòng, ban, đơn vị và các", "Công an xã; Đoàn Thanh niên và", "Phòng Kinh
 * tế (lĩnh vực", "Các phòng, ban, ngành;". A list over several lines whose items each end in ";" ends so rightly, and so does "…".
 * @returns null for a text that may end where it does.
 */
export const openEnd = rememberTexts(endOf);

function endOf(text: string): OpenEnd | null {
  const trimmed = text.trimEnd();
  let bare = trimmed.length;
  while (bare > 0 && AFTER.includes(trimmed.charAt(bare - 1))) bare--;
  const body = trimmed.slice(0, bare);
  if (body === "" || /(?:\.\.|…)$/u.test(trimmed)) return null;
  const last = body.charAt(body.length - 1);
  if (JOINERS.includes(last)) return /\p{L}/u.test(body) ? { kind: "word", start: body.length - 1, end: body.length } : null;

  const from = Math.max(body.lastIndexOf(" "), body.lastIndexOf("\n"), body.lastIndexOf("\u00a0"), body.lastIndexOf("(")) + 1;
  const word = canonicalTone(body.slice(from));
  const before = canonicalTone(body.slice(Math.max(0, from - 24))).toLowerCase();
  if (from > 0 && ((OPEN_WORDS.has(word) && !CLOSED.test(before)) || (ONSET.test(word) && !LETTERED.test(before)) || HALF.test(before))) return { kind: "word", start: from, end: body.length };

  const opening = unclosed(body);
  if (opening !== null) return { kind: "bracket", start: opening, end: body.length };
  // A list of several lines: the sign ends each item, also the last.
  if (trimmed.length > body.length && /[;,]/u.test(trimmed.slice(body.length)) && !body.includes("\n")) return { kind: "list", start: body.length, end: trimmed.length };
  return null;
}

/** Where the last bracket stands that nothing closes. */
function unclosed(text: string): number | null {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 40) open.push(i);
    else if (c === 41) open.pop();
  }
  return open.pop() ?? null;
}
