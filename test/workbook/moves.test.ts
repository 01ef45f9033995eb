import ExcelJS from "exceljs";
import type { ColumnInsertion, Edit, RowInsertion } from "../../src/grid/edit";
import { columnTexts, rowTexts } from "../../src/grid/edit";
import { textAt, type Grid } from "../../src/grid/grid";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { minimal, minimalParts, partsOf, partText, relationships, sheetXml, styledParts, stylesXml, zipOf } from "./fixtures";
import { LAYOUT, LISTS } from "./layouts";
import { richWorkbook } from "./richWorkbook";

const SHEET = "Phụ lục I";
const PART = "xl/worksheets/sheet1.xml";

function row(insertRow: number, more: Partial<RowInsertion> = {}): RowInsertion {
  return { sheet: SHEET, insertRow, formatFrom: "above", cells: [], ...more };
}

function column(insertColumn: string, more: Partial<ColumnInsertion> = {}): ColumnInsertion {
  return { sheet: SHEET, insertColumn, formatFrom: "left", cells: [], ...more };
}

async function edited(bytes: Uint8Array, ...edits: readonly Edit[]): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytes);
  const report = await workbook.applyEdits(edits);
  expect(report.skipped).toEqual([]);
  const saved = workbook.save();
  // What is saved reads back as what is held.
  expect(await (await openWorkbook(saved)).readGrids()).toEqual(await workbook.readGrids());
  while ((await workbook.undo()) !== null);
  expect(workbook.save()).toEqual(bytes);
  return saved;
}

async function reasons(bytes: Uint8Array, ...edits: readonly Edit[]): Promise<readonly string[]> {
  const workbook = await openWorkbook(bytes);
  const report = await workbook.applyEdits(edits);
  expect(report.applied).toEqual([]);
  expect(workbook.save()).toEqual(bytes);
  return report.skipped.map(({ reason }) => reason);
}

/** A workbook of one sheet "Phụ lục" with these rows and what comes after them; edits of the tests are turned to its name. */
const on = (edit: Edit): Edit => ({ ...edit, sheet: "Phụ lục" });

describe("a row that comes in", () => {
  test("takes everything below along, and looks like the row above", async () => {
    const saved = await edited(await richWorkbook(), row(7, { cells: [{ column: 1, value: "Nhiệm vụ mới" }] }));
    const xml = partText(saved, PART);
    const style = (cell: string): string | undefined => new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(xml)?.[1];
    for (const letter of "ABCD") expect(style(`${letter}7`)).toBe(style(`${letter}6`));
    expect(xml).toMatch(/<row r="7" ht="30" customHeight="1">/);
    // The row that was hidden is another one now, and the new one is not hidden.
    expect(xml).toMatch(/<row r="8"[^>]* hidden="1"/);
    expect(xml).toContain('sqref="A5:A10"');
    expect(xml).toMatch(/<dataValidation [^>]*sqref="C10"/);
    expect(xml).toMatch(/<hyperlink [^>]*ref="B10"/);
    expect(xml).toContain('<mergeCell ref="A3:A4"/>');
    expect(xml).toContain("<formula>$A5&gt;3</formula>");
    expect(partText(saved, "xl/comments1.xml")).toContain('ref="B9"');
    expect(partText(saved, "xl/threadedComments/threadedComment1.xml")).toContain('ref="B9"');
    expect(partText(saved, "xl/drawings/drawing1.xml")).toContain("<xdr:row>7</xdr:row>");
    expect(partText(saved, "xl/charts/chart1.xml")).toContain("'Phụ lục I'!$A$5:$A$10");
    const names = partText(saved, "xl/workbook.xml");
    expect(names).toContain("'Phụ lục I'!$B$5:$B$10");
    expect(names).toMatch(/Print_Titles[^<]*>(?:'|&apos;)Phụ lục I(?:'|&apos;)!\$3:\$4</);
    expect(names).toMatch(/Print_Area[^<]*>(?:'|&apos;)Phụ lục I(?:'|&apos;)!\$A\$?1:\$D\$?10</);
    const other = new ExcelJS.Workbook();
    await other.xlsx.load(saved.buffer as ArrayBuffer);
    expect(other.getWorksheet(SHEET)!.getCell("B7").value).toBe("Nhiệm vụ mới");
    expect(other.getWorksheet(SHEET)!.getCell("B8").value).toBe("Nhiệm vụ số 3");
  });

  test("at the edge of a format belongs to it when it takes its formats from there", async () => {
    const rich = await richWorkbook();
    const below = partText(await edited(rich, row(10)), PART);
    expect(below).toContain('sqref="A5:A10"');
    expect(below).toMatch(/<dataValidation [^>]*sqref="C9:C10"/);
    const above = partText(await edited(rich, row(5, { formatFrom: "below" })), PART);
    expect(above).toContain('sqref="A5:A10"');
    expect(above).toContain("<formula>$A5&gt;3</formula>");
    const header = partText(await edited(rich, row(5)), PART);
    expect(header).toContain('sqref="A6:A10"');
    expect(header).toContain("<formula>$A6&gt;3</formula>");
  });

  test("inside of a merged area makes it grow; what it would hide there is refused", async () => {
    const rich = await richWorkbook();
    expect(partText(await edited(rich, row(4)), PART)).toContain('<mergeCell ref="A3:A5"/>');
    expect(await reasons(rich, row(4, { cells: [{ column: 0, value: "x" }] }))).toEqual(["merged-away"]);
    expect(partText(await edited(rich, row(3)), PART)).toContain('<mergeCell ref="A4:A5"/>');
  });

  test("among the frozen rows is frozen, below them is not", async () => {
    const rich = await richWorkbook();
    const pane = (bytes: Uint8Array): string | undefined => /<pane [^>]*ySplit="(\d+)"/.exec(partText(bytes, PART))?.[1];
    expect(pane(await edited(rich, row(2)))).toBe("5");
    expect(pane(await edited(rich, row(5)))).toBe("4");
  });

  test("leaves the marks on their rows", async () => {
    const workbook = await openWorkbook(await richWorkbook());
    await workbook.showMarks([{ sheet: SHEET, cell: "B6", severity: "error" }, { sheet: SHEET, cell: "C6", severity: "error" }]);
    await workbook.applyEdits([row(6), column("C")]);
    const areas = (): readonly unknown[] => workbook.marksShown().map(({ area: { top, left, right } }) => [top, left, right]);
    expect(areas()).toEqual([[6, 1, 3]]);
    await workbook.undo();
    expect(areas()).toEqual([[5, 1, 2]]);
    const marked = await openWorkbook(await openWorkbook(await richWorkbook()).then(async (fresh) => {
      await fresh.showMarks([{ sheet: SHEET, cell: "B6", severity: "error" }]);
      return fresh.save();
    }));
    await marked.applyEdits([row(7)]);
    const again = await openWorkbook(marked.save());
    expect(await again.clearMarks()).toBe(1);
  });
});

test("the first row of a format goes, and its formula is told from the next one", async () => {
  const xml = partText(await edited(await richWorkbook(), { sheet: SHEET, removeRow: 5, expected: ["1", "Nhiệm vụ số 1", "Phòng Kinh tế", "05/09/2025"] }), PART);
  expect(xml).toContain('<conditionalFormatting sqref="A5:A8">');
  expect(xml).toContain("<formula>$A5&gt;3</formula>");
});

describe("a column that comes in or goes", () => {
  test("takes everything on its right along, and looks like the column on the left", async () => {
    const rich = await richWorkbook();
    const saved = await edited(rich, column("C", { width: 20, cells: [{ row: 2, value: "Căn cứ" }] }));
    const xml = partText(saved, PART);
    const style = (cell: string): string | undefined => new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(xml)?.[1];
    for (const number of [6, 7, 8, 9]) expect(style(`C${number}`)).toBe(style(`B${number}`));
    expect(xml).toMatch(/<mergeCell ref="A1:E1"\/>/);
    expect(xml).toMatch(/<dataValidation [^>]*sqref="D9"/);
    expect(xml).toMatch(/<hyperlink [^>]*ref="B9"/);
    expect(xml).not.toContain("spans=");
    expect(partText(saved, "xl/drawings/drawing1.xml")).toContain("<xdr:col>6</xdr:col>");
    expect(partText(saved, "xl/workbook.xml")).toMatch(/Print_Area[^<]*>(?:'|&apos;)Phụ lục I(?:'|&apos;)!\$A\$?1:\$E\$?9</);
    const workbook = await openWorkbook(saved);
    const look = workbook.look(SHEET);
    expect(look.columns.filter(({ hidden }) => hidden).map(({ first, last }) => [first, last])).toEqual([[4, 4]]);
    expect((await workbook.columnWidths(SHEET)).map((width) => Math.round(width))).toEqual([5, 51, 20, 17, 0]);
    const other = new ExcelJS.Workbook();
    await other.xlsx.load(saved.buffer as ArrayBuffer);
    expect(other.getWorksheet(SHEET)!.getCell("C3").value).toBe("Căn cứ");
    expect(other.getWorksheet(SHEET)!.getCell("D5").value).toBe("Phòng Kinh tế");
  });

  test("behind the last one is printed with it when told so, and its header is one merged cell", async () => {
    const rich = await richWorkbook();
    const last = column("E", { cells: [{ row: 2, value: "Căn cứ" }], merges: [{ first: 2, last: 3 }] });
    const printArea = (bytes: Uint8Array): string | undefined => /Print_Area[^<]*>([^<]*)</.exec(partText(bytes, "xl/workbook.xml"))?.[1]?.replace(/.*!/, "");
    expect(printArea(await edited(rich, last))).toMatch(/^\$A\$?1:\$D\$?9$/);
    const saved = await edited(rich, { ...last, printed: true });
    expect(printArea(saved)).toMatch(/^\$A\$?1:\$E\$?9$/);
    expect(partText(saved, PART)).toMatch(/<mergeCells count="(\d+)">(<mergeCell ref="[A-Z0-9:]+"\/>){2,}<\/mergeCells>/);
    expect(partText(saved, PART)).toContain('<mergeCell ref="E3:E4"/></mergeCells>');
    expect(Number(/<mergeCells count="(\d+)"/.exec(partText(saved, PART))?.[1])).toBe(partText(saved, PART).match(/<mergeCell /g)?.length);
    // What is not printed with its neighbour, or not at the area's edge, is printed or not as before.
    expect(printArea(await edited(rich, column("F", { printed: true })))).toMatch(/^\$A\$?1:\$D\$?9$/);
    expect(printArea(await edited(rich, column("A", { formatFrom: "right", printed: true })))).toMatch(/^\$A\$?1:\$E\$?9$/);
    const other = new ExcelJS.Workbook();
    await other.xlsx.load(saved.buffer as ArrayBuffer);
    expect(other.getWorksheet(SHEET)!.getCell("E4").master.address).toBe("E3");
  });

  test("has merged cells where the sheet has none yet, in the place that the schema gives them", async () => {
    const tail = '<autoFilter ref="A1:A1"/><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>';
    const saved = await edited(minimal('<row r="1"><c r="A1"><v>1</v></c></row>', tail), on(column("B", { merges: [{ first: 0, last: 1 }] })));
    expect(partText(saved, PART)).toContain('<autoFilter ref="A1:A1"/><mergeCells count="1"><mergeCell ref="B1:B2"/></mergeCells><pageMargins');
  });

  test("is not merged across an area that grows over it", async () => {
    expect(await reasons(await richWorkbook(), column("C", { merges: [{ first: 0, last: 1 }] }))).toEqual(["merged-away"]);
  });

  test("beside a hidden one is to be seen, and as wide as it", async () => {
    const saved = await edited(await richWorkbook(), column("E"));
    const look = (await openWorkbook(saved)).look(SHEET);
    expect(look.columns.map(({ first, hidden }) => [first, hidden])).toEqual([[0, false], [1, false], [2, false], [3, true], [4, false]]);
  });

  test("goes with what is on it alone; a note, or the first cell of a merged area, keeps it", async () => {
    const rich = await richWorkbook();
    const grid = (await (await openWorkbook(rich)).readGrids())[0]!;
    const removal = (removeColumn: string, index: number): Edit => ({ sheet: SHEET, removeColumn, expected: columnTexts(grid, index) });
    const xml = partText(await edited(rich, removal("C", 2)), PART);
    expect(xml).toContain('<mergeCell ref="A1:C1"/>');
    expect(xml).not.toContain("<dataValidation");
    expect(xml).toMatch(/<col [^>]*min="3" max="3"[^>]*hidden="1"/);
    expect(await reasons(rich, removal("B", 1))).toEqual(["columns-cannot-move"]);
    expect(await reasons(rich, removal("A", 0))).toEqual(["columns-cannot-move"]);
  });
});

describe("formulas", () => {
  /** A column of formulas, one of them shared by three cells, an array over two. */
  const ROWS =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2+$A$1</f><v>3</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>5</v></c></row>' +
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>7</v></c></row>' +
    '<row r="4"><c r="A4"><f>SUM(A1:A3)&amp;"A1"</f><v>6</v></c></row>';

  const formulasOf = (bytes: Uint8Array, part = PART): readonly (readonly [string, string])[] =>
    [...partText(bytes, part).matchAll(/<c r="([A-Z]+\d+)"[^>]*><f[^>]*>([^<]*)<\/f>/g)].map(([, cell = "", formula = ""]) => [cell, formula.replaceAll("&quot;", '"').replaceAll("&amp;", "&")]);

  test("follow the rows that they speak of, shared ones each on its own", async () => {
    const bytes = minimal(ROWS);
    const saved = await edited(bytes, on(row(3)));
    expect(formulasOf(saved)).toEqual([["B1", "A1*2+$A$1"], ["B2", "A2*2+$A$1"], ["B4", "A4*2+$A$1"], ["A5", 'SUM(A1:A4)&"A1"']]);
    expect(partText(saved, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
    const across = await edited(bytes, on(column("A", { formatFrom: "right" })));
    expect(formulasOf(across)).toEqual([["C1", "B1*2+$B$1"], ["C2", "B2*2+$B$1"], ["C3", "B3*2+$B$1"], ["B4", 'SUM(B1:B3)&"A1"']]);
  });

  test("that speak of what would go keep it there", async () => {
    const bytes = minimal(ROWS);
    expect(await reasons(bytes, on({ sheet: SHEET, removeRow: 1, expected: ["1", "3"] }))).toEqual(["rows-cannot-move"]);
    // Row 2 is inside of the sum, and nothing else speaks of it but itself.
    const saved = await edited(bytes, on({ sheet: SHEET, removeRow: 2, expected: ["2", "5"] }));
    expect(formulasOf(saved)).toEqual([["B1", "A1*2+$A$1"], ["B2", "A2*2+$A$1"], ["A3", 'SUM(A1:A2)&"A1"']]);
  });

  test("on other sheets follow, too, and the chain of computing is left to Excel", async () => {
    const parts = minimalParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'));
    parts["xl/worksheets/sheet2.xml"] = sheetXml(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">\'Phụ lục\'!A1+B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
    );
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace("</sheets>", '<sheet name="Tổng" sheetId="2" r:id="rId2"/></sheets>');
    parts["xl/_rels/workbook.xml.rels"] = relationships([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "worksheet", "worksheets/sheet2.xml"], ["rId3", "calcChain", "calcChain.xml"]]);
    parts["xl/calcChain.xml"] = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="2"/><c r="A2" i="2"/></calcChain>';
    const type = '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>';
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"]!.replace("</Types>", `${type}</Types>`);
    const saved = await edited(zipOf(parts), on(row(2)));
    expect(formulasOf(saved, "xl/worksheets/sheet2.xml")).toEqual([["A1", "'Phụ lục'!A1+B1"], ["A2", "'Phụ lục'!A3+B2"]]);
    expect(Object.keys(partsOf(saved))).not.toContain("xl/calcChain.xml");
    expect(partText(saved, "[Content_Types].xml")).not.toContain("calcChain");
    expect(partText(saved, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  test.each([
    ["an array formula that would be torn", '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>', ""],
    ["a data table", '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A1" dt2D="1" r1="C1" r2="C2"/><v>1</v></c></row>', ""],
    ["a reference over several sheets", '<row r="5"><c r="A5"><f>SUM(Mot:Ba!A1)</f><v>1</v></c></row>', ""],
    ["a watched cell", '<row r="5"><c r="A5"><v>1</v></c></row>', '<cellWatches><cellWatch r="A5"/></cellWatches>'],
  ])("%s: nothing moves", async (_, rows, tail) => {
    expect(await reasons(minimal(rows, tail), on(row(2)))).toEqual(["rows-cannot-move"]);
  });

  test("an array formula moves as a whole", async () => {
    const bytes = minimal('<row r="2"><c r="A2"><f t="array" ref="A2:A3">C2:C3*2</f><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>');
    expect(partText(await edited(bytes, on(row(1))), PART)).toContain('<f t="array" ref="A3:A4">C3:C4*2</f>');
  });

  test("of a sheet that was laid out follow a row that comes in, and its list grows", async () => {
    const workbook = await openWorkbook(minimal(""));
    await workbook.addSheet(LISTS);
    const name = await workbook.addSheet(LAYOUT);
    const sheet = (await workbook.readGrids()).find((grid): grid is Grid => grid.sheet === name)!;
    expect(rowTexts(sheet, 7)[0]).toBe("2");
    const report = await workbook.applyEdits([{ ...row(8, { cells: [{ column: 1, value: "Nhiệm vụ xen vào" }] }), sheet: name }, { ...row(10), sheet: name }]);
    expect(report.skipped).toEqual([]);
    const saved = workbook.save();
    const part = "xl/worksheets/sheet3.xml";
    expect(formulasOf(saved, part)).toEqual(["A7", "A9", "A10"].map((cell) => [cell, `IF(B${cell.slice(1)}="","",ROW()-ROW($A$6))`]));
    expect(partText(saved, part)).toContain('sqref="C7:D11"');
    expect(partText(saved, "xl/workbook.xml")).toContain("'Phụ lục mới'!$A$1:$F$10");
    const grid = (await (await openWorkbook(saved)).readGrids())[2]!;
    expect(textAt(grid, 7, 1)).toBe("Nhiệm vụ xen vào");
    const look = workbook.look(name);
    expect(look.cells[7]!.map((index) => look.styles[index])).toEqual(look.cells[6]!.map((index) => look.styles[index]));
  });
});

describe("tables of the sheet", () => {
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
  function withTable(ref: string): Uint8Array {
    const parts = minimalParts(
      sheetXml(
        ["A", "1", "2"].map((text, i) => `<row r="${i + 2}">${["B", "C"].map((letter) => `<c r="${letter}${i + 2}" t="inlineStr"><is><t>${text}${letter}</t></is></c>`).join("")}</row>`).join(""),
        '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      ),
    );
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships([["rId1", "table", "../tables/table1.xml"]]);
    parts["xl/tables/table1.xml"] =
      `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="B1" displayName="B1" ref="${ref}"><autoFilter ref="${ref}"/>` +
      '<tableColumns count="2"><tableColumn id="1" name="AB"/><tableColumn id="2" name="AC"/></tableColumns></table>';
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"]!.replace("</Types>", `<Override PartName="/xl/tables/table1.xml" ContentType="${TYPE}"/></Types>`);
    return zipOf(parts);
  }
  const refOf = (bytes: Uint8Array): string | undefined => / ref="([^"]+)"><autoFilter/.exec(partText(bytes, "xl/tables/table1.xml"))?.[1];

  test.each<readonly [string, Edit, string | null]>([
    ["a row inside", row(4), "B2:C5"],
    ["a row above", row(2), "B3:C5"],
    ["a column beside", column("B"), "C2:D4"],
    ["a column inside", column("C"), null],
  ])("%s", async (_, edit, ref) => {
    const bytes = withTable("B2:C4");
    if (ref === null) expect(await reasons(bytes, on(edit))).toEqual(["columns-cannot-move"]);
    else expect(refOf(await edited(bytes, on(edit)))).toBe(ref);
  });

  test("its only row, or a column of it, stays", async () => {
    const bytes = withTable("B2:C3");
    expect(await reasons(bytes, on({ sheet: SHEET, removeRow: 3, expected: ["", "1B", "1C"] }))).toEqual(["rows-cannot-move"]);
    expect(await reasons(bytes, on({ sheet: SHEET, removeColumn: "C", expected: ["", "AC", "1C", "2C"] }))).toEqual(["columns-cannot-move"]);
  });
});

describe("odd parts", () => {
  test("rows and cells without addresses get theirs when they move", async () => {
    const bytes = minimal("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>");
    const saved = await edited(bytes, on(row(2, { cells: [{ column: 1, value: "x" }] })), on(column("B")));
    const grid = (await (await openWorkbook(saved)).readGrids())[0]!;
    expect([0, 1, 2].map((index) => rowTexts(grid, index))).toEqual([["1", "", "2"], ["", "", "x"], ["3", "", "4"]]);
  });

  test("columns of one look are divided, and what is left of them keeps it", async () => {
    const bytes = zipOf(styledParts(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', "", '<cols><col min="1" max="5" width="20" customWidth="1" style="1"/></cols>'), stylesXml(["0%"])));
    const xml = partText(await edited(bytes, on(column("C", { width: 9 })), on({ sheet: SHEET, removeColumn: "E", expected: [] })), PART);
    expect([...xml.matchAll(/<col min="(\d+)" max="(\d+)"[^>]*width="([\d.]+)"/g)].map(([, ...numbers]) => numbers.map(Number))).toEqual([[1, 2, 20], [3, 3, 9.625], [4, 5, 20]]);
  });

  test("a row that comes in beyond the last one of a sheet would push what is there off it", async () => {
    expect(await reasons(minimal('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), on(row(3)))).toEqual(["rows-cannot-move"]);
    expect(await reasons(minimal('<row r="1"><c r="XFD1"><v>1</v></c></row>'), on(column("C")))).toEqual(["columns-cannot-move"]);
  });

  test("filters by columns, breaks and the cursor", async () => {
    const tail = '<autoFilter ref="A1:C3"><filterColumn colId="1"/></autoFilter>';
    const breaks = '<rowBreaks count="1"><brk id="2" max="16383"/></rowBreaks><colBreaks count="1"><brk id="2" max="1048575"/></colBreaks>';
    const head = '<sheetViews><sheetView workbookViewId="0" topLeftCell="A3"><selection activeCell="C3" sqref="C3"/></sheetView></sheetViews>';
    const bytes = zipOf(minimalParts(sheetXml('<row r="3"><c r="C3"><v>1</v></c></row>', tail + breaks, head)));
    expect(await reasons(bytes, on(column("B")))).toEqual(["columns-cannot-move"]);
    const beside = partText(await edited(bytes, on(column("A", { formatFrom: "right" }))), PART);
    expect(beside).toContain('<autoFilter ref="B1:D3"><filterColumn colId="1"/>');
    expect(beside).toContain('<brk id="2" max="16383"/></rowBreaks><colBreaks count="1"><brk id="3" max="1048575"/>');
    expect(beside).toContain('topLeftCell="B3"><selection activeCell="D3" sqref="D3"/>');
    const gone = partText(await edited(bytes, on({ sheet: SHEET, removeRow: 3, expected: ["", "", "1"] })), PART);
    expect(gone).toContain('<sheetView workbookViewId="0" topLeftCell="A3"></sheetView>');
  });
});
