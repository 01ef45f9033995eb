/** How a name differs from the one that it was meant to be. */
export type NearKind = "misspelt" | "cut";

/** The name that another was meant to be. */
export interface NearUnit {
  /** The normal form of the name that was meant; of several that it may be cut from, the shortest. */
  readonly key: string;
  readonly kind: NearKind;
  /** True when it may have been cut from several names of which none goes on with another. */
  readonly ambiguous: boolean;
}

/** Looks names up among those that are known. */
export interface NearUnits {
  /**
   * The known name that a name was meant to be: one syllable off by a letter or a tone mark, all marks or a space lost, or cut off within
   * a word or before its last syllable. Null for a known name, and for one that is whole and simply another.
   * @param key a normal form (`unitKey`).
   */
  readonly find: (key: string) => NearUnit | null;
  /** True when a known name has this syllable: a real word, so that it is no misspelling of another. */
  readonly hasSyllable: (syllable: string) => boolean;
}

/** No unit's name is longer, in syllables; a sentence in a cell of units is not looked up. */
const MOST_SYLLABLES = 24;
const MARKS = /[\u0300-\u036f]/g;
/** What a name may end in and still say whose it is, not what: "Thanh tra" is not "Thanh tra tỉnh" cut off. */
const LEVELS: ReadonlySet<string> = new Set(["tỉnh", "xã", "phường", "huyện", "quận", "khu", "thành", "việt", "đặc"]);
/** Two syllables that only say of what kind a unit is: whoever stops there leaves the name to the reader. */
const GENERIC: ReadonlySet<string> = new Set([
  "trung tâm", "văn phòng", "chi cục", "ủy ban", "hội đồng", "công an", "đảng ủy", "đảng bộ", "thường trực", "ban quản", "tổng công", "công ty", "tập đoàn", "ngân hàng", "liên đoàn", "chi bộ", "chi hội", "hiệp hội", "hợp tác", "tổ dân", "khu phố", "phòng giao",
]);

/** A text without any mark, đ as d: "xã hội" → "xa hoi". */
function bare(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").replaceAll("đ", "d");
}

/** True when two syllables are the same but for their marks, one letter, or two neighbouring letters that changed places. */
export function nearSyllables(a: string, b: string): boolean {
  const x = bare(a);
  const y = bare(b);
  if (x === y) return true;
  if (Math.max(x.length, y.length) < 2 || Math.abs(x.length - y.length) > 1) return false;
  let head = 0;
  while (head < x.length && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < Math.min(x.length, y.length) - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail++;
  const left = x.length - head - tail;
  const right = y.length - head - tail;
  // A single letter that differs tells nothing of a syllable of two ("bộ" and "sở" are two words).
  if (left <= 1 && right <= 1) return head + tail >= 2 || (left !== right && head + tail >= 1);
  return left === 2 && right === 2 && x[head] === y[head + 1] && x[head + 1] === y[head];
}

/**
 * Prepares known names for looking up; building costs their total length, a look-up the length of the name.
 * @param keys normal forms.
 * @param isWord tells of further syllables that they are real words.
 */
export function nearUnits(keys: readonly string[], isWord: (syllable: string) => boolean = () => false): NearUnits {
  const known = new Set(keys);
  const syllables = new Set<string>();
  const byPattern = new Map<string, string[]>();
  const byBare = new Map<string, string>();
  const bySqueezed = new Map<string, string>();
  for (const key of known) {
    const words = key.split(" ");
    for (const word of words) syllables.add(word);
    if (words.length < 2 || words.length > MOST_SYLLABLES) continue;
    words.forEach((_, i) => {
      const pattern = patternOf(words, i);
      const alike = byPattern.get(pattern);
      if (alike === undefined) byPattern.set(pattern, [key]);
      else alike.push(key);
    });
    byBare.set(bare(key), key);
    bySqueezed.set(key.replaceAll(" ", ""), key);
  }
  const sorted = [...known].sort(byCodes);

  /** A normal form leaves the level out where it is right: "Hội Nông dân xa" has a word more than "Hội Nông dân xã". */
  const withMisspeltLevel = (words: readonly string[]): string | null => {
    const last = words[words.length - 1] ?? "";
    if (LEVELS.has(last) || (bare(last) !== "xa" && bare(last) !== "phuong")) return null;
    const rest = words.slice(0, -1).join(" ");
    return known.has(rest) ? rest : null;
  };

  const misspelt = (key: string, words: readonly string[]): string | null => {
    const squeezed = bySqueezed.get(key.replaceAll(" ", ""));
    if (squeezed !== undefined) return squeezed;
    const unmarked = byBare.get(bare(key));
    if (unmarked !== undefined) return unmarked;
    for (const [i, word] of words.entries()) {
      // A figure or a plain letter numbers a unit; a word that other names have is meant.
      if (syllables.has(word) || isWord(word) || !/^(?:\p{L}{2,}|[^\P{L}a-zđ])$/u.test(word)) continue;
      for (const candidate of byPattern.get(patternOf(words, i)) ?? []) {
        const meant = candidate.split(" ")[i];
        if (meant !== undefined && nearSyllables(word, meant)) return candidate;
      }
    }
    return null;
  };

  const cut = (key: string, words: readonly string[]): NearUnit | null => {
    if (words.length < 2) return null;
    let shortest: string | null = null;
    let several = false;
    for (let i = lowerBound(sorted, key); i < sorted.length; i++) {
      const candidate = sorted[i];
      if (candidate?.startsWith(key) !== true) break;
      if (!cutFrom(key, candidate)) continue;
      several ||= shortest !== null && !candidate.startsWith(shortest);
      shortest ??= candidate;
    }
    return shortest === null ? null : { key: shortest, kind: "cut", ambiguous: several };
  };

  return {
    find: (key) => {
      if (known.size === 0 || known.has(key)) return null;
      const words = key.split(" ");
      if (words.length > MOST_SYLLABLES || (words.length < 2 && key.length < 6)) return null;
      const meant = withMisspeltLevel(words) ?? misspelt(key, words);
      const short = cut(key, words);
      // "Phòng Văn hóa - Xã hộ" lost its last letter: to the reader it is cut off rather than misspelt.
      if (short !== null && (meant === null || meant === short.key)) return short;
      return meant === null ? null : { key: meant, kind: "misspelt", ambiguous: false };
    },
    hasSyllable: (syllable) => syllables.has(syllable),
  };
}

/** True when `key` is `candidate` cut off within a word, or before its last syllable where that leaves an open end. */
function cutFrom(key: string, candidate: string): boolean {
  const rest = candidate.slice(key.length);
  if (!rest.startsWith(" ")) return true;
  const lost = rest.slice(1);
  return !lost.includes(" ") && !LEVELS.has(lost) && !GENERIC.has(key);
}

function patternOf(words: readonly string[], hole: number): string {
  return words.map((word, i) => (i === hole ? "*" : word)).join(" ");
}

function byCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first place in a sorted list that is not before `key`. */
function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
