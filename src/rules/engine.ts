import { formatPosition } from "../grid/address";
import { severityRank } from "../grid/mark";
import type { Appendix, Field, Item, Reading } from "../appendix/appendix";
import { catalog } from "./catalog";
import { createMeanings } from "./meanings";
import { oneSpeaker } from "./speakers";
import type { Finding, Meanings, Report, Rule, RuleContext, RuleSettings } from "./rule";

/**
 * Runs the catalogue over a reading. An engine remembers what it found at each item, so that a later run over a reading that
 * shares most of its items (see `rereadAppendices`) costs little more than the whole-table rules.
 */
export class RuleEngine {
  private memory = new WeakMap<Item, readonly Finding[]>();
  private memoryKey = "";
  private meanings: Meanings | null = null;

  /** @param rules the rules to run, in the order in which they speak about one cell; the whole catalogue by default. */
  constructor(private readonly rules: readonly Rule[] = catalog) {}

  /**
   * Every finding of the rules that are on, by sheet, row, column, then gravity.
   * @param reading what was read, its plan context already corrected by the drafter's.
   */
  check(reading: Reading, settings: RuleSettings = {}): readonly Finding[] {
    const key = JSON.stringify([reading.plan, settings]);
    if (key !== this.memoryKey) {
      this.memory = new WeakMap();
      this.meanings = createMeanings(reading.plan);
      this.memoryKey = key;
    }
    const meanings = this.meanings ?? createMeanings(reading.plan);
    const active = this.rules.filter((rule) => settings[rule.id] !== "off");
    const itemRules = active.filter((rule) => rule.checkItem !== undefined);
    const tableRules = active.filter((rule) => rule.checkAppendix !== undefined);

    const all: Finding[] = [];
    reading.appendices.forEach((appendix, index) => {
      const found: Finding[] = [];
      const run = (into: Finding[], rule: Rule, check: (context: RuleContext) => void): void => {
        const severity = settings[rule.id] ?? undefined;
        check({
          plan: reading.plan,
          reading,
          appendix,
          meanings,
          report: (report) => into.push(toFinding(rule, report, appendix, index, severity === "off" ? undefined : severity)),
        });
      };
      for (const item of appendix.items) {
        let findings = this.memory.get(item);
        if (findings === undefined) {
          const fresh: Finding[] = [];
          for (const rule of itemRules) run(fresh, rule, (context) => rule.checkItem?.(item, context));
          findings = fresh;
          this.memory.set(item, findings);
        }
        for (const finding of findings) found.push(finding);
      }
      for (const rule of tableRules) run(found, rule, (context) => rule.checkAppendix?.(context));
      for (const finding of oneSpeaker(sorted(found))) all.push(finding);
    });
    return all;
  }
}

/** All findings of a reading at once, without memory. */
export function check(reading: Reading, settings: RuleSettings = {}, rules: readonly Rule[] = catalog): readonly Finding[] {
  return new RuleEngine(rules).check(reading, settings);
}

function toFinding(rule: Rule, report: Report, appendix: Appendix, index: number, severity: Finding["severity"] | undefined): Finding {
  const field: Field | null = "cell" in report.at ? report.at : null;
  const position = "cell" in report.at ? report.at.cell : report.at;
  const span = spanInCell(field, report.span);
  return {
    ruleId: rule.id,
    severity: severity ?? report.severity ?? rule.severity,
    sheet: appendix.sheet,
    cell: formatPosition(position),
    messageId: report.message,
    data: report.data ?? {},
    appendix: index,
    ...(span === undefined ? {} : { span }),
    ...(report.fix === undefined ? {} : { fix: report.fix }),
  };
}

/** The place of a slip in the cell's own text: the field may be only a part of the cell. */
function spanInCell(field: Field | null, span: Report["span"]): Finding["span"] {
  if (field === null || field.continued !== undefined) return undefined;
  const offset = field.span?.start ?? 0;
  if (span !== undefined) return { start: span.start + offset, end: span.end + offset };
  return field.span;
}

/** Zero-based row and column packed into one number, from an A1 address, for sorting. */
function order(finding: Finding): number {
  let column = 0;
  let i = 0;
  for (; i < finding.cell.length; i++) {
    const code = finding.cell.charCodeAt(i);
    if (code < 65) break;
    column = column * 26 + code - 64;
  }
  return Number(finding.cell.slice(i)) * 16_385 + column;
}

function sorted(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => ({ finding, at: order(finding) }));
  keyed.sort((a, b) => a.at - b.at || severityRank(a.finding.severity) - severityRank(b.finding.severity));
  return keyed.map(({ finding }) => finding);
}
