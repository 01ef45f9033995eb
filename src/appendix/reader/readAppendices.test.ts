import { formatPosition } from "../../grid/address";
import { parseArea } from "../../grid/area";
import { gridFromRows, type CellValue } from "../../grid/grid";
import type { Appendix, Reading, Role } from "../appendix";
import { readAppendices } from "./readAppendices";

type Row = readonly (CellValue | undefined)[];

function read(rows: readonly Row[], options: Parameters<typeof gridFromRows>[1] = {}): Reading {
  return readAppendices([gridFromRows(rows, options)]);
}

/** The one appendix of a sheet. */
function only(rows: readonly Row[], options: Parameters<typeof gridFromRows>[1] = {}): Appendix {
  const { appendices } = read(rows, options);
  expect(appendices).toHaveLength(1);
  return appendices[0]!;
}

/** The texts of one role, item by item. */
function texts(appendix: Appendix, role: Role): (string | undefined)[] {
  return appendix.items.map((item) => item.fields[role]?.text);
}

function roles(appendix: Appendix): string[] {
  return appendix.columns.map((column) => column.role);
}

/** Sections as "numeral|title|level", null as "-". */
function sections(appendix: Appendix): string[] {
  return appendix.sections.map(({ numeral, title, level }) => `${numeral?.text ?? "-"}|${title?.text ?? "-"}|${level}`);
}

const HEADER: Row = ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Ghi chú"];
const item = (number: CellValue, content: CellValue = "Rà soát hạ tầng", lead: CellValue = "Công an xã", coord: CellValue = "Các thôn", deadline: CellValue = "2026"): Row => [number, content, lead, coord, deadline];

describe("header", () => {
  test("two levels, with every cell address right", () => {
    const appendix = only(
      [
        ["STT", null, "Nội dung", "Đơn vị thực hiện", null, "Thời hạn"],
        ["TT", "Chi tiết", null, "Chủ trì", "Phối hợp"],
        [1, 1, "Rà soát", "Công an xã", "Các thôn", "Quý I/2026"],
      ],
      { origin: { row: 4, column: 1 } },
    );
    expect(appendix.headerRows).toEqual([4, 5]);
    expect(appendix.columns.map((column) => `${column.role} ${formatPosition(column.headerCell)} ${column.header}`)).toEqual([
      "number B6 STT / TT",
      "detailNumber C6 STT / Chi tiết",
      "content D5 Nội dung",
      "leadUnit E6 Đơn vị thực hiện / Chủ trì",
      "coordinatingUnits F6 Đơn vị thực hiện / Phối hợp",
      "deadline G5 Thời hạn",
    ]);
    expect(Object.values(appendix.items[0]!.fields).map((field) => formatPosition(field.cell))).toEqual(["B7", "C7", "D7", "E7", "F7", "G7"]);
    expect(appendix.area).toEqual({ top: 4, left: 1, bottom: 6, right: 6 });
  });

  test("three levels over years", () => {
    const appendix = only([
      ["TT", "Chỉ tiêu", "ĐVT", "Mục tiêu", null, null, "Đơn vị theo dõi"],
      [null, null, null, "Năm 2026", null, "Đến năm 2030"],
      [null, null, null, "Quý I", "Quý II"],
      [1, "Hồ sơ trực tuyến", "%", 80, 85, 95, "Công an xã"],
    ]);
    expect(appendix.headerRows).toEqual([0, 1, 2]);
    expect(appendix.columns.map((column) => column.period ?? column.role)).toEqual([
      "number", "content", "unitOfMeasure", "Mục tiêu / Năm 2026 / Quý I", "Mục tiêu / Năm 2026 / Quý II", "Đến năm 2030", "leadUnit",
    ]);
    expect(appendix.items[0]!.values.map((value) => value.field.value)).toEqual([80, 85, 95]);
  });

  test("quarters below a time hold marks, and no deadline", () => {
    const appendix = only([
      ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian thực hiện năm 2026", null, "Ghi chú"],
      [null, null, null, "Quý I", "Quý II", null],
      [1, "Rà soát", "Công an xã", "x", null, null],
    ]);
    expect(appendix.columns.some(({ role }) => role === "deadline")).toBe(false);
  });

  test("the particulars of a criterion are the content, its name is not", () => {
    const appendix = only([
      ["STT", "Tên tiêu chí", "Nội dung tiêu chí", "Mục tiêu năm 2026", "Mục tiêu năm 2027", "Đơn vị phụ trách"],
      [1, "Giao thông", "1.1. Tỷ lệ đường xã được cứng hóa", "92%", "96%", "Phòng Kinh tế"],
      [null, null, "1.2. Tỷ lệ đường thôn được cứng hóa", "85%", "90%", "Phòng Kinh tế"],
    ]);
    expect(appendix.items.map(({ fields }) => fields.content?.text)).toEqual(["1.1. Tỷ lệ đường xã được cứng hóa", "1.2. Tỷ lệ đường thôn được cứng hóa"]);
  });

  test("what is done under an activity's head is the content", () => {
    const appendix = only([
      ["TT", "Hoạt động", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
      [1, "Đào tạo", "1.1. Tập huấn đón khách", "Phòng Văn hóa - Xã hội", "Quý I"],
      [null, null, "1.2. Dạy tiếng Anh", "Đoàn Thanh niên", "Quý II"],
      [2, "Hạ tầng", "2.1. Lắp biển chỉ dẫn", "Phòng Kinh tế", "Quý III"],
      [null, null, "2.2. Xây bãi đỗ xe", "Phòng Kinh tế", "Quý IV"],
    ]);
    expect(appendix.items.map(({ fields }) => fields.content?.text)).toEqual(["1.1. Tập huấn đón khách", "1.2. Dạy tiếng Anh", "2.1. Lắp biển chỉ dẫn", "2.2. Xây bãi đỗ xe"]);
    const alone = only([["TT", "Hoạt động", "Cơ quan chủ trì", "Thời gian"], [1, "Mở lớp tập huấn", "Phòng Kinh tế", "Quý I"]]);
    expect(alone.items.map(({ fields }) => fields.content?.text)).toEqual(["Mở lớp tập huấn"]);
  });

  test("a header whose upper level only spans a part", () => {
    const appendix = only([
      [null, null, "Tổ chức thực hiện"],
      ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Tiến độ"],
      [1, "Rà soát", "Công an xã", "Các thôn", "2026"],
    ]);
    expect(roles(appendix)).toEqual(["number", "content", "leadUnit", "coordinatingUnits", "deadline"]);
    expect(appendix.headerRows).toEqual([0, 1]);
  });

  test("a row of column numbers belongs to the header", () => {
    const appendix = only([HEADER, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], item(1)]);
    expect(appendix.headerRows).toEqual([0, 1]);
    expect(appendix.items).toHaveLength(1);
  });

  test("an unknown column is kept out and told", () => {
    const reading = read([["TT", "Nội dung", "Kinh phí", "Chủ trì", "Thời hạn"], [1, "Rà soát", 50, "Công an xã", "2026"]]);
    expect(roles(reading.appendices[0]!)).toEqual(["number", "content", "leadUnit", "deadline"]);
    expect(reading.notices).toEqual([{ kind: "unknown-column", sheet: "Phụ lục", cell: "C1", text: "Kinh phí" }]);
  });

  test("years below a budget are no targets", () => {
    const appendix = only([["TT", "Nội dung", "Kinh phí", null, "Chủ trì", "Thời hạn"], [null, null, 2026, 2027], [1, "Rà soát", 5, 6, "Công an xã", "2026"]]);
    expect(appendix.kind).toBe("tasks");
    expect(roles(appendix)).toEqual(["number", "content", "leadUnit", "deadline"]);
  });

  test("an unheaded number column, and content told by its place", () => {
    expect(texts(only([[null, "Nội dung", "Chủ trì", "Thời hạn"], [1, "Rà soát", "Công an xã", "2026"]]), "number")).toEqual(["1"]);
    const placed = only([["TT", "Mô hình điểm", "Chủ trì", "Phối hợp", "Thời hạn"], [1, "Chợ số", "Công an xã", "Các thôn", "2026"]]);
    expect(texts(placed, "content")).toEqual(["Chợ số"]);
  });

  test("a column widened by a paste", () => {
    const appendix = only([["TT", "Nội dung", null, "Chủ trì", "Thời hạn"], [1, null, "Rà soát hạ tầng", "Công an xã", "2026"], [2, null, "Tập huấn cán bộ", "Công an xã", "2026"]]);
    expect(texts(appendix, "content")).toEqual(["Rà soát hạ tầng", "Tập huấn cán bộ"]);
    expect(formatPosition(appendix.items[0]!.fields.content!.cell)).toBe("C2");
  });

  test.each<[string, Row[]]>([
    ["a sentence with the words of a header", [["Nội dung phối hợp giữa các cơ quan chủ trì được nêu dưới đây."], ["Đề nghị các đơn vị thực hiện."]]],
    ["a list of people", [["STT", "Họ và tên", "Chức vụ"], [1, "A", "Trưởng phòng"]]],
    ["nothing", []],
    ["a note beside contents only", [["Nội dung", "Ghi chú"], ["a", "b"]]],
  ])("%s is no table", (_, rows) => {
    const reading = read(rows);
    expect(reading.appendices).toEqual([]);
    expect(reading.notices).toEqual([{ kind: "no-table", sheet: "Phụ lục", cell: null, text: "" }]);
  });

  test("hidden sheets are skipped and told", () => {
    const hidden = { ...gridFromRows([HEADER, item(1)], { sheet: "Nháp" }), visibility: "hidden" as const };
    const reading = readAppendices([hidden, gridFromRows([HEADER, item(1)])]);
    expect(reading.appendices.map((appendix) => appendix.sheet)).toEqual(["Phụ lục"]);
    expect(reading.notices).toEqual([{ kind: "hidden-sheet", sheet: "Nháp", cell: null, text: "" }]);
  });
});

describe("kind", () => {
  test.each<[string, Row, string]>([
    ["values by year", ["TT", "Mục tiêu", 2025, 2030, "Chủ trì"], "targets"],
    ["indicators in prose", ["TT", "Nội dung chỉ tiêu", "Đơn vị theo dõi"], "targets"],
    ["indicators with a deadline", ["TT", "Mục tiêu", "Chủ trì", "Thời hạn"], "tasks"],
    ["tasks", HEADER, "tasks"],
  ])("%s", (_, header, kind) => expect(only([header, [1, "a", "b", "c", "d"]]).kind).toBe(kind));

  test("a bare Đơn vị measures beside values and answers elsewhere", () => {
    expect(roles(only([["TT", "Chỉ tiêu", "Đơn vị", "Năm 2026"], [1, "a", "%", 5]]))).toEqual(["number", "content", "unitOfMeasure", "target"]);
    expect(roles(only([["TT", "Nội dung", "Đơn vị", "Thời hạn"], [1, "a", "Công an xã", "2026"]]))).toEqual(["number", "content", "leadUnit", "deadline"]);
  });
});

describe("sections", () => {
  test("numerals, sub-sections, and what belongs to them", () => {
    const appendix = only([HEADER, ["I", "Nhận thức"], item(1), ["II.", "Chuyển đổi số"], ["II.1", "Hạ tầng số:"], item(2), ["II.2", "Dữ liệu số"], item(3), ["III"], item(4)]);
    expect(sections(appendix)).toEqual(["I|Nhận thức|1", "II.|Chuyển đổi số|1", "II.1|Hạ tầng số:|2", "II.2|Dữ liệu số|2", "III|-|1"]);
    expect(appendix.sections.map((section) => section.parent)).toEqual([null, null, 1, 1, null]);
    expect(appendix.items.map((one) => one.section)).toEqual([0, 2, 3, 4]);
  });

  test.each<[string, Row, string]>([
    ["in the numeral's own cell", ["I. Nâng cao nhận thức"], "I.|Nâng cao nhận thức|1"],
    ["after a colon", ["II: Hạ tầng"], "II|Hạ tầng|1"],
    ["beside the numeral, in the content column", [null, "IV. Hạ tầng số"], "IV.|Hạ tầng số|1"],
    ["words in the content column", [null, "Thứ nhất: Về thể chế"], "Thứ nhất|Về thể chế|1"],
    ["words in the number column", ["Thứ hai", "Về dữ liệu"], "Thứ hai|Về dữ liệu|1"],
    ["letters", ["A", "Nhiệm vụ chung"], "A|Nhiệm vụ chung|1"],
    ["a numbered word", ["Mục 1", "Hạ tầng"], "Mục 1|Hạ tầng|1"],
    ["a merged row without a numeral", ["Hạ tầng và dữ liệu"], "-|Hạ tầng và dữ liệu|1"],
    ["content alone before numbered tasks", [null, "Hạ tầng và dữ liệu"], "-|Hạ tầng và dữ liệu|1"],
  ])("a title %s", (_, row, wanted) => {
    const appendix = only([HEADER, row, item(1), item(2)]);
    expect(sections(appendix)).toEqual([wanted]);
    expect(appendix.items.map((one) => one.section)).toEqual([0, 0]);
  });

  test("numeral and title in one cell are parts of it", () => {
    const [section] = only([HEADER, [null, "Thứ nhất: Về thể chế"], item(1)]).sections;
    expect(section).toMatchObject({
      numeral: { text: "Thứ nhất", cell: { row: 1, column: 1 }, span: { start: 0, end: 8 }, cellText: "Thứ nhất: Về thể chế" },
      title: { text: "Về thể chế", cell: { row: 1, column: 1 }, span: { start: 10, end: 20 } },
    });
  });

  test("letters above Roman figures", () => {
    const appendix = only([HEADER, ["A", "Chung"], ["I", "Một"], item(1), ["B", "Riêng"], ["I", "Hai"], item(2), ["C", "Khác"], item(3)]);
    expect(appendix.sections.map((section) => section.level)).toEqual([1, 2, 1, 2, 1]);
    expect(appendix.sections.map((section) => section.parent)).toEqual([null, 0, null, 2, null]);
  });

  test("figures that head further figures", () => {
    const appendix = only([HEADER, [1, "Hạ tầng"], item("1.1"), item("1.2"), [2, "Dữ liệu"], item("2.1")]);
    expect(sections(appendix)).toEqual(["1|Hạ tầng|1", "2|Dữ liệu|1"]);
    expect(texts(appendix, "number")).toEqual(["1.1", "1.2", "2.1"]);
  });

  test("figures below Roman numerals head further figures, and small letters", () => {
    const appendix = only([HEADER, ["I", "Bộ máy"], [1, "Tổ chức"], item("1.1"), [2, "Phân cấp"], item("2.1"), ["II", "Xã hội"], [1, "Văn hóa"], item("1.1"), [2, "An sinh"], item("a)"), item("b)")]);
    expect(appendix.sections.map(({ parent }) => parent)).toEqual([null, 0, 0, null, 3, 3]);
    expect(texts(appendix, "number")).toEqual(["1.1", "2.1", "1.1", "a)", "b)"]);
  });

  test("tasks counted in Roman figures are tasks", () => {
    const appendix = only([HEADER, item("I"), item("II"), item("III")]);
    expect(appendix.items).toHaveLength(3);
    expect(appendix.sections).toEqual([]);
  });
});

describe("items", () => {
  test.each<[string, CellValue[]]>([
    ["figures", [1, 2, 3]],
    ["text", ["01", "02", "03"]],
    ["full stops", ["1.", "2.", "3."]],
    ["codes", ["NV01", "NV02", "NV03"]],
    ["letters", ["a)", "b)", "c)"]],
  ])("numbers as %s", (_, numbers) => expect(texts(only([HEADER, ...numbers.map((number) => item(number))]), "number")).toEqual(numbers.map(String)));

  test("a row without a number but with units and a deadline is one", () => {
    const reading = read([HEADER, item(1), item(null, "Tập huấn cán bộ"), item(3)]);
    expect(texts(reading.appendices[0]!, "content")).toEqual(["Rà soát hạ tầng", "Tập huấn cán bộ", "Rà soát hạ tầng"]);
    expect(reading.leftovers).toEqual([]);
  });

  test("a number that waits for its text is one", () => expect(texts(only([HEADER, item(1), [2], item(3)]), "content")).toEqual(["Rà soát hạ tầng", "", "Rà soát hạ tầng"]));

  test("blank rows, totals, notes and signatures are none", () => {
    const reading = read([HEADER, item(1), [], item(2), ["Tổng cộng", null, null, null, 2], ["Ghi chú: số liệu tạm tính"], ["Nơi nhận:", null, null, "TM. UBND"], ["- Như trên;"]]);
    expect(reading.appendices[0]!.items).toHaveLength(2);
    expect(reading.appendices[0]!.area.bottom).toBe(3);
    expect(reading.notices.map((notice) => notice.kind)).toEqual(["unplaced-row"]);
  });

  test("text beside the table is told", () => {
    const reading = read([HEADER, [...item(1), "ghi chú", null, "nháp"]]);
    expect(reading.notices).toEqual([{ kind: "stray-cell", sheet: "Phụ lục", cell: "H2", text: "nháp" }]);
  });

  test("units in one cell become two fields", () => {
    const appendix = only([
      ["TT", "Nội dung", "Đơn vị thực hiện", "Thời hạn"],
      [1, "a", "Chủ trì: Công an xã; Phối hợp: Phòng Kinh tế, Các thôn.", "2026"],
      [2, "b", "CT: Công an xã\nPH: Các thôn", "2026"],
      [3, "c", "Công an xã", "2026"],
      [4, "d", "Chủ trì: \nPhối hợp: Các thôn", "2026"],
    ]);
    expect(roles(appendix)).toEqual(["number", "content", "leadUnit", "deadline", "coordinatingUnits"]);
    expect(texts(appendix, "leadUnit")).toEqual(["Công an xã", "Công an xã", "Công an xã", ""]);
    expect(texts(appendix, "coordinatingUnits")).toEqual(["Phòng Kinh tế, Các thôn", "Các thôn", "", "Các thôn"]);
    const { leadUnit, coordinatingUnits } = appendix.items[0]!.fields;
    expect([leadUnit!.span, coordinatingUnits!.span]).toEqual([{ start: 9, end: 19 }, { start: 31, end: 54 }]);
  });

  test("“Đơn vị liên quan” beside the unit in charge holds the coordinating units", () => {
    expect(roles(only([["TT", "Nội dung", "Đơn vị đầu mối", "Đơn vị liên quan", "Thời hạn"], [1, "a", "Công an xã", "Các thôn", "2026"], [2, "b", "Công an xã", "Các thôn", "2026"]]))).toEqual(["number", "content", "leadUnit", "coordinatingUnits", "deadline"]);
    expect(roles(only([["TT", "Nội dung", "Chủ trì", "Các cơ quan, đơn vị có liên quan", "Phối hợp"], [1, "a", "Công an xã", "x", "Các thôn"], [2, "b", "Công an xã", "x", "Các thôn"]]))).not.toContain("directingLeader");
  });

  test("units on lines of their own below one another", () => {
    const appendix = only([["TT", "Nội dung", "Đơn vị thực hiện", "Thời hạn"], [1, "a", "Chủ trì: Công an xã", "2026"], [null, null, "Phối hợp: Các thôn"], [2, "b", "Công an xã", "2026"]]);
    expect([texts(appendix, "leadUnit"), texts(appendix, "coordinatingUnits")]).toEqual([["Công an xã", "Công an xã"], ["Các thôn", ""]]);
  });

  test("a single column of units without labels is the lead", () => {
    expect(roles(only([["TT", "Nội dung", "Đơn vị thực hiện", "Thời hạn"], [1, "a", "Công an xã", "2026"]]))).toEqual(["number", "content", "leadUnit", "deadline"]);
  });
});

describe("cells merged down", () => {
  const areas = (...merges: string[]): { merges: NonNullable<ReturnType<typeof parseArea>>[] } => ({ merges: merges.map((area) => parseArea(area)!) });
  const HEAD: Row = ["STT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành"];

  test("units, products and deadlines are fields of every row that they reach down to", () => {
    const rows: Row[] = [HEAD, [1, "a", "Công an xã", "Các thôn", "Kế hoạch", "2026"], [2, "b"], [3, "c", "Trạm Y tế"], [4, "d", "Phòng Kinh tế", "Các thôn", null, "2027"]];
    const appendix = only(rows, areas("C2:C3", "D2:D4", "E2:E5", "F2:F4"));
    expect(texts(appendix, "leadUnit")).toEqual(["Công an xã", "Công an xã", "Trạm Y tế", "Phòng Kinh tế"]);
    expect(texts(appendix, "coordinatingUnits")).toEqual(["Các thôn", "Các thôn", "Các thôn", "Các thôn"]);
    expect(texts(appendix, "product")).toEqual(["Kế hoạch", "Kế hoạch", "Kế hoạch", "Kế hoạch"]);
    expect(texts(appendix, "deadline")).toEqual(["2026", "2026", "2026", "2027"]);
    expect(appendix.items.map((one) => formatPosition(one.fields.leadUnit!.cell))).toEqual(["C2", "C2", "C4", "C5"]);
    expect(appendix.items.map((one) => one.fields.leadUnit!.merged)).toEqual([undefined, true, undefined, undefined]);
    expect(appendix.items[1]!.fields.leadUnit).toEqual({ text: "Công an xã", value: "Công an xã", cell: { row: 1, column: 2 }, merged: true });
  });

  test("without merged areas an empty cell below a filled one is empty", () => {
    expect(texts(only([HEAD, [1, "a", "Công an xã", "Các thôn", "Kế hoạch", "2026"], [2, "b"]]), "leadUnit")).toEqual(["Công an xã", ""]);
  });

  test("values of targets are shared as well", () => {
    const appendix = only([["TT", "Chỉ tiêu", "ĐVT", 2026, 2027, "Chủ trì"], [1, "a", "%", 80, 90, "Công an xã"], [2, "b"]], { origin: { row: 3, column: 1 }, ...areas("D5:D6", "F5:F6", "G5:G6") });
    expect(appendix.items[1]!.values.map(({ field }) => [field.text, formatPosition(field.cell), field.merged])).toEqual([["", "E6", undefined], ["90", "F5", true]]);
    expect([texts(appendix, "unitOfMeasure"), texts(appendix, "leadUnit")]).toEqual([["%", "%"], ["Công an xã", "Công an xã"]]);
  });

  test("a cell of a section row is shared by the tasks below it, and the row stays a section", () => {
    const appendix = only([HEADER, ["I", "Hạ tầng", "Công an xã"], [1, "a", null, null, "2026"], [2, "b", null, null, "2027"]], areas("C2:C4"));
    expect(sections(appendix)).toEqual(["I|Hạ tầng|1"]);
    expect(texts(appendix, "leadUnit")).toEqual(["Công an xã", "Công an xã"]);
  });

  test("a header that reaches into the body is carried into no row", () => {
    expect(texts(only([HEADER, item(1), [2, "b", null, "Các thôn", "2026"]], areas("C1:C3")), "leadUnit")).toEqual(["Công an xã", ""]);
  });

  test("a task without a number whose columns are all shared is no section", () => {
    const appendix = only([HEADER, item(1), [null, "Tập huấn cán bộ"], item(3)], areas("C2:C3", "D2:D3", "E2:E3"));
    expect(texts(appendix, "content")).toEqual(["Rà soát hạ tầng", "Tập huấn cán bộ", "Rà soát hạ tầng"]);
    expect(appendix.sections).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["number and text merged", ["A2:A4", "B2:B4"]],
    ["only the text merged", ["B2:B4"]],
    ["only the number merged", ["A2:A4"]],
    ["nothing known of merged areas", []],
  ])("one task with a unit in each row: %s", (_, merges) => {
    const rows: Row[] = [HEADER, item(1), [null, null, "Trạm Y tế", null, "Quý I/2027"], [null, null, "phòng Kinh tế"], item(2)];
    const reading = read(rows, merges.length === 0 ? {} : areas(...merges));
    const appendix = reading.appendices[0]!;
    expect(appendix.items.map(({ firstRow, lastRow }) => [firstRow, lastRow])).toEqual([[1, 3], [4, 4]]);
    // A small letter alone would be a text that a page break cut; merged cells say that it is a line of its own.
    expect(texts(appendix, "leadUnit")[0]).toBe(`Công an xã\nTrạm Y tế${merges.length === 0 ? " " : "\n"}phòng Kinh tế`);
    expect(appendix.items[0]!.fields.leadUnit!.continued).toEqual([{ row: 2, column: 2 }, { row: 3, column: 2 }]);
    expect(texts(appendix, "deadline")[0]).toBe("2026\nQuý I/2027");
    expect(reading.leftovers.map((leftover) => leftover.kind)).toEqual(merges.length === 0 ? ["split-row"] : []);
  });

  test("lines under one number are one task, whole tasks under one number are several", () => {
    const lines = only([HEADER, item(1), [null, "Tập huấn cán bộ", "Trạm Y tế"], item(2)], areas("A2:A3"));
    expect(texts(lines, "content")).toEqual(["Rà soát hạ tầng\nTập huấn cán bộ", "Rà soát hạ tầng"]);
    const tasks = only([HEADER, item(1), [null, "Tập huấn cán bộ", "Trạm Y tế", null, "2027"], item(2)], areas("A2:A3"));
    expect(texts(tasks, "content")).toEqual(["Rà soát hạ tầng", "Tập huấn cán bộ", "Rà soát hạ tầng"]);
    expect(texts(tasks, "number")).toEqual(["1", "1", "2"]);
    expect(texts(tasks, "leadUnit")).toEqual(["Công an xã", "Trạm Y tế", "Công an xã"]);
  });

  test("tasks numbered in detail under one running number are tasks", () => {
    const appendix = only([["TT", "Chi tiết", ...HEADER.slice(1)], [1, 1, "a", "Công an xã"], [null, 2, "b", "Trạm Y tế"], [2, 1, "c", "Công an xã"]], areas("A2:A3"));
    expect(appendix.items.map(({ fields }) => `${fields.number!.text}.${fields.detailNumber!.text} ${fields.content!.text}`)).toEqual(["1.1 a", "1.2 b", "2.1 c"]);
  });

  test("units with labels in a shared cell are two fields of each row", () => {
    const appendix = only(
      [["TT", "Nội dung", "Đơn vị thực hiện", "Thời hạn"], [1, "a", "Chủ trì: Công an xã; Phối hợp: Các thôn", "2026"], [2, "b", null, "2026"], [3, "c", "Trạm Y tế", "2026"], [4, "d", null, "2026"]],
      areas("C2:C3", "C4:C5"),
    );
    expect([texts(appendix, "leadUnit"), texts(appendix, "coordinatingUnits")]).toEqual([["Công an xã", "Công an xã", "Trạm Y tế", "Trạm Y tế"], ["Các thôn", "Các thôn", "", ""]]);
    expect(appendix.items.map(({ fields }) => [fields.leadUnit!.merged, fields.coordinatingUnits!.merged])).toEqual([[undefined, undefined], [true, true], [undefined, undefined], [true, true]]);
  });
});

describe("leftovers of a paste", () => {
  test("repeated headers, page numbers and cut rows are told and joined", () => {
    const reading = read([
      HEADER,
      item(1, "Xây dựng kế hoạch hằng năm", "Phòng", "Văn phòng HĐND-"),
      [2],
      HEADER,
      [null, "và báo cáo kết quả", "Kinh tế", "UBND xã"],
      item(2),
      ["Trang 3"],
      HEADER,
      item(3),
    ]);
    const [appendix] = reading.appendices;
    expect(texts(appendix!, "number")).toEqual(["1", "2", "3"]);
    expect(appendix!.items[0]).toMatchObject({
      firstRow: 1,
      lastRow: 4,
      fields: {
        content: { text: "Xây dựng kế hoạch hằng năm và báo cáo kết quả", cell: { row: 1, column: 1 }, continued: [{ row: 4, column: 1 }] },
        leadUnit: { text: "Phòng Kinh tế" },
        coordinatingUnits: { text: "Văn phòng HĐND-UBND xã" },
      },
    });
    expect(reading.leftovers.map(({ kind, rows, continues }) => [kind, rows, continues])).toEqual([
      ["page-number", [2], undefined],
      ["repeated-header", [3], undefined],
      ["split-row", [4], 1],
      ["page-number", [6], undefined],
      ["repeated-header", [7], undefined],
    ]);
    expect(reading.leftovers[2]).toMatchObject({ texts: [["", "và báo cáo kết quả", "Kinh tế", "UBND xã"]], continuedValues: [1, "Xây dựng kế hoạch hằng năm", "Phòng", "Văn phòng HĐND-", "2026"] });
  });

  test("a number that breaks the count is a page number", () => {
    const reading = read([HEADER, item(1), item(2), [7], item(3)]);
    expect(texts(reading.appendices[0]!, "number")).toEqual(["1", "2", "3"]);
    expect(reading.leftovers.map((leftover) => leftover.kind)).toEqual(["page-number"]);
  });

  test("lines of one task over several rows are joined without being a fault", () => {
    const reading = read([HEADER, item(1), [null, null, null, "Phòng Kinh tế"], [null, "- Tổ chức tập huấn"], item(2)]);
    expect(texts(reading.appendices[0]!, "coordinatingUnits")[0]).toBe("Các thôn\nPhòng Kinh tế");
    expect(texts(reading.appendices[0]!, "content")[0]).toBe("Rà soát hạ tầng\n- Tổ chức tập huấn");
    expect(reading.leftovers).toEqual([]);
  });
});

describe("several tables on one sheet", () => {
  test("below one another, with the same header and titles of their own", () => {
    const { appendices, leftovers } = read([["PHỤ LỤC I"], ["NHIỆM VỤ"], HEADER, item(1), item(2), [], ["PHỤ LỤC II"], ["CHỈ TIÊU"], HEADER, item(1)]);
    expect(appendices.map((appendix) => [appendix.titleLines.label?.text, appendix.titleLines.title?.text, appendix.items.length, appendix.area.bottom])).toEqual([
      ["PHỤ LỤC I", "NHIỆM VỤ", 2, 4],
      ["PHỤ LỤC II", "CHỈ TIÊU", 1, 9],
    ]);
    expect(leftovers).toEqual([]);
  });

  test("below one another, with other headers", () => {
    const { appendices } = read([HEADER, item(1), [], ["CÁC CHỈ TIÊU"], ["TT", "Chỉ tiêu", "ĐVT", 2026], [1, "Hồ sơ trực tuyến", "%", 90]]);
    expect(appendices.map((appendix) => [appendix.kind, appendix.titleLines.title?.text, appendix.items.length])).toEqual([
      ["tasks", undefined, 1],
      ["targets", "CÁC CHỈ TIÊU", 1],
    ]);
  });

  test("side by side, beginning anywhere", () => {
    const short: Row = ["TT", "Nội dung", "Chủ trì", "Thời hạn"];
    const { appendices } = read(
      [
        ["PHỤ LỤC I", null, null, null, null, "PHỤ LỤC II"],
        [...short, null, ...short],
        [1, "a", "Công an xã", "2026", null, 1, "x", "Các thôn", "2027"],
        [2, "b", "Công an xã", "2026"],
        [null, null, null, null, null, 2, "y", "Các thôn", "2027"],
      ],
      { origin: { row: 9, column: 3 } },
    );
    expect(appendices.map((appendix) => [appendix.titleLines.label?.text, texts(appendix, "content").join()])).toEqual([
      ["PHỤ LỤC I", "a,b"],
      ["PHỤ LỤC II", "x,y"],
    ]);
    expect(formatPosition(appendices[1]!.items[1]!.fields.content!.cell)).toBe("J14");
  });
});

describe("title lines", () => {
  test.each<[string, Row[], [string | undefined, string | undefined, string | undefined]]>([
    ["label alone", [["PHỤ LỤC I"], ["DANH MỤC NHIỆM VỤ"], ["(Kèm theo Kế hoạch số 5/KH-UBND)"]], ["PHỤ LỤC I", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 5/KH-UBND)"]],
    ["label at the head of the title", [["Phụ lục số 02. Danh mục nhiệm vụ"]], ["Phụ lục số 02", "Danh mục nhiệm vụ", undefined]],
    ["all in one cell", [["PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Ban hành kèm theo Quyết định\nsố 5/QĐ-UBND)"]], ["PHỤ LỤC", "DANH MỤC NHIỆM VỤ", "(Ban hành kèm theo Quyết định\nsố 5/QĐ-UBND)"]],
    ["a title over two rows", [["PHỤ LỤC I"], ["DANH MỤC"], ["NHIỆM VỤ NĂM 2026"]], ["PHỤ LỤC I", "DANH MỤC NHIỆM VỤ NĂM 2026", undefined]],
    ["an attachment line that names the appendix", [["PHỤ LỤC I"], ["DANH MỤC NHIỆM VỤ"], ["(Phụ lục I kèm theo Kế hoạch số 3/KH-UBND)"]], ["PHỤ LỤC I", "DANH MỤC NHIỆM VỤ", "(Phụ lục I kèm theo Kế hoạch số 3/KH-UBND)"]],
    ["a letterhead above", [["UBND XÃ A", null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["DANH MỤC NHIỆM VỤ"]], [undefined, "DANH MỤC NHIỆM VỤ", undefined]],
    ["nothing", [], [undefined, undefined, undefined]],
  ])("%s", (_, above, wanted) => {
    const { titleLines } = only([...above, HEADER, item(1)]);
    expect([titleLines.label?.text, titleLines.title?.text, titleLines.attachment?.text]).toEqual(wanted);
  });
});

describe("a sheet with a row for every printed line", () => {
  test("is put together, sections included; a full row after the end of a sentence stays a task", () => {
    const appendix = only([
      ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
      ["I", "HẠ TẦNG SỐ, DỮ LIỆU SỐ VÀ"],
      [null, "AN TOÀN THÔNG TIN"],
      [1, "Lắp trạm phát sóng ở các", "Phòng Văn", "Quý"],
      [null, "thôn chưa có sóng theo Quyết định số", "hóa - Xã", "I/2026"],
      [null, "2026 của Sở.", "hội"],
      [2, "Mở lớp kỹ năng số", "Công an xã", "Quý II/2026"],
      [null, "cho tổ công nghệ số."],
      [null, "Lập danh sách học viên", "Công an xã", "Quý II/2026"],
      [null, "theo mẫu"],
      [3, "Số hóa sổ hộ tịch", "Công an xã", "Quý IV/2026"],
      [null, "của ba xã cũ"],
    ]);
    expect(sections(appendix)).toEqual(["I|HẠ TẦNG SỐ, DỮ LIỆU SỐ VÀ AN TOÀN THÔNG TIN|1"]);
    expect(texts(appendix, "content")).toEqual([
      "Lắp trạm phát sóng ở các thôn chưa có sóng theo Quyết định số 2026 của Sở.",
      "Mở lớp kỹ năng số cho tổ công nghệ số.",
      "Lập danh sách học viên theo mẫu",
      "Số hóa sổ hộ tịch của ba xã cũ",
    ]);
    expect(texts(appendix, "leadUnit")[0]).toBe("Phòng Văn hóa - Xã hội");
    expect(texts(appendix, "deadline")[0]).toBe("Quý I/2026");
  });

  test("has headers of several lines too, above one or two levels", () => {
    const body: Row[] = [[1, 1, "Rà soát hạ tầng", "Công an xã", "Các thôn", "2026"], [2, 2, "Lập danh sách", "Công an xã", "Các thôn", "2026"]];
    const two = only([["STT", null, "Nội dung", "Cơ quan", "Cơ quan", "Thời gian"], [null, null, null, "chủ trì", "phối hợp", "hoàn"], [null, null, null, null, null, "thành"], ["TT", "Chi tiết"], ...body]);
    expect(roles(two)).toEqual(["number", "detailNumber", "content", "leadUnit", "coordinatingUnits", "deadline"]);
    expect(two.headerRows).toEqual([0, 1, 2, 3]);
    expect(two.items).toHaveLength(2);
    const head: Row[] = [["STT", null, "Nội dung", "Cơ quan", "Cơ quan", "Thời gian"], [null, null, null, "chủ trì", "phối hợp", "hoàn thành"], [null, null, null, "thực hiện"]];
    const repeated = read([...head, ...body.slice(0, 1), ["2"], ...head, [null, null, "trước mùa mưa"], ...body.slice(1)]);
    expect(repeated.leftovers.map(({ kind, rows }) => [kind, rows])).toEqual([["page-number", [4]], ["repeated-header", [5, 6, 7]], ["split-row", [8]]]);
    const loud = only([["STT", null, "NỘI DUNG", "ĐƠN VỊ", "ĐƠN VỊ", "THỜI GIAN"], [null, null, null, "CHỦ TRÌ", "PHỐI HỢP"], ...body]);
    expect(roles(loud)).toEqual(["number", "content", "leadUnit", "coordinatingUnits", "deadline"]);
  });

  test.each<[string, readonly CellValue[]]>([["numbers in parts", ["1.1", "1.2", "1.3"]], ["codes", ["NV1", "NV2", "NV3"]], ["no numbers", [null, null, null]]])("a quarter before a product called “Danh mục” heads no table: %s", (_, [one, two, three]) => {
    const head: Row = one === null ? [null, ...HEADER.slice(1, 5), "Sản phẩm"] : [...HEADER.slice(0, 5), "Sản phẩm"];
    const appendix = only([head, [...item(one ?? null), "Báo cáo"], [...item(two ?? null, "Lập sổ", "Phòng Kinh tế", "Các ấp", "Quý I/2026"), "Danh mục"], [...item(three ?? null, "Mở lớp"), "Báo cáo"]]);
    expect(texts(appendix, "product")).toEqual(["Báo cáo", "Danh mục", "Báo cáo"]);
  });

  test("the task that counts on behind sub-tasks is none of them", () => {
    const appendix = only([HEADER, ["I", "Hạ tầng"], [1, "Nâng cấp mạng:"], item("a)", "Mua máy"), item("b)", "Kéo cáp"), item(2, "Lắp trạm"), item(3, "Bảo trì")]);
    expect(sections(appendix)).toEqual(["I|Hạ tầng|1", "1|Nâng cấp mạng:|2"]);
    expect(appendix.items.map(({ section }) => section)).toEqual([1, 1, 0, 0]);
  });

  test("points of a numbered task with their own units are not its lines", () => {
    const point = (text: string): Row => [null, text, "Công an xã", "Các thôn", "Quý II/2026"];
    const appendix = only([HEADER, item(1), point("- rà soát máy chủ"), point("- kiểm tra mạng"), item(2), point("a) lập danh sách"), item(3), point("- báo cáo")]);
    expect(appendix.items).toHaveLength(7);
  });
});

describe("outline lists", () => {
  const list: Row[] = [
    ["Phụ lục II"],
    ["NHIỆM VỤ TRỌNG TÂM"],
    [],
    ["I. Lãnh đạo, chỉ đạo"],
    ["1. Thành lập Ban Chỉ đạo"],
    ["- Cơ quan chủ trì: Công an xã."],
    ["- Thời gian hoàn thành: Trong tháng 7 năm 2026."],
    ["2. Lập tổ giúp việc\n- Đơn vị phối hợp: Các thôn; Sản phẩm: Quyết định"],
    ["II. Hạ tầng"],
    ["1.", "Rà soát hạ tầng"],
    ["+ Chủ trì:"],
    ["+ Phòng Kinh tế"],
  ];

  test("sections, tasks and labelled lines", () => {
    const appendix = only(list);
    expect(appendix.kind).toBe("outline");
    expect(appendix.titleLines.title?.text).toBe("NHIỆM VỤ TRỌNG TÂM");
    expect(sections(appendix)).toEqual(["I.|Lãnh đạo, chỉ đạo|1", "II.|Hạ tầng|1"]);
    expect(appendix.items.map(({ firstRow, lastRow, section }) => [firstRow, lastRow, section])).toEqual([[4, 6, 0], [7, 7, 0], [9, 11, 1]]);
    expect(texts(appendix, "content")).toEqual(["Thành lập Ban Chỉ đạo", "Lập tổ giúp việc", "Rà soát hạ tầng"]);
    expect(texts(appendix, "leadUnit")).toEqual(["Công an xã", undefined, "+ Phòng Kinh tế"]);
    expect(texts(appendix, "deadline")[0]).toBe("Trong tháng 7 năm 2026");
    expect([texts(appendix, "coordinatingUnits")[1], texts(appendix, "product")[1]]).toEqual(["Các thôn", "Quyết định"]);
    expect(new Set(roles(appendix))).toEqual(new Set(["number", "content", "leadUnit", "deadline", "coordinatingUnits", "product"]));
  });

  test("a label whose value is broken over lines, in its cell or over rows", () => {
    const appendix = only([
      ["I. Lãnh đạo, chỉ đạo"],
      ["1. Thành lập Ban Chỉ đạo"],
      ["- Cơ quan chủ trì: Văn phòng\nĐảng ủy xã."],
      ["- Thời gian: Hoàn thành trong tháng"],
      ["7 năm 2026."],
      ["2. Lập tổ giúp việc"],
      ["- Cơ quan chủ trì: Công an xã."],
      ["Báo cáo Ban Chỉ đạo hằng tháng"],
      ["3. Giao ban\n- Cơ quan chủ trì:\nỦy ban nhân dân xã,\nCông an xã."],
    ]);
    expect(texts(appendix, "leadUnit")).toEqual(["Văn phòng\nĐảng ủy xã", "Công an xã", "Ủy ban nhân dân xã,\nCông an xã"]);
    expect(texts(appendix, "deadline")).toEqual(["Hoàn thành trong tháng 7 năm 2026", undefined, undefined]);
    expect(texts(appendix, "content")).toEqual(["Thành lập Ban Chỉ đạo", "Lập tổ giúp việc\nBáo cáo Ban Chỉ đạo hằng tháng", "Giao ban"]);
  });

  test("below a table on the same sheet", () => {
    const { appendices, notices } = read([["PHỤ LỤC I"], HEADER, item(1), item(2), [], ...list]);
    expect(appendices.map((appendix) => [appendix.kind, appendix.items.length])).toEqual([["tasks", 2], ["outline", 3]]);
    expect(notices).toEqual([]);
  });

  test("the body of a letter is none", () => {
    expect(read([["Kính gửi: Các thôn"], ["1. Thời gian: 8 giờ ngày 5/6"], ["2. Địa điểm: Hội trường"], ["3. Thành phần: Trưởng thôn"], ["- Đề nghị đi họp đúng giờ"]]).appendices).toEqual([]);
  });
});
