import { allSyllables } from "./lexicon";
import { termBook } from "./termBook";
import type { Word } from "./word";

/** What a misspelt word probably means. */
export interface Suggestion {
  /** In lower case. */
  readonly syllable: string;
  /** True when it makes a fixed term or a common phrase with a neighbour, so that it may be put in place of the slip. */
  readonly sure: boolean;
}

const LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy".split("");
const VOWEL = /[aăâeêioôơuưy]/u;
const VOWELS = /[aăâeêioôơuưy]/gu;
const TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const TONED = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A slip has few letters; what is longer is no syllable with a slip. */
const MAX_LENGTH = 9;
const CAPACITY = 5_000;
const remembered = new Map<string, readonly string[]>();

/** The syllables that are one slip away: a letter too many, too few, another or out of order; another tone; another mark. */
function nearSyllables(syllable: string): readonly string[] {
  const known = remembered.get(syllable);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const all = allSyllables();
  const take = (toneless: string, tones: readonly string[]): void => {
    for (const tone of tones) {
      for (const candidate of placed(toneless, tone)) if (all.has(candidate)) found.add(candidate);
    }
  };
  // The slip is looked for in the letters with the tone kept, and in the tone with the letters kept.
  const decomposed = syllable.normalize("NFD");
  const tone = decomposed.match(TONED)?.[0] ?? "";
  const letters = Array.from(decomposed.replace(TONED, "").normalize("NFC"));
  const with_ = (from: number, count: number, ...put: string[]): string => letters.toSpliced(from, count, ...put).join("");
  take(letters.join(""), TONES);
  for (let i = 0; i <= letters.length; i++) {
    // A vowel that was lost took its tone along.
    for (const letter of LETTERS) take(with_(i, 0, letter), tone === "" && VOWEL.test(letter) ? TONES : [tone]);
    if (i === letters.length) break;
    take(with_(i, 1), [tone]);
    for (const letter of LETTERS) take(with_(i, 1, letter), [tone]);
    const next = letters[i + 1];
    if (next !== undefined) take(with_(i, 2, next, letters[i] ?? ""), [tone]);
  }
  found.delete(syllable);
  const near = [...found];
  if (remembered.size >= CAPACITY) remembered.clear();
  remembered.set(syllable, near);
  return near;
}


/** A toneless syllable with the tone on each of its vowels in turn: only one of them is in the set. */
function placed(toneless: string, tone: string): readonly string[] {
  if (tone === "") return [toneless];
  return [...toneless.matchAll(VOWELS)].map(({ index }) => (toneless.slice(0, index + 1) + tone + toneless.slice(index + 1)).normalize("NFC"));
}

/**
 * What a misspelt word probably means: the one near syllable that makes a known phrase with a neighbour, or the only near syllable there is.
 * @param word the misspelt word.
 * @param before the word before it, undefined where a sign or nothing stands between.
 * @param after the word after it, likewise.
 * @returns null when several would do, or none.
 */
export function suggest(word: Word, before: Word | undefined, after: Word | undefined): Suggestion | null {
  if (word.syllable.length > MAX_LENGTH) return null;
  const { pairs, codeOf } = termBook();
  const joined = (first: string, second: string): boolean => pairs.has(codeOf(first), codeOf(second));
  const near = nearSyllables(word.syllable);
  const fitting = near.filter(
    (candidate) => (before !== undefined && joined(before.syllable, candidate)) || (after !== undefined && joined(candidate, after.syllable)),
  );
  const both = fitting.filter((candidate) => before !== undefined && after !== undefined && joined(before.syllable, candidate) && joined(candidate, after.syllable));
  const [best] = both.length === 1 ? both : fitting;
  if (best !== undefined && (both.length === 1 || fitting.length === 1)) return { syllable: best, sure: true };
  const [only] = near;
  return only !== undefined && near.length === 1 ? { syllable: only, sure: false } : null;
}
