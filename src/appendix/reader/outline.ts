import type { Grid } from "../../grid/grid";
import type { Appendix, Column, Field, Item, Role, Section } from "../appendix";
import type { HeaderCells } from "./headerCell";
import { bare } from "./bareText";
import { isEmpty, lineKind } from "./lineKinds";
import { inlineNumeral, numeralKind } from "./numeral";
import { readTitleLines } from "./titleLines";
import { isLabelLine } from "./titleWords";

/** Roles that a labelled line of an outline can fill. */
const LABELLED: ReadonlySet<string> = new Set<Role>(["leadUnit", "coordinatingUnits", "deadline", "product", "directingLeader", "basis", "note"]);

/** A piece of a line: offsets into the text of its cell. */
interface Piece {
  readonly row: number;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

type Token =
  | { readonly kind: "section"; readonly numeral: Piece; readonly title: Piece | null; readonly level: 1 | 2; readonly row: number }
  | { readonly kind: "item"; readonly number: Piece; readonly content: Piece | null; readonly row: number }
  | { readonly kind: "label"; readonly role: Role; readonly label: Piece; readonly value: Piece; readonly row: number }
  | { readonly kind: "text"; readonly piece: Piece; readonly row: number }
  | { readonly kind: "end"; readonly row: number };

/**
 * Reads lists without a header row: "I. …" sections, "1. …" tasks, below each "- Cơ quan chủ trì: …", "- Thời gian: …". Only what has such
 * labelled lines is one; the body of a letter is not.
 * @param from first grid row that belongs to no table, `to` the row after the last.
 */
export function readOutlines(grid: Grid, from: number, to: number, cells: HeaderCells): readonly Appendix[] {
  if (!hasLabels(grid, from, to, cells)) return [];
  const outlines: Appendix[] = [];
  let start = from;
  while (start < to) {
    let end = start + 1;
    while (end < to && !isNewLabel(grid, end)) end++;
    const outline = readOutline(grid, start, end, cells);
    if (outline !== null) outlines.push(outline);
    start = end;
  }
  return outlines;
}

/** True when at least two cells have a labelled line: without them there is no list, and the rest need not be looked at. */
function hasLabels(grid: Grid, from: number, to: number, cells: HeaderCells): boolean {
  let labels = 0;
  for (let row = from; row < to; row++) {
    const texts = grid.texts[row] ?? [];
    for (let at = 0; at < texts.length; at++) {
      const text = texts[at] ?? "";
      if (!text.includes(":")) continue;
      let start = 0;
      for (const line of text.split("\n")) {
        if (line.includes(":") && labelsOf(text, { row, at, start, end: start + line.length }, cells).length > 0 && ++labels === 2) return true;
        start += line.length + 1;
      }
    }
  }
  return false;
}

/** True when a row says "PHỤ LỤC …" and nothing but a title: a new appendix begins. */
function isNewLabel(grid: Grid, row: number): boolean {
  const texts = grid.texts[row] ?? [];
  const first = texts.find((text) => !isEmpty(text));
  return first !== undefined && first.length <= 400 && isLabelLine(first) && bare(first.slice(0, 20)).startsWith("phu luc");
}

function readOutline(grid: Grid, from: number, to: number, cells: HeaderCells): Appendix | null {
  const tokens: Token[] = [];
  for (let row = from; row < to; row++) {
    const ended = tokensOfRow(grid, row, tokens, cells);
    if (ended) break;
  }
  const firstToken = tokens.find((token) => token.kind === "section" || token.kind === "item");
  if (firstToken === undefined || !isTaskList(tokens)) return null;

  const field = (piece: Piece): Field => fieldOf(grid, piece);
  const sections: { row: number; numeral: Field | null; title: Field | null; level: 1 | 2; parent: number | null }[] = [];
  const items: { firstRow: number; lastRow: number; section: number | null; fields: Partial<Record<Role, Field>>; values: [] }[] = [];
  const columns = new Map<Role, Column>();
  let latest: Role | "title" = "title";
  /** The value of a label whose next line may go on with it. */
  let open: Piece | null = null;
  let lastRow = firstToken.row;
  let left = Infinity;
  let right = -1;
  const note = (piece: Piece, role: Role, header: string): void => {
    if (!columns.has(role)) columns.set(role, { role, column: grid.origin.column + piece.at, header, headerCell: { row: grid.origin.row + piece.row, column: grid.origin.column + piece.at } });
  };
  const touch = (piece: Piece): void => {
    left = Math.min(left, piece.at);
    right = Math.max(right, piece.at);
    lastRow = Math.max(lastRow, piece.row);
  };

  for (const token of tokens.slice(tokens.indexOf(firstToken))) {
    const item = items[items.length - 1];
    switch (token.kind) {
      case "section": {
        const above = token.level === 2 ? sections.findLastIndex((section) => section.level === 1) : -1;
        const parent = above === -1 ? null : above;
        sections.push({
          row: grid.origin.row + token.row,
          numeral: field(token.numeral),
          title: token.title === null ? null : field(token.title),
          level: parent === null ? 1 : token.level,
          parent,
        });
        latest = "title";
        touch(token.numeral);
        if (token.title !== null) touch(token.title);
        break;
      }
      case "item": {
        const row = grid.origin.row + token.row;
        const fields: Partial<Record<Role, Field>> = { number: field(token.number) };
        note(token.number, "number", "");
        touch(token.number);
        if (token.content !== null) {
          fields.content = field(token.content);
          note(token.content, "content", "");
          touch(token.content);
        }
        items.push({ firstRow: row, lastRow: row, section: sections.length === 0 ? null : sections.length - 1, fields, values: [] });
        latest = "content";
        break;
      }
      case "label": {
        if (item === undefined || latest === "title") break;
        const said = item.fields[token.role];
        item.fields[token.role] = said === undefined ? field(token.value) : together(said, field(token.value), "; ");
        note(token.label, token.role, fieldOf(grid, token.label).text);
        touch(token.value);
        item.lastRow = grid.origin.row + token.row;
        latest = token.role;
        open = token.value;
        break;
      }
      case "text": {
        const more = field(token.piece);
        if (latest === "title") {
          const section = sections[sections.length - 1];
          if (section !== undefined) section.title = section.title === null ? more : together(section.title, more, " ");
        } else if (item !== undefined) {
          const said = item.fields[latest];
          if (open !== null && said !== undefined && latest !== "content" && goesOn(grid, open, token.piece)) {
            const longer = lengthened(grid, said, open, token.piece);
            item.fields[latest] = longer.field;
            item.lastRow = grid.origin.row + token.row;
            open = longer.value;
            touch(token.piece);
            break;
          }
          // A list below "Đơn vị phối hợp:" belongs to it; other text goes on with the task.
          const role: Role = said !== undefined && latest !== "content" && (said.text === "" || /^[+•]/.test(more.text)) ? latest : "content";
          const before = item.fields[role];
          item.fields[role] = before === undefined || before.text === "" ? more : together(before, more, "\n");
          open = role === "content" ? null : token.piece;
          item.lastRow = grid.origin.row + token.row;
        }
        touch(token.piece);
        break;
      }
      case "end":
        break;
    }
  }
  return {
    sheet: grid.sheet,
    kind: "outline",
    titleLines: readTitleLines(grid, from, firstToken.row, 0, Infinity),
    area: { top: grid.origin.row + firstToken.row, left: grid.origin.column + left, bottom: grid.origin.row + lastRow, right: grid.origin.column + right },
    headerRows: [],
    columns: [...columns.values()],
    sections: sections satisfies Section[],
    items: items satisfies Item[],
  };
}

/**
 * True when a line goes on with the value of the label above it, where the page was too narrow: the value does not end with a stop, and the
 * line stands in the same cell, or begins in small letters or with figures.
 */
function goesOn(grid: Grid, value: Piece, line: Piece): boolean {
  const text = grid.texts[value.row]?.[value.at] ?? "";
  if (value.start === value.end || /^\s*[.;]/.test(text.slice(value.end, value.end + 3))) return false;
  if (line.row === value.row && line.at === value.at) return !/^\s*[-–+*•]/.test(text.slice(line.start, line.end));
  return line.at === value.at && line.row === value.row + 1 && /^(?:\p{Ll}|\d)/u.test((grid.texts[line.row]?.[line.at] ?? "").slice(line.start));
}

/** What a label says together with the line that goes on with it; inside one cell the break stays in the text. */
function lengthened(grid: Grid, said: Field, value: Piece, line: Piece): { readonly field: Field; readonly value: Piece } {
  const text = grid.texts[line.row]?.[line.at] ?? "";
  if (line.row === value.row && line.at === value.at && said.text === fieldOf(grid, value).text) {
    const longer = withoutStop(text, { ...value, end: line.end });
    return { field: fieldOf(grid, longer), value: longer };
  }
  const rest = withoutStop(text, line);
  return { field: together(said, fieldOf(grid, rest), " "), value: rest };
}

/** At least two tasks with labelled lines, and labels on a good share of the tasks. */
function isTaskList(tokens: readonly Token[]): boolean {
  let items = 0;
  let labelled = 0;
  let open = false;
  let telling = false;
  for (const token of tokens) {
    if (token.kind === "item") {
      items++;
      open = true;
    } else if (token.kind === "section") {
      open = false;
    } else if (token.kind === "label" && open) {
      labelled++;
      open = false;
      telling ||= token.role === "leadUnit" || token.role === "coordinatingUnits" || token.role === "product";
    }
  }
  return telling && labelled >= 2 && labelled * 5 >= items * 2;
}

const ITEM = /^(\s*)((?:Nhiệm vụ\s+)?\d{1,3}(?:\.\d{1,3})*\s*[.):/])\s*(?=\S)(?!\d{1,2}[/.]\d{4})/iu;
const BULLET = /^\s*[-–+*•]?\s*/;

/** A numeral in a cell of its own, before its text. */
interface Pending {
  readonly at: number;
  readonly kind: "section" | "item";
  readonly level: 1 | 2;
}

/** Cuts a row into tokens; true when a signature ends the list. */
function tokensOfRow(grid: Grid, row: number, tokens: Token[], cells: HeaderCells): boolean {
  const texts = grid.texts[row] ?? [];
  let pending: Pending | null = null;
  const first = texts.findIndex((text) => !isEmpty(text));
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? "";
    if (isEmpty(text)) continue;
    // A numeral in a cell of its own heads the text in the next.
    if (at === first && text.length <= 12) {
      const kind = numeralKind(text);
      const next = texts.findIndex((other, i) => i > at && !isEmpty(other));
      if (next !== -1 && (kind === "roman" || kind === "subroman" || kind === "letter" || kind === "ordinal" || kind === "arabic" || kind === "dotted")) {
        pending = { at, kind: kind === "arabic" || kind === "dotted" ? "item" : "section", level: kind === "subroman" ? 2 : 1 };
        continue;
      }
    }
    let start = 0;
    for (const line of text.split("\n")) {
      const end = start + line.length;
      const piece = trimmed(text, { row, at, start, end });
      start = end + 1;
      if (piece === null) continue;
      if (pending !== null) {
        const numeral = { row, at: pending.at, start: 0, end: (texts[pending.at] ?? "").length };
        tokens.push(pending.kind === "section" ? { kind: "section", numeral, title: piece, level: pending.level, row } : { kind: "item", number: numeral, content: piece, row });
        pending = null;
        continue;
      }
      const shown = text.slice(piece.start, piece.end);
      if (lineKind(shown) === "signature") {
        tokens.push({ kind: "end", row });
        return true;
      }
      pushLine(text, shown, piece, tokens, cells);
    }
  }
  return false;
}

function pushLine(text: string, line: string, piece: Piece, tokens: Token[], cells: HeaderCells): void {
  const { row, at } = piece;
  const labels = labelsOf(text, piece, cells);
  if (labels.length > 0) {
    tokens.push(...labels);
    return;
  }
  const inline = inlineNumeral(line);
  if (inline !== null) {
    const shift = (span: { start: number; end: number }): Piece => ({ row, at, start: piece.start + span.start, end: piece.start + span.end });
    tokens.push({ kind: "section", numeral: shift(inline.numeral), title: shift(inline.title), level: inline.kind === "subroman" ? 2 : 1, row });
    return;
  }
  const item = ITEM.exec(line);
  if (item !== null) {
    const from = piece.start + (item[1] ?? "").length;
    tokens.push({
      kind: "item",
      number: { row, at, start: from, end: from + (item[2] ?? "").length },
      content: { row, at, start: piece.start + item[0].length, end: piece.end },
      row,
    });
    return;
  }
  tokens.push({ kind: "text", piece, row });
}

/** The labelled parts of a line: usually one, several in "- Chủ trì: …; thời gian: …". */
function labelsOf(text: string, line: Piece, cells: HeaderCells): Extract<Token, { kind: "label" }>[] {
  const found: Extract<Token, { kind: "label" }>[] = [];
  let from = line.start;
  while (from < line.end) {
    const lead = BULLET.exec(text.slice(from, line.end))?.[0].length ?? 0;
    const colon = text.indexOf(":", from);
    if (colon === -1 || colon >= line.end) break;
    const label = { row: line.row, at: line.at, start: from + lead, end: colon };
    const match = cells.label(text.slice(label.start, label.end).trim());
    const role = match?.sense === "units" ? "leadUnit" : match?.sense;
    if (role === undefined || !LABELLED.has(role)) break;
    const end = nextLabel(text, colon + 1, line.end, cells);
    found.push({ kind: "label", role: role as Role, label, value: withoutStop(text, { row: line.row, at: line.at, start: colon + 1, end }), row: line.row });
    from = end + 1;
  }
  return found;
}

/** Where a further label begins after a semicolon or full stop; the line's end when none does. */
function nextLabel(text: string, from: number, end: number, cells: HeaderCells): number {
  for (let at = from; at < end; at++) {
    const sign = text.charAt(at);
    if (sign !== ";" && sign !== ".") continue;
    const colon = text.indexOf(":", at);
    if (colon === -1 || colon >= end) return end;
    const match = cells.label(text.slice(at + 1, colon).replace(BULLET, "").trim());
    if (match !== null && (match.sense === "units" || LABELLED.has(match.sense))) return at;
  }
  return end;
}

function trimmed(text: string, piece: Piece): Piece | null {
  let { start, end } = piece;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start === end ? null : { ...piece, start, end };
}

/** A value without outer spaces and the full stop or semicolon that ends its line. */
function withoutStop(text: string, piece: Piece): Piece {
  let { start, end } = piece;
  while (end > start && /[\s.;,]/.test(text.charAt(end - 1))) end--;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return { ...piece, start, end };
}

function fieldOf(grid: Grid, piece: Piece): Field {
  const whole = grid.texts[piece.row]?.[piece.at] ?? "";
  const value = grid.values[piece.row]?.[piece.at] ?? null;
  const cell = { row: grid.origin.row + piece.row, column: grid.origin.column + piece.at };
  if (piece.start === 0 && piece.end === whole.length) return { text: whole, value, cell };
  const text = whole.slice(piece.start, piece.end);
  return { text, value: text, cell, span: { start: piece.start, end: piece.end }, ...(value === whole ? { cellText: whole } : {}) };
}

function together(first: Field, second: Field, glue: string): Field {
  const text = first.text.trimEnd() + glue + second.text.trimStart();
  return { text, value: text, cell: first.cell, continued: [...(first.continued ?? []), second.cell] };
}
