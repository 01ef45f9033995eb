import type { UnitMention } from "../../text/unit/unit";
import type { Rule } from "../rule";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** Several units lead one task. */
export const multiple: Rule = {
  id: "lead/multiple",
  severity: "warning",
  clarity: "trách nhiệm",
  title: { vi: "Nhiều cơ quan cùng chủ trì", en: "Several lead units" },
  explanation: {
    vi: "Một nhiệm vụ có hai cơ quan chủ trì trở lên thì dễ đùn đẩy, khó xác định ai chịu trách nhiệm chính. Để một cơ quan chủ trì, chuyển các cơ quan còn lại sang cột phối hợp, hoặc tách thành nhiệm vụ riêng cho từng cơ quan.",
    en: "With two lead units or more it is not clear which one answers for the task. Keep one, move the others to the coordinating column, or split the task.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ trách nhiệm; quy tắc một việc chỉ giao một cơ quan chủ trì",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear responsibility; the rule that one unit leads one task",
  },
  messages: {
    several: {
      vi: ({ count, units }) => `Có ${String(count)} cơ quan cùng chủ trì (${String(units)}): chỉ để một cơ quan chủ trì, còn lại chuyển sang phối hợp.`,
      en: ({ count, units }) => `${String(count)} units lead together (${String(units)}): keep one, and let the rest coordinate.`,
    },
  },
  examples: [
    {
      title: { vi: "Hai phòng, hoặc một phòng và “các phòng khác” cùng chủ trì", en: "Two offices lead, or one office and “the other departments”" },
      rows: [
        header,
        [1, "Cấp chữ ký số cho cán bộ", "Phòng Văn hóa - Xã hội; Văn phòng HĐND và UBND", "Công an xã", "Quý I/2026"],
        [2, "Số hóa hồ sơ công việc", "Văn phòng HĐND và UBND và các phòng, đơn vị thuộc UBND xã", "Công an xã", "Quý II/2026"],
        [3, "Lập danh mục dữ liệu", "Phòng Kinh tế", "Công an xã; Văn phòng HĐND và UBND", "Quý II/2026"],
      ],
      flagged: ["C2", "C3"],
    },
    {
      title: { vi: "Tên một phòng có dấu phẩy, hoặc một phòng với hai chuyên viên", en: "One office whose name has commas, or one office with two officers" },
      rows: [
        header,
        [1, "Hỗ trợ hộ kinh doanh lên sàn", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường", "Quý I/2026"],
        [2, "Tập huấn giáo viên", "Phòng Văn hóa - Xã hội (Lĩnh vực Giáo dục); Phòng Văn hóa - Xã hội (Lĩnh vực Nội vụ)", "Công an phường", "Quý II/2026"],
      ],
      flagged: [],
    },
  ],
  decidedBy: "leadUnit",
  checkItem: (item, { meanings, report }) => {
    const lead = item.fields.leadUnit;
    if (lead === undefined || meanings.blank(lead)) return;
    const named = meanings.units(lead);
    if (named.length < 2) return;
    const units = distinct(named);
    // A group of groups has no unit to keep: lead/collective speaks of it.
    if (units.length < 2 || units.every((unit) => unit.collective)) return;
    report({ at: lead, message: "several", data: { count: units.length, units: units.map(({ name }) => shorten(name, 40)).join("; ") } });
  },
};

function distinct(units: readonly UnitMention[]): readonly UnitMention[] {
  const keys = new Set<string>();
  return units.filter((unit) => !keys.has(unit.key) && keys.add(unit.key));
}
