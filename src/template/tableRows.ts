import type { Area } from "../grid/area";
import { columnName } from "../grid/address";
import type { LayoutCell, LayoutList, LayoutRow, LayoutStyle } from "../grid/layout";
import type { ChoiceKind } from "./choices";
import { headerRows } from "./headerRows";
import type { SheetColumn } from "./columns";
import { BODY_SIZE, textHeight } from "./page";
import type { NumberedSection } from "./sectionNumerals";

/** The rows of an appendix below its title lines. */
export interface BodyRows {
  readonly rows: readonly LayoutRow[];
  readonly merges: readonly Area[];
  readonly lists: readonly LayoutList[];
  /** Sheet rows of the header, first and last; null for an outline. */
  readonly headerRows: { readonly first: number; readonly last: number } | null;
}

const LINES: LayoutStyle = { size: BODY_SIZE, vertical: "center", wrap: true, border: true };
/** Rows of a table that has no sections. */
const ROWS_WITHOUT_SECTIONS = 3;
/** Rows below the table that have the lists too: most tables grow at their end. */
const LISTS_BELOW = 200;

/**
 * Header, section rows and an empty row in each section, its running numbers as formulas.
 * @param top the sheet row of the header.
 */
export function tableRows(columns: readonly SheetColumn[], sections: readonly NumberedSection[], top: number, sources: Readonly<Partial<Record<ChoiceKind, string>>>): BodyRows {
  const header = headerRows(columns, top);
  const merges: Area[] = [...header.merges];
  const rows: LayoutRow[] = [...header.rows];
  const headerEnd = top + header.rows.length - 1;
  let total = 0;
  let inSection = 0;
  const addItem = (): void => {
    rows.push(itemRow(columns, top + rows.length, headerEnd, ++total, ++inSection));
  };
  if (sections.length === 0) for (let i = 0; i < ROWS_WITHOUT_SECTIONS; i++) addItem();
  for (const section of sections) {
    const row = top + rows.length;
    const placed = sectionRow(columns, section, row);
    rows.push(placed.row);
    merges.push(...placed.merges);
    inSection = 0;
    if (!section.divided) addItem();
  }
  const lists = columns.flatMap(({ choices }, column): readonly LayoutList[] => {
    const source = choices === undefined ? undefined : sources[choices];
    return source === undefined ? [] : [{ area: { top: headerEnd + 1, left: column, bottom: top + rows.length - 1 + LISTS_BELOW, right: column }, source }];
  });
  return { rows, merges, lists, headerRows: { first: top, last: headerEnd } };
}

function itemRow(columns: readonly SheetColumn[], row: number, headerEnd: number, total: number, inSection: number): LayoutRow {
  const numberAt = columns.findIndex(({ role }) => role === "number");
  return {
    cells: columns.map(({ role, align }, column): LayoutCell => {
      const style: LayoutStyle = { ...LINES, horizontal: align };
      if (role === "number") return { column, value: total, formula: runningNumber(column, row, headerEnd), style: { ...style, numberFormat: "0" } };
      if (role === "detailNumber") {
        return numberAt === -1 ? { column, value: null, style } : { column, value: inSection, formula: numberInSection(numberAt, row, headerEnd), style: { ...style, numberFormat: "0" } };
      }
      // "9/2026" and "1/3" are no dates here.
      const asText = role === "deadline" || role === "target";
      return { column, value: null, style: asText ? { ...style, numberFormat: "@" } : style };
    }),
  };
}

/**
 * The running number: one more than the numbers above it. The range ends at the cell above wherever the cell is: a plain range to the row above
 * would not grow when a row is inserted right here. A row without a number is passed over; filling the formula down into it renumbers the rest.
 */
function runningNumber(column: number, row: number, headerEnd: number): string {
  const name = columnName(column);
  return `COUNT(${name}$${headerEnd + 1}:OFFSET(${name}${row + 1},-1,0))+1`;
}

/**
 * The number within the section: how many running numbers stand from the last text of their column (the section's numeral, or the header) to
 * this row. It goes by what stands in the sheet, so that a section that is put in between counts from 1 without further ado.
 */
function numberInSection(numberAt: number, row: number, headerEnd: number): string {
  const name = columnName(numberAt);
  const above = `${name}$${headerEnd + 1}:${name}${row + 1}`;
  return `COUNT(INDEX(${above},LOOKUP(2,1/ISTEXT(${above}),ROW(${above}))-ROW(${name}$${headerEnd + 1})+1):${name}${row + 1})`;
}

/** A section row: the numeral over the number columns, the title over the others; "Thứ nhất: …" stands in the title's cell. */
function sectionRow(columns: readonly SheetColumn[], { title, level, numeral }: NumberedSection, row: number): { readonly row: LayoutRow; readonly merges: readonly Area[] } {
  const style: LayoutStyle = { ...LINES, bold: true, italic: level === 2, horizontal: "left" };
  const last = columns.length - 1;
  const contentAt = Math.max(0, columns.findIndex(({ role }) => role === "content"));
  const inTitle = contentAt === 0 || !/^[IVXLC]/.test(numeral);
  const text = !inTitle ? title : /^[IVXLC]/.test(numeral) ? `${numeral.replace(/\.$/, "")}. ${title}` : `${numeral}: ${title}`;
  const width = columns.slice(contentAt).reduce((sum, column) => sum + column.width, 0);
  const merges: Area[] = [];
  if (contentAt > 1) merges.push({ top: row, left: 0, bottom: row, right: contentAt - 1 });
  if (contentAt < last) merges.push({ top: row, left: contentAt, bottom: row, right: last });
  return {
    merges,
    row: {
      height: textHeight(text, width, { size: BODY_SIZE, bold: true }),
      cells: columns.map((_, column) => ({
        column,
        value: column === contentAt ? text : column === 0 && !inTitle ? numeral : null,
        style: column < contentAt ? { ...style, horizontal: "center" } : style,
      })),
    },
  };
}
