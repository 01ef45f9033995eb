import { formatPosition } from "../grid/address";
import { severityRank, type Severity } from "../grid/mark";
import type { Appendix, Field, Item, Reading } from "../appendix/appendix";
import type { DrafterUnit } from "../text/unit/unit";
import { catalog } from "./catalog";
import type { HeldAgainst } from "./heldAgainst";
import { createMeanings } from "./meanings";
import { askAll, RepeatedTexts, type Desk, type ItemCheck } from "./repeatedTexts";
import { numberTextsAnew, type NumberedRole } from "./shared/columnTexts";
import { oneSpeaker } from "./speakers";
import type { Finding, MessageData, Meanings, Report, Rule, RuleContext, RuleSettings } from "./rule";

/** A finding with what it is sorted by. */
interface Placed {
  readonly finding: Finding;
  /** The sheet row, zero-based. */
  readonly row: number;
  /** The sheet column, and in the two lowest bits the rank of the severity. */
  readonly place: number;
  /** True when it was found at a merged cell for an item below its row. */
  readonly shared: boolean;
  /** The rule's place among the rules, which speak in their order about one cell. */
  readonly rule: number;
}

/**
 * What was found at the items of one appendix, in their order. A change of single cells leaves every other item where it was (the very
 * object), so that the place alone finds what is known of it: a table keyed by items costs as much as several rules.
 */
interface Remembered {
  readonly columns: Appendix["columns"];
  readonly items: readonly Item[];
  readonly found: readonly (readonly Placed[])[];
  /** What each rule found in the table as a whole. */
  readonly inTable: ReadonlyMap<Rule, readonly Placed[]>;
}

/** An item whose row and section stayed, before and after a change. */
interface Change {
  readonly before: Item;
  readonly after: Item;
}

/** A change of more items than this is looked at as a new table. */
const MAX_CHANGES = 64;

const NOTHING: readonly Placed[] = [];
const NO_UNITS: readonly DrafterUnit[] = [];

/**
 * Runs the catalogue over a reading. An engine remembers what it found at each item, so that a later run over a reading that
 * shares most of its items (see `rereadAppendices`) costs little more than the whole-table rules.
 */
export class RuleEngine {
  /** By the appendix's place in the reading. */
  private memory: (Remembered | undefined)[] = [];
  private memoryKey = "";
  private meanings: Meanings | null = null;
  /** The reading that the memory is of. */
  private last: Reading | null = null;
  private directory: readonly DrafterUnit[] = NO_UNITS;
  private province: HeldAgainst | null = null;

  /** @param rules the rules to run, in the order in which they speak about one cell; the whole catalogue by default. */
  constructor(private readonly rules: readonly Rule[] = catalog) {}

  /**
   * Every finding of the rules that are on, by appendix, row, column, then gravity.
   * @param reading what was read, its plan context already corrected by the drafter's.
   * @param directory the drafter's units; another object is another directory.
   * @param province the plan above, laid beside the rows of this reading.
   */
  check(reading: Reading, settings: RuleSettings = {}, directory: readonly DrafterUnit[] = NO_UNITS, province: HeldAgainst | null = null): readonly Finding[] {
    this.province = province;
    const meanings = this.recall(reading, settings, directory);
    const active = this.rules.filter((rule) => settings[rule.id] !== "off");
    const changes = this.last === null ? null : changesBetween(this.last, reading);
    const unmoved = new Set(changes === null ? [] : active.filter(({ ignoresChange }) => ignoresChange !== undefined && changes.every(({ before, after }) => ignoresChange(before, after))));
    this.last = reading;
    // Every item of every appendix first: what a rule says of one table may rest on the items of another.
    const passes = reading.appendices.map((appendix, index) => this.checkItems(reading, appendix, index, active, settings, meanings, changes === null));
    return passes.flatMap((pass) => this.checkTable(pass, unmoved));
  }

  /** Forgets what was found under another plan, other settings or another directory. */
  private recall({ plan }: Reading, settings: RuleSettings, directory: readonly DrafterUnit[]): Meanings {
    const key = JSON.stringify([plan, settings]);
    if (key !== this.memoryKey || directory !== this.directory || this.meanings === null) {
      this.directory = directory;
      this.memory = [];
      this.last = null;
      this.meanings = createMeanings(plan);
      this.memoryKey = key;
    }
    return this.meanings;
  }

  /** Looks at the items of one appendix that are not known yet, one after the other. */
  private checkItems(reading: Reading, appendix: Appendix, index: number, active: readonly Rule[], settings: RuleSettings, meanings: Meanings, isNew: boolean): Pass {
    // One list and one context for each rule serve all items: making them anew for each cell would cost more than most checks.
    const fresh: Fresh = { list: [], count: 0, heard: null };
    const applying = active.filter(({ appliesTo }) => appliesTo?.(appendix) !== false);
    const contexts = applying.map((rule): RuleAtWork => {
      const order = this.rules.indexOf(rule);
      const wanted = settings[rule.id];
      const severity = wanted === "off" ? undefined : wanted;
      const report = (report: Report): void => {
        fresh.list[fresh.count++] = place(rule, order, report, appendix, index, severity);
        fresh.heard?.push(report);
      };
      return { rule, context: { plan: reading.plan, reading, appendix, meanings, directory: this.directory, province: this.province, report } };
    });
    const { checks, repeated } = itemChecks(contexts, fresh);
    numberTextsAnew();
    const memories = new Set(applying.flatMap(({ memories }) => memories?.(reading.plan) ?? []));
    // After a change of a few items the memories look at these alone, when they are asked.
    const fillings = isNew ? [...memories].map((memory) => memory.fill(appendix)) : [];

    const known = this.memory[index]?.columns === appendix.columns ? this.memory[index] : undefined;
    const { items } = appendix;
    const foundAt = new Array<readonly Placed[]>(items.length);
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item === undefined) continue;
      let placed: readonly Placed[] = NOTHING;
      if (known?.items[i] === item) placed = known.found[i] ?? NOTHING;
      else {
        fresh.count = 0;
        askAll(checks, item);
        for (let k = 0; k < repeated.length; k++) repeated[k]?.ask(item);
        // One list takes what is found at any item: what an item keeps is copied out of it, and most keep nothing.
        if (fresh.count > 0) placed = sortFew(fresh.list.slice(0, fresh.count));
      }
      for (let k = 0; k < fillings.length; k++) fillings[k]?.visit(item, i);
      foundAt[i] = placed;
    }
    for (const { close } of fillings) close();
    return { appendix, index, contexts, fresh, foundAt, inTable: known?.inTable };
  }

  /** Looks at one appendix as a whole, and puts all its findings in order. */
  private checkTable({ appendix, index, contexts, fresh, foundAt, inTable: knownInTable }: Pass, unmoved: ReadonlySet<Rule>): readonly Finding[] {
    // Lists of their final length: those that grow leave twice as much behind.
    let count = 0;
    for (let i = 0; i < foundAt.length; i++) count += foundAt[i]?.length ?? 0;
    const atItems = new Array<Placed>(count);
    let inOrder = true;
    let before: Placed | undefined;
    count = 0;
    for (let i = 0; i < foundAt.length; i++) {
      const placed = foundAt[i] ?? NOTHING;
      for (let k = 0; k < placed.length; k++) {
        const one = placed[k] as Placed;
        inOrder &&= before === undefined || byPlace(before, one) <= 0;
        atItems[count++] = before = one;
      }
    }
    // Only a merged cell, which stands above its items, is told of out of order.
    if (!inOrder) atItems.sort(byPlace);
    const atTable: Placed[] = [];
    const inTable = new Map<Rule, readonly Placed[]>();
    for (const { rule, context } of contexts) {
      if (rule.checkAppendix === undefined) continue;
      let placed = unmoved.has(rule) ? knownInTable?.get(rule) : undefined;
      if (placed === undefined) {
        fresh.count = 0;
        rule.checkAppendix(context);
        placed = fresh.count === 0 ? NOTHING : fresh.list.slice(0, fresh.count);
      }
      inTable.set(rule, placed);
      for (const one of placed) atTable.push(one);
    }
    this.memory[index] = { columns: appendix.columns, items: appendix.items, found: foundAt, inTable };

    return oneSpeaker(toldOnce(merged(atItems, atTable.sort(byPlace))));
  }
}

/**
 * The looks at items: those to be taken at each, and those that are decided by a few texts. They are objects of one shape: looking a function
 * up in rules of thirty shapes, for each row, would take longer than many a check.
 */
function itemChecks(contexts: readonly RuleAtWork[], desk: Desk): { readonly checks: readonly ItemCheck[]; readonly repeated: readonly RepeatedTexts[] } {
  const checks: ItemCheck[] = [];
  const byRole = new Map<NumberedRole, ItemCheck[]>();
  for (const { rule: { checkItem, decidedBy }, context } of contexts) {
    if (checkItem === undefined) continue;
    if (decidedBy === undefined) {
      checks.push({ checkItem, context });
      continue;
    }
    const group = byRole.get(decidedBy) ?? [];
    byRole.set(decidedBy, group);
    group.push({ checkItem, context });
  }
  return { checks, repeated: [...byRole].map(([role, group]) => new RepeatedTexts(role, group, desk)) };
}

/** A rule, and what it is shown of one appendix. */
interface RuleAtWork {
  readonly rule: Rule;
  readonly context: RuleContext;
}

/** Takes what the rules report. */
interface Fresh extends Desk {
  readonly list: Placed[];
  /** How many of the list were reported since it was last looked at; the list may be longer. */
  count: number;
}

/** An appendix whose items were looked at. */
interface Pass {
  readonly appendix: Appendix;
  /** Its place in the reading. */
  readonly index: number;
  readonly contexts: readonly RuleAtWork[];
  /** Takes what the rules report. */
  readonly fresh: Fresh;
  /** What was found at each item. */
  readonly foundAt: readonly (readonly Placed[])[];
  /** What was found in the table as a whole the last time. */
  readonly inTable: Remembered["inTable"] | undefined;
}

/**
 * The findings without those that a merged cell was told already: each item that shares the cell finds the same there, and the first one
 * speaks. What only a later item finds (its own unit stands in the shared cell as well) is kept.
 * @param found sorted by place, findings at one place in the order of their items.
 */
function toldOnce(found: readonly Placed[]): readonly Finding[] {
  const kept = new Array<Finding>(found.length);
  let count = 0;
  let told = new Set<string>();
  let begin = 0;
  for (let i = 0; i < found.length; i++) {
    const placed = found[i];
    if (placed === undefined) continue;
    const first = found[begin];
    if (first === undefined || placed.row !== first.row || placed.place >> RANK_BITS !== first.place >> RANK_BITS) {
      begin = i;
      if (told.size > 0) told = new Set();
    }
    if (placed.shared) {
      if (told.size === 0) for (let before = begin; before < i; before++) told.add(factOf(found[before]?.finding));
      const fact = factOf(placed.finding);
      if (told.has(fact)) continue;
      told.add(fact);
    }
    kept[count++] = placed.finding;
  }
  kept.length = count;
  return kept;
}

/** What is told, but for the words that name an item. */
function factOf(finding: Finding | undefined): string {
  return finding === undefined ? "" : `${finding.ruleId} ${finding.messageId} ${String(finding.span?.start)} ${String(finding.span?.end)}`;
}

/**
 * The items that differ between two readings of one workbook; null when more than a few items do, or anything else: sections, title lines,
 * columns, leftovers.
 */
function changesBetween(last: Reading, reading: Reading): readonly Change[] | null {
  if (last.appendices.length !== reading.appendices.length || last.leftovers !== reading.leftovers) return null;
  const changes: Change[] = [];
  for (const [index, appendix] of reading.appendices.entries()) {
    const known = last.appendices[index];
    if (known === appendix) continue;
    if (
      known === undefined ||
      known.columns !== appendix.columns ||
      known.sections !== appendix.sections ||
      known.titleLines !== appendix.titleLines ||
      known.items.length !== appendix.items.length
    ) {
      return null;
    }
    for (let i = 0; i < appendix.items.length; i++) {
      const before = known.items[i];
      const after = appendix.items[i];
      if (before === after) continue;
      if (before === undefined || after === undefined || before.firstRow !== after.firstRow || before.lastRow !== after.lastRow || before.section !== after.section) return null;
      if (changes.push({ before, after }) > MAX_CHANGES) return null;
    }
  }
  return changes;
}

/** All findings of a reading at once, without memory. */
export function check(reading: Reading, settings: RuleSettings = {}, rules: readonly Rule[] = catalog, province: HeldAgainst | null = null): readonly Finding[] {
  return new RuleEngine(rules).check(reading, settings, NO_UNITS, province);
}

function byPlace(a: Placed, b: Placed): number {
  return a.row - b.row || a.place - b.place;
}

/** Two sorted lists as one; of findings at one place those of the first list stand first. */
function merged(first: readonly Placed[], second: readonly Placed[]): readonly Placed[] {
  if (second.length === 0) return first;
  const all = new Array<Placed>(first.length + second.length);
  let count = 0;
  let next = 0;
  for (const one of first) {
    for (let other = second[next]; other !== undefined && byPlace(other, one) < 0; other = second[++next]) all[count++] = other;
    all[count++] = one;
  }
  for (; next < second.length; next++) all[count++] = second[next] as Placed;
  return all;
}

function byPlaceAndRule(a: Placed, b: Placed): number {
  return byPlace(a, b) || a.rule - b.rule;
}

/** Sorts in place, by insertion: the few findings of one item cost less so than the call of a sort. */
function sortFew(found: Placed[]): readonly Placed[] {
  if (found.length > FEW) return found.sort(byPlaceAndRule);
  for (let i = 1; i < found.length; i++) {
    const one = found[i] as Placed;
    let to = i;
    for (; to > 0 && byPlaceAndRule(found[to - 1] as Placed, one) > 0; to--) found[to] = found[to - 1] as Placed;
    found[to] = one;
  }
  return found;
}

const FEW = 16;
const RANK_BITS = 2;

function place(rule: Rule, order: number, report: Report, appendix: Appendix, index: number, wanted: Severity | undefined): Placed {
  const { at } = report;
  const field: Field | null = "cell" in at ? at : null;
  const position = "cell" in at ? at.cell : at;
  const severity = wanted ?? report.severity ?? rule.severity;
  const finding = findingOf(rule.id, severity, appendix.sheet, formatPosition(position), report.message, report.data ?? NO_DATA, index, spanInCell(field, report.span), report.fix);
  return { finding, row: position.row, place: (position.column << RANK_BITS) | severityRank(severity), shared: field?.merged === true, rule: order };
}

const NO_DATA: MessageData = {};

/** Written out for each shape: an object that properties are added to takes twice the room, and there are tens of thousands. */
function findingOf(
  ruleId: string,
  severity: Severity,
  sheet: string,
  cell: string,
  messageId: string,
  data: MessageData,
  appendix: number,
  span: Finding["span"],
  fix: Finding["fix"],
): Finding {
  if (span === undefined) {
    return fix === undefined ? { ruleId, severity, sheet, cell, messageId, data, appendix } : { ruleId, severity, sheet, cell, messageId, data, appendix, fix };
  }
  return fix === undefined ? { ruleId, severity, sheet, cell, messageId, data, appendix, span } : { ruleId, severity, sheet, cell, messageId, data, appendix, span, fix };
}

/** The place of a slip in the cell's own text: the field may be only a part of the cell. */
function spanInCell(field: Field | null, span: Report["span"]): Finding["span"] {
  if (field === null || field.continued !== undefined) return undefined;
  const offset = field.span?.start ?? 0;
  if (span !== undefined) return { start: span.start + offset, end: span.end + offset };
  return field.span;
}
