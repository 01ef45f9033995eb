import { canonicalTone, lower } from "../normal";
import { skeleton, wordKind, type WordKind } from "./lexicon";
import { termBook, type Entry, type FixedName } from "./termBook";

/** What a word may give cause to look at; the scan of a text gathers these bits, so that a text without any needs no second look. */
export const Interest = {
  /** It is no right word. */
  wrong: 1,
  /** A term, or a slip known as such, may begin with it. */
  term: 2,
  /** A term of two syllables begins with it. */
  pair: 4,
  /** A name with fixed capitals begins with it. */
  name: 8,
  /** A brand or abbreviation in other letters than its own. */
  fixed: 16,
} as const;

/** What is known of a written word, worked out once for each: a scan of a text then only follows references. */
export interface Word {
  /** As written. */
  readonly written: string;
  /** Lower case, tone marks in one place: what words are compared by. */
  readonly syllable: string;
  /** A number for each syllable of the register of terms, equal for equal syllables; -1 for one that no term has. */
  readonly code: number;
  /** Bits of `Interest`. */
  readonly interests: number;
  /** Equal for syllables that differ in nothing but tone and marks of letters. */
  readonly shape: number;
  readonly kind: WordKind;
  /** True when it begins with a capital. */
  readonly capital: boolean;
  /** Terms, and slips known as such, whose first syllable has this shape, by the shape of the second. */
  readonly entries: ReadonlyMap<number, readonly Entry[]> | undefined;
  /** Codes of the syllables that make a term of two with this one before them. */
  readonly seconds: ReadonlySet<number> | undefined;
  /** For a word with a capital, names with fixed capitals that begin with this syllable; the longest first. */
  readonly names: readonly FixedName[] | undefined;
  /** How this brand, system or abbreviation is really written. */
  readonly fixed: { readonly wanted: string; readonly abbreviation: boolean } | undefined;
}

/** A session in the pane meets few thousand words; a file made to tire the cache starts it anew. */
const CAPACITY = 60_000;
const known = new Map<string, Word>();

/** What is known of a written word (letters only, NFC). */
export function wordOf(written: string): Word {
  const word = known.get(written);
  if (word !== undefined) return word;
  const made = make(written);
  if (known.size >= CAPACITY) known.clear();
  known.set(written, made);
  return made;
}

function make(written: string): Word {
  const book = termBook();
  const syllable = canonicalTone(lower(written));
  const shape = book.shapeOf(skeleton(syllable));
  const spelling = book.spellings.get(written);
  const wanted = spelling ?? book.abbreviations.get(written);
  const kind = wordKind(written);
  const capital = syllable.charAt(0) !== canonicalTone(written).charAt(0);
  const entries = book.byFirst.get(shape);
  const seconds = book.seconds.get(syllable);
  const names = capital ? book.names.get(syllable) : undefined;
  const fixed = wanted === undefined || wanted === written ? undefined : { wanted, abbreviation: spelling === undefined };
  const interests =
    (kind === "right" ? 0 : Interest.wrong) |
    (entries === undefined ? 0 : Interest.term) |
    (seconds === undefined ? 0 : Interest.pair) |
    (names === undefined ? 0 : Interest.name) |
    (fixed === undefined ? 0 : Interest.fixed);
  return { written, syllable, code: book.codeOf(syllable), interests, shape, kind, capital, entries, seconds, names, fixed };
}

/** Stands where no word is. */
export const NO_WORD: Word = {
  written: "",
  syllable: "",
  code: -1,
  interests: 0,
  shape: -1,
  kind: "right",
  capital: false,
  entries: undefined,
  seconds: undefined,
  names: undefined,
  fixed: undefined,
};
