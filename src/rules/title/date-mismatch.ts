import type { Rule } from "../rule";
import { parseAttachment, type Attachment } from "../shared/attachment";
import { DECREE_30 } from "../shared/sources";

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
  checkAppendix: ({ plan, appendix, report }) => {
    const line = appendix.titleLines.attachment;
    if (line === null || plan.issued === null) return;
    const [year, month, day] = plan.issued.split("-").map(Number);
    const found = parseAttachment(line.text);
    const differs = (ours: number | undefined, theirs: number | null): boolean => ours !== undefined && theirs !== null && ours !== theirs;
    if (!differs(year, found.year) && !differs(month, found.month) && !differs(day, found.day)) return;
    report({ at: line, message: "differs", data: { found: shown(found), issued: shown({ day: day ?? null, month: month ?? null, year: year ?? null }) } });
  },
};

/** "19/9/2025", "9/2025", "2025": as much as is known. */
function shown({ day, month, year }: Pick<Attachment, "day" | "month" | "year">): string {
  return [day, month, year].map((part, i) => (part === null ? (i === 0 ? null : "…") : String(part))).filter((part) => part !== null).join("/").replace(/^…\/(?=\d{4}$)/u, "");
}
