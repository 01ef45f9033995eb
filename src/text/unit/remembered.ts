/** As many texts as a long session in the pane may meet before what is known of them is dropped. */
const CAPACITY = 50_000;

/** A function of a text that remembers its results; for functions that depend on nothing else. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.result;
    const result = compute(text);
    if (known.size >= CAPACITY) known.clear();
    known.set(text, { result });
    return result;
  };
}
