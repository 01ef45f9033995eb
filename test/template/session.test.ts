import type { PlanContext } from "../../src/appendix/plan";
import { parseAddress } from "../../src/grid/address";
import { textAt } from "../../src/grid/grid";
import { ReviewSession } from "../../src/review/session";
import { standardSections } from "../../src/rules/section/standardSections";
import { CHOICES_SHEET } from "../../src/template/choices";
import { FORMS, formOf } from "../../src/template/forms";
import { Desk } from "../../src/workbench/engine/desk";
import { Engine } from "../../src/workbench/engine/engine";
import { exposeEngine } from "../../src/workbench/engine/exposeEngine";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { openSample } from "./samples";

const PLAN: PlanContext = { place: "Hùng Châu", level: "xã", province: "Nghệ An", number: null, issued: "2026-01", period: "2026", issuer: "government" };
const request = { form: formOf("nhiem-vu")!, options: { plan: PLAN, numeral: 2 } };

describe("an appendix from a form in an open workbook", () => {
  test("comes last, with its choices before it; undo takes both away, redo brings them back", async () => {
    const workbook = await openSample("hung-chau");
    const session = new ReviewSession(workbook);
    const before = (await workbook.readGrids()).map(({ sheet }) => sheet);
    const added = await session.addTemplate(request);
    expect(added.sheet).toBe("Phụ lục II");
    expect(added.layouts).toHaveLength(2);
    const names = async () => (await workbook.readGrids()).map(({ sheet }) => sheet);
    expect(await names()).toEqual([...before, CHOICES_SHEET, "Phụ lục II"]);
    expect(added.view.appendices.map(({ sheet, kind, items }) => [sheet, kind, items])).toEqual([["Phụ lục I", "tasks", 25], ["Phụ lục II", "tasks", 6]]);
    expect(added.view.findings.filter(({ sheet, severity }) => sheet === "Phụ lục II" && severity !== "info").map(({ ruleId }) => ruleId)).toEqual([]);
    // Our own sheet of choices is no place that was left unchecked.
    expect(added.view.notices).toEqual([]);
    await session.undo();
    await session.undo();
    expect(await names()).toEqual(before);
    await session.redo();
    await session.redo();
    expect(await names()).toEqual([...before, CHOICES_SHEET, "Phụ lục II"]);
  });

  test("a second one takes its choices from the sheet that is there, as the office has changed it", async () => {
    const workbook = await openSample("hung-chau");
    const session = new ReviewSession(workbook);
    await session.addTemplate(request);
    await session.edit([{ sheet: CHOICES_SHEET, cell: "A3", expected: "Văn phòng HĐND và UBND", value: "Tổ Công nghệ số" }]);
    const second = await session.addTemplate({ ...request, options: { ...request.options, numeral: 3 } });
    expect(second.layouts.map(({ name }) => name)).toEqual(["Phụ lục III"]);
    const lists = second.layouts[0]!.lists;
    const choices = (await workbook.readGrids()).find(({ sheet }) => sheet === CHOICES_SHEET)!;
    const [, from, to] = /\$A\$(\d+):\$A\$(\d+)$/.exec(lists[0]!.source)!.map(Number);
    expect(textAt(choices, from! - 1, 0)).toBe("Tổ Công nghệ số");
    expect([textAt(choices, to! - 1, 0) === "", textAt(choices, to!, 0)]).toEqual([false, ""]);
  });

  test("what its title lines cannot say of the plan is kept in the file", async () => {
    const workbook = await openSample("hung-chau");
    const session = new ReviewSession(workbook);
    const { view } = await session.addTemplate(request);
    expect(view.plan.province).toBe("Nghệ An");
    const again = await new ReviewSession(await openWorkbook(workbook.save())).check();
    expect(again.plan.province).toBe("Nghệ An");
  });

  test("units are the drafter's own where there is a directory", async () => {
    const workbook = await openSample("hung-chau");
    const session = new ReviewSession(workbook);
    await session.setUnits([{ name: "Tổ Công nghệ số xã Hùng Châu" }]);
    await session.addTemplate(request);
    const choices = (await workbook.readGrids()).find(({ sheet }) => sheet === CHOICES_SHEET)!;
    expect([textAt(choices, 2, 0), textAt(choices, 3, 0)]).toEqual(["Tổ Công nghệ số xã Hùng Châu", ""]);
  });

  test.each(FORMS.map((form) => [form.id, form] as const))("%s is saved, opened again and read as it was made", async (_, form) => {
    const workbook = await openSample("hung-chau");
    const { sheet, view } = await new ReviewSession(workbook).addTemplate({ form, options: { plan: PLAN, numeral: 2 } });
    const again = await new ReviewSession(await openWorkbook(workbook.save())).check();
    expect(again.appendices).toEqual(view.appendices);
    expect(again.findings.filter((found) => found.sheet === sheet && found.severity !== "info")).toEqual([]);
  });
});

describe("filling the gaps of an appendix that is there", () => {
  test("Hùng Châu's titles are offered, shown, written in one step and taken back", async () => {
    const workbook = await openSample("hung-chau");
    const session = new ReviewSession(workbook);
    const untitled = (await session.check()).findings.filter(({ ruleId }) => ruleId === "section/untitled").length;
    expect(untitled).toBe(6);
    const [offer] = await session.templateGaps();
    expect(offer).toMatchObject({ appendix: 0, form: "nhiem-vu", basis: "absent" });
    const plan = await session.previewStructure({ kind: "gaps", appendix: 0, form: "nhiem-vu", gaps: offer!.gaps.filter(({ optional }) => !optional).map(({ id }) => id) });
    expect(plan.changes.map(({ cell, before, after }) => [cell, before, after])).toEqual(["C4", "C11", "C14", "C21", "C26", "C30"].map((cell, i) => [cell, null, standardSections[i]?.title]));
    const { view, report } = await session.applyFix(plan);
    expect(report.skipped).toEqual([]);
    expect(view.findings.filter(({ ruleId }) => ruleId === "section/untitled")).toEqual([]);
    expect((await session.templateGaps())[0]?.gaps.map(({ optional, after }) => [optional, after])).toEqual([[true, "Lãnh đạo chỉ đạo"], [true, "Kết quả, sản phẩm"]]);
    expect((await session.undo())?.findings.filter(({ ruleId }) => ruleId === "section/untitled")).toHaveLength(6);
  });

  test("the column of the basis is shown where it goes in, and its header is one cell down the header rows", async () => {
    const workbook = await openSample("phu-xuyen");
    const session = new ReviewSession(workbook);
    await session.check();
    const [before] = await workbook.readGrids();
    const plan = await session.previewStructure({ kind: "add-basis", appendix: 0 });
    const [change] = plan.changes;
    expect(change?.after).toBe("Căn cứ, lý do đề xuất");
    expect((await session.applyFix(plan)).report.skipped).toEqual([]);
    const [after] = await workbook.readGrids();
    const { row, column } = parseAddress(change!.cell)!;
    expect(textAt(after!, row, column)).toBe("Căn cứ, lý do đề xuất");
    expect(after!.merges).toContainEqual({ top: row, left: column, bottom: row + 1, right: column });
    await session.undo();
    expect((await workbook.readGrids())[0]).toEqual(before);
  });

  test("another form offers its columns", async () => {
    const session = new ReviewSession(await openSample("hung-chau"));
    const [offer] = await session.templateGaps({ 0: "nhiem-vu-du-thao" });
    expect(offer?.gaps.filter(({ kind }) => kind === "column").map(({ after }) => after)).toEqual(["Lãnh đạo chỉ đạo", "Kết quả, sản phẩm"]);
  });
});

test("an appendix is saved as the office's own form", async () => {
  const session = new ReviewSession(await openSample("hung-chau"));
  const form = await session.officeForm(0, "Mẫu Hùng Châu");
  expect(form).toMatchObject({ id: "mau-hung-chau", kind: "tasks", fit: false });
  expect(form?.columns[2]?.width).toBeGreaterThan(44);
  expect(await session.officeForm(7, "x")).toBeNull();
});

describe("in the workbench", () => {
  const ports: MessagePort[] = [];
  afterEach(() => {
    for (const port of ports.splice(0)) port.close();
  });
  const desk = (): Desk =>
    new Desk(() => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1, port2);
      exposeEngine(new Engine(), port2);
      port1.start();
      return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker;
    });
  const names = (page: Desk): string[] => page.getState().file!.sheets.map(({ grid }) => grid.sheet);

  test("the new sheets appear, undo takes them away and shows another, and a Worker that is replaced has them too", async () => {
    const page = desk();
    await page.open((await openSample("hung-chau")).save(), "hung-chau.xlsx");
    await page.session.check();
    const { sheet } = await page.session.addTemplate(request);
    expect(names(page)).toEqual(["Phụ lục I", CHOICES_SHEET, "Phụ lục II"]);
    await page.select(sheet, "A1");
    expect(page.getState().file!.dirty).toBe(true);
    page.stop();
    expect((await page.session.check()).appendices.map((appendix) => appendix.sheet)).toEqual(["Phụ lục I", "Phụ lục II"]);
    await page.session.undo();
    expect(names(page)).toEqual(["Phụ lục I", CHOICES_SHEET]);
    expect(page.getState().sheet).toBe(CHOICES_SHEET);
    await page.session.undo();
    expect([names(page), page.getState().sheet]).toEqual([["Phụ lục I"], "Phụ lục I"]);
    await page.session.redo();
    await page.session.redo();
    expect(names(page)).toEqual(["Phụ lục I", CHOICES_SHEET, "Phụ lục II"]);
    const saved = await openWorkbook(await page.save(false));
    expect((await saved.readGrids()).map((grid) => grid.sheet)).toEqual(names(page));
  });
});
