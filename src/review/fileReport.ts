import type { AppendixKind, Notice } from "../appendix/appendix";
import { UNKNOWN_PLAN, type PlanContext } from "../appendix/plan";
import type { Edit } from "../grid/edit";
import type { Severity } from "../grid/mark";
import { describe } from "../rules/describe";
import type { Clarity } from "../rules/rule";
import type { Language } from "../text/language";
import { scoreClarity } from "./clarity";
import type { Review } from "./reviewer";
import type { SettingDamage } from "./settings/fileSettings";
import { groupedByAppendix } from "./view";

/** One file in the JSON that `phuluc check --format json` prints; others script against it. */
export interface FileReport {
  readonly file: string;
  readonly plan: PlanContext;
  readonly appendices: readonly {
    readonly sheet: string;
    readonly kind: AppendixKind;
    readonly sections: number;
    readonly items: number;
    /** For each of the "6 rõ" the share of items that are clear on it, 0 to 1; null when no column bears it. */
    readonly clarity: Readonly<Record<Clarity, number | null>>;
  }[];
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: Severity;
    readonly sheet: string;
    readonly cell: string;
    readonly message: string;
    /** The edits that mend it. */
    readonly fix?: readonly Edit[];
  }[];
  /** What someone looked at and let stand: no part of `findings` nor of the exit status. */
  readonly ignored: readonly {
    readonly ruleId: string;
    readonly severity: Severity;
    readonly sheet: string;
    readonly cell: string;
    readonly message: string;
    /** "" when none was given. */
    readonly reason: string;
    /** The day, "2026-11-22"; null when it is not known. */
    readonly on: string | null;
  }[];
  /** What the file keeps of the drafter's decisions and could not be taken: the key, "" when nothing could be read. */
  readonly damagedSettings: readonly string[];
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

/** The report of one checked file, its messages in one language. @param damage what the file keeps and could not be taken. */
export function fileReport(file: string, review: Review, language: Language, damage: readonly SettingDamage[] = []): FileReport {
  const byAppendix = groupedByAppendix(review.findings);
  return {
    file,
    plan: review.reading.plan,
    appendices: review.reading.appendices.map((appendix, index) => ({
      sheet: appendix.sheet,
      kind: appendix.kind,
      sections: appendix.sections.length,
      items: appendix.items.length,
      clarity: Object.fromEntries(scoreClarity(appendix, byAppendix.get(index) ?? []).map(({ clarity, share }) => [clarity, share])) as Record<Clarity, number | null>,
    })),
    findings: review.findings.map((finding) => ({
      ruleId: finding.ruleId,
      severity: finding.severity,
      sheet: finding.sheet,
      cell: finding.cell,
      message: describe(finding, language),
      ...(finding.fix === undefined ? {} : { fix: finding.fix() }),
    })),
    ignored: review.ignored.map(({ finding, entry }) => ({
      ruleId: finding.ruleId,
      severity: finding.severity,
      sheet: finding.sheet,
      cell: finding.cell,
      message: describe(finding, language),
      reason: entry.reason,
      on: entry.on,
    })),
    damagedSettings: damage.map(({ key }) => key),
    notices: review.reading.notices,
  };
}

/** The report of a file that could not be read. */
export function failedReport(file: string, reason: string): FileReport {
  return { file, plan: UNKNOWN_PLAN, appendices: [], findings: [], ignored: [], damagedSettings: [], notices: [], failed: reason };
}
