import type { Grid } from "../../grid/grid";
import type { Field, TitleLines } from "../appendix";
import { isEmpty, lineKind } from "./lineKinds";
import { inlineNumeral, numeralKind } from "./numeral";
import { isAttachmentLine, isLabelLine, isLetterhead, splitLabel } from "./titleWords";
import type { TableBlock } from "./tableBlock";

const NO_TITLE: TitleLines = { label: null, title: null, attachment: null, lines: [] };
/** "… (Kèm theo Kế hoạch số …)" at the end of a title's own line. */
const INNER_ATTACHMENT = /\(\s*(?:ban\s+hành\s+)?kèm\s+theo/iu;

/**
 * Where the title lines of a table begin.
 * @param above the table that ends above it in the same columns, null when there is none: its rows are not title lines.
 * @param sole true when no other table stands on the sheet, so that every cell above the header may be a title.
 * @returns index of the first title row; the header's own row when there is none.
 */
export function titleStart(table: TableBlock, above: TableBlock | null, sole: boolean): number {
  const { grid } = table;
  const header = table.headerRows[0] ?? 0;
  const limit = above === null ? 0 : (above.headerRows[above.headerRows.length - 1] ?? 0) + 1;
  let start = header;
  for (let row = header - 1; row >= limit; row--) {
    const texts = grid.texts[row] ?? [];
    const filled: string[] = [];
    const last = sole ? texts.length - 1 : Math.min(texts.length - 1, table.right);
    for (let at = sole ? 0 : table.left; at <= last && filled.length < 4; at++) {
      const text = texts[at] ?? "";
      if (!isEmpty(text)) filled.push(text);
    }
    const [first] = filled;
    if (first === undefined) continue;
    const label = filled.length <= 2 && isLabelLine(first);
    if (!label && isBodyLike(filled, above !== null)) break;
    start = row;
    // Below another table a label is the first line; above the first table the office's letterhead may precede it.
    if (label && above !== null) break;
  }
  return start;
}

/** True for rows that belong to a table or list above, not to a title. */
function isBodyLike(filled: readonly string[], belowTable: boolean): boolean {
  const [first = ""] = filled;
  if (filled.length >= 4) return true;
  const kind = numeralKind(first);
  if (filled.length >= 2 && kind !== "words") return true;
  if (/^\s*(?:\d{1,3}[.)]|[-+•])\s/.test(first) && first.length > 4) return true;
  if (!belowTable) return false;
  return filled.length >= 3 || lineKind(first) !== null || kind !== "words" || inlineNumeral(first) !== null;
}

/**
 * The title lines in some rows.
 * @param from first and last column that are looked at.
 */
export function readTitleLines(grid: Grid, start: number, end: number, from: number, to: number): TitleLines {
  const lines: Field[] = [];
  for (let row = start; row < end; row++) {
    const texts = grid.texts[row] ?? [];
    for (let at = from; at <= to && at < texts.length; at++) {
      const text = texts[at] ?? "";
      if (isEmpty(text) || /^\s*\d{1,4}\s*$/.test(text)) continue;
      lines.push(...linesOfCell(text, {
        text,
        value: grid.values[row]?.[at] ?? null,
        cell: { row: grid.origin.row + row, column: grid.origin.column + at },
      }));
    }
  }
  return lines.length === 0 ? NO_TITLE : sortOut(lines);
}

/** The lines of a cell; a line break inside brackets does not end a line. */
function linesOfCell(text: string, whole: Field): readonly Field[] {
  const cuts: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (sign === "\n" && depth === 0) cuts.push(i);
  }
  const inner = INNER_ATTACHMENT.exec(text);
  if (inner !== null && text.slice(0, inner.index).trim() !== "" && !cuts.includes(inner.index - 1)) cuts.push(inner.index - 1);
  if (cuts.length === 0) return [whole];
  cuts.sort((a, b) => a - b);
  const starts = [0, ...cuts.map((cut) => cut + 1)];
  return starts.flatMap((start, i) => {
    const line = partOf(whole, start, starts[i + 1] ?? text.length);
    return line === null ? [] : [line];
  });
}

/** A part of a field without its outer spaces; null when nothing is left. */
function partOf(whole: Field, from: number, to: number): Field | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(whole.text.charAt(start))) start++;
  while (end > start && /\s/.test(whole.text.charAt(end - 1))) end--;
  if (start === end) return null;
  if (start === 0 && end === whole.text.length) return whole;
  const text = whole.text.slice(start, end);
  const offset = whole.span?.start ?? 0;
  const cellText = whole.span === undefined ? (whole.value === whole.text ? whole.text : undefined) : whole.cellText;
  return { text, value: text, cell: whole.cell, span: { start: offset + start, end: offset + end }, ...(cellText === undefined ? {} : { cellText }) };
}

/** Tells label, title and attachment among the lines. */
function sortOut(lines: readonly Field[]): TitleLines {
  let label: Field | null = null;
  let attachment: Field | null = null;
  let before: Field[] = [];
  const after: Field[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) continue;
    if (attachment === null && isAttachmentLine(line.text)) {
      attachment = line;
      // "(Kèm theo Kế hoạch số …" may go on in the next row.
      while (/^\s*\(/.test(attachment.text) && !attachment.text.includes(")") && i + 1 < lines.length) {
        const next = lines[i + 1];
        if (next === undefined || !next.text.includes(")")) break;
        attachment = together(attachment, next);
        i++;
      }
      continue;
    }
    const split = label === null ? splitLabel(line.text) : null;
    if (split !== null) {
      // What stands above the label is the office's letterhead.
      before = [];
      label = partOf(line, split.start, split.end);
      const title = partOf(line, split.titleStart, line.text.length);
      if (title !== null && isAttachmentLine(title.text)) attachment = title;
      else if (title !== null) before.push(title);
      continue;
    }
    if (isLetterhead(line.text)) continue;
    (attachment === null ? before : after).push(line);
  }
  const title = (before.length > 0 ? before : after).reduce<Field | null>((sum, line) => (sum === null ? line : together(sum, line)), null);
  return { label, title, attachment, lines };
}

/** Two lines as one text. */
function together(first: Field, second: Field): Field {
  const text = `${first.text.trimEnd()} ${second.text.trimStart()}`;
  return { text, value: text, cell: first.cell, continued: [...(first.continued ?? []), second.cell] };
}
