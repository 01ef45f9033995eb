import { dayInterval, isoDay } from "../deadline/calendar";
import { canonicalTone, compose, lower, plainMarks } from "../normal";
import type { Span } from "../place/attachmentLine";
import type { Citation, CitedDate, FormSlip, NumberSystem } from "./citation";
import { issuerAt } from "./issuer";
import { ALSO_VERBS, isKnownOrgan, looksLikeOffice, readOrgan, readSign, TYPE_BY_WORDS } from "./signs";

/** What every number has: a figure and, at most a hyphen or slash away, a capital letter. Most texts have none, and need no more looking at. */
const MAYBE = /\d\s{0,2}[-/\u2010-\u2015\u2212]?\s{0,2}[A-ZĐ]/;

/**
 * A number in any of its forms, right or broken: figures, perhaps a year, then the letters of two signs with what stands between.
 * Every part is bounded, and the search goes on behind the figures, so that the whole is linear.
 */
const NUMBER =
  /(?<![\p{L}\p{M}\d/.,-])(?<doubled>\p{Lu}{2,3}r?)?(?<figures>\d{1,6})(?:(?<yearGap>\s{0,2}\/\s{0,2})(?<year>(?:19|20)\d\d)(?=\s{0,2}[-/]))?(?<first>\s{0,2}[-/]\s{0,2}|\s{0,1})(?<a>\p{Lu}\p{L}{0,11}\d{0,2})(?:(?<second>\s{0,2}[-/]\s{0,2}|\s)(?<b>\p{Lu}\p{L}{0,9}\d{0,2})(?![\p{L}\d]))?(?<rest>(?:-\p{Lu}\p{L}{0,7}){0,2})(?![\p{L}\d])/gu;

/** The word for the type right before the number, with or without "số". */
const TYPE_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?<type>${[...TYPE_BY_WORDS.keys()].sort((a, b) => b.length - a.length).join("|")})(?:\s{1,3}(?<so>số))?\s{0,3}:?\s{0,3}$`,
  "u",
);
const SO_BEFORE = /(?<!\p{L})số\s{0,3}:?\s{0,3}$/u;
const LONGEST_TYPE = 45;

const DATE =
  /[\s,(]{0,4}(?:ngày\s{0,3})?(?<day>\d{1,2})\s{0,2}[/.-]\s{0,2}(?<month>\d{1,2})\s{0,2}[/.-]\s{0,2}(?<year>(?:19|20)\d\d)(?!\d)|[\s,(]{0,4}ngày\s{1,3}(?<day2>\d{1,2})\s{1,3}tháng\s{1,3}(?<month2>\d{1,2})[\s,]{1,3}năm\s{1,3}(?<year2>(?:19|20)\d\d)(?!\d)|[\s,(]{0,4}tháng\s{1,3}(?<month3>\d{1,2})\s{0,3}(?:năm\s{1,3}|[/.-]\s{0,2})(?<year3>(?:19|20)\d\d)(?!\d)/y;
const OF = /[\s,]{0,4}(?:của|do)\s{1,3}/y;

/**
 * The documents that a text cites by their numbers, in order, with type, date and issuer where they stand beside, and with what is broken
 * in the number's form. The forms are those of Decree 30/2020/NĐ-CP for the state ("71/NQ-CP", "88/2025/NĐ-CP", "3204/UBND-ĐMPT") and of
 * Guidance 36-HD/VPTW for the Party ("57-NQ/TW").
 * @param text any text; the offsets are into it.
 */
export function findCitations(text: string): readonly Citation[] {
  return MAYBE.test(text) || COMBINING.test(text) ? search(text) : NONE;
}

const COMBINING = /[\u0300-\u036f]/;
const NONE: readonly Citation[] = [];

function search(text: string): readonly Citation[] {
  const { text: composed, original } = compose(text);
  const written = plainMarks(composed);
  const plain = lower(canonicalTone(written));
  const allCapitals = written === written.toUpperCase();
  const citations: Citation[] = [];
  NUMBER.lastIndex = 0;
  for (;;) {
    const match = NUMBER.exec(written);
    if (match?.groups === undefined) break;
    const start = match.index;
    const groups: Groups = match.groups;
    const before = plain.slice(Math.max(0, start - LONGEST_TYPE), start);
    const type = typeBefore(before);
    const read = readNumber(groups, written.slice(start + match[0].length), allCapitals, type !== null || SO_BEFORE.test(before));
    if (read === null) {
      NUMBER.lastIndex = start + (groups.doubled?.length ?? 0) + (groups.figures?.length ?? 1);
      continue;
    }
    const end = start + match[0].length - read.unused;
    NUMBER.lastIndex = end;
    const shift = (span: Span): Span => ({ start: original(span.start), end: original(span.end) });
    const after = readAfter(written, plain, end);
    const typeWord = type?.words ?? (read.slip?.kind === "doubled" ? groups.doubled?.toLowerCase() : undefined);
    citations.push({
      type: typeWord === undefined ? null : (TYPE_BY_WORDS.get(typeWord) ?? null),
      system: read.system,
      figures: read.figures,
      year: read.year,
      symbol: read.symbol,
      organ: read.organ,
      number: read.number,
      key: read.number.replace(/^0+(?=\d)/, "").toUpperCase(),
      span: shift({ start, end }),
      whole: shift({ start: type === null ? start : start - before.length + type.start, end: after.end }),
      date: after.date === null ? null : { iso: after.date.iso, span: shift(after.date.span) },
      issuer: after.issuer === null ? null : { ...after.issuer, span: shift(after.issuer.span) },
      slip: read.slip,
    });
  }
  return citations.map((citation) => withYear(citation));
}

/** The word for the type that a text ends in, and where it stands; null when it ends in none. */
function typeBefore(before: string): { readonly words: string; readonly start: number } | null {
  const match = TYPE_BEFORE.exec(before);
  const words = match?.groups?.type;
  if (match === null || words === undefined || (ALSO_VERBS.has(words) && match.groups?.so === undefined)) return null;
  return { words, start: match.index };
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
  readonly slip: Citation["slip"];
  /** How many of the matched characters at the end are no part of it. */
  readonly unused: number;
}

/**
 * What the letters and joints of a possible number mean; null when it is none.
 * @param announced true when a word for a type or "số" stands before it.
 */
function readNumber(groups: Groups, behind: string, allCapitals: boolean, announced: boolean): ReadNumber | null {
  const { doubled, figures = "", year, yearGap = "", first = "", a = "", second, b, rest = "" } = groups;
  const joints = [yearGap, first, ...(second === undefined ? [] : [second])];
  const spaced = joints.some((joint) => /[-/]/.test(joint) && /\s/.test(joint));
  const one = first.trim();
  const two = second?.trim();
  const numeral = { figures: figures.replace(/^0+(?=\d)/, ""), year: year === undefined ? null : Number(year) };
  const head = figures + (year === undefined ? "" : `/${year}`);
  const done = (system: NumberSystem, symbol: string | null, organ: string, tail: string, slip: FormSlip | null, certain = true, unused = 0): ReadNumber => ({
    ...numeral,
    system,
    symbol,
    organ,
    number: symbol === null ? `${head}/${organ}${tail}` : system === "party" ? `${head}-${symbol}/${organ}${tail}` : `${head}/${symbol}-${organ}${tail}`,
    slip: slip === null ? null : { kind: slip, certain },
    unused,
  });
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
    const exact = (sign.exact && organ.exact) || (allCapitals && sameLetters(a, sign.sign) && sameLetters(b, organ.organ));
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
  if (two === "" && !allCapitals && isKnownOrgan(a) && announced && /^\p{Lu}{2,6}$/u.test(b) && !NOT_A_PART.has(b) && /^\s*(?:$|[,;.)]|ngày|của|về|\()/u.test(behind)) {
    return done("state", null, organ.organ, `-${b}`, "cut");
  }
  return null;
}

/** Abbreviations that follow "UBND" as words of the sentence. */
const NOT_A_PART: ReadonlySet<string> = new Set(["TP", "HN", "HCM", "TPHCM", "TW", "HĐND", "UBND", "VN", "TT"]);

function sameLetters(written: string, right: string): boolean {
  return written.toLowerCase() === right.toLowerCase();
}

/** Decrees and what the National Assembly passes carry their year in the number; the date beside it tells it when it was left out. */
function withYear(citation: Citation): Citation {
  const { symbol, organ, year, slip, figures, date, number } = citation;
  const needsYear = (symbol === "NĐ" && organ === "CP") || /^QH\d/.test(organ);
  if (!needsYear || year !== null || slip !== null) return citation;
  const dated = date?.iso?.slice(0, 4);
  const head = /^\d+/.exec(number)?.[0] ?? figures;
  const whole = dated === undefined ? number : `${head}/${dated}${number.slice(head.length)}`;
  return { ...citation, number: whole, key: whole.replace(/^0+(?=\d)/, "").toUpperCase(), slip: { kind: "year", certain: dated !== undefined } };
}

interface After {
  readonly date: CitedDate | null;
  readonly issuer: Citation["issuer"];
  readonly end: number;
}

/** Date and issuer behind a number, in either order. */
function readAfter(written: string, plain: string, from: number): After {
  const date = dateAt(plain, from);
  let end = date?.span.end ?? from;
  OF.lastIndex = end;
  const of = OF.exec(plain);
  const issuer = of === null ? null : issuerAt(written, plain, end + of[0].length);
  if (issuer === null) return { date, issuer: null, end };
  end = issuer.span.end;
  if (date !== null) return { date, issuer, end };
  const later = dateAt(plain, end);
  return { date: later, issuer, end: later?.span.end ?? end };
}

function dateAt(plain: string, from: number): CitedDate | null {
  DATE.lastIndex = from;
  const match = DATE.exec(plain);
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
