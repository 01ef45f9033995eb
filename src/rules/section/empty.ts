import type { Rule } from "../rule";
import { OFFICE_CONVENTION } from "../shared/sources";
import { shorten } from "../shared/shorten";
import { nameOf, placeOfSection } from "./numeral";
import { anyChange } from "../shared/sameFields";

/** A section with no items and no sub-sections. */
export const empty: Rule = {
  id: "section/empty",
  severity: "warning",
  clarity: "việc",
  title: { vi: "Mục không có nhiệm vụ", en: "A section without items" },
  explanation: {
    vi: "Mục có tên mà không có dòng nào bên dưới: hoặc nhiệm vụ bị sót, hoặc mục thừa. Bổ sung nhiệm vụ hoặc bỏ mục rồi đánh số lại.",
    en: "A section with no row below it: either its tasks were lost or the section is not needed. Add the tasks, or take it out and renumber.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    empty: {
      vi: ({ section }) => `Mục “${String(section)}” không có nhiệm vụ hay chỉ tiêu nào: bổ sung, hoặc bỏ mục.`,
      en: ({ section }) => `Section “${String(section)}” has no task or target: add some, or take the section out.`,
    },
  },
  examples: [
    {
      title: { vi: "Mục II không có dòng nào", en: "Section II has no row" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Phát triển hạ tầng"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II", "Phát triển nhân lực"],
        ["III", "Phát triển dữ liệu"],
        [2, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
      ],
      flagged: ["A4"],
    },
    {
      title: { vi: "Mục chỉ có tiểu mục", en: "A section with nothing but sub-sections" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Chuyển đổi số"],
        ["I.1", "Hạ tầng số"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["I.2", "Dữ liệu số"],
        [2, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, report }) => {
    if (appendix.sections.length === 0) return;
    const used = new Set<number>();
    let last: number | null = null;
    for (const { section } of appendix.items) {
      if (section === last || section === null) continue;
      used.add(section);
      last = section;
    }
    for (const { parent } of appendix.sections) if (parent !== null) used.add(parent);
    appendix.sections.forEach((section, index) => {
      if (used.has(index)) return;
      // "1" above "1.1" holds what that holds, though both stand on the lower level of a table of two.
      const below = appendix.sections[index + 1]?.numeral?.text.trim();
      if (section.numeral !== null && below?.startsWith(`${nameOf(section.numeral)}.`) === true) return;
      const title = section.title === null ? "" : section.title.text;
      const numeral = section.numeral === null ? "" : `${nameOf(section.numeral)}. `;
      report({ at: placeOfSection(appendix, section), message: "empty", data: { section: shorten(numeral + title) } });
    });
  },
};
