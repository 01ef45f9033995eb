import { UNKNOWN_PLAN, type PlanContext } from "../../src/appendix/plan";
import { readAppendices } from "../../src/appendix/reader/readAppendices";
import { gridFromRows } from "../../src/grid/grid";
import { gridOfLayout } from "../../src/grid/layoutGrid";
import { collapse } from "../../src/text/normal";
import { parseFormText } from "../../src/template/form";
import { FORMS, sectionsOf } from "../../src/template/forms";
import { layOutForm } from "../../src/template/layOut";
import { officeForm } from "../../src/template/officeForm";
import { readSample } from "./samples";

const NEXT: PlanContext = { ...UNKNOWN_PLAN, place: "Đại Xuyên", level: "xã", issued: "2027-01", period: "2027" };

describe.each([["phu-xuyen"], ["vinh-tuy"], ["hai-phong-xa"], ["thanh-thuy"], ["hung-chau"], ["phu-xuyen-paste"]])("the appendices of %s", (name) => {
  test("saved as the office's own form and laid out again, have the same columns and sections and no task", async () => {
    const { reading, gridOf } = await readSample(name);
    for (const appendix of reading.appendices) {
      const widths = Array.from({ length: appendix.area.right + 1 }, (_, i) => 6 + i);
      const saved = officeForm(gridOf(appendix), appendix, widths, reading.plan, `Mẫu ${name} ${appendix.sheet}`);
      const form = parseFormText(JSON.stringify(saved), "mau.json");
      expect(form).toEqual(saved);
      const layout = layOutForm(form, { plan: NEXT });
      const again = readAppendices([gridOfLayout(layout)]).appendices[0]!;
      expect(again.kind).toBe(appendix.kind);
      const shown = ({ columns }: typeof again) => columns.filter(({ role }) => role !== "number").map(({ role, header, period }) => [role, appendix.kind === "outline" ? "" : collapse(header), period]);
      expect(shown(again)).toEqual(shown(appendix));
      const titles = (of: typeof again) => of.sections.map(({ title, level }) => [collapse(title?.text ?? "…"), level]);
      // A blank title is held open with dots, which the reader takes for the text that they are.
      expect(titles(again)).toEqual(titles(appendix));
      if (appendix.kind !== "outline") expect(layout.columnWidths).toEqual(appendix.columns.map(({ column }) => widths[column]));
      expect(again.items.every(({ fields }) => (fields.content?.text ?? "…").replace("…", "") === "")).toBe(true);
    }
  });
});

test("the title is the next plan's: its place and year, not last year's", async () => {
  const { reading, gridOf } = await readSample("hung-chau");
  const [appendix] = reading.appendices;
  const form = officeForm(gridOf(appendix!), appendix!, [], reading.plan, "Mẫu Hùng Châu");
  expect(form.title).toContain("TRÊN ĐỊA BÀN {place}");
  expect(layOutForm(form, { plan: NEXT }).rows[1]?.cells[0]?.value).toMatch(/TRÊN ĐỊA BÀN XÃ ĐẠI XUYÊN$/u);
});

test("the year and the period in a title follow the plan; years of documents stay", () => {
  const grid = gridFromRows([
    ["PHỤ LỤC II"],
    ["NHIỆM VỤ THEO QUYẾT ĐỊNH THÁNG 3 NĂM 2026 [BẢN 2], TRIỂN KHAI NĂM 2026"],
    ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Phú Xuyên)"],
    ["TT", "Nội dung", "Kinh phí", "Cơ quan chủ trì", "Thời gian"],
    [1, "Lắp trạm phát sóng", "500", "Phòng Kinh tế", "Quý I/2026"],
    [2, "Mở lớp kỹ năng số", "20", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
  ]);
  const { appendices } = readAppendices([grid]);
  const form = officeForm(grid, appendices[0]!, [4, 40], { ...UNKNOWN_PLAN, period: "2026" }, "  Mẫu   của tôi ");
  expect(form.title).toBe("NHIỆM VỤ THEO QUYẾT ĐỊNH THÁNG 3 NĂM 2026 (BẢN 2), TRIỂN KHAI {period}");
  expect(form.name.vi).toBe("Mẫu của tôi");
  expect(form.id).toBe("mau-cua-toi");
  // A column that no rule knows is the office's all the same.
  expect(form.columns.map(({ role, header, width }) => [role, header[0], width])).toEqual([["number", "TT", 4], ["content", "Nội dung", 40], [null, "Kinh phí", 14], ["leadUnit", "Cơ quan chủ trì", 14], ["deadline", "Thời gian", 14]]);
  expect(form.sections).toBeNull();
});

test.each(FORMS.map((form) => [form.id, form] as const))("the form %s is saved from its own sheet", (_, form) => {
  const layout = layOutForm(form, { plan: NEXT });
  const grid = gridOfLayout(layout);
  const reading = readAppendices([grid]);
  const saved = officeForm(grid, reading.appendices[0]!, layout.columnWidths, reading.plan, form.name.vi);
  expect(sectionsOf(saved)).toEqual(sectionsOf(form));
  expect(saved.sections?.style).toBe(form.sections?.style);
  const again = layOutForm(saved, { plan: NEXT });
  const content = ({ rows }: typeof layout) => rows.map(({ cells }) => cells.map(({ value, formula }) => [typeof value === "string" ? collapse(value) : value, formula]));
  expect(content(again)).toEqual(content(layout));
  expect(again.columnWidths).toEqual(layout.columnWidths);
});

test("where nothing is merged the header over two columns is still told", async () => {
  const { reading, gridOf } = await readSample("phu-xuyen-paste");
  const [appendix] = reading.appendices;
  const { columns } = officeForm(gridOf(appendix!), appendix!, [], UNKNOWN_PLAN, "Bản dán");
  expect(columns.slice(0, 2).map(({ header }) => header)).toEqual([["STT", "TT"], ["STT", "Chi tiết"]]);
});
