import type { Localized } from "../text/language";

/** What is wrong with a plan above. */
export type PlanProblem =
  | { readonly kind: "no-appendix" | "no-rows" }
  | { readonly kind: "same-name"; readonly name: string; readonly sheet: string; readonly cell: string; readonly other: string }
  | { readonly kind: "contradiction"; readonly name: string; readonly sheet: string; readonly cell: string; readonly other: string; readonly period: string; readonly values: string }
  | { readonly kind: "merged-years"; readonly name: string; readonly sheet: string; readonly cell: string }
  | { readonly kind: "other-years"; readonly above: string; readonly here: string };

/** One sentence: what was found, where, and what to do. */
export function problemText(problem: PlanProblem): Localized {
  switch (problem.kind) {
    case "no-appendix":
      return {
        vi: "Không đọc thấy bảng chỉ tiêu hay nhiệm vụ nào trong nguồn này: chọn tệp hoặc trang tính có hàng tên cột (Chỉ tiêu, năm; Nhiệm vụ, Thời gian).",
        en: "No table of targets or tasks was found in this source: choose a file or sheet whose columns are headed (Chỉ tiêu and years; Nhiệm vụ, Thời gian).",
      };
    case "no-rows":
      return {
        vi: "Nguồn này không có chỉ tiêu hay nhiệm vụ nào để đối chiếu: chọn nguồn khác.",
        en: "This source has no target or task to hold against: choose another.",
      };
    case "same-name":
      return {
        vi: `“${problem.name}” có hai dòng trong kế hoạch cấp trên (${problem.sheet}!${problem.cell} và ${problem.other}): chưa rõ dùng dòng nào nên không tự điền; hãy chọn bằng tay.`,
        en: `“${problem.name}” stands twice in the plan above (${problem.sheet}!${problem.cell} and ${problem.other}): which one is meant is not clear, so nothing is filled in by itself; choose by hand.`,
      };
    case "contradiction":
      return {
        vi: `“${problem.name}” có hai giá trị khác nhau${problem.period === "" ? "" : ` cho ${problem.period}`} trong kế hoạch cấp trên (${problem.values}; ${problem.sheet}!${problem.cell} và ${problem.other}): không điền; hãy hỏi lại cấp trên.`,
        en: `“${problem.name}” has two different values${problem.period === "" ? "" : ` for ${problem.period}`} in the plan above (${problem.values}; ${problem.sheet}!${problem.cell} and ${problem.other}): nothing is filled in; ask the office above.`,
      };
    case "merged-years":
      return {
        vi: `“${problem.name}”: ô ${problem.sheet}!${problem.cell} gộp nhiều năm nên chưa rõ giá trị là của năm nào: không điền; tách ô gộp trong tệp nguồn rồi thử lại.`,
        en: `“${problem.name}”: the cell ${problem.sheet}!${problem.cell} is merged over several years, so it is not clear which year the value is for: nothing is filled in; unmerge it in the source and try again.`,
      };
    case "other-years":
      return {
        vi: `Kế hoạch cấp trên nói về ${problem.above}, phụ lục ở đây về ${problem.here}: không có năm nào chung nên không điền gì. Kiểm tra xem có chọn nhầm kế hoạch không.`,
        en: `The plan above speaks of ${problem.above}, the appendix here of ${problem.here}: they have no year in common, so nothing is filled in. Check that it is the right plan.`,
      };
  }
}
