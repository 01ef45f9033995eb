import { z } from "zod";
import source from "../../../seeds/terms.json";
import { PairSet } from "./pairSet";
import { canonicalTone, lower } from "../normal";
import { isSyllable, skeleton } from "./lexicon";

const words = z.string().min(1).refine((text) => text === text.normalize("NFC") && text === text.trim(), "composed Unicode, no spaces around");
const corrections = z.record(words, words);

/** The shape of seeds/terms.json. */
export const termsSchema = z.strictObject({
  /** Fixed terms of these plans: a text that misses one by a single syllable has a slip there. In lower case. */
  terms: z.array(words),
  /** Common phrases: whatever reads as one of them is no slip, however near it comes to a term. */
  phrases: z.array(words),
  /** Slips that sound right, with what is meant. */
  slips: corrections,
  /** Names whose capitals are fixed. */
  names: z.array(words),
  /** Brands and systems that are often written in other letters than their own. */
  spellings: corrections,
  /** Abbreviations that lost their đ, or took a letter that looks alike. */
  abbreviations: corrections,
});

/** A series of syllables to look for, and what it should be. */
export interface Entry {
  /** What to look for: the term itself, or a slip that is known as such. */
  readonly syllables: readonly string[];
  /** The codes of `syllables`, see `TermBook.codeOf`. */
  readonly codes: readonly number[];
  /** The shapes of `syllables`, see `TermBook.shapeOf`. */
  readonly shapes: readonly number[];
  /** What is right. */
  readonly right: readonly string[];
  /** True when `syllables` is itself the slip, so that only this very reading is one. */
  readonly exact: boolean;
  /** True for a slip of the register: these words are no phrase, whatever longer term holds them side by side ("ngân hàng chính sách"). */
  readonly listed: boolean;
}

/** A name whose capitals are fixed. */
export interface FixedName {
  readonly syllables: readonly string[];
  /** Its words as they are written. */
  readonly written: readonly string[];
}

/** The register as it is searched. */
export interface TermBook {
  /** A number for each skeleton; -1 for one that no entry has. */
  readonly shapeOf: (skeleton: string) => number;
  /** A number for each syllable that a term or phrase has; -1 for any other. */
  readonly codeOf: (syllable: string) => number;
  /** Entries by the shapes of their first and second syllables. */
  readonly byFirst: ReadonlyMap<number, ReadonlyMap<number, readonly Entry[]>>;
  /** The first two syllables of each term, by their codes; and all syllables that stand in the first and in the second place. */
  readonly openings: Pick<PairSet, "has" | "secondsOf">;
  readonly begins: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Neighbouring syllables of terms and phrases, by their codes. */
  readonly pairs: Pick<PairSet, "has">;
  /** Names with fixed capitals, by their first syllable, the longest first. */
  readonly names: ReadonlyMap<string, readonly FixedName[]>;
  readonly spellings: ReadonlyMap<string, string>;
  readonly abbreviations: ReadonlyMap<string, string>;
}

let book: TermBook | undefined;

/**
 * The register of terms, read once.
 * @throws ZodError when seeds/terms.json does not have the shape of `termsSchema`.
 */
export function termBook(): TermBook {
  book ??= build(termsSchema.parse(source));
  return book;
}

/** The syllables of a term as words are compared: lower case, tone marks in one place. */
export function syllablesOf(term: string): readonly string[] {
  return canonicalTone(lower(term)).split(/[\s,\-–]+/u);
}

const CLUSTER = /^(?:ngh|ng|nh|kh|ph|th|tr|ch|gh)/;

/**
 * What is left of a syllable that lost one letter, where that is a syllable too: of its final consonant or of the group that it begins with
 * ("thông" → "thôn", "tông"). In a long term any letter may be lost ("chuyển đổ số"): there is little else that it could be.
 */
function shortened(syllable: string, long: boolean): readonly string[] {
  const cut = new Set<string>();
  const group = CLUSTER.exec(syllable)?.[0].length ?? 0;
  for (let i = 0; i < syllable.length; i++) {
    const last = i === syllable.length - 1 && /[cghmnpt]$/.test(syllable);
    if (!long && i >= group && !last) continue;
    const rest = canonicalTone(syllable.slice(0, i) + syllable.slice(i + 1));
    if (rest.length > 1 && rest !== syllable && isSyllable(rest)) cut.add(rest);
  }
  return [...cut];
}

/** Beginnings and endings of syllables that sound alike in one part of the country or another. */
const SOUND_ALIKE: readonly (readonly [written: RegExp, slips: readonly string[]])[] = [
  [/^ch/, ["tr"]], [/^tr/, ["ch"]], [/^s/, ["x"]], [/^x/, ["s"]], [/^l/, ["n"]], [/^n(?![gh])/, ["l"]], [/^gi(?=[aăâeêoôơuư])/, ["d"]], [/^d/, ["gi"]], [/^r/, ["d"]],
  [/c$/, ["t"]], [/t$/, ["c"]], [/ng$/, ["n"]], [/n$/, ["ng"]],
];

/** The syllables that sound like one: "xuất" for "suất", "chung" for "trung", "mặc" for "mặt". */
function alike(syllable: string): readonly string[] {
  const found = new Set<string>();
  // The marks stand apart from their letters, so that a vowel is told whatever its tone.
  const plain = syllable.normalize("NFD");
  for (const [written, slips] of SOUND_ALIKE) {
    if (!written.test(plain)) continue;
    for (const slip of slips) {
      const other = canonicalTone(plain.replace(written, slip).normalize("NFC"));
      if (other !== syllable && isSyllable(other)) found.add(other);
    }
  }
  return [...found];
}

function build(register: z.infer<typeof termsSchema>): TermBook {
  const shapes = new Map<string, number>();
  const addShape = (syllable: string): number => {
    const bare = skeleton(syllable);
    const shape = shapes.get(bare) ?? shapes.size;
    shapes.set(bare, shape);
    return shape;
  };
  const codes = new Map<string, number>();
  const addCode = (syllable: string): number => {
    const code = codes.get(syllable) ?? codes.size;
    codes.set(syllable, code);
    return code;
  };
  const entries: Entry[] = [];
  const pairs = new PairSet();
  const entry = (syllables: readonly string[], right: readonly string[], kind: "term" | "cut" | "slip"): Entry => ({
    syllables,
    codes: syllables.map(addCode),
    shapes: syllables.map(addShape),
    right,
    exact: kind !== "term",
    listed: kind === "slip",
  });

  for (const text of [...register.terms, ...register.phrases, ...Object.values(register.slips)]) {
    const syllables = syllablesOf(text);
    for (let i = 1; i < syllables.length; i++) pairs.add(addCode(syllables[i - 1] ?? ""), addCode(syllables[i] ?? ""));
  }
  for (const term of register.terms) {
    const right = syllablesOf(term);
    entries.push(entry(right, right, "term"));
    right.forEach((syllable, place) => {
      for (const cut of new Set([...shortened(syllable, right.length > 2), ...alike(syllable)])) entries.push(entry(right.map((own, i) => (i === place ? cut : own)), right, "cut"));
    });
  }
  for (const [slip, right] of Object.entries(register.slips)) entries.push(entry(syllablesOf(slip), syllablesOf(right), "slip"));

  const byFirst = new Map<number, Map<number, Entry[]>>();
  const openings = new PairSet();
  const begins = new Set<string>();
  const ends = new Set<string>();
  for (const one of entries) {
    const [firstShape = -1, secondShape = -1] = one.shapes;
    const bySecond = byFirst.get(firstShape) ?? new Map<number, Entry[]>();
    byFirst.set(firstShape, bySecond.set(secondShape, [...(bySecond.get(secondShape) ?? []), one]));
    // Of a longer term, the two syllables that it begins with: "chuyển Thường đổi số".
    const [first, second] = one.right;
    if (one.exact || first === undefined || second === undefined) continue;
    openings.add(addCode(first), addCode(second));
    begins.add(first);
    ends.add(second);
  }
  const names = new Map<string, FixedName[]>();
  for (const name of [...register.names].sort((a, b) => b.length - a.length)) {
    const syllables = syllablesOf(name);
    const first = syllables[0] ?? "";
    names.set(first, [...(names.get(first) ?? []), { syllables, written: name.split(" ") }]);
  }

  return {
    shapeOf: (bare) => shapes.get(bare) ?? -1,
    codeOf: (syllable) => codes.get(syllable) ?? -1,
    byFirst,
    openings,
    begins,
    ends,
    pairs,
    names,
    spellings: new Map(Object.entries(register.spellings)),
    abbreviations: new Map(Object.entries(register.abbreviations)),
  };
}
