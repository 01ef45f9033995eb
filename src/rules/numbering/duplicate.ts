import type { Rule } from "../rule";
import { OFFICE_CONVENTION } from "../shared/sources";
import { breaksOf, entriesOfItems, numberedAlike } from "./sequence";

/** Two rows with one number. */
export const duplicate: Rule = {
  id: "numbering/duplicate",
  severity: "error",
  clarity: null,
  title: { vi: "Trùng số thứ tự", en: "The same number twice" },
  explanation: {
    vi: "Hai nhiệm vụ cùng một số thì khi giao việc, báo cáo hay dẫn chiếu không biết là nhiệm vụ nào. Cách đánh số (chạy suốt bảng hay bắt đầu lại ở từng mục) được nhận ra từ chính bảng này.",
    en: "When two tasks share a number, nobody knows which one an assignment or a report speaks of. Whether numbers run through the table or start again in each section is learned from the table itself.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    duplicate: {
      vi: ({ number, twin, expected }) => `Số ${String(number)} đã dùng ở ô ${String(twin)}; theo thứ tự ở đây là số ${String(expected)}.`,
      en: ({ number, twin, expected }) => `Number ${String(number)} already stands in ${String(twin)}; here it should be ${String(expected)}.`,
    },
  },
  examples: [
    {
      title: { vi: "Số 3 dùng hai lần, các số sau lùi theo", en: "3 is used twice, and the numbers after it lag behind" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [2, "Rà soát máy chủ của xã", "Công an xã"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
        [3, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND"],
        [4, "Lắp mã QR ở chợ", "Phòng Kinh tế"],
      ],
      flagged: ["A5"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [2, "Rà soát máy chủ của xã", "Công an xã"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
        [4, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND"],
        [5, "Lắp mã QR ở chợ", "Phòng Kinh tế"],
      ],
    },
    {
      title: { vi: "Mã NV02 gõ lặp lại, chỉ ô đó được sửa", en: "The code NV02 is typed again; only that cell is mended" },
      rows: [
        ["Mã", "Nội dung", "Cơ quan chủ trì"],
        ["NV01", "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        ["NV02", "Rà soát máy chủ của xã", "Công an xã"],
        ["NV02", "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
        ["NV04", "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND"],
      ],
      flagged: ["A4"],
      fixed: [
        ["Mã", "Nội dung", "Cơ quan chủ trì"],
        ["NV01", "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        ["NV02", "Rà soát máy chủ của xã", "Công an xã"],
        ["NV03", "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
        ["NV04", "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND"],
      ],
    },
    {
      title: { vi: "Số bắt đầu lại ở từng mục", en: "Numbers start again in each section" },
      rows: [
        ["STT", "Mục tiêu", "2025", "2030"],
        ["I", "Phát triển hạ tầng"],
        [1, "Tỷ lệ phủ sóng 5G", "30%", "90%"],
        [2, "Tỷ lệ hộ có cáp quang", "40%", "80%"],
        ["II", "Phát triển nhân lực"],
        [1, "Tỷ lệ cán bộ có kỹ năng số", "80%", "100%"],
        [2, "Tỷ lệ người dân có chữ ký số", "10%", "40%"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: numberedAlike("number"),
  memories: () => [entriesOfItems.number],
  checkAppendix: ({ appendix, report }) => {
    for (const { kind, field, found, expected, twin, fix } of breaksOf(appendix, "number")) {
      if (kind !== "duplicate" || found === null || twin === null) continue;
      report({ at: field, message: "duplicate", data: { number: found, twin, expected }, fix });
    }
  },
};
