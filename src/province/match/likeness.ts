import type { Period, Statement, Term } from "./statement";
import { impliedBy, oppositesOf } from "./vocabulary";

/** Why two rows can not be the same, or not surely. */
export type Doubt = "unit" | "year" | "opposite" | "negation" | "subject" | "number" | "narrowing" | "replaced" | "level" | "roles" | "ambiguous";

/** How alike two rows are. */
export interface Likeness {
  /** 0 to 1; from SURE on it is beyond doubt. */
  readonly score: number;
  readonly doubts: readonly Doubt[];
}

/** The words that a likeness rests on. */
export interface Reasons {
  /** The words that both have, the weightiest first. */
  readonly shared: readonly string[];
  readonly onlyAbove: readonly string[];
  readonly onlyHere: readonly string[];
}

/** From this score on a match is taken without asking (the `--min-score` of the command line by default). */
export const SURE = 0.85;

/** What contradicts a match leaves it at most this. */
const CONTRADICTED = 0.55;
/** A word that makes another target, on one side only, leaves it at most this. */
const NARROWED = 0.8;
/** So much weight on each side that the other lacks is one thing in place of another. */
const REPLACED = 1;
/** How much is taken off where each side has words that the other lacks: one stands in place of the other. */
const SUBSTITUTION = 0.35;
/** So many words tell what a row is about; what follows in a long text explains it. */
const HEAD = 12;
const PART_CREDIT = 0.6;
/** The share of common words from which a match is sure, found on the "tuning" groups of test/province/pairs.ts. */
const SURE_SHARE = 0.72;

/** A statement with what each of its words weighs, in the order of its words: by its kind, and by how rare it is in both plans. */
export interface Weighed {
  readonly statement: Statement;
  readonly weights: readonly number[];
  readonly total: number;
}

/** True when two sets of years have one in common, or one of them is not known. Periods that end together count as one. */
function periodsMeet(above: readonly Period[], here: readonly Period[]): boolean {
  return above.length === 0 || here.length === 0 || above.some((one) => here.some((other) => one.to === other.to));
}

/** True when one of them is about another tier than communes, and the other does not say so. */
function otherLevel(above: Statement, here: Statement): boolean {
  if (above.level === here.level) return false;
  return (above.level !== null && above.level !== "commune") || (here.level !== null && here.level !== "commune");
}

type Left = readonly (readonly [key: string, weight: number, term: Term])[];

/** The words that both rows have, and what is left of each. What goes without saying beside a common word is no difference. */
function parted(above: Weighed, here: Weighed): { readonly shared: Left; readonly onlyAbove: Left; readonly onlyHere: Left; readonly common: number; readonly total: number } {
  const shared: [string, number, Term][] = [];
  const onlyAbove: [string, number, Term][] = [];
  const onlyHere: [string, number, Term][] = [];
  let common = 0;
  let implied: Set<string> | null = null;
  let index = 0;
  for (const [key, term] of above.statement.terms) {
    const weight = above.weights[index++] ?? 0;
    if (here.statement.terms.has(key)) {
      common += weight;
      shared.push([key, weight, term]);
      const more = impliedBy(key);
      if (more !== undefined) implied = new Set([...(implied ?? []), ...more]);
    } else onlyAbove.push([key, weight, term]);
  }
  index = 0;
  for (const [key, term] of here.statement.terms) {
    const weight = here.weights[index++] ?? 0;
    if (above.statement.terms.has(key)) common += weight;
    else onlyHere.push([key, weight, term]);
  }
  const total = above.total + here.total;
  if (implied === null) return { shared, onlyAbove, onlyHere, common, total };
  const said = implied;
  const stays = ([key]: Left[number]): boolean => !said.has(key);
  return { shared, onlyAbove: onlyAbove.filter(stays), onlyHere: onlyHere.filter(stays), common, total: total - [...onlyAbove, ...onlyHere].reduce((sum, left) => (stays(left) ? sum : sum + left[1]), 0) };
}

/** The words of a comparison as people read them, the weightiest first. */
export function reasonsOf(above: Weighed, here: Weighed): Reasons {
  const { shared, onlyAbove, onlyHere } = parted(above, here);
  const names = (left: Left): readonly string[] =>
    left.slice().sort((a, b) => b[1] - a[1]).slice(0, 8).map(([key]) => key.replace("¬", "không "));
  return { shared: names(shared), onlyAbove: names(onlyAbove), onlyHere: names(onlyHere) };
}

const NOTHING: Likeness = { score: 0, doubts: [] };

/** So many words in common make a long task. */
const LONG_TASK = 10;

/** Compares a row of the plan above with a row here. */
export function likeness(aboveRow: Weighed, hereRow: Weighed): Likeness {
  const { statement: above } = aboveRow;
  const { statement: here } = hereRow;
  const { shared, onlyAbove, onlyHere, common: whole, total } = parted(aboveRow, hereRow);
  if (total === 0 || whole === 0) return NOTHING;
  let lackingHere = sumOf(onlyAbove);
  let lackingAbove = sumOf(onlyHere);
  const credit = creditForParts(onlyAbove, onlyHere);
  const common = whole + credit * 2;
  lackingHere -= credit;
  lackingAbove -= credit;
  let raw = common / total - (SUBSTITUTION * Math.min(lackingHere, lackingAbove) * 2) / total;
  if (above.wording.kind === "task" && here.wording.kind === "task") raw = Math.max(raw, containment(common / 2, Math.min(total - lackingAbove, total - lackingHere), lackingHere, lackingAbove));
  // Of a long task nobody repeats every word: with many words in common less of the whole will do.
  const isTask = above.wording.kind === "task";
  const ease = isTask ? Math.min(0.1, 0.01 * Math.max(0, shared.length - 6)) : 0;
  let score = calibrated(Math.max(0, Math.min(1, raw)), SURE_SHARE - ease);

  const doubts: Doubt[] = [];
  const contradict = (doubt: Doubt): void => {
    doubts.push(doubt);
    score = Math.min(score, CONTRADICTED);
  };
  if (!unitsAgree(above, here)) contradict("unit");
  if (!periodsMeet(above.wording.periods, here.wording.periods)) contradict("year");
  if (opposed(onlyAbove, here) || opposed(onlyHere, above)) contradict("opposite");
  if (negatedElsewhere(onlyAbove, here) || negatedElsewhere(onlyHere, above)) contradict("negation");
  if (otherSubject(onlyAbove, onlyHere)) contradict("subject");
  if (otherNumber(onlyAbove, onlyHere)) contradict("number");
  if (rolesSwapped(above, here)) contradict("roles");
  if (!isTask && Math.min(tellingOf(onlyAbove), tellingOf(onlyHere)) >= REPLACED) {
    doubts.push("replaced");
    score = Math.min(score, NARROWED);
  }
  // In a long task that is otherwise the same one more word narrows nothing.
  if (!(isTask && shared.length >= LONG_TASK) && (narrows(onlyAbove) || narrows(onlyHere))) {
    doubts.push("narrowing");
    score = Math.min(score, NARROWED);
  }
  if (otherLevel(above, here)) {
    doubts.push("level");
    score = Math.min(score, NARROWED);
  }
  return { score: Math.round(score * 1000) / 1000, doubts };
}

/** How much of what is left is neither a word that says little nor part of an explanation. */
function tellingOf(left: Left): number {
  return sumOf(left.filter(([, , term]) => term.concept.kind !== "light" && inHead(term)));
}

function sumOf(left: Left): number {
  let sum = 0;
  for (const [, weight] of left) sum += weight;
  return sum;
}

/** Brings the share of common words to the scale on which SURE is sure. */
function calibrated(raw: number, sureShare: number): number {
  const points = [[0, 0], [0.5, 0.5], [sureShare, SURE], [1, 1]] as const;
  for (let i = 1; i < points.length; i++) {
    const [fromX, fromY] = points[i - 1] ?? [0, 0];
    const [toX, toY] = points[i] ?? [1, 1];
    if (raw <= toX) return fromY + ((raw - fromX) / (toX - fromX)) * (toY - fromY);
  }
  return 1;
}

/** A task here may say in more words what the task above says in few, or in fewer: a part that is wholly contained counts for much. */
function containment(common: number, smaller: number, lackingHere: number, lackingAbove: number): number {
  const lacking = Math.min(lackingHere, lackingAbove);
  const part = common / (common + lacking);
  return smaller === 0 ? 0 : part * 0.75 - 0.02 * Math.max(lackingHere, lackingAbove);
}

/** Words left on both sides that share syllables ("công nghệ số", "công nghệ") count in part. */
function creditForParts(above: Left, here: Left): number {
  if (above.length === 0 || here.length === 0) return 0;
  let credit = 0;
  const taken = new Set<string>();
  for (const [, weight, term] of above) {
    if (term.concept.subject || term.concept.kind === "number") continue;
    const own = term.concept.syllables;
    for (const [otherKey, otherWeight, other] of here) {
      if (taken.has(otherKey) || other.concept.subject || (own.length === 1 && other.concept.syllables.length === 1)) continue;
      const common = own.filter((syllable) => other.concept.syllables.includes(syllable)).length;
      if (common === 0) continue;
      credit += (PART_CREDIT * Math.min(weight, otherWeight) * common) / Math.max(own.length, other.concept.syllables.length);
      taken.add(otherKey);
      break;
    }
  }
  return credit;
}

function unitsAgree(above: Statement, here: Statement): boolean {
  if (above.wording.kind === "task" || here.wording.kind === "task") return true;
  if (above.quantity === null || here.quantity === null) return true;
  if (above.quantity !== here.quantity) {
    // A rate of growth is written in per cent as well.
    const pair = [above.quantity, here.quantity];
    return pair.includes("growth") && pair.includes("share") && above.terms.has("tăng") === here.terms.has("tăng");
  }
  if (above.headKey !== null && here.headKey !== null && !here.terms.has(above.headKey) && !above.terms.has(here.headKey)) return false;
  return above.countedKey === null || here.countedKey === null || above.countedKey === here.countedKey || above.countedKey.includes(here.countedKey) || here.countedKey.includes(above.countedKey);
}

/** True for a word of what a row is about: of its main clause, of a long task among the first words. */
function inHead({ share, order }: Term): boolean {
  return share >= 0.5 && order < HEAD;
}

function opposed(left: Left, other: Statement): boolean {
  return left.some(([key, , term]) => {
    if (!inHead(term)) return false;
    for (const opposite of oppositesOf(key) ?? []) {
      const there = other.terms.get(opposite);
      if (there !== undefined && inHead(there)) return true;
    }
    return false;
  });
}

function negatedElsewhere(left: Left, other: Statement): boolean {
  return left.some(([key, , term]) => {
    if (!inHead(term)) return false;
    const there = other.terms.get(key.startsWith("¬") ? key.slice(1) : `¬${key}`);
    return there !== undefined && inHead(there);
  });
}

function otherSubject(above: Left, here: Left): boolean {
  const subjects = (left: Left): number => left.filter(([, , term]) => term.concept.subject && inHead(term)).length;
  return subjects(above) > 0 && subjects(here) > 0;
}

function otherNumber(above: Left, here: Left): boolean {
  const numbers = (left: Left): number => left.filter(([, , term]) => (term.concept.kind === "number" || term.concept.kind === "document") && inHead(term)).length;
  return numbers(above) > 0 && numbers(here) > 0;
}

function narrows(left: Left): boolean {
  return left.some(([key, , term]) => inHead(term) && (term.concept.narrowing || key.startsWith("¬")));
}

const AGENT = /(?<!\p{L})(?:thông qua|qua|bởi|do|nhờ)\s/iu;

/** "Doanh nghiệp hỗ trợ hợp tác xã" is not "hợp tác xã hỗ trợ doanh nghiệp": two who are parted by words stand the other way round. */
function rolesSwapped(above: Statement, here: Statement): boolean {
  // Who does it may be told at either end: "… thông qua tổ công nghệ số cộng đồng".
  if (AGENT.test(above.wording.name) || AGENT.test(here.wording.name)) return false;
  const subjects = above.sequence.filter((key) => above.terms.get(key)?.concept.subject === true && here.terms.has(key));
  for (let i = 0; i + 1 < subjects.length; i++) {
    const [one = "", other = ""] = [subjects[i], subjects[i + 1]];
    if (one === other) continue;
    const apart = above.sequence.indexOf(other) - above.sequence.indexOf(one);
    const back = here.sequence.indexOf(one) - here.sequence.indexOf(other);
    if (apart > 1 && back > 1) return true;
  }
  return false;
}
