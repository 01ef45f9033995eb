import type { Rule } from "../rule";
import { OFFICE_CONVENTION } from "../shared/sources";
import { breaksOf, entriesOfItems, numberedAlike } from "./sequence";

/** The numbers within a section ("Chi tiết") do not follow each other. */
export const detailSequence: Rule = {
  id: "numbering/detail-sequence",
  severity: "warning",
  clarity: null,
  title: { vi: "Số chi tiết không liên tục", en: "The detail numbers do not follow each other" },
  explanation: {
    vi: "Cột “Chi tiết” đếm nhiệm vụ trong từng mục và bắt đầu lại từ 1 ở mục mới. Số sai thường là dấu hiệu dòng được chuyển từ mục khác sang hoặc bị xóa.",
    en: "The detail column counts the tasks of each section, from 1 anew in the next. A wrong number often means that a row was moved here from another section, or deleted.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    wrong: {
      vi: ({ number, expected }) => `Số chi tiết ở đây là ${String(number)}, theo thứ tự trong mục là ${String(expected)}.`,
      en: ({ number, expected }) => `The detail number here is ${String(number)}; in this section it should be ${String(expected)}.`,
    },
    missing: {
      vi: ({ expected }) => `Dòng này chưa có số chi tiết: theo thứ tự trong mục là ${String(expected)}.`,
      en: ({ expected }) => `This row has no detail number: in this section it should be ${String(expected)}.`,
    },
  },
  examples: [
    {
      title: { vi: "Mục II đếm tiếp số của mục I; một dòng bỏ trống", en: "Section II goes on counting from section I; one row is empty" },
      rows: [
        ["STT", null, "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["TT", "Chi tiết"],
        ["I", null, "Phát triển hạ tầng"],
        [1, 1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, 2, "Kéo cáp về các thôn", "Phòng Kinh tế", "Quý II/2026"],
        ["II", null, "Phát triển nhân lực"],
        [3, 3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý II/2026"],
        [4, 4, "Cử người đi đào tạo", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        ["III", null, "Phát triển dữ liệu"],
        [5, 1, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
        [6, null, "Làm sạch dữ liệu đất đai", "Phòng Kinh tế", "Quý IV/2026"],
        ["IV", null, "Bảo đảm an toàn"],
        [7, 1, "Rà soát máy chủ của xã", "Công an xã", "Quý IV/2026"],
      ],
      merges: ["A1:B1", "C1:C2", "D1:D2", "E1:E2"],
      flagged: ["B7", "B11"],
      fixed: [
        ["STT", null, "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["TT", "Chi tiết"],
        ["I", null, "Phát triển hạ tầng"],
        [1, 1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, 2, "Kéo cáp về các thôn", "Phòng Kinh tế", "Quý II/2026"],
        ["II", null, "Phát triển nhân lực"],
        [3, 1, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý II/2026"],
        [4, 2, "Cử người đi đào tạo", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        ["III", null, "Phát triển dữ liệu"],
        [5, 1, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
        [6, 2, "Làm sạch dữ liệu đất đai", "Phòng Kinh tế", "Quý IV/2026"],
        ["IV", null, "Bảo đảm an toàn"],
        [7, 1, "Rà soát máy chủ của xã", "Công an xã", "Quý IV/2026"],
      ],
    },
    {
      title: { vi: "Số chi tiết bắt đầu lại ở từng mục", en: "Detail numbers start again in each section" },
      rows: [
        ["STT", null, "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["TT", "Chi tiết"],
        ["I", null, "Phát triển hạ tầng"],
        [1, 1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, 2, "Kéo cáp về các thôn", "Phòng Kinh tế", "Quý II/2026"],
        ["II", null, "Phát triển nhân lực"],
        [3, 1, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý II/2026"],
      ],
      merges: ["A1:B1", "C1:C2", "D1:D2", "E1:E2"],
      flagged: [],
    },
  ],
  ignoresChange: numberedAlike("detailNumber"),
  memories: () => [entriesOfItems.detailNumber],
  checkAppendix: ({ appendix, report }) => {
    for (const { field, found, expected, fix } of breaksOf(appendix, "detailNumber")) {
      report({ at: field, ...(found === null ? { message: "missing", data: { expected } } : { message: "wrong", data: { number: found, expected } }), fix });
    }
  },
};
