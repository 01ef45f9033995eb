import { inCaseOf } from "./findTermSlips";
import type { Slip } from "./slip";
import { suggest } from "./suggest";
import { inCompound, wordAt, type Tokens } from "./tokens";
import { Interest } from "./word";

const NONE: readonly Slip[] = [];

/** In small letters among words: what no language writes as a word, and what Vietnamese alone begins a word with. Units of measure are known words. */
const NO_LANGUAGE = /^(?:[bcdghklmnpqrstvx]{2,}|n[gh][a-z]{2,})$/;

/** What names of places and rivers begin with in the languages of the highlands: the next word is of those too ("Ia Rvê", "Huổi Sớn"). */
const HIGHLAND = /^(?:Ia|Ea|Chư|Cư|Krông|Đắk|Đăk|Kon|Plei|Buôn|Bon|Yang|Ayun|Nậm|Huổi|Púng|Pù|Pá|Phiêng|Tả|Lao|Đạ|Đưng|Liêng|Rô)$/u;

/** A capital and small letters behind it. */
function isNameWord(written: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(written);
}

/**
 * Finds words that are no Vietnamese syllables and nothing else that is known. A word of Latin letters only may be of another language,
 * one with a capital a name: such a word is told only where one letter makes a known phrase of it ("qan lý").
 * @param text composed (NFC) text.
 * @param tokens its words.
 */
export function findSpellingSlips(text: string, tokens: Tokens): readonly Slip[] {
  const { count, starts, ends, follows, interests } = tokens;
  if ((interests & Interest.wrong) === 0) return NONE;
  let slips: Slip[] | undefined;
  for (let i = 0; i < count; i++) {
    const word = wordAt(tokens, i);
    if (word.kind === "right") continue;
    const start = starts[i] ?? 0;
    const end = ends[i] ?? start;
    if (inCompound(text, start, end)) continue;
    const before = follows[i] === 1 ? wordAt(tokens, i - 1) : undefined;
    const after = follows[i + 1] === 1 ? wordAt(tokens, i + 1) : undefined;
    if (before !== undefined && word.written.charAt(0) !== word.written.charAt(0).toLowerCase() && HIGHLAND.test(before.written)) continue;
    // A text of another language has no Vietnamese neighbours: looking for what each of its words may mean would take long.
    if (word.kind === "foreign" && before?.kind !== "right" && after?.kind !== "right") continue;
    const suggestion = suggest(word, before, after);
    if (word.kind === "foreign" && suggestion?.sure !== true && !((before !== undefined || (after !== undefined && word.written.length > 2)) && NO_LANGUAGE.test(word.written))) continue;
    if (suggestion === null) {
      // What is no slip of any known word, and stands in a name of several words, is a name of another of the country's languages.
      if (before !== undefined && isNameWord(word.written) && isNameWord(before.written)) continue;
      (slips ??= []).push({ rule: "spelling", message: "unknown", start, end, data: { found: word.written } });
      continue;
    }
    const wanted = inCaseOf(suggestion.syllable, word.written);
    (slips ??= []).push({ rule: "spelling", message: "misspelt", start, end, data: { found: word.written, wanted }, ...(suggestion.sure ? { replacement: wanted } : {}) });
  }
  return slips ?? NONE;
}
