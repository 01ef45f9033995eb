import { isSyllable } from "../spelling/lexicon";
import { TCVN3, VNI } from "./tables";

/** The encodings before Unicode that offices still paste from. */
export type LegacyEncoding = "TCVN3" | "VNI";

/**
 * A text of a legacy font, in Unicode.
 * @param text as it is stored, its bytes read as Latin-1.
 * @returns composed text; what the encoding does not know stays.
 */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === "TCVN3" ? fromTcvn3(text) : fromVni(text);
}

const TCVN3_CAPITALS = /(?<![a-z])[A-Z][A-Z]/;

function fromTcvn3(text: string): string {
  const converted = Array.from(text, (character) => TCVN3.get(character) ?? character).join("").normalize("NFC");
  // The fonts of capitals (".VnTimeH") store small letters: plain letters that are all capitals tell them.
  return TCVN3_CAPITALS.test(text) && !/[a-z]/.test(text) ? converted.toUpperCase() : converted;
}

function fromVni(text: string): string {
  let converted = "";
  for (let i = 0; i < text.length; ) {
    const two = VNI.get(text.slice(i, i + 2));
    if (two !== undefined && i + 1 < text.length) {
      converted += two;
      i += 2;
      continue;
    }
    converted += VNI.get(text.charAt(i)) ?? text.charAt(i);
    i++;
  }
  return converted.normalize("NFC");
}

/** Unicode letters that Vietnamese alone needs: a text that has one is no text of a legacy font. */
const VIETNAMESE = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]|[\u0300-\u0323]/;
const WORDS = /[A-Za-z\u00a1-\u00ff]+/g;
const BEYOND_ASCII = /[\u00a1-\u00ff]/;
/** Signs that no Vietnamese word has inside it, and legacy fonts have as letters. */
const SIGNS = /[A-Za-z][\u00a1-\u00a9\u00ab-\u00b9\u00bb-\u00bf]|[\u00a1-\u00a9\u00ab-\u00b9\u00bb-\u00bf][A-Za-z]/;

/**
 * The legacy encoding that a text is in, null when it is in none. A text is taken for legacy only when, read as it is, several of its words
 * are no syllables (or one has a sign inside), and converted all of them are.
 */
export function legacyEncodingOf(text: string): LegacyEncoding | null {
  if (VIETNAMESE.test(text)) return null;
  const marked = (text.match(WORDS) ?? []).filter((word) => BEYOND_ASCII.test(word));
  const odd = marked.filter((word) => !/^[\p{L}]+$/u.test(word) || !isSyllable(word));
  if (odd.length === 0) return null;
  const certain = odd.length >= 2 || odd.some((word) => SIGNS.test(word));
  if (!certain) return null;
  for (const encoding of ["TCVN3", "VNI"] as const) {
    if (marked.every((word) => isSyllable(fromLegacy(word, encoding)))) return encoding;
  }
  return null;
}
