import { termBook } from "./termBook";
import { addSound, forgetSurplus, Interest, NO_WORD, TIER_WORDS, wordOf, wordOfId, type Word } from "./word";

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
  /** A dash, quotation mark or apostrophe other than the plain ones of ASCII. */
  marks: 16_384,
} as const;

/**
 * A text cut into words. It is good until the next text is cut: the lists are used again, which saves most of the time of a scan. They are
 * longer than `count`; behind the last word stands no word, which follows on nothing.
 */
export interface Tokens {
  readonly count: number;
  /** Of each word its `id` (`wordAt` gives the word) and its `interests`: what a scan looks at first. Those behind the last are 0. */
  readonly ids: Int32Array;
  readonly cares: Int32Array;
  /** Offsets of the words in the text; `ends` are exclusive. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** For each word: 1 when nothing but spaces stands between it and the word before. */
  readonly follows: Uint8Array;
  /** The places of words with which a term begins that does not go on: put in by `findTermSlips`, for `findFallenWords`. */
  readonly broken: { count: number; places: Int32Array };
  /** Bits of `Sign`. */
  readonly signs: number;
  /** Bits of `Interest` of all words together. */
  readonly interests: number;
  /** Where the first and the last figure stand of those that make `Interest.number`; -1 where there is none. */
  readonly firstNumber: number;
  readonly lastNumber: number;
  /**
   * A number that is equal for texts that say the same: made of what no change of case, spacing, punctuation, tone mark or Unicode form
   * touches, the consonants and figures.
   */
  readonly sound: number;
}

/** The word at a place of a text; NO_WORD before the first and behind the last. Lists of numbers alone are filled at half the cost of a list of words. */
export function wordAt({ ids }: Tokens, place: number): Word {
  return wordOfId(ids[place] ?? 0);
}

const LETTER = 1;
const SPACE_LIKE = 2;
const DIGIT = 3;
const KIND = 3;

/** The letters of Vietnamese end here. */
const LAST_LETTER = 0x1eff;

/** For every character its class in the two lowest bits, and above them the `Sign` that a letter brings. All have a place: asking for the last one would cost more. */
const CHARACTERS: Uint16Array = characters();

function characters(): Uint16Array {
  const table = new Uint16Array(0x10000);
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
  for (let letter = 0x80; letter <= LAST_LETTER; letter++) {
    if (table[letter] !== LETTER) continue;
    const sign = letter < 0x100 ? Sign.latin1 : letter < 0x300 || letter >= 0x1e00 ? Sign.vietnamese : Sign.combining;
    table[letter] = LETTER | (sign << 2);
  }
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
      return (isLetter(after) ? Sign.tight : 0) | (before === SPACE ? Sign.spaceBefore : 0) | (before === COMMA || before === SEMICOLON || before === DOT ? Sign.commaEllipsis : 0) | Sign.comma;
    case SEMICOLON:
      return (isLetter(after) ? Sign.tight : 0) | (before === SPACE ? Sign.spaceBefore : 0) | (before === COMMA || before === SEMICOLON ? Sign.commaEllipsis : 0);
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
      return Sign.curlyQuote | Sign.marks;
    case HYPHEN:
      return (before === SPACE) === (after === SPACE) ? 0 : Sign.dash;
    case EN_DASH:
      return Sign.marks | ((before === SPACE) === (after === SPACE) ? 0 : Sign.dash);
    case 0xad:
      return Sign.invisible | Sign.latin1;
    default:
      if ((current >= 0x200b && current <= 0x200f) || current === 0x2060 || current === 0xfeff) return Sign.invisible;
      return (current >= 0xa1 && current <= 0xff ? Sign.latin1 : 0) | (isMark(current) ? Sign.marks : 0);
  }
}

function isLetter(code: number): boolean {
  return ((CHARACTERS[code] ?? 0) & KIND) === LETTER;
}

/** What `plainMarks` makes plain. */
function isMark(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2015) || (code >= 0x2018 && code <= 0x201f) || code === 0x60 || code === 0xab || code === 0xb4 || code === 0xbb ||
    code === 0x2032 || code === 0x2033 || code === 0x2212 || code === 0xff02 || code === 0xff0d
  );
}

/**
 * Cuts a text into words in one pass, and notes what else is in it.
 * @param text composed (NFC) text, as long as a cell may be.
 */
export function tokenize(text: string): Tokens {
  const { length } = text;
  // A word takes two characters at least, with what parts it from the next; one more place for what stands behind the last.
  if (cut.starts.length < (length >> 1) + 2) cut = roomFor(length + 2);
  if (forgetSurplus()) forgetRecent();
  const { ids: idList, cares: careList, starts: startList, ends: endList, follows: followList } = cut;
  let count = 0;
  let signs = 0;
  let letterSigns = 0;
  let interests = 0;
  // Where the last word of a tier ended: a capital or a figure soon after it may be a place's name.
  let tierEnd = -FAR;
  let lastFigure = -BEHIND_FIGURE;
  let firstNumber = -1;
  let lastNumber = -1;
  let sound = 0;
  let spaced = 0;
  let before = 0;
  for (let i = 0; i < length; ) {
    const current = text.charCodeAt(i);
    const character = CHARACTERS[current] as number;
    const kind = character & KIND;
    if (kind === LETTER) {
      const start = i;
      let hash = current;
      let check = current;
      letterSigns |= character;
      for (i++; i < length; i++) {
        const letter = text.charCodeAt(i);
        const next = CHARACTERS[letter] as number;
        if ((next & KIND) !== LETTER) break;
        letterSigns |= next;
        hash = (Math.imul(hash, 31) + letter) | 0;
        check = Math.imul(check ^ letter, 0x01000193);
      }
      const slot = (hash ^ (hash >>> 14)) & (SLOTS - 1);
      const word = hashes[slot] === hash && checks[slot] === check ? (recent[slot] ?? NO_WORD) : wordIn(text.slice(start, i), slot, hash, check);
      const { interests: own } = word;
      interests |= own;
      sound = (Math.imul(sound, word.soundFactor) + word.sound) | 0;
      if (start - tierEnd < FAR && word.capital) interests |= Interest.place;
      if (start - lastFigure < BEHIND_FIGURE) {
        if (current <= CAPITAL_Z || current === CAPITAL_D) {
          interests |= Interest.number;
          if (firstNumber < 0) firstNumber = lastFigure;
          lastNumber = lastFigure;
        }
        if (before === SPACE && (own & Interest.pairEnd) !== 0 && goesOn(idList, count, word)) interests |= Interest.figure;
      }
      if ((own & TIER_WORDS) !== 0) tierEnd = i;
      idList[count] = word.id;
      careList[count] = own;
      startList[count] = start;
      endList[count] = i;
      followList[count] = spaced;
      count++;
      spaced = 1;
      // Nearly every word is followed by one space: it is passed over here, without being looked at as a sign.
      if (i < length && text.charCodeAt(i) === SPACE) {
        before = SPACE;
        i++;
      } else before = 0;
      continue;
    }
    if (kind === SPACE_LIKE) {
      const line = current === 0x0a || current === 0x0d;
      if (!line && before === SPACE) signs |= Sign.spaceRun;
      before = line ? current : SPACE;
    } else {
      spaced = 0;
      if (kind === DIGIT) {
        if (i - tierEnd < FAR) interests |= Interest.place;
        lastFigure = i;
        sound = addSound(sound, current);
      } else signs |= signsOf(current, before, i + 1 < length ? text.charCodeAt(i + 1) : 0);
      before = current;
    }
    i++;
  }
  idList[count] = 0;
  careList[count] = 0;
  followList[count] = 0;
  cut.count = count;
  cut.signs = signs | (letterSigns >> 2);
  cut.interests = interests;
  cut.firstNumber = firstNumber;
  cut.lastNumber = lastNumber;
  cut.sound = sound;
  cut.broken.count = 0;
  return cut;
}

/** Words of a deadline that may stand before its figures ("Trước ngày 20/12/2025"), and the one that they fell in behind. */
const BEFORE_FIGURE = 4;

/** True when a word makes a term with one of the few before it. */
function goesOn(ids: Int32Array, count: number, { code: own }: Word): boolean {
  const { openings } = termBook();
  for (let k = 1; k <= BEFORE_FIGURE && k <= count; k++) if (openings.has(wordOfId(ids[count - k] ?? 0).code, own)) return true;
  return false;
}

/** The letters of a document's number stand nearer than this behind its figures: "57 - NQ/TW". */
const BEHIND_FIGURE = 7;
const CAPITAL_Z = 0x5a;
const CAPITAL_D = 0x110;

/** No name stands farther than this behind the word of its tier: "TP. Hà Nội", "xã   Phú Xuyên". */
const FAR = 5;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The text that was cut last. Lists and the object itself are used for every text: making them anew would be most of what a scan leaves to be collected. */
let cut: Mutable<Tokens> = roomFor(1024);

function roomFor(room: number): Mutable<Tokens> {
  return {
    count: 0,
    ids: new Int32Array(room),
    cares: new Int32Array(room),
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    follows: new Uint8Array(room),
    broken: { count: 0, places: new Int32Array(room) },
    signs: 0,
    interests: 0,
    firstNumber: -1,
    lastNumber: -1,
    sound: 0,
  };
}

/**
 * The words met last, by two hashes of their letters, 64 bits together: most words of a text are found here without cutting them out of it or
 * comparing their letters, which would take longer than everything else. Two words of a language do not meet in both.
 */
const SLOTS = 1 << 13;
const recent: Word[] = new Array<Word>(SLOTS).fill(NO_WORD);
const hashes = new Int32Array(SLOTS);
const checks = new Int32Array(SLOTS);

function forgetRecent(): void {
  recent.fill(NO_WORD);
  hashes.fill(0);
  checks.fill(0);
}

function wordIn(written: string, slot: number, hash: number, check: number): Word {
  const word = wordOf(written);
  recent[slot] = word;
  hashes[slot] = hash;
  checks[slot] = check;
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
