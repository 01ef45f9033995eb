import { hasRole } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { Gap, gapsOfItems, placeOf, visitLacking } from "../shared/rows";
import { shorten } from "../shared/shorten";
import { filledAlike } from "../shared/sameFields";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** An item without a lead unit in a table (or outline) that names lead units. */
export const missing: Rule = {
  id: "lead/missing",
  severity: "error",
  clarity: "người",
  title: { vi: "Chưa có cơ quan chủ trì", en: "No lead unit" },
  explanation: {
    vi: "Nhiệm vụ không ghi cơ quan chủ trì thì không có ai phải thực hiện và không ai phải trả lời khi kiểm điểm. Ghi một đơn vị cụ thể; nếu dòng này chỉ là tên nhóm nhiệm vụ thì đưa nó thành dòng mục.",
    en: "A task with no lead unit is nobody's to carry out and nobody's to answer for. Name one unit; if the row only names a group of tasks, make it a section row.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: phân công phải “6 rõ”, trước hết là rõ người",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: every assignment says clearly who (the first of the “6 rõ”)",
  },
  messages: {
    missing: {
      vi: ({ task }) => `Nhiệm vụ “${String(task)}” chưa có cơ quan chủ trì: ghi một đơn vị cụ thể.`,
      en: ({ task }) => `The task “${String(task)}” has no lead unit: name one unit.`,
    },
    unnamed: {
      vi: () => "Dòng này chưa có cơ quan chủ trì: ghi một đơn vị cụ thể.",
      en: () => "This row has no lead unit: name one unit.",
    },
  },
  examples: [
    {
      title: { vi: "Ô cơ quan chủ trì bỏ trống, hoặc mới chừa chỗ", en: "The lead cell is empty, or holds a placeholder" },
      rows: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", null, "Công an xã", "Quý II/2026"],
        [3, "Tập huấn kỹ năng số", "…", "Công an xã", "Quý III/2026"],
        [4, null, null, "Công an xã", "Quý IV/2026"],
      ],
      flagged: ["C3", "C4", "C5"],
    },
    {
      title: { vi: "Danh mục dạng liệt kê: một nhiệm vụ thiếu dòng chủ trì", en: "An outline: one task lacks its lead line" },
      rows: [
        ["I. Nhóm nhiệm vụ về hạ tầng"],
        ["1. Lắp trạm phát sóng"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Quý I/2026"],
        ["2. Kéo cáp về các thôn"],
        ["- Thời gian: Quý II/2026"],
      ],
      flagged: ["A5"],
    },
    {
      title: { vi: "Dòng gom nhóm không cần cơ quan chủ trì", en: "A row that only gathers others needs no lead unit" },
      rows: [
        header,
        [1, "Nhóm việc về hạ tầng:", null, null, null],
        ["1.1", "Lắp trạm phát sóng", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
        ["1.2", "Kéo cáp về các thôn", "Phòng Kinh tế", "Công an xã", "Quý II/2026"],
      ],
      flagged: [],
    },
    {
      title: { vi: "Bảng không có cột chủ trì", en: "A table without a lead column" },
      rows: [["TT", "Nội dung", "Thời gian hoàn thành"], [1, "Lập danh sách hộ kinh doanh", "Quý I/2026"], [2, "Rà soát máy chủ", "Quý II/2026"]],
      flagged: [],
    },
  ],
  ignoresChange: filledAlike("leadUnit"),
  memories: () => [gapsOfItems],
  checkAppendix: ({ appendix, meanings, report }) => {
    if (!hasRole(appendix, "leadUnit")) return;
    visitLacking(appendix, Gap.leadUnit, meanings, (item) => {
      const task = item.fields.content === undefined ? "" : shorten(item.fields.content.text);
      report({ at: placeOf(appendix, item, "leadUnit"), ...(task === "" ? { message: "unnamed" } : { message: "missing", data: { task } }) });
    });
  },
};
