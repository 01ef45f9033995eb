import { formatPosition } from "../grid/address";
import { severityRank, type Severity } from "../grid/mark";
import type { Appendix, Field, Item, Reading } from "../appendix/appendix";
import type { DrafterUnit } from "../text/unit/unit";
import { catalog } from "./catalog";
import type { HeldAgainst } from "./heldAgainst";
import { createMeanings } from "./meanings";
import { oneSpeaker } from "./speakers";
import type { Finding, Meanings, Report, Rule, RuleContext, RuleSettings } from "./rule";

/** A finding with what it is sorted by. */
interface Placed {
  readonly finding: Finding;
  /** Sheet row and column packed into one number. */
  readonly at: number;
  /** True when it was found at a merged cell for an item below its row. */
  readonly shared: boolean;
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

/** More than the columns of a sheet, so that a packed position sorts by row, then column. */
const COLUMNS = 16_384;

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
    return reading.appendices.flatMap((_, index) => this.checkAppendix(reading, index, active, unmoved, settings, meanings));
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

  private checkAppendix(
    reading: Reading,
    index: number,
    active: readonly Rule[],
    unmoved: ReadonlySet<Rule>,
    settings: RuleSettings,
    meanings: Meanings,
  ): readonly Finding[] {
    const appendix = reading.appendices[index];
    if (appendix === undefined) return [];
    const found: Placed[] = [];
    // One list and one context for each rule serve all items: making them anew for each cell would cost more than most checks.
    let fresh: Placed[] = [];
    const contextOf = (rule: Rule): RuleContext => {
      const wanted = settings[rule.id];
      const severity = wanted === "off" ? undefined : wanted;
      return { plan: reading.plan, reading, appendix, meanings, directory: this.directory, province: this.province, report: (report) => void fresh.push(place(rule, report, appendix, index, severity)) };
    };
    const contexts = active.map((rule) => ({ rule, context: contextOf(rule) }));
    // Objects of one shape: looking a function up in rules of thirty shapes, for each row, would take longer than many a check.
    const ofItems = contexts.flatMap(({ rule: { checkItem }, context }) => (checkItem === undefined ? [] : [{ checkItem, context }]));

    const known = this.memory[index]?.columns === appendix.columns ? this.memory[index] : undefined;
    const { items } = appendix;
    const foundAt = new Array<readonly Placed[]>(items.length);
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (item === undefined) continue;
      let placed: readonly Placed[] = NOTHING;
      if (known?.items[i] === item) placed = known.found[i] ?? NOTHING;
      else {
        // The list is taken only when something was found: most rows have nothing.
        for (const { checkItem, context } of ofItems) checkItem(item, context);
        if (fresh.length > 0) {
          placed = fresh;
          fresh = [];
        }
      }
      foundAt[i] = placed;
      for (let k = 0; k < placed.length; k++) found.push(placed[k] as Placed);
    }
    const inTable = new Map<Rule, readonly Placed[]>();
    for (const { rule, context } of contexts) {
      if (rule.checkAppendix === undefined) continue;
      const remembered = unmoved.has(rule) ? known?.inTable.get(rule) : undefined;
      fresh = [];
      if (remembered === undefined) rule.checkAppendix(context);
      const placed = remembered ?? fresh;
      inTable.set(rule, placed);
      for (const one of placed) found.push(one);
    }
    this.memory[index] = { columns: appendix.columns, items: appendix.items, found: foundAt, inTable };

    found.sort(byPlace);
    return oneSpeaker(toldOnce(found));
  }
}

/**
 * The findings without those that a merged cell was told already: each item that shares the cell finds the same there, and the first one
 * speaks. What only a later item finds (its own unit stands in the shared cell as well) is kept.
 * @param found sorted by place, findings at one place in the order of their items.
 */
function toldOnce(found: readonly Placed[]): readonly Finding[] {
  const kept: Finding[] = [];
  let told = new Set<string>();
  let begin = 0;
  for (let i = 0; i < found.length; i++) {
    const placed = found[i];
    if (placed === undefined) continue;
    if (placed.at !== found[begin]?.at) {
      begin = i;
      if (told.size > 0) told = new Set();
    }
    if (placed.shared) {
      if (told.size === 0) for (let before = begin; before < i; before++) told.add(factOf(found[before]?.finding));
      const fact = factOf(placed.finding);
      if (told.has(fact)) continue;
      told.add(fact);
    }
    kept.push(placed.finding);
  }
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
  return a.at - b.at || severityRank(a.finding.severity) - severityRank(b.finding.severity);
}

function place(rule: Rule, report: Report, appendix: Appendix, index: number, severity: Severity | undefined): Placed {
  const field: Field | null = "cell" in report.at ? report.at : null;
  const position = "cell" in report.at ? report.at.cell : report.at;
  const span = spanInCell(field, report.span);
  const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
    ruleId: rule.id,
    severity: severity ?? report.severity ?? rule.severity,
    sheet: appendix.sheet,
    cell: formatPosition(position),
    messageId: report.message,
    data: report.data ?? {},
    appendix: index,
  };
  if (span !== undefined) finding.span = span;
  if (report.fix !== undefined) finding.fix = report.fix;
  return { at: position.row * COLUMNS + position.column, shared: field?.merged === true, finding };
}

/** The place of a slip in the cell's own text: the field may be only a part of the cell. */
function spanInCell(field: Field | null, span: Report["span"]): Finding["span"] {
  if (field === null || field.continued !== undefined) return undefined;
  const offset = field.span?.start ?? 0;
  if (span !== undefined) return { start: span.start + offset, end: span.end + offset };
  return field.span;
}
