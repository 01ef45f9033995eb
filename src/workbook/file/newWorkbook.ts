import { strToU8, zipSync } from "fflate";
import type { SheetLayout } from "../../grid/layout";
import { Archive } from "./archive";
import { BUDGETS } from "./budgets";
import { openWorkbook, type FileWorkbook } from "./fileWorkbook";
import { Parts, type Outline } from "./package";
import { addSheetPart } from "./sheetAddition";
import { escapeXml } from "./tags";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** The first day that a zip can tell, in local time as it counts: files are the same whenever they are made. */
const MADE = new Date(1980, 0, 1);

/**
 * A new workbook of nothing but these sheets, in their order. A workbook cannot be without a sheet, so there is none to begin with and fill.
 * The usual font of its cells is that of the first layout.
 * @param layouts one at least.
 */
export async function newWorkbook(layouts: readonly [SheetLayout, ...SheetLayout[]]): Promise<FileWorkbook> {
  const archive = new Archive(zipSync(emptyParts(layouts[0].font), { mtime: MADE }), BUDGETS);
  let parts = new Parts(archive);
  let outline: Outline = { workbookPart: "xl/workbook.xml", sheets: [], date1904: false, stylesPart: "xl/styles.xml", stringsPart: null, themePart: null };
  for (const layout of layouts) ({ parts, outline } = addSheetPart(parts, outline, layout));
  return openWorkbook(archive.write(parts.changes));
}

/** A package with a workbook that has no sheets yet. */
function emptyParts(font: SheetLayout["font"]): Record<string, Uint8Array> {
  const relationships = (...items: readonly (readonly [type: string, target: string])[]): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `${items.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    "_rels/.rels": relationships(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(["styles", "styles.xml"]),
    "xl/styles.xml":
      `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="${font.size}"/><name val="${escapeXml(font.name)}"/></font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  };
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}
