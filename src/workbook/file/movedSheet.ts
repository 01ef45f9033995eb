import { parseArea } from "../../grid/area";
import { columnName, formatAddress, parseAddress } from "../../grid/address";
import { CannotMove } from "./cannotMove";
import type { LineShift } from "./lineShift";
import { markSeverity } from "./marking";
import { movedColumns, newColumns } from "./movedColumns";
import { moveText, moveValue } from "./movedParts";
import type { SheetEntry } from "./package";
import { translated } from "./references";
import { styleAt, type SheetLayout } from "./sheetLayout";
import { spliced, type Splice } from "./splices";
import { Tags, xmlText } from "./tags";

/** What new lines look like. */
export interface NewLineLooks {
  /** The sheet as it is before the move. */
  readonly layout: SheetLayout;
  /** Widths of new columns as the file stores them, in the order of the shift's new lines; null for that of the column the formats come from. */
  readonly widths: readonly (number | null)[];
}

/** Elements whose areas follow their cells; one whose cells are all gone goes with them, if it is one of these. */
const GOES_WITH_ITS_CELLS: ReadonlySet<string> = new Set([
  "mergeCell", "conditionalFormatting", "dataValidation", "hyperlink", "protectedRange", "ignoredError", "autoFilter",
]);
const CONTAINERS: ReadonlySet<string> = new Set(["mergeCells", "dataValidations", "hyperlinks", "protectedRanges", "ignoredErrors"]);
/** Parts of a sheet that hold places in ways that are not followed here. */
const CANNOT_MOVE: ReadonlySet<string> = new Set([
  "oleObjects", "controls", "scenarios", "customSheetViews", "dataConsolidate", "legacyDrawingHF", "cellWatches", "smartTags", "webPublishItems",
]);
const AREAS = ["ref", "sqref"];
/** Where the user last was: no content, so it is never lost. */
const PLACES = ["activeCell", "topLeftCell"];
const FORMULAS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "f"]);

/** A list that is left out when nothing of it stays. */
interface Container {
  readonly start: number;
  readonly count: Splice | null;
  kept: number;
  readonly inner: Splice[];
}

/**
 * A worksheet part with its lines moved. Shared formulas must be written out before.
 * @throws CannotMove when something of the sheet cannot follow.
 */
export function moveSheet(bytes: Uint8Array, sheet: SheetEntry, shift: LineShift, looks: NewLineLooks): Uint8Array {
  return new SheetMove(new Tags(bytes, sheet.part), sheet, shift, looks).run();
}

class SheetMove {
  private readonly splices: Splice[] = [];
  private container: Container | null = null;
  private inExtensions = false;
  private breaksBetween: "row" | "column" = "row";
  /** The lines of an autofilter change, by which its columns are numbered. */
  private filterTorn = false;
  private hasColumns = false;

  constructor(
    private readonly tags: Tags,
    private readonly sheet: SheetEntry,
    private readonly shift: LineShift,
    private readonly looks: NewLineLooks,
  ) {}

  run(): Uint8Array {
    const { tags } = this;
    while (tags.next()) {
      if (tags.closes()) this.close();
      else this.open();
    }
    return spliced(tags.bytes, this.splices);
  }

  private close(): void {
    const { tags, container } = this;
    if (tags.is("extLst")) this.inExtensions = false;
    if (container === null || !CONTAINERS.has(tags.name())) return;
    if (container.kept === 0) this.splices.push({ start: container.start, end: tags.end, text: "" });
    else {
      this.splices.push(...container.inner);
      if (container.count !== null) this.splices.push({ ...container.count, text: String(container.kept) });
    }
    this.container = null;
  }

  private open(): void {
    const { tags, shift, splices } = this;
    const name = tags.name();
    if (CANNOT_MOVE.has(name)) throw new CannotMove();
    switch (name) {
      case "extLst":
        this.inExtensions = !tags.isEmpty();
        return;
      case "cols":
        this.hasColumns = true;
        if (shift.axis === "column") splices.push(movedColumns(tags, shift, this.looks.widths));
        else tags.toClosing();
        return;
      case "sheetData":
        if (shift.axis === "column" && !this.hasColumns) splices.push(newColumns(tags, shift, this.looks.widths));
        this.moveRows();
        return;
      case "rowBreaks":
      case "colBreaks":
        this.breaksBetween = name === "rowBreaks" ? "row" : "column";
        return;
      case "brk":
        if (this.breaksBetween === shift.axis && tags.attribute("id") !== null) moveValue(tags, splices, (id) => String(shift.line(Number(id))));
        return;
      case "pane":
        this.movePane();
        return;
      case "filterColumn":
        if (this.filterTorn) throw new CannotMove();
        return;
      case "cfvo":
        if (tags.attribute("type") === "formula" && tags.attribute("val") !== null) moveValue(tags, splices, this.formula);
        return;
      case "conditionalFormatting":
      case "dataValidation":
        if (!this.inExtensions) {
          this.moveFormat();
          return;
        }
    }
    if (CONTAINERS.has(name) && !tags.isEmpty() && !this.inExtensions) {
      const { start } = tags;
      const count = tags.attribute("count") === null ? null : { start: tags.valueStart, end: tags.valueEnd, text: "" };
      this.container = { start, count, kept: 0, inner: [] };
      return;
    }
    this.moveElement(name);
  }

  private readonly formula = (text: string): string | null => this.shift.formula(text, this.sheet.name, true);

  /** Areas, places and formulas of any other element. */
  private moveElement(name: string): void {
    const { tags, shift } = this;
    const { start } = tags;
    const target = this.container?.inner ?? this.splices;
    const moved: Splice[] = [];
    let lost = false;
    tags.toFirstAttribute();
    while (tags.nextAttribute()) {
      if (tags.attributeIs("location")) moveValue(tags, moved, this.formula);
      else if (PLACES.some((place) => tags.attributeIs(place))) {
        if (name === "selection" && shift.list(tags.value()) === "") lost = true;
        moveValue(tags, moved, (text) => this.place(text));
      }
      else if (AREAS.some((attribute) => tags.attributeIs(attribute))) {
        const before = tags.value();
        if (name === "autoFilter") this.filterTorn = this.isTorn(before);
        if (shift.list(before) === "") lost = true;
        else moveValue(tags, moved, (text) => shift.list(text));
        // Excel takes a merged area of one cell for damage.
        if (name === "mergeCell" && !shift.list(before).includes(":")) lost = true;
      }
    }
    if (lost && name === "dimension") {
      if (tags.attribute("ref") !== null) moveValue(tags, moved, () => "A1");
    } else if (lost) {
      // The cursor is not content: it goes home.
      if (this.inExtensions || !(GOES_WITH_ITS_CELLS.has(name) || name === "selection")) throw new CannotMove();
      tags.toClosing();
      target.push({ start, end: tags.end, text: "" });
      return;
    }
    target.push(...moved);
    if (this.container !== null && GOES_WITH_ITS_CELLS.has(name)) this.container.kept++;
    if (tags.isEmpty()) return;
    if (FORMULAS.has(name)) moveText(tags, target, this.formula);
    else if (name === "sqref") moveText(tags, target, (text) => shift.list(text) || null);
  }

  /** Conditional formats and validations: their areas take in new lines of their format, and their formulas are told from the area's first cell. */
  private moveFormat(): void {
    const { tags, shift } = this;
    const { start } = tags;
    const name = tags.name();
    const target = this.container?.inner ?? this.splices;
    const text = tags.attribute("sqref");
    const kept = text === null ? "" : shift.list(text);
    const before = text === null ? null : firstCell(text);
    const isEmpty = tags.isEmpty();
    if (text === null || before === null) throw new CannotMove();
    if (kept === "") {
      tags.toClosing();
      target.push({ start, end: tags.end, text: "" });
      return;
    }
    const isMark = name === "conditionalFormatting" && holdsMark(tags);
    moveValue(tags, target, () => shift.list(text, !isMark));
    if (this.container !== null) this.container.kept++;
    if (isEmpty) return;
    const after = firstCell(shift.list(text, !isMark));
    // The first cell that stays stands for all: where it was, where it is, and from there to the first cell of the area as it is now.
    const line = (cell: { row: number; column: number }): number => (shift.axis === "row" ? cell.row : cell.column);
    let stays = line(before);
    while (shift.has(stays)) stays++;
    const back = after === null ? 0 : line(after) - shift.line(stays);
    const on = (formula: string, lines: number): string | null => (shift.axis === "row" ? translated(formula, lines, 0) : translated(formula, 0, lines));
    const move = (formula: string): string | null => {
      const there = on(formula, stays - line(before));
      const moved = there === null ? null : this.formula(there);
      return moved === null ? null : on(moved, back);
    };
    let depth = 1;
    while (depth > 0) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) {
        depth--;
        continue;
      }
      if (tags.is("cfvo") && tags.attribute("type") === "formula" && tags.attribute("val") !== null) moveValue(tags, target, move);
      if (tags.isEmpty()) continue;
      // Ends on the closing tag of the formula.
      if (FORMULAS.has(tags.name())) moveText(tags, target, move);
      else depth++;
    }
  }

  private place(text: string): string {
    const cell = parseAddress(text);
    if (cell === null) return text;
    return this.shift.axis === "row" ? formatAddress(this.shift.line(cell.row), cell.column) : formatAddress(cell.row, this.shift.line(cell.column));
  }

  /** True when lines come into or go out of an area in the middle. */
  private isTorn(text: string): boolean {
    const area = parseArea(text);
    const moved = area === null ? null : this.shift.area(area);
    if (area === null || moved === null || this.shift.axis === "row") return false;
    if (moved.right - moved.left !== area.right - area.left) return true;
    for (let column = area.left; column <= area.right; column++) if (this.shift.has(column)) return true;
    return false;
  }

  /** Frozen lines that go are frozen no more; what comes in between them is frozen, too. */
  private movePane(): void {
    const { tags, shift, splices } = this;
    const [split, frozenCell] = shift.axis === "row" ? ["ySplit", "row" as const] : ["xSplit", "column" as const];
    const lines = Number(tags.attribute(split) ?? 0);
    const isFrozen = tags.attribute("state")?.startsWith("frozen") === true && lines >= 1;
    const after = isFrozen ? Math.max(1, (shift.stretch(0, lines - 1)?.[1] ?? 0) + 1) : lines;
    if (tags.attribute("topLeftCell") !== null) {
      moveValue(tags, splices, (text) => {
        const cell = parseAddress(text);
        // A line that comes in right below the frozen ones is in sight.
        if (cell === null || !isFrozen || cell[frozenCell] !== lines) return this.place(text);
        return formatAddress(shift.axis === "row" ? after : cell.row, shift.axis === "row" ? cell.column : after);
      });
    }
    if (after !== lines && tags.attribute(split) !== null) moveValue(tags, splices, () => String(after));
  }

  private moveRows(): void {
    const { tags, shift, splices } = this;
    const prefix = tags.prefix();
    const isRows = shift.axis === "row";
    const newLines = shift.newLines();
    let waiting = isRows ? 0 : newLines.length;
    /** New rows that stand above a row of before. */
    const newRows = (row: number): string => {
      let text = "";
      for (; waiting < newLines.length && (shift.added[waiting]?.at ?? 0) <= row; waiting++) text += this.newRow(prefix, waiting, newLines[waiting] ?? 0);
      return text;
    };
    if (tags.isEmpty()) return;
    let row = -1;
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) break;
      if (!tags.is("row")) throw new CannotMove();
      const { start } = tags;
      const number = tags.attribute("r");
      row = number === null ? row + 1 : Number(number) - 1;
      const above = newRows(row);
      if (above !== "") splices.push({ start, end: start, text: above });
      if (isRows && shift.has(row)) {
        this.refuseArrays();
        splices.push({ start, end: tags.end, text: "" });
        continue;
      }
      const moved = isRows ? shift.line(row) : row;
      if (parseAddress(`A${moved + 1}`) === null) throw new CannotMove();
      if (moved !== row) {
        if (number === null) splices.push({ start: tags.nameEnd, end: tags.nameEnd, text: ` r="${moved + 1}"` });
        else if (tags.attribute("r") !== null) moveValue(tags, splices, () => String(moved + 1));
      }
      if (!isRows && tags.attribute("spans") !== null) splices.push({ start: tags.attributeStart - 1, end: tags.valueEnd + 1, text: "" });
      if (!tags.isEmpty()) this.moveCells(row, moved, prefix);
    }
    const below = newRows(Infinity);
    if (below !== "") splices.push({ start: tags.start, end: tags.start, text: below });
  }

  private moveCells(row: number, movedRow: number, prefix: string): void {
    const { tags, shift, splices } = this;
    const isRows = shift.axis === "row";
    const newLines = shift.newLines();
    let waiting = isRows ? newLines.length : 0;
    const newCells = (column: number): string => {
      let text = "";
      for (; waiting < newLines.length && (shift.added[waiting]?.at ?? 0) <= column; waiting++) text += this.newCell(prefix, row, waiting, newLines[waiting] ?? 0);
      return text;
    };
    let column = -1;
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) break;
      if (!tags.is("c")) {
        tags.toClosing();
        continue;
      }
      const { start } = tags;
      const address = tags.attribute("r");
      column = address === null ? column + 1 : (parseAddress(address)?.column ?? column + 1);
      const before = newCells(column);
      if (before !== "") splices.push({ start, end: start, text: before });
      if (!isRows && shift.has(column)) {
        this.refuseArrays();
        splices.push({ start, end: tags.end, text: "" });
        continue;
      }
      const moved = formatAddress(movedRow, isRows ? column : shift.line(column));
      if (parseAddress(moved) === null) throw new CannotMove();
      if (address === null) {
        if (!isRows) splices.push({ start: tags.nameEnd, end: tags.nameEnd, text: ` r="${moved}"` });
      } else if (moved !== address && tags.attribute("r") !== null) moveValue(tags, splices, () => moved);
      if (!tags.isEmpty()) this.moveCellFormula();
    }
    const after = newCells(Infinity);
    if (after !== "") splices.push({ start: tags.start, end: tags.start, text: after });
  }

  /** From the opening tag of a cell to its closing one. */
  private moveCellFormula(): void {
    const { tags, splices } = this;
    let depth = 1;
    while (depth > 0) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) depth--;
      else if (tags.is("f")) {
        this.moveArray();
        if (!tags.isEmpty()) moveText(tags, splices, this.formula);
      } else if (!tags.isEmpty()) depth++;
    }
  }

  /** An array formula fills an area of cells that must stay together; a data table speaks of its cells in attributes. */
  private moveArray(): void {
    const { tags, shift, splices } = this;
    if (tags.attribute("t") === "dataTable") throw new CannotMove();
    const ref = tags.attribute("ref");
    const area = ref === null ? null : parseArea(ref);
    if (area === null) return;
    const moved = shift.area(area);
    const size = (of: typeof area): number => (of.bottom - of.top + 1) * (of.right - of.left + 1);
    if (moved === null || size(moved) !== size(area)) throw new CannotMove();
    moveValue(tags, splices, (text) => shift.list(text));
  }

  /** From the opening tag of a row or cell that goes to its closing one: an array formula in it may fill cells that stay. */
  private refuseArrays(): void {
    const { tags } = this;
    if (tags.isEmpty()) return;
    let depth = 1;
    while (depth > 0) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) depth--;
      else {
        if (tags.is("f") && tags.attribute("ref") !== null) {
          const area = parseArea(tags.value());
          if (area === null || this.shift.area(area) !== null) throw new CannotMove();
        }
        if (!tags.isEmpty()) depth++;
      }
    }
  }

  /** A row of empty cells that look as those of the row that it takes its formats from. */
  private newRow(prefix: string, index: number, row: number): string {
    const { layout } = this.looks;
    const source = this.sourceOf(index);
    const style = layout.rowStyles.get(source);
    const height = layout.rowHeights.get(source);
    const cells = (layout.cellStyles[source] ?? []).map((own, column) => this.styledCell(prefix, own, this.usualStyle(source, column), row, column)).join("");
    const attributes = (style === undefined ? "" : ` s="${style}" customFormat="1"`) + (height === undefined ? "" : ` ht="${height}" customHeight="1"`);
    if (cells === "" && attributes === "") return "";
    return `<${prefix}row r="${row + 1}"${attributes}>${cells}</${prefix}row>`;
  }

  private newCell(prefix: string, row: number, index: number, column: number): string {
    const source = this.sourceOf(index);
    const own = this.looks.layout.cellStyles[row]?.[source] ?? -1;
    return this.styledCell(prefix, own, this.usualStyle(row, source), row, column);
  }

  private styledCell(prefix: string, own: number, usual: number, row: number, column: number): string {
    return own < 0 || own === usual ? "" : `<${prefix}c r="${columnName(column)}${row + 1}" s="${own}"/>`;
  }

  /** The style of a cell that has none of its own. */
  private usualStyle(row: number, column: number): number {
    const { layout } = this.looks;
    return styleAt({ ...layout, cellStyles: [] }, row, column);
  }

  private sourceOf(index: number): number {
    const line = this.shift.added[index];
    return line === undefined ? 0 : line.formatFrom === "before" ? line.at - 1 : line.at;
  }
}

/** The top left of the rectangle around all areas of a list: where the formulas of a format are told from. */
function firstCell(list: string): { readonly row: number; readonly column: number } | null {
  const areas = list.split(/\s+/).filter((piece) => piece !== "").map(parseArea);
  let row = Infinity;
  let column = Infinity;
  for (const area of areas) {
    if (area === null) return null;
    row = Math.min(row, area.top);
    column = Math.min(column, area.left);
  }
  return areas.length === 0 ? null : { row, column };
}

/** Looks ahead, from the opening tag of a conditional format: true when it is one of the product's marks. */
function holdsMark(tags: Tags): boolean {
  const ahead = new Tags(tags.bytes, tags.part, tags.end);
  while (ahead.next() && !(ahead.closes() && ahead.is("conditionalFormatting"))) {
    if (ahead.closes() || ahead.isEmpty() || !ahead.is("formula")) continue;
    const from = ahead.end;
    if (!ahead.next()) return false;
    if (markSeverity(xmlText(ahead.bytes, from, ahead.start)) !== null) return true;
  }
  return false;
}
