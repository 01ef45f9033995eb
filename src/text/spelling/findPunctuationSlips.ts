import type { Slip } from "./slip";
import { Sign, inCompound, type Tokens } from "./tokens";
import { Interest } from "./word";

const NONE: readonly Slip[] = [];

type Draft = Omit<Slip, "rule" | "data"> & { readonly data?: Slip["data"] };

/** A sign, a letter and what a person sees of it: what stands around a slip, for its message. */
function around(text: string, start: number, end: number): string {
  const from = text.slice(Math.max(0, start - 12), start);
  const to = text.slice(end, end + 12);
  const cutFrom = start > 12 ? from.replace(/^\S*\s/u, "") : from;
  const cutTo = text.length > end + 12 ? to.replace(/\s\S*$/u, "") : to;
  return `${cutFrom}${text.slice(start, end)}${cutTo}`.replace(/[\r\n]+/g, " ").trim();
}

/**
 * Finds slips of punctuation and spacing in one text: doubled full stops, commas and spaces, spaces on the wrong side of a sign, brackets and
 * quotation marks that are not closed or not opened, stray commas. Ellipses ("…", "..."), decimals, times, addresses and blanks that are
 * left to be filled in are none.
 * @param text composed (NFC) text.
 * @param tokens its words and signs.
 */
export function findPunctuationSlips(text: string, tokens: Tokens): readonly Slip[] {
  const { signs, interests } = tokens;
  if ((signs & WORTH_A_LOOK) === 0) return NONE;
  // A comma alone, as nearly every text has one, is worth a look only before certain words.
  const strayCommas = (signs & Sign.comma) !== 0 && (interests & Interest.afterComma) !== 0;
  if (!strayCommas && (signs & WORTH_A_LOOK & ~Sign.comma) === 0) return NONE;
  const drafts: Draft[] = [];
  if ((signs & Sign.dots) !== 0) findDots(text, drafts);
  if ((signs & Sign.spaceRun) !== 0) findSpaceRuns(text, drafts);
  if ((signs & Sign.spaceBefore) !== 0) findSpacesBefore(text, drafts);
  if ((signs & Sign.tight) !== 0) findTight(text, drafts);
  if ((signs & Sign.commaEllipsis) !== 0) {
    findCommaEllipsis(text, drafts);
    findTwoCommas(text, drafts);
  }
  if ((signs & Sign.dash) !== 0) findUnevenDashes(text, drafts);
  if ((signs & Sign.bracket) !== 0) findBrackets(text, drafts);
  if ((signs & (Sign.straightQuote | Sign.curlyQuote)) !== 0) findQuotes(text, drafts);
  if (strayCommas) findStrayCommas(text, tokens, drafts);
  if (drafts.length === 0) return NONE;
  return drafts
    .sort((a, b) => a.start - b.start)
    .map((draft) => ({ ...draft, rule: "punctuation" as const, data: { ...draft.data, found: around(text, draft.start, draft.end) } }));
}

const WORTH_A_LOOK =
  Sign.dots | Sign.spaceRun | Sign.spaceBefore | Sign.tight | Sign.commaEllipsis | Sign.dash | Sign.bracket | Sign.straightQuote | Sign.curlyQuote | Sign.comma;

/** After a figure two dots may be a range ("1..5") or a blank; at the end of a text they are none of these ("giai đoạn 2027 - 2029.."). */
const TWO_DOTS = /(?<![.…\d])\.\.(?![.…\d/\\])|(?<=\d)\.\.(?=\s*$)/g;

function findDots(text: string, drafts: Draft[]): void {
  for (const { index } of text.matchAll(TWO_DOTS)) {
    // "[..]", "ngày .. tháng": a blank to fill in.
    if (!/[\p{L}\d%)\]”"]/u.test(text.charAt(index - 1)) && !(/[;,]/.test(text.charAt(index - 1)) && text.slice(index + 2).trim() === "")) continue;
    drafts.push({ message: "doubled", start: index, end: index + 2, replacement: ".", severity: "warning" });
  }
}

const SPACE_RUN = /(?<=[\p{L}\d,;.:)”"%])[ \u00a0\t]{2,}(?=[\p{L}\d(“"])/gu;
/** Blanks of an attachment line that are filled in by hand: "số         /KH-UBND ngày    tháng    năm". */
const BEFORE_BLANK = /(?<!(?:hằng|hàng|mỗi|từng)\s)(?:số|ngày|tháng|năm)$/iu;
/** As far back as the words that make "tháng" no blank: "trợ cấp hằng tháng , …". */
const BLANK_REACH = 11;

function findSpaceRuns(text: string, drafts: Draft[]): void {
  for (const match of text.matchAll(SPACE_RUN)) {
    if (match[0].length > 4 || BEFORE_BLANK.test(text.slice(Math.max(0, match.index - BLANK_REACH), match.index))) continue;
    drafts.push({ message: "spaces", start: match.index, end: match.index + match[0].length, replacement: " ", severity: "info" });
  }
}

const SPACE_BEFORE = /(?<=[\p{L}\d%)”"])[ \u00a0]+(?=[,;)\]](?!\s?[)\]])|[.:](?![.\d\p{L}]))/gu;

/** A full stop that was typed twice with a space between: "… trên địa bàn. ." */
const STOP_SPACE_STOP = /(?<=[\p{L}\d%)”"])\.[ \u00a0]+\.(?=\s*$)/u;

function findSpacesBefore(text: string, drafts: Draft[]): void {
  const stops = STOP_SPACE_STOP.exec(text);
  if (stops !== null) drafts.push({ message: "doubled", start: stops.index, end: stops.index + stops[0].length, replacement: ".", severity: "warning" });
  for (const match of text.matchAll(SPACE_BEFORE)) {
    if (BEFORE_BLANK.test(text.slice(Math.max(0, match.index - BLANK_REACH), match.index))) continue;
    drafts.push({ message: "spaceBefore", start: match.index, end: match.index + match[0].length + 1, replacement: text.charAt(match.index + match[0].length), severity: "info" });
  }
}

const TIGHT = /(?<=\p{Ll}{2})[,;](?=\p{L}{2})/gu;

function findTight(text: string, drafts: Draft[]): void {
  for (const { index } of text.matchAll(TIGHT)) {
    if (inCompound(text, index, index)) continue;
    drafts.push({ message: "tight", start: index, end: index + 1, replacement: `${text.charAt(index)} `, severity: "info" });
  }
}

const COMMA_ELLIPSIS = /[,;] ?(?=…|\.{3})/g;

function findCommaEllipsis(text: string, drafts: Draft[]): void {
  for (const match of text.matchAll(COMMA_ELLIPSIS)) {
    drafts.push({ message: "commaEllipsis", start: match.index, end: match.index + match[0].length, replacement: "", severity: "info" });
  }
}

const TWO_COMMAS = /[,;]{2,}/g;

/** One sign too many where a text ends: "… quốc gia.,", "… quốc gia,.". */
const STOP_AND_COMMA = /(?<=[\p{Ll}%)]{2})(?:\.[,;]|[,;]\.)(?=\s*$)/u;

function findTwoCommas(text: string, drafts: Draft[]): void {
  const both = STOP_AND_COMMA.exec(text);
  if (both !== null) drafts.push({ message: "doubled", start: both.index, end: both.index + both[0].length, replacement: ".", severity: "warning" });
  for (const { index, 0: found } of text.matchAll(TWO_COMMAS)) {
    drafts.push({ message: "twoCommas", start: index, end: index + found.length, replacement: found.includes(";") ? ";" : ",", severity: "info" });
  }
}

/** "Thường Tín- Phú Xuyên", "Văn hóa -Xã hội"; not a document's number, which the rules of citations read, nor a range of years. */
const UNEVEN_DASH = /(?<=\p{Ll}) ?[-–] ?(?=\p{L}{2})/gu;

function findUnevenDashes(text: string, drafts: Draft[]): void {
  for (const match of text.matchAll(UNEVEN_DASH)) {
    const [found] = match;
    const before = found.startsWith(" ");
    const after = found.endsWith(" ");
    if (before === after || match.index === 0) continue;
    drafts.push({ message: "dash", start: match.index, end: match.index + found.length, replacement: ` ${found.trim()} `, severity: "info" });
  }
}

const BRACKETS = /[()[\]]/g;
const OPENING: Readonly<Record<string, string>> = { ")": "(", "]": "[" };
/** The mark of a list item, "a)", "1)", "ii)", closes nothing. */
const LIST_MARK = /(?:^|[\s;.,:(])(?:\p{L}|\d{1,2}|[ivx]{1,4})(?:\.\d{1,2})*$/u;

function findBrackets(text: string, drafts: Draft[]): void {
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (const { index: i, 0: mark } of text.matchAll(BRACKETS)) {
    if (mark === "(" || mark === "[") open.push({ mark, at: i });
    const wanted = OPENING[mark];
    if (wanted === undefined) continue;
    if (open.at(-1)?.mark === wanted) open.pop();
    else if (!LIST_MARK.test(text.slice(Math.max(0, i - 8), i))) drafts.push({ message: "unopened", start: i, end: i + 1, severity: "warning", data: { mark } });
  }
  for (const { mark, at } of open) drafts.push({ message: "unclosed", start: at, end: at + 1, severity: "warning", data: { mark } });
}

/** A straight mark after a figure stands for inches or seconds. */
const INCHES = /\d$/;

const QUOTES = /["“”„]/g;

function findQuotes(text: string, drafts: Draft[]): void {
  let straight: number | null = null;
  let curly: number | null = null;
  for (const { index: i, 0: mark } of text.matchAll(QUOTES)) {
    if (mark === '"') {
      if (straight === null && INCHES.test(text.slice(Math.max(0, i - 1), i))) continue;
      // A straight mark closes a curly one where a text was mended by hand.
      if (curly !== null && straight === null) curly = null;
      else straight = straight === null ? i : null;
    } else if (mark === "“" || mark === "„") {
      if (curly !== null) drafts.push({ message: "unclosed", start: curly, end: curly + 1, severity: "warning", data: { mark: text.charAt(curly) } });
      curly = i;
    } else {
      if (curly !== null) curly = null;
      else if (straight !== null) straight = null;
      else {
        const opens = /\p{L}/u.test(text.charAt(i + 1)) && text.includes("”", i + 1);
        if (opens) {
          // The first of two closing marks, before a word: it was meant to open.
          const glued = /[\p{L}\d]/u.test(text.charAt(i - 1));
          drafts.push({ message: "turned", start: i, end: i + 1, replacement: glued ? " “" : "“", severity: "warning" });
          curly = i;
        } else drafts.push({ message: "unopened", start: i, end: i + 1, severity: "warning", data: { mark } });
      }
    }
  }
  for (const at of [straight, curly]) if (at !== null) drafts.push({ message: "unclosed", start: at, end: at + 1, severity: "warning", data: { mark: text.charAt(at) } });
}

/** Who may be "liên quan": "các phòng, ban, liên quan" has a comma too many. */
const CONCERNED: ReadonlySet<string> = new Set(["ban", "ngành", "vị", "quan", "chức", "thể", "thôn", "xóm", "bản"]);
/** Other fixed phrases that a comma breaks: the words before it, the words after it. */
const BROKEN: readonly (readonly [before: readonly string[], after: readonly string[]])[] = [
  [["được", "khởi", "tạo"], ["từ"]],
  [["thủ", "tục"], ["hành", "chính"]],
];

function findStrayCommas(text: string, { count, words, starts, ends, follows }: Tokens, drafts: Draft[]): void {
  const says = (at: number, wanted: readonly string[]): boolean => wanted.every((syllable, k) => words[at + k]?.syllable === syllable && (k === 0 || follows[at + k] === 1));
  for (let comma = text.indexOf(","); comma > 0; comma = text.indexOf(",", comma + 1)) {
    const i = wordBefore(ends, count, comma) + 1;
    const start = i < count ? starts[i] : undefined;
    if (i === 0 || start === undefined || start - comma > 2 || ((words[i]?.interests ?? 0) & Interest.afterComma) === 0) continue;
    const concerned = CONCERNED.has(words[i - 1]?.syllable ?? "") && (says(i, ["liên", "quan"]) || says(i, ["có", "liên", "quan"]));
    if (concerned || BROKEN.some(([first, second]) => says(i - first.length, first) && says(i, second))) {
      drafts.push({ message: "strayComma", start: comma, end: start, replacement: " ", severity: "info" });
    }
    // In a list with commas the first one is missing: "cán bộ công chức, viên chức".
    if (words[i]?.syllable === "viên" && says(i - 4, ["cán", "bộ", "công", "chức"])) {
      drafts.push({ message: "lostComma", start: ends[i - 3] ?? comma, end: starts[i - 2] ?? comma, replacement: ", ", severity: "info" });
    }
  }
}

/** The index of the word that ends at an offset, -1 when none does. */
function wordBefore(ends: Int32Array, count: number, offset: number): number {
  let from = 0;
  let to = count - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const end = ends[middle] ?? 0;
    if (end === offset) return middle;
    if (end < offset) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
