import type { CellValue } from "../../grid/grid";
import { formatAddress } from "../../grid/address";
import { rowTexts } from "../../grid/edit";
import type { Field, Item, Leftover, Notice, Role, Section, TargetCell } from "../appendix";
import { isIndexRow } from "./headerBlock";
import { breaksOff, endsSentence, isEmpty, lineKind, startsSmall } from "./lineKinds";
import { arabicParts, inlineNumeral, numeralKind, type InlineNumeral, type NumeralKind } from "./numeral";
import { MergedDown } from "./mergedDown";
import { splitUnits, type SplitUnits } from "./splitUnits";
import type { TableBlock } from "./tableBlock";
import { noticeText } from "./noticeText";

/** The rows of a table, read. */
export interface TableBody {
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  /** Without the index of the appendix, which the caller knows. */
  readonly leftovers: readonly Omit<Leftover, "appendix">[];
  readonly notices: readonly Notice[];
  /** Index of the last grid row that belongs to the table. */
  readonly lastRow: number;
  /** True when a cell named both units, so that the table has the role of the coordinating units after all. */
  readonly splitsUnits: boolean;
  /** The merged cells that several rows share; null when there are none. */
  readonly merged: MergedDown | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/**
 * The fields of one item. A class, because the engine gives its objects room for as many fields as its first ones took; a literal `{}`
 * has room for four, and each item of a large table would carry a list for the rest.
 */
class DraftFields implements Partial<Record<Role, Field>> {
  declare number?: Field;
  declare detailNumber?: Field;
  declare content?: Field;
  declare directingLeader?: Field;
  declare leadUnit?: Field;
  declare coordinatingUnits?: Field;
  declare product?: Field;
  declare deadline?: Field;
  declare unitOfMeasure?: Field;
  declare target?: Field;
  declare basis?: Field;
  declare note?: Field;
}
interface DraftItem extends Omit<Mutable<Item>, "fields"> {
  fields: DraftFields;
}

/** No row is cut into more pieces; a column of loose text below a table must not become one endless task. */
const MOST_PIECES = 60;

/** A point of a list: "- …", "a) …". */
const POINT = /^\s*(?:[-+•*–]|[a-zđ]\)\s)/u;
/** The least numbered rows that show that a table numbers its tasks. */
const LEAST_NUMBERED = 3;

const NO_VALUES: readonly TargetCell[] = [];

/**
 * Reads the rows below a header.
 * @param start first and last grid row of the body (`end` is outside).
 * @param repeats rows that repeat the header: first row → last row.
 */
export function readBody(block: TableBlock, start: number, end: number, repeats: ReadonlyMap<number, number>): TableBody {
  return new BodyReader(block, start, end, repeats).read();
}

/**
 * The item of one plain row: a field for each column of the table.
 * @param splitsUnits true when some cell of the table names both units, so that every item has both.
 */
export function itemOfRow(block: TableBlock, merged: MergedDown | null, row: number, section: number | null, splitsUnits: boolean): Item {
  const item = draftItem(block, merged, row, section);
  if (splitsUnits) addCoordination(item.fields);
  return item;
}

/** Where other cells name both units, one that does not has an empty part at its end. */
function addCoordination(fields: DraftFields): void {
  const { leadUnit } = fields;
  if (leadUnit === undefined || fields.coordinatingUnits !== undefined) return;
  const end = leadUnit.text.length;
  fields.coordinatingUnits = {
    text: "",
    value: "",
    cell: leadUnit.cell,
    span: { start: end, end },
    ...(leadUnit.value === leadUnit.text ? { cellText: leadUnit.text } : {}),
    ...(leadUnit.merged === undefined ? {} : { merged: leadUnit.merged }),
  };
}

function draftItem(block: TableBlock, merged: MergedDown | null, row: number, section: number | null): DraftItem {
  const sheetRow = block.grid.origin.row + row;
  const fields = new DraftFields();
  for (const { role, at } of block.fieldColumns) setField(fields, role, fieldOf(block, merged, row, at));
  if (block.sharedUnitsAt >= 0) {
    const whole = fields.leadUnit;
    const split = whole === undefined ? null : splitUnits(whole);
    if (split !== null) {
      fields.leadUnit = split.leadUnit;
      fields.coordinatingUnits = split.coordinatingUnits;
    }
  }
  let targets = NO_VALUES;
  if (block.targetColumns.length > 0) {
    const cells: TargetCell[] = [];
    for (const { at, column } of block.targetColumns) cells.push({ column, field: fieldOf(block, merged, row, at) });
    targets = cells;
  }
  return { firstRow: sheetRow, lastRow: sheetRow, section, fields, values: targets };
}

/** What a row has in a column: its own cell, or the merged one above that reaches down to it. */
function fieldOf({ grid }: TableBlock, merged: MergedDown | null, row: number, at: number): Field {
  const text = grid.texts[row]?.[at] ?? "";
  const column = grid.origin.column + at;
  if (merged !== null && isEmpty(text)) {
    const above = merged.rowAbove(row, at);
    if (above !== -1) {
      return { text: grid.texts[above]?.[at] ?? "", value: grid.values[above]?.[at] ?? null, cell: { row: grid.origin.row + above, column }, merged: true };
    }
  }
  const field: Field = { text, value: grid.values[row]?.[at] ?? null, cell: { row: grid.origin.row + row, column } };
  return isComputed(grid, row, column) ? { ...field, formula: true } : field;
}

/** True when a formula computes a cell: few sheets have any, and then mostly for the numbers. */
function isComputed({ formulas, origin }: TableBlock["grid"], row: number, column: number): boolean {
  return formulas !== undefined && formulas.size > 0 && formulas.has(formatAddress(origin.row + row, column));
}

/**
 * Sets one field. Spelled out by name, because a million stores under computed names take several times as long as the reading
 * itself.
 */
function setField(fields: DraftFields, role: Role, field: Field): void {
  switch (role) {
    case "number":
      fields.number = field;
      break;
    case "detailNumber":
      fields.detailNumber = field;
      break;
    case "content":
      fields.content = field;
      break;
    case "directingLeader":
      fields.directingLeader = field;
      break;
    case "leadUnit":
      fields.leadUnit = field;
      break;
    case "coordinatingUnits":
      fields.coordinatingUnits = field;
      break;
    case "product":
      fields.product = field;
      break;
    case "deadline":
      fields.deadline = field;
      break;
    case "unitOfMeasure":
      fields.unitOfMeasure = field;
      break;
    case "basis":
      fields.basis = field;
      break;
    case "note":
      fields.note = field;
      break;
    case "target":
      fields.target = field;
      break;
  }
}

/** What the rows hold as a whole: it decides rows that could be one thing or another. */
interface Survey {
  /** Rows with an Arabic running number. */
  readonly arabic: number;
  readonly romanRows: number;
  /** The last row with a number and anything else. */
  readonly lastNumbered: number;
  /** The last row with content and something in another column. */
  readonly lastFull: number;
  /**
   * True when every printed line has a row of its own, as programs that turn a PDF into a sheet leave it: the rows without a number are no
   * fewer than those with one, and most of them go on in small letters.
   */
  readonly inLines: boolean;
}

class BodyReader {
  private readonly sections: Mutable<Section>[] = [];
  private readonly items: DraftItem[] = [];
  private readonly leftovers: Omit<Leftover, "appendix">[] = [];
  private readonly notices: Notice[] = [];
  private lastRow: number;
  private splitsUnits = false;
  private readonly survey: Survey;
  /** The section that new items belong to, and the level-1 section above it. */
  private section: number | null = null;
  /** What a following row may continue. */
  private current: "item" | "section" | null = null;
  private pieces = 0;
  private previousNumber: number | null = null;
  /** True from a page break (a repeated header, a page number) to the next row of the table. */
  private afterBreak = false;
  private ended = false;
  private readonly strayColumns = new Set<number>();
  private unplacedRun = false;
  private readonly letterSections: boolean;
  private readonly merged: MergedDown | null;

  constructor(
    private readonly block: TableBlock,
    private readonly start: number,
    private readonly end: number,
    private readonly repeats: ReadonlyMap<number, number>,
  ) {
    this.lastRow = block.headerRows[block.headerRows.length - 1] ?? start;
    this.merged = MergedDown.of(block, start);
    this.survey = this.lookOver();
    this.letterSections = this.hasLetterA();
  }

  read(): TableBody {
    const { block } = this;
    for (let row = this.start; row < this.end; row++) {
      const texts = block.grid.texts[row] ?? [];
      if (texts.length <= block.left) continue;
      const repeatEnd = this.repeats.get(row);
      if (repeatEnd !== undefined) {
        const last = isIndexRow(block.grid, repeatEnd + 1, block.left, block.right, block.contentAt) ? repeatEnd + 1 : repeatEnd;
        this.leave("repeated-header", row, last);
        this.lastRow = last;
        this.afterBreak = true;
        row = last;
        continue;
      }
      this.readRow(row, texts);
    }
    if (this.splitsUnits) for (const item of this.items) addCoordination(item.fields);
    return {
      sections: this.sections,
      items: this.items,
      leftovers: this.leftovers,
      notices: this.notices,
      lastRow: this.lastRow,
      splitsUnits: this.splitsUnits,
      merged: this.merged,
    };
  }

  private lookOver(): Survey {
    const { block } = this;
    let arabic = 0;
    let romanRows = 0;
    let lastNumbered = -1;
    let lastFull = -1;
    let unnumbered = 0;
    let small = 0;
    for (let row = this.start; row < this.end; row++) {
      const texts = block.grid.texts[row] ?? [];
      if (texts.length <= block.left) continue;
      const kind = block.numberAt >= 0 ? numeralKind(texts[block.numberAt] ?? "") : "none";
      const content = !isEmpty(texts[block.contentAt]);
      if (kind === "arabic" || kind === "dotted" || kind === "code") {
        arabic++;
        if (content || texts.length > block.contentAt + 1) lastNumbered = row;
      } else if (kind === "roman") {
        romanRows++;
      } else if (kind === "none" && content && block.numberAt >= 0) {
        unnumbered++;
        const text = texts[block.contentAt] ?? "";
        if (startsSmall(text) && !POINT.test(text)) small++;
      }
      if (content && this.countOthers(texts) > 0) lastFull = row;
    }
    return { arabic, romanRows, lastNumbered, lastFull, inLines: arabic >= LEAST_NUMBERED && unnumbered >= arabic && small * 2 >= unnumbered };
  }

  /** "A" heads a section before any Roman numeral does: then "C" and "D" are letters, and I, II stand below them. */
  private hasLetterA(): boolean {
    const { block } = this;
    if (block.numberAt < 0) return false;
    for (let row = this.start; row < this.end; row++) {
      const text = (block.grid.texts[row]?.[block.numberAt] ?? "").trim();
      if (text === "") continue;
      const kind = numeralKind(text);
      if (kind === "letter" && text.startsWith("A")) return true;
      if (kind === "roman") return false;
    }
    return false;
  }

  private countOthers(texts: readonly string[]): number {
    let filled = 0;
    for (const at of this.block.othersAt) if (!isEmpty(texts[at])) filled++;
    return filled;
  }

  private has(texts: readonly string[], at: number): boolean {
    return at >= 0 && !isEmpty(texts[at]);
  }

  /** True when a cell of the row says something, or a merged cell that reaches down to it does. */
  private says(row: number, texts: readonly string[], at: number): boolean {
    if (this.has(texts, at)) return true;
    const above = at < 0 || this.merged === null ? -1 : this.merged.rowAbove(row, at);
    return above !== -1 && !isEmpty(this.block.grid.texts[above]?.[at]);
  }

  /** A row that says at least who does it and when (or what comes of it) is a row of its own. */
  private isFull(row: number, texts: readonly string[]): boolean {
    const { block } = this;
    const valued = block.targetColumns.some(({ at }) => this.says(row, texts, at));
    const who = block.leadAt < 0 || this.says(row, texts, block.leadAt);
    const when = this.says(row, texts, block.deadlineAt) || this.says(row, texts, block.productAt) || valued;
    return who && when;
  }

  /** True when the cell of a row belongs to a merged one with a text in the rows of the item above. */
  private sharesWithItem(row: number, at: number): boolean {
    if (this.merged === null || at < 0 || this.current !== "item") return false;
    const above = this.merged.rowAbove(row, at);
    const item = this.items[this.items.length - 1];
    const { grid } = this.block;
    const sheetRow = grid.origin.row + above;
    return above !== -1 && item !== undefined && sheetRow >= item.firstRow && sheetRow <= item.lastRow && !isEmpty(grid.texts[above]?.[at]);
  }

  /**
   * Reads a row without a number that shares the number or the text of the item above: a further line of that item ("one task, three
   * units"), or a task of its own under the same number when it says all that a task does. False when the row shares neither.
   */
  private sharingRow(row: number, texts: readonly string[], hasContent: boolean, hasDetail: boolean): boolean {
    const sharesNumber = this.sharesWithItem(row, this.block.numberAt);
    if (!sharesNumber && (hasContent || !this.sharesWithItem(row, this.block.contentAt))) return false;
    if (hasContent && (hasDetail || this.isFull(row, texts))) this.addItem(row, "");
    else this.join(row, texts, "\n");
    return true;
  }

  private readRow(row: number, texts: readonly string[]): void {
    const { block } = this;
    const number = block.numberAt >= 0 ? (texts[block.numberAt] ?? "") : "";
    const kind = block.numberAt >= 0 ? numeralKind(number) : "none";
    const hasContent = !isEmpty(texts[block.contentAt]) || (kind !== "none" && this.says(row, texts, block.contentAt));
    if (block.unheadedAt.length > 0) this.tellStray(row, texts);

    // The plain row: a running number and a text.
    if (kind === "arabic" && hasContent && !this.ended) {
      const others = this.countOthers(texts);
      if (others > 0 || !this.headsItsNumbers(row, number)) {
        this.leaveSubTasks(number);
        this.addItem(row, number);
        return;
      }
      this.addSection(row, this.fieldAt(row, block.numberAt), this.fieldAt(row, block.contentAt), this.levelOfFigure(number));
      return;
    }
    const others = this.countOthers(texts);
    const hasDetail = this.has(texts, block.detailAt);
    if (kind === "none" && !hasContent && others === 0 && !hasDetail) return;
    if (this.ended) {
      this.unplaced(row, texts);
      return;
    }
    if (isIndexRow(block.grid, row, block.left, block.right, block.contentAt) && this.afterBreak) {
      this.leave("repeated-header", row, row);
      this.lastRow = row;
      return;
    }
    if (kind === "none" && this.sharingRow(row, texts, hasContent, hasDetail)) return;
    switch (kind) {
      case "arabic":
      case "code":
      case "dotted":
        { this.numberedRow(row, kind, number, hasContent, others, hasDetail); return; }
      case "roman":
      case "subroman":
      case "letter":
      case "ordinal":
        { this.numeralRow(row, texts, kind, number, others); return; }
      case "item-letter":
        if (hasContent || others > 0) { this.addItem(row, number); return; }
        { this.unplaced(row, texts); return; }
      case "bullet":
        if (others > 0) { this.addItem(row, number); return; }
        if (hasContent && this.current !== null) { this.join(row, texts, "\n"); return; }
        { this.unplaced(row, texts); return; }
      case "words":
        { this.wordsRow(row, texts, number, hasContent, others, hasDetail); return; }
      case "none":
        { this.unnumberedRow(row, texts, hasContent, others, hasDetail); return; }
    }
  }

  /** A row with a number but not the plain content beside it. */
  private numberedRow(row: number, kind: NumeralKind, number: string, hasContent: boolean, others: number, hasDetail: boolean): void {
    if (hasContent && others === 0 && this.headsItsNumbers(row, number)) {
      this.addSection(row, this.fieldAt(row, this.block.numberAt), this.fieldAt(row, this.block.contentAt), this.levelOfFigure(number));
    } else if (hasContent || others > 0 || hasDetail || kind !== "arabic" || !this.isPageNumber(row, number)) {
      this.addItem(row, number);
    } else {
      this.pageNumber(row);
    }
  }

  /**
   * A lone number is a page number when a repeated header follows, or when the rows around it count on without it; a row that
   * continues the count is an item that is not written yet.
   */
  private isPageNumber(row: number, number: string): boolean {
    const next = this.nextFilled(row);
    if (next !== null && this.repeats.has(next)) return true;
    const own = arabicParts(number)[0] ?? 0;
    const following = next === null ? undefined : arabicParts(this.block.grid.texts[next]?.[this.block.numberAt] ?? "")[0];
    const expected = (this.previousNumber ?? 0) + 1;
    if (own === expected) return following === own;
    return following === undefined || following === expected;
  }

  /** The level of a section that a figure heads: below the Roman ones, where there are any ("I", "1", "1.1"). */
  private levelOfFigure(number: string): 1 | 2 {
    return arabicParts(number).length > 1 || (this.hasNumerals() && this.sections.length > 0) ? 2 : 1;
  }

  /** True when the next row is numbered below this one ("1" before "1.1", or before a task "a)"): this one is a section. */
  private headsItsNumbers(row: number, number: string): boolean {
    const own = arabicParts(number);
    if (own.length === 0) return false;
    const next = this.nextFilled(row);
    if (next === null) return false;
    const texts = this.block.grid.texts[next] ?? [];
    const numeral = texts[this.block.numberAt] ?? "";
    if (/^\s*a\s*[.)]?\s*$/.test(numeral)) return this.countOthers(texts) > 0;
    const below = arabicParts(numeral);
    return below.length > own.length && own.every((part, i) => part === below[i]);
  }

  /** The task that counts on from one with sub-tasks ("1", "a)", "b)", then "2") is none of those: it belongs where that one stands. */
  private leaveSubTasks(number: string): void {
    const own = this.section === null ? undefined : this.sections[this.section];
    if (own === undefined) return;
    const head = headOfSubTasks(own);
    const next = arabicParts(number);
    if (head !== null && next.length === 1 && next[0] === head + 1) this.section = own.parent;
  }

  /** The next row that holds anything in the table's columns; null at the end. */
  private nextFilled(row: number): number | null {
    const { block } = this;
    for (let next = row + 1; next < this.end; next++) {
      const texts = block.grid.texts[next] ?? [];
      for (let at = block.left; at <= block.right && at < texts.length; at++) if (!isEmpty(texts[at])) return next;
    }
    return null;
  }

  /** A row that begins with a section's numeral. */
  private numeralRow(row: number, texts: readonly string[], kind: NumeralKind, number: string, others: number): void {
    const { block } = this;
    // Where sections are numbered in Roman figures they leave the other columns empty. A row that says who and when is a task all the
    // same, whatever its number, and so is every row of a table that counts its tasks in Roman figures.
    const task = others > 0 && (this.isFull(row, texts) || (this.survey.arabic === 0 && others >= 2)) && kind !== "ordinal";
    if (task && this.has(texts, block.contentAt)) {
      this.addItem(row, number);
      return;
    }
    const title = this.titleBeside(row, texts);
    const letter = this.letterSections && (kind === "letter" || (kind === "roman" && /^[CDLM]\W*$/.test(number.trim())));
    const level = kind === "subroman" || (this.letterSections && !letter) ? 2 : 1;
    this.addSection(row, this.fieldAt(row, block.numberAt), title, level);
    const stray = block.othersAt.find((at) => this.has(texts, at) && at !== title?.at);
    if (stray !== undefined) this.notices.push(this.notice("stray-cell", row, stray, texts[stray] ?? ""));
  }

  /** The title of a section whose numeral stands in the number column: the content cell, or where a merge put it. */
  private titleBeside(row: number, texts: readonly string[]): (Field & { at: number }) | null {
    const { block } = this;
    for (const at of [block.contentAt, block.detailAt]) {
      if (this.has(texts, at)) return { ...this.fieldAt(row, at), at };
    }
    for (let at = block.numberAt + 1; at < block.contentAt; at++) if (this.has(texts, at)) return { ...this.fieldAt(row, at), at };
    return null;
  }

  /** A row whose first cell holds words where a number is expected. */
  private wordsRow(row: number, texts: readonly string[], words: string, hasContent: boolean, others: number, hasDetail: boolean): void {
    const { block } = this;
    const line = lineKind(words);
    if (this.lineOf(row, texts, line, hasContent || others > 0)) return;
    if (others > 0) { this.addItem(row, words); return; }
    if (hasContent) {
      if (words.trim().length <= 12) { this.addItem(row, words); return; }
      this.unplaced(row, texts); return;
    }
    if (hasDetail) { this.addItem(row, words); return; }
    const inline = inlineNumeral(words);
    if (inline !== null) { this.addInlineSection(row, block.numberAt, words, inline); return; }
    if (row > this.lastBodyRow()) { this.unplaced(row, texts); return; }
    // A title across the whole table: its cell is the merged area's first.
    if (this.afterBreak && startsSmall(words) && this.current !== null) { this.join(row, texts, null, block.numberAt); return; }
    this.addSection(row, null, this.fieldAt(row, block.numberAt), this.levelWithoutNumeral());
  }

  /** A row without a number. */
  private unnumberedRow(row: number, texts: readonly string[], hasContent: boolean, others: number, hasDetail: boolean): void {
    const { block } = this;
    if (hasDetail) {
      if (hasContent || others > 0) { this.addItem(row, ""); return; }
      const detail = texts[block.detailAt] ?? "";
      const inline = inlineNumeral(detail);
      if (inline !== null) { this.addInlineSection(row, block.detailAt, detail, inline); return; }
      if (/^\s*\d{1,4}\s*$/.test(detail)) { this.pageNumber(row); return; }
      this.unplaced(row, texts); return;
    }
    if (!hasContent) { this.fragmentRow(row, texts, others); return; }

    const content = texts[block.contentAt] ?? "";
    if (this.lineOf(row, texts, lineKind(content), others > 0)) return;
    if (this.survey.inLines && this.isNextLine(row, texts, content, others)) { this.join(row, texts, null); return; }
    if (others > 0) {
      const inline = others === 1 && !this.isFull(row, texts) ? inlineNumeral(content) : null;
      if (inline !== null) { this.addInlineSection(row, block.contentAt, content, inline); return; }
      if (this.current === "item" && this.continues(row, texts, content)) { this.join(row, texts, null); return; }
      this.addItem(row, ""); return;
    }
    const inline = inlineNumeral(content);
    if (inline !== null) { this.addInlineSection(row, block.contentAt, content, inline); return; }
    if (/^\s*\d{1,4}\s*$/.test(content)) { this.pageNumber(row); return; }
    if (this.current !== null) {
      if (/^\s*[-+•*–]\s*\S/.test(content)) { this.join(row, texts, "\n"); return; }
      if (startsSmall(content)) { this.join(row, texts, null); return; }
      const before = this.currentText();
      if (breaksOff(before)) { this.join(row, texts, null); return; }
      // After a page break a text without an end goes on; where sections have numerals, a line without one is no new section.
      if (this.afterBreak && this.current === "item" && !endsSentence(before) && this.hasNumerals()) { this.join(row, texts, null); return; }
    }
    // All that it says besides stands in merged cells that it shares.
    if (this.isFull(row, texts)) { this.addItem(row, ""); return; }
    if (row > this.lastBodyRow()) { this.unplaced(row, texts); return; }
    if (this.hasNumerals() && this.current === "item" && this.countsPast(row)) { this.addItem(row, ""); return; }
    this.addSection(row, null, this.fieldAt(row, block.contentAt), this.levelWithoutNumeral());
  }

  /** A row with neither number nor content: what is left of a row above, or a stray mark. */
  private fragmentRow(row: number, texts: readonly string[], others: number): void {
    const { block } = this;
    const first = block.othersAt.find((at) => this.has(texts, at));
    const text = first === undefined ? "" : (texts[first] ?? "");
    if (this.lineOf(row, texts, lineKind(text), false)) return;
    const isValue = first === block.deadlineAt || block.targetColumns.some(({ at }) => at === first);
    if (others === 1 && /^\s*\d{1,3}\s*$/.test(text) && !isValue) { this.pageNumber(row); return; }
    if (this.current !== "item") { this.unplaced(row, texts); return; }
    this.join(row, texts, this.afterBreak || this.survey.inLines || startsSmall(text) ? null : "\n");
  }

  /** In a table with a row for every printed line: whether this one goes on with the one above. */
  private isNextLine(row: number, texts: readonly string[], content: string, others: number): boolean {
    if (this.current === null || (others === 0 && (inlineNumeral(content) !== null || /^\s*\d{1,4}\s*$/.test(content)))) return false;
    if (this.current === "section") return others === 0;
    if (!this.isFull(row, texts)) return true;
    return !POINT.test(content) && (startsSmall(content) || !endsSentence(this.currentText()));
  }

  /** Whether a row with content and more, but no number, goes on with the item above. */
  private continues(row: number, texts: readonly string[], content: string): boolean {
    if (startsSmall(content)) return this.afterBreak || !this.isFull(row, texts);
    if (this.isFull(row, texts)) return false;
    return this.afterBreak ? !endsSentence(this.currentText()) : breaksOff(this.currentText());
  }

  /** Handles page marks, totals, notes and signatures; true when the row was one. */
  private lineOf(row: number, texts: readonly string[], line: ReturnType<typeof lineKind>, more: boolean): boolean {
    if (line === null) return false;
    if (line === "page") {
      if (more) return false;
      this.pageNumber(row);
      return true;
    }
    if (line === "heading" && more) return false;
    if (line === "signature" || line === "heading") {
      this.ended = true;
      this.current = null;
    } else if (line === "note" && more) {
      return false;
    }
    this.unplaced(row, texts);
    return true;
  }

  private lastBodyRow(): number {
    return this.survey.arabic > 0 ? this.survey.lastNumbered : this.survey.lastFull;
  }

  private hasNumerals(): boolean {
    return this.survey.romanRows > 0;
  }

  /** True when the next number leaves one out: the unnumbered row stands for it. */
  private countsPast(row: number): boolean {
    const next = this.nextFilled(row);
    if (next === null || this.previousNumber === null) return false;
    return arabicParts(this.block.grid.texts[next]?.[this.block.numberAt] ?? "")[0] === this.previousNumber + 2;
  }

  /** A title without a numeral stands below the sections with one, if there are any. */
  private levelWithoutNumeral(): 1 | 2 {
    return this.sections.some((section) => section.numeral !== null && section.level === 1) && this.hasNumerals() ? 2 : 1;
  }

  /** The text that a continuation would go on from. */
  private currentText(): string {
    if (this.current === "section") {
      const section = this.sections[this.sections.length - 1];
      return section?.title?.text ?? "";
    }
    return this.items[this.items.length - 1]?.fields.content?.text ?? "";
  }

  private addItem(row: number, number: string): void {
    const item = draftItem(this.block, this.merged, row, this.section);
    if (this.block.sharedUnitsAt >= 0 && item.fields.coordinatingUnits !== undefined) this.splitsUnits = true;
    this.items.push(item);
    const own = arabicParts(number)[0];
    if (own !== undefined) this.previousNumber = own;
    this.settle(row, "item");
  }

  private addSection(row: number, numeral: Field | null, title: Field | null, level: 1 | 2): void {
    const above = level === 2 ? this.sections.findLastIndex((section) => section.level === 1) : -1;
    const parent = above === -1 ? null : above;
    const { grid } = this.block;
    this.sections.push({
      row: grid.origin.row + row,
      numeral,
      title: title === null ? null : plain(title),
      level: parent === null ? 1 : level,
      parent,
    });
    this.section = this.sections.length - 1;
    this.settle(row, "section");
  }

  private addInlineSection(row: number, at: number, text: string, inline: InlineNumeral): void {
    const level = inline.kind === "subroman" || (this.letterSections && inline.kind === "roman") ? 2 : 1;
    this.addSection(row, this.part(row, at, text, inline.numeral), this.part(row, at, text, inline.title), level);
  }

  private settle(row: number, current: "item" | "section"): void {
    this.current = current;
    this.pieces = 1;
    this.afterBreak = false;
    this.unplacedRun = false;
    this.lastRow = row;
  }

  /**
   * Joins a row's texts to the item or section above.
   * @param glue what stands between the texts; null joins a text that was cut, and tells the cut.
   */
  private join(row: number, texts: readonly string[], glue: string | null, onlyAt?: number): void {
    const { block } = this;
    const { grid } = block;
    if (this.pieces >= MOST_PIECES) {
      this.unplaced(row, texts);
      return;
    }
    this.pieces++;
    const sheetRow = grid.origin.row + row;
    const cellField = (at: number): Field => this.fieldAt(row, at);
    let continues: number;
    if (this.current === "section") {
      const section = this.sections[this.sections.length - 1];
      if (section === undefined) return;
      continues = section.row;
      const more = cellField(onlyAt ?? block.contentAt);
      section.title = section.title === null ? more : joined(section.title, more, glue);
    } else {
      const item = this.items[this.items.length - 1];
      if (item === undefined) return;
      continues = item.firstRow;
      for (const { role, at } of block.fieldColumns) {
        if (role === "number" || role === "detailNumber" || isEmpty(texts[at])) continue;
        const split = at === block.sharedUnitsAt ? splitUnits(cellField(at)) : null;
        if (split !== null) {
          this.joinUnits(item.fields, split, glue);
          continue;
        }
        const before = item.fields[role];
        item.fields[role] = before === undefined || isEmpty(before.text) ? cellField(at) : joined(before, cellField(at), glue);
      }
      if (onlyAt !== undefined && onlyAt !== block.contentAt && item.fields.content !== undefined) item.fields.content = joined(item.fields.content, cellField(onlyAt), glue);
      if (block.targetColumns.length > 0) {
        item.values = item.values.map((value, i) => {
          const at = block.targetColumns[i]?.at ?? -1;
          if (!this.has(texts, at)) return value;
          return { column: value.column, field: isEmpty(value.field.text) ? cellField(at) : joined(value.field, cellField(at), glue) };
        });
      }
      item.lastRow = sheetRow;
    }
    if (glue === null) {
      const values: CellValue[] = new Array<CellValue>(grid.origin.column).fill(null).concat(grid.values[continues - grid.origin.row] ?? []);
      this.leftovers.push({ kind: "split-row", sheet: grid.sheet, rows: [sheetRow], texts: [rowTexts(grid, sheetRow)], continues, continuedValues: values });
    }
    this.afterBreak = false;
    this.unplacedRun = false;
    this.lastRow = row;
  }

  /** Joins a further cell that names a unit with its label ("Phối hợp: …") to the unit that it names. */
  private joinUnits(fields: DraftFields, more: SplitUnits, glue: string | null): void {
    this.splitsUnits = true;
    for (const role of ["leadUnit", "coordinatingUnits"] as const) {
      if (more[role].text === "") continue;
      const before = fields[role];
      fields[role] = before === undefined || isEmpty(before.text) ? more[role] : joined(before, more[role], glue);
    }
  }

  private pageNumber(row: number): void {
    this.leave("page-number", row, row);
    this.afterBreak = true;
    this.lastRow = row;
  }

  private leave(kind: "repeated-header" | "page-number", first: number, last: number): void {
    const { grid } = this.block;
    const rows: number[] = [];
    for (let row = first; row <= last; row++) rows.push(grid.origin.row + row);
    this.leftovers.push({ kind, sheet: grid.sheet, rows, texts: rows.map((row) => rowTexts(grid, row)) });
  }

  /** Tells a row that is no part of the table; a run of such rows is told once, at its first. */
  private unplaced(row: number, texts: readonly string[]): void {
    const { block } = this;
    if (!this.unplacedRun) {
      for (let at = block.left; at <= block.right && at < texts.length; at++) {
        if (isEmpty(texts[at])) continue;
        this.notices.push(this.notice("unplaced-row", row, at, texts[at] ?? ""));
        break;
      }
    }
    this.unplacedRun = true;
  }

  /** Tells the first text in each column that has no header. */
  private tellStray(row: number, texts: readonly string[]): void {
    for (const at of this.block.unheadedAt) {
      if (!this.has(texts, at) || this.strayColumns.has(at)) continue;
      this.strayColumns.add(at);
      this.notices.push(this.notice("stray-cell", row, at, texts[at] ?? ""));
    }
  }

  private notice(kind: Notice["kind"], row: number, at: number, text: string): Notice {
    const { grid } = this.block;
    return { kind, sheet: grid.sheet, cell: formatAddress(grid.origin.row + row, grid.origin.column + at), text: noticeText(text) };
  }

  private fieldAt(row: number, at: number): Field {
    return fieldOf(this.block, null, row, at);
  }

  private part(row: number, at: number, text: string, span: { start: number; end: number }): Field {
    const whole = this.fieldAt(row, at);
    const own = text.slice(span.start, span.end);
    return { text: own, value: own, cell: whole.cell, span, ...(whole.value === text ? { cellText: text } : {}), ...(whole.formula === undefined ? {} : { formula: whole.formula }) };
  }
}

/** The running number of a row below a section that heads sub-tasks ("1" over "a)", "b)"); null for every other section. */
export function headOfSubTasks({ parent, numeral }: Section): number | null {
  if (parent === null || numeral === null) return null;
  const [own = null, ...more] = arabicParts(numeral.text);
  return more.length > 0 ? null : own;
}

/** A field without what the reader keeps beside it. */
function plain(field: Field): Field {
  const { text, value, cell, span, cellText, continued, merged, formula } = field;
  return {
    text,
    value,
    cell,
    ...(span === undefined ? {} : { span }),
    ...(cellText === undefined ? {} : { cellText }),
    ...(continued === undefined ? {} : { continued }),
    ...(merged === undefined ? {} : { merged }),
    ...(formula === undefined ? {} : { formula }),
  };
}

/** Two pieces of one text. A page break stands between words, or inside "HĐND-UBND" right after the hyphen. */
function joined(before: Field, more: Field, glue: string | null): Field {
  const head = before.text.trimEnd();
  const between = glue ?? (/[^\s]-$/.test(head) ? "" : " ");
  const text = head + between + more.text.trimStart();
  const continued = [...(before.continued ?? []), more.cell, ...(more.continued ?? [])];
  return { text, value: text, cell: before.cell, continued, ...(before.merged === undefined ? {} : { merged: before.merged }) };
}
