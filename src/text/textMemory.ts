/** Texts remembered at most; then all are forgotten. */
const CAPACITY = 20_000;

/** Longer texts seldom recur, and looking them up costs as much as a glance at them. */
const LONGEST_REMEMBERED = 64;

/** As long as the lines above a table are: for what several rules ask of each, at every check. */
export const LONGEST_LINE = 400;

/** Remembers what the last text means: of a table's title lines several rules ask in turn. */
export function rememberLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly meaning: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, meaning: read(text) };
    return last.meaning;
  };
}

/**
 * Remembers what short texts mean: names of units and stock phrases recur by the thousand. Longer ones are read each time.
 * @param longest the length of the longest text that is remembered.
 */
export function rememberTexts<T>(read: (text: string) => T, longest = LONGEST_REMEMBERED): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    let meaning = known.get(text);
    if (meaning === undefined) {
      meaning = read(text);
      if (known.size >= CAPACITY) known.clear();
      known.set(text, meaning);
    }
    return meaning;
  };
}
