import { canonicalTone, lower } from "../normal";
import { KNOWN_WORDS } from "./knownWords";
import { ONSETS, SYLLABLES } from "./syllables";

/** Real syllables of names and loan words that the word list lacks. */
const MORE_SYLLABLES = "nguyễn huỳnh đắc soong xoong boong coóc moóc quẫy khuỵu oọc nghỉm";

let syllables: ReadonlySet<string> | undefined;

function syllableSet(): ReadonlySet<string> {
  if (syllables !== undefined) return syllables;
  const all = new Set(MORE_SYLLABLES.split(" "));
  for (const entry of SYLLABLES.split(";")) {
    const space = entry.indexOf(" ");
    const rhyme = entry.slice(0, space);
    for (const onset of entry.slice(space + 1)) all.add((ONSETS[onset] ?? "") + rhyme);
  }
  syllables = all;
  return all;
}

/** True for a Vietnamese syllable, in any letter case and with either placement of the tone mark. */
export function isSyllable(word: string): boolean {
  return syllableSet().has(canonicalTone(lower(word)));
}

/** Every syllable, in lower case, composed, tone marks in the older place (hóa, thủy). */
export function allSyllables(): ReadonlySet<string> {
  return syllableSet();
}

const MARKS = /[\u0300-\u036f]/g;

/** What is left of a syllable without tone and without the marks of its letters: "đổi" → "doi". Syllables that differ only in those share it. */
export function skeleton(syllable: string): string {
  return syllable.normalize("NFD").replace(MARKS, "").replace(/đ/g, "d");
}

/**
 * What a word is, as far as it can be told without its neighbours: "right" (a syllable, a known word, an abbreviation), "wrong" (written
 * with Vietnamese letters, but no syllable), or "foreign" (Latin letters only, perhaps a word of another language, perhaps a slip).
 */
export type WordKind = "right" | "wrong" | "foreign";

/** Tone marks: what abbreviations never carry ("HĐND", "TƯ", "ĐMST"). */
const TONED = /[\u0300\u0301\u0303\u0309\u0323]/;
const LATIN_ONLY = /^[A-Za-z]+$/;
/** Names from other languages of the country: clusters ("Krông", "Plông") and endings ("Đăk", "Êban") that no Vietnamese syllable has. */
const OTHER_PEOPLES = /^(?:[bcdđghkmpst][lr](?!$)|m[dđn]|k[bpt])|[klrsbđ]$/u;

/** Judges one word (letters only, NFC) by its form. */
export function wordKind(word: string): WordKind {
  if (word.length === 1 || isSyllable(word)) return "right";
  const lowered = lower(word);
  if (KNOWN_WORDS.has(lowered)) return "right";
  if (word === word.toUpperCase() && !TONED.test(word.normalize("NFD"))) return "right";
  // Capitals inside a word: "iHanoi", "QĐs", "TTg", "VNeID".
  if (LATIN_ONLY.test(word)) return /[a-z][A-Z]|[A-Z]{2}/.test(word) ? "right" : "foreign";
  if (!TONED.test(word.normalize("NFD")) && /\p{Lu}.*\p{Lu}/u.test(word)) return "right";
  if (/^\p{Lu}/u.test(word) && OTHER_PEOPLES.test(lowered)) return "right";
  return "wrong";
}
