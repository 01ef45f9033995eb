import { formatArea, type Area } from "../../grid/area";
import { columnName, formatAddress } from "../../grid/address";
import type { CellValue } from "../../grid/grid";
import type { LayoutCell, LayoutPage, LayoutStyle, SheetLayout } from "../../grid/layout";
import { storedWidth } from "./columnWidth";
import { escapeCell, escapeXml } from "./tags";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
/** The number of A4 among paper sizes (ECMA-376 part 1, 18.3.1.63). */
const A4 = 9;
const MILLIMETRES_PER_INCH = 25.4;

/** What a new worksheet is written with. */
export interface NewSheetContext {
  /** Index of a cell style in the workbook. */
  readonly styleOf: (style: LayoutStyle) => number;
  /** The number that a cell of this style stores for a value. */
  readonly toStored: (style: number, value: number) => number;
  /** Pixels of a digit of the workbook's default font. */
  readonly digit: number;
  readonly strict: boolean;
}

/**
 * The worksheet part of a layout, its elements in the order of the schema (CT_Worksheet). Texts are inline strings, so that nothing that
 * begins with "=" becomes a formula.
 * @throws RangeError when merged areas of the layout overlap, which no sheet can hold.
 */
export function newSheetXml(layout: SheetLayout, context: NewSheetContext): string {
  const merges = layout.merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
  refuseOverlaps(merges);
  const rows = rowsOf(layout, merges);
  const plain = context.styleOf({});
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${context.strict ? STRICT_MAIN : MAIN}">` +
    (layout.page.fitWidth === undefined ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>') +
    `<dimension ref="${dimension(rows)}"/>` +
    `<sheetViews><sheetView workbookViewId="0">${pane(layout.frozenRows ?? 0)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${defaultHeight(layout.font.size)}"/>` +
    columns(layout.columnWidths, plain, context.digit) +
    `<sheetData>${[...rows].map(([row, cells]) => rowXml(row, layout.rows[row]?.height, cells, context)).join("")}</sheetData>` +
    list("mergeCells", merges.map((area) => `<mergeCell ref="${formatArea(area)}"/>`)) +
    list("dataValidations", layout.lists.map(({ area, source }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${formatArea(area)}"><formula1>${escapeXml(source)}</formula1></dataValidation>`)) +
    pageXml(layout.page, layout.font) +
    "</worksheet>"
  );
}

/** What a layout says of printing by names of the workbook: their built-in name, and what they mean on a sheet of this name. */
export function printNames(page: LayoutPage, sheet: string): readonly { readonly name: string; readonly refersTo: string }[] {
  const prefix = `'${sheet.replaceAll("'", "''")}'!`;
  const { printArea, repeatRows } = page;
  const absolute = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return [
    ...(printArea === undefined
      ? []
      : [{ name: "_xlnm.Print_Area", refersTo: `${prefix}${absolute(printArea.top, printArea.left)}:${absolute(printArea.bottom, printArea.right)}` }]),
    ...(repeatRows === undefined ? [] : [{ name: "_xlnm.Print_Titles", refersTo: `${prefix}$${repeatRows.first + 1}:$${repeatRows.last + 1}` }]),
  ];
}

type Cells = ReadonlyMap<number, LayoutCell>;

/** Rows that hold cells or have a height, in order; a cell that a merged area covers has the style of the area's first. */
function rowsOf(layout: SheetLayout, merges: readonly Area[]): ReadonlyMap<number, Cells> {
  const rows = new Map<number, Map<number, LayoutCell>>();
  const rowAt = (row: number): Map<number, LayoutCell> => {
    const cells = rows.get(row) ?? new Map<number, LayoutCell>();
    rows.set(row, cells);
    return cells;
  };
  layout.rows.forEach(({ height, cells }, row) => {
    if (cells.length === 0 && height === undefined) return;
    const known = rowAt(row);
    for (const cell of cells) known.set(cell.column, cell);
  });
  for (const { top, left, bottom, right } of merges) {
    const style = rows.get(top)?.get(left)?.style;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row === top && column === left) continue;
        const own = rows.get(row)?.get(column)?.style ?? style;
        rowAt(row).set(column, { column, value: null, ...(own === undefined ? {} : { style: own }) });
      }
    }
  }
  const ordered = [...rows].sort(([a], [b]) => a - b);
  return new Map(ordered.map(([row, cells]) => [row, new Map([...cells].sort(([a], [b]) => a - b))]));
}

function rowXml(row: number, height: number | undefined, cells: Cells, context: NewSheetContext): string {
  const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${row + 1}"${size}>${[...cells.values()].map((cell) => cellXml(row, cell, context)).join("")}</row>`;
}

function cellXml(row: number, { column, value, formula, style }: LayoutCell, context: NewSheetContext): string {
  const index = context.styleOf(style ?? {});
  const head = `<c r="${formatAddress(row, column)}"${index === 0 ? "" : ` s="${index}"`}`;
  if (formula !== undefined) return `${head}${resultType(value)}><f>${escapeXml(formula)}</f>${result(value, index, context)}</c>`;
  if (value === null || value === "") return `${head}/>`;
  if (typeof value === "string") return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeCell(value)}</t></is></c>`;
  return `${head}${resultType(value)}>${result(value, index, context)}</c>`;
}

function resultType(value: CellValue): string {
  return typeof value === "string" ? ' t="str"' : typeof value === "boolean" ? ' t="b"' : "";
}

function result(value: CellValue, style: number, context: NewSheetContext): string {
  if (value === null) return "";
  if (typeof value === "string") return `<v>${escapeCell(value)}</v>`;
  return `<v>${typeof value === "boolean" ? Number(value) : context.toStored(style, value)}</v>`;
}

function dimension(rows: ReadonlyMap<number, Cells>): string {
  const used = [...rows].flatMap(([row, cells]) => (cells.size === 0 ? [] : [{ row, columns: [...cells.keys()] }]));
  if (used.length === 0) return "A1";
  return formatArea({
    top: Math.min(...used.map(({ row }) => row)),
    bottom: Math.max(...used.map(({ row }) => row)),
    left: Math.min(...used.flatMap(({ columns: [first = 0] }) => first)),
    right: Math.max(...used.map(({ columns: all }) => all.at(-1) ?? 0)),
  });
}

function pane(frozen: number): string {
  if (frozen === 0) return "";
  const first = `A${frozen + 1}`;
  return `<pane ySplit="${frozen}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/>`;
}

/** The columns, neighbours of one width together; a cell that is typed into later has the layout's font. */
function columns(widths: readonly number[], style: number, digit: number): string {
  const runs: { first: number; last: number; width: number }[] = [];
  widths.forEach((width, column) => {
    const last = runs.at(-1);
    if (last?.width === width) last.last = column;
    else runs.push({ first: column, last: column, width });
  });
  const items = runs.map(({ first, last, width }) =>
    `<col min="${first + 1}" max="${last + 1}" width="${storedWidth(width, digit)}"${style === 0 ? "" : ` style="${style}"`} customWidth="1"/>`);
  return items.length === 0 ? "" : `<cols>${items.join("")}</cols>`;
}

function pageXml({ orientation, margins, pageNumbers, fitWidth }: LayoutPage, font: SheetLayout["font"]): string {
  const sides = (["left", "right", "top", "bottom", "header", "footer"] as const).map((side) => ` ${side}="${inches(margins[side])}"`).join("");
  // Height 0: as many pages long as it takes.
  const fit = fitWidth === undefined ? "" : ` fitToWidth="${fitWidth}" fitToHeight="0"`;
  const first = pageNumbers === true ? ' firstPageNumber="1"' : "";
  const useFirst = pageNumbers === true ? ' useFirstPageNumber="1"' : "";
  const name = font.name.replace(/["&,]/g, "");
  const header = escapeXml(`&C&"${name},Regular"&${Math.round(font.size)}&P`);
  return (
    `<pageMargins${sides}/>` +
    `<pageSetup paperSize="${A4}"${first}${fit} orientation="${orientation}"${useFirst}/>` +
    (pageNumbers === true ? `<headerFooter differentFirst="1" scaleWithDoc="0"><oddHeader>${header}</oddHeader></headerFooter>` : "")
  );
}

function inches(millimetres: number): number {
  return Math.round((millimetres / MILLIMETRES_PER_INCH) * 10_000) / 10_000;
}

/** In points, for rows without text: a line of the font, in steps of a pixel at 96 to the inch. */
function defaultHeight(size: number): number {
  return Math.ceil((size * 1.2 + 0.6) / 0.75) * 0.75;
}

function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
}

function refuseOverlaps(areas: readonly Area[]): void {
  areas.forEach((a, i) => {
    const other = areas.slice(0, i).find((b) => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right);
    if (other !== undefined) throw new RangeError(`The merged areas ${formatArea(other)} and ${formatArea(a)} overlap`);
  });
}
