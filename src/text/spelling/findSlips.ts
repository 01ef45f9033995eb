import { findEncodingSlips } from "../encoding/findEncodingSlips";
import { compose } from "../normal";
import { findPunctuationSlips } from "./findPunctuationSlips";
import { findSpellingSlips } from "./findSpellingSlips";
import { findTermSlips } from "./findTermSlips";
import type { Slip } from "./slip";
import { tokenize } from "./tokens";

/** What one reading of a text tells. */
export interface Wording {
  /** By their place in the text; spans and replacements fit the text as it was given. */
  readonly slips: readonly Slip[];
  /** Bits of `Sign`: what else stands in the text. */
  readonly signs: number;
}

const NOTHING: Wording = { slips: [], signs: 0 };
/** Cells repeat ("Phòng Kinh tế", "Thường xuyên"); a cache that has met this many different texts starts anew. */
const CAPACITY = 50_000;
const remembered = new Map<string, Wording>();

/**
 * Everything that is wrong in the wording of one text: misspelt words, near-misses of fixed terms, punctuation, encoding. Each text is read
 * once, however many rules ask.
 * @param text the text of a field as it is stored.
 */
export function readWording(text: string): Wording {
  if (text.length < 2) return NOTHING;
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
  const { text: composed, original } = compose(text);
  const tokens = tokenize(composed);
  const encoding = findEncodingSlips(text, tokens.signs, composed === text);
  // In a legacy font every word would be misspelt: the conversion comes first.
  const { signs } = tokens;
  if (encoding[0]?.message === "legacy") return { slips: encoding, signs };
  const term = findTermSlips(composed, tokens);
  const spelling = findSpellingSlips(composed, tokens);
  const punctuation = findPunctuationSlips(composed, tokens);
  if (encoding.length + term.length + spelling.length + punctuation.length === 0) return signs === 0 ? NOTHING : { slips: NOTHING.slips, signs };
  const found = [...spelling, ...term, ...punctuation];
  const placed = composed === text ? found : found.map((slip) => ({ ...slip, start: original(slip.start), end: original(slip.end) }));
  return { slips: [...encoding, ...placed], signs };
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
