import { formatPosition } from "../grid/address";
import { severityRank, type Severity } from "../grid/mark";
import type { Appendix, Field, Item, Reading } from "../appendix/appendix";
import { catalog } from "./catalog";
import { createMeanings } from "./meanings";
import { oneSpeaker } from "./speakers";
import type { Finding, Meanings, Report, Rule, RuleContext, RuleSettings } from "./rule";

/** A finding with what it is sorted by. */
interface Placed {
  readonly finding: Finding;
  /** Sheet row and column packed into one number. */
  readonly at: number;
}

/**
 * What was found at the items of one appendix, in their order. A change of single cells leaves every other item where it was (the very
 * object), so that the place alone finds what is known of it: a table keyed by items costs as much as several rules.
 */
interface Remembered {
  readonly columns: Appendix["columns"];
  readonly items: readonly Item[];
  readonly found: readonly (readonly Placed[])[];
}

/** More than the columns of a sheet, so that a packed position sorts by row, then column. */
const COLUMNS = 16_384;

const NOTHING: readonly Placed[] = [];

/**
 * Runs the catalogue over a reading. An engine remembers what it found at each item, so that a later run over a reading that
 * shares most of its items (see `rereadAppendices`) costs little more than the whole-table rules.
 */
export class RuleEngine {
  /** By the appendix's place in the reading. */
  private memory: (Remembered | undefined)[] = [];
  private memoryKey = "";
  private meanings: Meanings | null = null;

  /** @param rules the rules to run, in the order in which they speak about one cell; the whole catalogue by default. */
  constructor(private readonly rules: readonly Rule[] = catalog) {}

  /**
   * Every finding of the rules that are on, by appendix, row, column, then gravity.
   * @param reading what was read, its plan context already corrected by the drafter's.
   */
  check(reading: Reading, settings: RuleSettings = {}): readonly Finding[] {
    const meanings = this.recall(reading, settings);
    const active = this.rules.filter((rule) => settings[rule.id] !== "off");
    return reading.appendices.flatMap((_, index) => this.checkAppendix(reading, index, active, settings, meanings));
  }

  /** Forgets what was found under another plan or other settings. */
  private recall({ plan }: Reading, settings: RuleSettings): Meanings {
    const key = JSON.stringify([plan, settings]);
    if (key !== this.memoryKey || this.meanings === null) {
      this.memory = [];
      this.meanings = createMeanings(plan);
      this.memoryKey = key;
    }
    return this.meanings;
  }

  private checkAppendix(reading: Reading, index: number, active: readonly Rule[], settings: RuleSettings, meanings: Meanings): readonly Finding[] {
    const appendix = reading.appendices[index];
    if (appendix === undefined) return [];
    const found: Placed[] = [];
    // One list and one context for each rule serve all items: making them anew for each cell would cost more than most checks.
    let fresh: Placed[] = [];
    const contextOf = (rule: Rule): RuleContext => {
      const wanted = settings[rule.id];
      const severity = wanted === "off" ? undefined : wanted;
      return { plan: reading.plan, reading, appendix, meanings, report: (report) => void fresh.push(place(rule, report, appendix, index, severity)) };
    };
    const contexts = active.map((rule) => ({ rule, context: contextOf(rule) }));
    const ofItems = contexts.filter(({ rule }) => rule.checkItem !== undefined);

    const known = this.memory[index]?.columns === appendix.columns ? this.memory[index] : undefined;
    const foundAt = appendix.items.map((item, i) => {
      if (known?.items[i] === item) return known.found[i] ?? NOTHING;
      fresh = [];
      for (const { rule, context } of ofItems) rule.checkItem?.(item, context);
      return fresh.length === 0 ? NOTHING : fresh;
    });
    this.memory[index] = { columns: appendix.columns, items: appendix.items, found: foundAt };
    for (const placed of foundAt) for (const one of placed) found.push(one);
    fresh = found;
    for (const { rule, context } of contexts) rule.checkAppendix?.(context);

    found.sort(byPlace);
    return oneSpeaker(found.map(({ finding }) => finding));
  }
}

/** All findings of a reading at once, without memory. */
export function check(reading: Reading, settings: RuleSettings = {}, rules: readonly Rule[] = catalog): readonly Finding[] {
  return new RuleEngine(rules).check(reading, settings);
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
  return { at: position.row * COLUMNS + position.column, finding };
}

/** The place of a slip in the cell's own text: the field may be only a part of the cell. */
function spanInCell(field: Field | null, span: Report["span"]): Finding["span"] {
  if (field === null || field.continued !== undefined) return undefined;
  const offset = field.span?.start ?? 0;
  if (span !== undefined) return { start: span.start + offset, end: span.end + offset };
  return field.span;
}
