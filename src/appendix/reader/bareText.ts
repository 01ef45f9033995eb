/** Combining marks: the tones and the hats of Vietnamese vowels once a text is decomposed. */
const MARKS = /[\u0300-\u036f]/g;

/**
 * A text for recognising fixed words however they were typed: small letters without tones and hats, đ as d, one space between words.
 * Far coarser than `fold` of src/text/normal, and only for headers and marks of form, never for comparing contents.
 */
export function bare(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ").trim();
}

/** The words of a text in their bare form, punctuation dropped. */
export function bareWords(text: string): string[] {
  return bare(text).split(/[^a-z0-9]+/).filter((word) => word !== "");
}
