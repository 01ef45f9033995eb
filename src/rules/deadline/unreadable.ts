import type { Rule } from "../rule";
import { followsAnother, inSomeYear } from "../shared/deadlines";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** A deadline cell whose text names no time. */
export const unreadable: Rule = {
  id: "deadline/unreadable",
  severity: "warning",
  clarity: "thời gian",
  title: { vi: "Không đọc được thời gian", en: "Not a time" },
  explanation: {
    vi: "Ô thời gian ghi tên một văn bản hoặc một nội dung khác, không phải một mốc thời gian, nên không theo dõi được. Ghi mốc cụ thể (ngày, tháng, quý); nếu phải dẫn văn bản khác thì chép mốc của văn bản đó ra.",
    en: "The cell names a document or something else, not a time, so nothing can be followed up. Give a day, a month or a quarter; where another document sets it, copy its date here.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ thời gian",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear by when",
  },
  messages: {
    document: {
      vi: ({ text }) => `“${String(text)}” là tên văn bản, không phải thời gian: ghi mốc cụ thể.`,
      en: ({ text }) => `“${String(text)}” is a document, not a time: give a date.`,
    },
    noTime: {
      vi: ({ text }) => `“${String(text)}” không nêu thời gian nào: ghi ngày, tháng hoặc quý hoàn thành.`,
      en: ({ text }) => `“${String(text)}” names no time: give a day, a month or a quarter.`,
    },
  },
  examples: [
    {
      title: { vi: "Tên một kế hoạch, hoặc chữ của cột khác", en: "The name of a plan, or words of another column" },
      rows: [
        header,
        [1, "Đưa chuyển đổi số vào chương trình công tác", "Phòng Kinh tế", "Kế hoạch công tác hằng năm"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Phòng Kinh tế"],
        [3, "Mở lớp tập huấn", "Công an xã", "Quý I/2026"],
      ],
      flagged: ["D2", "D3"],
    },
    {
      title: { vi: "Các cách ghi thời gian thường gặp", en: "Usual ways to write a time" },
      rows: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Trước ngày 20/12/2025"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Hoàn thành trong Quý III năm 2025"],
        [3, "Mở lớp tập huấn", "Công an xã", "Nhiệm vụ thường xuyên"],
        [4, "Cử cán bộ đi học", "Công an xã", "Khi có văn bản của cấp trên"],
        [5, "Sát hạch công chức", "Phòng Văn hóa - Xã hội", "Theo kế hoạch của Sở Nội vụ"],
      ],
      flagged: [],
    },
  ],
  decidedBy: "deadline",
  checkItem: (item, { meanings, report }) => {
    const field = item.fields.deadline;
    if (field === undefined || meanings.blank(field)) return;
    const deadline = inSomeYear(field, meanings);
    const { kind } = deadline;
    if (followsAnother(deadline, field.text)) return; // deadline/conditional tells that
    if (kind === "reference" || kind === "unreadable") report({ at: field, message: kind === "reference" ? "document" : "noTime", data: { text: shorten(field.text) } });
  },
};
