import { dayInterval, isoDay } from "../deadline/calendar";
import { canonicalTone, collapse, compose, lower, plainMarks } from "../normal";
import { rememberLast } from "../textMemory";
import { findPlaces } from "./findPlaces";
import { findProvince, provinceAtHead } from "./provinces";

/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the line "(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)" says. Offsets are into the line as it was given. */
export interface AttachmentLine {
  /** The type of the document that the appendix belongs to, in its usual spelling: "Kế hoạch", "Quyết định". */
  readonly documentType: string;
  /** The document's number without stray spaces ("139/KH-UBND", "10-KH/ĐU"); null when its figures are blank or no number is given. */
  readonly number: string | null;
  /** True when the figures of the number are left blank ("số      /KH-UBND") or no number is given. */
  readonly numberBlank: boolean;
  /** True when the day is left blank, or no date is given. */
  readonly dateBlank: boolean;
  /** "2025-09-19", "2025-07" when the day is blank, null when the month is. */
  readonly issued: string | null;
  /** The year alone, also when the month is blank. */
  readonly year: number | null;
  /** Who issued the document, as written: "UBND xã Phú Xuyên", "Ban Thường vụ Đảng ủy xã". */
  readonly issuer: string | null;
  readonly issuerKind: "party" | "government" | null;
  /** The tier of the issuing commune; null when a higher level issued it or it is not said. */
  readonly level: "xã" | "phường" | "đặc khu" | null;
  /** The commune's own name; null when only its tier is said ("UBND xã"). */
  readonly place: string | null;
  /** The province's own name, when the line says it (", thành phố Hà Nội", "tỉnh Phú Thọ"). */
  readonly province: string | null;
  /** From "số" to the end of the number; null when no number is spoken of. */
  readonly numberSpan: Span | null;
  /** From "ngày" (or "tháng") to the year; null when no date is spoken of. */
  readonly dateSpan: Span | null;
  /** The level word and the name of the commune (or of the higher level that issued it); null when no place is said. */
  readonly placeSpan: Span | null;
}

const TYPES: readonly string[] = [
  "Kế hoạch", "Quyết định", "Công văn", "Nghị quyết", "Chương trình hành động", "Chương trình", "Tờ trình", "Báo cáo", "Thông báo", "Hướng dẫn", "Đề án", "Chỉ thị", "Văn bản", "Quy chế", "Phương án", "Kết luận", "Thông tri", "Đề cương",
];
const TYPE = new RegExp(String.raw`(?<!\p{L})(?:${TYPES.map((type) => type.toLowerCase()).join("|")})(?!\p{L})`, "u");
/** Short forms, which stand before the number only ("KH số 12/KH-UBND"). */
const SHORT_TYPES: Readonly<Record<string, string>> = { kh: "Kế hoạch", "qđ": "Quyết định", nq: "Nghị quyết", cv: "Công văn", ctr: "Chương trình", bc: "Báo cáo", tb: "Thông báo", ttr: "Tờ trình" };
const SHORT_TYPE = new RegExp(String.raw`(?<!\p{L})(?:${Object.keys(SHORT_TYPES).join("|")})(?=\s{1,4}số(?!\p{L}))`, "u");
const ATTACHED = /(?:kèm theo|đính kèm|ban hành theo|(?:^|\()\s*kèm)(?!\p{L})/u;
/** What is left for a pen: spaces, dots, ellipses, underscores. */
const GAP = String.raw`[\s.…_]{0,80}`;
const NUMBER = /(?<!\p{L})số\s*:?(?!\p{L})/u;
/** The number ends where the date or the issuer begins, or at a comma or bracket. */
const NUMBER_ENDS = /(?:[\s.…_]*)(?:ngày|tháng|của|[,;)]|$)/u;
const DATE = new RegExp(
  String.raw`(?<!\p{L})(?:ngày\s*(?<dotDay>\d{1,2})\s?\.\s?(?<dotMonth>\d{1,2})\s?\.\s?(?<dotYear>(?:19|20)\d\d)|ngày(?!\p{L})${GAP}(?<day>\d{1,2})?${GAP}(?:tháng|[/.-])${GAP}(?<month>\d{1,2})?${GAP}(?:(?:năm|[/.-])${GAP}(?<year>(?:19|20)\d\d)?)?|tháng(?!\p{L})${GAP}(?<month2>\d{1,2})?${GAP}(?:năm|[/.-])${GAP}(?<year2>(?:19|20)\d\d)?|(?<bareDay>\d{1,2})/(?<bareMonth>\d{1,2})/(?<bareYear>(?:19|20)\d\d)|năm\s(?<year3>(?:19|20)\d\d))`,
  "u",
);
const PARTY = /đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|ban thường vụ|ban chấp hành|đảng bộ|(?<!\p{L})(?:btv|bch|đu)(?!\p{L})/u;
const GOVERNMENT = /ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân/u;
const PARTY_NUMBER = /-\p{L}{1,5}\/(?:đu|tu|hu|qu|btv)/u;
const GOVERNMENT_NUMBER = /\/\p{L}{1,5}-(?:ubnd|hđnd)/u;
const BARE_LEVEL = /(?<!\p{L})(xã|phường|đặc khu)(?!\p{L})(?!\s+hội)/u;
const LONGEST = 1_000;

/**
 * Reads the line that attaches an appendix to its document (Decree 30/2020/NĐ-CP, form of an appendix); any part of it may be blank
 * before signing.
 * @returns null for a line that does not say what the appendix is attached to.
 */
export const parseAttachmentLine = rememberLast(readLine);

function readLine(text: string): AttachmentLine | null {
  if (text.length > LONGEST) return null;
  const { text: written, original } = compose(text);
  const plain = plainMarks(lower(canonicalTone(written))).replace(/\s/g, " ");
  const attached = ATTACHED.exec(plain);
  if (attached === null) return null;
  const from = attached.index + attached[0].length;
  const type = TYPE.exec(plain.slice(from)) ?? SHORT_TYPE.exec(plain.slice(from));
  if (type === null) return null;
  const afterType = from + type.index + type[0].length;
  const span = (start: number, end: number): Span => ({ start: original(start), end: original(end) });

  const number = readNumber(written, plain, afterType);
  const afterNumber = number?.end ?? afterType;
  const date = DATE.exec(plain.slice(afterNumber));
  const dated = readDate(date?.groups ?? {});
  const dateEnd = date === null ? afterNumber : afterNumber + date.index + date[0].trimEnd().length;
  const of = issuerAt(plain, afterType, dateEnd);
  const issuerText = of === null ? "" : collapse(written.slice(of.start, of.end));
  const issuerPlain = of === null ? "" : plain.slice(of.start, of.end);
  const where = of === null ? NOWHERE : placeOf(written.slice(of.start, of.end).replace(/\s/g, " "), issuerPlain);
  return {
    documentType: TYPES.find((name) => name.toLowerCase() === type[0]) ?? SHORT_TYPES[type[0]] ?? "Kế hoạch",
    number: number?.number ?? null,
    numberBlank: (number?.number ?? null) === null,
    dateBlank: dated.day === null,
    issued: dated.issued,
    year: dated.year,
    issuer: issuerText === "" ? null : issuerText,
    issuerKind: kindOf(issuerPlain, plain.slice(afterType, afterNumber).replace(/\s/g, "")),
    level: where.level,
    place: where.place,
    province: where.province,
    numberSpan: number === null ? null : span(number.start, number.end),
    dateSpan: date === null ? null : span(afterNumber + date.index, dateEnd),
    placeSpan: where.span === null || of === null ? null : span(of.start + where.span.start, of.start + where.span.end),
  };
}

function readNumber(written: string, plain: string, from: number): { readonly number: string | null; readonly start: number; readonly end: number } | null {
  const so = NUMBER.exec(plain.slice(from, from + 12));
  if (so === null) return null;
  const start = from + so.index;
  const first = start + so[0].length;
  const end = first + (NUMBER_ENDS.exec(plain.slice(first))?.index ?? plain.length - first);
  const said = written.slice(first, end).replace(/\s/g, "").replace(/^[.…_:]+|[.…_]+$/g, "");
  return { number: /^\d/.test(said) ? said : null, start, end: Math.max(first, end) };
}

interface ReadDate {
  readonly day: number | null;
  readonly issued: string | null;
  readonly year: number | null;
}

function readDate(groups: Readonly<Partial<Record<string, string>>>): ReadDate {
  const figure = (...names: string[]): number | null => {
    for (const name of names) if (groups[name] !== undefined) return Number(groups[name]);
    return null;
  };
  const day = figure("day", "bareDay", "dotDay");
  const month = figure("month", "month2", "bareMonth", "dotMonth");
  const year = figure("year", "year2", "year3", "bareYear", "dotYear");
  if (year === null || month === null || month < 1 || month > 12) return { day, issued: null, year };
  const valid = day !== null && dayInterval(year, month, day) !== null;
  return { day, issued: valid ? isoDay(year, month, day) : isoDay(year, month, 1).slice(0, 7), year };
}

/** The words after the "của" that follows the date (or the number), without the closing bracket; null when there are none. */
function issuerAt(plain: string, afterType: number, dateEnd: number): Span | null {
  const later = /(?<!\p{L})của\s+/u.exec(plain.slice(dateEnd));
  const anywhere = later === null ? /(?<!\p{L})của\s+/u.exec(plain.slice(afterType)) : null;
  const base = later === null ? afterType : dateEnd;
  const of = later ?? anywhere;
  if (of === null) return null;
  const start = base + of.index + of[0].length;
  let end = plain.indexOf(")", start);
  if (end < 0) end = plain.length;
  if (later === null && dateEnd > start && dateEnd < end) end = dateEnd;
  while (end > start && /[\s.,;…_]/.test(plain.charAt(end - 1))) end--;
  return end > start ? { start, end } : null;
}

interface Where {
  readonly level: AttachmentLine["level"];
  readonly place: string | null;
  readonly province: string | null;
  readonly span: Span | null;
}

const NOWHERE: Where = { level: null, place: null, province: null, span: null };

/** The commune and the province in the issuer's words. */
function placeOf(issuer: string, plain: string): Where {
  const places = findPlaces(issuer);
  const commune = places.find(({ level }) => level === "xã" || level === "phường" || level === "đặc khu");
  const upper = places.find(({ level }) => level === "tỉnh" || level === "thành phố");
  const province = upper === undefined ? provinceAfterComma(issuer) : (findProvince(upper.name)?.name ?? upper.name);
  if (commune !== undefined) {
    const level = commune.level === "phường" || commune.level === "đặc khu" ? commune.level : "xã";
    return { level, place: commune.name, province, span: { start: commune.start, end: commune.end } };
  }
  const bare = BARE_LEVEL.exec(plain);
  const level = bare?.[1] === "xã" || bare?.[1] === "phường" || bare?.[1] === "đặc khu" ? bare[1] : null;
  const named = upper ?? places[0];
  return { level, place: null, province, span: named === undefined ? null : { start: named.start, end: named.end } };
}

/** "UBND phường Vĩnh Tuy, Hà Nội": a province without its level. */
function provinceAfterComma(issuer: string): string | null {
  const comma = issuer.indexOf(",");
  if (comma < 0) return null;
  const words = issuer.slice(comma + 1).trim().split(/\s+/).slice(0, 6);
  return provinceAtHead(words)?.province.name ?? null;
}

function kindOf(issuer: string, number: string): AttachmentLine["issuerKind"] {
  if (PARTY.test(issuer)) return "party";
  if (GOVERNMENT.test(issuer)) return "government";
  return PARTY_NUMBER.test(number) ? "party" : GOVERNMENT_NUMBER.test(number) ? "government" : null;
}
