import { formatPosition } from "../../grid/address";
import type { CellEdit } from "../../grid/edit";
import type { Appendix, Field, Item } from "../../appendix/appendix";
import { isBlank } from "../../text/normal";
import { parseRunningNumber } from "../../text/number/runningNumber";
import { ItemMemory } from "../shared/itemMemory";
import { rewriteField } from "../shared/rewrite";
import { sameFields } from "../shared/sameFields";
import { NumberPlaces } from "./numberPlaces";

/** The columns that number items. */
export type NumberRole = "number" | "detailNumber";

/** One item's place in a sequence of numbers. */
interface Entry {
  /** The item's section. */
  readonly section: number | null;
  readonly field: Field;
  /** The number found, null where there is none. */
  readonly number: number | null;
  /** The list that it counts in; null for the outermost level. */
  readonly list: string | null;
  /** True when a formula computes the number. */
  readonly computed: boolean;
}

/** A number that is to be filled in: "…", "[...]". */
const DOTS = /^\s*[[(]?\s*(?:…+|\.{2,})\s*[\])]?\s*$/u;

/** A place where the numbers do not go on as the table's own scheme has it. */
export interface Break {
  readonly kind: "duplicate" | "missing" | "gap" | "out-of-order";
  readonly field: Field;
  /** The number found, null for a missing one. */
  readonly found: number | null;
  /** The number that the sequence asks for. */
  readonly expected: number;
  /** The number before it; null at the start of a sequence. */
  readonly previous: number | null;
  /** For a duplicate, the address of the cell that has the number already. */
  readonly twin: string | null;
  /** True when no item of the table has a number: told once. */
  readonly allMissing: boolean;
  /**
   * Renumbers from here to the end of the sequence in the table's own style; absent where a number from here on is computed by a formula:
   * it follows the rows by itself, and a figure typed among such numbers would be counted twice.
   */
  readonly fix?: () => readonly CellEdit[];
}

/** Marks that open a sub-line of the item above ("- trong đó: …"), which carries no number of its own. */
const SUBLINE = /^\s*(?:[-–—+•*·]|(?:trong đó|chia ra|gồm)\s?(?=[:\p{L}]))/iu;

/** Where numbers start again: nowhere, in each section, or in each section of the first level. */
type Scheme = "through" | "section" | "topSection";

/**
 * The breaks of a number column (or of the numbers that head outline lines) against the scheme that the table itself keeps to: the scheme
 * under which it has the fewest breaks. After a break the sequence goes on from the number found, unless the next number shows that only
 * the one number is wrong. Linear in the items.
 */
export function breaksOf(appendix: Appendix, role: NumberRole): readonly Break[] {
  const memory = role === "number" ? numberBreaks : detailBreaks;
  let breaks = memory.get(appendix);
  if (breaks === undefined) {
    breaks = findBreaks(appendix, role);
    memory.set(appendix, breaks);
  }
  return breaks;
}

/** Several rules tell of one sequence: it is walked once for each appendix. The numbers alone decide, so nothing else is part of the key. */
const numberBreaks = new WeakMap<Appendix, readonly Break[]>();
const detailBreaks = new WeakMap<Appendix, readonly Break[]>();

function findBreaks(appendix: Appendix, role: NumberRole): readonly Break[] {
  const { main, subs, numbered } = entriesOf(appendix, role);
  const below = subs.flatMap((sub) => breaksIn(appendix, sub, false));
  // A table may have numbers of two parts alone ("1.1", "1.2", "2.1"), its sections being 1 and 2.
  if (main.length === 0) return below;
  if (numbered === 0) return allMissing(appendix, main, role);

  const blanksCount = main.length - numbered <= numbered / 2;
  const entries = blanksCount ? main : main.filter((entry) => entry.number !== null);
  let best: readonly Break[] | null = null;
  for (const scheme of schemesOf(appendix, role)) {
    const breaks = breaksOfScheme(appendix, entries, scheme, best?.length ?? Infinity);
    if (breaks !== null) best = breaks;
    if (best?.length === 0) break;
  }
  return [...(best ?? []), ...below];
}

/** The schemes that make a difference in a table, the usual one of the column first. */
function schemesOf({ sections }: Appendix, role: NumberRole): readonly Scheme[] {
  if (sections.length === 0) return ["through"];
  const nested: readonly Scheme[] = sections.some(({ parent }) => parent !== null) ? ["topSection"] : [];
  return role === "number" ? ["through", "section", ...nested] : ["section", ...nested, "through"];
}

/** The breaks under one scheme; null when there are as many as under a scheme that was tried before, which is then kept to. */
function breaksOfScheme(appendix: Appendix, entries: readonly Entry[], scheme: Scheme, limit: number): readonly Break[] | null {
  const breaks: Break[] = [];
  for (const scope of scopesOf(appendix, entries, scheme)) {
    for (const one of breaksIn(appendix, scope, true)) breaks.push(one);
    if (breaks.length >= limit) return null;
  }
  return breaks;
}

/** For `ignoresChange` of the rules here: true when the two states of an item take the same part in the numbering of the column. */
export function numberedAlike(role: NumberRole): (before: Item, after: Item) => boolean {
  const sameNumber = sameFields(role);
  return (before, after) => sameNumber(before, after) && isSubline(before) === isSubline(after);
}

function isSubline({ fields }: Item): boolean {
  return SUBLINE.test(fields.content?.text ?? "");
}

/** The items that take part: those of the outermost level, and the lists of numbered sub-items ("2.1", "2.2"). */
function entriesOf(appendix: Appendix, role: NumberRole): { main: Entry[]; subs: Entry[][]; numbered: number } {
  const main: Entry[] = [];
  const subs = new Map<string, Entry[]>();
  let numbered = 0;
  /** Rows without a number, and the place in a list of sub-items where they would stand. */
  const blanks: { readonly entry: Entry; readonly list: Entry[] | undefined; readonly at: number }[] = [];
  let lastList: Entry[] | undefined;
  let lastSection: number | null = null;
  for (const entry of entriesOfItems[role].of(appendix)) {
    if (entry === null) continue;
    if (entry.list === null) {
      main.push(entry);
      if (entry.number !== null) numbered++;
      else blanks.push({ entry, list: entry.section === lastSection ? lastList : undefined, at: lastList?.length ?? 0 });
      continue;
    }
    const list = subs.get(entry.list) ?? [];
    subs.set(entry.list, list);
    list.push(entry);
    lastList = list;
    lastSection = entry.section;
  }
  if (numbered > 0 || subs.size === 0) return { main, subs: [...subs.values()], numbered };
  // Only sub-items have numbers: what lacks one is missed in the list that it stands in.
  for (const { list, at, entry } of blanks.toReversed()) list?.splice(at, 0, entry);
  return { main: [], subs: [...subs.values()], numbered };
}

/** What each item counts for in its number column. */
export const entriesOfItems: Readonly<Record<NumberRole, ItemMemory<Entry | null>>> = {
  number: new ItemMemory((item) => entryOf(item, item.fields.number)),
  detailNumber: new ItemMemory((item) => entryOf(item, item.fields.detailNumber)),
};

/** What an item counts for by its field in a number column; null when it takes no part. */
function entryOf(item: Item, field: Field | undefined): Entry | null {
  // Tasks that share a merged number count once.
  if (field === undefined || field.merged === true) return null;
  const { section } = item;
  const computed = field.formula === true;
  if (typeof field.value === "number" && Number.isInteger(field.value)) return { section, field, number: field.value, list: null, computed };
  if (isBlank(field.text)) {
    // A bare dash is a placeholder elsewhere; in a number column it opens a sub-line. A row of dots alone stands for rows to come.
    const left = field.text.trim() === "" || (DOTS.test(field.text) && item.fields.content !== undefined && !isBlank(item.fields.content.text));
    return left && !isSubline(item) ? { section, field, number: null, list: null, computed } : null;
  }
  const number = parseRunningNumber(field.value, field.text);
  if (number?.style !== "arabic") return null; // letters and small Roman numerals order sub-items in more ways than one
  const last = number.parts.at(-1);
  if (last === undefined) return null;
  if (number.parts.length === 1) return { section, field, number: last, list: null, computed };
  // A cell that stores 1.1 as a number cannot tell it from 1.10: only texts are held to their order.
  return typeof field.value === "string" ? { section, field, number: last, list: `${String(section)} ${number.prefix} ${number.parts.slice(0, -1).join(".")}`, computed } : null;
}

/** A table whose number column is empty throughout: automatic numbers are lost in a paste from Word. */
function allMissing(appendix: Appendix, entries: readonly Entry[], role: NumberRole): readonly Break[] {
  const first = entries[0];
  if (first === undefined || role === "detailNumber") return [];
  return [
    {
      kind: "missing",
      field: first.field,
      found: null,
      expected: 1,
      previous: null,
      twin: null,
      allMissing: true,
      fix: () => entries.map(({ field }, index) => rewriteField(appendix, field, String(index + 1), index + 1)).filter((edit) => edit !== undefined),
    },
  ];
}

/** The entries cut where the scheme starts again. */
function scopesOf(appendix: Appendix, entries: readonly Entry[], scheme: Scheme): readonly (readonly Entry[])[] {
  if (scheme === "through") return [entries];
  const scopes: Entry[][] = [];
  let current: number | null | undefined;
  for (const entry of entries) {
    const section = scheme === "section" ? entry.section : topSection(appendix, entry.section);
    const scope = scopes.at(-1);
    if (scope === undefined || section !== current) scopes.push([entry]);
    else scope.push(entry);
    current = section;
  }
  return scopes;
}

function topSection(appendix: Appendix, section: number | null): number | null {
  const parent = section === null ? null : (appendix.sections[section]?.parent ?? null);
  return parent ?? section;
}

/**
 * The breaks of numbers that should follow each other: those of the whole table, of one section, or of one item's sub-items.
 * @param startsAtOne false for sub-items ("2.1"), whose first number is not held to be 1.
 */
function breaksIn(appendix: Appendix, entries: readonly Entry[], startsAtOne: boolean): readonly Break[] {
  if (isUnbroken(entries, startsAtOne)) return [];
  const breaks: Break[] = [];
  const places = new NumberPlaces(entries.map(({ number }) => number));
  const firstWith = (number: number, index: number): Field | undefined => {
    const place = places.firstOf(number);
    return place < index ? entries[place]?.field : undefined;
  };
  let last: number | null = null;
  let highest = 0;
  /** Where a block that stands elsewhere was left out: the sequence may come back to it. */
  let hole: number | null = null;

  let lastComputed: number | null = null;
  const isTyped = (index: number): boolean => {
    lastComputed ??= entries.findLastIndex(({ computed }) => computed);
    return index > lastComputed;
  };

  const tell = (kind: Break["kind"], index: number, { field, number }: Entry, expected: number, previous: number | null): void => {
    const twin = kind === "duplicate" && number !== null ? firstWith(number, index) : undefined;
    breaks.push({
      kind,
      field,
      found: number,
      expected,
      previous,
      twin: twin === undefined ? null : formatPosition(twin.cell),
      allMissing: false,
      ...(isTyped(index) ? { fix: () => renumber(appendix, entries, index, expected) } : {}),
    });
  };

  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (entry === undefined) continue;
    const { number } = entry;
    const expected: number = last === null ? 1 : last + 1;
    if (number === null) {
      tell("missing", index, entry, expected, last);
      // The rows after may count this one, or have passed it over.
      if (entries[index + 1]?.number !== expected) last = expected;
      continue;
    }
    const atStart = last === null && (number <= 1 || !startsAtOne);
    const goesOn = number === expected || atStart || number === hole || (number === highest + 1 && last !== null);
    if (!goesOn) {
      const next = entries[index + 1]?.number ?? null;
      const onlyThisOne = next !== null && last !== null && (next === expected || next === expected + 1) && next !== number + 1;
      if (firstWith(number, index) !== undefined) tell("duplicate", index, entry, expected, last);
      else if (number < expected || onlyThisOne || places.holdsAll(expected, number)) {
        tell("out-of-order", index, entry, expected, last);
        if (number > expected && !onlyThisOne) hole = expected;
      } else tell("gap", index, entry, expected, last);
      if (onlyThisOne) {
        last = next === expected ? last : expected;
        // Of two rows that changed places, the first has taken the number that will be left out further down.
        highest = Math.max(highest, next === expected && places.holdsAll(expected, number) ? number : (last ?? 0));
        continue;
      }
    }
    last = number;
    highest = Math.max(highest, number);
  }
  return breaks;
}

/** The usual case, at little cost: each number is one more than the number before. */
function isUnbroken(entries: readonly Entry[], startsAtOne: boolean): boolean {
  let last = entries[0]?.number ?? null;
  if (last === null || (startsAtOne && last > 1)) return false;
  for (let i = 1; i < entries.length; i++) if (entries[i]?.number !== ++last) return false;
  return true;
}

/** The edits that number the entries from `index` on as `start`, `start + 1`, …, until an entry has the right number already. */
function renumber(appendix: Appendix, entries: readonly Entry[], index: number, start: number): readonly CellEdit[] {
  const edits: CellEdit[] = [];
  const width = padding(entries);
  let model = modelBefore(entries, index);
  for (let i = index; i < entries.length; i++) {
    const entry = entries[i];
    const wanted = start + i - index;
    if (entry === undefined || entry.number === wanted) break;
    // An empty cell takes the form of the number above it.
    if (entry.number !== null) model = entry.field;
    const digits = String(wanted).padStart(width, "0");
    const asNumber = typeof model.value === "number";
    const text = asNumber ? digits : withLastNumber(model.text, digits);
    const edit = rewriteField(appendix, entry.field, text, asNumber ? wanted : text);
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

/** The width that the sequence pads its numbers to ("07" → 2), 0 when it does not. */
function padding(entries: readonly Entry[]): number {
  let width = 0;
  for (const { field } of entries) {
    const padded = typeof field.value === "number" ? undefined : /(?:^|\D)(0\d+)\D*$/u.exec(field.text)?.[1];
    if (padded !== undefined) width = Math.max(width, padded.length);
  }
  return width;
}

/** The nearest numbered field above an entry, or else the first one below. */
function modelBefore(entries: readonly Entry[], index: number): Field {
  for (let i = index - 1; i >= 0; i--) {
    const entry = entries[i];
    if (entry !== undefined && entry.number !== null) return entry.field;
  }
  return entries.find(({ number }) => number !== null)?.field ?? { text: "1", value: 1, cell: { row: 0, column: 0 } };
}

/** The text with its last run of digits replaced: "NV01" → "NV02", "2.3." → "2.4.". */
function withLastNumber(text: string, digits: string): string {
  return text.replace(/\d+(?=\D*$)/u, digits);
}
