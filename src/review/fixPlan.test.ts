import { isCellEdit, isRowRemoval } from "../grid/edit";
import { gridFromRows } from "../grid/grid";
import { planFixes } from "./fixPlan";
import { Reviewer } from "./reviewer";

const PASTED = [
  ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
  [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
  [2, "Mở lớp kỹ năng số cho cán bộ, công chức", "Phòng Văn hóa - Xã hội", "Công an xã", "Quý III/2026"],
  [3],
  ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"],
  [null, "của xã và các thôn"],
  [4, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Công an xã", "Quý III/2026"],
];

test("a row cut by a page break is joined once, in one batch with the removal of its second half", () => {
  const review = new Reviewer().review([gridFromRows(PASTED)]);
  const plan = planFixes(review, ({ ruleId }) => ruleId === "table/leftover");
  expect(plan.mended).toBe(3);
  expect(plan.batches).toHaveLength(1);
  expect(plan.batches[0]?.filter(isRowRemoval).map(({ removeRow }) => removeRow)).toEqual([4, 5, 6]);
  expect(plan.batches[0]?.filter((edit) => !isRowRemoval(edit))).toEqual([
    { sheet: "Phụ lục", cell: "B3", expected: "Mở lớp kỹ năng số cho cán bộ, công chức", value: "Mở lớp kỹ năng số cho cán bộ, công chức của xã và các thôn" },
  ]);
  expect(plan.changes.filter(({ removesRow }) => !removesRow).map(({ cell }) => cell)).toEqual(["B3"]);
});

test("cell edits of other rules go first, rows afterwards", () => {
  const review = new Reviewer().review([gridFromRows(PASTED)]);
  const plan = planFixes(review, ({ ruleId }) => ruleId === "table/leftover" || ruleId === "numbering/gap");
  expect(plan.batches.map((batch) => batch.map((edit) => (isRowRemoval(edit) ? edit.removeRow : isCellEdit(edit) ? edit.cell : null)))).toEqual([["A7"], ["B3", 4, 5, 6].sort()].map((batch) => expect.arrayContaining(batch) as unknown));
});

test("nothing wanted, nothing planned", () => {
  const review = new Reviewer().review([gridFromRows(PASTED)]);
  expect(planFixes(review, () => false)).toEqual({ batches: [], changes: [], mended: 0 });
});
