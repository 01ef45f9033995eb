import { gridFromRows, type CellValue } from "../../grid/grid";
import { withCell } from "../../grid/edit";
import { ReviewSession } from "../session";
import { MemoryWorkbook } from "../testing/memoryWorkbook";
import { FileSettings } from "./fileSettings";
import { IGNORED, PLAN, REVIEW_SETTINGS, RULES, UNITS } from "./settings";

const ROWS: readonly (readonly CellValue[])[] = [
  ["PHỤ LỤC: NHIỆM VỤ NĂM 2026"],
  ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND xã An Bình)"],
  ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
  [1, "Lập kế hoạch", "Các phòng, ban liên quan", "Công an xã; Trạm Y tế", "Tháng 3/2026"],
  [2, "Mở lớp tập huấn", "Các phòng, ban liên quan", "Công an xã", "Tháng 4/2026"],
  [3, "Nâng cấp trang tin", "Văn phòng HĐND và UBND", "Phòng Kinh tế", ""],
  [4, "Tổng kết", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Tháng 12/2026"],
];
const workbook = (settings: Readonly<Record<string, string>> = {}): MemoryWorkbook => new MemoryWorkbook(gridFromRows(ROWS), settings);
const found = (view: { findings: readonly { ruleId: string; cell: string }[] }): string[] => view.findings.map(({ ruleId, cell }) => `${ruleId} ${cell}`);
const idAt = (view: { findings: readonly { id: string; ruleId: string; cell: string }[] }, ruleId: string, cell: string): string =>
  view.findings.find((finding) => finding.ruleId === ruleId && finding.cell === cell)?.id ?? "";

describe("what stands under a key", () => {
  test.each([
    ["no JSON", "{"],
    ["another program's", '"x"'],
    ["a later version's", '{"version":2,"value":{}}'],
    ["without a value", '{"version":1}'],
    ["null", "null"],
    ["of another shape", '{"version":1,"value":{"place":7}}'],
  ])("%s is ignored, told, and left in the file", async (_, text) => {
    const book = workbook({ plan: text, foreign: "x" });
    const view = await new ReviewSession(book).check();
    expect(view.plan.place).toBe("An Bình");
    expect(view.kept).toMatchObject({ plan: {}, damage: [{ kind: "damaged-setting", key: "plan" }] });
    expect(book.written).toEqual([]);
    expect(book.settings).toEqual({ plan: text, foreign: "x" });
  });

  test("a workbook that cannot tell its settings is checked all the same", async () => {
    const book = workbook();
    book.readSettings = () => Promise.reject(new Error("no custom parts here"));
    const view = await new ReviewSession(book).check();
    expect(view.findings.length).toBeGreaterThan(0);
    expect(view.kept.damage).toEqual([{ kind: "unread-settings", key: "" }]);
  });

  test("is written only when it changes, and comes back as it was", async () => {
    const book = workbook();
    const settings = await FileSettings.read(book);
    await settings.write(RULES, null);
    expect(book.written).toEqual([]);
    await settings.write(RULES, { "lead/missing": "off" });
    await settings.write(RULES, { "lead/missing": "off" });
    expect(book.written).toEqual(["rules"]);
    const again = await FileSettings.read(book);
    expect(again.get(RULES)).toEqual({ "lead/missing": "off" });
    expect([PLAN, UNITS, IGNORED].map((setting) => again.get<unknown>(setting))).toEqual([null, null, null]);
    expect(again.damage(REVIEW_SETTINGS)).toEqual([]);
  });
});

test("the drafter's decisions are there when the file is opened again", async () => {
  const book = workbook();
  const session = new ReviewSession(book);
  await session.check();
  expect(book.written).toEqual([]);
  await session.setPlan({ place: "Hòa Bình" });
  await session.setFileRules({ "lead/collective": "error" });
  await session.setUnits([{ name: "Phòng Kinh tế" }, { name: "Trạm Y tế", spellings: ["Công an xã"] }]);
  expect(new Set(book.written)).toEqual(new Set(["plan", "rules", "units"]));
  const view = await new ReviewSession(new MemoryWorkbook(book.grid, book.settings)).check();
  expect(view.plan.place).toBe("Hòa Bình");
  expect(view.findings.find(({ ruleId }) => ruleId === "lead/collective")?.severity).toBe("error");
  expect(found(view)).toContain("coord/variant D4");
  expect(view.kept).toEqual({ plan: { place: "Hòa Bình" }, rules: { "lead/collective": "error" }, units: [{ name: "Phòng Kinh tế" }, { name: "Trạm Y tế", spellings: ["Công an xã"] }], damage: [] });
  await session.setPlan({});
  expect(book.settings.plan).toBeUndefined();
});

test("the machine's rules yield to the file's, the file's to those asked for this time", async () => {
  const severity = async (machine: "off" | null, file: "error" | null, asked: "info" | null): Promise<string | undefined> => {
    const session = new ReviewSession(workbook(), asked === null ? {} : { settings: { "lead/collective": asked } });
    if (machine !== null) await session.setRules({ "lead/collective": machine });
    const view = await (file === null ? session.check() : session.setFileRules({ "lead/collective": file }));
    return view.findings.find(({ ruleId }) => ruleId === "lead/collective")?.severity;
  };
  expect([await severity(null, null, null), await severity("off", null, null), await severity("off", "error", null), await severity("off", "error", "info")]).toEqual(["warning", undefined, "error", "info"]);
});

test("what is asked for from outside is never written", async () => {
  const book = workbook();
  const view = await new ReviewSession(book, { plan: { place: "Hòa Bình" } }).check();
  expect(view.plan.place).toBe("Hòa Bình");
  expect(book.written).toEqual([]);
});

describe("an ignored finding", () => {
  const ignored = async (): Promise<MemoryWorkbook> => {
    const book = workbook();
    const session = new ReviewSession(book);
    const before = await session.check();
    await session.showMarks();
    const view = await session.ignore(idAt(before, "lead/collective", "C5"), " Đã phân công ở văn bản khác ", "2026-11-22");
    expect(found(view)).toEqual(found(before).filter((one) => one !== "lead/collective C5"));
    expect(view.ignored).toEqual([expect.objectContaining({ ruleId: "lead/collective", cell: "C5", reason: "Đã phân công ở văn bản khác", on: "2026-11-22" })]);
    expect(book.marks.map(({ cell }) => cell)).not.toContain("C5");
    return book;
  };
  const reopened = async (book: MemoryWorkbook, rows: readonly (readonly CellValue[])[]): Promise<{ open: string[]; ignored: string[] }> => {
    const view = await new ReviewSession(new MemoryWorkbook(gridFromRows(rows), book.settings)).check();
    return { open: found(view).filter((one) => one.startsWith("lead/")), ignored: view.ignored.map(({ cell }) => cell) };
  };

  test("is not told, marked or counted, and comes back with one word", async () => {
    const book = await ignored();
    const session = new ReviewSession(new MemoryWorkbook(book.grid, book.settings));
    const view = await session.check();
    const back = await session.restore(view.ignored[0]?.id ?? "");
    expect(found(back)).toContain("lead/collective C5");
    expect(back.ignored).toEqual([]);
  });

  test("hides the same words in the same task only", async () => {
    expect(await reopened(await ignored(), ROWS)).toEqual({ open: ["lead/collective C4"], ignored: ["C5"] });
  });

  test("stays ignored when its row moves", async () => {
    const moved = [...ROWS.slice(0, 3), [0, "Khảo sát", "Trạm Y tế", "Công an xã", "Tháng 2/2026"], ...ROWS.slice(3)];
    expect(await reopened(await ignored(), moved)).toEqual({ open: ["lead/collective C5"], ignored: ["C6"] });
  });

  test("stays ignored when its task is reworded where it stands, not when another task takes its place", async () => {
    const reworded = ROWS.map((row, i) => (i === 4 ? [2, "Mở hai lớp tập huấn", ...row.slice(2)] : row));
    expect((await reopened(await ignored(), reworded)).ignored).toEqual(["C5"]);
    const swapped = [...ROWS.slice(0, 4), [2, "Việc khác hẳn", "Các phòng, ban liên quan", "Công an xã", "Tháng 4/2026"], [3, "Mở lớp tập huấn", "Trạm Y tế", "Công an xã", "Tháng 4/2026"]];
    expect(await reopened(await ignored(), swapped)).toEqual({ open: ["lead/collective C4", "lead/collective C5"], ignored: [] });
  });

  test("comes back when its words change", async () => {
    const changed = withCell(gridFromRows(ROWS), 4, 2, "Các cơ quan, đơn vị");
    const book = await ignored();
    const view = await new ReviewSession(new MemoryWorkbook(changed, book.settings)).check();
    expect(found(view)).toContain("lead/collective C5");
    expect(view.ignored).toEqual([]);
  });

  test("is not mended with the others of its rule", async () => {
    const rows = ROWS.map((row, i) => (i === 3 || i === 4 ? [...row.slice(0, 3), "Công an xã; Công an xã", row[4] ?? null] : row));
    const session = new ReviewSession(new MemoryWorkbook(gridFromRows(rows)));
    const view = await session.check();
    await session.ignore(idAt(view, "coord/duplicate", "D5"), "", "2026-11-22");
    const plan = await session.previewFix({ ruleId: "coord/duplicate" });
    expect(plan.changes.map(({ cell }) => cell)).toEqual(["D4"]);
  });
});

test("one form of every unit's name, also where the rules that tell of it are off; a directory goes to another file", async () => {
  const book = workbook();
  book.grid = withCell(book.grid, 6, 3, "Phòng Kinh tế; Văn phòng HĐND&UBND");
  const session = new ReviewSession(book);
  await session.setRules({ "coord/variant": "off" });
  const plan = await session.previewFix({ units: true });
  expect(plan.changes.map(({ cell, after }) => [cell, after])).toEqual([["D7", "Phòng Kinh tế; Văn phòng HĐND và UBND"]]);
  const units = await session.units();
  expect(units.find(({ standard }) => standard === "Văn phòng HĐND và UBND")?.forms.map(({ name, places }) => [name, places.map(({ cell }) => cell)])).toEqual([
    ["Văn phòng HĐND và UBND", ["C6"]],
    ["Văn phòng HĐND&UBND", ["D7"]],
  ]);
  await session.setUnits([{ name: "Văn phòng HĐND&UBND" }]);
  expect((await session.previewFix({ units: true })).changes.map(({ cell }) => cell)).toEqual(["C6"]);
  const other = new ReviewSession(workbook());
  await other.setUnits([{ name: "Trạm Y tế" }]);
  expect((await other.importUnits(await session.exportUnits()))?.kept.units).toEqual([{ name: "Trạm Y tế" }, { name: "Văn phòng HĐND&UBND" }]);
  expect(await other.importUnits("{}")).toBeNull();
});
