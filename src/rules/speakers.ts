import type { Finding } from "./rule";

/**
 * Pairs of rules of which one slip may wake both: where the first has spoken about a cell, the second keeps silent there.
 * (A truncated unit name is also a misspelling; two identical cells also share a unit.)
 */
export const SPEAKS_BEFORE: readonly (readonly [first: string, silent: string])[] = [
  ["coord/same-as-lead", "lead/also-coordinating"],
  ["lead/collective", "lead/multiple"],
];

/** Leaves one speaker for one slip. Input and output are sorted by cell. */
export function oneSpeaker(findings: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (let from = 0; from < findings.length; ) {
    let to = from + 1;
    while (to < findings.length && findings[to]?.cell === findings[from]?.cell) to++;
    const here = findings.slice(from, to);
    if (here.length === 1) kept.push(...here);
    else {
      const speaking = new Set(here.map((finding) => finding.ruleId));
      kept.push(...here.filter(({ ruleId }) => !SPEAKS_BEFORE.some(([first, silent]) => silent === ruleId && speaking.has(first))));
    }
    from = to;
  }
  return kept;
}
