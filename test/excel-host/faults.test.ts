import type { CellEdit } from "../../src/grid/edit";
import { valueAt, type CellValue } from "../../src/grid/grid";
import { ReviewSession } from "../../src/review/session";
import { WorkbookFailure } from "../../src/workbook/failure";
import { HostError } from "./hostError";
import { settled, stage } from "./stage";

const ROWS = [["TT", "Nội dung"], [1, "một"], [2, "hai"]];
const TASKS = [
  ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
  [1, "Lập kế hoạch tuyên truyền", "Phòng Kinh tế", "Công an xã", "Tháng 3 năm 2026"],
  [3, "Mở lớp tập huấn kỹ năng số", "Các phòng, ban liên quan", "Công an xã", ""],
];

function edit(cell: string, expected: CellValue, value: CellValue, sheet = "I"): CellEdit {
  return { sheet, cell, expected, value };
}

/** What a piece of work failed with; its own text must not be a stack trace, and be there in both languages. */
async function failure(work: Promise<unknown>): Promise<WorkbookFailure> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(WorkbookFailure);
  const { reason, localized } = error as WorkbookFailure;
  expect(localized).toEqual(reason);
  for (const text of [reason.vi, reason.en]) expect(text).toMatch(/^[^\n]{20,}$/);
  return error as WorkbookFailure;
}

describe("a cell is being edited", () => {
  test("work waits until the cell is left, where Excel can put it off", async () => {
    const { host, workbook } = stage({ I: ROWS });
    host.faults.editingCell = true;
    let grids: unknown = null;
    const reading = workbook.readGrids().then((read) => (grids = read));
    await settled();
    expect(grids).toBeNull();
    host.endCellEdit();
    await reading;
    expect(grids).toHaveLength(1);
  });

  test("says what to press where Excel refuses instead, and works afterwards", async () => {
    const { host, workbook } = stage({ I: ROWS });
    host.faults.before = () => (host.faults.editingCell = true);
    expect((await failure(workbook.readGrids())).code).toBe("cell-being-edited");
    host.faults.before = () => undefined;
    host.endCellEdit();
    expect(await workbook.readGrids()).toHaveLength(1);
  });

  test("an edit that is refused is not written, and can be made again", async () => {
    const { host, workbook } = stage({ I: ROWS });
    await workbook.readGrids();
    host.resetCounts();
    host.faults.before = (request) => (host.faults.editingCell = request >= 2);
    expect((await failure(workbook.applyEdits([edit("B2", "một", "MỘT")]))).code).toBe("cell-being-edited");
    host.faults.before = () => undefined;
    host.endCellEdit();
    expect(host.workbook.sheet("I").at(1, 1).value).toBe("một");
    expect(await workbook.undo()).toBeNull();
    expect((await workbook.applyEdits([edit("B2", "một", "MỘT")])).applied).toHaveLength(1);
  });
});

describe("a protected sheet", () => {
  test("is read as any other; what is to be written there is left and told, the rest is written", async () => {
    const { host, workbook } = stage({ I: ROWS, Khóa: ROWS, II: ROWS });
    host.workbook.sheet("Khóa").protected = true;
    expect(await workbook.readGrids()).toHaveLength(3);
    const edits = [edit("B2", "một", "1"), edit("B2", "một", "1", "Khóa"), edit("B3", "hai", "2", "Khóa"), edit("B2", "một", "1", "II")];
    const report = await workbook.applyEdits(edits);
    expect(report.applied).toEqual([edits[0], edits[3]]);
    expect(report.skipped.map(({ edit: { sheet }, reason }) => [sheet, reason])).toEqual([["Khóa", "protected"], ["Khóa", "protected"]]);
    expect(["I", "Khóa", "II"].map((name) => host.workbook.sheet(name).at(1, 1).value)).toEqual(["1", "một", "1"]);
    await workbook.undo();
    expect(["I", "Khóa", "II"].map((name) => host.workbook.sheet(name).at(1, 1).value)).toEqual(["một", "một", "một"]);
  });

  test("no row of it is moved, and no cell written that goes with it", async () => {
    const { host, workbook } = stage({ Khóa: ROWS });
    host.workbook.sheet("Khóa").protected = true;
    const report = await workbook.applyEdits([{ sheet: "Khóa", removeRow: 3, expected: ["2", "hai"] }, edit("B2", "một", "một hai", "Khóa")]);
    expect(report.applied).toEqual([]);
    expect(report.skipped.map(({ reason }) => reason)).toEqual(["protected", "protected"]);
  });

  test("cannot be marked: told, the other sheets are marked, and a check finds what it finds", async () => {
    const { host, workbook } = stage({ I: ROWS, Khóa: TASKS, II: ROWS });
    host.workbook.sheet("Khóa").protected = true;
    const marks = ["I", "Khóa", "II"].map((sheet) => ({ sheet, cell: "B2", severity: "error" as const }));
    const told = await failure(workbook.showMarks(marks));
    expect([told.code, told.reason.vi.includes("“Khóa”")]).toEqual(["sheet-protected", true]);
    expect(["I", "Khóa", "II"].map((name) => host.workbook.sheet(name).formats.length)).toEqual([1, 0, 1]);
    const session = new ReviewSession(workbook);
    await failure(session.showMarks());
    expect((await session.check()).findings.length).toBeGreaterThan(0);
  });
});

describe("a sheet that is deleted meanwhile", () => {
  test("is not there in the next reading", async () => {
    const { host, workbook } = stage({ I: ROWS, II: ROWS });
    await workbook.readGrids();
    host.deleteSheet("I");
    expect((await workbook.readGrids()).map(({ sheet }) => sheet)).toEqual(["II"]);
  });

  test.each(["before comparing", "between comparing and writing"])("its edits are told, the others carried out: %s", async (when) => {
    const { host, workbook } = stage({ I: ROWS, II: ROWS, III: ROWS });
    await workbook.readGrids();
    host.resetCounts();
    host.faults.before = (request) => {
      if (request === (when === "before comparing" ? 1 : 2) && host.workbook.sheets.length === 3) host.deleteSheet("II");
    };
    const report = await workbook.applyEdits(["I", "II", "III"].map((sheet) => edit("B2", "một", "x", sheet)));
    expect(report.applied.map(({ sheet }) => sheet)).toEqual(["I", "III"]);
    expect(report.skipped.map(({ edit: { sheet }, reason }) => [sheet, reason])).toEqual([["II", "no-sheet"]]);
    expect((await workbook.readGrids()).map((grid) => valueAt(grid, 1, 1))).toEqual(["x", "x"]);
  });

  test("marks of the others are shown", async () => {
    const { host, workbook } = stage({ I: ROWS, II: ROWS });
    await workbook.readGrids();
    host.deleteSheet("I");
    await workbook.showMarks([{ sheet: "I", cell: "B2", severity: "error" }, { sheet: "II", cell: "B2", severity: "error" }]);
    expect(host.workbook.sheet("II").formats).toHaveLength(1);
  });

  test("selecting one of its cells says so", async () => {
    const { workbook } = stage({ I: ROWS });
    expect((await failure(workbook.select("mất", "A1"))).code).toBe("no-such-sheet");
    expect((await failure(workbook.columnWidths("mất"))).code).toBe("no-such-sheet");
  });
});

describe("a co-author", () => {
  test("who changes a cell between the check and the fix is not overwritten", async () => {
    const { host, workbook } = stage({ I: ROWS });
    await workbook.readGrids();
    host.type("I", "B2", "của người khác", "Remote");
    const report = await workbook.applyEdits([edit("B2", "một", "x"), edit("B3", "hai", "y")]);
    expect(report.skipped).toEqual([{ edit: edit("B2", "một", "x"), reason: "changed", found: "của người khác" }]);
    expect(host.workbook.sheet("I").at(2, 1).value).toBe("y");
  });

  test("who changes it after the fix is not overwritten by taking the fix back, which tells only what it did", async () => {
    const { host, workbook } = stage({ I: ROWS });
    await workbook.applyEdits([edit("B2", "một", "x"), edit("B3", "hai", "y")]);
    host.type("I", "B2", "của người khác", "Remote");
    expect(await workbook.undo()).toEqual({ cells: [{ sheet: "I", cell: "B3" }] });
    expect([host.workbook.sheet("I").at(1, 1).value, host.workbook.sheet("I").at(2, 1).value]).toEqual(["của người khác", "hai"]);
    expect(await workbook.redo()).toEqual({ cells: [{ sheet: "I", cell: "B3" }] });
    expect(host.workbook.sheet("I").at(2, 1).value).toBe("y");
  });

  test("who moves rows keeps them: a row that was taken out does not come back in another place", async () => {
    const { host, workbook } = stage({ I: [...ROWS, [3, "ba"], [4, "bốn"]] });
    await workbook.applyEdits([{ sheet: "I", removeRow: 3, expected: ["2", "hai"] }]);
    host.moveRows("I", 2, 1);
    await workbook.undo();
    expect([1, 2, 3, 4].map((row) => host.workbook.sheet("I").at(row, 1).value)).toEqual([null, "một", "ba", "bốn"]);
  });
});

describe("Excel itself", () => {
  test("too old: says which is needed, before anything is sent", async () => {
    const { host, workbook } = stage({ I: ROWS });
    host.faults.set = "1.8";
    expect((await failure(workbook.readGrids())).code).toBe("excel-too-old");
    expect(host.requests).toEqual([]);
  });

  test("of the required set and no later one, does everything", async () => {
    const { host, workbook } = stage({ I: ROWS });
    host.faults.set = "1.9";
    const heard: unknown[] = [];
    workbook.onChange((change) => heard.push(change.cells));
    await workbook.readGrids();
    await workbook.applyEdits([edit("B2", "một", "x")]);
    await workbook.showMarks([{ sheet: "I", cell: "B2", severity: "info" }]);
    await workbook.writeSetting("plan", "{}");
    host.type("I", "B3", "mới");
    await settled();
    expect(heard).toEqual([[{ sheet: "I", cell: "B3" }]]);
    expect(await workbook.clearMarks()).toBe(1);
  });

  test("silent: says so after the time limit, and works when it speaks again", async () => {
    const { host, workbook } = stage({ I: ROWS }, { timeLimit: 30 });
    host.faults.silent = true;
    expect((await failure(workbook.readGrids())).code).toBe("excel-silent");
    host.faults.silent = false;
    expect(await workbook.readGrids()).toHaveLength(1);
  });

  test("silent while writing: says that it is not known what was written", async () => {
    const { host, workbook } = stage({ I: ROWS }, { timeLimit: 30 });
    await workbook.readGrids();
    host.resetCounts();
    host.faults.before = (request) => (host.faults.silent = request >= 1);
    expect((await failure(workbook.applyEdits([edit("B2", "một", "x")]))).code).toBe("partly-written");
  });

  test("breaks off in the middle of writing: what was written is told exactly, and can be taken back", async () => {
    const { host, workbook } = stage({ I: ROWS, II: ROWS });
    await workbook.readGrids();
    let writes = 0;
    host.faults.beforeAction = (member) => {
      if (member === "Range.values=" && ++writes === 2) throw new HostError("GeneralException", "There was an internal error.");
    };
    const report = await workbook.applyEdits([edit("B2", "một", "x"), edit("B2", "một", "y", "II")]);
    host.faults.beforeAction = () => undefined;
    expect(report.applied).toEqual([edit("B2", "một", "x")]);
    expect(report.skipped.map(({ edit: { sheet }, reason }) => [sheet, reason])).toEqual([["II", "with-others"]]);
    await workbook.undo();
    expect((await workbook.readGrids()).map((grid) => valueAt(grid, 1, 1))).toEqual(["một", "một"]);
    // The add-in hears of changes again.
    expect(host.hearsEvents).toBe(true);
  });

  test("refuses to give the formulas of all formats at once: they are asked for one by one", async () => {
    const { host, workbook } = stage({ I: ROWS });
    host.faults.refused.set("ConditionalFormatCollection.customOrNullObject/rule/formula", "InvalidArgument");
    await workbook.showMarks([{ sheet: "I", cell: "B2", severity: "error" }]);
    await workbook.readGrids();
    await workbook.showMarks([{ sheet: "I", cell: "B3", severity: "error" }]);
    expect(host.markedAreas("I")).toHaveLength(1);
    expect(await workbook.clearMarks()).toBe(1);
  });

  test("refuses what nobody knows: says so in words", async () => {
    const { host, workbook } = stage({ I: ROWS });
    host.faults.refused.set("WorksheetCollection.name", "SomethingElse");
    const { code, reason } = await failure(workbook.readGrids());
    expect([code, reason.en.includes("SomethingElse")]).toEqual(["excel-refused", true]);
  });
});
