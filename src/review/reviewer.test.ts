import fc from "fast-check";
import { withCell } from "../grid/edit";
import { gridFromRows, type CellValue, type Grid } from "../grid/grid";
import { Reviewer, type Review } from "./reviewer";

/** Everything that a review says, the mending too. */
const said = ({ findings, reading }: Review): unknown => ({ plan: reading.plan, findings: findings.map(({ fix, ...finding }) => ({ ...finding, fix: fix?.() })) });

const tasks = (): Grid =>
  gridFromRows(
    [
      ["PHỤ LỤC I: NHIỆM VỤ NĂM 2026"],
      ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của UBND xã An Bình)"],
      ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành"],
      ["I", "Nâng cao nhận thức"],
      [1, "Lập kế hoạch tuyên truyền về chuyển đổi số", "Phòng Kinh tế", "Công an xã; Trạm Y tế", "Kế hoạch", "Tháng 3/2026"],
      [2, "Mở lớp tập huấn kỹ năng số cho người dân", "Phòng Văn hóa - Xã hội", "Công an xã; Công an xã", "Lớp học", "Thường xuyên"],
      [4, "Mở lớp tập huấn kỹ năng số cho người dân", "Các phòng, ban liên quan", "Phòng Kinh tế", "", "thường xuyên"],
      ["II", "Phát triển hạ tầng"],
      [5, "Nâng cấp trang tin của xã", "Văn phòng HĐND và UBND", "", "Trang tin", "Năm 2025"],
      [6, "Tổng kết việc thực hiện trong năm", "Phòng Kinh tế", "Phòng Kinh tế", "Báo cáo", "Thường xuyên"],
    ],
    { sheet: "I" },
  );

const targets = (): Grid =>
  gridFromRows(
    [
      ["PHỤ LỤC II: CHỈ TIÊU"],
      ["TT", "Chỉ tiêu", "2026", "2027", "Cơ quan chủ trì"],
      [1, "Tỷ lệ hồ sơ nộp trực tuyến", "≥50%", "≥40%", "Phòng Kinh tế"],
      [2, "Chỉ số chuyển đổi số cấp xã", "0.6", "0,7", "Phòng Kinh tế"],
      [3, "Số mô hình điểm", "", "", "Phòng Kinh tế"],
    ],
    { sheet: "II" },
  );

const words = fc.oneof(
  fc.constantFrom<CellValue>(
    null, 1, 2, 3, 4, 5, 6, 7, 2025, "I", "1.", "II.", "-", "…", "a)", "Phòng Kinh tế", "Phòng kinh tế", "Các thôn", "Công an xã; Phòng Kinh tế", "Trạm Y tế", "Thường xuyên",
    "thường xuyên", "Năm 2026", "Cả năm", "Tháng 2/2026", "31/12/2027", "Khi có hướng dẫn của tỉnh", "≥30%", "120%", "0.5", "1,5", "x", "Mở lớp tập huấn kỹ năng số cho người dân",
    "Rà soát chỉ tiêu:", "UBND xã", "Chủ trì: Phòng Kinh tế; Phối hợp: Công an xã",
  ),
  fc.string({ maxLength: 8 }),
);

const edits = fc.array(fc.record({ sheet: fc.constantFrom("I", "II"), row: fc.nat(11), column: fc.nat(6), value: words }), { minLength: 1, maxLength: 12 });

test("checking again after edits says what a fresh check says, word for word and mending for mending", () => {
  fc.assert(
    fc.property(edits, (changes) => {
      const reviewer = new Reviewer();
      let grids: readonly Grid[] = [tasks(), targets()];
      reviewer.review(grids);
      for (const { sheet, row, column, value } of changes) {
        grids = grids.map((grid) => (grid.sheet === sheet ? withCell(grid, row, column, value === "" ? null : value) : grid));
        expect(said(reviewer.reviewAgain(grids, [{ sheet, row, column }]))).toEqual(said(new Reviewer().review(grids)));
      }
    }),
    { numRuns: 60 },
  );
});
