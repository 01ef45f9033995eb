import { parseRoman } from "../../text/number/roman";
import { parseOrdinalWord } from "../../text/number/ordinalWord";
import { bare } from "./bareText";

/** What kind of number the first cell of a row holds; it decides most rows at a glance. */
export type NumeralKind =
  | "none" // empty
  | "arabic" // 7, 07, 7., 7)
  | "dotted" // 1.2, 2.1.3
  | "code" // NV01, HT-02, 1a
  | "roman" // II, II.
  | "subroman" // III.1
  | "letter" // A, B.
  | "item-letter" // a), b.
  | "ordinal" // Thứ nhất, Mục 2, Phần I
  | "bullet" // -, +, •
  | "words"; // anything else

const ROMAN = /^[IVXLC]{1,7}$/;
/** Numbered words that head sections: "Mục 2", "Phần thứ nhất". */
const NUMBERED_WORD = /^(?:muc|phan|nhom|chuong|linh vuc) (?:\d{1,3}|[ivxlc]{1,7}|thu [a-z]+)$/;

/** True for "Thứ nhất", "Mục 2", "Phần I" and nothing more. */
function isOrdinal(text: string): boolean {
  const ordinal = parseOrdinalWord(text);
  return ordinal === null ? NUMBERED_WORD.test(bare(text)) : ordinal.end === text.trimEnd().length;
}

/** The kind of a cell that is expected to hold a number. */
export function numeralKind(text: string): NumeralKind {
  // Nearly every row has one to four digits here: told without a regular expression.
  let digits = 0;
  while (digits < text.length && text.charCodeAt(digits) >= 48 && text.charCodeAt(digits) <= 57) digits++;
  if (digits > 0 && digits <= 6) {
    if (digits === text.length) return "arabic";
    if (digits === text.length - 1 && (text.endsWith(".") || text.endsWith(")"))) return "arabic";
  }
  const trimmed = text.trim();
  if (trimmed === "") return "none";
  if (trimmed.length > 24) return "words";
  if (trimmed !== text) return numeralKind(trimmed);
  if (/^\(?\d{1,6}\)?[.):/]*$/.test(text)) return "arabic";
  if (/^\d{1,4}(?:[.\-/]\d{1,4})+[.)]?$/.test(text)) return "dotted";
  if (/^[-+*•–—·]$/.test(text)) return "bullet";
  const bareNumber = text.replace(/[.):]+$/, "");
  if (ROMAN.test(bareNumber) && parseRoman(bareNumber) !== null) return "roman";
  if (/^[IVXLC]{1,7}(?:\.\d{1,3})+$/.test(bareNumber)) return "subroman";
  if (/^[A-ZĐ]$/.test(bareNumber)) return "letter";
  if (/^[A-ZĐ](?:\.(?:\d{1,3}|[IVX]{1,5}))+$/.test(bareNumber)) return "subroman";
  if (/^[a-zđ]$/.test(bareNumber)) return "item-letter";
  if (/^[\p{L}]{0,6}[-_. ]?\d{1,5}(?:[.\-_]\d{1,4})*[a-z]?$/u.test(bareNumber) && !/^(?:trang|page|mục|phần|nhóm|chương)\b/iu.test(bareNumber)) return "code";
  if (isOrdinal(bareNumber)) return "ordinal";
  return "words";
}

/** The whole parts of an Arabic number ("2.3." → [2, 3]); empty when it is none. */
export function arabicParts(text: string): readonly number[] {
  return /^[\s(]*\d/.test(text) ? (text.match(/\d+/g) ?? []).map(Number) : [];
}

/** A numeral and what it heads in the same cell, as offsets. */
export interface InlineNumeral {
  readonly kind: "roman" | "subroman" | "letter" | "ordinal";
  readonly numeral: { readonly start: number; readonly end: number };
  readonly title: { readonly start: number; readonly end: number };
}

// A bracket or full stop after the numeral, or at least a colon, dash or capital letter: "I think" and "CIVIL" head nothing.
const INLINE_ROMAN = /^(\s*)([IVXLC]{1,7}(?:\.\d{1,3})*)(\s*[.)]|(?=\s*[:/–-]\s)|(?=\s+\p{Lu}))[\s:./–-]*(?=\S)/u;
const INLINE_LETTER = /^(\s*)([A-ZĐ](?:\.\d{1,3})*)(\s*[.)]|(?=\s*[:/–-]\s))[\s:./–-]*(?=\S)/u;
const INLINE_WORD = /^(\s*)((?:Mục|Phần|Nhóm|Chương|Lĩnh vực)\s+(?:\d{1,3}|[IVXLC]{1,7}))(?=\s*[:.,;/–-])/iu;
/** What an ordinal in words begins with: "Thứ", or words before "là". Told before the words are looked up. */
const MAY_BE_ORDINAL = /^\s*(?:[-+*•]\s*)?(?:th|\p{L}+\s(?:\p{L}+\s)?l[àa])/iu;
const SEPARATOR = /^\s*[:.,;/–-][\s:.,;/–-]*(?=\S)/;

/** Reads "I. Nâng cao …", "III.1 Hạ tầng", "A. …", "Thứ nhất: …", "Mục 2. …"; null when the text does not begin with a section numeral. */
export function inlineNumeral(text: string): InlineNumeral | null {
  const end = text.trimEnd().length;
  const figures = INLINE_ROMAN.exec(text) ?? INLINE_LETTER.exec(text);
  if (figures !== null) {
    const [whole, space = "", numeral = "", dot = ""] = figures;
    const first = numeral.split(".")[0] ?? "";
    const roman = ROMAN.test(first) && parseRoman(first) !== null;
    // "CIV. …" reads as Roman, "LC. …" as nothing.
    if ((!roman && first.length > 1) || whole.length >= end) return null;
    return {
      kind: numeral.includes(".") ? "subroman" : roman ? "roman" : "letter",
      numeral: { start: space.length, end: space.length + numeral.length + dot.length },
      title: { start: whole.length, end },
    };
  }
  const word = INLINE_WORD.exec(text);
  if (word === null && !MAY_BE_ORDINAL.test(text)) return null;
  const ordinal = word === null ? parseOrdinalWord(text) : { start: (word[1] ?? "").length, end: word[0].length };
  if (ordinal === null) return null;
  const separator = SEPARATOR.exec(text.slice(ordinal.end));
  if (separator === null) return null;
  return { kind: "ordinal", numeral: { start: ordinal.start, end: ordinal.end }, title: { start: ordinal.end + separator[0].length, end } };
}
