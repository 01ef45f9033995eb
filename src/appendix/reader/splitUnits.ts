import type { Field } from "../appendix";

/** The two fields of a cell that names both units. */
export interface SplitUnits {
  readonly leadUnit: Field;
  readonly coordinatingUnits: Field;
}

/**
 * A label of one of the two units with its colon: "Chủ trì:", "- Cơ quan chủ trì:", "CT:", "Phối hợp:", "(PH):". It stands at the head of
 * the text, of a line, or after what ends the part before; behind "Chủ trì:" with nothing filled in the next label still begins its line.
 */
const LABEL =
  /(^|[\n;.,(]|\s[-–+]\s?)\s*[-–+•*(]?\s*((?:(?:cơ quan|đơn vị|cơ quan, đơn vị|bộ phận|phòng)\s+)?(?:chủ trì|đầu mối|phối hợp)(?:\s+thực hiện)?|CT|PH)\s*\)?\s*:[^\S\n]*/giu;

/**
 * Splits a cell such as "Chủ trì: Công an xã; Phối hợp: Phòng Kinh tế" into its two units.
 * @returns null when the cell has no such label (then it names the unit in charge alone). A part that the cell does not name is empty,
 * and stands at its end.
 */
export function splitUnits(whole: Field): SplitUnits | null {
  const { text } = whole;
  if (!text.includes(":") || text.length > 5000) return null;
  const composed = text.normalize("NFC") === text;
  if (!composed) return null;
  const marks = [...text.matchAll(LABEL)].map((found) => ({
    coordinating: /phối hợp|^PH$/iu.test(found[2] ?? ""),
    from: found.index + (found[1] ?? "").length,
    start: found.index + found[0].length,
  }));
  if (marks.length === 0) return null;
  let lead: { start: number; end: number } | null = null;
  let coordinating: { start: number; end: number } | null = null;
  const first = marks[0];
  // "Công an xã; phối hợp: …": what stands before the first label is in charge.
  if (first !== undefined && first.coordinating && text.slice(0, first.from).trim() !== "") lead = trimmed(text, 0, first.from);
  marks.forEach((mark, i) => {
    const span = trimmed(text, mark.start, marks[i + 1]?.from ?? text.length);
    if (mark.coordinating) coordinating ??= span;
    else lead ??= span;
  });
  const part = (span: { start: number; end: number } | null): Field => {
    const at = span ?? { start: text.length, end: text.length };
    const own = text.slice(at.start, at.end);
    return { text: own, value: own, cell: whole.cell, span: at, ...(whole.value === text ? { cellText: text } : {}), ...(whole.merged === undefined ? {} : { merged: whole.merged }) };
  };
  return { leadUnit: part(lead), coordinatingUnits: part(coordinating) };
}

/** A part without the spaces and the punctuation that divide it from the next. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && /[\s;,]/.test(text.charAt(from))) from++;
  while (to > from && /[\s;,.(–-]/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
