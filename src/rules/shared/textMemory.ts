/** Texts remembered at most; then all are forgotten. */
const CAPACITY = 20_000;

/** Longer texts seldom recur, and looking them up costs as much as a glance at them. */
const LONGEST = 64;

/**
 * Remembers what short texts mean: names of units and stock phrases recur by the thousand.
 * @param read what a text means.
 * @param nothing what a long text means at which a glance shows that there is nothing to read.
 */
export function rememberTexts<T>(read: (text: string) => T, nothing: T): (text: string, glance: RegExp) => T {
  const known = new Map<string, T>();
  return (text, glance) => {
    if (text.length > LONGEST) return glance.test(text) ? read(text) : nothing;
    let meaning = known.get(text);
    if (meaning === undefined) {
      meaning = read(text);
      if (known.size >= CAPACITY) known.clear();
      known.set(text, meaning);
    }
    return meaning;
  };
}
