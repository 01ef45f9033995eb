import type { Rule } from "../rule";
import { elapsedPart, showDate } from "../shared/deadlines";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** A deadline that was over before the plan was issued. */
export const elapsed: Rule = {
  id: "deadline/elapsed",
  severity: "error",
  clarity: "thời gian",
  title: { vi: "Thời gian đã qua khi kế hoạch ban hành", en: "Over before the plan was issued" },
  explanation: {
    vi: "Mốc hoàn thành nằm trước ngày ban hành kế hoạch thì nhiệm vụ chậm ngay từ khi giao; thường là chép từ kế hoạch cấp trên hoặc kế hoạch năm trước. Ghi mốc mới, hoặc đưa việc đã xong ra khỏi phụ lục.",
    en: "A task due before the plan's own date is late on the day it is given; usually copied from an upper or an older plan. Give a new time, or take finished work out.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ thời gian; so với ngày ban hành ở dòng “Kèm theo Kế hoạch …”",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear by when; held against the date in the line “Kèm theo Kế hoạch …”",
  },
  messages: {
    over: {
      vi: ({ text, issued }) => `“${String(text)}” đã qua khi kế hoạch ban hành (${String(issued)}): ghi mốc mới hoặc bỏ việc đã xong.`,
      en: ({ text, issued }) => `“${String(text)}” was over when the plan was issued (${String(issued)}): give a new time, or take finished work out.`,
    },
    partlyOver: {
      vi: ({ text, issued }) => `Mốc đầu trong “${String(text)}” đã qua khi kế hoạch ban hành (${String(issued)}): xem lại mốc này.`,
      en: ({ text, issued }) => `The first time in “${String(text)}” was over when the plan was issued (${String(issued)}): look at it again.`,
    },
    conditionPast: {
      vi: ({ text, issued }) => `“${String(text)}”: điều kiện đã xảy ra trước khi kế hoạch ban hành (${String(issued)}), nên ghi mốc hoàn thành cụ thể.`,
      en: ({ text, issued }) => `“${String(text)}”: what it waits for happened before the plan was issued (${String(issued)}); give a date.`,
    },
  },
  examples: [
    {
      title: { vi: "Kế hoạch ban hành ngày 19/9/2025", en: "A plan issued on 19/9/2025" },
      rows: [
        header,
        [1, "Góp ý dự thảo quy định", "Công an xã", "Trong tháng 8/2025"],
        [2, "Thành lập tổ giúp việc", "Phòng Kinh tế", "Trước ngày 15/9/2025"],
        [3, "Cập nhật cổng dữ liệu", "Phòng Kinh tế", "Trước 30/6/2025 và duy trì thường xuyên"],
        [4, "Giao việc cho người đứng đầu", "Phòng Kinh tế", "Ngay sau khi Thành phố đã ban hành Công văn số 32/UBND-ĐM ngày 27/5/2025"],
        [5, "Mở lớp tập huấn", "Công an xã", "Trong tháng 9 năm 2025"],
      ],
      plan: { issued: "2025-09-19" },
      flagged: ["D2", "D3", "D4", "D5"],
    },
    {
      title: { vi: "Chỉ biết tháng ban hành thì so theo tháng", en: "Only the month of issue is known: compared by month" },
      rows: [header, [1, "Góp ý dự thảo quy định", "Công an xã", "Trước ngày 5/9/2025"], [2, "Mở lớp tập huấn", "Công an xã", "Năm 2025 và các năm tiếp theo"], [3, "Đắp đập ngăn mặn", "Công an xã", "Trước mùa khô 2025 - 2026"]],
      plan: { issued: "2025-09" },
      flagged: [],
    },
  ],
  decidedBy: "deadline",
  checkItem: (item, { meanings, plan, report }) => {
    const field = item.fields.deadline;
    if (field === undefined || plan.issued === null || meanings.blank(field)) return;
    const part = elapsedPart(meanings.deadline(field), plan.issued);
    if (part === null) return;
    const data = { text: shorten(field.text), issued: showDate(plan.issued) };
    if (part === "all") report({ at: field, message: "over", data });
    else report({ at: field, message: part === "part" ? "partlyOver" : "conditionPast", data, severity: "warning" });
  },
};
