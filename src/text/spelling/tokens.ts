import { wordOf, type Word } from "./word";

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

/** A text cut into words. It is good until the next text is cut: the lists are used again, which saves most of the time of a scan. */
export interface Tokens {
  /** How many words there are; the lists may be longer. */
  readonly count: number;
  readonly words: readonly Word[];
  /** Offsets of the words in the text; `ends` are exclusive. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each word: whether nothing but spaces stands between it and the word before. */
  readonly follows: readonly boolean[];
  /** Bits of `Sign`. */
  readonly signs: number;
}

const LETTER = 1;
const SPACE_LIKE = 2;
const DIGIT = 3;

/** The class of every character below BEYOND; what is beyond is a sign. */
const BEYOND = 0x2100;
const CLASSES: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(BEYOND);
  const fill = (from: number, to: number, kind: number): void => void table.fill(kind, from, to + 1);
  fill(0x41, 0x5a, LETTER);
  fill(0x61, 0x7a, LETTER);
  fill(0xc0, 0x24f, LETTER);
  fill(0x300, 0x36f, LETTER);
  fill(0x1e00, 0x1eff, LETTER);
  for (const sign of [0xd7, 0xf7]) table[sign] = 0;
  fill(0x30, 0x39, DIGIT);
  fill(0x09, 0x0d, SPACE_LIKE);
  fill(0x2000, 0x200a, SPACE_LIKE);
  for (const space of [0x20, 0xa0, 0x202f]) table[space] = SPACE_LIKE;
  return table;
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

/** The signs that a character other than a letter or digit brings, by what stands before and after it. */
function signsOf(current: number, before: number, after: number): number {
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
      return (before === SPACE) === (after === SPACE) ? 0 : Sign.dash;
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
  const { length } = text;
  let count = 0;
  let signs = 0;
  let spaced = false;
  let before = 0;
  for (let i = 0; i < length; ) {
    const current = text.charCodeAt(i);
    const kind = current < BEYOND ? CLASSES[current] : 0;
    if (kind === LETTER) {
      if (before === COMMA || before === SEMICOLON) signs |= Sign.tight;
      const start = i;
      let letter = current;
      let hash = 0;
      do {
        if (letter >= 0x80) signs |= letter < 0x100 ? Sign.latin1 : letter < 0x300 || letter >= 0x1e00 ? Sign.vietnamese : Sign.combining;
        hash = (Math.imul(hash, 31) + letter) | 0;
        i++;
        letter = i < length ? text.charCodeAt(i) : BEYOND;
      } while (letter < BEYOND && CLASSES[letter] === LETTER);
      words[count] = wordAt(text, start, i, hash);
      starts[count] = start;
      ends[count] = i;
      follows[count] = spaced;
      count++;
      spaced = true;
      before = 0;
      continue;
    }
    if (kind === SPACE_LIKE) {
      const line = current === 0x0a || current === 0x0d;
      if (!line && before === SPACE) signs |= Sign.spaceRun;
      before = line ? current : SPACE;
    } else {
      spaced = false;
      if (kind !== DIGIT) signs |= signsOf(current, before, i + 1 < length ? text.charCodeAt(i + 1) : 0);
      before = current;
    }
    i++;
  }
  // What an earlier, longer text left behind must not be read as words of this one.
  if (words.length > count) words.length = count;
  return { count, words, starts, ends, follows, signs };
}

const words: Word[] = [];
const starts: number[] = [];
const ends: number[] = [];
const follows: boolean[] = [];

/** The words met last, by a hash of their letters: most words of a text are found here without cutting them out of it. */
const SLOTS = 1 << 14;
const recent: (Word | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

function wordAt(text: string, start: number, end: number, hash: number): Word {
  const slot = (hash ^ (hash >>> 14)) & (SLOTS - 1);
  const known = recent[slot];
  if (known !== undefined && known.written.length === end - start && text.startsWith(known.written, start)) return known;
  const word = wordOf(text.slice(start, end));
  recent[slot] = word;
  return word;
}

/** How far a compound is followed to either side: a cell without spaces must not be walked through for each of its words. */
const LONGEST_COMPOUND = 100;
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
  while (from > 0 && start - from < LONGEST_COMPOUND && !/\s/.test(text.charAt(from - 1))) from--;
  while (to < text.length && to - end < LONGEST_COMPOUND && !/\s/.test(text.charAt(to))) to++;
  const chunk = text.slice(from, to);
  if (ADDRESS.test(chunk) || /[-–'’]/.test(text.charAt(start - 1)) || /[-–'’]/.test(text.charAt(end))) return true;
  // A number and its unit, a document's number ("15527BTTTT-TTH"); not the comma of a list after a year ("2025,các").
  return /\d[\p{L}/\-.&]|[\p{L}/\-&]\d/u.test(chunk);
}
