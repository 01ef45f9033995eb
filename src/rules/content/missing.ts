import type { Item } from "../../appendix/appendix";
import type { Meanings, Rule } from "../rule";
import { SIX_CLARITIES } from "../shared/sources";

/** An item that says nothing. */
export const missing: Rule = {
  id: "content/missing",
  severity: "error",
  clarity: "việc",
  title: { vi: "Dòng không có nội dung", en: "A row without content" },
  explanation: {
    vi: "Dòng có số hoặc có đơn vị, thời gian nhưng ô nội dung trống: không ai biết phải làm gì. Ghi nội dung, hoặc bỏ dòng rồi đánh số lại. Dòng mới chuẩn bị sẵn (cả dòng chỉ có dấu “…”, hoặc số tự tính bằng công thức) chỉ là lời nhắc còn phải điền.",
    en: "The row has a number, a unit or a deadline, but its content is empty: nobody knows what to do. Write it, or take the row out and renumber. A row that was made ready (nothing but “…”, or a number that a formula computes) is only a reminder that it is to be filled in.",
  },
  source: SIX_CLARITIES,
  messages: {
    missing: {
      vi: () => "Ô nội dung còn trống: ghi nhiệm vụ (chỉ tiêu), hoặc bỏ dòng này.",
      en: () => "The content cell is empty: write the task (target), or take the row out.",
    },
    prepared: {
      vi: () => "Dòng chuẩn bị sẵn, chưa điền gì: ghi nhiệm vụ (chỉ tiêu), hoặc bỏ dòng này trước khi trình ký.",
      en: () => "The row was made ready and says nothing yet: write the task (target), or take the row out before signature.",
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
      title: { vi: "Dòng 2 mới chuẩn bị sẵn; dòng 3 chỉ có số", en: "Row 2 was made ready; row 3 has nothing but a number" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "…", "…", "…"],
        [3],
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
    if (content === undefined || !meanings.blank(content)) return;
    if (isPrepared(item, meanings)) report({ at: content, message: "prepared", severity: "info" });
    else report({ at: content, message: "missing" });
  },
};

/**
 * True for a row that says nothing at all and was left so on purpose: a form's, whose number a formula computes, or one in which "…" holds the
 * place of the content. A typed number without anything is a row that was forgotten.
 */
function isPrepared({ fields, values }: Item, meanings: Meanings): boolean {
  if (fields.number?.formula !== true && fields.content?.text.trim() === "") return false;
  const others = Object.entries(fields).filter(([role]) => role !== "number" && role !== "detailNumber");
  return others.every(([, field]) => meanings.blank(field)) && values.every(({ field }) => meanings.blank(field));
}
