import { termBook } from "./termBook";
import { tokenize } from "./tokens";

/** Words that stand in the middle of a term and are no part of it. */
export interface FallenWords {
  /** From the first word that fell in to the last. */
  readonly start: number;
  readonly end: number;
  /** Where the next word of the term begins: the text without the fallen words goes on there. */
  readonly resume: number;
  /** The term that they break, as it reads without them. */
  readonly broken: string;
  /** The fallen words, in lower case, tone marks in one place. */
  readonly words: readonly string[];
  /** True for a single word with a capital, which alone tells that it does not belong there. */
  readonly capital: boolean;
}

const NONE: readonly FallenWords[] = [];
/** More words than this are a clause, not words that slipped over from a narrow column. */
const MOST = 3;
/** Words that may stand between any two others. */
const COMMON = new Set("và các của cho với từ đến về theo trong trên tại là có do để được không đã sẽ cả mọi từng một hai này đó ở ra vào lại số năm xã".split(" "));

const CAPACITY = 50_000;
const remembered = new Map<string, readonly FallenWords[]>();

/** For each first syllable of a term of two, the second ones. */
let tight: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function tightTerms(): ReadonlyMap<string, ReadonlySet<string>> {
  if (tight !== undefined) return tight;
  const map = new Map<string, Set<string>>();
  for (const entries of termBook().byFirst.values()) {
    for (const { right, exact } of entries) {
      const [first, second] = right;
      if (exact || right.length !== 2 || first === undefined || second === undefined) continue;
      map.set(first, (map.get(first) ?? new Set<string>()).add(second));
    }
  }
  tight = map;
  return map;
}

/**
 * Finds terms of two syllables with other words between them, as a narrow neighbouring column leaves them when a table is copied from a
 * printed page: "dữ Thường liệu", "hệ Thường thống". Whether they did fall in, the words of the neighbouring fields tell.
 * @param text composed (NFC) text.
 */
export function findFallenWords(text: string): readonly FallenWords[] {
  let found = remembered.get(text);
  if (found === undefined) {
    found = read(text);
    if (remembered.size >= CAPACITY) remembered.clear();
    remembered.set(text, found);
  }
  return found;
}

function read(text: string): readonly FallenWords[] {
  const { words, starts, ends, follows } = tokenize(text);
  const terms = tightTerms();
  const { pairs } = termBook();
  let found: FallenWords[] | undefined;
  for (let i = 0; i + 2 < words.length; i++) {
    const first = words[i];
    const seconds = first === undefined ? undefined : terms.get(first.syllable);
    if (first === undefined || seconds === undefined || follows[i + 1] !== true) continue;
    for (let count = 1; count <= MOST && follows[i + count + 1] === true; count++) {
      const second = words[i + count + 1];
      if (second === undefined) break;
      if (!seconds.has(second.syllable)) continue;
      const between = words.slice(i + 1, i + 1 + count);
      const next = between[0];
      const before = between.at(-1);
      if (next === undefined || before === undefined) break;
      // Each half may belong with what stands beside it: "công tác dân vận".
      const joined = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && pairs.has(`${a} ${b}`);
      if (joined(first.syllable, next.syllable) || joined(before.syllable, second.syllable)) break;
      if (i > 0 && follows[i] === true && joined(words[i - 1]?.syllable, first.syllable)) break;
      if (follows[i + count + 2] === true && joined(second.syllable, words[i + count + 2]?.syllable) && !next.capital) break;
      if (between.some(({ syllable }) => COMMON.has(syllable))) break;
      const start = starts[i + 1] ?? 0;
      const resume = starts[i + count + 1] ?? start;
      (found ??= []).push({
        start,
        end: ends[i + count] ?? start,
        resume,
        broken: `${first.written} ${second.written}`,
        words: between.map(({ syllable }) => syllable),
        capital: count === 1 && next.capital && next.written !== next.written.toUpperCase() && !first.capital && !second.capital,
      });
      break;
    }
  }
  return found ?? NONE;
}
