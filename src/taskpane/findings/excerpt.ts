/** A piece of a cell's text with the slip in it. */
export interface Excerpt {
  readonly before: string;
  /** The slip; "" when the whole cell is meant. */
  readonly slip: string;
  readonly after: string;
}

/** Characters shown around a slip, and of a cell that is meant as a whole: about three lines of a pane of 320 px. */
const AROUND = 44;
const WHOLE = 120;
const LONGEST_SLIP = 110;

/**
 * Shortens a cell's text to what lies around its slip, at word boundaries, "…" where something was left out.
 * @param span the slip, in UTF-16 units of `text`; an impossible one counts as none.
 */
export function excerpt(text: string, span?: { readonly start: number; readonly end: number }): Excerpt {
  if (span === undefined || span.start < 0 || span.end > text.length || span.end <= span.start) {
    return { before: head(text, WHOLE), slip: "", after: "" };
  }
  return {
    before: tail(text.slice(0, span.start), AROUND),
    slip: middle(text.slice(span.start, span.end)),
    after: head(text.slice(span.end), AROUND),
  };
}

function head(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const blank = cut.search(/\s\S*$/);
  return (blank > length / 2 ? cut.slice(0, blank) : wholeCharacters(cut)) + "…";
}

function tail(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(-length);
  const blank = cut.search(/\s/);
  return "…" + (blank >= 0 && blank < length / 2 ? cut.slice(blank + 1) : cut);
}

function middle(text: string): string {
  return text.length <= LONGEST_SLIP ? text : `${head(text, LONGEST_SLIP / 2)} ${tail(text, LONGEST_SLIP / 2)}`.replace("… …", " … ");
}

/** Leaves no half of a surrogate pair at the end. */
function wholeCharacters(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
