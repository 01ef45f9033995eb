import { parseArea } from "../../src/grid/area";
import { gridFromRows } from "../../src/grid/grid";
import { heldAgainst } from "../../src/province/compare";
import { periodIn, periodOfColumn } from "../../src/province/periods";
import { problemText } from "../../src/province/problems";
import { partsOfProse } from "../../src/province/prose";
import { bundledPlan, planOfGrids, planOfSheet } from "../../src/review/province";
import { BUNDLED, bundledNames, sourceSchema } from "../../src/province/bundled";
import { compared, sheetAbove, type Rows } from "./plans";

const header = ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Đến năm 2030", "Cơ quan chủ trì"];
const above: Rows = [
  header,
  [1, "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến", "%", "≥ 80", 95, "UBND các xã, phường"],
  [2, "Số mô hình chuyển đổi số", "mô hình", 2, 10, "UBND cấp xã"],
  [3, "Tỷ trọng kinh tế số trong GRDP", "%", 20, 30, "Sở Khoa học và Công nghệ"],
];

test("targets carry unit, values by year, comparison, place and whom they are meant for", () => {
  const plan = planOfGrids("tinh.xlsx", [sheetAbove([["PHỤ LỤC I"], ["CHỈ TIÊU"], ["(Kèm theo Kế hoạch số 88/KH-UBND ngày 20/01/2026 của UBND tỉnh Phú Thọ)"], ...above])]);
  expect(plan.title).toBe("Kế hoạch số 88/KH-UBND");
  expect(plan.problems).toEqual([]);
  expect(plan.targets.map(({ name, number, appendix, namesCommunes, wording, slots }) => ({ name, number, appendix, namesCommunes, unit: wording.unit, values: slots.map(({ label, text }) => `${label}: ${text}`) }))).toEqual([
    { name: "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến", number: "1", appendix: "Phụ lục I", namesCommunes: true, unit: "%", values: ["2026: ≥ 80%", "2030: 95%"] },
    { name: "Số mô hình chuyển đổi số", number: "2", appendix: "Phụ lục I", namesCommunes: true, unit: "mô hình", values: ["2026: 2", "2030: 10"] },
    { name: "Tỷ trọng kinh tế số trong GRDP", number: "3", appendix: "Phụ lục I", namesCommunes: false, unit: "%", values: ["2026: 20%", "2030: 30%"] },
  ]);
});

test.each<[string, unknown]>([
  ["Năm 2030", { from: 2030, to: 2030 }],
  ["Đến năm 2030", { from: 2030, to: 2030 }],
  ["Giai đoạn 2026 - 2030", { from: 2026, to: 2030 }],
  ["Giai đoạn 2026 – 2030", { from: 2026, to: 2030 }],
  ["Từ năm 2026 đến năm 2030", { from: 2026, to: 2030 }],
  ["Đến năm 2030, tầm nhìn 2045", null],
  ["Nghị quyết số 193/2025/QH15", null],
  ["", null],
])("the years in “%s”", (text, period) => expect(periodIn(text)).toEqual(period));

test.each<[string, unknown]>([
  ["Thực hiện năm 2025", "none"],
  ["Ước thực hiện 2025", "none"],
  ["TH 2025", "none"],
  ["Quý I / 2026", "none"],
  ["Kế hoạch thực hiện 2026", { from: 2026, to: 2026 }],
])("a column “%s”", (header_, period) => expect(periodOfColumn(header_)).toEqual(period));

test("a prose that sets several targets is read as several", () => {
  const text = "Bảo đảm 100% thủ tục hành chính được công khai; 80% hồ sơ được nộp trực tuyến và tỷ lệ hài lòng đạt 95%.";
  expect(partsOfProse(text).map((part) => [part.text, part.span === null ? null : text.slice(part.span.start, part.span.end)])).toEqual([
    ["Bảo đảm 100% thủ tục hành chính được công khai", "100%"],
    ["80% hồ sơ được nộp trực tuyến", "80%"],
    ["tỷ lệ hài lòng đạt 95%.", "đạt 95%"],
  ]);
});

test.each([
  ["Tỷ lệ hồ sơ số hóa đạt …%", "…%"],
  ["Phấn đấu [...]% hồ sơ được số hóa", "[...]%"],
  ["Số hóa dữ liệu y tế, giáo dục, ...", null],
])("the place of a value that is not known in “%s”", (text, place) => {
  const [part] = partsOfProse(text);
  expect(part?.span === null || part?.span === undefined ? null : text.slice(part.span.start, part.span.end)).toBe(place);
});

test("rows that only name a level belong to the target above them", () => {
  const plan = planOfGrids("t", [sheetAbove([["TT", "Chỉ tiêu", "2026"], [1, "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng", "100%"], [null, "- Cấp tỉnh", "100%"], [null, "- Cấp xã", "80%"]])]);
  expect(plan.targets.map(({ name }) => name)).toEqual([
    "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng",
    "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng cấp tỉnh",
    "Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng cấp xã",
  ]);
});

describe("a plan above that cannot be used", () => {
  const here: Rows = [["TT", "Chỉ tiêu", "2026"], [1, "Tỷ lệ hồ sơ nộp trực tuyến", ""]];
  const told = (rows: Rows, options: Parameters<typeof gridFromRows>[1] = {}, own: Rows = here) => {
    const { comparison, proposals } = compared([sheetAbove(rows, options)], [gridFromRows(own, { sheet: "Xã" })]);
    for (const problem of comparison.problems) {
      for (const text of Object.values(problemText(problem))) expect(text).not.toMatch(/undefined|null|NaN/);
    }
    return { problems: comparison.problems.map(({ kind }) => kind), ticked: proposals.filter(({ state, sure }) => state === "fill" && sure) };
  };

  test("no table at all", () => expect(told([["Ghi chép"], ["Không có bảng nào"]])).toEqual({ problems: ["no-appendix"], ticked: [] }));
  test("two rows of one name", () =>
    expect(told([["TT", "Chỉ tiêu", "2026"], [1, "Tỷ lệ hồ sơ nộp trực tuyến", "80%"], [2, "Tỷ lệ hồ sơ nộp trực tuyến", "80%"]])).toEqual({ problems: ["same-name"], ticked: [] }));
  test("two values for one year", () =>
    expect(told([["TT", "Chỉ tiêu", "2026"], [1, "Tỷ lệ hồ sơ nộp trực tuyến", "80%"], [2, "Tỷ lệ hồ sơ nộp trực tuyến", "90%"]])).toEqual({ problems: ["contradiction"], ticked: [] }));
  test("a cell merged over two years", () =>
    expect(told([["TT", "Chỉ tiêu", "2026", "2027"], [1, "Tỷ lệ hồ sơ nộp trực tuyến", "80%", ""]], { merges: [parseArea("C2:D2")!] })).toEqual({ problems: ["merged-years"], ticked: [] }));
  test("other years", () => expect(told([["TT", "Chỉ tiêu", "2027"], [1, "Tỷ lệ hồ sơ nộp trực tuyến", "80%"]])).toEqual({ problems: ["other-years"], ticked: [] }));
  test("the same name told year by year is no contradiction", () =>
    expect(told([["TT", "Chỉ tiêu", "Giá trị"], [1, "Đến năm 2026, tỷ lệ hồ sơ nộp trực tuyến", "80%"], [2, "Đến năm 2030, tỷ lệ hồ sơ nộp trực tuyến", "95%"]]).ticked.map(({ afterText }) => afterText)).toEqual(["≥80%"]));
});

test("what names communes and has no row here is missing; what is a department's is not", () => {
  const { comparison } = compared(above, [["TT", "Chỉ tiêu", "2026"], [1, "Mô hình chuyển đổi số", "2"]]);
  expect(heldAgainst(comparison).missing.map(({ name }) => name)).toEqual(["Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến"]);
});

test("a table without units and without communes is sent down whole", () => {
  const { comparison } = compared([["TT", "Chỉ tiêu", "2026"], [1, "Tỷ lệ hồ sơ nộp trực tuyến", "80%"]], [["TT", "Chỉ tiêu", "2026"], [1, "Số mô hình chuyển đổi số", "2"]]);
  expect(heldAgainst(comparison).missing.map(({ name }) => name)).toEqual(["Tỷ lệ hồ sơ nộp trực tuyến"]);
});

test("another sheet of the same workbook is a plan above, and no part of the plan here", () => {
  const grids = [gridFromRows([["TT", "Chỉ tiêu", "2026"], [1, "Tỷ lệ hồ sơ nộp trực tuyến", "80%"]], { sheet: "Tỉnh" }), gridFromRows([["TT", "Chỉ tiêu", "2026"], [1, "Hồ sơ nộp trực tuyến", ""]], { sheet: "Xã" })];
  const plan = planOfSheet("Tỉnh", grids);
  expect([plan.targets.length, plan.ownSheets]).toEqual([1, ["Tỉnh"]]);
});

describe("what comes with the product", () => {
  test.each(BUNDLED.map((source) => [source.id, source] as const))("%s fits the schema and is read whole", (id, source) => {
    expect(sourceSchema.safeParse(source).success).toBe(true);
    const plan = bundledPlan(id)!;
    expect(plan.targets.map(({ name }) => name)).toEqual(source.targets.map(({ name }) => name));
    expect(plan.problems).toEqual([]);
    const written = source.targets.flatMap(({ values }) => Object.values(values)).filter((value) => /\d/.test(value)).length;
    expect(plan.targets.flatMap(({ slots }) => slots).filter(({ value }) => value.kind === "measured").length).toBe(written);
    expect(plan.targets.some(plan.assigns)).toBe(false);
  });

  test("names are told in both languages; another name is none", () => {
    expect(bundledNames().map(({ id }) => id)).toContain("quoc-gia");
    expect(bundledPlan("nowhere")).toBeNull();
  });
});
