import { withCell } from "../grid/edit";
import { gridFromRows, valueAt, type Grid } from "../grid/grid";
import { ReviewSession } from "./session";
import { MemoryWorkbook } from "./testing/memoryWorkbook";

const table = (): Grid =>
  gridFromRows([
    ["PHỤ LỤC: NHIỆM VỤ NĂM 2026"],
    ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND xã An Bình)"],
    ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
    [1, "Lập kế hoạch", "Phòng Kinh tế", "Công an xã; Trạm Y tế", "Tháng 3/2026"],
    [2, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Công an xã; Công an xã", "Tháng 4/2026"],
    [4, "Nâng cấp trang tin", "Văn phòng HĐND và UBND", "Phòng Kinh tế", ""],
    [5, "Tổng kết", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Tháng 12/2026"],
  ]);

const found = (view: { findings: readonly { ruleId: string; cell: string }[] }): string[] => view.findings.map(({ ruleId, cell }) => `${ruleId} ${cell}`);

describe("ReviewSession", () => {
  test("checks: every slip at its own cell, with the plan of the title lines", async () => {
    const view = await new ReviewSession(new MemoryWorkbook(table())).check();
    expect(view.plan).toMatchObject({ place: "An Bình", level: "xã", number: "12/KH-UBND", issued: "2026-01-05" });
    expect(found(view)).toEqual(expect.arrayContaining(["numbering/gap A6", "coord/duplicate D5", "deadline/missing E6"]));
    expect(new Set(view.findings.map(({ id }) => id)).size).toBe(view.findings.length);
  });

  test("a fix is shown before it is written, written as shown, and taken back", async () => {
    const workbook = new MemoryWorkbook(table());
    const session = new ReviewSession(workbook);
    const before = await session.check();
    const gap = before.findings.find(({ ruleId }) => ruleId === "numbering/gap");
    const plan = await session.previewFix({ findings: [gap?.id ?? ""] });
    expect(plan.changes).toEqual([
      { sheet: "Phụ lục", cell: "A6", before: 4, after: 3, removesRow: false },
      { sheet: "Phụ lục", cell: "A7", before: 5, after: 4, removesRow: false },
    ]);
    expect(workbook.grid).toEqual(table());
    const { view } = await session.applyFix(plan);
    expect(found(view)).not.toContain("numbering/gap A6");
    expect(found(view)).toContain("coord/duplicate D5");
    expect(found((await session.undo()) ?? before)).toEqual(found(before));
  });

  test("all findings of a rule are mended together", async () => {
    const session = new ReviewSession(new MemoryWorkbook(table()));
    await session.check();
    const plan = await session.previewFix({ ruleId: "coord/duplicate" });
    expect(plan.mended).toBe(1);
    const { view } = await session.applyFix(plan);
    expect(found(view).filter((finding) => finding.startsWith("coord/duplicate"))).toEqual([]);
  });

  test("a cell that changed after the preview is left alone and told", async () => {
    const workbook = new MemoryWorkbook(table());
    const session = new ReviewSession(workbook);
    await session.check();
    const plan = await session.previewFix({ ruleId: "numbering/gap" });
    workbook.grid = withCell(workbook.grid, 5, 0, 33);
    const { report } = await session.applyFix(plan);
    expect(report.skipped.map(({ found: holds }) => holds)).toEqual(["33"]);
    expect(valueAt(workbook.grid, 5, 0)).toBe(33);
    expect(valueAt(workbook.grid, 6, 0)).toBe(4);
  });

  test("rows are taken out with all that belongs to it, or not at all", async () => {
    const rows = (table: Grid): Grid =>
      gridFromRows([...table.values.slice(0, 5), ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"], ...table.values.slice(5)]);
    const workbook = new MemoryWorkbook(rows(table()));
    const session = new ReviewSession(workbook);
    const before = await session.check();
    expect(found(before)).toContain("table/leftover A6");
    const plan = await session.previewFix({ ruleId: "table/leftover" });
    expect(plan.changes).toEqual([expect.objectContaining({ cell: "A6", removesRow: true })]);
    workbook.grid = withCell(workbook.grid, 5, 1, "Nội dung khác");
    const { report } = await session.applyFix(plan);
    expect(report.applied).toEqual([]);
    expect(report.skipped.map(({ reason }) => reason)).toEqual(["changed"]);
  });

  test("an edit is checked again and gives what a fresh check gives", async () => {
    const workbook = new MemoryWorkbook(table());
    const session = new ReviewSession(workbook);
    await session.check();
    const { view } = await session.edit([{ sheet: "Phụ lục", cell: "E6", expected: null, value: "Tháng 6/2026" }]);
    expect(found(view)).not.toContain("deadline/missing E6");
    expect(view).toEqual(await new ReviewSession(new MemoryWorkbook(workbook.grid)).check());
  });

  test("the drafter's plan takes precedence, key by key", async () => {
    const session = new ReviewSession(new MemoryWorkbook(table()));
    const view = await session.setPlan({ place: "An Hòa" });
    expect(view.plan).toMatchObject({ place: "An Hòa", level: "xã" });
    expect(view.planRead.place).toBe("An Bình");
    expect(found(view)).toContain("title/place-mismatch A2");
  });

  test("a rule off is silent until it is on again", async () => {
    const session = new ReviewSession(new MemoryWorkbook(table()));
    expect(found(await session.setRules({ "numbering/gap": "off" }))).not.toContain("numbering/gap A6");
    expect(found(await session.setRules({}))).toContain("numbering/gap A6");
  });

  test("marks follow every change while they are shown", async () => {
    const workbook = new MemoryWorkbook(table());
    const session = new ReviewSession(workbook);
    expect(await session.showMarks()).toBe(workbook.marks.length);
    expect(workbook.marks).toContainEqual({ sheet: "Phụ lục", cell: "E6", severity: "error" });
    await session.edit([{ sheet: "Phụ lục", cell: "E6", expected: null, value: "Tháng 6/2026" }]);
    expect(workbook.marks).not.toContainEqual(expect.objectContaining({ cell: "E6" }));
    await session.clearMarks();
    await session.edit([{ sheet: "Phụ lục", cell: "E6", expected: "Tháng 6/2026", value: null }]);
    expect(workbook.marks).toEqual([]);
  });
});
