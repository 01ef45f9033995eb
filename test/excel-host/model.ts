import { contains, formatArea, parseArea, type Area } from "../../src/grid/area";
import { MAX_COLUMNS, MAX_ROWS } from "../../src/grid/address";
import { displayText, type CellValue } from "../../src/grid/grid";
import { HostError } from "./hostError";

/** A cell of the model. */
export interface ModelCell {
  value: CellValue;
  /** With its "="; absent for a constant. */
  formula?: string;
  /** The apostrophe by which Excel keeps a text from being taken for something else. */
  prefixed?: boolean;
  numberFormat?: string;
  /** What it shows, where that is not what its number format says. */
  text?: string;
}

/** A conditional format of the model. */
export interface ModelFormat {
  readonly id: string;
  readonly type: string;
  areas: Area[];
  formula: string;
  /** What was set, by path: "fill/color". */
  readonly look: Map<string, unknown>;
}

export interface ModelPart {
  readonly id: string;
  xml: string;
}

/** A worksheet of the model. */
export class ModelSheet {
  readonly cells = new Map<number, ModelCell>();
  visibility: "Visible" | "Hidden" | "VeryHidden" = "Visible";
  protected = false;
  merges: Area[] = [];
  /** Empty when all of the sheet is printed. */
  printArea: Area[] = [];
  /** In the order of their priority. */
  formats: ModelFormat[] = [];
  readonly validations: { readonly area: Area; rule?: unknown; errorAlert?: unknown; ignoreBlanks?: unknown }[] = [];
  /** Everything that was set of the looks of cells, in order. */
  readonly looks: { readonly address: string; readonly property: string; readonly value: unknown }[] = [];
  /** In points. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly page = new Map<string, unknown>();
  frozenRows = 0;
  standardWidth = 8.43;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  at(row: number, column: number): ModelCell {
    return this.cells.get(row * MAX_COLUMNS + column) ?? EMPTY;
  }

  put(row: number, column: number, cell: ModelCell): void {
    const place = row * MAX_COLUMNS + column;
    if (cell.value === null && cell.formula === undefined && cell.numberFormat === undefined) this.cells.delete(place);
    else this.cells.set(place, cell);
  }

  /** What Excel makes of a value that is put into a cell: a formula, a number, a date, a text. */
  enter(row: number, column: number, input: unknown): void {
    // A cell that a merge covers takes what is written to it, and forgets it.
    if (this.merges.some((area) => contains(area, row, column) && (area.top !== row || area.left !== column))) return;
    const { numberFormat } = this.at(row, column);
    const format = numberFormat === undefined ? {} : { numberFormat };
    if (typeof input === "number" && numberFormat === "@") this.put(row, column, { value: String(input), ...format });
    else if (typeof input !== "string") this.put(row, column, { value: input as CellValue, ...format });
    else this.put(row, column, { ...format, ...parsed(input, numberFormat) });
  }

  /** The smallest area of cells that hold something; null when there is none. */
  used(within: Area = WHOLE): Area | null {
    let area: Area | null = null;
    for (const [place, { value, formula }] of this.cells) {
      if (value === null && formula === undefined) continue;
      const [row, column] = [Math.floor(place / MAX_COLUMNS), place % MAX_COLUMNS];
      if (!contains(within, row, column)) continue;
      area = area === null
        ? { top: row, left: column, bottom: row, right: column }
        : { top: Math.min(area.top, row), left: Math.min(area.left, column), bottom: Math.max(area.bottom, row), right: Math.max(area.right, column) };
    }
    return area;
  }

  /** Puts lines (rows or columns) in at an index, or takes them out; everything below or on the right moves, merges and formats too. */
  shift(axis: "row" | "column", index: number, count: number): void {
    const cells = [...this.cells];
    this.cells.clear();
    for (const [place, cell] of cells) {
      const [row, column] = [Math.floor(place / MAX_COLUMNS), place % MAX_COLUMNS];
      const at = axis === "row" ? row : column;
      if (count < 0 && at >= index && at < index - count) continue;
      const moved = at >= index ? at + count : at;
      this.cells.set(axis === "row" ? moved * MAX_COLUMNS + column : row * MAX_COLUMNS + moved, cell);
    }
    const shifted = (areas: readonly Area[]): Area[] => areas.flatMap((area) => shiftedArea(area, axis, index, count) ?? []);
    this.merges = shifted(this.merges).filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
    this.printArea = shifted(this.printArea);
    for (const format of this.formats) format.areas = shifted(format.areas);
    this.formats = this.formats.filter(({ areas }) => areas.length > 0);
    if (count < 0) return;
    // A new line has the number formats of the one before it.
    for (const [place, { numberFormat }] of cells) {
      const [row, column] = [Math.floor(place / MAX_COLUMNS), place % MAX_COLUMNS];
      if ((axis === "row" ? row : column) !== index - 1 || numberFormat === undefined) continue;
      const [y, x] = axis === "row" ? [index, column] : [row, index];
      this.cells.set(y * MAX_COLUMNS + x, { value: null, numberFormat });
    }
  }
}

/** A workbook as the simulated host holds it. */
export class ModelWorkbook {
  sheets: ModelSheet[] = [];
  parts: ModelPart[] = [];
  active = 0;
  selection = "";
  /** Works the formulas out anew after a change; a test that needs it sets it. */
  recalculate: () => void = () => undefined;
  private ids = 0;

  addSheet(name: string, place = this.sheets.length): ModelSheet {
    const sheet = new ModelSheet(`{0000000${++this.ids}-0001-0000-0000-000000000000}`, name);
    this.sheets.splice(place, 0, sheet);
    return sheet;
  }

  /** The sheet of this name. */
  sheet(name: string): ModelSheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`the model has no sheet ${name}`);
    return found;
  }

  nextId(): string {
    return `{${String(++this.ids).padStart(8, "0")}-0002-0000-0000-000000000000}`;
  }
}

const EMPTY: ModelCell = { value: null };

export const WHOLE: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** What a cell shows. */
export function shownText({ value, text, numberFormat }: ModelCell): string {
  if (text !== undefined) return text;
  if (typeof value === "number" && numberFormat === "0%") return `${Math.round(value * 100)}%`;
  if (typeof value === "number" && /^[dmy/]+$/.test(numberFormat ?? "")) {
    const day = new Date(Date.UTC(1899, 11, 30) + value * 86_400_000);
    return `${String(day.getUTCDate()).padStart(2, "0")}/${String(day.getUTCMonth() + 1).padStart(2, "0")}/${day.getUTCFullYear()}`;
  }
  return displayText(value);
}

/** Reads what a user, or an add-in, enters into a cell. */
function parsed(input: string, numberFormat: string | undefined): ModelCell {
  if (input === "") return { value: null };
  if (numberFormat === "@") return { value: input.startsWith("'") ? input.slice(1) : input };
  if (input.startsWith("'")) return { value: input.slice(1), prefixed: true };
  // As Excel does: "+" and "-" before anything but a number, and "@" before a name, begin a formula too.
  if (/^=./.test(input) || /^@[A-Za-z]/.test(input) || /^[+-][A-Za-z(]/.test(input)) {
    return { value: 0, formula: input.startsWith("=") ? input : `=${input.replace(/^\+/, "")}` };
  }
  const number = /^\s*([+-]?\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(input);
  if (number !== null) return number[2] === "%" ? { value: Number(number[1]) / 100, numberFormat: "0%" } : { value: Number(number[1]) };
  const date = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(input);
  if (date !== null) {
    const days = Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1] ?? 1)) / 86_400_000 + 25_569;
    return { value: days, numberFormat: "dd/mm/yyyy" };
  }
  if (/^(true|false)$/i.test(input)) return { value: input.toLowerCase() === "true" };
  return { value: input };
}

/** Reads "C6", "C6:H9", "3:5", "A:C", with "$" signs or without. @throws HostError InvalidArgument. */
export function areaOf(address: string): Area {
  const bare = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const rows = /^(\d+):(\d+)$/.exec(bare);
  if (rows !== null) return { ...WHOLE, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 };
  const columns = /^([A-Z]+):([A-Z]+)$/i.exec(bare);
  const area = parseArea(columns === null ? bare : `${columns[1] ?? ""}1:${columns[2] ?? ""}1`);
  if (area === null) throw new HostError("InvalidArgument", `The address ${address} is none.`);
  return columns === null ? area : { ...area, bottom: MAX_ROWS - 1 };
}

/** An address as Excel gives it, with the sheet's name. */
export function fullAddress(sheet: string, area: Area): string {
  const name = /^[A-Za-z]\w*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${formatArea(area)}`;
}

function shiftedArea(area: Area, axis: "row" | "column", index: number, count: number): Area | null {
  const move = (from: number, to: number): [number, number] | null => {
    if (count > 0) return [from >= index ? from + count : from, to >= index ? to + count : to];
    const gone = (place: number): number => Math.min(Math.max(0, place - index), -count);
    const [first, last] = [from - gone(from), to + 1 - gone(to + 1) - 1];
    return last < first ? null : [first, last];
  };
  const moved = axis === "row" ? move(area.top, area.bottom) : move(area.left, area.right);
  if (moved === null) return null;
  const [from, to] = moved;
  return axis === "row" ? { ...area, top: from, bottom: to } : { ...area, left: from, right: to };
}
