import { gridFromRows, type CellValue } from "../grid/grid";
import { parseArea, type Area } from "../grid/area";
import { scoreClarity } from "./clarity";
import { Reviewer } from "./reviewer";

function scores(rows: readonly (readonly CellValue[])[], merges: readonly string[] = []): Record<string, number | null> {
  const areas = merges.map((text) => parseArea(text)).filter((area): area is Area => area !== null);
  const review = new Reviewer().review([gridFromRows(rows, areas.length === 0 ? {} : { merges: areas })]);
  return Object.fromEntries(scoreClarity(review.reading.appendices[0]!, review.findings).map(({ clarity, share }) => [clarity, share]));
}

const HEADER = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

test("the share of items without an error or warning that serves the clarity; null where no column bears it", () => {
  expect(
    scores([
      HEADER,
      [1, "Mở lớp tập huấn", "Phòng Kinh tế", "Công an xã", "Tháng 3/2026"],
      [2, "Rà soát máy chủ", "", "Công an xã", ""],
      [3, "Số hóa hồ sơ", "Các phòng, ban liên quan", "Công an xã", "Tháng 5/2026"],
      [4, "Thu phí chợ", "Phòng Kinh tế", "Công an xã", "Tháng 5/2026"],
    ]),
  ).toEqual({ người: 0.75, việc: 1, "thời gian": 0.75, "trách nhiệm": 0.75, "sản phẩm": null, "thẩm quyền": null });
});

test("what is found in a cell that items share counts for each of them", () => {
  const rows = [
    HEADER,
    [1, "Mở lớp tập huấn", "Các phòng, ban liên quan", "Công an xã", "Tháng 3/2026"],
    [2, "Rà soát máy chủ", null, "Công an xã", "Tháng 4/2026"],
    [3, "Số hóa hồ sơ", "Phòng Kinh tế", "Công an xã", "Tháng 5/2026"],
    [4, "Thu phí chợ", "Phòng Kinh tế", "Công an xã", "Tháng 5/2026"],
  ];
  expect(scores(rows, ["C2:C3"])["trách nhiệm"]).toBe(0.5);
});

test("information does not make a task unclear", () => {
  const vague = scores([HEADER, [1, "Mở lớp tập huấn", "Phòng Kinh tế", "Công an xã", "Thường xuyên"], [2, "Thu phí chợ", "Phòng Kinh tế", "Công an xã", "Tháng 5/2026"]]);
  expect(vague["thời gian"]).toBe(1);
});

test("rows made ready are no tasks yet: they count neither way, and alone they give no score", () => {
  const ready = ["…", "…", "", "", ""];
  const task = [1, "Mở lớp tập huấn", "Phòng Kinh tế", "Công an xã", "Tháng 3/2026"];
  const lacking = [2, "Thu phí chợ", "Phòng Kinh tế", "Công an xã", ""];
  expect(scores([HEADER, task, lacking, ready, ready])["thời gian"]).toBe(0.5);
  expect(scores([HEADER, ready, ready])).toEqual({});
});
