import { z } from "zod";
import entries from "../../../seeds/citations.json";
import { fold, lower, canonicalTone, plainMarks } from "../normal";
import type { Citation, CitedIssuer, NumberSystem } from "./citation";
import { findCitations } from "./findCitations";
import { issuerAt, issuersDiffer } from "./issuer";
import { isCentralOrgan } from "./signs";

const DATE = /^(?:19|20)\d\d-\d\d(?:-\d\d)?$/;

/** One document of the register: facts only. */
const registerEntrySchema = z.strictObject({
  number: z.string().min(1),
  date: z.string().regex(DATE).nullable(),
  issuer: z.string().min(1),
  subject: z.string(),
  /** Where the facts were read; null when they are not certain. */
  source: z.string().min(1).nullable(),
  /** The number of the document that took its place. */
  supersededBy: z.string().min(1).optional(),
});

/** The register of documents that the plans cite (`seeds/citations.json`). */
export const registerSchema = z.array(registerEntrySchema);

/** A document of the register, ready to be compared with what a text cites. */
export interface KnownDocument {
  /** In its right form: "57-NQ/TW". */
  readonly number: string;
  readonly key: string;
  /** Day or month of issue; null when it is not known. */
  readonly date: string | null;
  /** As the register writes it: "Bộ Chính trị". */
  readonly issuerName: string;
  readonly issuer: CitedIssuer | null;
  readonly subject: string;
  /** False for an entry without a source: it may be wrong, and raises no error. */
  readonly certain: boolean;
  readonly organ: string;
  readonly symbol: string | null;
  readonly figures: string;
  readonly system: NumberSystem | null;
  /** The document that took its place. */
  readonly successor: KnownDocument | null;
}

/**
 * The documents of a register, by the key of their number; several of one number stand together.
 * @param given the register's entries, as in `registerSchema`.
 * @throws ZodError when an entry has another shape.
 */
export function readRegister(given: unknown): ReadonlyMap<string, readonly KnownDocument[]> {
  const byKey = new Map<string, KnownDocument[]>();
  const add = (entry: z.infer<typeof registerEntrySchema>, successor: KnownDocument | null): KnownDocument => {
    const document = known(entry, successor);
    byKey.set(document.key, [...(byKey.get(document.key) ?? []), document]);
    return document;
  };
  const listed = registerSchema.parse(given);
  const byNumber = new Map<string, KnownDocument>();
  for (const entry of listed) if (entry.supersededBy === undefined) byNumber.set(entry.number, add(entry, null));
  for (const entry of listed) if (entry.supersededBy !== undefined) add(entry, byNumber.get(entry.supersededBy) ?? null);
  return byKey;
}

function known(entry: z.infer<typeof registerEntrySchema>, successor: KnownDocument | null): KnownDocument {
  const [cited] = findCitations(`số ${entry.number}`);
  const name = entry.issuer.normalize("NFC");
  return {
    number: entry.number,
    key: cited?.key ?? entry.number.toUpperCase(),
    date: entry.date,
    issuerName: name,
    issuer: issuerAt(name, plainMarks(lower(canonicalTone(name))), 0),
    subject: entry.subject,
    certain: entry.source !== null,
    organ: cited?.organ ?? "",
    symbol: cited?.symbol ?? null,
    figures: cited?.figures ?? "",
    system: cited?.system ?? null,
    successor,
  };
}

let ownRegister: ReadonlyMap<string, readonly KnownDocument[]> | undefined;

function register(): ReadonlyMap<string, readonly KnownDocument[]> {
  ownRegister ??= readRegister(entries);
  return ownRegister;
}

/**
 * The documents that a citation may mean by its number: all of them for a number of a central body. The number of a province's,
 * district's or commune's body says nothing without the name of its place, which the citation or else the plan must give.
 * @param place where the plan is from; its province stands in for a province that the citation does not name.
 */
export function documentsOf(citation: Pick<Citation, "key" | "organ" | "issuer">, place: { readonly province: string | null; readonly place: string | null }): readonly KnownDocument[] {
  const same = register().get(citation.key);
  if (same === undefined || isCentralOrgan(citation.organ)) return same ?? NONE;
  return same.filter(({ issuer }) => issuer !== null && ofSamePlace(issuer, citation.issuer, place));
}

function ofSamePlace(known: CitedIssuer, cited: CitedIssuer | null, plan: { readonly province: string | null; readonly place: string | null }): boolean {
  // A ministry or department is the only one of its sign as far as the register reaches.
  if (known.kind === "ministry" || known.kind === "department") return true;
  const own = known.level === "province" ? plan.province : known.level === "commune" || known.kind === "party-committee" ? plan.place : null;
  if (known.place === null) return false;
  if (cited !== null && cited.place !== null) return cited.level === known.level && fold(cited.place) === fold(known.place);
  // "UBND" alone may be the commune's own as well as the province's.
  return own !== null && fold(own) === fold(known.place) && cited?.level === known.level;
}

/** The document of another office that has the same figures, type and date, and the issuer that the citation names: what it likely means. */
export function likelyMeant(citation: Citation): KnownDocument | null {
  const { issuer, date } = citation;
  if (issuer === null || date === null) return null;
  for (const documents of register().values()) {
    for (const document of documents) {
      const alike = document.certain && document.figures === citation.figures && document.symbol === citation.symbol && document.organ !== citation.organ;
      if (alike && document.date === date.iso && document.issuer !== null && !issuersDiffer(document.issuer, issuer)) return document;
    }
  }
  return null;
}

/** The document that a number with the other system's marks likely means: "57-NQ/CP" is nearer to "57-NQ/TW" than to a "57/NQ-CP" that the register lacks. */
export function likelyOffice(citation: Citation): KnownDocument | null {
  if (register().has(citation.key)) return null;
  return central(citation, ({ figures, system }) => figures === citation.figures && system !== citation.system);
}

/** The document of the same office, type and day whose number is the same but for one slip of the fingers ("75-NQ/TW" for "57-NQ/TW"). */
export function likelyNumber(citation: Citation): KnownDocument | null {
  const day = citation.date?.iso ?? null;
  if (day === null || day.length < 10 || register().has(citation.key)) return null;
  return central(citation, (known) => known.organ === citation.organ && known.date === day && oneSlipApart(known.figures, citation.figures));
}

function central(citation: Citation, alike: (document: KnownDocument) => boolean): KnownDocument | null {
  for (const documents of register().values()) {
    for (const document of documents) {
      if (document.certain && document.symbol !== null && document.symbol === citation.symbol && isCentralOrgan(document.organ) && alike(document)) return document;
    }
  }
  return null;
}

/** True for figures of which one was changed, lost or doubled, or two neighbours changed places. */
function oneSlipApart(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && head < b.length && a.charAt(head) === b.charAt(head)) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.charAt(a.length - 1 - tail) === b.charAt(b.length - 1 - tail)) tail++;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return restA !== restB;
  return restA.length === 2 && restB.length === 2 && restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0);
}

/** The document whose slash was read as one figure more: "15527BTTTT-…" for "1552/BTTTT-…"; null when the register has none such. */
export function likelyRunTogether(citation: Citation): KnownDocument | null {
  for (const documents of register().values()) {
    for (const document of documents) {
      if (document.symbol === null && document.organ === citation.organ && document.figures === citation.figures.slice(0, -1)) return document;
    }
  }
  return null;
}

const NONE: readonly KnownDocument[] = [];
