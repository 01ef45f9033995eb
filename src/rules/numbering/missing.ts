import type { Rule } from "../rule";
import { OFFICE_CONVENTION } from "../shared/sources";
import { breaksOf, entriesOfItems, numberedAlike } from "./sequence";

/** A row without a number in a table that numbers its rows. */
export const missing: Rule = {
  id: "numbering/missing",
  severity: "error",
  clarity: null,
  title: { vi: "Thiếu số thứ tự", en: "No running number" },
  explanation: {
    vi: "Dòng không có số thì không dẫn chiếu được và dễ bị coi là phần nối của dòng trên. Dòng phụ mở đầu bằng gạch đầu dòng không cần số. Dán từ Word sang thường làm mất cả cột số tự động: khi đó chỉ báo một lần.",
    en: "A row without a number cannot be referred to and reads as part of the row above. A sub-line that opens with a dash needs none. A paste from Word often loses the whole column of automatic numbers: that is told once.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    missing: {
      vi: ({ expected }) => `Dòng này chưa có số thứ tự: theo thứ tự là số ${String(expected)}.`,
      en: ({ expected }) => `This row has no number: it should be ${String(expected)}.`,
    },
    all: {
      vi: () => "Cả cột số thứ tự bỏ trống (số tự động của Word thường mất khi dán): đánh số lại từ 1.",
      en: () => "The whole number column is empty (automatic numbers of Word are often lost in a paste): number the rows from 1.",
    },
  },
  examples: [
    {
      title: { vi: "Một dòng quên số, các dòng sau vẫn đếm cả dòng ấy", en: "One row lacks its number, and the rows after it count it" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        ["01", "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [null, "Rà soát máy chủ của xã", "Công an xã"],
        ["03", "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
      ],
      flagged: ["A3"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        ["01", "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        ["02", "Rà soát máy chủ của xã", "Công an xã"],
        ["03", "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
      ],
    },
    {
      title: { vi: "Một dòng còn để dấu chấm lửng", en: "One row still has dots" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        ["…", "Rà soát máy chủ của xã", "Công an xã"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
      ],
      flagged: ["A3"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [2, "Rà soát máy chủ của xã", "Công an xã"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
      ],
    },
    {
      title: { vi: "Cả cột số bị mất khi dán", en: "The whole column was lost in a paste" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [null, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [null, "Rà soát máy chủ của xã", "Công an xã"],
        [null, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
      ],
      flagged: ["A2"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [2, "Rà soát máy chủ của xã", "Công an xã"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
      ],
    },
    {
      title: { vi: "Dòng phụ có gạch đầu dòng không cần số", en: "A sub-line with a dash needs no number" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý I/2026"],
        [null, "- Lớp cho cán bộ thôn", "Phòng Văn hóa - Xã hội", "Quý I/2026"],
        [2, "Rà soát máy chủ của xã", "Công an xã", "Quý II/2026"],
        [null, "Trong đó: máy chủ dùng chung", "Công an xã", "Quý II/2026"],
        [3, "Thay thiết bị mạng", "Công an xã", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: numberedAlike("number"),
  memories: () => [entriesOfItems.number],
  checkAppendix: ({ appendix, report }) => {
    for (const { kind, field, expected, allMissing, fix } of breaksOf(appendix, "number")) {
      if (kind !== "missing") continue;
      report({ at: field, ...(allMissing ? { message: "all" } : { message: "missing", data: { expected } }), fix });
    }
  },
};
