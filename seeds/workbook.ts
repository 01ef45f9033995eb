import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { columnName } from "../src/grid/address";
import { countLines } from "../src/template/textLines";
import { rowContent, type RowKind, type Seed, type SeedSheet } from "./schema";

/**
 * A sample appendix as the office's own .xlsx: the form of Decree 30/2020/NĐ-CP, appendix I (A4, Times New Roman, margins, page
 * number at the top centre, header row repeated on every page).
 */

const FONT = "Times New Roman";
/** The date that is written into every built file: two builds must be equal byte for byte. */
const BUILT = { year: 2025, month: 7, day: 1 };
/** ECMA-376 part 1, 18.3.1.63: the code of A4. */
const A4 = 9;
const MM_PER_INCH = 25.4;
/** Of the workbook's default style, in points. */
const DEFAULT_SIZE = 12;
/** Pixels of one digit of the default font (half an em at 96 dpi): the unit of column widths, ECMA-376 part 1, 18.3.1.13. */
const CHARACTER_PX = 8;
/** What a cell keeps free at its left and right edges together. */
const CELL_PADDING_PX = 6;
const POINTS_PER_PX = 0.75;
/** Of the font size: what Excel gives a line of Times New Roman. */
const LINE_HEIGHT = 1.3;
const ROW_PADDING = 4;

interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly bordered: boolean;
  /** Overrules the alignment of the column. */
  readonly align?: "center" | "left" | "justify";
}

const LOOKS: Readonly<Record<RowKind, Look>> = {
  label: { size: 13, bold: true, italic: false, bordered: false, align: "center" },
  title: { size: 13, bold: true, italic: false, bordered: false, align: "center" },
  attachment: { size: 13, bold: false, italic: true, bordered: false, align: "center" },
  header: { size: 12, bold: true, italic: false, bordered: true, align: "center" },
  section: { size: 12, bold: true, italic: false, bordered: true },
  item: { size: 12, bold: false, italic: false, bordered: true },
  line: { size: 12, bold: false, italic: false, bordered: true },
};

const THIN: Partial<ExcelJS.Border> = { style: "thin" };
const BOX: Partial<ExcelJS.Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** Builds the .xlsx of a sample. The same data gives the same bytes, on any day and in any time zone. */
export async function buildWorkbook(seed: Seed): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const date = new Date(Date.UTC(BUILT.year, BUILT.month - 1, BUILT.day));
  book.creator = "Soát Phụ lục";
  book.lastModifiedBy = "Soát Phụ lục";
  book.created = date;
  book.modified = date;
  for (const sheet of seed.sheets) writeSheet(book, sheet);
  return normalizeZip(new Uint8Array(await book.xlsx.writeBuffer()));
}

function writeSheet(book: ExcelJS.Workbook, sheet: SeedSheet): void {
  const allHeaders = sheet.rows.filter((row) => "header" in row).map((row) => row.row);
  const headerRows = allHeaders.filter((row, i) => row === (allHeaders[0] ?? 0) + i);
  const outline = allHeaders.length === 0;
  // A pasted table brings the header of every page along: nobody has set it to repeat.
  const lastHeader = headerRows.length === allHeaders.length ? headerRows[headerRows.length - 1] : undefined;
  const worksheet = book.addWorksheet(sheet.name, {
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      firstPageNumber: 1,
      margins: { top: inches(20), bottom: inches(20), left: inches(30), right: inches(15), header: inches(10), footer: inches(10) },
    },
    // The decree leaves the number off the first page.
    headerFooter: { differentFirst: true, oddHeader: `&C&"${FONT},Regular"&13&P` },
    ...(lastHeader === undefined ? {} : { views: [{ state: "frozen", xSplit: 0, ySplit: lastHeader }] }),
  });
  // The library declares an enumeration of paper sizes but does not export its values.
  Object.assign(worksheet.pageSetup, { paperSize: A4 });
  worksheet.columns = sheet.columns.map((column) => ({ width: column.width }));
  // The title that runs on would count as part of the page's width: print the table's own columns, at their own size.
  if (sheet.rows.some((row) => overflows(rowContent(row).kind, sheet, row.row))) {
    worksheet.pageSetup.fitToPage = false;
    worksheet.pageSetup.printArea = `A1:${columnName(sheet.columns.length - 1)}${sheet.rows[sheet.rows.length - 1]?.row ?? 1}`;
  }
  if (lastHeader !== undefined) worksheet.pageSetup.printTitlesRow = `${headerRows[0] ?? lastHeader}:${lastHeader}`;

  for (const row of sheet.rows) {
    const { kind, cells } = rowContent(row);
    const look = LOOKS[kind];
    sheet.columns.forEach((column, index) => {
      const cell = worksheet.getCell(row.row, index + 1);
      cell.value = cells[index] ?? null;
      cell.font = { name: FONT, size: look.size, bold: look.bold, italic: look.italic };
      const numeral = kind === "section" && index === 0 && sheet.columns.length > 1;
      const wide = kind === "section" && !numeral ? (outline ? "justify" : "left") : column.align;
      cell.alignment = {
        horizontal: overflows(kind, sheet, row.row) ? "left" : (look.align ?? wide),
        vertical: "middle",
        wrapText: !overflows(kind, sheet, row.row),
      };
      // An outline list is running text, not a table.
      if (look.bordered && !outline) cell.border = BOX;
    });
  }
  for (const area of sheet.merges) worksheet.mergeCells(area);
  for (const row of sheet.rows) {
    const { kind } = rowContent(row);
    worksheet.getRow(row.row).height = overflows(kind, sheet, row.row) ? heightOf(1, LOOKS[kind]) : rowHeight(worksheet, row.row, sheet, LOOKS[kind]);
  }
}

/** True for a title line that no merge has set over the table: it runs on over the empty cells beside it. */
function overflows(kind: RowKind, sheet: SeedSheet, row: number): boolean {
  const aboveTable = kind === "label" || kind === "title" || kind === "attachment";
  return aboveTable && sheet.columns.length > 1 && !sheet.merges.some((area) => area.startsWith(`A${row}:`));
}

/** The height that shows the row's longest cell; a cell merged over rows is left to the rows it covers. */
function rowHeight(worksheet: ExcelJS.Worksheet, row: number, sheet: SeedSheet, look: Look): number {
  let lines = 1;
  sheet.columns.forEach((_, index) => {
    const cell = worksheet.getCell(row, index + 1);
    if (cell.isMerged && cell.master !== cell) return;
    let width = 0;
    let tall = false;
    sheet.columns.forEach((column, other) => {
      if (other === index || worksheet.getCell(row, other + 1).master === cell) width += column.width * CHARACTER_PX;
    });
    if (cell.isMerged && worksheet.getCell(row + 1, index + 1).master === cell) tall = true;
    const room = (width - CELL_PADDING_PX) * POINTS_PER_PX;
    const needed = countLines(cell.text, room, look);
    lines = Math.max(lines, tall ? Math.ceil(needed / 2) : needed);
  });
  return heightOf(lines, look);
}

function heightOf(lines: number, look: Look): number {
  return Math.ceil(lines * look.size * LINE_HEIGHT + ROW_PADDING);
}

function inches(mm: number): number {
  return Math.round((mm / MM_PER_INCH) * 1e4) / 1e4;
}

/** The same parts, packed anew with one date and one method, the content types first as readers expect. */
function normalizeZip(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith("/"))
    .sort((a, b) => (rank(a) === rank(b) ? (a < b ? -1 : 1) : rank(a) - rank(b)));
  // A zip holds local time: a date made of local parts gives the same bytes in every time zone.
  const mtime = new Date(BUILT.year, BUILT.month - 1, BUILT.day);
  const entries: Zippable = {};
  for (const name of names) {
    const part = parts[name] ?? new Uint8Array();
    entries[name] = [name === "xl/styles.xml" ? withDefaultFont(part) : part, { mtime, level: 9 }];
  }
  return zipSync(entries);
}

/**
 * The styles with the office's font as the default style, for which the library has no setting. Column widths are counted in its digits,
 * and what the user types into an empty cell comes in it.
 */
function withDefaultFont(styles: Uint8Array): Uint8Array {
  const xml = strFromU8(styles);
  const changed = xml.replace(/(<fonts [^>]*>)<font>.*?<\/font>/, `$1<font><sz val="${DEFAULT_SIZE}"/><name val="${FONT}"/><family val="1"/></font>`);
  if (changed === xml) throw new Error("xl/styles.xml: no default font found");
  return strToU8(changed);
}

/** Where a part stands in the file: the parts that a reader asks for first come first, the others by name. */
function rank(name: string): number {
  const place = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"].indexOf(name);
  return place === -1 ? Infinity : place;
}
