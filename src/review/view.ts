import type { Severity } from "../grid/mark";
import { textAt, type Grid } from "../grid/grid";
import { parseAddress } from "../grid/address";
import type { AppendixKind, Notice } from "../appendix/appendix";
import type { PlanContext } from "../appendix/plan";
import { describe, ruleOf } from "../rules/describe";
import type { Clarity, Finding, RuleSettings } from "../rules/rule";
import type { Localized } from "../text/language";
import type { DrafterUnit } from "../text/unit/unit";
import type { ClarityScore } from "./clarities";
import { scoreClarity } from "./clarity";
import type { Review } from "./reviewer";
import type { SettingDamage } from "./settings/fileSettings";

/** A finding as a list shows it: plain data that can cross to another thread. */
export interface FindingView {
  /** The same for the same finding in every check of the same text: good for lists, selections and ignores. */
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly clarity: Clarity | null;
  /** Index into the view's appendices. */
  readonly appendix: number;
  readonly sheet: string;
  readonly cell: string;
  readonly message: Localized;
  /** The text of the cell. */
  readonly text: string;
  /** The slip inside `text`; absent when the whole cell is meant. */
  readonly span?: { readonly start: number; readonly end: number };
  readonly fixable: boolean;
}

/** A finding that was let stand. */
export interface IgnoredView extends FindingView {
  /** "" when none was given. */
  readonly reason: string;
  /** The day, "2026-11-22"; null when it is not known. */
  readonly on: string | null;
}

/** What the file itself keeps of the drafter's decisions. */
export interface KeptView {
  readonly plan: Partial<PlanContext>;
  readonly rules: RuleSettings;
  readonly units: readonly DrafterUnit[];
  /** What it holds in their places that could not be taken. */
  readonly damage: readonly SettingDamage[];
}

export const NOTHING_KEPT: KeptView = { plan: {}, rules: {}, units: [], damage: [] };

/** A check as the pane shows it. */
export interface ReviewView {
  readonly plan: PlanContext;
  readonly planRead: PlanContext;
  readonly appendices: readonly {
    readonly sheet: string;
    readonly kind: AppendixKind;
    /** The label and title, for a heading. */
    readonly title: string;
    readonly sections: number;
    readonly items: number;
    /** How clear its items are on each of the "6 rõ". */
    readonly clarity: readonly ClarityScore[];
  }[];
  /** Without the ignored ones. */
  readonly findings: readonly FindingView[];
  readonly ignored: readonly IgnoredView[];
  readonly notices: readonly Notice[];
  readonly kept: KeptView;
}

/** What names a finding: rule, cell, message, and for several alike on one cell their number. */
export function findingIds(findings: readonly Finding[]): readonly string[] {
  const ids: string[] = [];
  // Findings are sorted by cell, so those that are alike stand in one cell's run.
  let cell = "";
  let run: string[] = [];
  for (const finding of findings) {
    if (finding.cell !== cell) {
      cell = finding.cell;
      run = [];
    }
    const name = `${finding.ruleId}@${finding.sheet}!${finding.cell}#${finding.messageId}`;
    const times = run.filter((other) => other === name).length;
    run.push(name);
    ids.push(times === 0 ? name : `${name}~${times}`);
  }
  return ids;
}

/** Findings that a check remembers from the one before keep their object, and so their words. */
const words = new WeakMap<Finding, Localized>();

function wordsOf(finding: Finding): Localized {
  const known = words.get(finding);
  if (known !== undefined) return known;
  const said = { vi: describe(finding, "vi"), en: describe(finding, "en") };
  words.set(finding, said);
  return said;
}

/** Renders a review as plain data. @param kept what the file keeps, for the pane to start from. */
export function viewOf(review: Review, kept: KeptView = NOTHING_KEPT): ReviewView {
  const grids = new Map(review.grids.map((grid) => [grid.sheet, grid]));
  const ids = findingIds(review.findings);
  const ignoredIds = findingIds(review.ignored.map(({ finding }) => finding));
  const byAppendix = groupedByAppendix(review.findings);
  return {
    plan: review.reading.plan,
    planRead: review.planRead,
    appendices: review.reading.appendices.map((appendix, index) => ({
      sheet: appendix.sheet,
      kind: appendix.kind,
      title: (appendix.titleLines.label ?? appendix.titleLines.title)?.text ?? appendix.sheet,
      sections: appendix.sections.length,
      items: appendix.items.length,
      clarity: scoreClarity(appendix, byAppendix.get(index) ?? []),
    })),
    findings: review.findings.map((finding, index) => findingView(finding, ids[index] ?? "", grids)),
    ignored: review.ignored.map(({ finding, entry: { reason, on } }, index) => ({ ...findingView(finding, ignoredIds[index] ?? "", grids), reason, on })),
    notices: review.reading.notices,
    kept,
  };
}

/** The findings of each appendix, by its index. */
export function groupedByAppendix(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const groups = new Map<number, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.appendix);
    if (group === undefined) groups.set(finding.appendix, [finding]);
    else group.push(finding);
  }
  return groups;
}

function findingView(finding: Finding, id: string, grids: ReadonlyMap<string, Grid>): FindingView {
  const grid = grids.get(finding.sheet);
  const position = parseAddress(finding.cell);
  return {
    id,
    ruleId: finding.ruleId,
    severity: finding.severity,
    clarity: ruleOf(finding.ruleId)?.clarity ?? null,
    appendix: finding.appendix,
    sheet: finding.sheet,
    cell: finding.cell,
    message: wordsOf(finding),
    text: grid === undefined || position === null ? "" : textAt(grid, position.row, position.column),
    fixable: finding.fix !== undefined,
    ...(finding.span === undefined ? {} : { span: finding.span }),
  };
}
