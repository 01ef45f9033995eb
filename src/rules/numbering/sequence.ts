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

/** Stands for the number of a row that should have one and has none: no number that anybody writes, and a small one to the machine. */
const BLANK = -0x8000_0000;

/** The number of a sub-item ("2.1"), or one that a formula computes. */
interface SpecialNumber {
  readonly number: number;
  /** The list that it counts in; null for the outermost level. */
  readonly list: string | null;
  readonly computed: boolean;
}

/**
 * What an item counts for: its number on the outermost level (or BLANK), a number of which there is more to know, or nothing at all (null).
 * Nearly all are bare numbers: an object for each would be made, and collected, by the hundred thousand.
 */
type Entry = number | SpecialNumber | null;

/** Numbers that should follow each other. */
interface Sequence {
  /** The numbers found; BLANK where there is none. */
  readonly numbers: readonly number[];
  /** For each of them the place of its item in the table; null when they are those of all items from `begin` on. */
  readonly items: readonly number[] | null;
  readonly begin: number;
  /** The items whose number a formula computes; of the whole table. */
  readonly computed: ReadonlySet<number>;
}

/** A sequence that is still being gathered. */
interface Gathered extends Sequence {
  readonly numbers: number[];
  readonly items: number[];
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
  const { main, subs, numbered } = sequencesOf(appendix, role);
  const below = subs.flatMap((sub) => breaksIn(appendix, role, sub, false));
  // A table may have numbers of two parts alone ("1.1", "1.2", "2.1"), its sections being 1 and 2.
  const { length } = main.numbers;
  if (length === 0) return below;
  if (numbered === 0) return allMissing(appendix, main, role);

  const blanksCount = length - numbered <= numbered / 2;
  const sequence = blanksCount ? main : withoutBlanks(main);
  let best: readonly Break[] | null = null;
  for (const scheme of schemesOf(appendix, role)) {
    const breaks = breaksOfScheme(appendix, role, sequence, scheme, best?.length ?? Infinity);
    if (breaks !== null) best = breaks;
    if (best?.length === 0) break;
  }
  return [...(best ?? []), ...below];
}

function withoutBlanks(sequence: Sequence): Sequence {
  const { numbers, computed } = sequence;
  const items: number[] = [];
  for (let i = 0; i < numbers.length; i++) if (numbers[i] !== BLANK) items.push(itemAt(sequence, i));
  return { numbers: numbers.filter((number) => number !== BLANK), items, begin: 0, computed };
}

/** The place in the table of the item that has a number of a sequence; -1 where there is none. */
function itemAt({ numbers, items, begin }: Sequence, index: number): number {
  if (items !== null) return items[index] ?? -1;
  return index < numbers.length ? begin + index : -1;
}

/** True for a table each of whose items has a plain number, or lacks one. */
function arePlain(entries: readonly Entry[]): entries is readonly number[] {
  for (let i = 0; i < entries.length; i++) if (typeof entries[i] !== "number") return false;
  return true;
}

function countNumbers(numbers: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i] !== BLANK) count++;
  return count;
}

const NOT_COMPUTED: ReadonlySet<number> = new Set();

/** The schemes that make a difference in a table, the usual one of the column first. */
function schemesOf({ sections }: Appendix, role: NumberRole): readonly Scheme[] {
  if (sections.length === 0) return ["through"];
  const nested: readonly Scheme[] = sections.some(({ parent }) => parent !== null) ? ["topSection"] : [];
  return role === "number" ? ["through", "section", ...nested] : ["section", ...nested, "through"];
}

/** The breaks under one scheme; null when there are as many as under a scheme that was tried before, which is then kept to. */
function breaksOfScheme(appendix: Appendix, role: NumberRole, sequence: Sequence, scheme: Scheme, limit: number): readonly Break[] | null {
  const breaks: Break[] = [];
  for (const scope of scopesOf(appendix, sequence, scheme)) {
    for (const one of breaksIn(appendix, role, scope, true)) breaks.push(one);
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

/** The numbers of the outermost level, and the lists of numbered sub-items ("2.1", "2.2"). */
function sequencesOf(appendix: Appendix, role: NumberRole): { readonly main: Sequence; readonly subs: readonly Sequence[]; readonly numbered: number } {
  const { items } = appendix;
  const entries = entriesOfItems[role].of(appendix);
  // The usual table, without gathering anything.
  if (arePlain(entries)) return { main: { numbers: entries, items: null, begin: 0, computed: NOT_COMPUTED }, subs: [], numbered: countNumbers(entries) };
  const computed = new Set<number>();
  const main: Gathered = { numbers: [], items: [], begin: 0, computed };
  const subs = new Map<string, Gathered>();
  let numbered = 0;
  /** Rows without a number, and the place in a list of sub-items where they would stand. */
  const blanks: { readonly item: number; readonly list: Gathered | undefined; readonly at: number }[] = [];
  let lastList: Gathered | undefined;
  let lastSection: number | null = null;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] ?? null;
    if (entry === null) continue;
    const number = typeof entry === "number" ? entry : entry.number;
    const listOf = typeof entry === "number" ? null : entry.list;
    if (typeof entry !== "number" && entry.computed) computed.add(i);
    if (listOf === null) {
      main.numbers.push(number);
      main.items.push(i);
      if (number !== BLANK) numbered++;
      else blanks.push({ item: i, list: items[i]?.section === lastSection ? lastList : undefined, at: lastList?.items.length ?? 0 });
      continue;
    }
    let list = subs.get(listOf);
    if (list === undefined) subs.set(listOf, (list = { numbers: [], items: [], begin: 0, computed }));
    list.numbers.push(number);
    list.items.push(i);
    lastList = list;
    lastSection = items[i]?.section ?? null;
  }
  if (numbered > 0 || subs.size === 0) return { main, subs: [...subs.values()], numbered };
  // Only sub-items have numbers: what lacks one is missed in the list that it stands in.
  for (const { list, at, item } of blanks.toReversed()) {
    list?.numbers.splice(at, 0, BLANK);
    list?.items.splice(at, 0, item);
  }
  return { main: { numbers: [], items: [], begin: 0, computed }, subs: [...subs.values()], numbered };
}

/** What each item counts for in its number column. */
export const entriesOfItems: Readonly<Record<NumberRole, ItemMemory<Entry>>> = {
  number: new ItemMemory((item) => entryOf(item, item.fields.number)),
  detailNumber: new ItemMemory((item) => entryOf(item, item.fields.detailNumber)),
};

/** What an item counts for by its field in a number column; null when it takes no part. */
function entryOf(item: Item, field: Field | undefined): Entry {
  // Tasks that share a merged number count once.
  if (field === undefined || field.merged === true) return null;
  if (field.formula === true) return computedEntry(item, field);
  return plainEntry(item, field);
}

function computedEntry(item: Item, field: Field): Entry {
  const entry = plainEntry(item, field);
  if (entry === null) return null;
  return typeof entry === "number" ? { number: entry, list: null, computed: true } : { ...entry, computed: true };
}

function plainEntry(item: Item, field: Field): Entry {
  if (typeof field.value === "number" && Number.isInteger(field.value)) return field.value;
  if (isBlank(field.text)) {
    // A bare dash is a placeholder elsewhere; in a number column it opens a sub-line. A row of dots alone stands for rows to come.
    const left = field.text.trim() === "" || (DOTS.test(field.text) && item.fields.content !== undefined && !isBlank(item.fields.content.text));
    return left && !isSubline(item) ? BLANK : null;
  }
  const number = parseRunningNumber(field.value, field.text);
  if (number?.style !== "arabic") return null; // letters and small Roman numerals order sub-items in more ways than one
  const last = number.parts.at(-1);
  if (last === undefined) return null;
  if (number.parts.length === 1) return last;
  // A cell that stores 1.1 as a number cannot tell it from 1.10: only texts are held to their order.
  return typeof field.value === "string" ? { number: last, list: `${String(item.section)} ${number.prefix} ${number.parts.slice(0, -1).join(".")}`, computed: false } : null;
}

/** The field that holds, or should hold, a number of a sequence. */
function fieldAt({ items }: Appendix, role: NumberRole, sequence: Sequence, index: number): Field | undefined {
  return items[itemAt(sequence, index)]?.fields[role];
}

/** A table whose number column is empty throughout: automatic numbers are lost in a paste from Word. */
function allMissing(appendix: Appendix, sequence: Sequence, role: NumberRole): readonly Break[] {
  const field = fieldAt(appendix, role, sequence, 0);
  if (field === undefined || role === "detailNumber") return [];
  const numberAll = (): readonly CellEdit[] => {
    const edits: CellEdit[] = [];
    for (let i = 0; i < sequence.numbers.length; i++) {
      const one = fieldAt(appendix, role, sequence, i);
      const edit = one === undefined ? undefined : rewriteField(appendix, one, String(i + 1), i + 1);
      if (edit !== undefined) edits.push(edit);
    }
    return edits;
  };
  return [{ kind: "missing", field, found: null, expected: 1, previous: null, twin: null, allMissing: true, fix: numberAll }];
}

/** The sequence cut where the scheme starts again. */
function scopesOf(appendix: Appendix, sequence: Sequence, scheme: Scheme): readonly Sequence[] {
  if (scheme === "through") return [sequence];
  const { numbers, items, computed } = sequence;
  const { length } = numbers;
  const scopes: Sequence[] = [];
  let begin = 0;
  let current: number | null | undefined;
  for (let i = 0; i <= length; i++) {
    const own = appendix.items[itemAt(sequence, i)]?.section ?? null;
    const section = scheme === "section" ? own : topSection(appendix, own);
    if (i > begin && (i === length || section !== current)) {
      scopes.push({ numbers: numbers.slice(begin, i), items: items?.slice(begin, i) ?? null, begin: items === null ? sequence.begin + begin : 0, computed });
      begin = i;
    }
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
function breaksIn(appendix: Appendix, role: NumberRole, sequence: Sequence, startsAtOne: boolean): readonly Break[] {
  const { numbers } = sequence;
  if (isUnbroken(numbers, startsAtOne)) return [];
  const breaks: Break[] = [];
  const places = new NumberPlaces(numbers, BLANK);
  let last: number | null = null;
  let highest = 0;
  /** Where a block that stands elsewhere was left out: the sequence may come back to it. */
  let hole: number | null = null;

  const lastComputed = sequence.computed.size === 0 ? -1 : numbers.findLastIndex((_, i) => sequence.computed.has(itemAt(sequence, i)));

  const tell = (kind: Break["kind"], index: number, expected: number, previous: number | null): void => {
    const field = fieldAt(appendix, role, sequence, index);
    if (field === undefined) return;
    const number = numbers[index] ?? BLANK;
    const twin = kind === "duplicate" ? fieldAt(appendix, role, sequence, places.firstOf(number)) : undefined;
    breaks.push({
      kind,
      field,
      found: number === BLANK ? null : number,
      expected,
      previous,
      twin: twin === undefined ? null : formatPosition(twin.cell),
      allMissing: false,
      ...(index > lastComputed ? { fix: () => renumber(appendix, role, sequence, index, expected) } : {}),
    });
  };

  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? BLANK;
    const expected: number = last === null ? 1 : last + 1;
    if (number === BLANK) {
      tell("missing", index, expected, last);
      // The rows after may count this one, or have passed it over.
      if (numbers[index + 1] !== expected) last = expected;
      continue;
    }
    const atStart = last === null && (number <= 1 || !startsAtOne);
    const goesOn = number === expected || atStart || number === hole || (number === highest + 1 && last !== null);
    if (!goesOn) {
      const next = numbers[index + 1] ?? BLANK;
      const onlyThisOne = next !== BLANK && last !== null && (next === expected || next === expected + 1) && next !== number + 1;
      if (places.firstOf(number) < index) tell("duplicate", index, expected, last);
      else if (number < expected || onlyThisOne || places.holdsAll(expected, number)) {
        tell("out-of-order", index, expected, last);
        if (number > expected && !onlyThisOne) hole = expected;
      } else tell("gap", index, expected, last);
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
function isUnbroken(numbers: readonly number[], startsAtOne: boolean): boolean {
  let last = numbers[0] ?? BLANK;
  if (last === BLANK || (startsAtOne && last > 1)) return false;
  for (let i = 1; i < numbers.length; i++) if (numbers[i] !== ++last) return false;
  return true;
}

/** The edits that number the sequence from `index` on as `start`, `start + 1`, …, until one has the right number already. */
function renumber(appendix: Appendix, role: NumberRole, sequence: Sequence, index: number, start: number): readonly CellEdit[] {
  const edits: CellEdit[] = [];
  const { numbers } = sequence;
  const fields = numbers.map((_, i) => fieldAt(appendix, role, sequence, i));
  const width = padding(fields);
  let model = modelBefore(fields, numbers, index);
  for (let i = index; i < numbers.length; i++) {
    const field = fields[i];
    const wanted = start + i - index;
    if (field === undefined || numbers[i] === wanted) break;
    // An empty cell takes the form of the number above it.
    if (numbers[i] !== BLANK) model = field;
    const digits = String(wanted).padStart(width, "0");
    const asNumber = typeof model.value === "number";
    const text = asNumber ? digits : withLastNumber(model.text, digits);
    const edit = rewriteField(appendix, field, text, asNumber ? wanted : text);
    if (edit !== undefined) edits.push(edit);
  }
  return edits;
}

/** The width that the sequence pads its numbers to ("07" → 2), 0 when it does not. */
function padding(fields: readonly (Field | undefined)[]): number {
  let width = 0;
  for (const field of fields) {
    const padded = field === undefined || typeof field.value === "number" ? undefined : /(?:^|\D)(0\d+)\D*$/u.exec(field.text)?.[1];
    if (padded !== undefined) width = Math.max(width, padded.length);
  }
  return width;
}

/** The nearest numbered field above a place, or else the first one below. */
function modelBefore(fields: readonly (Field | undefined)[], numbers: readonly number[], index: number): Field {
  for (let i = index - 1; i >= 0; i--) {
    const field = fields[i];
    if (field !== undefined && numbers[i] !== BLANK) return field;
  }
  return fields[numbers.findIndex((number) => number !== BLANK)] ?? { text: "1", value: 1, cell: { row: 0, column: 0 } };
}

/** The text with its last run of digits replaced: "NV01" → "NV02", "2.3." → "2.4.". */
function withLastNumber(text: string, digits: string): string {
  return text.replace(/\d+(?=\D*$)/u, digits);
}
