import type { Section } from "../../appendix/appendix";
import type { Meanings, Rule } from "../rule";
import { shorten } from "../shared/shorten";
import { placeOfSection } from "./numeral";
import { standardGroupOf, standardSections } from "./standardSections";
import { anyChange } from "../shared/sameFields";

/** An appendix that follows the programme's groups of tasks leaves one of them out. */
export const missingStandard: Rule = {
  id: "section/missing-standard",
  severity: "info",
  clarity: "việc",
  title: { vi: "Thiếu một nhóm nhiệm vụ của chương trình", en: "A group of the programme is left out" },
  explanation: {
    vi: "Bảng đi theo các nhóm nhiệm vụ của chương trình hành động thực hiện Nghị quyết 57-NQ/TW nhưng vắng một nhóm. Có thể xã, phường không có việc thuộc nhóm ấy; nếu không phải vậy thì bổ sung. Bảng chia mục theo cách khác không bị xét.",
    en: "The table follows the groups of tasks of the programme of action for Resolution 57-NQ/TW, and one is absent. The commune may have nothing to do there; otherwise add it. Tables divided in another way are left alone.",
  },
  source: {
    vi: "Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ: các nhóm nhiệm vụ, giải pháp",
    en: "Resolution 71/NQ-CP of 1/4/2025 of the Government: its groups of tasks",
  },
  messages: {
    absent: {
      vi: ({ heading }) => `Các mục đi theo chương trình thực hiện Nghị quyết 57-NQ/TW nhưng không có nhóm “${String(heading)}”.`,
      en: ({ heading }) => `The sections follow the programme for Resolution 57-NQ/TW, but there is no group “${String(heading)}”.`,
    },
  },
  examples: [
    {
      title: { vi: "Năm nhóm của chương trình, vắng nhóm thể chế", en: "Five groups of the programme, none on institutions" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Nâng cao nhận thức, đột phá về đổi mới tư duy"],
        [1, "Mở chuyên mục trên đài", "Phòng Văn hóa - Xã hội", "Quý I/2026"],
        ["II", "Tăng cường đầu tư, phát triển hạ tầng"],
        [2, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["III", "Phát triển, trọng dụng nhân lực chất lượng cao, nhân tài"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        ["IV", "Đẩy mạnh chuyển đổi số trong các cơ quan của hệ thống chính trị"],
        [4, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
        ["V", "Thúc đẩy đổi mới sáng tạo trong doanh nghiệp"],
        [5, "Lắp mã QR ở chợ", "Phòng Kinh tế", "Quý IV/2026"],
      ],
      flagged: ["A4"],
    },
    {
      title: { vi: "Bảng chia mục theo cách riêng", en: "A table with sections of its own" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Hạ tầng số"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II", "Dữ liệu số"],
        [2, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
        ["III", "Nhân lực số"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, meanings, report }) => {
    if (appendix.kind === "targets") return;
    const at: (Section | undefined)[] = standardSections.map(() => undefined);
    for (const section of appendix.sections) {
      const group = section.parent === null ? groupOf(section, meanings) : -1;
      if (group >= 0) at[group] ??= section;
    }
    const followed = at.filter((section) => section !== undefined).length;
    // One absent group is a question to the drafter; several are a choice that was made.
    if (followed !== standardSections.length - 1) return;
    const absent = at.indexOf(undefined);
    const after = at.slice(absent + 1).find((section) => section !== undefined) ?? at[absent - 1];
    const heading = standardSections[absent]?.heading;
    if (after === undefined || heading === undefined) return;
    report({ at: placeOfSection(appendix, after), message: "absent", data: { heading: shorten(heading, 90) } });
  },
};

/** The programme's group that a section's title names, -1 when it names none. */
function groupOf(section: Section, meanings: Meanings): number {
  return section.title === null ? -1 : standardGroupOf(meanings.key(section.title));
}
