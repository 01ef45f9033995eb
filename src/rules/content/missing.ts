import type { Rule } from "../rule";
import { SIX_CLARITIES } from "../shared/sources";

/** An item that says nothing. */
export const missing: Rule = {
  id: "content/missing",
  severity: "error",
  clarity: "việc",
  title: { vi: "Dòng không có nội dung", en: "A row without content" },
  explanation: {
    vi: "Dòng có số hoặc có đơn vị, thời gian nhưng ô nội dung trống: không ai biết phải làm gì. Ghi nội dung, hoặc bỏ dòng rồi đánh số lại.",
    en: "The row has a number, a unit or a deadline, but its content is empty: nobody knows what to do. Write it, or take the row out and renumber.",
  },
  source: SIX_CLARITIES,
  messages: {
    missing: {
      vi: () => "Ô nội dung còn trống: ghi nhiệm vụ (chỉ tiêu), hoặc bỏ dòng này.",
      en: () => "The content cell is empty: write the task (target), or take the row out.",
    },
  },
  examples: [
    {
      title: { vi: "Dòng 2 có đơn vị và thời gian, không có nội dung; dòng 3 mới chừa chỗ", en: "Row 2 has a unit and a deadline and no content; row 3 holds a placeholder" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, null, "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        [3, "…", "Công an xã", "Quý III/2026"],
        [4, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý IV/2026"],
      ],
      flagged: ["B3", "B4"],
    },
    {
      title: { vi: "Dòng nào cũng có nội dung", en: "Every row has content" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  checkItem: (item, { meanings, report }) => {
    const { content } = item.fields;
    if (content !== undefined && meanings.blank(content)) report({ at: content, message: "missing" });
  },
};
