import { formatAddress } from "../../src/grid/address";
import { textAt, valueAt } from "../../src/grid/grid";
import type { Mark, Severity } from "../../src/grid/mark";
import { ReviewSession } from "../../src/review/session";
import { WEB_LIMIT } from "../../src/workbook/excel/excelClient";
import { ModelWorkbook } from "./model";
import { onStage, settled, stage, type Stage } from "./stage";

const TABLE = [
  ["PHỤ LỤC I: NHIỆM VỤ NĂM 2026"],
  ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
  [1, "Lập kế hoạch tuyên truyền", "Phòng Kinh tế", "Công an xã", "Tháng 3 năm 2026"],
  [3, "Mở lớp tập huấn kỹ năng số", "Các phòng, ban liên quan", "Công an xã; Công an xã", "Thường xuyên"],
];

/** Members that wipe the user's undo history (excel-conventions §6, office-js #5918), or do what is not to be done behind the user's back. */
const FORBIDDEN = /merge(d)?Areas|specialCells|protect|Worksheet\.(copy|delete|visibility|position)|\.save|insertWorksheets|addFromBase64/i;

function twelveSheets(): Stage {
  return stage(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`Phụ lục ${i + 1}`, TABLE])));
}

/** So many rows of eight cells, some 900 bytes a row in an answer. */
function largeModel(rows: number): ModelWorkbook {
  const model = new ModelWorkbook();
  const sheet = model.addSheet("Lớn");
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < 8; column++) sheet.put(row, column, { value: column === 0 ? row : `Nội dung nhiệm vụ số ${row}.${column}` });
  }
  return model;
}

const scattered = (count: number, sheet = "Phụ lục 1"): readonly Mark[] =>
  Array.from({ length: count }, (_, i) => ({ sheet, cell: formatAddress(1 + 2 * i, 2 + (i % 5)), severity: (["error", "warning", "info"] as const satisfies readonly Severity[])[i % 3]! }));

describe("round trips", () => {
  test("a full check with marks: three, whatever the number of sheets; the next one: two", async () => {
    const { host, workbook } = twelveSheets();
    const session = new ReviewSession(workbook);
    await session.check();
    await session.showMarks();
    expect(host.syncs).toBe(3);
    host.resetCounts();
    host.workbook.sheets[0]!.enter(3, 1, "Mở lớp khác");
    await workbook.showMarks(marksOn(await workbook.readGrids()));
    expect(host.syncs).toBeLessThanOrEqual(2);
  });

  test("a full check of a workbook that keeps settings: they come along with its sheets", async () => {
    const { host, workbook } = twelveSheets();
    await workbook.writeSetting("plan", '{"version":1,"value":{"place":"Phú Xuyên","level":"xã"}}');
    await workbook.writeSetting("other", "giữ lại");
    const again = onStage(host.workbook);
    const view = await new ReviewSession(again.workbook).check();
    expect(view.plan.place).toBe("Phú Xuyên");
    expect(again.host.syncs).toBe(2);
    expect(await again.workbook.readSettings()).toMatchObject({ other: "giữ lại" });
  });

  test("a full check of a workbook that came with marks, and with formats by condition of the user: three", async () => {
    const { host, workbook } = twelveSheets();
    await workbook.showMarks(marksOn(await workbook.readGrids()));
    host.workbook.sheets[0]!.formats.push({ id: "user", type: "Custom", areas: [{ top: 0, left: 0, bottom: 9, right: 9 }], formula: "=$A1>3", look: new Map() });
    host.workbook.sheets[1]!.formats.push({ id: "bars", type: "DataBar", areas: [{ top: 0, left: 0, bottom: 9, right: 9 }], formula: "", look: new Map() });
    const again = onStage(host.workbook);
    await again.workbook.showMarks(marksOn(await again.workbook.readGrids()));
    expect(again.host.syncs).toBe(3);
    expect(host.workbook.sheets[0]!.formats.map(({ id, formula }) => (id === "user" ? id : formula))).toEqual(["user", '=N("phuluc:error")=0']);
  });

  test("marks that stay as they are cost nothing", async () => {
    const { host, workbook } = twelveSheets();
    const marks = marksOn(await workbook.readGrids());
    await workbook.showMarks(marks);
    const ids = host.workbook.sheets[0]!.formats.map(({ id }) => id);
    host.resetCounts();
    await workbook.showMarks(marks);
    expect(host.syncs).toBe(0);
    await workbook.showMarks(marks.filter(({ sheet }) => sheet !== "Phụ lục 2"));
    expect(host.syncs).toBe(1);
    expect(host.workbook.sheets[0]!.formats.map(({ id }) => id)).toEqual(ids);
  });

  test("checking again after the user's edit: two, whatever formulas make of it", async () => {
    const { host, workbook } = stage({ I: [[1], ["=A1+1"], ["x"]], II: [["y"]] });
    host.workbook.recalculate = () => host.workbook.sheet("I").put(1, 0, { formula: "=A1+1", value: Number(host.workbook.sheet("I").at(0, 0).value) + 1 });
    host.workbook.recalculate();
    await workbook.readGrids();
    const heard: unknown[] = [];
    workbook.onChange((change) => {
      heard.push(change.cells);
      void workbook.readGrids().then((grids) => workbook.showMarks([{ sheet: "I", cell: "A3", severity: "error" }]).then(() => heard.push(valueAt(grids[0]!, 1, 0))));
    });
    await settled();
    host.resetCounts();
    host.type("I", "A1", 5);
    await settled();
    expect(heard).toEqual([[{ sheet: "I", cell: "A1" }, { sheet: "I", cell: "A2" }], 6]);
    // One to read what changed, one for the marks.
    expect(host.syncs).toBe(2);
  });

  test("a batch of edits: two, one to compare and one to write; looking at what came of it: one", async () => {
    const { host, workbook } = twelveSheets();
    await workbook.readGrids();
    host.resetCounts();
    await workbook.applyEdits(Array.from({ length: 12 }, (_, i) => ({ sheet: `Phụ lục ${i + 1}`, cell: "A4", expected: 3, value: 2 })));
    expect(host.syncs).toBe(2);
    const grids = await workbook.readGrids();
    expect(host.syncs).toBe(3);
    expect(grids.map((grid) => valueAt(grid, 3, 0))).toEqual(new Array(12).fill(2));
  });

  test("selecting a cell: two, one to fetch its sheet to the front", async () => {
    const { host, workbook } = twelveSheets();
    await workbook.readGrids();
    host.resetCounts();
    await workbook.select("Phụ lục 7", "B4");
    expect(host.workbook.selection).toBe("'Phụ lục 7'!B4");
    expect(host.syncs).toBe(2);
  });
});

describe("bytes", () => {
  test("5,000 scattered marks of one severity go out in 50 kB", async () => {
    const { host, workbook } = twelveSheets();
    await workbook.readGrids();
    host.resetCounts();
    await workbook.showMarks(scattered(5_000).map((mark) => ({ ...mark, severity: "error" })));
    expect(host.syncs).toBe(1);
    expect(host.requests[0]!.sent).toBeLessThanOrEqual(50_000);
    expect(host.markedAreas("Phụ lục 1").flatMap(({ areas }) => areas)).toHaveLength(5_000);
  });

  test("5,000 scattered marks of three severities go out in 50 kB", async () => {
    const { host, workbook } = twelveSheets();
    await workbook.readGrids();
    host.resetCounts();
    await workbook.showMarks(scattered(5_000));
    expect(host.syncs).toBe(1);
    expect(host.requests[0]!.sent).toBeLessThanOrEqual(50_000);
    expect(await workbook.clearMarks()).toBe(5_000);
  });

  test("on the web a workbook of 16 MB is read in answers under 5 MB, put together again, in hardly more of them than it takes", async () => {
    const { host, workbook } = onStage(largeModel(20_000));
    host.faults.payloadLimit = WEB_LIMIT;
    const [grid] = await workbook.readGrids();
    expect(grid!.values).toHaveLength(20_000);
    expect([textAt(grid!, 19_999, 0), textAt(grid!, 19_999, 7), textAt(grid!, 10_000, 3)]).toEqual(["19999", "Nội dung nhiệm vụ số 19999.7", "Nội dung nhiệm vụ số 10000.3"]);
    const total = host.requests.filter(({ received }) => received <= WEB_LIMIT).reduce((sum, { received }) => sum + received, 0);
    expect(total).toBeGreaterThan(15_000_000);
    // Besides: the list of sheets, one answer that is refused, the sizes, and what learning the size of an answer costs.
    expect(host.syncs).toBeLessThanOrEqual(Math.ceil(total / WEB_LIMIT) + 6);
    host.resetCounts();
    await workbook.readGrids();
    expect(host.syncs).toBeLessThanOrEqual(Math.ceil(total / WEB_LIMIT) + 3);
  });

  test("on the desktop, where no answer is too large, the same takes two round trips", async () => {
    const { host, workbook } = onStage(largeModel(20_000), { answerLimit: Number.POSITIVE_INFINITY });
    const [grid] = await workbook.readGrids();
    expect(grid!.values).toHaveLength(20_000);
    expect(host.syncs).toBe(2);
  });
});

function marksOn(grids: readonly { readonly sheet: string }[]): readonly Mark[] {
  return grids.map(({ sheet }) => ({ sheet, cell: "C4", severity: "error" }));
}

test("lets go of every reference, and uses nothing that wipes the undo history", async () => {
  const { host, workbook } = twelveSheets();
  const session = new ReviewSession(workbook);
  await session.check();
  await session.showMarks();
  await session.edit([{ sheet: "Phụ lục 1", cell: "B4", expected: "Mở lớp tập huấn kỹ năng số", value: "Mở lớp" }, { sheet: "Phụ lục 2", removeRow: 1, expected: ["PHỤ LỤC I: NHIỆM VỤ NĂM 2026"] }]);
  await session.undo();
  await session.redo();
  await workbook.select("Phụ lục 3", "A1");
  await workbook.columnWidths("Phụ lục 3");
  await workbook.writeSetting("plan", "{}");
  await workbook.readSettings();
  await session.clearMarks();
  await settled();
  expect([host.keptReferences, host.removedReferences]).toEqual([0, 0]);
  expect([...host.members].filter((member) => FORBIDDEN.test(member))).toEqual([]);
});
