import { bare } from "./bareText";

const LABEL = /^(?:phu luc|bieu mau|bieu|mau so|mau|phu bieu|bang)(?: so)? ?(?:[ivxlc]{1,7}|\d{1,3}[a-z]?|[a-z])?(?= *(?:$|[.:,;)/–-]))/;
const LABEL_HEAD = /^(?:phu luc|phu bieu)(?:(?: so)? (?:[ivxlc]{1,7}|\d{1,3}[a-z]?))?(?= )/;
const ATTACHMENT = /^\(? ?(?:(?<=\( ?)phu luc (?:(?:so )?[ivxlc\d]{1,5} )?)?(?:(?:ban hanh|duoc ban hanh|gui) )?(?:kem theo|dinh kem|kem)\b/;
const LETTERHEAD =
  /^(?:cong hoa xa hoi|doc lap|dang cong san|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang bo|dang uy|so ?:|so \d|\*+$|_+$|-+$)|^[^,]{2,40}, ngay\b|^\(? ?(?:don vi tinh|dvt) ?[:)]/;

/** True for the line that labels an appendix: "PHỤ LỤC I", "Phụ lục số 02. Danh mục …", "Biểu 01". */
export function isLabelLine(text: string): boolean {
  return text.length <= 2000 && labelLength(text) > 0;
}

/** How much of the head of a text labels the appendix, in bare characters; 0 when nothing does. */
function labelLength(text: string): number {
  const head = bare(text.slice(0, 60));
  return (LABEL.exec(head) ?? LABEL_HEAD.exec(head))?.[0].length ?? 0;
}

/** True for "(Kèm theo Kế hoạch số …)", "(Ban hành kèm theo …)", "(Phụ lục kèm theo …)". */
export function isAttachmentLine(text: string): boolean {
  return ATTACHMENT.test(bare(text.slice(0, 80)));
}

/** True for the lines of an office's letterhead, dates of place and "Đơn vị tính: …": above a table, but no part of its title. */
export function isLetterhead(text: string): boolean {
  return LETTERHEAD.test(bare(text.slice(0, 80)));
}

/** Where the label ends in a text and where the title that follows it in the same cell begins. */
export interface LabelSplit {
  readonly start: number;
  readonly end: number;
  /** The text's length when no title follows. */
  readonly titleStart: number;
}

/** Splits "PHỤ LỤC I: THỰC HIỆN …" into label and title, as offsets; null when the text has no label. */
export function splitLabel(text: string): LabelSplit | null {
  const wanted = labelLength(text);
  if (wanted === 0) return null;
  const start = text.length - text.trimStart().length;
  // Bare text drops marks and doubled spaces: the end is found by growing the head until its bare form is long enough.
  let end = start;
  while (end < text.length && bare(text.slice(start, end)).length < wanted) end++;
  while (end < text.length && /\p{M}/u.test(text.charAt(end))) end++;
  const gap = /^[\s.:,;)/–-]*/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end, titleStart: end + gap };
}
