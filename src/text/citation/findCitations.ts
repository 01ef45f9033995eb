import { dayInterval, isoDay } from "../deadline/calendar";
import { rememberTexts } from "../textMemory";
import { canonicalTone, compose, lower, plainMarks } from "../normal";
import type { Span } from "../place/attachmentLine";
import type { Citation, CitedDate, CitedIssuer, FormSlip, NumberSystem } from "./citation";
import { issuerAt, plainIssuerAt } from "./issuer";
import { isPlainNumber, numberTokenAt, plainDateAt } from "./plainForms";
import { ALSO_VERBS, isKnownOrgan, looksLikeOffice, readOrgan, readSign, TYPE_BY_WORDS } from "./signs";

/** What every number has: a figure and, at most a hyphen or slash away, a capital letter. Most texts have none, and need no more looking at. */
const MAYBE = /\d\s{0,2}[-/\u2010-\u2015\u2212]?\s{0,2}[A-ZĐ]/;

/** Where a number may be: figures that a capital letter follows, a hyphen or slash or another figure group away at most. */
const FIGURES = /\d{1,6}(?=\s{0,2}[-/]?\s{0,2}(?:[A-ZĐ]|(?:19|20)\d\d\s{0,2}[-/]))/g;
/** The type's sign, written once more before the figures. */
const DOUBLED = /(?<![\p{L}\p{M}\d/.,-])\p{Lu}{2,3}r?$/u;

/**
 * A number in any of its forms, right or broken: figures, perhaps a year, then the letters of two signs with what stands between.
 * Every part is bounded, and it is tried once at each group of figures, so that the whole is linear.
 */
const NUMBER =
  /(?<figures>\d{1,6})(?:(?<yearGap>\s{0,2}\/\s{0,2})(?<year>(?:19|20)\d\d)(?=\s{0,2}[-/]))?(?<first>\s{0,2}[-/]\s{0,2}|\s{0,1})(?<a>\p{Lu}\p{L}{0,11}\d{0,2})(?:(?<second>\s{0,2}[-/]\s{0,2}|\s)(?<b>\p{Lu}\p{L}{0,9}\d{0,2})(?![\p{L}\d]))?(?<rest>(?:-\p{Lu}\p{L}{0,7}){0,2})(?![\p{L}\d])/uy;

/** "số" right before the number. */
const SO_BEFORE = /(?<![\p{L}])số\s{0,3}:?\s{0,3}$/u;
const LONGEST_TYPE = 45;
const MOST_TYPE_WORDS = 4;

const DATE =
  /[\s,(]{0,4}(?:ngày\s{0,3})?(?<day>\d{1,2})\s{0,2}[/.-]\s{0,2}(?<month>\d{1,2})\s{0,2}[/.-]\s{0,2}(?<year>(?:19|20)\d\d)(?!\d)|[\s,(]{0,4}ngày\s{1,3}(?<day2>\d{1,2})\s{1,3}tháng\s{1,3}(?<month2>\d{1,2})[\s,]{1,3}năm\s{1,3}(?<year2>(?:19|20)\d\d)(?!\d)|[\s,(]{0,4}tháng\s{1,3}(?<month3>\d{1,2})\s{0,3}(?:năm\s{1,3}|[/.-]\s{0,2})(?<year3>(?:19|20)\d\d)(?!\d)/iy;
const OF = /[\s,]{0,4}(?:của|do)\s{1,3}/iy;

/**
 * The documents that a text cites by their numbers, in order, with type, date and issuer where they stand beside, and with what is broken
 * in the number's form. The forms are those of Decree 30/2020/NĐ-CP for the state ("71/NQ-CP", "88/2025/NĐ-CP", "3204/UBND-ĐMPT") and of
 * Guidance 36-HD/VPTW for the Party ("57-NQ/TW").
 * @param text any text; the offsets are into it.
 */
export function findCitations(text: string): readonly Citation[] {
  return MAYBE.test(text) ? search(text) : NONE;
}

/**
 * As `findCitations`, for a composed text that was scanned already.
 * @param first where the first figure stands that a capital letter follows soon, and @param last where the last one does.
 * @param plain true when none of the text's dashes and quotation marks is another than the plain ones.
 */
export function findCitationsBetween(text: string, first: number, last: number, plain: boolean): readonly Citation[] {
  return searchComposed(plain ? text : plainMarks(text), first, last, asItIs);
}

const NONE: readonly Citation[] = [];
/** More than there can be in a number before its last figure: figures, a joint, a year. */
const BEFORE_LAST_FIGURE = 24;

/** In small letters, with plain marks and one placement of tone marks; every character keeps its offset. */
function simplify(text: string): string {
  return lower(canonicalTone(text));
}

/** Made once: one for each text would be as much to make as its citations. */
const asItIs = (span: Span): Span => span;

function search(text: string): readonly Citation[] {
  const { text: composed, original } = compose(text);
  return searchComposed(plainMarks(composed), 0, Infinity, composed === text ? asItIs : ({ start, end }) => ({ start: original(start), end: original(end) }));
}

/** @param shift takes a span of the written text back to the text as it was given. */
function searchComposed(written: string, from: number, last: number, shift: (span: Span) => Span): readonly Citation[] {
  let citations: Citation[] | undefined;
  FIGURES.lastIndex = beginOfFigures(written, Math.max(0, from - BEFORE_LAST_FIGURE));
  while (FIGURES.lastIndex <= last && FIGURES.test(written)) {
    const behindFigures = FIGURES.lastIndex;
    const first = beginOfFigures(written, behindFigures, MOST_FIGURES);
    const doubled = first > 0 && isWritten(written.charCodeAt(first - 1)) ? DOUBLED.exec(written.slice(Math.max(0, first - 6), first))?.[0] : undefined;
    if (doubled === undefined && first > 0 && JOINED.test(written.charAt(first - 1))) continue;
    const start = first - (doubled?.length ?? 0);
    const { type: typed, announced } = leadIn(written.slice(beginOfLeadIn(written, start), start));
    const type = typed === null && announced ? lawBefore(written, start) : typed;
    const token = doubled === undefined ? numberTokenAt(written, first) : null;
    const plain = token === null ? null : plainNumber(token);
    let read: ReadNumber;
    let end: number;
    if (plain !== null && token !== null) {
      read = plain;
      end = first + token.length;
    } else {
      NUMBER.lastIndex = first;
      const match = NUMBER.exec(written);
      if (match?.groups === undefined) continue;
      const behind = first + match[0].length;
      const understood = readNumber(match.groups, doubled, written.slice(behind, behind + 12), () => written === written.toUpperCase(), announced);
      if (understood === null) continue;
      read = understood;
      end = behind - read.unused;
    }
    FIGURES.lastIndex = end;
    const after = readAfter(written, end);
    const typeWord = type?.words ?? (read.slip?.kind === "doubled" ? doubled?.toLowerCase() : undefined);
    const citation = withYear({
      type: typeWord === undefined ? null : (TYPE_BY_WORDS.get(typeWord) ?? null),
      system: read.system,
      figures: read.figures,
      year: read.year,
      symbol: read.symbol,
      organ: read.organ,
      number: read.number,
      key: read.key,
      span: shift({ start, end }),
      whole: shift({ start: type === null ? start : start - type.length, end: after.end }),
      date: after.date === null || shift === asItIs ? after.date : { iso: after.date.iso, span: shift(after.date.span) },
      issuer: after.issuer === null || shift === asItIs ? after.issuer : moved(after.issuer, shift(after.issuer.span)),
      slip: read.slip,
    });
    // The first makes the list: one that is empty when the first is pushed keeps room for many.
    if (citations === undefined) citations = [citation];
    else citations.push(citation);
  }
  return citations ?? NONE;
}

/** Figures that a number may have. */
const MOST_FIGURES = 6;

/** Where the run of figures begins that ends at an offset, or the last `most` of them. */
function beginOfFigures(text: string, end: number, most = Infinity): number {
  let begin = end;
  while (begin > 0 && end - begin < most && isFigure(text.charCodeAt(begin - 1))) begin--;
  return begin;
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What figures of a number never stand right behind: letters, and what joins them to other figures. */
const JOINED = /[\p{L}\p{M}\d/.,-]/u;

function keyOf(number: string): string {
  return number.replace(/^0+(?=\d)/, "").toUpperCase();
}

/** What the words before a number say of it. */
interface LeadIn {
  /** The word for its type, and how far before the number it begins; null when there is none. */
  readonly type: { readonly words: string; readonly length: number } | null;
  /** True when a word for a type, or "số", stands before it. */
  readonly announced: boolean;
}

/** Where the words before a number begin that can tell its type: a few words back, and no further than a sign other than a colon. */
function beginOfLeadIn(written: string, end: number): number {
  let begin = end;
  let words = 0;
  while (begin > 0 && end - begin < LONGEST_TYPE) {
    const code = written.charCodeAt(begin - 1);
    if (isSpace(code)) {
      if (isWritten(written.charCodeAt(begin)) && ++words > MOST_TYPE_WORDS) break;
    } else if (!isWritten(code) && code !== 0x3a) break;
    begin--;
  }
  return begin;
}

/** Plans cite the same documents in the same words again and again. */
const leadIn = rememberTexts((written): LeadIn => {
  const before = simplify(written);
  const type = typeBefore(before);
  return { type: type === null ? null : { words: type.words, length: before.length - type.start }, announced: type !== null || SO_BEFORE.test(before) };
});

/** A law's name may stand between "Luật" and "số": "Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/QH15". */
const LONGEST_LAW = 120;
const NAMED_LAW = /(?<!\p{L})(?<words>Bộ luật|Luật)\s\p{Lu}(?<name>[\p{L}\s,]{2,100})\ssố\s{0,3}:?\s{0,3}$/u;
/** With any of these between, the number is another document's. */
const NO_LAW_NAME = /(?<!\p{L})(?:của|theo|tại|trên|do|luật|nghị quyết|nghị định|quyết định|kế hoạch|công văn|chỉ thị|thông tư|thông báo|kết luận|văn bản|báo cáo|tờ trình|hướng dẫn|chương trình|đề án)(?!\p{L})/iu;

/** The word "Luật" before a law's name and "số"; null when there is none. */
function lawBefore(written: string, end: number): LeadIn["type"] {
  const before = written.slice(Math.max(0, end - LONGEST_LAW), end);
  const named = NAMED_LAW.exec(before);
  if (named?.groups === undefined || NO_LAW_NAME.test(canonicalTone(named.groups.name ?? ""))) return null;
  return { words: lower(named.groups.words ?? ""), length: before.length - named.index };
}

/** The word for the type that a text ends in, and where it stands; null when it ends in none. */
function typeBefore(before: string): { readonly words: string; readonly start: number } | null {
  let end = before.length;
  while (end > 0 && (isSpace(before.charCodeAt(end - 1)) || before.charAt(end - 1) === ":")) end--;
  const so = end >= 2 && before.slice(end - 2, end) === "số" && !isLetter(before.charCodeAt(end - 3));
  if (so) {
    end -= 2;
    while (end > 0 && isSpace(before.charCodeAt(end - 1))) end--;
  }
  // The longest type that the words end in: up to four words back.
  let found: { readonly words: string; readonly start: number } | null = null;
  let start = end;
  for (let words = 0; words < MOST_TYPE_WORDS && start > 0; words++) {
    while (start > 0 && isSpace(before.charCodeAt(start - 1))) start--;
    const last = start;
    while (start > 0 && isLetter(before.charCodeAt(start - 1))) start--;
    if (start === last) break;
    const written = before.slice(start, end);
    const said = words === 0 ? written : written.replace(/\s+/g, " ");
    if (TYPE_BY_WORDS.has(said) && (so || !ALSO_VERBS.has(said))) found = { words: said, start };
  }
  return found;
}

/** True for the small letters of Vietnamese, composed. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x1ef9);
}

/** As `isLetter`, capitals too. */
function isWritten(code: number): boolean {
  return isLetter(code) || (code >= 0x41 && code <= 0x5a);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0xa0;
}

type Groups = Readonly<Partial<Record<string, string>>>;

/** A number that was understood. */
interface ReadNumber {
  readonly system: NumberSystem;
  readonly figures: string;
  readonly year: number | null;
  readonly symbol: string | null;
  readonly organ: string;
  readonly number: string;
  readonly key: string;
  readonly slip: Citation["slip"];
  /** How many of the matched characters at the end are no part of it. */
  readonly unused: number;
}

/**
 * What the letters and joints of a possible number mean; null when it is none.
 * @param announced true when a word for a type or "số" stands before it.
 */
function readNumber(groups: Groups, doubled: string | undefined, behind: string, allCapitals: () => boolean, announced: boolean): ReadNumber | null {
  const { figures = "", year, yearGap = "", first = "", a = "", second, b, rest = "" } = groups;
  const joints = [yearGap, first, ...(second === undefined ? [] : [second])];
  const spaced = joints.some((joint) => /[-/]/.test(joint) && /\s/.test(joint));
  const one = first.trim();
  const two = second?.trim();
  const head = figures + (year === undefined ? "" : `/${year}`);
  const done = (system: NumberSystem, symbol: string | null, organ: string, tail: string, slip: FormSlip | null, certain = true, unused = 0): ReadNumber => {
    const number = symbol === null ? `${head}/${organ}${tail}` : system === "party" ? `${head}-${symbol}/${organ}${tail}` : `${head}/${symbol}-${organ}${tail}`;
    return {
      figures: figures.replace(/^0+(?=\d)/, ""),
      year: year === undefined ? null : Number(year),
      system,
      symbol,
      organ,
      number,
      key: keyOf(number),
      slip: slip === null ? null : { kind: slip, certain },
      unused,
    };
  };
  if (doubled !== undefined && readSign(doubled) === null) return null;

  const sign = readSign(a);
  if (sign !== null && b !== undefined && two !== undefined) {
    const organ = readOrgan(b);
    if (two === "" && !(organ.system !== null && one !== "")) return null;
    const written: NumberSystem | null = one === "-" && two === "/" ? "party" : one === "/" && two === "-" ? "state" : null;
    const system = organ.system ?? written;
    // Letters that are not known as an office's count only where the form is whole, or the number is announced.
    if (system === null || (organ.system === null && !announced && (first === "" || !/^[\p{Lu}\d]{2,}/u.test(b)))) return null;
    // "01 KH-UBND" is "one plan of UBND" as well, unless it is announced.
    if (first === " " && !announced) return null;
    const exact = (sign.exact && organ.exact) || (allCapitals() && sameLetters(a, sign.sign) && sameLetters(b, organ.organ));
    const slip: FormSlip | null =
      doubled !== undefined ? "doubled" : written !== system ? "separators" : !exact ? "letters" : spaced ? "spaces" : null;
    return done(system, sign.sign, organ.organ, rest, slip);
  }

  // "193/2025/QH15": the sign of the National Assembly alone.
  const organ = readOrgan(a);
  if (/^(?:QH|UBTVQH)\d/.test(organ.organ) && one === "/") {
    const unused = second === undefined ? 0 : second.length + (b?.length ?? 0) + rest.length;
    return done("state", null, organ.organ, "", spaced ? "spaces" : null, true, unused);
  }

  // "57-NQTW", "139/KHUBND": the two signs run together.
  if (b === undefined && one !== "") {
    for (let cut = 2; cut <= 4 && cut < a.length - 1; cut++) {
      const joined = readSign(a.slice(0, cut));
      const office = readOrgan(a.slice(cut));
      if (joined?.exact === true && office.exact && office.system !== null) return done(office.system, joined.sign, office.organ, rest, "separators");
    }
    return null;
  }

  // The office's sign first: the number of a Công văn.
  if (b === undefined || !looksLikeOffice(a)) return null;
  if (one === "") {
    // A run of figures right before an office: the slash was lost, or read as one of the figures.
    return two === "-" && first === "" && figures.length >= 2 && isKnownOrgan(a) ? done("state", null, organ.organ, `-${b}${rest}`, "unclear", false) : null;
  }
  if (one !== "/") return null;
  if (two === "-") {
    if (!isKnownOrgan(a) && !announced) return null;
    return done("state", null, organ.organ, `-${b}${rest}`, spaced ? "spaces" : null);
  }
  // "3204/UBND ĐMPT": only where nothing but the end, a mark or the date follows can the letters be the number's.
  if (two === "" && announced && isKnownOrgan(a) && !allCapitals() && /^\p{Lu}{2,6}$/u.test(b) && !NOT_A_PART.has(b) && /^\s*(?:$|[,;.)]|ngày|của|về|\()/u.test(behind)) {
    return done("state", null, organ.organ, `-${b}`, "cut");
  }
  return null;
}

/** What a number in a plain form means; null where that hangs on the words around it, or something is wrong with it. */
const plainNumber = rememberTexts((token): ReadNumber | null => {
  if (!isPlainNumber(token)) return null;
  NUMBER.lastIndex = 0;
  const match = NUMBER.exec(token);
  if (match?.groups === undefined || match[0].length < token.length) return null;
  const read = readNumber(match.groups, undefined, "", () => false, false);
  return read?.slip === null && read.unused === 0 ? read : null;
});

/** Abbreviations that follow "UBND" as words of the sentence. */
const NOT_A_PART: ReadonlySet<string> = new Set(["TP", "HN", "HCM", "TPHCM", "TW", "HĐND", "UBND", "VN", "TT"]);

function sameLetters(written: string, right: string): boolean {
  return written.toLowerCase() === right.toLowerCase();
}

/** Decrees and what the National Assembly passes carry their year in the number; the date beside it tells it when it was left out. */
function withYear(citation: Citation): Citation {
  const { symbol, organ, year, slip, figures, date, number } = citation;
  const needsYear = (symbol === "NĐ" && organ === "CP") || /^QH\d/.test(organ);
  // A slip of spacing or signs that is mended leaves the year as missing as before.
  if (!needsYear || year !== null || slip?.certain === false) return citation;
  const dated = date?.iso?.slice(0, 4);
  const head = /^\d+/.exec(number)?.[0] ?? figures;
  const whole = dated === undefined ? number : `${head}/${dated}${number.slice(head.length)}`;
  return { ...citation, number: whole, key: keyOf(whole), slip: { kind: "year", certain: dated !== undefined } };
}

interface After {
  readonly date: CitedDate | null;
  readonly issuer: Citation["issuer"];
  readonly end: number;
}

/** Date and issuer behind a number, in either order. @param from the offset behind the number. */
function readAfter(written: string, from: number): After {
  const date = dateAt(written, from);
  let end = date === null ? from : date.span.end;
  const named = issuerBegin(written, end);
  const issuer = named === null ? null : issuerNamedAt(written, named);
  if (issuer === null) return { date, issuer: null, end };
  end = issuer.span.end;
  if (date !== null) return { date, issuer, end };
  const later = dateAt(written, end);
  return { date: later, issuer, end: later?.span.end ?? end };
}

const PLAIN_OF = " của ";

/** Where the issuer's name begins behind "của"; null where no such word stands. */
function issuerBegin(written: string, from: number): number | null {
  if (written.startsWith(PLAIN_OF, from) && !isSpace(written.charCodeAt(from + PLAIN_OF.length))) return from + PLAIN_OF.length;
  OF.lastIndex = from;
  const of = OF.exec(written);
  return of === null ? null : from + of[0].length;
}

/** As far as the names of issuers reach. */
const LONGEST_ISSUER = 140;

function issuerNamedAt(written: string, start: number): CitedIssuer | null {
  const central = plainIssuerAt(written, start);
  if (central !== null) return central;
  const name = written.slice(start, start + LONGEST_ISSUER);
  const issuer = issuerAt(name, simplify(name), 0);
  return issuer === null ? null : moved(issuer, { start: start + issuer.span.start, end: start + issuer.span.end });
}

function moved({ kind, level, place }: CitedIssuer, span: Span): CitedIssuer {
  return { kind, level, place, span };
}

function dateAt(written: string, from: number): CitedDate | null {
  const plain = plainDateAt(written, from);
  if (plain !== null) return plain;
  DATE.lastIndex = from;
  const match = DATE.exec(written);
  if (match?.groups === undefined) return null;
  const groups: Groups = match.groups;
  const day = groups.day ?? groups.day2;
  const month = Number(groups.month ?? groups.month2 ?? groups.month3);
  const year = Number(groups.year ?? groups.year2 ?? groups.year3);
  const lead = /^[\s,(]*/.exec(match[0])?.[0].length ?? 0;
  const span = { start: from + lead, end: from + match[0].length };
  if (day === undefined) return { iso: month >= 1 && month <= 12 ? isoDay(year, month, 1).slice(0, 7) : null, span };
  return { iso: dayInterval(year, month, Number(day)) === null ? null : isoDay(year, month, Number(day)), span };
}
