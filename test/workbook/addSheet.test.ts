import { read } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { textAt, valueAt } from "../../src/grid/grid";
import type { SheetLayout } from "../../src/grid/layout";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { newWorkbook } from "../../src/workbook/file/newWorkbook";
import { parseTree, type Element } from "../../src/workbook/file/tree";
import { minimal, minimalParts, partsOf, partText, relationships, sheetXml, styledParts, stylesXml, zipOf } from "./fixtures";
import { LAYOUT, LISTS } from "./layouts";
import { richWorkbook } from "./richWorkbook";

/** The children of CT_Worksheet, CT_Workbook and CT_Stylesheet in the order of the schema (ECMA-376 part 1, annex A.2). */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  worksheet: [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
    "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
    "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
  ],
  workbook: [
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr",
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
  ],
  styleSheet: ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"],
  border: ["start", "end", "left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"],
  c: ["f", "v", "is", "extLst"],
  sheetView: ["pane", "selection", "pivotSelection", "extLst"],
  dataValidation: ["formula1", "formula2"],
};

function expectOrder(element: Element): void {
  const order = ORDER[element.name];
  if (order !== undefined) {
    const places = element.children.map(({ name }) => order.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
  const count = element.attributes["count"];
  if (count !== undefined) expect({ [element.name]: element.children.length }).toEqual({ [element.name]: Number(count) });
  element.children.forEach(expectOrder);
}

/** Every part that a sheet brings or changes keeps the order of the schema, and every index points at something. */
function expectValid(bytes: Uint8Array, sheet: string): void {
  const tree = (name: string): Element => parseTree(partsOf(bytes)[name]!, name);
  const styles = tree("xl/styles.xml");
  for (const root of [tree(sheet), tree("xl/workbook.xml"), styles]) expectOrder(root);
  const length = (name: string): number => styles.children.find((child) => child.name === name)?.children.length ?? 0;
  const xfs = styles.children.find(({ name }) => name === "cellXfs")!.children;
  for (const { attributes } of xfs) {
    expect(Number(attributes["fontId"])).toBeLessThan(length("fonts"));
    expect(Number(attributes["fillId"])).toBeLessThan(length("fills"));
    expect(Number(attributes["borderId"])).toBeLessThan(length("borders"));
  }
  for (const [, index] of partText(bytes, sheet).matchAll(/ s(?:tyle)?="(\d+)"/g)) expect(Number(index)).toBeLessThan(xfs.length);
  const ids = [...partText(bytes, "xl/workbook.xml").matchAll(/<sheet [^>]*sheetId="(\d+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

async function added(bytes: Uint8Array, ...layouts: readonly SheetLayout[]): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytes);
  for (const layout of layouts) await workbook.addSheet(layout);
  return workbook.save();
}

describe("a sheet that is added", () => {
  test("is valid by the schema, whatever the workbook has", async () => {
    const rich = await added(await richWorkbook(), LISTS, LAYOUT);
    expectValid(rich, "xl/worksheets/sheet4.xml");
    const bare = await added(minimal('<row r="1"><c r="A1"><v>1</v></c></row>'), LAYOUT);
    expectValid(bare, "xl/worksheets/sheet2.xml");
    const fresh = (await newWorkbook([LAYOUT, LISTS])).save();
    expectValid(fresh, "xl/worksheets/sheet1.xml");
    expectValid(fresh, "xl/worksheets/sheet2.xml");
  });

  test("is as it was laid out", async () => {
    const xml = partText(await added(minimal(""), LAYOUT), "xl/worksheets/sheet2.xml");
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain('<pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toMatch(/<row r="5" ht="33.75" customHeight="1">/);
    expect(xml).toContain('<c r="A7" s="7"><f>IF(B7=&quot;&quot;,&quot;&quot;,ROW()-ROW($A$6))</f><v>1</v></c>');
    expect(xml).toMatch(/<c r="B7" s="\d+" t="inlineStr"><is><t xml:space="preserve">=Lắp trạm phát sóng<\/t>/);
    expect(xml).toContain('<mergeCells count="4"><mergeCell ref="A1:F1"/><mergeCell ref="A2:F2"/><mergeCell ref="A3:F3"/><mergeCell ref="B6:F6"/></mergeCells>');
    expect(xml).toContain(`<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="C7:D9"><formula1>'Danh mục'!$A$1:$A$2</formula1></dataValidation>`);
    expect(xml).toContain('<pageMargins left="1.1811" right="0.5906" top="0.7874" bottom="0.7874" header="0.3937" footer="0.3937"/>');
    expect(xml).toMatch(/<pageSetup paperSize="9" firstPageNumber="1" fitToWidth="1" fitToHeight="0" orientation="landscape" useFirstPageNumber="1"\/>/);
    expect(xml).toContain('<headerFooter differentFirst="1" scaleWithDoc="0"><oddHeader>&amp;C&amp;&quot;Times New Roman,Regular&quot;&amp;13&amp;P</oddHeader></headerFooter>');
    // Every cell that the merged section row covers has its lines.
    const style = /<c r="B6" s="(\d+)"/.exec(xml)?.[1];
    for (const column of "CDEF") expect(xml).toContain(`<c r="${column}6" s="${style}"/>`);
  });

  test("reads back, and looks as it was laid out", async () => {
    const workbook = await openWorkbook(minimal(""));
    expect(await workbook.addSheet(LAYOUT)).toBe("Phụ lục mới");
    const [, grid] = await workbook.readGrids();
    expect([valueAt(grid!, 6, 0), textAt(grid!, 6, 1), textAt(grid!, 6, 4), textAt(grid!, 6, 5)]).toEqual([1, "=Lắp trạm phát sóng", "09/12/2025", "25%"]);
    expect([...grid!.formulas!]).toEqual(["A7", "A8", "A9"]);
    expect(await openWorkbook(workbook.save()).then((again) => again.readGrids())).toEqual(await workbook.readGrids());
    const look = workbook.look("Phụ lục mới");
    expect(look.frozenRows).toBe(5);
    const header = look.styles[look.cells[4]![1]!]!;
    expect(header).toMatchObject({ fontName: "Times New Roman", fontSize: 13, bold: true, fill: "#d9e2f3", horizontal: "center", vertical: "center", wrap: true, border: { top: { style: "thin", color: null } } });
    expect(look.styles[look.cells[0]![0]!]).toMatchObject({ fontSize: 14, bold: true, fill: null, border: {} });
    expect(look.rowHeights).toEqual([{ row: 1, height: 48 }, { row: 4, height: 45 }]);
    expect((await workbook.columnWidths("Phụ lục mới")).slice(0, 5)).toEqual(LAYOUT.columnWidths.slice(0, 5));
  });

  test("leaves every other byte: parts, styles, names, other sheets' names by their tab", async () => {
    const rich = await richWorkbook();
    const bytes = await added(rich, LAYOUT);
    const before = partsOf(rich);
    const after = partsOf(bytes);
    expect(Object.keys(after).filter((name) => before[name] === undefined)).toEqual(["xl/worksheets/sheet3.xml"]);
    const changed = Object.keys(before).filter((name) => Buffer.compare(before[name]!, after[name]!) !== 0);
    expect(changed.sort()).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml"].sort());
    const items = (part: Uint8Array, list: string): readonly Element[] => parseTree(part, "styles").children.find(({ name }) => name === list)!.children;
    for (const list of ["fonts", "fills", "borders", "cellXfs"]) {
      const old = items(before["xl/styles.xml"]!, list);
      expect(items(after["xl/styles.xml"]!, list).slice(0, old.length)).toEqual(old);
    }
    const names = [...partText(bytes, "xl/workbook.xml").matchAll(/<definedName [^>]*>/g)].map(([tag]) => tag);
    expect(names).toEqual(expect.arrayContaining([...partText(rich, "xl/workbook.xml").matchAll(/<definedName [^>]*>/g)].map(([tag]) => tag)));
    expect(names.filter((tag) => tag.includes('localSheetId="2"'))).toHaveLength(2);
  });

  test("uses the styles of a sheet like it again", async () => {
    const once = await added(minimal(""), LAYOUT);
    const twice = await added(once, LAYOUT);
    expect(partText(twice, "xl/styles.xml")).toBe(partText(once, "xl/styles.xml"));
    expect(partText(twice, "xl/worksheets/sheet3.xml")).toBe(partText(once, "xl/worksheets/sheet2.xml"));
  });

  test("keeps to styles, number formats and counts that are there", async () => {
    const bytes = await added(zipOf(styledParts(sheetXml(""), stylesXml(["dd/mm/yyyy", "0.0%"], "<dxfs/>"))), LAYOUT);
    const styles = partText(bytes, "xl/styles.xml");
    expect(styles.match(/<numFmt /g)).toHaveLength(2);
    expect(styles).toMatch(/numFmtId="170" fontId="\d+"/);
    expectValid(bytes, "xl/worksheets/sheet2.xml");
  });

  test("is one step of the history; taken back, nothing is left of it", async () => {
    const rich = await richWorkbook();
    const workbook = await openWorkbook(rich);
    await workbook.addSheet(LAYOUT);
    const after = workbook.save();
    await workbook.showMarks([{ sheet: "Phụ lục mới", cell: "B7", severity: "error" }]);
    expect(await workbook.undo()).toEqual({ cells: null });
    expect(await workbook.clearMarks()).toBe(0);
    expect(Object.entries(partsOf(workbook.save()))).toEqual(Object.entries(partsOf(rich)));
    await workbook.redo();
    expect(Object.entries(partsOf(workbook.save()))).toEqual(Object.entries(partsOf(after)));
  });

  test("is edited and marked like any other", async () => {
    const workbook = await openWorkbook(minimal(""));
    await workbook.addSheet(LAYOUT);
    const report = await workbook.applyEdits([{ sheet: "Phụ lục mới", cell: "C7", expected: null, value: "Phòng Kinh tế" }]);
    expect(report.skipped).toEqual([]);
    await workbook.showMarks([{ sheet: "Phụ lục mới", cell: "C7", severity: "warning" }]);
    const saved = workbook.save();
    expectValid(saved, "xl/worksheets/sheet2.xml");
    const again = await openWorkbook(saved);
    expect(textAt((await again.readGrids())[1]!, 6, 2)).toBe("Phòng Kinh tế");
    expect(await again.clearMarks()).toBe(1);
  });

  test("gets its own name beside all tabs, chart sheets too", async () => {
    const parts = minimalParts(sheetXml(""));
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace("</sheets>", '<sheet name="PHỤ LỤC MỚI" sheetId="7" r:id="rId2"/></sheets>');
    parts["xl/_rels/workbook.xml.rels"] = relationships([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "chartsheet", "chartsheets/sheet1.xml"]]);
    const workbook = await openWorkbook(zipOf(parts));
    expect(await workbook.addSheet(LAYOUT)).toBe("Phụ lục mới (2)");
    const xml = partText(workbook.save(), "xl/workbook.xml");
    expect(xml).toContain('<sheet name="Phụ lục mới (2)" sheetId="8" r:id="rId4"/>');
    expect(xml).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="2">'Phụ lục mới (2)'!$5:$5</definedName>`);
  });

  test("comes into workbooks with prefixes, without styles, and of the strict form", async () => {
    const parts = minimalParts(sheetXml(""));
    const strict = "http://purl.oclc.org/ooxml";
    parts["xl/workbook.xml"] =
      `<x:workbook xmlns:x="${strict}/spreadsheetml/main"><x:sheets><x:sheet xmlns:r="${strict}/officeDocument/relationships" name="Phụ lục" sheetId="1" r:id="rId1"/></x:sheets><x:calcPr/></x:workbook>`;
    parts["xl/_rels/workbook.xml.rels"] = relationships([["rId1", `${strict}/officeDocument/relationships/worksheet`, "worksheets/sheet1.xml"]]);
    const bytes = await added(zipOf(parts), LAYOUT);
    expectValid(bytes, "xl/worksheets/sheet2.xml");
    expect(partText(bytes, "xl/workbook.xml")).toMatch(/<x:sheet xmlns:r="http:\/\/purl[^"]*" name="Phụ lục mới" sheetId="2" r:id="rId3"\/><\/x:sheets><x:definedNames>.*<\/x:definedNames><x:calcPr\/>/);
    expect(partText(bytes, "xl/worksheets/sheet2.xml")).toContain(`xmlns="${strict}/spreadsheetml/main"`);
    expect((await (await openWorkbook(bytes)).readGrids()).map(({ sheet }) => sheet)).toEqual(["Phụ lục", "Phụ lục mới"]);
  });

  test("is refused where the structure is locked, and when its merged areas overlap", async () => {
    const parts = minimalParts(sheetXml(""));
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>');
    const locked = await openWorkbook(zipOf(parts));
    await expect(locked.addSheet(LAYOUT)).rejects.toMatchObject({ code: "structure-locked" });
    const workbook = await openWorkbook(minimal(""));
    const area = { top: 0, left: 0, bottom: 1, right: 1 };
    await expect(workbook.addSheet({ ...LISTS, merges: [area, { ...area, left: 1, right: 2 }] })).rejects.toThrow(RangeError);
    expect(await workbook.readGrids()).toHaveLength(1);
    await expect(workbook.columnWidths("Không có")).rejects.toMatchObject({ code: "no-such-sheet" });
  });
});

test("a new workbook holds its sheets and nothing else, the same whenever it is made", async () => {
  const workbook = await newWorkbook([LAYOUT, LISTS]);
  expect((await workbook.readGrids()).map(({ sheet }) => sheet)).toEqual(["Phụ lục mới", "Danh mục"]);
  expect(await workbook.undo()).toBeNull();
  expect((await newWorkbook([LAYOUT, LISTS])).save()).toEqual(workbook.save());
});

describe("other programs read an added sheet", () => {
  test("exceljs", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await added(await richWorkbook(), LISTS, LAYOUT)).buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet("Phụ lục mới")!;
    expect(sheet.getCell("A7").value).toMatchObject({ formula: 'IF(B7="","",ROW()-ROW($A$6))', result: 1 });
    expect(sheet.getCell("B7").value).toBe("=Lắp trạm phát sóng");
    expect(sheet.getCell("B6").isMerged).toBe(true);
    expect(sheet.getCell("A5").font).toMatchObject({ name: "Times New Roman", size: 13, bold: true });
    expect(sheet.getCell("C7").dataValidation).toMatchObject({ type: "list", formulae: ["'Danh mục'!$A$1:$A$2"], showErrorMessage: false });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0, printTitlesRow: "5:5", printArea: "A1:F9" });
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 5 });
    expect(workbook.getWorksheet("Phụ lục I")!.pageSetup.printTitlesRow).toBe("3:4");
  });

  test("@e965/xlsx", async () => {
    const workbook = read((await newWorkbook([LAYOUT, LISTS])).save(), { type: "array", cellStyles: true });
    expect(workbook.SheetNames).toEqual(["Phụ lục mới", "Danh mục"]);
    expect(workbook.Sheets["Phụ lục mới"]!["A7"]).toMatchObject({ f: 'IF(B7="","",ROW()-ROW($A$6))', v: 1 });
    expect(workbook.Sheets["Phụ lục mới"]!["!merges"]).toHaveLength(4);
  });
});
