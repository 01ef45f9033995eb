import { parseArea } from "../../grid/area";
import { columnName, formatAddress, parseAddress } from "../../grid/address";
import { CannotMove } from "./cannotMove";
import type { LineShift } from "./lineShift";
import { moveText, moveValue } from "./movedParts";
import { styleAt, type SheetLayout } from "./sheetLayout";
import type { Splice } from "./splices";
import type { Tags } from "./tags";

/** What new lines look like. */
export interface NewLineLooks {
  /** The sheet as it is before the move. */
  readonly layout: SheetLayout;
  /** Widths of new columns as the file stores them, in the order of the shift's new lines; null for that of the column the formats come from. */
  readonly widths: readonly (number | null)[];
}

/**
 * From the opening tag of `sheetData` to its closing one: rows and cells at their new places, with those of new lines.
 * @param formula what a formula of the sheet becomes; null when it cannot follow.
 * @throws CannotMove when something in a cell cannot follow.
 */
export function moveRows(tags: Tags, splices: Splice[], shift: LineShift, looks: NewLineLooks, formula: (text: string) => string | null): void {
  new RowsMove(tags, splices, shift, looks, formula).run();
}

class RowsMove {
  constructor(
    private readonly tags: Tags,
    private readonly splices: Splice[],
    private readonly shift: LineShift,
    private readonly looks: NewLineLooks,
    private readonly formula: (text: string) => string | null,
  ) {}

  run(): void {
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
