import type { PlanContext } from "../../src/appendix/plan";
import { ReviewSession } from "../../src/review/session";
import { CHOICES_SHEET } from "../../src/template/choices";
import { FORMS } from "../../src/template/forms";
import type { SheetLayout } from "../../src/grid/layout";
import { modelOfGrids } from "../excel-host/models";
import { onStage, stage } from "../excel-host/stage";
import { openSample } from "./samples";

const PLAN: PlanContext = { place: "Hùng Châu", level: "xã", province: "Nghệ An", number: null, issued: "2026-01", period: "2026", issuer: "government" };

describe.each(FORMS.map((form) => [form.id, form] as const))("%s in Excel", (_, form) => {
  test("is added with its choices, checked without a finding but what is to be filled in, and taken back", async () => {
    const { host, workbook } = stage({ "Trang 1": [["x"]] });
    const session = new ReviewSession(workbook);
    // Excel works out what the formulas say; the simulated one is told.
    const laidOut: SheetLayout[] = [];
    host.workbook.recalculate = () => {
      for (const layout of laidOut) {
        const sheet = host.workbook.sheets.find(({ name }) => name === layout.name);
        if (sheet === undefined) continue;
        layout.rows.forEach(({ cells }, row) => cells.forEach(({ column, value, formula }) => {
          if (formula !== undefined) Object.assign(sheet.at(row, column), { value });
        }));
      }
    };
    const addSheet = workbook.addSheet.bind(workbook);
    workbook.addSheet = (layout) => {
      laidOut.push(layout);
      return addSheet(layout);
    };
    const { sheet, layouts, view } = await session.addTemplate({ form, options: { plan: PLAN } });
    expect(layouts.map(({ name }) => name)).toEqual(form.kind === "outline" ? ["Phụ lục"] : [CHOICES_SHEET, "Phụ lục"]);
    expect(view.appendices.map((appendix) => [appendix.sheet, appendix.kind])).toEqual([[sheet, form.kind]]);
    expect(view.findings.filter(({ severity }) => severity !== "info").map(({ ruleId, cell }) => `${ruleId} ${cell}`)).toEqual([]);
    for (const validation of host.workbook.sheet(sheet).validations) {
      expect(JSON.stringify(validation)).toContain(`='${CHOICES_SHEET}'!`);
    }
    for (let i = 0; i < layouts.length; i++) await session.undo();
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Trang 1"]);
  });
});

test.each([
  // Notes come last: it goes in before them, and the print area takes it in by itself.
  ["phu-xuyen", { top: 3, left: 7, bottom: 4, right: 7 }, 7],
  // Nothing comes last: the print area that ended with the table takes it in.
  ["hai-phong-xa", null, 8],
])("the column of the basis of %s comes in in Excel as in the file, and is taken back", async (name, merge, lastPrinted) => {
  const { host, workbook } = onStage(modelOfGrids(await (await openSample(name)).readGrids()));
  const [sheet] = host.workbook.sheets;
  const printed = { top: 0, left: 0, bottom: 30, right: lastPrinted };
  sheet!.printArea = [printed];
  const merges = [...sheet!.merges];
  const session = new ReviewSession(workbook);
  await session.check();
  expect((await session.applyFix(await session.previewStructure({ kind: "add-basis", appendix: 0 }))).report.skipped).toEqual([]);
  expect(sheet!.printArea).toEqual([{ ...printed, right: lastPrinted + 1 }]);
  if (merge === null) expect(sheet!.merges).toHaveLength(merges.length);
  else expect(sheet!.merges).toContainEqual(merge);
  await session.undo();
  expect(sheet!.printArea).toEqual([printed]);
  expect(sheet!.merges).toEqual(merges);
});
