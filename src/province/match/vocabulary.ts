import { canonicalTone, lower } from "../../text/normal";
import { INDICATORS } from "./register";

/** What a word of a name is for the comparison; "plain" is a syllable that the register does not know. */
export type ConceptKind = "aside" | "light" | "subject" | "narrowing" | "word" | "number" | "document" | "plain";

/** A word, or several that say the same, as they are compared. */
export interface Concept {
  readonly key: string;
  readonly kind: ConceptKind;
  /** Before rarity is known: how much it says. */
  readonly weight: number;
  /** The syllables of the key. */
  readonly syllables: readonly string[];
  /** True for a word that makes another target of one. */
  readonly narrowing: boolean;
  /** True for who or what is counted. */
  readonly subject: boolean;
}

const WEIGHTS: Readonly<Record<ConceptKind, number>> = { aside: 0, light: 0.3, subject: 1.3, narrowing: 1.3, word: 1.2, number: 0.8, document: 1.5, plain: 0.6 };

/** Spellings with i and y, and of "hằng", brought to one. */
const SYLLABLE_VARIANTS: Readonly<Record<string, string>> = { kĩ: "kỹ", tỉ: "tỷ", lí: "lý", mĩ: "mỹ", kì: "kỳ", hằng: "hàng", sĩ: "sỹ", kí: "ký" };

/** The syllables of a phrase in the form in which they are compared. */
export function syllablesOf(phrase: string): readonly string[] {
  return (lower(canonicalTone(phrase)).match(/[\p{L}\p{M}\d]+/gu) ?? []).map((syllable) => SYLLABLE_VARIANTS[syllable] ?? syllable);
}

interface Node {
  readonly next: Map<string, Node>;
  concepts: readonly Concept[] | null;
}

const newNode = (): Node => ({ next: new Map(), concepts: null });

function enter(root: Node, syllables: readonly string[], concepts: readonly Concept[]): void {
  let node = root;
  for (const syllable of syllables) {
    let next = node.next.get(syllable);
    if (next === undefined) {
      next = newNode();
      node.next.set(syllable, next);
    }
    node = next;
  }
  node.concepts = concepts;
}

const normalized = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.map((phrase) => syllablesOf(phrase).join(" ")));
const ASIDE = normalized(INDICATORS.aside);
const LIGHT = normalized(INDICATORS.light);
const SUBJECTS = normalized(INDICATORS.subjects);
const NARROWING = normalized(INDICATORS.narrowing);
const WORDS = normalized(INDICATORS.words);

function conceptOf(key: string, fallback: ConceptKind): Concept {
  const subject = SUBJECTS.has(key);
  const narrowing = NARROWING.has(key);
  const kind: ConceptKind = narrowing ? "narrowing" : subject ? "subject" : WORDS.has(key) ? "word" : LIGHT.has(key) ? "light" : ASIDE.has(key) ? "aside" : fallback;
  return { key, kind, weight: WEIGHTS[kind], syllables: key.split(" "), narrowing, subject };
}

/** A syllable that is no word of the register, a number, or a document's number. */
export function strangeConcept(key: string): Concept {
  if (/^\d+\D?.*[-/]\p{L}/u.test(key)) return conceptOf(key, "document");
  return conceptOf(key, /\d/.test(key) ? "number" : "plain");
}

const known = newNode();
for (const key of [...ASIDE, ...LIGHT, ...SUBJECTS, ...NARROWING, ...WORDS]) enter(known, key.split(" "), [conceptOf(key, "word")]);
// First every wording that stands for others, as far as no shorter words say the same ("trực tuyến toàn trình" is two words) …
const canonical = new Map<string, readonly Concept[]>();
for (const name of Object.keys(INDICATORS.same)) {
  const syllables = syllablesOf(name);
  const key = syllables.join(" ");
  const single = find(known, syllables, 0);
  const parts = single?.length === syllables.length ? single.concepts : cover(syllables);
  canonical.set(name, parts ?? [conceptOf(key, "word")]);
}
// … then what stands for it.
for (const [name, others] of Object.entries(INDICATORS.same)) {
  for (const phrase of [name, ...others]) enter(known, syllablesOf(phrase), canonical.get(name) ?? []);
}

/** The words that a phrase consists of entirely; null when some of it is unknown, or it is one word. */
function cover(syllables: readonly string[]): readonly Concept[] | null {
  const parts: Concept[] = [];
  for (let at = 0; at < syllables.length; ) {
    const found = find(known, syllables, at);
    if (found === null) return null;
    parts.push(...found.concepts);
    at += found.length;
  }
  return parts.length > 1 ? parts : null;
}

function find(root: Node, syllables: readonly string[], at: number): { readonly concepts: readonly Concept[]; readonly length: number } | null {
  let node: Node | undefined = root;
  let best: { concepts: readonly Concept[]; length: number } | null = null;
  for (let i = at; i < syllables.length; i++) {
    node = node.next.get(syllables[i] ?? "");
    if (node === undefined) break;
    if (node.concepts !== null) best = { concepts: node.concepts, length: i - at + 1 };
  }
  return best;
}

/** The longest phrase of the register that begins at a place of the syllables, as what it stands for; null when none does. */
export function phraseAt(syllables: readonly string[], at: number): { readonly concepts: readonly Concept[]; readonly length: number } | null {
  return find(known, syllables, at);
}

/** The long form of an abbreviation in syllables, null when it is none. A text in small letters is none: "cc" may be anything. */
export function expand(word: string): readonly string[] | null {
  return ABBREVIATIONS.get(word.toUpperCase()) ?? null;
}

const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(INDICATORS.abbreviations).map(([short, long]) => [short.toUpperCase(), syllablesOf(long)]),
);

const opposite = new Map<string, Set<string>>();
for (const group of INDICATORS.opposites) {
  const keys = group.map((word) => syllablesOf(word).join(" "));
  for (const key of keys) {
    const others = opposite.get(key) ?? new Set<string>();
    for (const other of keys) if (other !== key) others.add(other);
    opposite.set(key, others);
  }
}

/** The words that never speak of the same as this one. */
export function oppositesOf(key: string): ReadonlySet<string> | undefined {
  return opposite.get(key);
}

const implied = new Map(Object.entries(INDICATORS.implies).map(([word, others]) => [syllablesOf(word).join(" "), new Set(others.map((other) => syllablesOf(other).join(" ")))]));

/** The words that go without saying beside this one. */
export function impliedBy(key: string): ReadonlySet<string> | undefined {
  return implied.get(key);
}

export const LOWER_IS_BETTER: readonly string[] = INDICATORS.lowerIsBetter.map((phrase) => syllablesOf(phrase).join(" "));
