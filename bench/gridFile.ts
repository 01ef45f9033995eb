import { strToU8, zipSync } from "fflate";
import { formatAddress } from "../src/grid/address";
import { formatArea } from "../src/grid/area";
import type { CellValue, Grid } from "../src/grid/grid";

/** A grid as the bytes of an .xlsx with shared strings, as spreadsheets save it: for measuring reading without a library's own speed in it. */
export function gridFile(grid: Grid): Uint8Array {
  const strings = new Map<string, number>();
  let uses = 0;
  const cell = (value: CellValue, address: string): string => {
    if (value === null) return "";
    if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
    uses++;
    let index = strings.get(value);
    if (index === undefined) strings.set(value, (index = strings.size));
    return `<c r="${address}" t="s"><v>${index}</v></c>`;
  };
  const rows = grid.values.map((values, i) => {
    const row = grid.origin.row + i;
    const cells = values.map((value, j) => cell(value, formatAddress(row, grid.origin.column + j))).join("");
    return cells === "" ? "" : `<row r="${row + 1}">${cells}</row>`;
  });
  const merges = (grid.merges ?? []).map((area) => `<mergeCell ref="${formatArea(area)}"/>`);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escape(grid.sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml":
      `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData>` +
      (merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`) +
      "</worksheet>",
    "xl/sharedStrings.xml":
      `<sst xmlns="${main}" count="${uses}" uniqueCount="${strings.size}">` +
      [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join("") +
      "</sst>",
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])), { level: 6 });
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
