import type { AppendixKind, Notice } from "../appendix/appendix";
import { UNKNOWN_PLAN, type PlanContext } from "../appendix/plan";
import type { Edit } from "../grid/edit";
import type { Severity } from "../grid/mark";
import { describe } from "../rules/describe";
import type { Language } from "../text/language";
import type { Review } from "./reviewer";

/** One file in the JSON that `phuluc check --format json` prints; others script against it. */
export interface FileReport {
  readonly file: string;
  readonly plan: PlanContext;
  readonly appendices: readonly { readonly sheet: string; readonly kind: AppendixKind; readonly sections: number; readonly items: number }[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: Severity;
    readonly sheet: string;
    readonly cell: string;
    readonly message: string;
    /** The edits that mend it. */
    readonly fix?: readonly Edit[];
  }[];
  /** What was met and not checked: hidden sheets, sheets without a table, rows that could not be placed. */
  readonly notices: readonly Notice[];
  /** The reason, in one line, why the file could not be read; then there is nothing else. */
  readonly failed?: string;
}

/** The whole document of `--format json`. */
export interface CheckReport {
  readonly version: 1;
  readonly files: readonly FileReport[];
}

/** The report of one checked file, its messages in one language. */
export function fileReport(file: string, review: Review, language: Language): FileReport {
  return {
    file,
    plan: review.reading.plan,
    appendices: review.reading.appendices.map(({ sheet, kind, sections, items }) => ({ sheet, kind, sections: sections.length, items: items.length })),
    findings: review.findings.map((finding) => ({
      ruleId: finding.ruleId,
      severity: finding.severity,
      sheet: finding.sheet,
      cell: finding.cell,
      message: describe(finding, language),
      ...(finding.fix === undefined ? {} : { fix: finding.fix() }),
    })),
    notices: review.reading.notices,
  };
}

/** The report of a file that could not be read. */
export function failedReport(file: string, reason: string): FileReport {
  return { file, plan: UNKNOWN_PLAN, appendices: [], findings: [], notices: [], failed: reason };
}
