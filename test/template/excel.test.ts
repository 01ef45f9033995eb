import type { PlanContext } from "../../src/appendix/plan";
import { ReviewSession } from "../../src/review/session";
import { CHOICES_SHEET } from "../../src/template/choices";
import { FORMS } from "../../src/template/forms";
import type { SheetLayout } from "../../src/grid/layout";
import { stage } from "../excel-host/stage";

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
