import { dayInterval, isoDay } from "../deadline/calendar";
import { rememberTexts } from "../textMemory";
import type { CitedDate } from "./citation";

/**
 * The forms in which nearly all numbers and dates are written, read without a pattern: "57-NQ/TW", "71/NQ-CP", "88/2025/NĐ-CP", and behind
 * them " ngày 22/12/2024". Whatever differs in the least is left to the patterns.
 */

const SLASH = 0x2f;
const HYPHEN = 0x2d;
const LONGEST_NUMBER = 30;
const WHOLE_NUMBER = /^\d{1,6}(?:(?:\/(?:19|20)\d\d)?\/\p{Lu}\p{L}{0,11}-|-\p{Lu}\p{L}{0,11}\/)\p{Lu}\p{L}{0,9}(?:-\p{Lu}\p{L}{0,7}){0,2}$/u;

/** True for a number of two signs without a space in it. */
export function isPlainNumber(token: string): boolean {
  return WHOLE_NUMBER.test(token);
}

/**
 * What may be a number, from an offset up to the first character that no number has; null when it is too short or too long for one.
 * @param text composed text, its dashes made hyphens.
 */
export function numberTokenAt(text: string, from: number): string | null {
  let end = from;
  while (end < text.length && end - from <= LONGEST_NUMBER && isPart(text.charCodeAt(end))) end++;
  if (end - from < 5 || end - from > LONGEST_NUMBER) return null;
  return text.slice(from, end);
}

/** Letters, figures, and what joins them in a number. */
function isPart(code: number): boolean {
  return (
    (code >= 0x41 && code <= 0x5a) ||
    (code >= SLASH && code <= 0x39) ||
    code === HYPHEN ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code <= 0x1eff)
  );
}

const DAY = " ngày ";
const WHOLE_DAY = /^(\d{1,2})\/(\d{1,2})\/((?:19|20)\d\d)$/;

/** The day that a plainly written date is; null for one that no calendar has. */
const dayOf = rememberTexts((token): { readonly iso: string | null } | null => {
  const [, day, month, year] = WHOLE_DAY.exec(token) ?? [];
  if (day === undefined) return null;
  return { iso: dayInterval(Number(year), Number(month), Number(day)) === null ? null : isoDay(Number(year), Number(month), Number(day)) };
});

/** The date that stands plainly behind a number, and where; null when it stands there in another form, or none does. */
export function plainDateAt(text: string, from: number): CitedDate | null {
  if (!text.startsWith(DAY, from)) return null;
  const begin = from + DAY.length;
  let end = begin;
  while (end < text.length && end - begin <= 10 && isFigureOrSlash(text.charCodeAt(end))) end++;
  const read = end - begin < 8 || end - begin > 10 ? null : dayOf(text.slice(begin, end));
  return read === null ? null : { iso: read.iso, span: { start: from + 1, end } };
}

function isFigureOrSlash(code: number): boolean {
  return code >= SLASH && code <= 0x39;
}
