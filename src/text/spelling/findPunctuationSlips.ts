import type { Slip } from "./slip";
import { Sign, inCompound, wordAt, type Tokens } from "./tokens";
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
  const strayCommas = (signs & Sign.comma) !== 0 && (interests & Interest.afterComma) !== 0 && strayCommaFrom(text, tokens, 0) >= 0;
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
  return drafts.length === 0 ? NONE : finished(text, drafts);
}

/** In a function of its own: a closure over the text would cost memory for each text. */
function finished(text: string, drafts: Draft[]): readonly Slip[] {
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
  QUOTES.lastIndex = 0;
  while (QUOTES.test(text)) {
    const i = QUOTES.lastIndex - 1;
    const mark = text.charAt(i);
    if (mark === '"') {
      if (straight === null && INCHES.test(text.slice(Math.max(0, i - 1), i))) continue;
      // A straight mark closes a curly one where a text was mended by hand.
      if (curly !== null && straight === null) curly = null;
      else straight = straight === null ? i : null;
    } else if (mark === "“" || mark === "„") {
      if (curly !== null) drafts.push(unclosedAt(text, curly));
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
  if (straight !== null) drafts.push(unclosedAt(text, straight));
  if (curly !== null) drafts.push(unclosedAt(text, curly));
}

function unclosedAt(text: string, at: number): Draft {
  return { message: "unclosed", start: at, end: at + 1, severity: "warning", data: { mark: text.charAt(at) } };
}

/** Who may be "liên quan": "các phòng, ban, liên quan" has a comma too many. */
const CONCERNED: ReadonlySet<string> = new Set(["ban", "ngành", "vị", "quan", "chức", "thể", "thôn", "xóm", "bản"]);
/** Other fixed phrases that a comma breaks: the words before it, the words after it. */
const BROKEN: readonly (readonly [before: readonly string[], after: readonly string[]])[] = [
  [["được", "khởi", "tạo"], ["từ"]],
  [["thủ", "tục"], ["hành", "chính"]],
];

function findStrayCommas(text: string, tokens: Tokens, drafts: Draft[]): void {
  const { starts, ends } = tokens;
  for (let comma = strayCommaFrom(text, tokens, 0); comma >= 0; comma = strayCommaFrom(text, tokens, comma + 1)) {
    const i = wordBehind(tokens, comma);
    const start = starts[i] ?? comma;
    if (isStray(tokens, i)) drafts.push({ message: "strayComma", start: comma, end: start, replacement: " ", severity: "info" });
    else drafts.push({ message: "lostComma", start: ends[i - 3] ?? comma, end: starts[i - 2] ?? comma, replacement: ", ", severity: "info" });
  }
}

/** The first comma from an offset on that breaks a phrase, or stands in a list in which the one before it is missing; -1 when there is none. */
function strayCommaFrom(text: string, tokens: Tokens, from: number): number {
  const { starts } = tokens;
  for (let comma = text.indexOf(",", Math.max(from, 1)); comma > 0; comma = text.indexOf(",", comma + 1)) {
    const i = wordBehind(tokens, comma);
    const word = wordAt(tokens, i);
    if (i === 0 || i >= tokens.count || (word.interests & Interest.afterComma) === 0 || (starts[i] ?? 0) - comma > 2) continue;
    // In a list with commas the first one is missing: "cán bộ công chức, viên chức".
    if (isStray(tokens, i) || (word.syllable === "viên" && says(tokens, i - 4, CIVIL_SERVANTS))) return comma;
  }
  return -1;
}

/** The index of the word that follows a comma right behind a word; 0 when no word ends there. */
function wordBehind({ ends, count }: Tokens, comma: number): number {
  return wordBefore(ends, count, comma) + 1;
}

const CIVIL_SERVANTS = ["cán", "bộ", "công", "chức"];
const RELATED = ["liên", "quan"];
const THAT_RELATE = ["có", "liên", "quan"];

/** True for a comma before a word that breaks a fixed phrase. */
function isStray(tokens: Tokens, i: number): boolean {
  if (CONCERNED.has(wordAt(tokens, i - 1).syllable) && (says(tokens, i, RELATED) || says(tokens, i, THAT_RELATE))) return true;
  for (const [first, second] of BROKEN) if (says(tokens, i, second) && says(tokens, i - first.length, first)) return true;
  return false;
}

/** True when the syllables stand one after the other from a word on. */
function says(tokens: Tokens, at: number, wanted: readonly string[]): boolean {
  for (let k = 0; k < wanted.length; k++) if (wordAt(tokens, at + k).syllable !== wanted[k] || (k > 0 && tokens.follows[at + k] !== 1)) return false;
  return true;
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
