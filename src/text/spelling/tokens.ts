import { canonicalTone, lower } from "../normal";
import { skeleton, wordKind, type WordKind } from "./lexicon";

/** What is known of a written word, worked out once for each. */
export interface Word {
  /** As written. */
  readonly written: string;
  /** Lower case, tone marks in one place: what words are compared by. */
  readonly syllable: string;
  /** The syllable without tone and marks. */
  readonly skeleton: string;
  readonly kind: WordKind;
  /** True when it begins with a capital. */
  readonly capital: boolean;
}

/** Marks that a text may hold and that are worth a closer look; the scan notes them, so that most texts need no second one. */
export const Sign = {
  spaceRun: 1,
  spaceBefore: 2,
  tight: 4,
  dots: 8,
  straightQuote: 16,
  bracket: 32,
  commaEllipsis: 64,
  dash: 128,
  invisible: 256,
  combining: 512,
  /** A sign or letter of Latin-1 beyond ASCII: all that legacy fonts use. */
  latin1: 1024,
  /** A letter that only Vietnamese Unicode text has: no legacy font is at work. */
  vietnamese: 2048,
  comma: 4096,
  curlyQuote: 8192,
} as const;

/** A text cut into words. */
export interface Tokens {
  readonly words: readonly Word[];
  /** Offsets of the words in the text; `ends` are exclusive. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each word: whether nothing but spaces stands between it and the word before. */
  readonly follows: readonly boolean[];
  /** Bits of `Sign`. */
  readonly signs: number;
}

/** A session in the pane meets few thousand words; a file made to tire the cache starts it anew. */
const CAPACITY = 60_000;
const known = new Map<string, Word>();

/** What is known of a written word (letters only, NFC). */
export function wordOf(written: string): Word {
  let word = known.get(written);
  if (word === undefined) {
    const syllable = canonicalTone(lower(written));
    word = { written, syllable, skeleton: skeleton(syllable), kind: wordKind(written), capital: syllable.charAt(0) !== canonicalTone(written).charAt(0) };
    if (known.size >= CAPACITY) known.clear();
    known.set(written, word);
  }
  return word;
}

const Class = { other: 0, letter: 1, digit: 2, space: 3 } as const;
type Class = (typeof Class)[keyof typeof Class];

const ASCII: readonly Class[] = Array.from({ length: 128 }, (_, code) => {
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return Class.letter;
  if (code >= 0x30 && code <= 0x39) return Class.digit;
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? Class.space : Class.other;
});

function classOf(code: number): Class {
  if (code < 128) return ASCII[code] ?? Class.other;
  if (code >= 0xc0 && code < 0x250) return code === 0xd7 || code === 0xf7 ? Class.other : Class.letter;
  if ((code >= 0x1e00 && code < 0x1f00) || (code >= 0x300 && code < 0x370)) return Class.letter;
  return code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f ? Class.space : Class.other;
}

const code = (character: string): number => character.charCodeAt(0);
const SPACE = code(" ");
const COMMA = code(",");
const SEMICOLON = code(";");
const COLON = code(":");
const DOT = code(".");
const ELLIPSIS = code("…");
const CLOSING = code(")");
const SQUARE_CLOSING = code("]");
const HYPHEN = code("-");
const EN_DASH = code("–");

/** The signs that a character other than a letter or digit brings, by what stands before it. */
function signsOf(current: number, before: number): number {
  switch (current) {
    case COMMA:
      return (before === SPACE ? Sign.spaceBefore : 0) | Sign.comma;
    case SEMICOLON:
    case COLON:
      return before === SPACE ? Sign.spaceBefore : 0;
    case DOT:
      return (before === SPACE ? Sign.spaceBefore : 0) | (before === DOT ? Sign.dots : 0) | (before === COMMA ? Sign.commaEllipsis : 0);
    case ELLIPSIS:
      return before === COMMA || before === SPACE ? Sign.commaEllipsis : 0;
    case CLOSING:
    case SQUARE_CLOSING:
      return (before === SPACE ? Sign.spaceBefore : 0) | Sign.bracket;
    case 0x28:
    case 0x5b:
      return Sign.bracket;
    case 0x22:
      return Sign.straightQuote;
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return Sign.curlyQuote;
    case HYPHEN:
    case EN_DASH:
      return Sign.dash;
    case 0xad:
      return Sign.invisible | Sign.latin1;
    default:
      if ((current >= 0x200b && current <= 0x200f) || current === 0x2060 || current === 0xfeff) return Sign.invisible;
      return current >= 0xa1 && current <= 0xff ? Sign.latin1 : 0;
  }
}

/**
 * Cuts a text into words in one pass, and notes what else is in it.
 * @param text composed (NFC) text, as long as a cell may be.
 */
export function tokenize(text: string): Tokens {
  const words: Word[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const follows: boolean[] = [];
  let signs = 0;
  let start = -1;
  let spaced = false;
  let before = 0;
  for (let i = 0; i <= text.length; i++) {
    const current = i < text.length ? text.charCodeAt(i) : 0;
    const kind = i < text.length ? classOf(current) : Class.other;
    if (kind === Class.letter) {
      if (start < 0) {
        start = i;
        if (before === COMMA || before === SEMICOLON) signs |= Sign.tight;
      }
      if (current >= 0x80) {
        if (current < 0x100) signs |= Sign.latin1;
        else if (current < 0x300 || current >= 0x1e00) signs |= Sign.vietnamese;
        else signs |= Sign.combining;
      }
    } else {
      if (start >= 0) {
        words.push(wordOf(text.slice(start, i)));
        starts.push(start);
        ends.push(i);
        follows.push(spaced);
        start = -1;
        spaced = true;
      }
      if (kind === Class.space) {
        if (current !== 0x0a && current !== 0x0d && before === SPACE) signs |= Sign.spaceRun;
      } else {
        spaced = false;
        if (kind === Class.other) signs |= signsOf(current, before);
      }
    }
    before = kind === Class.space && current !== 0x0a && current !== 0x0d ? SPACE : current;
  }
  return { words, starts, ends, follows, signs };
}

const ADDRESS = /[@_\\]|:\/\/|www\.|[A-Za-z0-9]\.[A-Za-z]/i;

/**
 * True for a word inside something that is no running text: a web address, a mail address, a file name, a document number, a time, a word
 * joined by hyphens.
 * @param start where the word begins in the text.
 * @param end where it ends.
 */
export function inCompound(text: string, start: number, end: number): boolean {
  let from = start;
  let to = end;
  while (from > 0 && !/\s/.test(text.charAt(from - 1))) from--;
  while (to < text.length && !/\s/.test(text.charAt(to))) to++;
  const chunk = text.slice(from, to);
  if (ADDRESS.test(chunk) || /[-–'’]/.test(text.charAt(start - 1)) || /[-–'’]/.test(text.charAt(end))) return true;
  // A number and its unit, a document's number ("15527BTTTT-TTH"); not the comma of a list after a year ("2025,các").
  return /\d[\p{L}/\-.&]|[\p{L}/\-&]\d/u.test(chunk);
}
