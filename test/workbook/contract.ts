import type { CellEdit } from "../../src/grid/edit";
import { textAt, valueAt, type CellValue, type Grid } from "../../src/grid/grid";
import type { Workbook } from "../../src/workbook/workbook";

/** The workbook that an adapter's test makes for the suite: cells by address, and what besides. */
export interface ContractSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Cells with a formula, and the value that it gave. */
  readonly formulas?: Readonly<Record<string, { readonly formula: string; readonly value: CellValue }>>;
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

/** An adapter over a fresh workbook with these sheets. */
export type MakeWorkbook = (sheets: readonly ContractSheet[]) => Promise<Workbook>;

const SHEETS: readonly ContractSheet[] = [
  {
    name: "Phụ lục I",
    cells: { A1: "PHỤ LỤC I", A3: "TT", B3: "Nội dung", C3: "Thời gian", A4: 1, B4: "Rà soát thủ tục", C4: "Quý IV/2025", A5: 2, B5: "Số hóa hồ sơ", C5: true },
  },
  { name: "Phụ lục II", cells: { B2: "Chỉ tiêu", C2: 0.5 } },
  { name: "Ẩn", cells: { A1: "ghi chép" }, hidden: true },
];

const WITH_FORMULA: readonly ContractSheet[] = [
  { name: "Tổng", cells: { A1: 1, A2: 2, B1: "=không phải công thức" }, formulas: { A3: { formula: "SUM(A1:A2)", value: 3 } } },
];

function edit(cell: string, expected: CellValue, value: CellValue, sheet = "Phụ lục I"): CellEdit {
  return { sheet, cell, expected, value };
}

async function grid(workbook: Workbook, sheet = "Phụ lục I"): Promise<Grid> {
  const found = (await workbook.readGrids()).find((candidate) => candidate.sheet === sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return found;
}

/**
 * What every adapter of the port `Workbook` promises.
 * @param makeWorkbook a fresh workbook for each test.
 */
export function describeWorkbookContract(name: string, makeWorkbook: MakeWorkbook): void {
  describe(`${name}: the workbook contract`, () => {
    test("reads every sheet in tab order, hidden ones too", async () => {
      const grids = await (await makeWorkbook(SHEETS)).readGrids();
      expect(grids.map(({ sheet, visibility }) => [sheet, visibility])).toEqual([
        ["Phụ lục I", "visible"],
        ["Phụ lục II", "visible"],
        ["Ẩn", "hidden"],
      ]);
    });

    test("reads values by their kind, at their addresses", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const first = await grid(workbook);
      expect(valueAt(first, 3, 0)).toBe(1);
      expect(valueAt(first, 4, 2)).toBe(true);
      expect(textAt(first, 2, 1)).toBe("Nội dung");
      expect(textAt(first, 1, 0)).toBe("");
      const second = await grid(workbook, "Phụ lục II");
      expect(textAt(second, 1, 1)).toBe("Chỉ tiêu");
      expect(valueAt(second, 1, 2)).toBe(0.5);
    });

    test("writes cells that hold what was expected, new ones too", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const edits = [edit("B4", "Rà soát thủ tục", "Rà soát quy trình"), edit("D4", null, "mới"), edit("A5", 2, null)];
      const report = await workbook.applyEdits(edits);
      expect(report.skipped).toEqual([]);
      expect(report.applied).toEqual(edits);
      const after = await grid(workbook);
      expect(textAt(after, 3, 1)).toBe("Rà soát quy trình");
      expect(textAt(after, 3, 3)).toBe("mới");
      expect(valueAt(after, 4, 0)).toBeNull();
      expect(textAt(after, 4, 1)).toBe("Số hóa hồ sơ");
    });

    test("skips a cell that changed and tells what it found; the others are written", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const stale = edit("B4", "một nội dung khác", "x");
      const good = edit("B5", "Số hóa hồ sơ", "Số hóa toàn bộ hồ sơ");
      const report = await workbook.applyEdits([stale, good]);
      expect(report.applied).toEqual([good]);
      expect(report.skipped).toEqual([{ edit: stale, reason: "changed", found: "Rà soát thủ tục" }]);
      expect(textAt(await grid(workbook), 3, 1)).toBe("Rà soát thủ tục");
    });

    test.each([
      ["no-sheet", edit("A1", null, "x", "Không có")],
      ["bad-address", edit("4B", null, "x")],
      ["bad-address", edit("A1048577", null, "x")],
    ])("skips with the reason %s", async (reason, bad) => {
      const workbook = await makeWorkbook(SHEETS);
      const report = await workbook.applyEdits([bad]);
      expect(report.applied).toEqual([]);
      expect(report.skipped.map((skip) => skip.reason)).toEqual([reason]);
    });

    test("never writes over a formula", async () => {
      const workbook = await makeWorkbook(WITH_FORMULA);
      const report = await workbook.applyEdits([edit("A3", 3, 4, "Tổng")]);
      expect(report.skipped.map(({ reason }) => reason)).toEqual(["formula"]);
      const after = await grid(workbook, "Tổng");
      expect(valueAt(after, 2, 0)).toBe(3);
      expect(after.formulas?.has("A3")).toBe(true);
    });

    test.each(["=1+1", "+84", "-", "@SUM(A1)", "=HYPERLINK(\"http://x\")"])("writes %j as a text, never as a formula", async (text) => {
      const workbook = await makeWorkbook(SHEETS);
      await workbook.applyEdits([edit("D4", null, text)]);
      const after = await grid(workbook);
      expect(valueAt(after, 3, 3)).toBe(text);
      expect(after.formulas?.has("D4") ?? false).toBe(false);
    });

    test("takes a batch back and out again as one step", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const before = await grid(workbook);
      await workbook.applyEdits([edit("B4", "Rà soát thủ tục", "một"), edit("B5", "Số hóa hồ sơ", "hai")]);
      const after = await grid(workbook);
      const undone = await workbook.undo();
      expect(undone?.cells).toEqual(expect.arrayContaining([{ sheet: "Phụ lục I", cell: "B4" }, { sheet: "Phụ lục I", cell: "B5" }]));
      expect((await grid(workbook)).texts).toEqual(before.texts);
      expect(await workbook.undo()).toBeNull();
      await workbook.redo();
      expect((await grid(workbook)).texts).toEqual(after.texts);
      expect(await workbook.redo()).toBeNull();
    });

    test("forgets what was taken back once something else is written", async () => {
      const workbook = await makeWorkbook(SHEETS);
      await workbook.applyEdits([edit("B4", "Rà soát thủ tục", "một")]);
      await workbook.undo();
      await workbook.applyEdits([edit("B5", "Số hóa hồ sơ", "hai")]);
      expect(await workbook.redo()).toBeNull();
    });

    test("a batch of which nothing could be written is no step", async () => {
      const workbook = await makeWorkbook(SHEETS);
      await workbook.applyEdits([edit("B4", "khác", "một")]);
      expect(await workbook.undo()).toBeNull();
    });

    test("takes a row out when it still shows what was seen, and puts it back", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const stale = { sheet: "Phụ lục I", removeRow: 4, expected: ["1", "khác"] };
      expect((await workbook.applyEdits([stale])).skipped.map(({ reason }) => reason)).toEqual(["changed"]);
      const removal = { sheet: "Phụ lục I", removeRow: 4, expected: ["1", "Rà soát thủ tục", "Quý IV/2025"] };
      const report = await workbook.applyEdits([removal]);
      expect(report.applied).toEqual([removal]);
      expect(textAt(await grid(workbook), 3, 1)).toBe("Số hóa hồ sơ");
      expect((await workbook.undo())?.cells).toBeNull();
      expect(textAt(await grid(workbook), 3, 1)).toBe("Rà soát thủ tục");
      expect(textAt(await grid(workbook), 4, 1)).toBe("Số hóa hồ sơ");
    });

    test("row removals of a batch speak of the sheet before it, and come after its cell edits", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const report = await workbook.applyEdits([
        { sheet: "Phụ lục I", removeRow: 3, expected: ["TT", "Nội dung", "Thời gian"] },
        { sheet: "Phụ lục I", removeRow: 4, expected: ["1", "Rà soát thủ tục", "Quý IV/2025"] },
        edit("B5", "Số hóa hồ sơ", "Số hóa"),
      ]);
      expect(report.applied).toHaveLength(3);
      expect(textAt(await grid(workbook), 2, 1)).toBe("Số hóa");
    });

    test("shows marks, replaces them, and clears every one", async () => {
      const workbook = await makeWorkbook(SHEETS);
      await workbook.showMarks([
        { sheet: "Phụ lục I", cell: "B4", severity: "error" },
        { sheet: "Phụ lục I", cell: "C4", severity: "warning" },
        { sheet: "Phụ lục II", cell: "C2", severity: "info" },
      ]);
      await workbook.showMarks([
        { sheet: "Phụ lục I", cell: "B4", severity: "error" },
        { sheet: "Phụ lục I", cell: "B5", severity: "error" },
      ]);
      expect(await workbook.clearMarks()).toBe(2);
      expect(await workbook.clearMarks()).toBe(0);
    });

    test("marks change no value", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const before = await grid(workbook);
      await workbook.showMarks([{ sheet: "Phụ lục I", cell: "B4", severity: "error" }]);
      const after = await grid(workbook);
      expect(after.texts).toEqual(before.texts);
      expect(after.values).toEqual(before.values);
    });
  });
}
