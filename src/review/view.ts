import type { Severity } from "../grid/mark";
import { textAt } from "../grid/grid";
import { parseAddress } from "../grid/address";
import type { AppendixKind, Notice } from "../appendix/appendix";
import type { PlanContext } from "../appendix/plan";
import { describe, ruleOf } from "../rules/describe";
import type { Clarity, Finding } from "../rules/rule";
import type { Localized } from "../text/language";
import type { Review } from "./reviewer";

/** A finding as a list shows it: plain data that can cross to another thread. */
export interface FindingView {
  /** The same for the same finding in every check of the same text: good for lists, selections and ignores. */
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly clarity: Clarity | null;
  readonly sheet: string;
  readonly cell: string;
  readonly message: Localized;
  /** The text of the cell. */
  readonly text: string;
  /** The slip inside `text`; absent when the whole cell is meant. */
  readonly span?: { readonly start: number; readonly end: number };
  readonly fixable: boolean;
}

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
  }[];
  readonly findings: readonly FindingView[];
  readonly notices: readonly Notice[];
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

/** Renders a review as plain data. */
export function viewOf(review: Review): ReviewView {
  const grids = new Map(review.grids.map((grid) => [grid.sheet, grid]));
  const ids = findingIds(review.findings);
  return {
    plan: review.reading.plan,
    planRead: review.planRead,
    appendices: review.reading.appendices.map((appendix) => ({
      sheet: appendix.sheet,
      kind: appendix.kind,
      title: (appendix.titleLines.label ?? appendix.titleLines.title)?.text ?? appendix.sheet,
      sections: appendix.sections.length,
      items: appendix.items.length,
    })),
    findings: review.findings.map((finding, index) => {
      const grid = grids.get(finding.sheet);
      const position = parseAddress(finding.cell);
      return {
        id: ids[index] ?? "",
        ruleId: finding.ruleId,
        severity: finding.severity,
        clarity: ruleOf(finding.ruleId)?.clarity ?? null,
        sheet: finding.sheet,
        cell: finding.cell,
        message: wordsOf(finding),
        text: grid === undefined || position === null ? "" : textAt(grid, position.row, position.column),
        fixable: finding.fix !== undefined,
        ...(finding.span === undefined ? {} : { span: finding.span }),
      };
    }),
    notices: review.reading.notices,
  };
}
