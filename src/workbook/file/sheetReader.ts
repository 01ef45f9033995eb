import { parseArea, type Area } from "../../grid/area";
import { formatAddress, MAX_COLUMNS, MAX_ROWS } from "../../grid/address";
import type { CellValue } from "../../grid/grid";
import { WorkbookFailure } from "../failure";
import type { Budgets } from "./budgets";
import { markSeverity, type MarkedArea } from "./marking";
import type { NumberFormats } from "./numberFormat";
import { readRichText } from "./richText";
import { cellText, Tags, xmlText } from "./tags";

/** What the cells of all sheets may still cost; counted down while reading. */
interface Allowance {
  cells: number;
  places: number;
}

/** What a sheet is read with. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: NumberFormats;
  readonly date1904: boolean;
  readonly budgets: Budgets;
  readonly allowance: Allowance;
}

/** A sheet as read: the parts of a `Grid`, and the product's marks that were found. */
export interface SheetContent {
  readonly origin: { readonly row: number; readonly column: number };
  readonly texts: readonly (readonly string[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
  /** Addresses of the cells that a formula computes, those that an array formula fills too. */
  readonly formulas: ReadonlySet<string>;
  readonly marks: readonly MarkedArea[];
}

const EMPTY_TEXTS: readonly string[] = [];
const EMPTY_VALUES: readonly CellValue[] = [];

const LOWER_S = 0x73;
const LOWER_B = 0x62;
const LOWER_D = 0x64;
const LOWER_E = 0x65;
const LOWER_I = 0x69;
const LOWER_N = 0x6e;

/** Merged areas that lie over one another a thousandfold are an attack: how many rows of merges are gone through at most. */
const MERGED_ROWS = 20_000_000;

/**
 * Reads the cells, merges and marks of a worksheet part.
 * @throws WorkbookFailure when the part is broken, unsafe or over budget.
 */
export function readSheet(bytes: Uint8Array, part: string, context: SheetContext): SheetContent {
  return new SheetReader(new Tags(bytes, part), context).read();
}

class SheetReader {
  private readonly texts: (readonly string[])[] = [];
  private readonly values: (readonly CellValue[])[] = [];
  private readonly formulas = new Set<string>();
  private readonly computed: Area[] = [];
  private readonly merges: Area[] = [];
  private readonly marks: MarkedArea[] = [];
  /** The row being read; its first `width` places count. */
  private readonly rowTexts: string[] = [];
  private readonly rowValues: CellValue[] = [];
  private width = 0;
  private onlyTexts = true;

  constructor(
    private readonly tags: Tags,
    private readonly context: SheetContext,
  ) {}

  read(): SheetContent {
    const { tags } = this;
    if (!tags.next() || !tags.is("worksheet")) throw tags.broken();
    let closed = tags.isEmpty();
    while (!closed && tags.next()) {
      if (tags.closes()) closed = true;
      else if (tags.is("sheetData")) this.readRows();
      else if (tags.is("mergeCells")) this.readMerges();
      else if (tags.is("conditionalFormatting")) this.readMark();
      else tags.toClosing();
    }
    if (!closed) throw tags.broken();
    this.emptyCovered();
    this.addComputed();
    return { ...this.cut(), merges: this.merges, formulas: this.formulas, marks: this.marks };
  }

  private readRows(): void {
    const { tags } = this;
    if (tags.isEmpty()) return;
    let row = -1;
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) return;
      if (!tags.is("row")) {
        tags.toClosing();
        continue;
      }
      row++;
      tags.toFirstAttribute();
      while (tags.nextAttribute()) if (tags.attributeIs("r")) row = this.integer(tags.valueStart, tags.valueEnd) - 1;
      if (!(row >= 0 && row < MAX_ROWS)) throw tags.broken();
      if (!tags.isEmpty()) this.readCells(row);
    }
  }

  private readCells(row: number): void {
    const { tags } = this;
    const { bytes } = tags;
    this.beginRow(row);
    let column = -1;
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) break;
      if (!tags.is("c")) {
        tags.toClosing();
        continue;
      }
      column++;
      let style = 0;
      let type = LOWER_N;
      let isString = false;
      tags.toFirstAttribute();
      while (tags.nextAttribute()) {
        if (tags.attributeEnd - tags.attributeStart !== 1) continue;
        const name = bytes[tags.attributeStart];
        if (name === 0x72) column = this.columnOf(tags.valueStart, tags.valueEnd);
        else if (name === LOWER_S) style = this.integer(tags.valueStart, tags.valueEnd);
        else if (name === 0x74) {
          type = bytes[tags.valueStart] ?? LOWER_N;
          isString = tags.valueEnd - tags.valueStart > 1;
        }
      }
      if (!(column >= 0 && column < MAX_COLUMNS)) throw tags.broken();
      if (!tags.isEmpty()) this.readCell(row, column, style, type, isString);
    }
    this.endRow(row);
  }

  /** From the cell's opening tag to its closing one. `isString`: a type of more than one letter ("str", "inlineStr"). */
  private readCell(row: number, column: number, style: number, type: number, isString: boolean): void {
    const { tags } = this;
    const { formats } = this.context;
    let start = -1;
    let end = -1;
    let inline: string | null = null;
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) break;
      if (tags.is("v")) {
        if (tags.isEmpty()) continue;
        start = tags.end;
        if (!tags.next() || !tags.closes()) throw tags.broken();
        end = tags.start;
      } else if (tags.is("f")) {
        this.readFormula(row, column);
      } else if (tags.is("is")) {
        inline = readRichText(tags);
      } else {
        tags.toClosing();
      }
    }
    if (type === LOWER_I || (type === LOWER_S && isString)) {
      const text = inline ?? (start < 0 ? "" : cellText(tags.bytes, start, end));
      if (text !== "") this.put(column, text, formats.isGeneral(style) ? text : formats.text(style, text));
      return;
    }
    if (start < 0 || start === end) return;
    if (type === LOWER_S) {
      const text = this.context.strings[this.integer(start, end)];
      if (text === undefined) throw new WorkbookFailure("damaged", `${tags.part} ${formatAddress(row, column)}`);
      if (text !== "") this.put(column, text, formats.isGeneral(style) ? text : formats.text(style, text));
    } else if (type === LOWER_B) {
      const value = xmlText(tags.bytes, start, end).trim();
      this.put(column, value === "1" || value === "true", value === "1" || value === "true" ? "TRUE" : "FALSE");
    } else if (type === LOWER_E) {
      const text = cellText(tags.bytes, start, end);
      this.put(column, text, text);
    } else if (type === LOWER_D) {
      const text = xmlText(tags.bytes, start, end).trim();
      const value = serialOf(text);
      if (value === null) this.put(column, text, text);
      else this.put(column, value, formats.text(style, value));
    } else {
      const stored = this.number(start, end);
      if (Number.isNaN(stored)) throw tags.broken();
      const value = formats.fromStored(style, stored);
      this.put(column, value, formats.text(style, value));
    }
  }

  private readFormula(row: number, column: number): void {
    const { tags } = this;
    this.formulas.add(formatAddress(row, column));
    const type = tags.attribute("t");
    if (type === "array" || type === "dataTable") {
      const area = parseArea(tags.attribute("ref") ?? "");
      if (area !== null) this.computed.push(area);
    }
    tags.toClosing();
  }

  private put(column: number, value: CellValue, text: string): void {
    const { allowance } = this.context;
    if (--allowance.cells < 0) throw new WorkbookFailure("too-many-cells", `> ${this.context.budgets.cells.toLocaleString("vi")}`);
    if (column >= this.width) {
      allowance.places -= column + 1 - this.width;
      if (allowance.places < 0) throw new WorkbookFailure("too-many-cells", `> ${this.context.budgets.places.toLocaleString("vi")}`);
      if (column > this.width) this.onlyTexts = false;
      for (let i = this.width; i < column; i++) {
        this.rowTexts[i] = "";
        this.rowValues[i] = null;
      }
      this.width = column + 1;
    }
    this.rowTexts[column] = text;
    this.rowValues[column] = value;
    if (value !== text) this.onlyTexts = false;
  }

  private beginRow(row: number): void {
    this.width = 0;
    this.onlyTexts = true;
    const known = this.texts[row];
    // A row that comes twice goes on where it was: no writer should do this, but nothing of it must be lost.
    if (known === undefined || known.length === 0) return;
    known.forEach((text, i) => (this.rowTexts[i] = text));
    this.values[row]?.forEach((value, i) => (this.rowValues[i] = value));
    this.width = known.length;
    this.onlyTexts = false;
  }

  private endRow(row: number): void {
    if (this.width === 0) return;
    const more = row + 1 - this.texts.length;
    if (more > 0) {
      this.context.allowance.places -= more;
      if (this.context.allowance.places < 0) throw new WorkbookFailure("too-many-cells", `> ${this.context.budgets.places.toLocaleString("vi")}`);
      for (let i = this.texts.length; i < row; i++) {
        this.texts.push(EMPTY_TEXTS);
        this.values.push(EMPTY_VALUES);
      }
    }
    const texts = this.rowTexts.slice(0, this.width);
    this.texts[row] = texts;
    // A row of texts only is kept once.
    this.values[row] = this.onlyTexts ? texts : this.rowValues.slice(0, this.width);
  }

  private readMerges(): void {
    const { tags } = this;
    if (tags.isEmpty()) return;
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) return;
      const area = parseArea(tags.attribute("ref") ?? "");
      tags.toClosing();
      if (area === null || (area.top === area.bottom && area.left === area.right)) continue;
      if (this.merges.length >= this.context.budgets.merges) {
        throw new WorkbookFailure("too-many-cells", `> ${this.context.budgets.merges.toLocaleString("vi")} merges`);
      }
      this.merges.push(area);
    }
  }

  private readMark(): void {
    const { tags } = this;
    const areas = (tags.attribute("sqref") ?? "").split(/\s+/).flatMap((text) => parseArea(text) ?? []);
    if (tags.isEmpty()) return;
    let depth = 1;
    while (depth > 0) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) depth--;
      else if (tags.is("formula") && !tags.isEmpty()) {
        const start = tags.end;
        if (!tags.next() || !tags.closes()) throw tags.broken();
        const severity = markSeverity(xmlText(tags.bytes, start, tags.start));
        if (severity !== null) for (const area of areas) this.marks.push({ area, severity });
      } else if (!tags.isEmpty()) depth++;
    }
  }

  /** A merged area is one cell: what lies under it is not shown, so it is not there. */
  private emptyCovered(): void {
    let budget = MERGED_ROWS;
    for (const { top, left, bottom, right } of this.merges) {
      const last = Math.min(bottom, this.texts.length - 1);
      budget -= Math.max(0, last - top);
      if (budget < 0) throw new WorkbookFailure("too-many-cells", "merges");
      for (let row = top; row <= last; row++) {
        const texts = this.texts[row] ?? EMPTY_TEXTS;
        const values = this.values[row] ?? EMPTY_VALUES;
        const from = row === top ? left + 1 : left;
        let held = false;
        for (let column = from; column <= right && column < values.length; column++) held ||= values[column] !== null;
        if (!held) continue;
        const covered = (column: number): boolean => column >= from && column <= right;
        const keptValues = values.map((value, column) => (covered(column) ? null : value));
        while (keptValues.length > 0 && keptValues.at(-1) === null) keptValues.pop();
        this.values[row] = keptValues;
        this.texts[row] = texts.slice(0, keptValues.length).map((text, column) => (covered(column) ? "" : text));
      }
    }
  }

  /** The cells that an array formula fills are computed too: those that hold something are told. */
  private addComputed(): void {
    let budget = this.context.budgets.cells;
    for (const { top, left, bottom, right } of this.computed) {
      const last = Math.min(bottom, this.texts.length - 1);
      for (let row = top; row <= last && budget > 0; row++) {
        const end = Math.min(right, (this.texts[row]?.length ?? 0) - 1);
        for (let column = left; column <= end; column++) this.formulas.add(formatAddress(row, column));
        budget -= Math.max(1, end - left + 1);
      }
    }
  }

  /** Leaves out the empty rows around, and the empty columns before. */
  private cut(): Pick<SheetContent, "origin" | "texts" | "values"> {
    let first = 0;
    let last = this.texts.length;
    while (last > 0 && this.texts[last - 1]?.length === 0) last--;
    while (first < last && this.texts[first]?.length === 0) first++;
    if (first === last) return { origin: { row: 0, column: 0 }, texts: [], values: [] };
    let column = MAX_COLUMNS;
    for (let row = first; row < last && column > 0; row++) {
      const values = this.values[row] ?? EMPTY_VALUES;
      for (let i = 0; i < values.length && i < column; i++) if (values[i] !== null) column = i;
    }
    const move = <T>(rows: readonly (readonly T[])[], empty: readonly T[]): readonly (readonly T[])[] => {
      const kept = first === 0 && last === rows.length ? rows : rows.slice(first, last);
      return column === 0 ? kept : kept.map((cells) => (cells.length === 0 ? empty : cells.slice(column)));
    };
    return {
      origin: { row: first, column },
      texts: move(this.texts, EMPTY_TEXTS),
      values: move(this.values, EMPTY_VALUES),
    };
  }

  /** A non-negative whole number between two byte places; NaN when there is none. */
  private integer(start: number, end: number): number {
    const { bytes } = this.tags;
    let value = 0;
    for (let i = start; i < end; i++) {
      const digit = (bytes[i] as number) - 0x30;
      if (digit < 0 || digit > 9) return Number(xmlText(bytes, start, end));
      value = value * 10 + digit;
    }
    return end > start ? value : NaN;
  }

  private number(start: number, end: number): number {
    if (end - start > 15) return Number(xmlText(this.tags.bytes, start, end));
    return this.integer(start, end);
  }

  /** The zero-based column of an A1 address between two byte places. */
  private columnOf(start: number, end: number): number {
    const { bytes } = this.tags;
    let column = 0;
    for (let i = start; i < end; i++) {
      const letter = (bytes[i] as number) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return column - 1;
  }
}

/** Days since 1899-12-30 of an ISO 8601 date or time (cells of type "d"); null when the text is none. */
function serialOf(text: string): number | null {
  const time = /^T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?$/.exec(text);
  if (time !== null) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86400;
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (date === null) return null;
  const [, year, month, day, hour = 0, minute = 0, second = 0] = date;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  return days + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}
