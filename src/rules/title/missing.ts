import type { Rule } from "../rule";
import { DECREE_30 } from "../shared/sources";
import { headingPlace, sharesHeading } from "./heading";
import { anyChange } from "../shared/sameFields";

/** An appendix without a title. */
export const missing: Rule = {
  id: "title/missing",
  severity: "info",
  clarity: null,
  title: { vi: "Phụ lục chưa có tên", en: "An appendix without a title" },
  explanation: {
    vi: "Dưới chữ “Phụ lục” phải có tên phụ lục, chữ in hoa, nói bảng này về việc gì; nếu không, người nhận chỉ biết khi đọc từng dòng.",
    en: "Below the word “Phụ lục” stands the appendix's title, in capitals, that says what the table is about; without it the reader has to guess from the rows.",
  },
  source: DECREE_30,
  messages: {
    untitled: {
      vi: () => "Phụ lục chưa có tên: ghi tên phụ lục (chữ in hoa) dưới dòng “Phụ lục”.",
      en: () => "The appendix has no title: write it in capitals below the line “Phụ lục”.",
    },
    bare: {
      vi: () => "Bảng không có dòng tiêu đề nào: thêm “Phụ lục”, tên phụ lục và dòng “(Kèm theo …)” ở trên.",
      en: () => "The table has no title lines: add “Phụ lục”, the title and the line “(Kèm theo …)” above it.",
    },
  },
  examples: [
    {
      title: { vi: "Chỉ có “PHỤ LỤC III” và dòng kèm theo", en: "Only “PHỤ LỤC III” and the attachment line" },
      rows: [
        ["PHỤ LỤC III"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Phú Xuyên)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A1"],
    },
    {
      title: { vi: "Bảng trơ trọi", en: "A bare table" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A1"],
    },
    {
      title: { vi: "Đủ tên phụ lục", en: "A titled appendix" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2026"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Phú Xuyên)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, reading, report }) => {
    const { title, lines } = appendix.titleLines;
    if (title !== null || sharesHeading(appendix, reading)) return;
    report({ at: headingPlace(appendix), message: lines.length === 0 ? "bare" : "untitled" });
  },
};
