import { hasRole } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { Gap, gapsOfItems, placeOf, visitLacking } from "../shared/rows";
import { shorten } from "../shared/shorten";
import { filledAlike } from "../shared/sameFields";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** An item without a deadline in a table (or outline) that has deadlines. */
export const missing: Rule = {
  id: "deadline/missing",
  severity: "error",
  clarity: "thời gian",
  title: { vi: "Chưa có thời gian hoàn thành", en: "No deadline" },
  explanation: {
    vi: "Nhiệm vụ không ghi thời gian thì không thể theo dõi, đôn đốc và không biết lúc nào là chậm. Ghi ngày, tháng hoặc quý hoàn thành; việc làm quanh năm thì ghi “Thường xuyên”.",
    en: "A task with no time cannot be followed up, and nobody knows when it is late. Give a day, a month or a quarter; work that goes on all year is “Thường xuyên”.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: phân công phải “6 rõ”, trong đó có rõ thời gian",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: every assignment says clearly by when (one of the “6 rõ”)",
  },
  messages: {
    missing: {
      vi: ({ task }) => `Nhiệm vụ “${String(task)}” chưa có thời gian: ghi ngày, tháng hoặc quý hoàn thành.`,
      en: ({ task }) => `The task “${String(task)}” has no deadline: give a day, a month or a quarter.`,
    },
    unnamed: {
      vi: () => "Dòng này chưa có thời gian: ghi ngày, tháng hoặc quý hoàn thành.",
      en: () => "This row has no deadline: give a day, a month or a quarter.",
    },
  },
  examples: [
    {
      title: { vi: "Ô thời gian bỏ trống, hoặc mới chừa chỗ", en: "The deadline cell is empty, or holds a placeholder" },
      rows: [
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", null],
        [3, "Mở lớp tập huấn", "Công an xã", "[...]"],
        [4, null, "Công an xã", null],
      ],
      flagged: ["D3", "D4", "D5"],
    },
    {
      title: { vi: "Danh mục dạng liệt kê: một nhiệm vụ thiếu dòng thời gian", en: "An outline: one task lacks its time line" },
      rows: [
        ["I. Nhóm nhiệm vụ về hạ tầng"],
        ["1. Lắp trạm phát sóng"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Quý I/2026"],
        ["2. Kéo cáp về các thôn"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
      ],
      flagged: ["A5"],
    },
    {
      title: { vi: "Mọi dòng đều có thời gian", en: "Every row has a time" },
      rows: [header, [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Quý I/2026"], [2, "Rà soát máy chủ của xã", "Công an xã", "Thường xuyên"]],
      flagged: [],
    },
  ],
  ignoresChange: filledAlike("deadline"),
  memories: () => [gapsOfItems],
  checkAppendix: ({ appendix, meanings, report }) => {
    if (!hasRole(appendix, "deadline")) return;
    visitLacking(appendix, Gap.deadline, meanings, (item) => {
      const task = item.fields.content === undefined ? "" : shorten(item.fields.content.text);
      report({ at: placeOf(appendix, item, "deadline"), ...(task === "" ? { message: "unnamed" } : { message: "missing", data: { task } }) });
    });
  },
};
