import { termBook } from "./termBook";
import { wordAt, type Tokens } from "./tokens";
import { END_SHIFT } from "./word";

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

/**
 * Finds terms of two syllables with other words between them, as a narrow neighbouring column leaves them when a table is copied from a
 * printed page: "dữ Thường liệu", "hệ Thường thống". Whether they did fall in, the words of the neighbouring fields tell.
 * @param tokens the words of a composed (NFC) text, in which `findTermSlips` has found where such a term begins and does not go on.
 */
export function findFallenWords(tokens: Tokens): readonly FallenWords[] {
  const { cares, starts, ends, follows, broken } = tokens;
  if (broken.count === 0) return NONE;
  const { pairs, openings } = termBook();
  let found: FallenWords[] | undefined;
  for (let k = 0; k < broken.count; k++) {
    const i = broken.places[k] ?? 0;
    const first = wordAt(tokens, i);
    const seconds = first.ends;
    for (let count = 1; count <= MOST && follows[i + count + 1] === 1; count++) {
      // A look at bits settles nearly all: no word is gone to, and no pair looked up.
      if ((seconds & (1 << ((cares[i + count + 1] ?? 0) >>> END_SHIFT))) === 0) continue;
      const second = wordAt(tokens, i + count + 1);
      if (!openings.has(first.code, second.code)) continue;
      const next = wordAt(tokens, i + 1);
      const before = wordAt(tokens, i + count);
      // Each half may belong with what stands beside it: "công tác dân vận".
      if (pairs.has(first.code, next.code) || pairs.has(before.code, second.code)) break;
      if (i > 0 && follows[i] === 1 && pairs.has(wordAt(tokens, i - 1).code, first.code)) break;
      if (follows[i + count + 2] === 1 && pairs.has(second.code, wordAt(tokens, i + count + 2).code) && !next.capital) break;
      const between = Array.from({ length: count }, (_, at) => wordAt(tokens, i + 1 + at));
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
