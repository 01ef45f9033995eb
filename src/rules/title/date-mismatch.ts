import { parseAttachmentLine } from "../../text/place/attachmentLine";
import type { Rule } from "../rule";
import { DECREE_30 } from "../shared/sources";
import { anyChange } from "../shared/sameFields";

/** The attachment line's date is not the plan's. */
export const dateMismatch: Rule = {
  id: "title/date-mismatch",
  severity: "warning",
  clarity: "thời gian",
  title: { vi: "Ngày ghi ở dòng kèm theo khác ngày kế hoạch", en: "The attachment line's date is not the plan's" },
  explanation: {
    vi: "Dòng “(Kèm theo …)” phải mang đúng ngày, tháng, năm của kế hoạch. Tháng khác nhau thường là dấu vết của lần trình trước hoặc của bản mẫu. Chỗ bỏ trống chờ điền không bị tính.",
    en: "The line “(Kèm theo …)” carries the plan's own date. Another month is often left from an earlier submission or from a model. Places left blank to be filled in do not count.",
  },
  source: DECREE_30,
  messages: {
    differs: {
      vi: ({ found, issued }) => `Dòng kèm theo ghi ${String(found)}, kế hoạch ban hành ${String(issued)}: sửa cho khớp.`,
      en: ({ found, issued }) => `The attachment line says ${String(found)}, the plan was issued ${String(issued)}: make them agree.`,
    },
  },
  examples: [
    {
      title: { vi: "Kế hoạch tháng 9, dòng kèm theo ghi tháng 7", en: "A plan of September, an attachment line of July" },
      plan: { issued: "2025-09" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số     /KH-UBND ngày    tháng 7 năm 2025 của UBND xã Phú Xuyên)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Cùng tháng, ngày còn để trống", en: "The same month, the day still blank" },
      plan: { issued: "2025-07-16" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số     /KH-UBND ngày    tháng 7 năm 2025 của UBND xã Phú Xuyên)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ plan, appendix, report }) => {
    const line = appendix.titleLines.attachment;
    if (line === null || plan.issued === null) return;
    const said = parseAttachmentLine(line.text);
    if (said === null || said.year === null) return;
    // Compared as far as both are known: "2025-07" agrees with "2025-07-16".
    const found = said.issued ?? String(said.year);
    const known = Math.min(found.length, plan.issued.length);
    if (found.slice(0, known) === plan.issued.slice(0, known)) return;
    report({ at: line, message: "differs", data: { found: shown(found), issued: shown(plan.issued) }, ...(said.dateSpan === null ? {} : { span: said.dateSpan }) });
  },
};

/** "2025-09-19" as an office writes it: "19/9/2025"; "9/2025" when the day is not known. */
function shown(date: string): string {
  return date.split("-").map(Number).reverse().join("/");
}
