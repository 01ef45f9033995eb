import { UNKNOWN_PLAN, type PlanContext } from "../appendix/plan";
import { formatArea, type Area } from "../grid/area";
import { textAt } from "../grid/grid";
import { gridOfLayout } from "../grid/layoutGrid";
import type { SheetLayout } from "../grid/layout";
import { FORMS, formOf, sectionsOf } from "./forms";
import { columnsOf } from "./columns";
import { layOutForm, type TemplateOptions } from "./layOut";
import { pageWidth } from "./page";
import { countLines } from "./textLines";

const PLAN: PlanContext = { ...UNKNOWN_PLAN, place: "Phú Xuyên", level: "xã", issued: "2026-02", period: "2026" };
const lay = (id: string, options: Partial<TemplateOptions> = {}): SheetLayout => layOutForm(formOf(id)!, { plan: PLAN, ...options });
const headerOf = (layout: SheetLayout): string[][] => {
  const { first, last } = layout.page.repeatRows!;
  return layout.rows.slice(first, last + 1).map(({ cells }) => cells.map(({ value }) => String(value ?? "")));
};
const formulasOf = (layout: SheetLayout, column: number): string[] => layout.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.column === column && cell.formula !== undefined ? [cell.formula] : [])));
const overlap = (a: Area, b: Area): boolean => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

describe.each(FORMS.map((form) => [form.id, form] as const))("%s", (id, form) => {
  const layout = lay(id, { lists: { units: "'Danh mục'!$A$3:$A$20", leaders: "'Danh mục'!$B$3:$B$6", deadlines: "'Danh mục'!$C$3:$C$9" } });

  test("keeps to the Decree: A4, margins, fonts, page numbers, header on every page", () => {
    const { top, right, bottom, left } = layout.page.margins;
    expect([top, bottom].every((margin) => margin >= 20 && margin <= 25) && left >= 30 && left <= 35 && right >= 15 && right <= 20).toBe(true);
    expect(layout.font).toEqual({ name: "Times New Roman", size: 12 });
    expect(layout.page.pageNumbers).toBe(true);
    expect(layout.page.repeatRows === undefined).toBe(form.kind === "outline");
    const [label, title, attachment] = layout.rows.map(({ cells }) => cells[0]);
    expect([label, title, attachment].map((cell) => [cell?.style?.size, cell?.style?.bold, cell?.style?.italic])).toEqual([[14, true, false], [14, true, false], [14, false, true]]);
    expect(title?.value).toBe(String(title?.value).toUpperCase());
  });

  test("shows every text whole, also in a workbook whose own font makes columns narrower (Calibri 11: 7 pixels a digit)", () => {
    layout.rows.forEach(({ height, cells }, row) => {
      if (height === undefined) return;
      for (const { column, value, style } of cells) {
        if (typeof value !== "string") continue;
        const area = layout.merges.find(({ top, left }) => top === row && left === column) ?? { top: row, left: column, bottom: row, right: column };
        const pixels = layout.columnWidths.slice(area.left, area.right + 1).reduce((sum, width) => sum + width * 7 + 5, 0);
        const font = { size: style?.size ?? layout.font.size, bold: style?.bold === true };
        const needed = countLines(value, (pixels - 6) * 0.75, font) * font.size * 1.15;
        const has = layout.rows.slice(area.top, area.bottom + 1).reduce((sum, line) => sum + (line.height ?? 0), 0);
        expect(has).toBeGreaterThanOrEqual(needed);
      }
    });
  });

  test("fits the page with its usual columns, merges nothing twice and leaves no text in a covered cell", () => {
    expect(layout.columnWidths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(pageWidth(form.orientation));
    layout.merges.forEach((area, i) => expect(layout.merges.slice(i + 1).filter((other) => overlap(area, other)).map(formatArea)).toEqual([]));
    const grid = gridOfLayout(layout);
    for (const { top, left, bottom, right } of layout.merges) {
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) if (row > top || column > left) expect(textAt(grid, row, column)).toBe("");
    }
  });

  test("proposes units and deadlines in their own columns, from the first row of the body on", () => {
    const columns = columnsOf(form, { plan: PLAN });
    expect(layout.lists.map(({ area }) => area.left)).toEqual(form.kind === "outline" ? [] : columns.flatMap(({ choices }, index) => (choices === undefined ? [] : [index])));
    for (const { area } of layout.lists) expect(area.top).toBe(layout.page.repeatRows!.last + 1);
  });
});

test("running numbers count what is above them; numbers in the section start after its numeral", () => {
  const layout = lay("nhiem-vu", { sections: [0, 3] });
  expect(formulasOf(layout, 0)).toEqual(["COUNT(A$6:OFFSET(A8,-1,0))+1", "COUNT(A$6:OFFSET(A10,-1,0))+1"]);
  expect(formulasOf(layout, 1)[1]).toBe("COUNT(INDEX(A$6:A10,LOOKUP(2,1/ISTEXT(A$6:A10),ROW(A$6:A10))-ROW(A$6)+1):A10)");
  const values = (column: number) => layout.rows.flatMap(({ cells }) => cells.filter((cell) => cell.column === column && cell.formula !== undefined).map(({ value }) => value));
  expect([values(0), values(1)]).toEqual([[1, 2], [1, 1]]);
});

test("columns are taken up as wanted, and the header with them", () => {
  const form = formOf("nhiem-vu")!;
  const index = (role: string): number => form.columns.findIndex((column) => column.role === role);
  expect(headerOf(lay("nhiem-vu"))).toEqual([
    ["STT", "", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Ghi chú"],
    ["TT", "Chi tiết", "", "", "", "", ""],
  ]);
  expect(headerOf(lay("nhiem-vu", { columns: [index("directingLeader"), index("basis")] }))).toEqual([
    ["STT", "Nội dung", "Lãnh đạo chỉ đạo", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Căn cứ, lý do đề xuất"],
  ]);
});

test.each<[string, Partial<TemplateOptions>, string[]]>([
  ["the form's own milestones", {}, ["2025", "2030", "2035", "2040", "2045"]],
  ["the years of the plan's period", { plan: { ...PLAN, period: "2026-2028" } }, ["2026", "2027", "2028"]],
  ["the years that were asked for", { years: ["2027", "2030"] }, ["2027", "2030"]],
])("value columns: %s", (_, options, years) => {
  expect(columnsOf(formOf("chi-tieu-nam")!, { plan: PLAN, ...options }).filter(({ role }) => role === "target").map(({ header }) => header[0])).toEqual(years);
});

test("a form without milestones has the year of the plan", () => {
  const form = formOf("chi-tieu-hang-nam")!;
  const all = form.columns.map((_, index) => index);
  const headers = (plan: PlanContext) => columnsOf(form, { plan, columns: all }).filter(({ role }) => role === "target").map(({ header }) => header[0]);
  expect([headers(PLAN), headers({ ...PLAN, period: null, issued: "2027-01" }), headers(UNKNOWN_PLAN)]).toEqual([["Năm 2026"], ["Năm 2027"], []]);
});

test("sections count anew as they are chosen; sub-sections go with their own", () => {
  const all = sectionsOf(formOf("nhiem-vu-san-pham")!).map((_, index) => index);
  const numerals = (sections: readonly number[]) => {
    const layout = lay("nhiem-vu-san-pham", { sections });
    return layout.rows.slice(layout.page.repeatRows!.last + 1).map(({ cells }) => cells[0]?.value).filter((value) => typeof value === "string");
  };
  expect(numerals(all)).toEqual(["I", "II", "III", "III.1", "III.2", "III.3", "III.4", "IV", "V"]);
  expect(numerals([0, 2, 4, 5, 8])).toEqual(["I", "II", "II.1", "II.2", "III"]);
  expect(numerals([0, 3, 4, 8])).toEqual(["I", "II"]);
});

test("an appendix of several has its numeral", () => {
  const layout = lay("nhiem-vu", { numeral: 3 });
  expect([layout.name, layout.rows[0]?.cells[0]?.value]).toEqual(["Phụ lục III", "Phụ lục III"]);
});

test("everything at once is still a page wide, printed smaller", () => {
  const form = formOf("nhiem-vu-du-thao")!;
  const layout = lay(form.id, { columns: form.columns.map((_, index) => index) });
  expect(layout.page.fitWidth).toBe(1);
  expect(Math.min(...layout.columnWidths)).toBeGreaterThanOrEqual(5);
});
