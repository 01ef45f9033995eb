import fc from "fast-check";
import { columnName, formatAddress } from "../../src/grid/address";
import { columnTexts, rowTexts, type CellEdit, type ColumnInsertion, type Edit, type RowInsertion } from "../../src/grid/edit";
import { textAt, valueAt, type CellValue, type Grid } from "../../src/grid/grid";
import { MAX_SETTING_BYTES, type Workbook } from "../../src/workbook/workbook";
import { LAYOUT, LISTS } from "./layouts";

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

const FIRST = "Phụ lục I";

function newRow(insertRow: number, cells: Readonly<Record<number, CellValue>> = {}, formatFrom: "above" | "below" = "above"): RowInsertion {
  return { sheet: FIRST, insertRow, formatFrom, cells: Object.entries(cells).map(([column, value]) => ({ column: Number(column), value })) };
}

function newColumn(insertColumn: string, cells: Readonly<Record<number, CellValue>> = {}, formatFrom: "left" | "right" = "left"): ColumnInsertion {
  return { sheet: FIRST, insertColumn, formatFrom, cells: Object.entries(cells).map(([row, value]) => ({ row: Number(row), value })) };
}

/** What the cells of a sheet hold, by address: grids that differ only in empty edges are one. */
function held(sheet: Grid): Readonly<Record<string, CellValue>> {
  const cells: Record<string, CellValue> = {};
  sheet.values.forEach((row, i) =>
    row.forEach((value, j) => {
      if (value !== null && value !== "") cells[formatAddress(i + sheet.origin.row, j + sheet.origin.column)] = value;
    }),
  );
  return cells;
}

async function allHeld(workbook: Workbook): Promise<readonly (readonly [string, Readonly<Record<string, CellValue>>])[]> {
  return (await workbook.readGrids()).map((sheet) => [sheet.sheet, held(sheet)] as const);
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

    describe("lines that come and go", () => {
      test("a row comes in with what it holds, and what was there moves down", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const before = await allHeld(workbook);
        const insertion = newRow(5, { 0: 9, 1: "=Bổ sung", 2: null });
        const report = await workbook.applyEdits([insertion]);
        expect(report).toEqual({ applied: [insertion], skipped: [] });
        const after = await grid(workbook);
        expect(rowTexts(after, 4)).toEqual(["9", "=Bổ sung"]);
        expect(valueAt(after, 4, 0)).toBe(9);
        expect(rowTexts(after, 5).slice(0, 2)).toEqual(["2", "Số hóa hồ sơ"]);
        expect(rowTexts(after, 3)).toEqual(["1", "Rà soát thủ tục", "Quý IV/2025"]);
        const there = await allHeld(workbook);
        expect((await workbook.undo())?.cells).toBeNull();
        expect(await allHeld(workbook)).toEqual(before);
        expect((await workbook.redo())?.cells).toBeNull();
        expect(await allHeld(workbook)).toEqual(there);
      });

      test("a column comes in with what it holds, and what was there moves to the right", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const before = await allHeld(workbook);
        const insertion = newColumn("B", { 2: "Căn cứ", 3: "Mục 9" }, "right");
        const report = await workbook.applyEdits([insertion]);
        expect(report).toEqual({ applied: [insertion], skipped: [] });
        const after = await grid(workbook);
        expect(rowTexts(after, 2)).toEqual(["TT", "Căn cứ", "Nội dung", "Thời gian"]);
        expect(rowTexts(after, 3)).toEqual(["1", "Mục 9", "Rà soát thủ tục", "Quý IV/2025"]);
        expect(textAt(after, 4, 1)).toBe("");
        expect(valueAt(after, 4, 3)).toBe(true);
        const there = await allHeld(workbook);
        expect((await workbook.undo())?.cells).toBeNull();
        expect(await allHeld(workbook)).toEqual(before);
        await workbook.redo();
        expect(await allHeld(workbook)).toEqual(there);
      });

      test("a new column is as wide as told, the others as they were", async () => {
        const workbook = await makeWorkbook(SHEETS);
        await workbook.applyEdits([{ ...newColumn("B", { 2: "Căn cứ" }), width: 30 }]);
        const widths = await workbook.columnWidths(FIRST);
        expect(Math.abs((widths[1] ?? 0) - 30)).toBeLessThan(1);
        expect(widths).toHaveLength(4);
      });

      test("cells of a new column are merged as told, and are again when it is taken back and out again", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const before = await allHeld(workbook);
        const insertion: ColumnInsertion = { ...newColumn("D", { 2: "Căn cứ" }), merges: [{ first: 2, last: 3 }] };
        expect(await workbook.applyEdits([insertion])).toEqual({ applied: [insertion], skipped: [] });
        // A cell that a merged one covers takes nothing.
        const covered = async (): Promise<readonly string[]> => (await workbook.applyEdits([edit("D4", null, "x")])).skipped.map(({ reason }) => reason);
        expect(await covered()).toEqual(["merged-away"]);
        expect((await workbook.applyEdits([edit("D3", "Căn cứ", "Căn cứ, lý do"), edit("D5", null, "Mục 9")])).skipped).toEqual([]);
        await workbook.undo();
        await workbook.undo();
        expect(await allHeld(workbook)).toEqual(before);
        await workbook.redo();
        expect(await covered()).toEqual(["merged-away"]);
        const merges = [{ first: 2, last: 3 }];
        expect((await workbook.applyEdits([{ sheet: FIRST, removeColumn: "D", expected: columnTexts(await grid(workbook), 3), merges }])).skipped).toEqual([]);
        await workbook.undo();
        expect(textAt(await grid(workbook), 2, 3)).toBe("Căn cứ");
        expect(await covered()).toEqual(["merged-away"]);
      });

      test("merged cells of a new column follow the rows that move in the same batch", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const edits: readonly Edit[] = [newRow(1), { ...newColumn("D", { 2: "Căn cứ" }), merges: [{ first: 2, last: 3 }] }];
        expect(await workbook.applyEdits(edits)).toEqual({ applied: edits, skipped: [] });
        expect(textAt(await grid(workbook), 3, 3)).toBe("Căn cứ");
        const report = await workbook.applyEdits([edit("D5", null, "x"), edit("D6", null, "y")]);
        expect(report.skipped.map(({ edit: refused, reason }) => [(refused as CellEdit).cell, reason])).toEqual([["D5", "merged-away"]]);
      });

      test("a column goes when it still shows what was seen, and comes back", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const before = await allHeld(workbook);
        const texts = columnTexts(await grid(workbook), 1);
        const stale = { sheet: FIRST, removeColumn: "B", expected: [...texts.slice(0, -1), "khác"] };
        expect((await workbook.applyEdits([stale])).skipped.map(({ reason }) => reason)).toEqual(["changed"]);
        const removal = { sheet: FIRST, removeColumn: "B", expected: texts };
        expect(await workbook.applyEdits([removal])).toEqual({ applied: [removal], skipped: [] });
        expect(rowTexts(await grid(workbook), 2)).toEqual(["TT", "Thời gian"]);
        await workbook.undo();
        expect(await allHeld(workbook)).toEqual(before);
      });

      test("lines behind everything come and go, too", async () => {
        const workbook = await makeWorkbook(SHEETS);
        await workbook.applyEdits([newRow(20, { 1: "cuối" }), newColumn("K", { 0: "phải" })]);
        const after = await grid(workbook);
        expect([textAt(after, 19, 1), textAt(after, 0, 10)]).toEqual(["cuối", "phải"]);
        await workbook.applyEdits([{ sheet: FIRST, removeRow: 20, expected: ["", "cuối"] }, { sheet: FIRST, removeColumn: "K", expected: ["phải"] }]);
        expect(held(await grid(workbook))).toEqual(SHEETS[0]?.cells);
      });

      test("all edits of a batch speak of the sheet before it; new lines of one place keep the order of the batch", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const edits: readonly Edit[] = [
          { sheet: FIRST, removeRow: 1, expected: ["PHỤ LỤC I"] },
          newRow(5, { 1: "một" }),
          newRow(5, { 1: "hai", 2: "muộn" }, "below"),
          newColumn("C", { 3: "ở giữa" }),
          edit("B4", "Rà soát thủ tục", "Rà soát"),
        ];
        expect(await workbook.applyEdits(edits)).toEqual({ applied: edits, skipped: [] });
        expect(held(await grid(workbook))).toEqual({
          A2: "TT", B2: "Nội dung", D2: "Thời gian",
          A3: 1, B3: "Rà soát", C3: "ở giữa", D3: "Quý IV/2025",
          B4: "một", B5: "hai", D5: "muộn",
          A6: 2, B6: "Số hóa hồ sơ", D6: true,
        });
      });

      test("a batch that moves lines is carried out whole or not at all", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const before = await allHeld(workbook);
        const good = newRow(5, { 1: "mới" });
        const stale = edit("B4", "khác", "x");
        const report = await workbook.applyEdits([good, stale, edit("B5", "Số hóa hồ sơ", "y")]);
        expect(report.applied).toEqual([]);
        expect(report.skipped.map(({ reason }) => reason)).toEqual(["with-others", "changed", "with-others"]);
        expect(await allHeld(workbook)).toEqual(before);
        expect(await workbook.undo()).toBeNull();
      });

      test.each<readonly [string, Edit]>([
        ["no-sheet", { ...newRow(1), sheet: "Không có" }],
        ["bad-address", newRow(0)],
        ["bad-address", newRow(1_048_577)],
        ["bad-address", newColumn("XFE")],
        ["bad-address", { sheet: FIRST, removeColumn: "A1", expected: [] }],
        ["merged-away", { ...newColumn("D", { 2: "Căn cứ", 3: "sẽ mất" }), merges: [{ first: 2, last: 3 }] }],
      ])("is skipped with the reason %s", async (reason, bad) => {
        const workbook = await makeWorkbook(SHEETS);
        expect((await workbook.applyEdits([bad])).skipped.map((skip) => skip.reason)).toEqual([reason]);
      });

      test("formulas move with their lines", async () => {
        const workbook = await makeWorkbook(WITH_FORMULA);
        const report = await workbook.applyEdits([{ sheet: "Tổng", insertRow: 2, formatFrom: "above", cells: [] }]);
        expect(report.skipped).toEqual([]);
        const after = await grid(workbook, "Tổng");
        expect([valueAt(after, 0, 0), valueAt(after, 2, 0), valueAt(after, 3, 0)]).toEqual([1, 2, 3]);
        expect([...(after.formulas ?? [])]).toEqual(["A4"]);
        await workbook.undo();
        expect([...((await grid(workbook, "Tổng")).formulas ?? [])]).toEqual(["A3"]);
      });

      test("whatever comes and goes, taking it back step by step gives what was there, and again what is there now", async () => {
        const line = fc.nat(6);
        const cells = fc.array(fc.tuple(fc.nat(4), fc.constantFrom<CellValue>("x", 7, true, null)), { maxLength: 2 });
        const move = fc.oneof(
          fc.record({ kind: fc.constantFrom("new row" as const, "new column" as const), line, cells }),
          fc.record({ kind: fc.constantFrom("row" as const, "column" as const), line, cells }),
        );
        await fc.assert(
          fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 5 }), async (moves) => {
            const workbook = await makeWorkbook(SHEETS);
            const states = [await allHeld(workbook)];
            for (const { kind, line: at, cells: list } of moves) {
              const sheet = await grid(workbook);
              const contents = Object.fromEntries(list);
              const next: Edit =
                kind === "new row"
                  ? newRow(at + 1, contents, "below")
                  : kind === "new column"
                    ? newColumn(columnName(at), contents)
                    : kind === "row"
                      ? { sheet: FIRST, removeRow: at + 1, expected: rowTexts(sheet, at) }
                      : { sheet: FIRST, removeColumn: columnName(at), expected: columnTexts(sheet, at) };
              expect((await workbook.applyEdits([next])).skipped).toEqual([]);
              states.push(await allHeld(workbook));
            }
            for (const state of states.slice(0, -1).reverse()) {
              expect(await workbook.undo()).not.toBeNull();
              expect(await allHeld(workbook)).toEqual(state);
            }
            expect(await workbook.undo()).toBeNull();
            for (const state of states.slice(1)) {
              expect(await workbook.redo()).not.toBeNull();
              expect(await allHeld(workbook)).toEqual(state);
            }
          }),
          { numRuns: 20 },
        );
      });
    });

    describe("sheets from layouts", () => {
      test("come last, visible, with their values and formulas", async () => {
        const workbook = await makeWorkbook(SHEETS);
        expect(await workbook.addSheet(LISTS)).toBe("Danh mục");
        expect(await workbook.addSheet(LAYOUT)).toBe("Phụ lục mới");
        const grids = await workbook.readGrids();
        expect(grids.map(({ sheet, visibility }) => [sheet, visibility]).slice(-2)).toEqual([["Danh mục", "visible"], ["Phụ lục mới", "visible"]]);
        const sheet = await grid(workbook, "Phụ lục mới");
        expect(textAt(sheet, 1, 0)).toBe("NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026");
        expect(rowTexts(sheet, 4)).toEqual(["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Tỷ lệ"]);
        // A text that looks like a formula is none.
        expect(valueAt(sheet, 6, 1)).toBe("=Lắp trạm phát sóng");
        expect(valueAt(sheet, 6, 4)).toBe(46000);
        expect(valueAt(sheet, 6, 5)).toBe(0.25);
        expect(valueAt(sheet, 9, 1)).toBe(true);
        expect([...(sheet.formulas ?? [])].sort()).toEqual(["A7", "A8", "A9"]);
      });

      test("have the widths of their columns", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const name = await workbook.addSheet(LAYOUT);
        const widths = await workbook.columnWidths(name);
        expect(widths).toHaveLength(LAYOUT.columnWidths.length);
        widths.forEach((width, i) => expect(Math.abs(width - (LAYOUT.columnWidths[i] ?? 0))).toBeLessThan(0.5));
      });

      test("get a name that is free and that Excel takes", async () => {
        const workbook = await makeWorkbook(SHEETS);
        expect(await workbook.addSheet({ ...LISTS, name: "PHỤ LỤC I" })).toBe("PHỤ LỤC I (2)");
        expect(await workbook.addSheet({ ...LISTS, name: "Kế hoạch 2025/2026" })).toBe("Kế hoạch 2025-2026");
        expect((await workbook.addSheet({ ...LISTS, name: "Danh mục nhiệm vụ trọng tâm của năm 2026" })).length).toBeLessThanOrEqual(31);
      });

      test("are one step of the history, and can be edited", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const before = await allHeld(workbook);
        const name = await workbook.addSheet(LAYOUT);
        const there = await allHeld(workbook);
        const report = await workbook.applyEdits([edit("C7", null, "Phòng Kinh tế", name)]);
        expect(report.skipped).toEqual([]);
        expect(textAt(await grid(workbook, name), 6, 2)).toBe("Phòng Kinh tế");
        await workbook.undo();
        expect((await workbook.undo())?.cells).toBeNull();
        expect(await allHeld(workbook)).toEqual(before);
        expect(await workbook.undo()).toBeNull();
        await workbook.redo();
        expect(await allHeld(workbook)).toEqual(there);
      });
    });

    test("column widths reach to the last column that holds something, and need a sheet", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const widths = await workbook.columnWidths("Phụ lục II");
      expect(widths).toHaveLength(3);
      for (const width of widths) expect(width).toBeGreaterThan(0);
      await expect(workbook.columnWidths("Không có")).rejects.toMatchObject({ name: "WorkbookFailure", code: "no-such-sheet" });
    });

    describe("settings", () => {
      test("are absent until they are written, then as written, and absent once taken out", async () => {
        const workbook = await makeWorkbook(SHEETS);
        expect(await workbook.readSettings()).toEqual({});
        await workbook.writeSetting("plan", '{"place":"Vĩnh Tuy","level":"phường"}');
        await workbook.writeSetting("units", "Phòng Văn hóa – Xã hội; TT PVHCC");
        await workbook.writeSetting("plan", "đặc khu Phú Quốc");
        expect(await workbook.readSettings()).toEqual({ plan: "đặc khu Phú Quốc", units: "Phòng Văn hóa – Xã hội; TT PVHCC" });
        await workbook.writeSetting("plan", null);
        await workbook.writeSetting("never-written", null);
        expect(await workbook.readSettings()).toEqual({ units: "Phòng Văn hóa – Xã hội; TT PVHCC" });
      });

      test.each([
        ["nothing", ""],
        ["signs of XML", `<a b="c">&amp;'d'</a>]]><!-- --><?x?>`],
        ["white space", "  đầu\n\r\ncuối\t \r"],
        ["control characters and halves of pairs", "\u0000\u0001\u001f\ufffe\uffff\ud800x\udc00"],
        ["signs beyond the first plane", "𠊛 😀"],
        ["decomposed letters", "Chuyển đổi số".normalize("NFD")],
        ["what looks like an escape", "_x000D_ &#13; \\u0041"],
      ])("hold %s as it is", async (_, text) => {
        const workbook = await makeWorkbook(SHEETS);
        await workbook.writeSetting("s-1", text);
        expect((await workbook.readSettings())["s-1"]).toBe(text);
      });

      test("are large, and refused when too large: then what was there stays", async () => {
        const workbook = await makeWorkbook(SHEETS);
        // "ạ" takes three bytes.
        const largest = "ạ".repeat(MAX_SETTING_BYTES / 3);
        await workbook.writeSetting("large", largest);
        await expect(workbook.writeSetting("large", `${largest}x`)).rejects.toMatchObject({ name: "WorkbookFailure", code: "setting-too-large" });
        expect((await workbook.readSettings())["large"] === largest).toBe(true);
      });

      test("are no step of the history, and stay when one is taken back", async () => {
        const workbook = await makeWorkbook(SHEETS);
        await workbook.applyEdits([edit("B4", "Rà soát thủ tục", "một")]);
        await workbook.writeSetting("plan", "x");
        await workbook.undo();
        expect(await workbook.readSettings()).toEqual({ plan: "x" });
        expect(await workbook.undo()).toBeNull();
      });

      test("change no cell", async () => {
        const workbook = await makeWorkbook(SHEETS);
        const before = await allHeld(workbook);
        await workbook.writeSetting("plan", "x");
        expect(await allHeld(workbook)).toEqual(before);
      });
    });

    test("what is done through the port is not told as a change of others", async () => {
      const workbook = await makeWorkbook(SHEETS);
      const heard: unknown[] = [];
      const stop = workbook.onChange((change) => heard.push(change));
      await workbook.applyEdits([edit("B4", "Rà soát thủ tục", "một")]);
      await workbook.applyEdits([newRow(5, { 1: "mới" }), newColumn("B")]);
      await workbook.undo();
      await workbook.redo();
      await workbook.showMarks([{ sheet: FIRST, cell: "B4", severity: "error" }]);
      await workbook.clearMarks();
      await workbook.addSheet(LISTS);
      await workbook.writeSetting("plan", "x");
      await new Promise((resolve) => setTimeout(resolve));
      expect(heard).toEqual([]);
      stop();
    });
  });
}
