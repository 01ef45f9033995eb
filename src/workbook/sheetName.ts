/** Characters that a sheet's name may have at most (Excel specifications and limits). */
const MAX_LENGTH = 31;
/** What stands for a name of which nothing can be used. */
const FALLBACK = "Phụ lục";

/**
 * The name that a new sheet gets: the wanted one without what Excel refuses in names ([]:*?/\, control characters, an apostrophe at either
 * end, "History"), cut to 31 characters, with " (2)" and so on when it is taken.
 * @param taken the names of all tabs; compared as Excel does, without case.
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map(folded));
  const clean = wanted
    .normalize("NFC")
    .replace(/[[\]:*?/\\]/g, "-")
    .replace(/\p{C}/gu, " ")
    .replace(/^[\s']+|[\s']+$/g, "");
  const base = clean === "" || folded(clean) === "history" ? FALLBACK : clean;
  let name = cut(base, MAX_LENGTH);
  for (let number = 2; known.has(folded(name)); number++) {
    const suffix = ` (${number})`;
    name = cut(base, MAX_LENGTH - suffix.length) + suffix;
  }
  return name;
}

function folded(name: string): string {
  return name.toLowerCase();
}

/** The beginning of a name, no letter torn from its marks. */
function cut(name: string, length: number): string {
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter("vi").segment(name)) {
    if (index + segment.length > length) break;
    end = index + segment.length;
  }
  return name.slice(0, end).replace(/[\s']+$/, "");
}
