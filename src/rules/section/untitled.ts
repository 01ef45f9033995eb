import type { Rule } from "../rule";
import { DECREE_30 } from "../shared/sources";
import { nameOf, placeOfSection } from "./numeral";
import { anyChange } from "../shared/sameFields";

/** A section that has a numeral and no title. */
export const untitled: Rule = {
  id: "section/untitled",
  severity: "error",
  clarity: "việc",
  title: { vi: "Mục chưa có tên", en: "A section without a title" },
  explanation: {
    vi: "Dòng mục chỉ có số La Mã thì người đọc không biết các nhiệm vụ bên dưới thuộc nhóm nào; thường do tên mục bị mất khi chép bảng. Ghi lại tên mục theo kế hoạch.",
    en: "A row with a bare numeral does not tell what the tasks below it belong to; titles are often lost when a table is copied. Write the title as the plan has it.",
  },
  source: DECREE_30,
  messages: {
    untitled: {
      vi: ({ numeral }) => `Mục ${String(numeral)} chưa có tên: ghi tên nhóm nhiệm vụ.`,
      en: ({ numeral }) => `Section ${String(numeral)} has no title: write what its tasks are about.`,
    },
  },
  examples: [
    {
      title: { vi: "Mục I và II chỉ có số", en: "Sections I and II are bare numerals" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II."],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A2", "A4"],
    },
    {
      title: { vi: "Tên mục đứng ở ô bên cạnh hoặc ngay sau số", en: "The title stands in the next cell, or behind the numeral" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Phát triển hạ tầng"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II. Phát triển nhân lực"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, meanings, report }) => {
    for (const section of appendix.sections) {
      if (section.numeral === null || (section.title !== null && !meanings.blank(section.title))) continue;
      report({ at: placeOfSection(appendix, section), message: "untitled", data: { numeral: nameOf(section.numeral) } });
    }
  },
};
