/** Texts remembered at most; then all are forgotten. */
const CAPACITY = 20_000;

/** Longer texts seldom recur, and remembering them costs more than reading them again. */
const LONGEST = 160;

/** Remembers what short texts mean: names of units and stock phrases recur by the thousand. */
export function rememberTexts<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    let meaning = known.get(text);
    if (meaning === undefined) {
      meaning = read(text);
      if (known.size >= CAPACITY) known.clear();
      known.set(text, meaning);
    }
    return meaning;
  };
}
