import { likeness, reasonsOf, SURE, type Likeness, type Reasons, type Weighed } from "./likeness";
import { stateOf, type Statement, type Wording } from "./statement";

/** A row here and a row above that comes near. */
export interface Candidate extends Likeness {
  /** Index into the rows above. */
  readonly above: number;
  /** Index into the rows here. */
  readonly here: number;
}

/** A row here and the row above that says the same, with the words that tell so. */
export interface Match extends Candidate, Reasons {}

/** How the rows of two plans go together. */
export interface Matching {
  /** One to one, in the order of the rows here. */
  readonly matches: readonly Match[];
  /** For each row here the rows above that come near, the nearest first: what a person may pick from. */
  readonly candidates: readonly (readonly Candidate[])[];
}

/** So many rows above are looked at closely for each row here. */
const CLOSELY = 12;
/** So many are kept for picking by hand. */
const KEPT = 6;
/** Below this score two rows have nothing to do with each other. */
const LEAST = 0.4;
/** Nor those that share much less than the row that shares most. */
const BESIDE_BEST = 0.55;
/** A word of fewer rows is always followed. */
const MOST_ROWS = 300;
/** Rows that share less of their weighty words are not looked at closely. */
const LEAST_ROUGH = 0.2;
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
  const [upper = [], lower = []] = weighed(above.map(statementOf), here.map(statementOf));
  const near = candidates(upper, lower);
  const ordered = near.flat().sort((a, b) => b.score - a.score || a.here - b.here || a.above - b.above);
  const ofAbove = new Map<number, Candidate>();
  const ofHere = new Map<number, Candidate>();
  for (const match of ordered) {
    if (ofAbove.has(match.above) || ofHere.has(match.here)) continue;
    ofAbove.set(match.above, match);
    ofHere.set(match.here, match);
  }
  const byAbove = new Map<number, Candidate[]>();
  for (const match of ordered) if (match.score >= SURE) byAbove.set(match.above, [...(byAbove.get(match.above) ?? []), match]);
  const matches = [...ofHere.values()].map((match): Match => {
    const [one, other] = [upper[match.above], lower[match.here]];
    const reasons = one === undefined || other === undefined ? NO_REASONS : reasonsOf(one, other);
    if (match.score < SURE) return { ...match, ...reasons };
    const rivals = [...(near[match.here] ?? []), ...(byAbove.get(match.above) ?? [])].filter((rival) => rival !== match && rival.score > match.score - MARGIN);
    // A rival that is better placed elsewhere is none.
    const free = rivals.some((rival) => {
      // A row that says the very same a second time is no other.
      if (rival.above === match.above && sameWords(lower[rival.here], other)) return false;
      const taken = rival.here === match.here ? ofAbove.get(rival.above) : ofHere.get(rival.here);
      return taken === undefined || taken.score < rival.score;
    });
    return free ? { ...match, ...reasons, score: AMBIGUOUS, doubts: [...match.doubts, "ambiguous"] } : { ...match, ...reasons };
  });
  return { matches: matches.sort((a, b) => a.here - b.here), candidates: near.map((list) => list.slice(0, KEPT)) };
}

function sameWords(one: Weighed | undefined, other: Weighed | undefined): boolean {
  if (one === undefined || other === undefined || one.statement.terms.size !== other.statement.terms.size) return false;
  return [...one.statement.terms.keys()].every((key) => other.statement.terms.has(key));
}

/** A plan above is compared again and again: its rows are taken apart once. */
const statements = new WeakMap<Wording, Statement>();

function statementOf(wording: Wording): Statement {
  let statement = statements.get(wording);
  if (statement === undefined) {
    statement = stateOf(wording);
    statements.set(wording, statement);
  }
  return statement;
}

const NO_REASONS: Reasons = { shared: [], onlyAbove: [], onlyHere: [] };

/** Both lists with what each word weighs: what nearly every row has says little. */
function weighed(...lists: readonly (readonly Statement[])[]): readonly (readonly Weighed[])[] {
  const count = new Map<string, number>();
  let all = 0;
  for (const list of lists) {
    all += list.length;
    for (const { terms } of list) for (const key of terms.keys()) count.set(key, (count.get(key) ?? 0) + 1);
  }
  // In a short list nothing is common; a word of one pair of rows is as rare as can be.
  const small = all < 12;
  const most = Math.log(1 + all / 2);
  const rarity = new Map<string, number>();
  for (const [key, times] of count) rarity.set(key, small ? 1 : 0.5 + 0.5 * Math.min(1, Math.log(1 + all / times) / most));
  return lists.map((list) =>
    list.map((statement): Weighed => {
      const weights: number[] = [];
      let total = 0;
      for (const [key, { concept, share }] of statement.terms) {
        const weight = concept.weight * share * (rarity.get(key) ?? 1);
        weights.push(weight);
        total += weight;
      }
      return { statement, weights, total };
    }),
  );
}

/** The rows above that share weighty words with each row here, compared closely, the nearest first. */
function candidates(upper: readonly Weighed[], lower: readonly Weighed[]): Candidate[][] {
  const index = new Map<string, { readonly rows: number[]; readonly weights: number[] }>();
  for (const [row, { statement, weights }] of upper.entries()) {
    let at = 0;
    // Words that say little lead to a row only where it has hardly others.
    const telling = [...statement.terms.values()].filter(({ concept }) => concept.kind !== "light").length;
    for (const [key, term] of statement.terms) {
      const weight = weights[at++] ?? 0;
      if (term.concept.kind === "light" && telling > 1) continue;
      const rows = index.get(key);
      if (rows === undefined) index.set(key, { rows: [row], weights: [weight] });
      else {
        rows.rows.push(row);
        rows.weights.push(weight);
      }
    }
  }
  const sums = new Float64Array(upper.length);
  return lower.map((own, here) => {
    const met: number[] = [];
    for (const key of own.statement.terms.keys()) {
      const posted = index.get(key);
      // Of a long list, what stands in every third row leads nowhere.
      if (posted === undefined || (posted.rows.length > MOST_ROWS && posted.rows.length > upper.length / 3)) continue;
      for (let i = 0; i < posted.rows.length; i++) {
        const row = posted.rows[i] ?? 0;
        if (sums[row] === 0) met.push(row);
        sums[row] = (sums[row] ?? 0) + (posted.weights[i] ?? 0);
      }
    }
    const rough = met.map((row) => ({ row, share: (2 * (sums[row] ?? 0)) / ((upper[row]?.total ?? 0) + own.total) }));
    for (const row of met) sums[row] = 0;
    const best = rough.reduce((most, { share }) => Math.max(most, share), 0);
    return rough
      .filter(({ share }) => share >= LEAST_ROUGH && share >= best * BESIDE_BEST)
      .sort((a, b) => b.share - a.share || a.row - b.row)
      .slice(0, CLOSELY)
      .flatMap(({ row }): Candidate[] => {
        const above = upper[row];
        const found = above === undefined ? null : likeness(above, own);
        return found === null || found.score < LEAST ? [] : [{ above: row, here, ...found }];
      })
      .sort((a, b) => b.score - a.score || a.above - b.above);
  });
}
