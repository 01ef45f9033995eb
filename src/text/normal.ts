/**
 * Normal forms of Vietnamese office text: what is set aside before two texts are compared, and what is not (tones, đ).
 * Everything here is called for each cell of large tables: every pattern is compiled once and runs in linear time.
 */

/** Marks that take no place on the page and come in with text copied from the web: soft hyphen, zero-width spaces, direction marks, BOM. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]+/g;
const NEEDS_COLLAPSING = /[^\S ]| {2}|^ | $|[\u00ad\u200b-\u200f\u2060\ufeff]/;
const SPACES = /\s+/g;

/** Every dash that word processors put in place of the hyphen. */
const DASHES = /[\u2010-\u2015\u2212\uff0d]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u00ab\u00bb\u2033\uff02]/g;
const SINGLE_QUOTES = /[\u2018-\u201b\u2032\u00b4`]/g;
const ANY_MARK = /[\u2010-\u2015\u2018-\u201f\u2032\u2033\u2212\uff02\uff0d\u00ab\u00bb\u00b4`]/;

/**
 * What a text must hold not to be composed already: anything but letters and marks that are their own composed form (Latin up to the
 * Vietnamese letters, general punctuation). A look for it costs a fraction of what composing does, and nearly no text has any.
 */
const MAY_DECOMPOSE = /[\u0300-\u1dff\u1f00-\u200f\u205f-\uffff]/;

/** The composed form (NFC) of a text. */
export function nfc(text: string): string {
  return MAY_DECOMPOSE.test(text) ? text.normalize("NFC") : text;
}

/** NFC, with every run of spaces, no-break spaces, tabs and line breaks as one space, invisible marks dropped, trimmed. */
export function collapse(text: string): string {
  const composed = nfc(text);
  return NEEDS_COLLAPSING.test(composed) ? nfc(composed.replace(INVISIBLE, "")).replace(SPACES, " ").trim() : composed;
}

/**
 * The new placement of the tone mark (hoá, khoẻ, thuỷ) and the old one (hóa, khỏe, thủy) differ only in the open syllables
 * oa, oe and uy; in "quý" the u belongs to the consonant, and the mark stands on the y in both.
 */
const NEW_PLACEMENT = /(?:[oO][áàảãạéèẻẽẹÁÀẢÃẠÉÈẺẼẸ]|(?<![qQ])[uU][ýỳỷỹỵÝỲỶỸỴ])(?!\p{L})/gu;
const MISPLACED_ON_Q = /(?<=[qQ])[úùủũụÚÙỦŨỤ][yY](?!\p{L})/gu;
/** Without any of these no tone mark moves. */
const MAY_MOVE = /[oO][áàảãạéèẻẽẹÁÀẢÃẠÉÈẺẼẸ]|[uU][ýỳỷỹỵÝỲỶỸỴ]|[qQ][úùủũụÚÙỦŨỤ]/;

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Moves the tone mark of a two-vowel group to its first or second letter. */
function moveTone(group: string, to: 0 | 1): string {
  const letters = Array.from(group, (letter) => letter.normalize("NFD"));
  const mark = TONE_MARKS.exec(letters.join(""))?.[0] ?? "";
  return letters.map((letter, i) => (letter.replace(TONE_MARKS, "") + (i === to ? mark : "")).normalize("NFC")).join("");
}

/**
 * Brings both placements of the tone mark to one: hoá → hóa, thuỷ → thủy, Uỷ → Ủy, qúy → quý.
 * The result is NFC; of a text that is NFC already, every character keeps its offset.
 */
export function canonicalTone(text: string): string {
  const composed = nfc(text);
  if (!MAY_MOVE.test(composed)) return composed;
  return composed
    .replace(NEW_PLACEMENT, (group) => moveTone(group, 0))
    .replace(MISPLACED_ON_Q, (group) => moveTone(group, 1));
}

/** All kinds of dashes as "-" and of quotation marks as " and '; every character keeps its offset. */
export function plainMarks(text: string): string {
  if (!ANY_MARK.test(text)) return text;
  return text.replace(DASHES, "-").replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'");
}

/**
 * Lower case that keeps every offset: the few letters whose lower case is longer (İ) stay as they are.
 */
export function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
}

const AROUND_JOINERS = / ?([-&/+]) ?/g;
const BEFORE_CLOSING = / +(?=[,;:.!?)\]])/g;
const AFTER_OPENING = /(?<=[([]) +/g;
const OUTER = ".,;:!?…·•*+-\"'_ ";

/** Takes the characters of `set` off both ends. */
function strip(text: string, set: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && set.includes(text.charAt(start))) start++;
  while (end > start && set.includes(text.charAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/**
 * A key that is equal for texts that say the same: NFC, lower case, one placement of tone marks, dashes, quotation marks and spaces
 * unified, punctuation at the ends dropped. Tones, đ and the words themselves are kept.
 */
export function fold(text: string): string {
  const marks = plainMarks(lower(canonicalTone(collapse(text))));
  return strip(marks.replace(AROUND_JOINERS, "$1").replace(BEFORE_CLOSING, "").replace(AFTER_OPENING, ""), OUTER);
}

/** Dots, dashes, underscores, brackets, question marks, with or without a comparison or a per cent sign ("≥…%"). */
const PLACEHOLDER = /^(?=.*[.…_\-/?[\](){}⋯])[\s.…_\-/?[\](){}⋯<>=≥≤%,:]+$/;
/** A prompt of a form that was not filled in: "[Tên đơn vị]". Square brackets have no other use in these tables but footnotes ("[1]"). */
const PROMPT = /^\[[^[\]\d]{1,80}\]$/;
/** Nothing that begins with a letter (but for "n/a") or a figure is one: that settles nearly every cell at once. */
const WORDS_FIRST = /^\s*(?:[\p{L}\d](?<![nN])|[nN](?!\s?\/))/u;
const NOT_AVAILABLE = /^n\s?\/\s?a\.?$/i;

/**
 * True for what an office leaves in place of a value that is not known yet: "…", "[...]", "-", "____", "/", "...%", "[Tên đơn vị]",
 * "N/A". Not for "x" (a target set without a number), nor for "nt" and a lone quotation mark (the same as above: a value).
 */
export function isPlaceholder(text: string): boolean {
  if (WORDS_FIRST.test(text)) return false;
  const shown = plainMarks(collapse(text));
  if (shown === "" || shown.length > 200) return false;
  return PLACEHOLDER.test(shown) || PROMPT.test(shown) || NOT_AVAILABLE.test(shown);
}

/** True when there is nothing to read: only spaces, or only a placeholder. */
export function isBlank(text: string): boolean {
  return text === "" || (!opensWithWord(text) && !WORDS_FIRST.test(text) && (collapse(text) === "" || isPlaceholder(text)));
}

/**
 * True when a look at the first character tells that there is something to read: most cells of a table, which then need no more looking at.
 * Blank cells and placeholders open with a space, a sign, or the "N" of "N/A".
 */
function opensWithWord(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code === 0x4e || code === 0x6e) return text.length > 8 || opensWithLetter(text, 1);
  return (code >= 0x30 && code <= 0x39) || opensWithLetter(text, 0);
}

function opensWithLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x1680);
}

/** A composed text that remembers where its characters stood. */
export interface ComposedText {
  readonly text: string;
  /** The offset in the text as it was given, of an offset (0 to length, both inside) in the composed one. */
  readonly original: (offset: number) => number;
}

const CLUSTER = /[\s\S][\u0300-\u036f]*/g;

/** NFC with a way back, for parsers that answer with offsets into the text of the cell. */
export function compose(text: string): ComposedText {
  if (nfc(text) === text) return { text, original: (offset) => offset };
  let composed = "";
  const offsets: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const cluster = match[0].normalize("NFC");
    for (let i = 0; i < cluster.length; i++) offsets.push(match.index);
    composed += cluster;
  }
  offsets.push(text.length);
  return { text: composed, original: (offset) => offsets[offset] ?? text.length };
}
