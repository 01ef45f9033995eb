import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import type { CellStyle, SheetLook } from "../../src/workbook/look";
import { sheetXml, styledParts, stylesXml, zipOf } from "./fixtures";
import { richWorkbook } from "./richWorkbook";

function styleOf(look: SheetLook, row: number, column: number): CellStyle {
  return look.styles[look.cells[row]?.[column] ?? look.columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0]!;
}

test("sizes, hidden rows and columns, frozen panes, merges", async () => {
  const look = (await openWorkbook(await richWorkbook())).look("Phụ lục I");
  expect(look.defaultRowHeight).toBe(24);
  expect(look.columns.slice(0, 2).map(({ first, last, width, hidden }) => ({ first, last, width, hidden }))).toEqual([
    { first: 0, last: 0, width: 42, hidden: false },
    { first: 1, last: 1, width: 364, hidden: false },
  ]);
  expect(look.columns.filter(({ hidden }) => hidden).map(({ first }) => first)).toEqual([3]);
  expect(look.rowHeights).toEqual([{ row: 5, height: 40 }]);
  expect(look.hiddenRows).toEqual([6]);
  expect([look.frozenRows, look.frozenColumns]).toEqual([4, 1]);
  expect(look.showGridLines).toBe(true);
  expect(look.merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 3 });
  expect(structuredClone(look)).toEqual(look);
});

test("fonts, fills, borders, alignment", async () => {
  const look = (await openWorkbook(await richWorkbook())).look("Phụ lục I");
  expect(styleOf(look, 0, 0)).toMatchObject({ fontName: "Times New Roman", fontSize: 14, bold: true, horizontal: "center", vertical: "center", wrap: true });
  expect(styleOf(look, 4, 1)).toMatchObject({
    fill: "#ffff00",
    border: { top: { style: "thin" }, bottom: { style: "medium", color: "#ff0000" }, right: { style: "dotted" } },
  });
  expect(styleOf(look, 5, 1).fill).toBeNull();
  expect(new Set(look.styles.map((style) => JSON.stringify(style))).size).toBe(look.styles.length);
});

test.each([
  ["a theme colour", '<color theme="4"/>', "#4472c4"],
  ["a lighter theme colour", '<color theme="0" tint="-0.25"/>', "#bfbfbf"],
  ["a darker accent", '<color theme="4" tint="-0.5"/>', "#203864"],
  ["a colour of the old palette", '<color indexed="10"/>', "#ff0000"],
  ["the automatic colour", '<color auto="1"/>', null],
  ["no colour", "", null],
])("%s", async (_, color, expected) => {
  const styles = stylesXml(["0"])
    .replace("</font></fonts>", `</font><font>${color}<i/><u val="none"/><strike val="0"/></font></fonts>`)
    .replace(/fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat/, 'fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat');
  const look = (await openWorkbook(zipOf(styledParts(sheetXml('<row r="1"><c r="B1" s="1"/></row>'), styles)))).look("Phụ lục");
  expect(styleOf(look, 0, 1)).toMatchObject({ color: expected, italic: true, underline: false, strike: false });
  expect(styleOf(look, 0, 0).italic).toBe(false);
});

test("turned text, indents, styles of rows and columns", async () => {
  const styles = stylesXml(["0", "0", "0"])
    .replace('numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>', 'numFmtId="170" xfId="0"><alignment textRotation="135" indent="2" horizontal="left"/></xf>')
    .replace('numFmtId="171" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>', 'numFmtId="171" xfId="0"><alignment textRotation="255"/></xf>');
  const sheet = sheetXml(
    '<row r="1"><c r="A1" s="1"/><c r="D1"/></row><row r="2" s="2" customFormat="1"><c r="A2" s="0"/></row>',
    "",
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="10"/><cols><col min="2" max="3" width="9" style="1"/></cols>',
  );
  const look = (await openWorkbook(zipOf(styledParts(sheet, styles)))).look("Phụ lục");
  expect(styleOf(look, 0, 0)).toMatchObject({ rotation: -45, indent: 2, horizontal: "left" });
  expect(styleOf(look, 1, 3).rotation).toBe("stacked");
  expect(styleOf(look, 0, 1).rotation).toBe(-45);
  expect(styleOf(look, 7, 2).rotation).toBe(-45);
  expect(look.showGridLines).toBe(false);
  // Ten digits of Times New Roman 12, 8 pixels each.
  expect(look.defaultColumnWidth).toBe(80);
});

test.each([
  ["Calibri", 11, 64, 73],
  ["Times New Roman", 12, 72, 83],
  ["Times New Roman", 13, 80, 94],
  ["Arial", 10, 64, 73],
  ["Một phông lạ", 11, 72, 83],
])("columns count in digits of the default font: %s %i", async (name, size, usual, given) => {
  const styles = stylesXml(["0"]).replace('<sz val="12"/><name val="Times New Roman"/>', `<sz val="${size}"/><name val="${name}"/>`);
  const sheet = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', "", '<cols><col min="1" max="1" width="10.42578125" customWidth="1"/></cols>');
  const look = (await openWorkbook(zipOf(styledParts(sheet, styles)))).look("Phụ lục");
  expect([look.defaultColumnWidth, look.columns[0]!.width]).toEqual([usual, given]);
});

test("a file without styles or a broken theme still has a look", async () => {
  const parts = styledParts(sheetXml('<row r="1"><c r="A1" s="5"><v>1</v></c></row>'), stylesXml());
  const look = (await openWorkbook(zipOf(parts))).look("Phụ lục");
  expect(styleOf(look, 0, 0).fontName).toBe("Times New Roman");
  const workbook = await openWorkbook(zipOf(parts));
  expect(() => workbook.look("Không có")).toThrow(RangeError);
});
