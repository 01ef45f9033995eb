import { canonicalTone, lower } from "../normal";
import { skeleton, wordKind, type WordKind } from "./lexicon";
import { placeOf } from "./pairSet";
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
  /** The second syllable of a term of two. */
  pairEnd: 32,
  /** A comma before it may be one too many. */
  afterComma: 64,
  /** Words of the tiers of government: xã; phường; (đặc) khu; huyện, quận; tỉnh; thành phố. */
  commune: 128,
  ward: 256,
  zone: 512,
  district: 1024,
  province: 2048,
  city: 4096,
  /** "Thị": of "thị xã", "thị ủy". */
  town: 8192,
  /** "Các" and "cấp": of "các cấp". */
  plural: 16_384,
  tiers: 32_768,
  /** The end of a name of bodies that no commune has: "tư pháp", "tòa án", "kiểm sát", "nhân dân". */
  body: 65_536,
  /** The end of what a whole province is spoken of with: "nhà nước", "toàn", "địa bàn". */
  scope: 131_072,
  /** A word of a tier with a capital or a figure behind it: perhaps a place. Not of a word but of a text. */
  place: 262_144,
  /** What a commune is made of: thôn, xóm, ấp. */
  village: 524_288,
  /** A figure and soon after it a capital: perhaps a document's number. Not of a word but of a text. */
  number: 1_048_576,
  /** A figure, and behind it the second syllable of a term that began before it: it may have fallen in. Not of a word but of a text. */
  figure: 2_097_152,
  /** What a mountain commune is made of, or another word: "bản", "buôn", "sóc". */
  upland: 4_194_304,
} as const;

/** Above the bits of `Interest` stands, for a word that ends terms of two syllables, the place of its bit in `Word.ends`, and 31 for others. */
export const END_SHIFT = 24;
const NO_END = 31;

/** The words after which a name of a place may stand. */
export const TIER_WORDS =
  Interest.commune | Interest.ward | Interest.zone | Interest.district | Interest.province | Interest.city;

const SUBJECTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    xã: Interest.commune,
    phường: Interest.ward,
    khu: Interest.zone,
    huyện: Interest.district, quận: Interest.district, trấn: Interest.district, tx: Interest.district,
    thị: Interest.town,
    thôn: Interest.village, xóm: Interest.village, ấp: Interest.village,
    bản: Interest.upland, buôn: Interest.upland, bon: Interest.upland, phum: Interest.upland, sóc: Interest.upland,
    các: Interest.plural,
    tỉnh: Interest.province,
    phố: Interest.city, tp: Interest.city,
    // Tỉnh ủy, Thành ủy, Huyện ủy: the place stands behind the second word.
    ủy: Interest.city,
    cấp: Interest.tiers,
    pháp: Interest.body, án: Interest.body, sát: Interest.body, dân: Interest.body,
    nước: Interest.scope, toàn: Interest.scope, bàn: Interest.scope,
    liên: Interest.afterComma, có: Interest.afterComma, từ: Interest.afterComma, hành: Interest.afterComma, viên: Interest.afterComma,
  }),
);

/** What is known of a written word, worked out once for each: a scan of a text then only follows references. */
export interface Word {
  /** Another number for each word; two words with one number are one word. */
  readonly id: number;
  /** As written. */
  readonly written: string;
  /** Lower case, tone marks in one place: what words are compared by. */
  readonly syllable: string;
  /** A number for each syllable of the register of terms, equal for equal syllables; -1 for one that no term has. */
  readonly code: number;
  /** Bits of `Interest`. */
  readonly interests: number;
  /** Which words may end a term of two syllables that begins with this one, as bits: see `END_SHIFT`. */
  readonly ends: number;
  /** Equal for syllables that differ in nothing but tone and marks of letters. */
  readonly shape: number;
  /** What the word adds to the sound of a text (see `Tokens.sound`), and what the sound before it is multiplied by. */
  readonly sound: number;
  readonly soundFactor: number;
  readonly kind: WordKind;
  /** True when it begins with a capital. */
  readonly capital: boolean;
  /** Terms, and slips known as such, whose first syllable has this shape, by the shape of the second. */
  readonly entries: ReadonlyMap<number, readonly Entry[]> | undefined;
  /** For a word with a capital, names with fixed capitals that begin with this syllable; the longest first. */
  readonly names: readonly FixedName[] | undefined;
  /** How this brand, system or abbreviation is really written. */
  readonly fixed: { readonly wanted: string; readonly abbreviation: boolean } | undefined;
}

/** Of the letters that a word is known by in every spelling, those that bear no mark in Vietnamese. */
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]/g;
const SOUND_BASE = 31;

/** The sound of a run of consonants and figures, and what the sound before it is multiplied by: it is one for the whole, however it is cut. */
function soundOf(syllable: string): { readonly sound: number; readonly soundFactor: number } {
  let sound = 0;
  let soundFactor = 1;
  for (const letter of syllable.match(CONSONANTS) ?? []) {
    sound = addSound(sound, letter.charCodeAt(0));
    soundFactor = Math.imul(soundFactor, SOUND_BASE);
  }
  return { sound, soundFactor };
}

/** The sound of a text that goes on with one more consonant or figure. */
export function addSound(sound: number, character: number): number {
  return (Math.imul(sound, SOUND_BASE) + character) | 0;
}

/** A session in the pane meets few thousand words; a file made to tire the cache starts it anew. */
const CAPACITY = 60_000;
const known = new Map<string, Word>();
/** The words by their ids, less those that were forgotten. */
let byId: Word[] = [];
/** Goes on growing when the cache starts anew, so that no number ever means two words. */
let lastId = 0;
let forgotten = 0;

/** What is known of a written word (letters only, NFC). */
export function wordOf(written: string): Word {
  const word = known.get(written);
  if (word !== undefined) return word;
  const made = make(written);
  known.set(written, made);
  byId.push(made);
  return made;
}

/** The word that an id was given to since words were last forgotten; NO_WORD for 0. */
export function wordOfId(id: number): Word {
  return id > forgotten ? (byId[id - forgotten - 1] ?? NO_WORD) : NO_WORD;
}

/** Forgets all words when there are too many of them; not while a text is being looked at. @returns true when it did. */
export function forgetSurplus(): boolean {
  if (known.size < CAPACITY) return false;
  known.clear();
  byId = [];
  forgotten = lastId;
  return true;
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
  const names = capital ? book.names.get(syllable) : undefined;
  const fixed = wanted === undefined || wanted === written ? undefined : { wanted, abbreviation: spelling === undefined };
  const code = book.codeOf(syllable);
  const endsTerms = book.ends.has(syllable);
  const interests =
    ((endsTerms ? placeOf(code) : NO_END) << END_SHIFT) |
    (kind === "right" ? 0 : Interest.wrong) |
    (entries === undefined ? 0 : Interest.term) |
    (book.begins.has(syllable) ? Interest.pair : 0) |
    (names === undefined ? 0 : Interest.name) |
    (fixed === undefined ? 0 : Interest.fixed) |
    (endsTerms ? Interest.pairEnd : 0) |
    (SUBJECTS.get(syllable) ?? 0);
  return { id: ++lastId, written, syllable, code, interests, ends: book.openings.secondsOf(code), shape, ...soundOf(syllable), kind, capital, entries, names, fixed };
}

/** Stands where no word is. */
export const NO_WORD: Word = {
  id: 0,
  written: "",
  syllable: "",
  code: -1,
  interests: NO_END << END_SHIFT,
  ends: 0,
  shape: -1,
  sound: 0,
  soundFactor: 1,
  kind: "right",
  capital: false,
  entries: undefined,
  names: undefined,
  fixed: undefined,
};
