import { formatPosition } from "../../grid/address";
import type { Citation } from "../../text/citation/citation";
import { findCitations, findCitationsBetween } from "../../text/citation/findCitations";
import { issuersDiffer } from "../../text/citation/issuer";
import { contradicts, isCentralOrgan, issuersOf } from "../../text/citation/signs";
import type { Appendix, Field, Item, Reading } from "../../appendix/appendix";
import type { Wording } from "../../text/spelling/findSlips";
import { Sign } from "../../text/spelling/tokens";
import { Interest } from "../../text/spelling/word";
import { LONGEST_LINE, rememberTexts } from "../../text/textMemory";
import { ItemMemory } from "./itemMemory";
import { itemWording } from "./itemWording";

/** A document cited in a field of an appendix. */
export interface Mention {
  readonly field: Field;
  readonly citation: Citation;
}

const NONE: readonly Mention[] = [];

/** The documents that a line above a table cites: several rules ask, and at every check. */
export const citedInLine = rememberTexts(findCitations, LONGEST_LINE);

function mentionsIn(field: Field | null | undefined, into: Mention[]): void {
  if (field === null || field === undefined || field.text.length < 6) return;
  for (const citation of citedInLine(field.text)) into.push({ field, citation });
}

/** The documents that each item of a table cites, in any column but those of persons and of units of measure. */
export const mentionsOfItems = new ItemMemory((item: Item): readonly Mention[] => {
  const { count, fields, wordings, interests } = itemWording(item);
  if ((interests & Interest.number) === 0) return NONE;
  let found: Mention[] | undefined;
  for (let i = 0; i < count; i++) {
    const field = fields[i];
    const wording = wordings[i];
    if (field === undefined || wording === undefined || (wording.interests & Interest.number) === 0) continue;
    if (field === item.fields.directingLeader || field === item.fields.unitOfMeasure || field.text.length < 6) continue;
    for (const citation of citationsIn(field.text, wording)) {
      if (found === undefined) found = [{ field, citation }];
      else found.push({ field, citation });
    }
  }
  return found ?? NONE;
});

/** The citations of a text whose words were read: only where a number may stand it is looked at again. */
function citationsIn(text: string, { signs, firstNumber, lastNumber }: Wording): readonly Citation[] {
  return firstNumber < 0 ? findCitations(text) : findCitationsBetween(text, firstNumber, lastNumber, (signs & Sign.marks) === 0);
}

const known = new WeakMap<Appendix, readonly Mention[]>();

/** Every document that an appendix cites: in its title lines, its section titles, and its items. The plan's own number in the line "(Kèm theo …)" is no citation. */
export function mentionsOf(appendix: Appendix): readonly Mention[] {
  const seen = known.get(appendix);
  if (seen !== undefined) return seen;
  const found: Mention[] = [];
  for (const line of appendix.titleLines.lines) {
    const inLine: Mention[] = [];
    mentionsIn(line, inLine);
    found.push(...(isAttachment(line, appendix) ? inLine.slice(1) : inLine));
  }
  for (const { title } of appendix.sections) mentionsIn(title, found);
  for (const mentions of mentionsOfItems.of(appendix)) if (mentions.length > 0) for (const mention of mentions) found.push(mention);
  known.set(appendix, found);
  return found;
}

function isAttachment(line: Field, { titleLines: { attachment } }: Appendix): boolean {
  return attachment !== null && attachment.cell.row === line.cell.row && attachment.cell.column === line.cell.column;
}

/** What is wrong with a citation in itself, whatever else the workbook says; the graver before the lighter. */
export type OwnSlip = "type" | "organ" | "numberYear" | "noDay" | "form";

/** The one slip of a citation in itself: its type against its number, its issuer against its sign, its date against the number's year and the calendar, its form. */
export function ownSlip({ type, symbol, organ, issuer, date, year, slip }: Citation): OwnSlip | null {
  const settled = slip?.kind !== "unclear";
  if (settled && type !== null && contradicts(type, symbol, organ)) return "type";
  const rightful = issuersOf(organ);
  if (settled && issuer !== null && rightful !== null && !rightful.includes(issuer.kind)) return "organ";
  if (date !== null && date.iso === null) return "noDay";
  if (year !== null && date?.iso !== undefined && date.iso !== null && Number(date.iso.slice(0, 4)) !== year) return "numberYear";
  return slip === null ? null : "form";
}

/** True when two dates cannot be one: compared as far as both are known ("2025-07" agrees with "2025-07-16"). */
export function datesDiffer(a: string, b: string): boolean {
  if (a.length === b.length) return a !== b;
  return a.length < b.length ? !b.startsWith(a) : !a.startsWith(b);
}

/** True for dates that a slip of the pen takes from one to the other: the same year, or the same day and month. */
function datesAreNear(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) || (a.length === 10 && b.length === 10 && a.slice(5) === b.slice(5));
}

/** What two citations of one number disagree in; null when they agree, or may well be two documents. */
export function conflict(a: Citation, b: Citation): "date" | "issuer" | null {
  const issuerDiffers = a.issuer !== null && b.issuer !== null && issuersDiffer(a.issuer, b.issuer);
  const central = isCentralOrgan(a.organ);
  const dateA = a.date?.iso ?? null;
  const dateB = b.date?.iso ?? null;
  if (dateA !== null && dateB !== null && datesDiffer(dateA, dateB)) {
    if (!datesOfOneDocument(a, dateA, dateB) || issuerDiffers) return null;
    return central || a.issuer !== null === (b.issuer !== null) || datesAreNear(dateA, dateB) ? "date" : null;
  }
  // Many bodies write "12/KH-UBND": the same number of another body is another document, but not on the same day.
  return issuerDiffers && (central || (dateA !== null && dateA === dateB)) ? "issuer" : null;
}

/**
 * True when two dates given with one number are a slip rather than two documents: state numbers begin anew each year, the Party's with
 * each term, so that dates far apart may well be of two.
 */
export function datesOfOneDocument({ year, organ, system }: Citation, a: string, b: string): boolean {
  return datesAreNear(a, b) || year !== null || (system === "party" && isCentralOrgan(organ) && sameTerm(a, b));
}

const TERM_YEARS = 2;

function sameTerm(a: string, b: string): boolean {
  return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= TERM_YEARS;
}

/** What a citation is contradicted by elsewhere in the workbook. */
export interface Contradiction {
  readonly about: "date" | "issuer";
  readonly other: Mention;
  /** How the other cell is called from the one that is told: "C5", or "Phụ lục II!C5" on another sheet. */
  readonly sheet: string;
  /** "minority" when the workbook says otherwise more often, "even" when nothing tells which is right. */
  readonly standing: "minority" | "even";
}

/** All that the workbook says of one number, by what is said. */
interface Said {
  readonly mention: Mention;
  readonly sheet: string;
  count: number;
}

/** More ways to date one number than this are no slip any more. */
const MOST_WAYS = 12;

const indexes = new WeakMap<Reading["appendices"], ReadonlyMap<string, readonly Said[]>>();

function indexOf(reading: Reading): ReadonlyMap<string, readonly Said[]> {
  const seen = indexes.get(reading.appendices);
  if (seen !== undefined) return seen;
  const byKey = new Map<string, Map<string, Said>>();
  for (const appendix of reading.appendices) {
    for (const mention of mentionsOf(appendix)) {
      const { citation } = mention;
      const { key, date, issuer } = citation;
      if (((date?.iso ?? null) === null && issuer === null) || ownSlip(citation) === "organ") continue;
      const ways = byKey.get(key) ?? new Map<string, Said>();
      byKey.set(key, ways);
      const way = `${date?.iso ?? ""}|${issuer?.kind ?? ""}|${issuer?.level ?? ""}|${issuer?.place ?? ""}`;
      const said = ways.get(way);
      if (said === undefined) ways.set(way, { mention, sheet: appendix.sheet, count: 1 });
      else said.count++;
    }
  }
  const index = new Map([...byKey].map(([key, ways]) => [key, [...ways.values()]]));
  indexes.set(reading.appendices, index);
  return index;
}

/** What speaks against a citation elsewhere in the workbook; null when nothing does, or less than speaks for it. */
export function contradiction(citation: Citation, reading: Reading): Contradiction | null {
  const ways = indexOf(reading).get(citation.key);
  if (ways === undefined || ways.length < 2 || ways.length > MOST_WAYS) return null;
  let against: { readonly said: Said; readonly about: "date" | "issuer" } | null = null;
  let inFavour = 0;
  for (const said of ways) {
    const about = conflict(citation, said.mention.citation);
    if (about === null) {
      if ((said.mention.citation.date?.iso ?? null) === (citation.date?.iso ?? null)) inFavour += said.count;
    } else if (against === null || said.count > against.said.count) {
      against = { said, about };
    }
  }
  if (against === null || inFavour > against.said.count) return null;
  return { about: against.about, other: against.said.mention, sheet: against.said.sheet, standing: inFavour < against.said.count ? "minority" : "even" };
}

/** The address of a mention as seen from a sheet. */
export function addressFrom(sheet: string, other: { readonly sheet: string; readonly field: Field }): string {
  const cell = formatPosition(other.field.cell);
  return other.sheet === sheet ? cell : `${other.sheet}!${cell}`;
}

/** "2024-12-22" as an office writes it behind a number: "22/12/2024"; "12/2024" when the day is not known. */
export function showDay(iso: string): string {
  return iso.split("-").reverse().join("/");
}
