import { columnName, formatAddress } from "../../grid/address";
import { formatArea, type Area } from "../../grid/area";
import type { LayoutCell, LayoutPage, LayoutStyle, SheetLayout } from "../../grid/layout";
import { WorkbookFailure } from "../failure";
import { sheetName } from "../sheetName";
import { addressLists, rectanglesOf } from "./addresses";
import { inputOf } from "./cellInput";
import { columnPoints } from "./columnWidth";
import type { ExcelClient } from "./excelClient";
import { isDenied } from "./excelErrors";
import type { AddedSheet } from "./journal";
import { hush } from "./writing";

const POINTS_PER_MILLIMETRE = 72 / 25.4;
/** The client library cuts larger matrices itself, into more calls. */
const MATRIX_CELLS = 1_500;

/**
 * Adds a sheet after the last one by writing ranges, formats and the page's layout: inserting sheets from a file fails for some files and
 * users (office-js #5785, #4667), and wipes the undo history.
 * @returns the name that it got, and what to enter into the journal.
 */
export async function addSheet(client: ExcelClient, layout: SheetLayout): Promise<{ readonly name: string; readonly added: AddedSheet }> {
  return client.run(async (context, sync) => {
    const { worksheets } = context.workbook;
    const active = worksheets.getActiveWorksheet();
    worksheets.load("items/name");
    active.load("standardWidth");
    await sync();
    const name = sheetName(layout.name, worksheets.items.map((sheet) => sheet.name));
    hush(context, true);
    const sheet = worksheets.add(name);
    sheet.load("id");
    fill(sheet, layout, active.standardWidth);
    const content = askContent(sheet);
    hush(context, false);
    try {
      await sync();
    } catch (error) {
      hush(context, false);
      await sync().catch(() => undefined);
      throw isDenied(error) ? new WorkbookFailure("structure-locked", "", error) : error;
    }
    setPage(sheet, layout.page, layout.font);
    // Where no printer is installed, Excel refuses to speak of pages: the sheet is there all the same.
    await sync().catch(() => undefined);
    return { name, added: { id: sheet.id, layout, content: content() } };
  });
}

/**
 * Takes a sheet away that was added, when it is still as it was added. This is the one place where the product deletes a sheet: its own, on
 * the user's word; Excel forgets its undo history over it, which no other way of taking a sheet away would spare.
 * @returns false when somebody has worked on it, or it is gone: then nothing is done.
 */
export async function takeAway(client: ExcelClient, { id, content }: AddedSheet): Promise<boolean> {
  return client.run(async (context, sync) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("id");
    await sync();
    if (sheet.isNullObject) return false;
    const now = askContent(sheet);
    await sync();
    if (now() !== content) return false;
    hush(context, true);
    sheet.delete();
    hush(context, false);
    await sync();
    return true;
  });
}

/** Asks what a sheet holds. @returns what gives it after the sync, as one text to compare. */
function askContent(sheet: Excel.Worksheet): () => string {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address,formulas");
  used.untrack();
  return () => (used.isNullObject ? "" : `${used.address.slice(used.address.lastIndexOf("!"))} ${JSON.stringify(used.formulas)}`);
}

function fill(sheet: Excel.Worksheet, layout: SheetLayout, standardWidth: number): void {
  const all = sheet.getRange();
  all.untrack();
  all.format.font.name = layout.font.name;
  all.format.font.size = layout.font.size;
  layout.columnWidths.forEach((width, column) => {
    rangeOf(sheet, `${columnName(column)}:${columnName(column)}`).format.columnWidth = columnPoints(width, standardWidth);
  });
  const cells = styledCells(layout);
  const formatted = groups(cells, ({ style }) => style?.numberFormat ?? "");
  for (const [format, places] of formatted) {
    if (format === "") continue;
    for (const area of rectanglesOf(places).flatMap(cut)) rangeOf(sheet, formatArea(area)).numberFormat = filled(area, format);
  }
  const contents = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  for (const area of rectanglesOf(cells.filter(holdsSomething)).flatMap(cut)) {
    const range = rangeOf(sheet, formatArea(area));
    range.formulas = matrix(area, (row, column) => input(contents.get(`${row} ${column}`)));
  }
  for (const [text, places] of groups(cells, ({ style }) => JSON.stringify(style ?? {}))) {
    const style = JSON.parse(text) as LayoutStyle;
    for (const addresses of addressLists(rectanglesOf(places))) {
      const areas = sheet.getRanges(addresses);
      areas.untrack();
      setStyle(areas.format, style);
    }
  }
  for (const area of layout.merges) rangeOf(sheet, formatArea(area)).merge(false);
  layout.rows.forEach(({ height }, row) => {
    const { format } = rangeOf(sheet, `${row + 1}:${row + 1}`);
    if (height === undefined) format.autofitRows();
    else format.rowHeight = height;
  });
  for (const { area, source } of layout.lists) {
    const { dataValidation } = rangeOf(sheet, formatArea(area));
    dataValidation.rule = { list: { inCellDropDown: true, source: `=${source}` } };
    dataValidation.ignoreBlanks = true;
    // The list proposes; any other text may be typed.
    dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
  }
  if ((layout.frozenRows ?? 0) > 0) sheet.freezePanes.freezeRows(layout.frozenRows);
}

function setStyle(format: Excel.RangeFormat, style: LayoutStyle): void {
  format.horizontalAlignment = HORIZONTAL[style.horizontal ?? "left"];
  format.verticalAlignment = VERTICAL[style.vertical ?? "top"];
  if (style.wrap === true) format.wrapText = true;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.bold === true) format.font.bold = true;
  if (style.italic === true) format.font.italic = true;
  if (style.underline === true) format.font.underline = "Single";
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.border !== true) return;
  for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const) {
    const border = format.borders.getItem(side);
    border.style = "Continuous";
    border.weight = "Thin";
    border.color = "#000000";
  }
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function setPage(sheet: Excel.Worksheet, page: LayoutPage, font: SheetLayout["font"]): void {
  const { pageLayout } = sheet;
  const { margins } = page;
  pageLayout.orientation = page.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  pageLayout.topMargin = margins.top * POINTS_PER_MILLIMETRE;
  pageLayout.rightMargin = margins.right * POINTS_PER_MILLIMETRE;
  pageLayout.bottomMargin = margins.bottom * POINTS_PER_MILLIMETRE;
  pageLayout.leftMargin = margins.left * POINTS_PER_MILLIMETRE;
  pageLayout.headerMargin = margins.header * POINTS_PER_MILLIMETRE;
  pageLayout.footerMargin = margins.footer * POINTS_PER_MILLIMETRE;
  if (page.repeatRows !== undefined) pageLayout.setPrintTitleRows(`$${page.repeatRows.first + 1}:$${page.repeatRows.last + 1}`);
  if (page.printArea !== undefined) pageLayout.setPrintArea(formatArea(page.printArea));
  if (page.fitWidth !== undefined) pageLayout.zoom = { horizontalFitToPages: page.fitWidth };
  if (page.pageNumbers !== true) return;
  pageLayout.firstPageNumber = 1;
  const { headersFooters } = pageLayout;
  headersFooters.state = "FirstAndDefault";
  headersFooters.useSheetScale = false;
  headersFooters.defaultForAllPages.centerHeader = `&"${font.name.replace(/["&,]/g, "")},Regular"&${Math.round(font.size)}&P`;
}

interface PlacedCell extends LayoutCell {
  readonly row: number;
}

/** Every cell of the layout with its row, and the cells that merged areas cover in the style of the area's first. */
function styledCells({ rows, merges }: SheetLayout): readonly PlacedCell[] {
  const cells = new Map<string, PlacedCell>();
  rows.forEach((line, row) => {
    for (const cell of line.cells) cells.set(formatAddress(row, cell.column), { ...cell, row });
  });
  for (const { top, left, bottom, right } of merges) {
    const style = cells.get(formatAddress(top, left))?.style;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row === top && column === left) continue;
        const own = cells.get(formatAddress(row, column))?.style ?? style;
        cells.set(formatAddress(row, column), { row, column, value: null, ...(own === undefined ? {} : { style: own }) });
      }
    }
  }
  return [...cells.values()];
}

function holdsSomething({ value, formula }: PlacedCell): boolean {
  return formula !== undefined || (value !== null && value !== "");
}

function input(cell: PlacedCell | undefined): string | number | boolean | null {
  if (cell === undefined) return null;
  if (cell.formula !== undefined) return `=${cell.formula}`;
  return inputOf(cell.value, cell.style?.numberFormat);
}

function groups(cells: readonly PlacedCell[], keyOf: (cell: PlacedCell) => string): ReadonlyMap<string, readonly PlacedCell[]> {
  const map = new Map<string, PlacedCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const list = map.get(key);
    if (list === undefined) map.set(key, [cell]);
    else list.push(cell);
  }
  return map;
}

function rangeOf(sheet: Excel.Worksheet, address: string): Excel.Range {
  const range = sheet.getRange(address);
  range.untrack();
  return range;
}

function matrix<T>({ top, left, bottom, right }: Area, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_, y) => Array.from({ length: right - left + 1 }, (__, x) => at(top + y, left + x)));
}

function filled(area: Area, format: string): string[][] {
  return matrix(area, () => format);
}

function cut(area: Area): readonly Area[] {
  const rows = Math.max(1, Math.floor(MATRIX_CELLS / (area.right - area.left + 1)));
  const areas: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) areas.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  return areas;
}
