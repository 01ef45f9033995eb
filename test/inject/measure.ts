import { parseAddress } from "../../src/grid/address";
import { Reviewer } from "../../src/review/reviewer";
import type { Finding } from "../../src/rules/rule";
import { given, type CleanTable } from "./cleanTable";
import type { Defect } from "./defect";
import { Random } from "./random";

/** What became of the defects of one kind. */
export interface Score {
  readonly rule: string;
  readonly kind: string;
  injected: number;
  /** Told by the rule at the very cell. */
  found: number;
  /** Errors and warnings that the defect brought about besides. */
  unbacked: number;
  /** Where it was missed, and what else was told, for looking into. */
  readonly missedIn: string[];
  readonly besides: string[];
}

/** Puts each defect into each table `tries` times at random places, and checks. @param seed the same seed chooses the same places. */
export function measure(tables: readonly CleanTable[], defects: readonly Defect[], tries: number, seed: number): readonly Score[] {
  return defects.map((defect, index) => {
    const score: Score = { rule: defect.rule, kind: defect.kind, injected: 0, found: 0, unbacked: 0, missedIn: [], besides: [] };
    for (const [place, table] of tables.entries()) {
      const random = new Random(seed + index * 1_009 + place * 101);
      for (let attempt = 0; attempt < tries; attempt++) tryOnce(table, defect, random, score);
    }
    return score;
  });
}

function tryOnce(table: CleanTable, defect: Defect, random: Random, score: Score): void {
  const injection = defect.inject(table, random);
  if (injection === null) return;
  const { sheet } = table.appendix;
  const moved = injection.moved ?? ((row: number): number => row);
  const before = new Set(
    table.baseline.map((finding) => {
      const row = parseAddress(finding.cell)?.row ?? 0;
      return keyOf(finding, finding.sheet === sheet ? moved(row) : row);
    }),
  );
  const review = new Reviewer().review(injection.grids, { plan: given(table.plan) });
  const news = review.findings.filter((finding) => !before.has(keyOf(finding, parseAddress(finding.cell)?.row ?? 0)));
  const isHit = (finding: Finding): boolean => {
    const cell = parseAddress(finding.cell);
    return (finding.ruleId === defect.rule || defect.or?.includes(finding.ruleId) === true) && finding.sheet === sheet && cell !== null && injection.at(cell);
  };
  score.injected++;
  if (news.some(isHit)) score.found++;
  else score.missedIn.push(`${table.name}: ${news.map(({ ruleId, cell }) => `${ruleId} ${cell}`).join(", ") || "nothing"}`);
  const besides = news.filter((finding) => finding.severity !== "info" && !isHit(finding));
  score.unbacked += besides.length;
  score.besides.push(...besides.map(({ ruleId, cell }) => `${table.name}: ${ruleId} ${cell}`));
}

function keyOf({ ruleId, sheet, cell, messageId }: Finding, row: number): string {
  return `${ruleId} ${messageId} ${sheet} ${row} ${parseAddress(cell)?.column ?? 0}`;
}
