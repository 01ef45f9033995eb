import type { CellEdit } from "../../src/grid/edit";
import { valueAt, type CellValue } from "../../src/grid/grid";
import { ExcelWorkbook } from "../../src/workbook/excel/excelWorkbook";
import type { ExcelEnvironment } from "../../src/workbook/excel/excelClient";
import { ExcelHost } from "./host";
import { ModelWorkbook } from "./model";
import { loadExcel } from "./nodeLoader";
import { stage } from "./stage";

function edit(cell: string, expected: CellValue, value: CellValue, sheet = "I"): CellEdit {
  return { sheet, cell, expected, value };
}

test.each(["9/2026", "31/12/2025", "30%", "001", "1.", "TRUE", "=1+1", "+84", "-x", "@a", "'đã trích", "Quý I/2026", "≥90"])(
  "%j stays the text that it is, under the number format that the cell had",
  async (text) => {
    const { host, workbook } = stage({ I: [["cũ"]] });
    host.workbook.sheet("I").put(0, 0, { value: "cũ", numberFormat: "0.00" });
    expect((await workbook.applyEdits([edit("A1", "cũ", text)])).skipped).toEqual([]);
    expect(host.workbook.sheet("I").at(0, 0)).toMatchObject({ value: text, numberFormat: "0.00" });
    await workbook.undo();
    expect(host.workbook.sheet("I").at(0, 0)).toMatchObject({ value: "cũ", numberFormat: "0.00" });
  },
);

test("a text that Excel makes something else of after all is written once more", async () => {
  const { host, workbook } = stage({ I: [["cũ"]] });
  const sheet = host.workbook.sheet("I");
  const enter = sheet.enter.bind(sheet);
  // An Excel that takes this for a date.
  sheet.enter = (row, column, input) => (input === "Tháng Chín 2026" ? sheet.put(row, column, { value: 46_266, numberFormat: "mmm-yy" }) : enter(row, column, input));
  expect((await workbook.applyEdits([edit("A1", "cũ", "Tháng Chín 2026")])).skipped).toEqual([]);
  expect(sheet.at(0, 0)).toMatchObject({ value: "Tháng Chín 2026", numberFormat: "General" });
});

test("a cell of the format text keeps a number as its digits, and is taken back", async () => {
  const { host, workbook } = stage({ I: [["cũ"]] });
  host.workbook.sheet("I").put(0, 0, { value: "cũ", numberFormat: "@" });
  expect((await workbook.applyEdits([edit("A1", "cũ", 7)])).skipped).toEqual([]);
  expect(host.workbook.sheet("I").at(0, 0).value).toBe("7");
  expect(valueAt((await workbook.readGrids())[0]!, 0, 0)).toBe("7");
  await workbook.undo();
  expect(host.workbook.sheet("I").at(0, 0).value).toBe("cũ");
});

test("a cell that a merge covers takes nothing, and says so", async () => {
  const { host, workbook } = stage({ I: [["đầu"]] });
  host.workbook.sheet("I").merges = [{ top: 0, left: 0, bottom: 0, right: 2 }];
  const report = await workbook.applyEdits([edit("B1", null, "mất"), edit("A1", "đầu", "ĐẦU")]);
  expect(report.applied.map((one) => (one as CellEdit).cell)).toEqual(["A1"]);
  expect(report.skipped.map(({ reason }) => reason)).toEqual(["merged-away"]);
});

test("what formulas compute of an edit is read with it, and a constant that became a formula is left alone", async () => {
  const { host, workbook } = stage({ I: [[1, "=A1*2"]] });
  const sheet = host.workbook.sheet("I");
  host.workbook.recalculate = () => sheet.put(0, 1, { formula: "=A1*2", value: Number(sheet.at(0, 0).value) * 2 });
  host.workbook.recalculate();
  await workbook.readGrids();
  await workbook.applyEdits([edit("A1", 1, 5)]);
  expect(valueAt((await workbook.readGrids())[0]!, 0, 1)).toBe(10);
  sheet.put(0, 0, { value: 5, formula: "=2+3" });
  expect((await workbook.applyEdits([edit("A1", 5, 6)])).skipped.map(({ reason }) => reason)).toEqual(["formula"]);
});

describe("a batch of more than one request", () => {
  const many = (): { host: ExcelHost; edits: CellEdit[] } => {
    const model = new ModelWorkbook();
    const sheet = model.addSheet("I");
    const edits: CellEdit[] = [];
    for (let row = 0; row < 10_000; row += 2) {
      sheet.put(row, 0, { value: row });
      edits.push(edit(`A${row + 1}`, row, `Việc ${row}`));
    }
    return { host: new ExcelHost(model), edits };
  };

  test("is written whole, each request far below Excel's limit, and taken back as one", async () => {
    const { host, edits } = many();
    host.faults.payloadLimit = 5_000_000;
    const workbook = new ExcelWorkbook(loadExcel(host));
    await workbook.readGrids();
    host.resetCounts();
    expect((await workbook.applyEdits(edits)).applied).toHaveLength(5_000);
    expect(Math.max(...host.requests.map(({ sent }) => sent))).toBeLessThan(3_000_000);
    expect(host.workbook.sheet("I").at(9_998, 0).value).toBe("Việc 9998");
    await workbook.undo();
    expect(host.workbook.sheet("I").at(9_998, 0).value).toBe(9_998);
    expect(await workbook.undo()).toBeNull();
  });

  test.each(["UndoNotSupported", "GeneralException"])("is one step of Excel's history where Excel can do that, and is written all the same where it answers %s", async (code) => {
    const { host, edits } = many();
    const real = loadExcel(host);
    const options: unknown[] = [];
    const run = (...args: readonly unknown[]): unknown => {
      options.push(args[0]);
      // The client library in the package does not know the option: the newer one raises such errors.
      if ("mergeUndoGroup" in (args[0] as object)) throw Object.assign(new Error("refused"), { code });
      return (real.excel.run as (...rest: readonly unknown[]) => unknown)(...args);
    };
    host.faults.set = "1.20";
    const workbook = new ExcelWorkbook({ ...real, excel: { run: run as ExcelEnvironment["excel"]["run"] } });
    await workbook.readGrids();
    expect((await workbook.applyEdits(edits)).applied).toHaveLength(5_000);
    expect(options).toContainEqual({ mergeUndoGroup: true });
    expect(host.workbook.sheet("I").at(9_998, 0).value).toBe("Việc 9998");
  });
});

test("a row that is put back has its values, formulas, number formats and height", async () => {
  const { host, workbook } = stage({ I: [["a"], [1, "=A2+1", 0.5], ["b"]] });
  const sheet = host.workbook.sheet("I");
  sheet.put(1, 2, { value: 0.5, numberFormat: "0%" });
  sheet.rowHeights.set(1, 33);
  await workbook.applyEdits([{ sheet: "I", removeRow: 2, expected: ["1", "0", "50%"] }]);
  sheet.rowHeights.clear();
  await workbook.undo();
  expect([sheet.at(1, 0).value, sheet.at(1, 1).formula, sheet.at(1, 2)]).toEqual([1, "=A2+1", { value: 0.5, numberFormat: "0%" }]);
  expect(sheet.rowHeights.get(1)).toBe(33);
});

test("a new column is as wide as it is to be, or as its neighbour", async () => {
  const { host, workbook } = stage({ I: [["a", "b"]] });
  const sheet = host.workbook.sheet("I");
  sheet.columnWidths.set(1, 120);
  await workbook.applyEdits([
    { sheet: "I", insertColumn: "B", formatFrom: "right", cells: [{ row: 0, value: "mới" }] },
    { sheet: "I", insertColumn: "C", formatFrom: "left", width: 20, cells: [] },
  ]);
  expect(sheet.columnWidths.get(1)).toBe(120);
  expect(sheet.looks.find(({ address, property }) => address.startsWith("C") && property === "columnWidth")?.value).toBe(108.75);
  expect(sheet.looks.some(({ property, value }) => property === "copyFrom" && value === "I!C1:C1048576")).toBe(true);
});

describe("the print area", () => {
  const table = () => stage({ I: [["a", "b"], [1, 2]] });
  const behind = { sheet: "I", insertColumn: "C", formatFrom: "left", cells: [{ row: 0, value: "mới" }], printed: true } as const;

  test("that ends with the last column takes in one that is printed with it, and gives it up again", async () => {
    const { host, workbook } = table();
    const sheet = host.workbook.sheet("I");
    sheet.printArea = [{ top: 0, left: 0, bottom: 1, right: 1 }, { top: 8, left: 0, bottom: 9, right: 0 }];
    const before = [...sheet.printArea];
    const there = [{ top: 0, left: 0, bottom: 1, right: 2 }, { top: 8, left: 0, bottom: 9, right: 0 }];
    await workbook.applyEdits([behind]);
    expect(sheet.printArea).toEqual(there);
    await workbook.undo();
    expect(sheet.printArea).toEqual(before);
    await workbook.redo();
    expect(sheet.printArea).toEqual(there);
    await workbook.applyEdits([{ sheet: "I", removeColumn: "C", expected: ["mới"] }]);
    expect(sheet.printArea).toEqual(before);
    await workbook.undo();
    expect(sheet.printArea).toEqual(there);
  });

  test.each([
    ["a column that is not printed", { ...behind, printed: undefined }, 1],
    ["an area that ends elsewhere", behind, 0],
    ["an area that holds the new column already", behind, 5],
  ])("stays: %s", async (_, { printed, ...edit }, right) => {
    const { host, workbook } = table();
    const sheet = host.workbook.sheet("I");
    sheet.printArea = [{ top: 0, left: 0, bottom: 1, right }];
    await workbook.applyEdits([printed === undefined ? edit : { ...edit, printed }]);
    expect(sheet.printArea).toEqual([{ top: 0, left: 0, bottom: 1, right: right >= 2 ? right + 1 : right }]);
  });

  test("is none of a sheet of which all is printed, and no obstacle where Excel has no printer", async () => {
    const { host, workbook } = table();
    await workbook.applyEdits([behind]);
    expect(host.workbook.sheet("I").printArea).toEqual([]);
    await workbook.undo();
    host.workbook.sheet("I").printArea = [{ top: 0, left: 0, bottom: 1, right: 1 }];
    host.faults.refused.set("PageLayout.getPrintAreaOrNullObject", "GeneralException");
    expect((await workbook.applyEdits([behind])).skipped).toEqual([]);
    expect(valueAt((await workbook.readGrids())[0]!, 0, 2)).toBe("mới");
    expect((await workbook.undo())?.cells).toBeNull();
    expect(valueAt((await workbook.readGrids())[0]!, 0, 2)).toBeNull();
  });
});
