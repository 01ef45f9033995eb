import { readAppendices } from "../../src/appendix/reader/readAppendices";
import { isCellEdit } from "../../src/grid/edit";
import { gridFromRows, type Grid } from "../../src/grid/grid";
import { formOf, FORMS } from "../../src/template/forms";
import { addBasis, removeBasis } from "../../src/template/basis";
import { fillGaps, gapsOf, insertion, nearestForm } from "../../src/template/gaps";
import { standardSections } from "../../src/rules/section/standardSections";
import { judge } from "../../src/workbook/file/judging";
import { readSample } from "./samples";

const TASKS = formOf("nhiem-vu")!;

describe("titles of sections whose numeral stands alone", () => {
  test("Hùng Châu's six sections get the programme's six titles, each in its own row", async () => {
    const { reading, gridOf } = await readSample("hung-chau");
    const [appendix] = reading.appendices;
    const gaps = gapsOf(gridOf(appendix!), appendix!, nearestForm(appendix!, FORMS)!, reading.appendices).filter(({ kind }) => kind === "title");
    expect(gaps.map(({ cell, before, after }) => [cell, before, after])).toEqual(
      ["C4", "C11", "C14", "C21", "C26", "C30"].map((cell, i) => [cell, "", standardSections[i]?.title]),
    );
    const [edits] = fillGaps(gridOf(appendix!), appendix!, TASKS, reading.appendices, new Set(gaps.slice(0, 2).map(({ id }) => id)));
    expect(edits).toEqual([
      { sheet: "Phụ lục I", cell: "C4", expected: null, value: standardSections[0]?.title },
      { sheet: "Phụ lục I", cell: "C11", expected: null, value: standardSections[1]?.title },
    ]);
  });

  const table = (...sections: readonly (readonly [string, string?])[]): Grid =>
    gridFromRows([
      ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Ghi chú"],
      ...sections.flatMap((section, i) => [[...section], [i + 1, `Việc số ${i + 1}`, "Phòng Kinh tế", "Công an xã", "Quý I/2026"]]),
    ]);
  const titled = (grid: Grid) => {
    const { appendices } = readAppendices([grid]);
    return gapsOf(grid, appendices[0]!, TASKS, appendices).filter(({ kind }) => kind === "title").map(({ cell, after }) => [cell, standardSections.findIndex(({ title }) => title === after)]);
  };

  test.each<[string, Grid, (string | number)[][]]>([
    ["between titled ones", table(["I", "Nâng cao nhận thức, đột phá về tư duy"], ["II"], ["III", "Tăng cường đầu tư, hoàn thiện hạ tầng"]), [["B4", 1]]],
    ["by its own numeral where some are left out", table(["I"], ["III"], ["VI"]), [["B2", 0], ["B4", 2], ["B6", 5]]],
    ["not one that another section has", table(["I"], ["II", "Nâng cao nhận thức, đột phá về tư duy"]), []],
    ["not out of order", table(["I", "Hoàn thiện thể chế"], ["II", "Phát triển hạ tầng thủy lợi"], ["VI", "Tăng cường đầu tư, hoàn thiện hạ tầng"], ["III"]), []],
    ["not beyond the form's sections", table(["I"], ["IX"]), [["B2", 0]]],
    ["none where all have a title", table(["I", "Hạ tầng"], ["II", "Nhân lực"]), []],
  ])("%s", (_, grid, gaps) => expect(titled(grid)).toEqual(gaps));

  test("after the numeral where one merged cell spans the table", () => {
    const rows = [["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"], ["I"], [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"], ["II"], [2, "Mở lớp kỹ năng số", "Phòng Kinh tế", "Quý I/2026"]];
    const grid = gridFromRows(rows, { merges: [{ top: 1, left: 0, bottom: 1, right: 3 }, { top: 3, left: 0, bottom: 3, right: 3 }] });
    const { appendices } = readAppendices([grid]);
    const gaps = gapsOf(grid, appendices[0]!, TASKS, appendices).filter(({ kind }) => kind === "title");
    expect(gaps.map(({ cell, before }) => [cell, before])).toEqual([["A2", "I"], ["A4", "II"]]);
    const [edits] = fillGaps(grid, appendices[0]!, TASKS, appendices, new Set(gaps.map(({ id }) => id)));
    expect(edits?.filter(isCellEdit).map(({ value }) => String(value).slice(0, 25))).toEqual(["I. Nâng cao nhận thức, độ", "II. Chủ động, phối hợp ho"]);
  });
});

describe("missing columns", () => {
  const grid = gridFromRows([
    ["PHỤ LỤC I"],
    ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"],
    [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
    [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
  ]);
  const { appendices } = readAppendices([grid]);
  const appendix = appendices[0]!;
  const form = formOf("nhiem-vu-du-thao")!;

  test("each stands where the form has it; the basis is a command of its own", () => {
    expect(gapsOf(grid, appendix, form, appendices).map(({ id, cell, after }) => [id, cell, after])).toEqual([
      ["column directingLeader", "C2", "Lãnh đạo chỉ đạo"],
      ["column coordinatingUnits", "D2", "Cơ quan phối hợp"],
      ["column product", "D2", "Kết quả, sản phẩm"],
      ["column note", "E2", "Ghi chú"],
    ]);
  });

  test("all that can go in at once, then what comes to stand at the same place", () => {
    const batches = fillGaps(grid, appendix, form, appendices, new Set(["column note", "column product", "column coordinatingUnits", "column directingLeader"]));
    expect(batches).toEqual([
      [
        { sheet: "Phụ lục", insertColumn: "C", formatFrom: "left", width: 11, cells: [{ row: 1, value: "Lãnh đạo chỉ đạo" }] },
        { sheet: "Phụ lục", insertColumn: "D", formatFrom: "left", width: 15, cells: [{ row: 1, value: "Cơ quan phối hợp" }] },
        { sheet: "Phụ lục", insertColumn: "E", formatFrom: "left", width: 7, cells: [{ row: 1, value: "Ghi chú" }], printed: true },
      ],
      // Leader and coordination stand left of it by now.
      [{ sheet: "Phụ lục", insertColumn: "F", formatFrom: "left", width: 14, cells: [{ row: 1, value: "Kết quả, sản phẩm" }] }],
    ]);
  });

  test("a table side by side with another has no column put through the other", () => {
    const twin = { ...appendix, area: { ...appendix.area, left: 0, right: 9, top: 20, bottom: 30 } };
    expect(gapsOf(grid, appendix, form, [appendix, twin])).toEqual([]);
    expect(addBasis(grid, appendix, [appendix, twin])).toBeNull();
    expect(addBasis(grid, appendix, [appendix, { ...twin, sheet: "Phụ lục II" }])).not.toBeNull();
  });
});

describe("the column of the basis", () => {
  test("it stands before the notes where they are last", () => {
    const notedGrid = gridFromRows([["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian", "Ghi chú"], [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026", "Tỉnh giao"]]);
    const noted = of(notedGrid);
    expect(addBasis(notedGrid, noted[0]!, noted)).toMatchObject({ insertColumn: "E", formatFrom: "left" });
  });

  const bare = gridFromRows([["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"], [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"]]);
  const drafted = gridFromRows([["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian", "Căn cứ"], [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026", "Phụ lục I, mục 3"]]);
  const of = (grid: Grid) => readAppendices([grid]).appendices;

  test("goes in behind the last column, once", () => {
    expect(addBasis(bare, of(bare)[0]!, of(bare))).toEqual({ sheet: "Phụ lục", insertColumn: "E", formatFrom: "left", width: 18, cells: [{ row: 0, value: "Căn cứ, lý do đề xuất" }], printed: true });
    expect(addBasis(drafted, of(drafted)[0]!, of(drafted))).toBeNull();
  });

  describe("under a header of two rows", () => {
    const rows = [
      ["STT", null, "Nội dung", "Cơ quan chủ trì", "Thời gian", "Ghi chú"],
      ["TT", "Chi tiết"],
      [1, 1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026", "Tỉnh giao"],
      [2, 2, "Mở lớp kỹ năng số", "Phòng Kinh tế", "Quý II/2026"],
    ];
    const down = (column: number) => ({ top: 0, left: column, bottom: 1, right: column });
    const merges = [{ top: 0, left: 0, bottom: 0, right: 1 }, ...[2, 3, 4, 5].map(down)];
    const shared = rows.map((cells, i) => cells.map((cell, j) => (i > 1 ? cell : j === 3 && i === 0 ? "Cơ quan thực hiện" : cell)));
    shared[0]![4] = null;
    shared[1] = ["TT", "Chi tiết", null, "Chủ trì", "Phối hợp", null];

    test.each<[string, Grid, number, { first: number; last: number }[] | undefined]>([
      ["merged as its neighbours", gridFromRows(rows, { merges }), 5, [{ first: 0, last: 1 }]],
      ["merged as those seem to be where the host does not tell", gridFromRows(rows), 5, [{ first: 0, last: 1 }]],
      ["not merged where no other is", gridFromRows(rows, { merges: merges.slice(0, 1) }), 5, undefined],
      ["merged behind columns that share words, as the nearest that is", gridFromRows(shared, { merges: [...merges.slice(0, 2), { top: 0, left: 3, bottom: 0, right: 4 }, down(5)] }), 5, [{ first: 0, last: 1 }]],
      ["not merged between columns that share words", gridFromRows(shared, { merges: [...merges.slice(0, 2), { top: 0, left: 3, bottom: 0, right: 4 }, down(5)] }), 4, undefined],
      ["not merged there where the host does not tell, either", gridFromRows(shared), 4, undefined],
    ])("it is %s", (_, grid, at, wanted) => {
      const edit = insertion(grid, of(grid)[0]!, at, "Căn cứ", 18);
      expect(edit.merges).toEqual(wanted);
      expect(judge([grid], [edit]).skipped).toEqual([]);
      // Under words that its neighbours share it stands where theirs do.
      expect(edit.cells).toEqual([{ row: at === 4 ? 1 : 0, value: "Căn cứ" }]);
    });

    test("it comes out with its merged header, and so comes back", () => {
      const grid = gridFromRows([["STT", null, "Nội dung", "Cơ quan chủ trì", "Thời gian", "Căn cứ"], ...rows.slice(1)], { merges });
      expect(removeBasis(grid, of(grid)[0]!, of(grid))).toEqual({ sheet: "Phụ lục", removeColumn: "F", expected: ["Căn cứ", "", "Tỉnh giao"], merges: [{ first: 0, last: 1 }] });
    });
  });

  test("comes out with what it holds, told before", () => {
    expect(removeBasis(drafted, of(drafted)[0]!, of(drafted))).toEqual({ sheet: "Phụ lục", removeColumn: "E", expected: ["Căn cứ", "Phụ lục I, mục 3"] });
    expect(removeBasis(bare, of(bare)[0]!, of(bare))).toBeNull();
  });

  test("stays where another table of the sheet stands in the same column", () => {
    const [appendix] = of(drafted);
    expect(removeBasis(drafted, appendix!, [appendix!, { ...appendix!, area: { top: 10, left: 0, bottom: 12, right: 5 } }])).toBeNull();
  });
});

test.each([
  ["phu-xuyen", ["nhiem-vu-lanh-dao"]],
  ["vinh-tuy", ["nhiem-vu"]],
  ["hung-chau", ["nhiem-vu"]],
  ["thanh-thuy", ["chi-tieu-hang-nam", "nhiem-vu-san-pham"]],
  ["hai-phong-xa", ["chi-tieu-nam", "danh-muc", "nhiem-vu-thu-tu"]],
])("the forms nearest to %s are its own", async (name, ids) => {
  const { reading } = await readSample(name);
  expect(reading.appendices.map((appendix) => nearestForm(appendix, FORMS)?.id)).toEqual(ids);
});
