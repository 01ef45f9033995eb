import { inCompound, wordAt, type Tokens } from "./tokens";
import { LongMemory, TripleMemory } from "./phraseMemory";
import { Interest, NO_WORD, type Word } from "./word";
import { termBook, type Entry, type FixedName, type TermBook } from "./termBook";
import type { Slip } from "./slip";

/**
 * Finds what misses a fixed term by one syllable ("chuyển đối số"), a brand in other letters than its own ("zalo"), a name with a capital
 * too many ("Công An"), an abbreviation without its đ ("CDS"). Puts the places of words with which a term begins that does not go on into
 * `tokens.broken`.
 * @param text composed (NFC) text.
 * @param tokens its words.
 */
export function findTermSlips(text: string, tokens: Tokens): readonly Slip[] {
  const book = termBook();
  const { count, ids, cares, follows, interests, broken } = tokens;
  const { places } = broken;
  let breaks = 0;
  broken.count = 0;
  if ((interests & WORTH_A_LOOK) === 0) return NONE;
  let found: Slip[] | undefined;
  let nearMisses: NearMiss[] | undefined;
  let nameUntil = 0;
  for (let i = 0; i < count; i++) {
    if (((cares[i] ?? 0) & WORTH_A_LOOK) === 0) continue;
    const first = ids[i] ?? 0;
    const second = follows[i + 1] === 1 ? (ids[i + 1] ?? 0) : 0;
    const third = second !== 0 && follows[i + 2] === 1 ? (ids[i + 2] ?? 0) : 0;
    let known = sound.get(first, second, third);
    if (known === MORE) known = soundLong.get(ids, follows, i);
    if (known >= 0) {
      // Written in any case and counted where it holds: one word in four is such, and no processor foresees which.
      places[breaks] = i;
      breaks += (known & BROKEN) >>> BROKEN_SHIFT;
      const length = known & LENGTH;
      if (length > 0 && i >= nameUntil) nameUntil = i + length;
      continue;
    }
    const word = wordAt(tokens, i);
    const next = follows[i + 1] === 1 ? wordAt(tokens, i + 1) : NO_WORD;
    const isBroken = (word.interests & Interest.pair) !== 0 && next !== NO_WORD && !book.openings.has(word.code, next.code);
    if (isBroken) places[breaks++] = i;
    // Nothing is wrong here, whatever stands around; and how many words had to be looked at to know it.
    let sure = true;
    let looked = SHORT;
    const entries = next.shape >= 0 ? word.entries?.get(next.shape) : undefined;
    if (entries !== undefined) {
      for (const entry of entries) {
        const wrong = wrongPlace(tokens, i, entry);
        if (wrong === NOT_HERE) continue;
        looked = Math.max(looked, entry.syllables.length);
        if (wrong === RIGHT) continue;
        sure = false;
        if (meantFor(tokens, i, entry, wrong, book)) (nearMisses ??= []).push({ from: i, entry, wrong });
      }
    }
    if (word.fixed !== undefined) {
      sure = false;
      const slip = fixedSpelling(text, tokens, i, word);
      if (slip !== null) (found ??= []).push(slip);
    }
    let name: FixedName | undefined;
    if (word.names !== undefined) {
      name = nameAt(tokens, i, word.names);
      for (const { syllables } of word.names) if (syllables.length > SHORT && startsAt(tokens, i, syllables, SHORT)) looked = Math.max(looked, syllables.length);
      const slip = name === undefined ? null : capitals(text, tokens, i, name);
      if (slip !== null) sure = false;
      if (name !== undefined && i >= nameUntil) {
        nameUntil = i + name.syllables.length;
        if (slip !== null) (found ??= []).push(slip);
      }
    }
    if (!sure || looked > LONG) continue;
    const value = (name?.syllables.length ?? 0) | (isBroken ? BROKEN : 0);
    sound.set(first, second, third, looked > SHORT ? MORE : value);
    if (looked > SHORT) soundLong.set(ids, follows, i, value);
  }
  broken.count = breaks;
  return nearMisses === undefined ? (found ?? NONE) : withNearMisses(text, tokens, nearMisses, found ?? NONE);
}

/** In a function of its own: closures in the scan would cost memory for each text. */
function withNearMisses(text: string, tokens: Tokens, nearMisses: readonly NearMiss[], found: readonly Slip[]): readonly Slip[] {
  return [...longestOfEach(nearMisses).map((miss) => slipOf(text, tokens, miss)), ...found].sort((a, b) => a.start - b.start);
}

const NONE: readonly Slip[] = [];
const WORTH_A_LOOK = Interest.term | Interest.pair | Interest.name | Interest.fixed;

/** The longest of the names that stands at a word. In a function of its own: a closure in the loop over words would cost more than all else. */
function nameAt(tokens: Tokens, from: number, names: readonly FixedName[]): FixedName | undefined {
  return names.find(({ syllables }) => startsAt(tokens, from, syllables, syllables.length));
}

/** True when the first `count` of the syllables stand at a word. */
function startsAt(tokens: Tokens, from: number, syllables: readonly string[], count: number): boolean {
  for (let k = 0; k < count; k++) if (wordAt(tokens, from + k).syllable !== syllables[k] || (k > 0 && tokens.follows[from + k] !== 1)) return false;
  return true;
}

/** How many words nearly all phrases are told by, and how many the long ones. */
const SHORT = 3;
const LONG = 7;
/**
 * Words at which nothing is wrong, whatever stands around them. Remembered is the length of the name that they are, 0 for none, with BROKEN
 * where a term begins that does not go on; or MORE: ask `soundLong`.
 */
const sound = new TripleMemory();
const soundLong = new LongMemory(LONG);
const LENGTH = 31;
const BROKEN_SHIFT = 5;
const BROKEN = 1 << BROKEN_SHIFT;
const MORE = 64;

interface NearMiss {
  readonly from: number;
  readonly entry: Entry;
  /** The place in the entry of the first syllable that differs. */
  readonly wrong: number;
}

/** The first three words already are others than the entry's. */
const NOT_HERE = -1;
/** The words are the entry's, or differ from it further on. */
const RIGHT = -2;

/** The place in an entry that the words from `from` on miss it by; NOT_HERE or RIGHT when they do not. */
function wrongPlace(tokens: Tokens, from: number, entry: Entry): number {
  const { count, follows } = tokens;
  const length = entry.syllables.length;
  let wrong = NOT_HERE;
  for (let k = 0; k < length; k++) {
    const word = wordAt(tokens, from + k);
    const none = k >= SHORT ? RIGHT : NOT_HERE;
    if (from + k >= count || word.shape !== entry.shapes[k] || (k > 0 && follows[from + k] !== 1)) return none;
    if (word.code === entry.codes[k]) continue;
    if (entry.exact || wrong >= 0) return none;
    wrong = k;
  }
  if (entry.exact) wrong = entry.syllables.findIndex((syllable, k) => syllable !== entry.right[k]);
  if (wrong < 0) return RIGHT;
  const word = wordAt(tokens, from + wrong);
  // A word that is no syllable at all is told as a misspelling; a slip changes the tone or a letter's mark, seldom both.
  if (word.kind !== "right" || (!entry.exact && !isOneChange(word, entry.syllables[wrong] ?? "", entry.codes[wrong] ?? -1))) return RIGHT;
  return wrong;
}

/** False when the words that miss an entry are a phrase of their own with what stands around them. */
function meantFor(tokens: Tokens, from: number, entry: Entry, wrong: number, { pairs }: TermBook): boolean {
  const length = entry.syllables.length;
  const at = from + wrong;
  if (isNamePart(tokens, from, length, wrong)) return false;
  // The wrong syllable belongs with its neighbour outside of the term: "dự án toàn tỉnh" is no slip for "an toàn".
  if (wrong === 0 && isPair(tokens, from, pairs)) return false;
  if (wrong === length - 1 && isPair(tokens, from + length, pairs)) return false;
  if (length === 2) {
    // So short a term is told only where nothing around it reads as another phrase: "liên kết qua mạng", "thông gió".
    if (isPair(tokens, from, pairs) || (!entry.listed && isPair(tokens, from + 1, pairs)) || isPair(tokens, from + 2, pairs)) return false;
  } else if (entry.exact && (isPair(tokens, at, pairs) || isPair(tokens, at + 1, pairs))) {
    return false;
  }
  return true;
}

/** True when a word makes a pair of some phrase with the one before it. */
function isPair(tokens: Tokens, place: number, pairs: TermBook["pairs"]): boolean {
  return tokens.follows[place] === 1 && pairs.has(wordAt(tokens, place - 1).code, wordAt(tokens, place).code);
}

/**
 * True when capitals say that the wrong syllable is one of a name's: "tú tài Nguyễn", "phường Hòa Thành", "tỉnh Long An chỉ đạo", "hộ người
 * Đan Lai", "điểm thi Trường THPT", "Nguyễn Văn Hòa".
 */
function isNamePart(tokens: Tokens, from: number, length: number, wrong: number): boolean {
  const { follows } = tokens;
  // A capital among small letters is a name's.
  if (wrong > 0 && isCapitalAt(tokens, from + wrong) && !isCapitalAt(tokens, from + wrong - 1)) return true;
  const afterName = follows[from] === 1 && isNameAt(tokens, from - 1);
  if (wrong === 0 && afterName && isNameAt(tokens, from) && !isNameAt(tokens, from + 1)) return true;
  if (length !== 2) return false;
  if (!isCapitalAt(tokens, from) && isCapitalAt(tokens, from + 1)) return true;
  if (!isNameAt(tokens, from) || !isNameAt(tokens, from + 1)) return false;
  // Two capitals beside a third are a person's name; two that begin no sentence, a place's.
  return afterName || (follows[from + 2] === 1 && isNameAt(tokens, from + 2)) || from > 0;
}

function isCapitalAt(tokens: Tokens, place: number): boolean {
  return wordAt(tokens, place).capital;
}

/** True for a word with a capital, and not in capitals throughout. */
function isNameAt(tokens: Tokens, place: number): boolean {
  const word = wordAt(tokens, place);
  return word.capital && !(word.written.length > 1 && word.written === word.written.toUpperCase());
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** What `oneChange` said of a word and the syllable of a term; phrases that come near a term are met again and again. */
const changes = new Map<number, boolean>();
const MOST_CHANGES = 20_000;
/** More than there are codes of syllables. */
const CODES = 1 << 16;

function isOneChange({ id, syllable }: Word, wanted: string, code: number): boolean {
  const key = id * CODES + code;
  let known = changes.get(key);
  if (known === undefined) {
    known = oneChange(syllable, wanted);
    if (changes.size >= MOST_CHANGES) changes.clear();
    changes.set(key, known);
  }
  return known;
}

/** True when two syllables of one skeleton differ either in tone or in the marks of letters. */
function oneChange(a: string, b: string): boolean {
  const first = a.normalize("NFD");
  const second = b.normalize("NFD");
  if (first.replace(TONE, "") === second.replace(TONE, "")) return true;
  const tones = (text: string): string => (text.match(TONE) ?? []).join("");
  return tones(first) === tones(second);
}

/** Of near-misses that blame the same word, the one of the longest term. */
function longestOfEach(misses: readonly NearMiss[]): readonly NearMiss[] {
  const byWord = new Map<number, NearMiss>();
  for (const miss of misses) {
    const at = miss.from + miss.wrong;
    const known = byWord.get(at);
    if (known === undefined || known.entry.syllables.length < miss.entry.syllables.length) byWord.set(at, miss);
  }
  return [...byWord.values()];
}

function slipOf(text: string, tokens: Tokens, { from, entry }: NearMiss): Slip {
  const { starts, ends } = tokens;
  const last = from + entry.syllables.length - 1;
  const start = starts[from] ?? 0;
  const end = ends[last] ?? start;
  let right = "";
  let at = start;
  for (let k = from; k <= last; k++) {
    const word = wordAt(tokens, k);
    const wanted = entry.right[k - from];
    right += text.slice(at, starts[k]);
    right += wanted === undefined || word.syllable === wanted ? word.written : inCaseOf(wanted, word.written);
    at = ends[k] ?? at;
  }
  return { rule: "term", message: "term", start, end, data: { found: text.slice(start, end), wanted: right }, replacement: right };
}

/** A word in the letter case of another: all capitals, a capital first, or as it is. */
export function inCaseOf(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  const first = model.charAt(0);
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

/** A brand, system or abbreviation in other letters than its own, but not inside an address. */
function fixedSpelling(text: string, { starts, ends }: Tokens, index: number, { written, fixed }: Word): Slip | null {
  const start = starts[index] ?? 0;
  const end = ends[index] ?? start;
  if (fixed === undefined || inCompound(text, start, end)) return null;
  const { wanted, abbreviation } = fixed;
  return { rule: "term", message: abbreviation ? "abbreviation" : "brand", start, end, data: { found: written, wanted }, replacement: wanted, ...(abbreviation ? {} : { severity: "info" as const }) };
}

/** A name in other capitals than its own ("Công An xã", "Ban thường vụ"); null where it is right, or all in capitals. */
function capitals(text: string, tokens: Tokens, from: number, name: FixedName): Slip | null {
  const { starts, ends } = tokens;
  const last = from + name.syllables.length - 1;
  const written = name.syllables.map((_, k) => wordAt(tokens, from + k));
  if (written.some((own) => own.written.length > 1 && own.written === own.written.toUpperCase())) return null;
  if (written.every((own, k) => own.capital === isCapital(name.written[k]))) return null;
  const start = starts[from] ?? 0;
  const end = ends[last] ?? start;
  const wanted = written.map((own, k) => (isCapital(name.written[k]) ? own.written.charAt(0).toUpperCase() + own.written.slice(1) : own.written.toLowerCase())).join(" ");
  return { rule: "spelling", message: "capital", start, end, data: { found: text.slice(start, end), wanted }, replacement: wanted, severity: "info" };
}

function isCapital(word: string | undefined): boolean {
  return word !== undefined && word.charAt(0) !== word.charAt(0).toLowerCase();
}
