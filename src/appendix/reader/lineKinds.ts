import { bare } from "./bareText";

/** Lines in and around a table that are no part of it, told by how they begin. */
export type LineKind = "signature" | "heading" | "note" | "total" | "page";

const SIGNATURE = /^(?:noi nhan|t\.?m\.? ?(?:ubnd|uy ban|ban thuong vu|ban chap hanh|dang uy|bch|btv)|tm\. |k\.?t\.? (?:chu tich|bi thu|truong)|kt\. |tl\. |tuq\. |nguoi lap|thu truong don vi|xac nhan cua|phe duyet cua)/;
/** The label of the next appendix ends a table that has no more rows. */
const HEADING = /^phu luc(?: |$)/;
const NOTE = /^(?:ghi chu ?[:.]|chu thich ?[:.]|chu giai ?[:.]|luu y ?[:.]|\(?\*+\)?(?: |$)|nguon ?:|note ?:)/;
const TOTAL = /^(?:tong cong|tong so|tong|cong|tong hop|total)(?: ?[:.]?$| ?[:(]| (?:so )?\d| (?:nhiem vu|chi tieu|cong|so)(?: |:|$))/;
const PAGE = /^(?:(?:trang|page|tr\.?) ?\d{1,4}(?: ?[/-] ?\d{1,4})?|[-–—] ?\d{1,4} ?[-–—]|\d{1,4} ?\/ ?\d{1,4})$/;

/** What a line is besides a row of the table; null when it may be one. */
export function lineKind(text: string): LineKind | null {
  const head = bare(text.length > 60 ? text.slice(0, 60) : text);
  if (SIGNATURE.test(head)) return "signature";
  if (HEADING.test(head)) return "heading";
  if (NOTE.test(head)) return "note";
  if (TOTAL.test(head)) return "total";
  if (text.length <= 20 && PAGE.test(head)) return "page";
  return null;
}

/** True when the first letter of a text is a small one: the text goes on from somewhere. */
export function startsSmall(text: string): boolean {
  const first = /\p{L}|\d/u.exec(text)?.[0] ?? "";
  return first !== first.toUpperCase();
}

/** True when a text may end where it does: the last sign closes a sentence. */
export function endsSentence(text: string): boolean {
  return /[.;:!?…)\]”"'’]$/.test(text.trimEnd());
}

/** True when a text cannot end where it does: a comma, an open bracket, a dash or a word that asks for more. */
export function breaksOff(text: string): boolean {
  const end = text.trimEnd();
  return /[,(\-–/“]$/.test(end) || /(?:^|\s)(?:và|của|cho|với|các|những|về|theo|tại|trong|do|để|hoặc|là|bằng|từ|đến)$/iu.test(end);
}

/** True for text that holds nothing. */
export function isEmpty(text: string | undefined): boolean {
  if (text === undefined || text === "") return true;
  return text.charCodeAt(0) <= 32 || text.charCodeAt(0) === 0xa0 ? text.trim() === "" : false;
}
