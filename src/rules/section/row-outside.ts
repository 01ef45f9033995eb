import type { Rule } from "../rule";
import { OFFICE_CONVENTION } from "../shared/sources";
import { anyChange } from "../shared/sameFields";

/** Items before the first section of a table that has sections. */
export const rowOutside: Rule = {
  id: "section/row-outside",
  severity: "warning",
  clarity: "việc",
  title: { vi: "Dòng đứng ngoài các mục", en: "A row outside of the sections" },
  explanation: {
    vi: "Bảng chia theo mục mà có dòng đứng trước mục đầu tiên thì không rõ nhiệm vụ thuộc nhóm nào: thường do thiếu dòng tên mục hoặc chèn nhầm chỗ.",
    en: "When the table is divided into sections, a row before the first one belongs to no group: the section's own row is missing, or the row was inserted at the wrong place.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    one: {
      vi: () => "Dòng này đứng trước mục đầu tiên: chuyển vào mục của nó, hoặc thêm dòng tên mục ở trên.",
      en: () => "This row stands before the first section: move it into its section, or add the section's row above.",
    },
    several: {
      vi: ({ count }) => `Từ dòng này có ${String(count)} dòng đứng trước mục đầu tiên: chuyển vào mục của chúng, hoặc thêm dòng tên mục ở trên.`,
      en: ({ count }) => `From here ${String(count)} rows stand before the first section: move them into their sections, or add the section's row above.`,
    },
  },
  examples: [
    {
      title: { vi: "Một dòng trước mục I", en: "One row before section I" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["I", "Phát triển nhân lực"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        [3, "Cử người đi đào tạo", "Phòng Văn hóa - Xã hội", "Quý IV/2026"],
      ],
      flagged: ["A2"],
    },
    {
      title: { vi: "Hai dòng trước mục I: báo một lần", en: "Two rows before section I: told once" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Kéo cáp về các thôn", "Phòng Kinh tế", "Quý II/2026"],
        ["I", "Phát triển nhân lực"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A2"],
    },
    {
      title: { vi: "Bảng không chia mục", en: "A table without sections" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, report }) => {
    if (appendix.sections.length === 0) return;
    const [first] = appendix.items;
    if (first?.section !== null) return;
    let count = 0;
    while (appendix.items[count]?.section === null) count++;
    const at = first.fields.number ?? first.fields.content ?? { row: first.firstRow, column: appendix.area.left };
    report({ at, ...(count === 1 ? { message: "one" } : { message: "several", data: { count } }) });
  },
};
