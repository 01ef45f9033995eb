import { forgotten, joined, keptApart, merged, renamed } from "./unitDirectory";

const unit = (standard: string | null) => ({ standard, from: "use" as const });

test("merging a way of writing into a unit, and into another one afterwards", () => {
  const first = merged([], "P. Kinh tế", "Phòng Kinh tế");
  expect(first).toEqual([{ name: "Phòng Kinh tế", spellings: ["P. Kinh tế"] }]);
  expect(merged(first, "P. Kinh tế", "Phòng Kinh tế và Hạ tầng")).toEqual([{ name: "Phòng Kinh tế" }, { name: "Phòng Kinh tế và Hạ tầng", spellings: ["P. Kinh tế"] }]);
});

test("a unit that is merged into another brings its spellings along", () => {
  expect(merged([{ name: "A", spellings: ["a"] }, { name: "B" }], "A", "B")).toEqual([{ name: "B", spellings: ["A", "a"] }]);
});

test("keeping apart lists both names, the standard first", () => {
  expect(keptApart([], unit("Thôn Đông"), "Thôn Đồng")).toEqual([{ name: "Thôn Đông" }, { name: "Thôn Đồng" }]);
  expect(keptApart([{ name: "Thôn Đông", spellings: ["Thôn Đồng"] }], unit("Thôn Đông"), "Thôn Đồng")).toEqual([{ name: "Thôn Đông" }, { name: "Thôn Đồng" }]);
  expect(keptApart([], unit(null), "Phòng")).toEqual([{ name: "Phòng" }]);
});

test("another standard name keeps the old one as a spelling", () => {
  expect(renamed([{ name: "Trạm Y tế", spellings: ["TYT"] }], unit("Trạm Y tế"), "Trạm Y tế xã")).toEqual([{ name: "Trạm Y tế xã", spellings: ["TYT", "Trạm Y tế"] }]);
  expect(renamed([], unit("Trạm Y tế"), "Trạm Y tế")).toEqual([{ name: "Trạm Y tế" }]);
});

test("what was decided can be forgotten, and another file's decisions taken in", () => {
  expect(forgotten([{ name: "A" }, { name: "B" }], "A")).toEqual([{ name: "B" }]);
  expect(joined([{ name: "A", spellings: ["x"] }], [{ name: "B", spellings: ["x", "A"] }, { name: "C" }])).toEqual([{ name: "B", spellings: ["x", "A"] }, { name: "C" }]);
});
