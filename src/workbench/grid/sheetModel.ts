import type { CSSProperties } from "react";
import type { Area } from "../../grid/area";
import { formatAddress, MAX_COLUMNS, MAX_ROWS, type Position } from "../../grid/address";
import { textAt, valueAt, type CellValue, type Grid } from "../../grid/grid";
import type { BorderLine, CellStyle, SheetLook } from "../../workbook/look";
import type { SheetData } from "../engine/protocol";
import { Axis } from "./axis";
import { cellCss, fontPixels, horizontal, LINE_HEIGHT, lineCss, stronger, type CellCss } from "./cellCss";
import type { Terrain } from "./selection";
import { Spans } from "./spans";

/** Empty rows and columns shown beyond what the sheet holds. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 8;
const LEAST_COLUMNS = 18;
const LEAST_ROWS = 60;

const PLAIN: CellStyle = {
  fontName: "Times New Roman",
  fontSize: 12,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
  fill: null,
  border: {},
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  rotation: 0,
};

/** Everything about a sheet's looks that does not change with its contents; worked out once for a look and a zoom. */
interface Frame {
  readonly columnAxis: Axis;
  readonly columns: number;
  readonly styleOfColumn: Int32Array;
  readonly heights: ReadonlyMap<number, number>;
  readonly hidden: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly spans: Spans;
  readonly css: Map<string, CellCss>;
  /** Whether a cell without a style of its own shows nothing. */
  readonly plainDefault: boolean;
}

/** A sheet as the grid draws it: contents, looks and merged areas by cell, in pixels at a zoom. */
export class SheetModel {
  readonly grid: Grid;
  readonly look: SheetLook;
  /** How many rows and columns are shown, the spare ones included. */
  readonly rows: number;
  readonly used: Position;
  readonly defaultRowHeight: number;
  private readonly frame: Frame;

  /** @param previous the model before an edit: what depends on looks alone is taken over from it. */
  constructor(
    data: SheetData,
    readonly scale: number,
    previous?: SheetModel,
  ) {
    this.grid = data.grid;
    this.look = data.look;
    let usedColumn = 0;
    for (const row of data.grid.texts) if (row.length > 0) usedColumn = Math.max(usedColumn, data.grid.origin.column + row.length - 1);
    let usedRow = data.grid.origin.row + data.grid.texts.length - 1;
    for (const merge of data.look.merges) {
      if (merge.bottom < usedRow + 100) usedRow = Math.max(usedRow, merge.bottom);
      if (merge.right < usedColumn + 50) usedColumn = Math.max(usedColumn, merge.right);
    }
    this.used = { row: Math.max(0, usedRow), column: usedColumn };
    this.rows = Math.min(MAX_ROWS, Math.max(this.used.row + SPARE_ROWS, LEAST_ROWS));
    this.defaultRowHeight = Math.max(8, Math.round(data.look.defaultRowHeight * scale));
    const columns = Math.min(MAX_COLUMNS, Math.max(usedColumn + 1 + SPARE_COLUMNS, LEAST_COLUMNS));
    this.frame =
      previous?.look === data.look && previous.scale === scale && previous.frame.columns >= columns ? previous.frame : frameOf(data.look, columns, scale);
  }

  get columnAxis(): Axis {
    return this.frame.columnAxis;
  }

  get columns(): number {
    return this.frame.columns;
  }

  get spans(): Spans {
    return this.frame.spans;
  }

  get hiddenRows(): ReadonlySet<number> {
    return this.frame.hidden;
  }

  text(row: number, column: number): string {
    return textAt(this.grid, row, column);
  }

  value(row: number, column: number): CellValue {
    return valueAt(this.grid, row, column);
  }

  isFormula(row: number, column: number): boolean {
    return this.grid.formulas?.has(formatAddress(row, column)) ?? false;
  }

  hiddenRow(row: number): boolean {
    return this.frame.hidden.has(row);
  }

  hiddenColumn(column: number): boolean {
    return this.frame.hiddenColumns.has(column);
  }

  /** The height that the file sets for a row, in pixels at the zoom; null when the row fits what it holds. */
  fixedHeight(row: number): number | null {
    const height = this.frame.heights.get(row);
    return height === undefined ? null : Math.max(1, Math.round(height * this.scale));
  }

  /** The row in which a merged area is drawn: its first that is not hidden. */
  anchorRow(area: Area): number {
    let row = area.top;
    while (row < area.bottom && this.hiddenRow(row)) row++;
    return row;
  }

  style(row: number, column: number): CellStyle {
    const index = this.look.cells[row]?.[column] ?? this.frame.styleOfColumn[column] ?? 0;
    return this.look.styles[index] ?? PLAIN;
  }

  /** The CSS of a cell. The same object for the same style, so that drawing it again costs nothing. */
  cellCss(row: number, column: number): CellCss {
    const index = this.look.cells[row]?.[column] ?? this.frame.styleOfColumn[column] ?? 0;
    const kind = this.kind(row, column);
    const key = `${index}:${kind}`;
    let css = this.frame.css.get(key);
    if (css === undefined) {
      css = cellCss(this.look.styles[index] ?? PLAIN, kind, this.scale);
      this.frame.css.set(key, css);
    }
    return css;
  }

  /** True for a cell that shows nothing of its own: no text, fill or line, and part of no merged area. */
  plain(row: number, column: number): boolean {
    if (!this.empty(row, column)) return false;
    const index = this.look.cells[row]?.[column] ?? this.frame.styleOfColumn[column] ?? 0;
    if (index === 0) return this.frame.plainDefault;
    const style = this.look.styles[index] ?? PLAIN;
    return style.fill === null && lineless(style);
  }

  /** The lines around an area: a line belongs to both neighbours, and each cell draws its right and bottom one. */
  edges(area: Area): CSSProperties {
    const { top, left, bottom, right } = area;
    const borderRight = stronger(this.style(top, right).border.right, this.style(top, this.nextColumn(right)).border.left);
    const borderBottom = stronger(this.style(bottom, left).border.bottom, this.style(this.nextRow(bottom), left).border.top);
    return {
      ...this.line("borderRight", borderRight, area),
      ...this.line("borderBottom", borderBottom, area),
      ...(top === 0 ? optional("borderTop", this.style(0, left).border.top) : {}),
      ...(left === 0 ? optional("borderLeft", this.style(top, 0).border.left) : {}),
    };
  }

  /**
   * How far a text that is not wrapped runs over empty neighbours.
   * @returns pixels that it may take and how far to the left they begin, null when it stays in its cell.
   */
  spill(row: number, column: number, area: Area): { readonly width: number; readonly shift: number } | null {
    if (area.bottom > area.top || area.right > area.left) return null;
    const text = this.text(row, column);
    if (text === "" || this.kind(row, column) !== "text") return null;
    const style = this.style(row, column);
    if (style.wrap || style.rotation !== 0 || style.horizontal === "fill" || style.horizontal === "justify" || style.horizontal === "distributed") return null;
    const axis = this.columnAxis;
    const own = axis.size(column) - 5;
    const wanted = text.length * fontPixels(style.fontSize, this.scale) * 0.62;
    if (wanted <= own * 0.8) return null;
    const align = horizontal(style, "text");
    const room = align === "center" ? wanted / 2 : wanted;
    let before = 0;
    let after = 0;
    if (align !== "left") for (let c = column - 1; c >= 0 && before < room && this.empty(row, c); c--) before += axis.size(c);
    if (align !== "right") for (let c = column + 1; c < this.columns && after < room && this.empty(row, c); c++) after += axis.size(c);
    if (align === "center") before = after = Math.min(before, after);
    return before + after === 0 ? null : { width: own + before + after, shift: -before };
  }

  /** True when only the browser can tell how high the row is: the file sets no height and a text in it is wrapped. */
  measured(row: number): boolean {
    if (this.frame.heights.has(row)) return false;
    const texts = this.grid.texts[row - this.grid.origin.row] ?? [];
    return texts.some((text, i) => text.length > 1 && this.style(row, i + this.grid.origin.column).wrap);
  }

  /** The height of a row that is not to be measured; of the others, near enough that the scroll bar does not jump. */
  estimate(row: number): number {
    const fixed = this.fixedHeight(row);
    if (fixed !== null) return fixed;
    let height = this.defaultRowHeight;
    const texts = this.grid.texts[row - this.grid.origin.row];
    if (texts === undefined) return height;
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i] ?? "";
      if (text === "") continue;
      const column = i + this.grid.origin.column;
      const style = this.style(row, column);
      const merge = this.spans.at(row, column);
      if (merge !== null && merge.bottom > merge.top) continue;
      const size = fontPixels(style.fontSize, this.scale);
      height = Math.max(height, Math.ceil(size * LINE_HEIGHT) + 3);
      if (!style.wrap || (text.length < 8 && !text.includes("\n"))) continue;
      const width = Math.max(8, this.columnAxis.span(column, merge?.right ?? column) - 5);
      let lines = 0;
      for (const line of text.split("\n")) lines += Math.max(1, Math.ceil((line.length * size * 0.46) / width));
      height = Math.max(height, Math.ceil(lines * size * LINE_HEIGHT) + 3);
    }
    return height;
  }

  /** What the selection must know of the sheet. @param page how many rows make a page now. */
  terrain(page: number): Terrain {
    return {
      rows: this.rows,
      columns: this.columns,
      used: this.used,
      page,
      hiddenRow: (row) => this.hiddenRow(row),
      hiddenColumn: (column) => this.hiddenColumn(column),
      filled: (row, column) => this.text(row, column) !== "",
      merged: (row, column) => this.spans.at(row, column),
      grow: (area) => this.spans.grow(area),
    };
  }

  private kind(row: number, column: number): "text" | "number" | "logical" {
    const value = this.value(row, column);
    return typeof value === "number" ? "number" : typeof value === "boolean" ? "logical" : "text";
  }

  private empty(row: number, column: number): boolean {
    return this.text(row, column) === "" && this.spans.at(row, column) === null;
  }

  private nextColumn(column: number): number {
    let next = column + 1;
    while (next < this.columns && this.hiddenColumn(next)) next++;
    return next;
  }

  private nextRow(row: number): number {
    let next = row + 1;
    while (next < this.rows && this.hiddenRow(next)) next++;
    return next;
  }

  private line(side: "borderRight" | "borderBottom", line: BorderLine | undefined, area: Area): CSSProperties {
    if (line !== undefined) return { [side]: lineCss(line) };
    // A filled cell covers the grid line under it, as in Excel.
    const { fill } = this.style(area.top, area.left);
    if (fill !== null) return { [side]: `1px solid ${fill}` };
    return this.look.showGridLines ? {} : { [side]: "1px solid transparent" };
  }
}

function lineless({ border }: CellStyle): boolean {
  return border.top === undefined && border.right === undefined && border.bottom === undefined && border.left === undefined;
}

function optional(side: "borderTop" | "borderLeft", line: BorderLine | undefined): CSSProperties {
  return line === undefined ? {} : { [side]: lineCss(line) };
}

function frameOf(look: SheetLook, columns: number, scale: number): Frame {
  const widths = new Array<number>(columns).fill(Math.round(look.defaultColumnWidth * scale));
  const styleOfColumn = new Int32Array(columns);
  const hiddenColumns = new Set<number>();
  for (const { first, last, width, hidden, style } of look.columns) {
    for (let column = first; column <= Math.min(last, columns - 1); column++) {
      widths[column] = hidden ? 0 : Math.round(width * scale);
      styleOfColumn[column] = style;
      if (hidden) hiddenColumns.add(column);
    }
  }
  return {
    columnAxis: new Axis(widths),
    columns,
    styleOfColumn,
    heights: new Map(look.rowHeights.map(({ row, height }) => [row, height])),
    hidden: new Set(look.hiddenRows),
    hiddenColumns,
    spans: new Spans(look.merges),
    css: new Map(),
    plainDefault: (look.styles[0]?.fill ?? null) === null && lineless(look.styles[0] ?? PLAIN),
  };
}
