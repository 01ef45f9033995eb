import { gridFromRows } from "../../src/grid/grid";
import { ReviewSession } from "../../src/review/session";
import { MemoryWorkbook } from "../../src/review/testing/memoryWorkbook";
import type { TargetsView } from "../../src/review/targets";
import { bundledPlan, editsOf } from "../../src/review/province";
import { compared, type Rows } from "./plans";

const above: Rows = [
  ["TT", "Chỉ tiêu", "Đơn vị tính", "2026", "2030", "Cơ quan chủ trì"],
  [1, "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến", "%", "≥ 80,5", 95, "UBND các xã, phường"],
  [2, "Số mô hình chuyển đổi số", "mô hình", 2, 1200, "UBND các xã, phường"],
  [3, "Tỷ lệ hồ sơ quá hạn", "%", "không quá 2", 1, "UBND các xã, phường"],
];

/** The values that are proposed for a table here, by cell. */
const filled = (here: Rows): Record<string, unknown> => Object.fromEntries(compared(above, here).proposals.filter(({ state }) => state === "fill").map(({ cell, after }) => [cell, after]));

test.each<[string, Rows, Record<string, unknown>]>([
  ["text with signs and a comma", [["TT", "Chỉ tiêu", "2026", "2030"], [1, "Hồ sơ TTHC giải quyết trực tuyến", "", "≥90,5%"]], { C2: "≥80,5%" }],
  ["no signs", [["TT", "Chỉ tiêu", "2026", "2030"], [1, "Hồ sơ TTHC giải quyết trực tuyến", "", ""], [2, "Tỷ lệ khác", "70%", "80%"]], { C2: "80,5%", D2: "95%" }],
  ["a dot before decimals", [["TT", "Chỉ tiêu", "2026", "2030"], [1, "Hồ sơ TTHC giải quyết trực tuyến", "", ""], [2, "Tỷ lệ khác", "70.5%", "≥80.5%"], [3, "Tỷ lệ nữa", "≥ 1.5%", "≥2.5%"]], { C2: "≥80.5%", D2: "≥95%" }],
  ["numbers below a column for the unit", [["TT", "Chỉ tiêu", "Đơn vị tính", "2026", "2030"], [1, "Hồ sơ TTHC giải quyết trực tuyến", "%", "", ""], [2, "Tỷ lệ khác", "%", 70, 80]], { D2: 80.5, E2: 95 }],
  ["a count in its own style, however shares are written", [["TT", "Chỉ tiêu", "2026", "2030"], [1, "Mô hình chuyển đổi số", "", "5"], [2, "Tỷ lệ khác", "≥70%", "≥80%"]], { C2: "2" }],
  ["“at most” is always said", [["TT", "Chỉ tiêu", "2026", "2030"], [1, "Tỷ lệ hồ sơ quá hạn", "", ""], [2, "Tỷ lệ khác", "70%", "80%"]], { C2: "≤2%", D2: "1%" }],
  ["a placeholder is an empty cell", [["TT", "Chỉ tiêu", "2026", "2030"], [1, "Hồ sơ TTHC giải quyết trực tuyến", "…", "[...]"]], { C2: "≥80,5%", D2: "≥95%" }],
])("values take the table's style: %s", (_what, here, values) => expect(filled(here)).toEqual(values));

test("a fraction shown in per cent stays one", () => {
  const grid = gridFromRows([["TT", "Chỉ tiêu", "2026"], [1, "Hồ sơ TTHC giải quyết trực tuyến", ""], [2, "Tỷ lệ khác", 0.7]], { sheet: "Xã" });
  const shown = { ...grid, texts: grid.texts.map((row, index) => (index === 2 ? ["2", "Tỷ lệ khác", "70%"] : row)) };
  const { proposals } = compared([gridFromRows(above, { sheet: "Tỉnh" })], [shown]);
  expect(proposals.find(({ cell }) => cell === "C2")).toMatchObject({ state: "fill", after: 0.805, afterText: "80,5%" });
});

test("what is there is replaced only when asked, what is the same is left, a formula is never written over", () => {
  const grid = { ...gridFromRows([["TT", "Chỉ tiêu", "2026", "2030"], [1, "Hồ sơ TTHC giải quyết trực tuyến", "70%", "trên 95%"], [2, "Tỷ lệ hồ sơ quá hạn", "", ""]], { sheet: "Xã" }), formulas: new Set(["C3"]) };
  const { proposals } = compared([gridFromRows(above, { sheet: "Tỉnh" })], [grid]);
  expect(proposals.map(({ cell, state, edits }) => [cell, state, edits.length])).toEqual([
    ["C2", "replace", 1],
    ["D2", "same", 0],
    ["C3", "blocked", 0],
    ["D3", "fill", 1],
  ]);
});

test("in prose only the number changes, and two of one cell are written together", () => {
  const text = "Phấn đấu tỷ lệ hồ sơ TTHC giải quyết trực tuyến đạt tối thiểu 70%; tỷ lệ hồ sơ quá hạn không quá 5%";
  const { proposals } = compared(above, [["PHỤ LỤC"], ["CHỈ TIÊU NĂM 2026"], ["TT", "Nội dung chỉ tiêu", "Đơn vị chủ trì theo dõi"], [1, text, "Văn phòng HĐND và UBND"]]);
  expect(proposals.map(({ state, beforeText, afterText }) => [state, beforeText, afterText])).toEqual([
    ["replace", "tối thiểu 70%", "tối thiểu 80,5%"],
    ["replace", "không quá 5%", "không quá 2%"],
  ]);
  expect(editsOf(proposals).map(({ value }) => value)).toEqual(["Phấn đấu tỷ lệ hồ sơ TTHC giải quyết trực tuyến đạt tối thiểu 80,5%; tỷ lệ hồ sơ quá hạn không quá 2%"]);
});

test("a time is filled in as it is written above", () => {
  const tasks = (deadline: string, unit: string): Rows => [["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"], [1, "Làm sạch dữ liệu đất đai trên địa bàn", unit, deadline]];
  const { proposals } = compared(tasks("Tháng 9/2026", "UBND các xã, phường"), tasks("", "Phòng Kinh tế"));
  expect(proposals).toMatchObject([{ kind: "task", cell: "D2", state: "fill", after: "Tháng 9/2026" }]);
});

const HERE: Rows = [
  ["TT", "Chỉ tiêu", "2026", "2030", "Cơ quan chủ trì", "Căn cứ"],
  [1, "Hồ sơ TTHC giải quyết trực tuyến", "", "", "Văn phòng HĐND và UBND", ""],
  [2, "Tỷ lệ hồ sơ quá hạn", "5%", "", "Văn phòng HĐND và UBND", "Đề xuất"],
];

describe("the session", () => {
  const opened = async () => {
    const book = new MemoryWorkbook(gridFromRows([...HERE, [], [], ["PHỤ LỤC TỈNH"], ...above], { sheet: "Xã" }));
    const session = new ReviewSession(book);
    await session.check();
    return { book, session };
  };
  const targetsOf = (answer: { targets?: TargetsView | null }): TargetsView => answer.targets!;

  test("names what can be chosen", async () => {
    const { session } = await opened();
    const { sources } = await session.targets({ kind: "sources" });
    expect(sources?.bundled.map(({ id }) => id)).toEqual(["quoc-gia", "phu-tho", "hai-phong"]);
  });

  test("says why a source cannot be used, and keeps what was open", async () => {
    const { session } = await opened();
    await session.targets({ kind: "open", source: { kind: "bundled", id: "quoc-gia" } });
    const { failure, targets } = await session.targets({ kind: "open", source: { kind: "file", name: "x.xlsx", bytes: new Uint8Array([1, 2, 3]) } });
    expect(failure?.vi).toMatch(/^x\.xlsx: .*xlsx/);
    expect(targets).toBeUndefined();
    expect(targetsOf(await session.targets({ kind: "look" })).title).toBe(bundledPlan("quoc-gia")!.title);
  });

  test("checks against the plan, fills in as one step with its provenance, and takes it back", async () => {
    const grids = { here: gridFromRows(HERE, { sheet: "Xã" }), above: gridFromRows(above, { sheet: "Tỉnh" }) };
    class TwoSheets extends MemoryWorkbook {
      override readGrids() {
        return Promise.resolve([this.grid, grids.above] as never);
      }
    }
    const book = new TwoSheets(grids.here);
    const session = new ReviewSession(book);
    const { targets, view } = await session.targets({ kind: "open", source: { kind: "sheet", sheet: "Tỉnh" } });
    const told = (found: typeof view): string[] => (found?.findings ?? []).filter(({ ruleId }) => ruleId.includes("province")).map(({ ruleId, cell }) => `${ruleId} ${cell}`);
    expect(told(view)).toEqual(["target/missing-province B1", "target/missing-province C2", "target/missing-province D2", "target/below-province C3", "target/missing-province D3"]);
    const wanted = targets!.proposals.filter(({ state }) => state === "fill").map(({ id }) => id);
    expect(wanted).toHaveLength(3);
    const applied = await session.targets({ kind: "apply", ids: wanted });
    expect(applied.report?.skipped).toEqual([]);
    expect(book.grid.values.map((row) => row.slice(2))).toEqual([
      ["2026", "2030", "Cơ quan chủ trì", "Căn cứ"],
      ["80,5%", "95%", "Văn phòng HĐND và UBND", "Tỉnh, Tỉnh, số 1"],
      ["5%", "1%", "Văn phòng HĐND và UBND", "Đề xuất; Tỉnh, Tỉnh, số 3"],
    ]);
    expect(JSON.parse(book.settings.provenance ?? "{}")).toMatchObject({ version: 1, value: [{ cell: "C2", from: { sheet: "Tỉnh", cell: "B2" } }, { cell: "D2" }, { cell: "D3", value: "1%" }] });
    expect(applied.targets?.proposals.filter(({ state }) => state === "fill")).toEqual([]);
    expect(told(applied.view)).toEqual(["target/missing-province B1", "target/below-province C3"]);
    const back = await session.undo();
    expect(told(back ?? undefined)).toEqual(told(view));
    expect(book.grid.values).toEqual(grids.here.values);
    const closed = await session.targets({ kind: "close" });
    expect(told(closed.view)).toEqual([]);
  });

  test("another match by hand holds, also none at all", async () => {
    const { session } = await opened();
    const first = targetsOf(await session.targets({ kind: "open", source: { kind: "bundled", id: "phu-tho" } }));
    const row = first.unmatched[0]!;
    const other = first.above[0]!;
    const chosen = targetsOf(await session.targets({ kind: "choose", rowId: row.id, aboveId: other.id }));
    expect(chosen.proposals.find(({ rowId }) => rowId === row.id)).toMatchObject({ aboveId: other.id, chosen: true, sure: true });
    const none = targetsOf(await session.targets({ kind: "choose", rowId: row.id, aboveId: null }));
    expect(none.unmatched.map(({ id }) => id)).toContain(row.id);
  });
});
