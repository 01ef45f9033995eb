import type { Finding } from "./rule";

/**
 * Pairs of rules of which one slip may wake both: where the first has spoken about a cell, the second keeps silent there.
 * (A truncated unit name is also a misspelling; two identical cells also share a unit.)
 */
const SPEAKS_BEFORE: readonly (readonly [first: string, silent: string])[] = [
  ["coord/same-as-lead", "lead/also-coordinating"],
  ["lead/collective", "lead/multiple"],
  ["deadline/elapsed", "deadline/vague"],
  ["deadline/elapsed", "deadline/conditional"],
  ["deadline/elapsed", "deadline/out-of-period"],
  ["target/duplicate", "content/duplicate"],
  ["target/missing-province", "target/missing"],
  ["deadline/later-than-province", "deadline/out-of-period"],
  ["content/wrong-level", "coord/own-committee"],
  ["coord/duplicate", "coord/variant"],
  ["lead/unknown", "content/spelling"],
  ["lead/unknown", "content/term"],
  ["lead/unknown", "content/punctuation"],
  ["coord/truncated", "content/spelling"],
  ["coord/truncated", "content/term"],
  ["coord/truncated", "content/punctuation"],
];

const silencers: ReadonlyMap<string, readonly string[]> = new Map(
  SPEAKS_BEFORE.map(([, silent]) => [silent, SPEAKS_BEFORE.filter((pair) => pair[1] === silent).map(([first]) => first)]),
);

/** Leaves one speaker for one slip. Input and output are sorted by cell; findings of one cell stand together. */
export function oneSpeaker(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Array<Finding>(findings.length);
  let count = 0;
  for (let from = 0; from < findings.length; ) {
    const cell = findings[from]?.cell;
    let to = from + 1;
    while (to < findings.length && findings[to]?.cell === cell) to++;
    for (let i = from; i < to; i++) {
      const finding = findings[i];
      if (finding === undefined) continue;
      const silenced = to - from > 1 && silencers.get(finding.ruleId)?.some((first) => speaks(findings, from, to, first));
      if (silenced !== true) kept[count++] = finding;
    }
    from = to;
  }
  kept.length = count;
  return kept;
}

function speaks(findings: readonly Finding[], from: number, to: number, ruleId: string): boolean {
  for (let i = from; i < to; i++) if (findings[i]?.ruleId === ruleId) return true;
  return false;
}
