import type { Level } from "../../appendix/plan";

/** A commune-level unit named in a title line: "UBND phường Đống Đa". */
export interface PlaceMention {
  readonly level: Level;
  /** The name as written. */
  readonly name: string;
  /** Where level and name stand in the line. */
  readonly start: number;
  readonly end: number;
}

const LEVEL = /(?<!\p{L})(xã|phường|đặc khu)\s+/giu;
const WORD = /^[\p{L}\d'’-]+/u;
/** Words that follow "XÃ" in a line set in capitals without being its name. */
const NO_NAME = new Set("năm giai đoạn về thực hiện trên địa bàn và đến triển khai theo của thuộc trong từ cho để phục vụ số nhiệm".split(" "));
/** Phrases that follow the level word in the same way as a name would. */
const NO_NAME_PHRASE = /^(?:hội|nông thôn|thông minh|chuyển đổi)(?!\p{L})/iu;
const MAX_WORDS = 4;

/**
 * The communes that a title line names. In a line of mixed case a name is the words with a capital (or the figure) behind the level word; in a
 * line set in capitals it is counted only when it ends with the line, a mark or a word that opens the next phrase.
 * @param line in composed Unicode (NFC).
 */
export function placeMentions(line: string): readonly PlaceMention[] {
  const mentions: PlaceMention[] = [];
  for (const match of line.matchAll(LEVEL)) {
    const word = match[1] ?? "";
    const shouting = word === word.toUpperCase();
    const start = match.index;
    const nameStart = start + match[0].length;
    if (NO_NAME_PHRASE.test(line.slice(nameStart, nameStart + 20))) continue;
    let end = nameStart;
    let words = 0;
    for (let at = nameStart; words <= MAX_WORDS; ) {
      const next = WORD.exec(line.slice(at, at + 30))?.[0];
      if (next === undefined || !isNameWord(next, words === 0) || (shouting && NO_NAME.has(next.toLowerCase()))) break;
      words++;
      end = at + next.length;
      if (line[end] !== " ") break;
      at = end + 1;
    }
    if (words === 0 || words > MAX_WORDS) continue;
    mentions.push({ level: word.toLowerCase() as Level, name: line.slice(nameStart, end), start, end });
  }
  return mentions;
}

/** A word with a capital, or the figure of a numbered ward ("Phường 5"). */
function isNameWord(word: string, first: boolean): boolean {
  const initial = word.charAt(0);
  return /\d/u.test(initial) ? first : initial !== initial.toLowerCase();
}
