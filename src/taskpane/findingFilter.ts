import { SEVERITIES, severityRank, type Severity } from "../grid/mark";
import type { FindingView } from "../review/view";
import type { Clarity } from "../rules/rule";

/** The first half of a rule's id: what kind of slip it is about ("deadline", "lead", …). */
export function familyOf(ruleId: string): string {
  return ruleId.split("/", 1)[0] ?? ruleId;
}

/** Which findings the list shows. */
export interface FindingFilter {
  /** The severities shown; none chosen means all. */
  readonly severities: readonly Severity[];
  /** The rule family shown, null for all. */
  readonly family: string | null;
  readonly sheet: string | null;
  /** Words that the cell's text, its address or the message must hold, whatever their diacritics. */
  readonly text: string;
  /** One of the "6 rõ" of one appendix (its index), null for all. */
  readonly clarity: { readonly clarity: Clarity; readonly appendix: number } | null;
  /** The ignored findings in place of the others. */
  readonly ignored: boolean;
}

export const EVERYTHING: FindingFilter = { severities: [], family: null, sheet: null, text: "", clarity: null, ignored: false };

/** True when the filter may hide something. */
export function narrows(filter: FindingFilter): boolean {
  return filter.severities.length > 0 || filter.family !== null || filter.sheet !== null || filter.clarity !== null || filter.ignored || filter.text.trim() !== "";
}

/**
 * A text for comparing in a search: no letter case, no tone or vowel marks, đ as d, runs of white space as one blank. People search
 * with the keyboard they have at hand.
 */
export function foldForSearch(text: string): string {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * The findings in the order of the list: gravest first, within one severity as the check gave them (sheet, row, column).
 * The check's order is kept by the stable sort.
 */
export function byGravity(findings: readonly FindingView[]): readonly FindingView[] {
  return [...findings].sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
}

/** The findings that the filter lets through, in the order given. Every word of the search must occur. */
export function filterFindings(findings: readonly FindingView[], filter: FindingFilter): readonly FindingView[] {
  const words = foldForSearch(filter.text).split(" ").filter((word) => word !== "");
  return findings.filter((finding) => {
    if (filter.severities.length > 0 && !filter.severities.includes(finding.severity)) return false;
    if (filter.family !== null && familyOf(finding.ruleId) !== filter.family) return false;
    if (filter.sheet !== null && finding.sheet !== filter.sheet) return false;
    if (filter.clarity !== null && (finding.clarity !== filter.clarity.clarity || finding.appendix !== filter.clarity.appendix)) return false;
    if (words.length === 0) return true;
    const haystack = searchedText(finding);
    return words.every((word) => haystack.includes(word));
  });
}

const folded = new WeakMap<FindingView, string>();

/** Folding a text costs far more than searching it: done once for each finding. */
function searchedText(finding: FindingView): string {
  let text = folded.get(finding);
  if (text === undefined) {
    text = foldForSearch(`${finding.cell} ${finding.text} ${finding.message.vi} ${finding.message.en}`);
    folded.set(finding, text);
  }
  return text;
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly FindingView[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The filter with one severity switched on or off; all three on is the same as none chosen. */
export function toggleSeverity(filter: FindingFilter, severity: Severity): FindingFilter {
  const chosen = filter.severities.includes(severity) ? filter.severities.filter((other) => other !== severity) : [...filter.severities, severity];
  return { ...filter, severities: chosen.length === SEVERITIES.length ? [] : chosen };
}
