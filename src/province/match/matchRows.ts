import { likeness, SURE, type Likeness } from "./likeness";
import { stateOf, type Statement, type Term, type Wording } from "./statement";

/** A row here and the row above that says the same. */
export interface Match extends Likeness {
  /** Index into the rows above. */
  readonly above: number;
  /** Index into the rows here. */
  readonly here: number;
}

/** How the rows of two plans go together. */
export interface Matching {
  /** One to one, in the order of the rows here. */
  readonly matches: readonly Match[];
  /** For each row here the rows above that come near, the nearest first: what a person may pick from. */
  readonly candidates: readonly (readonly Match[])[];
}

/** So many rows above are looked at closely for each row here. */
const CLOSELY = 24;
/** So many are kept for picking by hand. */
const KEPT = 6;
/** Below this score two rows have nothing to do with each other. */
export const LEAST = 0.4;
/** Two rows above that come so near to each other are told apart by a person. */
const MARGIN = 0.04;
/** The score of a match that is not the only one. */
const AMBIGUOUS = 0.84;

/**
 * Finds for each row here the row above that says the same. The assignment is stable: pairs are taken in the order of their scores (of equal
 * ones, in the order of the rows), so that no two rows are both nearer to each other than to what they got.
 * @param above the rows of the plan above; @param here the rows of the plan that carries it out.
 */
export function matchRows(above: readonly Wording[], here: readonly Wording[]): Matching {
  const upper = above.map(stateOf);
  const lower = here.map(stateOf);
  const weigh = weights(upper, lower);
  const near = candidates(upper, lower, weigh);
  const ordered = near.flat().sort((a, b) => b.score - a.score || a.here - b.here || a.above - b.above);
  const ofAbove = new Map<number, Match>();
  const ofHere = new Map<number, Match>();
  for (const match of ordered) {
    if (ofAbove.has(match.above) || ofHere.has(match.here)) continue;
    ofAbove.set(match.above, match);
    ofHere.set(match.here, match);
  }
  const byAbove = new Map<number, Match[]>();
  for (const match of ordered) if (match.score >= SURE) byAbove.set(match.above, [...(byAbove.get(match.above) ?? []), match]);
  const matches = [...ofHere.values()].map((match) => {
    if (match.score < SURE) return match;
    const rivals = [...(near[match.here] ?? []), ...(byAbove.get(match.above) ?? [])].filter((other) => other !== match && other.score > match.score - MARGIN);
    // A rival that is better placed elsewhere is none.
    const free = rivals.some((rival) => {
      const taken = rival.here === match.here ? ofAbove.get(rival.above) : ofHere.get(rival.here);
      return taken === undefined || taken.score < rival.score;
    });
    return free ? { ...match, score: AMBIGUOUS, doubts: [...match.doubts, "ambiguous" as const] } : match;
  });
  return { matches: matches.sort((a, b) => a.here - b.here), candidates: near.map((list) => list.slice(0, KEPT)) };
}

/** How much a word weighs: what nearly every row has says little. */
function weights(upper: readonly Statement[], lower: readonly Statement[]): (key: string, term: Term) => number {
  const count = new Map<string, number>();
  for (const statement of [...upper, ...lower]) for (const key of statement.terms.keys()) count.set(key, (count.get(key) ?? 0) + 1);
  const all = Math.max(2, upper.length + lower.length);
  const rarity = new Map<string, number>();
  // A word of one pair of rows is as rare as can be; in a short list nothing is common.
  for (const [key, times] of count) rarity.set(key, Math.min(1, Math.log(1 + all / times) / Math.log(1 + all / 2)));
  const small = all < 12;
  return (key, { concept, share }) => concept.weight * share * (small ? 1 : 0.5 + 0.5 * (rarity.get(key) ?? 1));
}

/** The rows above that share weighty words with each row here, compared closely, the nearest first. */
function candidates(upper: readonly Statement[], lower: readonly Statement[], weigh: (key: string, term: Term) => number): Match[][] {
  const index = new Map<string, { row: number; weight: number }[]>();
  const totals = new Float64Array(upper.length);
  for (const [row, statement] of upper.entries()) {
    for (const [key, term] of statement.terms) {
      const weight = weigh(key, term);
      totals[row] = (totals[row] ?? 0) + weight;
      if (term.concept.kind === "light") continue;
      const rows = index.get(key);
      if (rows === undefined) index.set(key, [{ row, weight }]);
      else rows.push({ row, weight });
    }
  }
  const sums = new Float64Array(upper.length);
  return lower.map((statement, here) => {
    const met: number[] = [];
    let total = 0;
    for (const [key, term] of statement.terms) {
      total += weigh(key, term);
      for (const { row, weight } of index.get(key) ?? []) {
        if (sums[row] === 0) met.push(row);
        sums[row] = (sums[row] ?? 0) + weight;
      }
    }
    const closest = met
      .map((row) => ({ row, rough: (2 * (sums[row] ?? 0)) / ((totals[row] ?? 0) + total) }))
      .sort((a, b) => b.rough - a.rough || a.row - b.row)
      .slice(0, CLOSELY);
    for (const row of met) sums[row] = 0;
    return closest
      .flatMap(({ row }): Match[] => {
        const aboveStatement = upper[row];
        if (aboveStatement === undefined) return [];
        const found = likeness(aboveStatement, statement, weigh);
        return found.score < LEAST ? [] : [{ above: row, here, ...found }];
      })
      .sort((a, b) => b.score - a.score || a.above - b.above);
  });
}
