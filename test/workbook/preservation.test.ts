import { read } from "@e965/xlsx";
import ExcelJS from "exceljs";
import readXlsxFile from "read-excel-file/node";
import { textAt, valueAt } from "../../src/grid/grid";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { partsOf, partText } from "./fixtures";
import { LAYOUT } from "./layouts";
import { richWorkbook } from "./richWorkbook";

const SHEET = "Phụ lục I";
const SHEET_PART = "xl/worksheets/sheet1.xml";
let rich: Uint8Array;

beforeAll(async () => {
  rich = await richWorkbook();
});

/** Names of the parts that differ between two files. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const a = partsOf(before);
  const b = partsOf(after);
  expect(Object.keys(b)).toEqual(Object.keys(a));
  return Object.keys(a).filter((name) => Buffer.compare(a[name]!, b[name]!) !== 0);
}

describe("what was not edited stays", () => {
  test("nothing edited gives the bytes that were opened", async () => {
    expect((await openWorkbook(rich)).save()).toEqual(rich);
  });

  test("edits change the sheet's part alone, and of it the edited cells alone", async () => {
    const workbook = await openWorkbook(rich);
    const report = await workbook.applyEdits([
      { sheet: SHEET, cell: "B5", expected: "Nhiệm vụ số 1", value: "Nhiệm vụ thứ nhất" },
      { sheet: SHEET, cell: "A6", expected: 2, value: null },
      { sheet: SHEET, cell: "A9", expected: 5, value: "5." },
    ]);
    expect(report.skipped).toEqual([]);
    const saved = workbook.save();
    expect(differing(rich, saved)).toEqual([SHEET_PART]);
    const edited = /<c r="(?:B5|A6|A9)"[^>]*?(?:\/>|>.*?<\/c>)/g;
    expect(partText(saved, SHEET_PART).replace(edited, "")).toBe(partText(rich, SHEET_PART).replace(edited, ""));
    const style = (bytes: Uint8Array, cell: string): string | undefined => new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(partText(bytes, SHEET_PART))?.[1];
    for (const cell of ["B5", "A6", "A9"]) expect(style(saved, cell)).toBe(style(rich, cell));
  });

  test("taking everything back gives the bytes that were opened", async () => {
    const workbook = await openWorkbook(rich);
    await workbook.applyEdits([{ sheet: SHEET, cell: "B5", expected: "Nhiệm vụ số 1", value: "x" }]);
    await workbook.applyEdits([{ sheet: SHEET, removeRow: 9, expected: ["5", "Nhiệm vụ số 5", "Phòng Kinh tế", "09/09/2025"] }]);
    await workbook.undo();
    await workbook.undo();
    expect(workbook.save()).toEqual(rich);
  });

  test("marks change the sheets that they are on, and the styles; cleared, nothing is left of them", async () => {
    const workbook = await openWorkbook(rich);
    await workbook.showMarks([
      { sheet: SHEET, cell: "B5", severity: "error" },
      { sheet: SHEET, cell: "A1", severity: "warning" },
    ]);
    const marked = workbook.save();
    expect(differing(rich, marked).sort()).toEqual(["xl/styles.xml", SHEET_PART].sort());
    const again = await openWorkbook(marked);
    expect(await again.clearMarks()).toBe(2);
    expect(differing(rich, again.save())).toEqual([]);
    expect(differing(rich, (await openWorkbook(marked)).save({ marks: false }))).toEqual([]);
  });

  test("a setting, a new sheet, an edit and marks change no part of anybody else", async () => {
    const workbook = await openWorkbook(rich);
    await workbook.writeSetting("plan", "xã An Bình");
    await workbook.addSheet(LAYOUT);
    await workbook.applyEdits([{ sheet: SHEET, cell: "B5", expected: "Nhiệm vụ số 1", value: "x" }]);
    await workbook.showMarks([{ sheet: SHEET, cell: "B5", severity: "error" }]);
    const before = partsOf(rich);
    const after = partsOf(workbook.save());
    const own = ["xl/worksheets/sheet3.xml", "customXml/item2.xml", "customXml/_rels/item2.xml.rels", "customXml/itemProps2.xml"];
    expect(Object.keys(after)).toEqual([...Object.keys(before), ...Object.keys(after).filter((name) => own.includes(name))]);
    const changed = Object.keys(before).filter((name) => Buffer.compare(before[name]!, after[name]!) !== 0);
    expect(changed.sort()).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", SHEET_PART].sort());
    await workbook.writeSetting("plan", null);
    await workbook.clearMarks();
    await workbook.undo();
    await workbook.undo();
    expect(differing(rich, workbook.save())).toEqual([]);
  });

  test("the user's own conditional formats keep their place and priority", async () => {
    const workbook = await openWorkbook(rich);
    await workbook.showMarks([{ sheet: SHEET, cell: "A5", severity: "error" }]);
    const xml = partText(workbook.save(), SHEET_PART);
    const own = /<conditionalFormatting sqref="A5:A9">.*?<\/conditionalFormatting>/.exec(partText(rich, SHEET_PART))![0];
    expect(xml).toContain(own);
    expect(xml.indexOf(own)).toBeLessThan(xml.indexOf("phuluc:error"));
    expect(Number(/priority="(\d+)"><formula>N\(/.exec(xml)?.[1])).toBeGreaterThan(1);
  });
});

describe("rows that are taken out take everything below along", () => {
  const removal = { sheet: SHEET, removeRow: 6, expected: ["2", "Nhiệm vụ số 2", "Phòng Kinh tế", "06/09/2025"] };

  test("merges, formats, validations, links, notes, drawings, names, charts", async () => {
    const workbook = await openWorkbook(rich);
    await workbook.applyEdits([{ sheet: SHEET, cell: "B7", expected: "Nhiệm vụ số 3", value: "ba" }, removal]);
    const [grid] = await workbook.readGrids();
    expect(textAt(grid!, 5, 1)).toBe("ba");
    const saved = workbook.save();
    const xml = partText(saved, SHEET_PART);
    expect(xml).toContain('sqref="A5:A8"');
    expect(xml).toMatch(/<dataValidation [^>]*sqref="C8"/);
    expect(xml).toMatch(/<hyperlink [^>]*ref="B8"/);
    expect(xml).toContain('<mergeCell ref="A3:A4"/>');
    expect(partText(saved, "xl/comments1.xml")).toContain('ref="B7"');
    expect(partText(saved, "xl/threadedComments/threadedComment1.xml")).toContain('ref="B7"');
    expect(partText(saved, "xl/drawings/drawing1.xml")).toContain("<xdr:row>5</xdr:row>");
    expect(partText(saved, "xl/charts/chart1.xml")).toContain("'Phụ lục I'!$A$5:$A$8");
    const names = partText(saved, "xl/workbook.xml");
    expect(names).toContain("'Phụ lục I'!$B$5:$B$8");
    expect(names).toMatch(/Print_Titles[^<]*>(?:'|&apos;)Phụ lục I(?:'|&apos;)!\$3:\$4</);
    expect(names).toMatch(/Print_Area[^<]*>(?:'|&apos;)Phụ lục I(?:'|&apos;)!\$A\$?1:\$D\$?8</);
    const other = await openWorkbook(saved);
    expect((await other.readGrids())[0]).toEqual(grid);
    const sheet = new ExcelJS.Workbook();
    await sheet.xlsx.load(saved.buffer as ArrayBuffer);
    expect(sheet.getWorksheet(SHEET)!.getCell("B6").value).toBe("ba");
    expect(sheet.getWorksheet(SHEET)!.getRow(6).hidden).toBe(true);
  });

  test.each([
    ["a row with a note", { sheet: SHEET, removeRow: 8, expected: ["4", "Nhiệm vụ số 4", "Phòng Kinh tế", "08/09/2025"] }],
    ["the first row of a merged cell that goes on", { sheet: SHEET, removeRow: 3, expected: ["TT", "Nội dung", "Chủ trì", "Thời gian"] }],
  ])("%s stays", async (_, edit) => {
    const workbook = await openWorkbook(rich);
    expect((await workbook.applyEdits([edit])).skipped.map(({ reason }) => reason)).toEqual(["rows-cannot-move"]);
    expect(workbook.save()).toEqual(rich);
  });

  test("marks move with their rows, and back", async () => {
    const workbook = await openWorkbook(rich);
    await workbook.showMarks([{ sheet: SHEET, cell: "B9", severity: "error" }, { sheet: SHEET, cell: "B6", severity: "info" }]);
    await workbook.applyEdits([removal]);
    expect(workbook.marksShown().map(({ area }) => area.top)).toEqual([7]);
    expect((await openWorkbook(workbook.save())).marksShown().map(({ area }) => area.top)).toEqual([7]);
    await workbook.undo();
    expect(workbook.marksShown().map(({ area }) => area.top)).toEqual([8]);
  });
});

describe("other programs read what was written", () => {
  const edits = [
    { sheet: SHEET, cell: "B5", expected: "Nhiệm vụ số 1", value: "=Xã & <phường>\nhai dòng" },
    { sheet: SHEET, cell: "A6", expected: 2, value: 22 },
    { sheet: SHEET, cell: "F20", expected: null, value: "  xa  " },
    { sheet: SHEET, cell: "C6", expected: "Phòng Kinh tế", value: true },
  ];
  let saved: Uint8Array;

  beforeAll(async () => {
    const workbook = await openWorkbook(rich);
    expect((await workbook.applyEdits(edits)).skipped).toEqual([]);
    await workbook.showMarks([{ sheet: SHEET, cell: "B5", severity: "error" }]);
    saved = workbook.save();
  });

  test("exceljs", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(saved.buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet(SHEET)!;
    for (const { cell, value } of edits) expect(sheet.getCell(cell).value).toEqual(value);
    expect(sheet.getCell("B9").value).toMatchObject({ text: "Nhiệm vụ số 5" });
  });

  test("@e965/xlsx", () => {
    const sheet = read(saved, { type: "array" }).Sheets[SHEET]!;
    for (const { cell, value } of edits) expect((sheet[cell] as { v: unknown }).v).toEqual(value);
  });

  test("read-excel-file", async () => {
    const [first] = await readXlsxFile(Buffer.from(saved), { trim: false });
    const { data } = first!;
    expect([data[4]![1], data[5]![0], data[19]![5], data[5]![2]]).toEqual(edits.map(({ value }) => value));
  });

  test("this one", async () => {
    const [grid] = await (await openWorkbook(saved)).readGrids();
    expect([valueAt(grid!, 4, 1), valueAt(grid!, 5, 0), valueAt(grid!, 19, 5), valueAt(grid!, 5, 2)]).toEqual(edits.map(({ value }) => value));
  });
});
