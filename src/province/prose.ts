import { findTargetValues } from "../text/target/findTargetValues";
import type { TargetValue } from "../text/target/targetValue";

/** A part of a prose that sets one target. */
export interface ProsePart {
  readonly text: string;
  /** Where the part begins in the prose. */
  readonly start: number;
  /** The first number that it sets, its offsets into the prose; "missing" for a placeholder in its place, "qualitative" without a number. */
  readonly value: TargetValue;
  /** Where value or placeholder stands in the prose; null when there is none. */
  readonly span: { readonly start: number; readonly end: number } | null;
}

/** Where one target may end and the next begin: a semicolon, a new line, a new sentence, "và tỷ lệ …", ", 100% …". */
const BREAKS = /;|\n|\.\s+(?=[\p{Lu}\d])|,?\s+(?:và|đồng thời)\s+(?=(?:tỷ lệ|tỉ lệ|trên|tối thiểu|ít nhất|≥)?\s*(?:\d{1,3}(?:,\d+)?\s?%|tỷ lệ|tỉ lệ))|,\s+(?=(?:trên|tối thiểu|ít nhất|≥|phấn đấu)?\s*\d{1,3}(?:,\d+)?\s?%|tỷ lệ|tỉ lệ)/gu;
/** What an office leaves for a number that it does not know yet: "đạt …%", "[...]%". */
const PLACEHOLDER = /(?:[≥≤<>]\s?)?(?:\[\s?(?:…|\.{2,})?\s?\]|…+|\.{3,}|_{2,})\s?%?/u;

/**
 * The targets that a prose sets: one, unless several parts of it each set a number ("100% thủ tục …; 90% hồ sơ …").
 * @param text any text; offsets of the parts are into it.
 */
export function partsOfProse(text: string): readonly ProsePart[] {
  const pieces: { text: string; start: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(BREAKS)) {
    pieces.push({ text: text.slice(from, match.index), start: from });
    from = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(from), start: from });
  const setting = pieces.filter((piece) => findTargetValues(piece.text).length > 0);
  if (setting.length <= 1) return [partOf(text, 0)];
  return setting.map((piece) => {
    const lead = piece.text.length - piece.text.trimStart().length;
    return partOf(piece.text.trim(), piece.start + lead);
  });
}

function partOf(text: string, start: number): ProsePart {
  const [value] = findTargetValues(text);
  if (value !== undefined) {
    const span = { start: start + value.start, end: start + value.end };
    return { text, start, value: { ...value, ...span }, span };
  }
  const placeholder = PLACEHOLDER.exec(text);
  // Three dots at the end of an open list ("y tế, giáo dục, ...") leave nothing to fill in.
  if (placeholder !== null && (placeholder[0].includes("%") || placeholder[0].includes("[") || /đạt\s*$|lệ\s*$|thiểu\s*$/u.test(text.slice(0, placeholder.index)))) {
    return { text, start, value: { kind: "missing" }, span: { start: start + placeholder.index, end: start + placeholder.index + placeholder[0].length } };
  }
  return { text, start, value: { kind: "qualitative" }, span: null };
}
