import { canonicalTone, lower } from "../normal";
import { skeleton, wordKind, type WordKind } from "./lexicon";
import { termBook, type Entry, type FixedName } from "./termBook";

/** What is known of a written word, worked out once for each: a scan of a text then only follows references. */
export interface Word {
  /** As written. */
  readonly written: string;
  /** Lower case, tone marks in one place: what words are compared by. */
  readonly syllable: string;
  /** Equal for syllables that differ in nothing but tone and marks of letters. */
  readonly shape: number;
  readonly kind: WordKind;
  /** True when it begins with a capital. */
  readonly capital: boolean;
  /** Terms, and slips known as such, whose first syllable has this shape, by the shape of the second. */
  readonly entries: ReadonlyMap<number, readonly Entry[]> | undefined;
  /** Syllables that make a term of two with this one before them. */
  readonly seconds: ReadonlySet<string> | undefined;
  /** Names with fixed capitals that begin with this syllable; the longest first. */
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
  return {
    written,
    syllable,
    shape,
    kind: wordKind(written),
    capital: syllable.charAt(0) !== canonicalTone(written).charAt(0),
    entries: book.byFirst.get(shape),
    seconds: book.seconds.get(syllable),
    names: book.names.get(syllable),
    fixed: wanted === undefined || wanted === written ? undefined : { wanted, abbreviation: spelling === undefined },
  };
}
