import { findEncodingSlips } from "../encoding/findEncodingSlips";
import { compose } from "../normal";
import { findFallenWords, type FallenWords } from "./findFallenWords";
import { findPunctuationSlips } from "./findPunctuationSlips";
import { findSpellingSlips } from "./findSpellingSlips";
import { findTermSlips } from "./findTermSlips";
import type { Slip } from "./slip";
import { Sign, tokenize } from "./tokens";

/** What one reading of a text tells. */
export interface Wording {
  /** By their place in the text; spans and replacements fit the text as it was given. */
  readonly slips: readonly Slip[];
  /** Words that stand in the middle of a term; only of text that is composed already, so that their places fit it. */
  readonly fallen: readonly FallenWords[];
  /** Bits of `Sign`: what else stands in the text. */
  readonly signs: number;
  /** Bits of `Interest`: what its words may be about. */
  readonly interests: number;
  /** Between which figures a document's number may stand, see `Tokens`; -1 also for a text that is not composed. */
  readonly firstNumber: number;
  readonly lastNumber: number;
  /** Equal for texts that say the same, see `Tokens.sound`. */
  readonly sound: number;
}

const NOTHING: Wording = { slips: [], fallen: [], signs: 0, interests: 0, firstNumber: -1, lastNumber: -1, sound: 0 };
/**
 * Short cells repeat ("Phòng Kinh tế", "Thường xuyên"): what was read of them is kept. Long ones seldom do, and a table of theirs would cost
 * as much as reading them. A cache that has met this many different texts starts anew.
 */
const CAPACITY = 50_000;
const SHORT = 64;
const remembered = new Map<string, Wording>();

/**
 * Everything that is wrong in the wording of one text: misspelt words, near-misses of fixed terms, punctuation, encoding.
 * @param text the text of a field as it is stored.
 */
export function readWording(text: string): Wording {
  if (text.length < 2) return NOTHING;
  if (text.length > SHORT) return read(text);
  let wording = remembered.get(text);
  if (wording === undefined) {
    wording = read(text);
    if (remembered.size >= CAPACITY) remembered.clear();
    remembered.set(text, wording);
  }
  return wording;
}

/** The slips of a text, see `readWording`. */
export function findSlips(text: string): readonly Slip[] {
  return readWording(text).slips;
}

function read(text: string): Wording {
  const tokens = tokenize(text);
  const { signs, interests, firstNumber, lastNumber, sound } = tokens;
  // Only a text with combining marks can be decomposed.
  if ((signs & Sign.combining) !== 0) return readDecomposed(text);
  const encoding = findEncodingSlips(text, signs, true);
  // In a legacy font every word would be misspelt: the conversion comes first.
  if (encoding[0]?.message === "legacy") return { slips: encoding, fallen: NOTHING.fallen, signs, interests, firstNumber, lastNumber, sound };
  const term = findTermSlips(text, tokens);
  const spelling = findSpellingSlips(text, tokens);
  const punctuation = findPunctuationSlips(text, tokens);
  const fallen = findFallenWords(tokens);
  const flawless = encoding.length + term.length + spelling.length + punctuation.length === 0;
  return { slips: flawless ? NOTHING.slips : [...encoding, ...spelling, ...term, ...punctuation], fallen, signs, interests, firstNumber, lastNumber, sound };
}

/** A text whose letters and marks may stand apart: it is read composed, and what is found is placed in the text as it was given. */
function readDecomposed(text: string): Wording {
  const { text: composed, original } = compose(text);
  const tokens = tokenize(composed);
  const { signs, interests, sound } = tokens;
  const { firstNumber, lastNumber } = composed === text ? tokens : NOTHING;
  const encoding = findEncodingSlips(text, signs, composed === text);
  if (encoding[0]?.message === "legacy") return { slips: encoding, fallen: NOTHING.fallen, signs, interests, firstNumber, lastNumber, sound };
  const found = [...findSpellingSlips(composed, tokens), ...findTermSlips(composed, tokens), ...findPunctuationSlips(composed, tokens)];
  const placed = found.map((slip) => ({ ...slip, start: original(slip.start), end: original(slip.end) }));
  return { slips: [...encoding, ...placed], fallen: composed === text ? findFallenWords(tokens) : NOTHING.fallen, signs, interests, firstNumber, lastNumber, sound };
}

/**
 * A text with the given slips mended.
 * @param text the text in which they were found.
 * @param slips slips with a replacement, by place; of two that overlap the later is left.
 */
export function mendSlips(text: string, slips: readonly Slip[]): string {
  let mended = "";
  let at = 0;
  for (const { start, end, replacement } of slips) {
    if (replacement === undefined || start < at) continue;
    mended += text.slice(at, start) + replacement;
    at = end;
  }
  return mended + text.slice(at);
}
