import { bareWords } from "./bareText";
import { HEADER_FILLERS, HEADER_SYNONYMS, PERIOD_WORDS, type HeaderSense } from "./headerSynonyms";

/** What the words of one header cell say. */
export interface HeaderMatch {
  readonly sense: HeaderSense;
  /** Every word of the cell is accounted for; otherwise the cell only begins like such a header. */
  readonly strong: boolean;
  /** A value column's year or period stands in the cell itself. */
  readonly period: boolean;
  /** The cell names the lead and the coordinating units both ("Cơ quan chủ trì, phối hợp"). */
  readonly both: boolean;
  /** How many words the synonym has: of two columns for one role the more exact is taken. */
  readonly words: number;
}

/** Longer texts are sentences, not headers. */
export const HEADER_LENGTH = 100;
const HEADER_WORDS = 16;

interface Phrase {
  readonly sense: HeaderSense;
  readonly words: readonly string[];
}

/** Phrases by their first word, the longest first. */
function index(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0];
    if (first === undefined) continue;
    const same = byFirst.get(first);
    if (same === undefined) byFirst.set(first, [phrase]);
    else same.push(phrase);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

const SENSES = Object.keys(HEADER_SYNONYMS) as HeaderSense[];
const SYNONYMS = index(SENSES.flatMap((sense) => HEADER_SYNONYMS[sense].map((text) => ({ sense, words: bareWords(text) }))));
const FILLERS = index(HEADER_FILLERS.map((text) => ({ sense: "group", words: bareWords(text) })));
const PERIODS = index(PERIOD_WORDS.map((text) => ({ sense: "target", words: bareWords(text) })));

/** The longest phrase that stands at a place of the words. */
function phraseAt(phrases: ReadonlyMap<string, readonly Phrase[]>, words: readonly string[], at: number): Phrase | null {
  const first = words[at];
  if (first === undefined) return null;
  for (const phrase of phrases.get(first) ?? []) {
    if (phrase.words.every((word, i) => words[at + i] === word)) return phrase;
  }
  return null;
}

const YEAR = /^20\d\d$/;

/** True when the words name a year or a period ("2025", "den nam 2030", "giai doan 2026 2030", "quy 1 2026") and nothing else. */
function isPeriod(words: readonly string[]): boolean {
  let years = 0;
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? "";
    if (YEAR.test(word)) {
      years++;
      i++;
      continue;
    }
    const phrase = phraseAt(PERIODS, words, i);
    if (phrase !== null) i += phrase.words.length;
    else if (/^(?:\d{1,2}|i|ii|iii|iv|dau|cuoi)$/.test(word)) i++;
    else return false;
  }
  return years > 0 && years <= 2;
}

/** Parts of a year that head columns below a year ("Quý I", "6 tháng đầu năm", "Tháng 3"). */
function isPartOfYear(words: readonly string[]): boolean {
  return /^(?:quy (?:[1-4]|i|ii|iii|iv)|6 thang (?:dau|cuoi) nam|thang \d{1,2}|ca nam|tong|tong so|tong cong)$/.test(words.join(" "));
}

function match(text: string): HeaderMatch | null {
  // What stands in brackets explains a header, it does not change it: "ĐVT (%)", "Đơn vị thực hiện (chủ trì, phối hợp)".
  const bare = text.replace(/\([^)]*\)?/g, " ");
  let words = bareWords(bare);
  if (words.length === 0) words = bareWords(text);
  if (words.length === 0 || words.length > HEADER_WORDS) return null;
  if (isPeriod(words)) return { sense: "target", strong: true, period: true, both: false, words: words.length };

  let head: Phrase | null = null;
  let known = 0;
  let strangerBefore = 0;
  const senses = new Set<HeaderSense>();
  for (let i = 0; i < words.length; ) {
    const phrase = phraseAt(SYNONYMS, words, i);
    const filler = phraseAt(FILLERS, words, i);
    // "thực hiện" alone may head a column, but beside another header it only rounds it off.
    const taken: Phrase | null = phrase !== null && (filler === null || phrase.words.length > filler.words.length || (head === null && words.length === phrase.words.length)) ? phrase : null;
    if (taken !== null) {
      senses.add(taken.sense);
      head ??= taken;
      known += taken.words.length;
      i += taken.words.length;
    } else if (filler !== null) {
      known += filler.words.length;
      i += filler.words.length;
    } else {
      if (YEAR.test(words[i] ?? "")) known++;
      else if (head === null) strangerBefore++;
      i++;
    }
  }
  if (head === null) return null;
  const coverage = known / words.length;
  const strong = coverage === 1 || (strangerBefore === 0 && coverage >= 0.75 && words.length <= 9);
  if (!strong && (strangerBefore > 0 || coverage < 0.3)) return null;
  const both = (head.sense === "leadUnit" || head.sense === "units") && (senses.has("coordinatingUnits") || (text !== bare && sensesIn(text).includes("coordinatingUnits")));
  return { sense: head.sense, strong, period: false, both, words: head.words.length };
}

/** The senses of all synonyms in a text, brackets included. */
function sensesIn(text: string): readonly HeaderSense[] {
  const words = bareWords(text);
  const senses: HeaderSense[] = [];
  for (let i = 0; i < words.length; ) {
    const phrase = phraseAt(SYNONYMS, words, i);
    if (phrase !== null) senses.push(phrase.sense);
    i += phrase?.words.length ?? 1;
  }
  return senses;
}

/** The words that a header can begin with: nearly every text of a table's body fails here. */
const FIRST_WORDS: ReadonlySet<string> = new Set([...SYNONYMS.keys(), ...FILLERS.keys(), ...PERIODS.keys()]);
const FIRST_WORD = /[\p{L}\p{M}\d]+/u;
/** A sheet with ever new short texts must not fill the memory. */
const CAPACITY = 20_000;

/** Reads header cells, each distinct text once. One for each reading. */
export class HeaderCells {
  private readonly remembered = new Map<string, HeaderMatch | null>();
  private readonly firstWords = new Map<string, boolean>();

  /** What a cell says as a header; null when it is none. */
  read(text: string): HeaderMatch | null {
    if (text.length === 0 || text.length > HEADER_LENGTH) return null;
    let found = this.remembered.get(text);
    if (found === undefined) {
      if (!this.mayBegin(text)) return null;
      found = match(text);
      if (this.remembered.size >= CAPACITY) this.remembered.clear();
      this.remembered.set(text, found);
    }
    return found;
  }

  /** What a label before a colon stands for ("Cơ quan chủ trì", "Thời gian thực hiện"); null when it is none. */
  label(text: string): HeaderMatch | null {
    if (text.length > 60) return null;
    const found = this.read(text);
    return found?.strong === true ? found : null;
  }

  private mayBegin(text: string): boolean {
    const first = FIRST_WORD.exec(text)?.[0];
    if (first === undefined) return false;
    let known = this.firstWords.get(first);
    if (known === undefined) {
      const word = bareWords(first)[0] ?? "";
      known = FIRST_WORDS.has(word) || YEAR.test(word);
      if (this.firstWords.size >= CAPACITY) this.firstWords.clear();
      this.firstWords.set(first, known);
    }
    return known;
  }

  /** True for a part of a year, which heads a value column only below a year. */
  isPartOfYear(text: string): boolean {
    return text.length <= 30 && isPartOfYear(bareWords(text));
  }
}
