import type { Rule } from "../rule";
import { shorten } from "../shared/shorten";
import { hasTargets } from "../shared/values";

const header = ["TT", "Chỉ tiêu", "2025", "2030", "Cơ quan chủ trì"];

/** A value cell that is neither a number nor a qualitative mark. */
export const unreadable: Rule = {
  id: "target/unreadable",
  severity: "warning",
  clarity: "sản phẩm",
  title: { vi: "Không đọc được giá trị chỉ tiêu", en: "Not a target value" },
  explanation: {
    vi: "Ô giá trị không phải con số, cũng không phải dấu “x”, nên không so sánh và tổng hợp được. Ghi một số kèm đơn vị (“≥30%”, “2 mô hình”), “x” cho chỉ tiêu định tính, hoặc để trống nếu năm đó không giao.",
    en: "The cell is neither a number nor an “x”, so it cannot be compared or summed up. Give one number with its unit (“≥30%”, “2 mô hình”), “x” for a qualitative target, or leave it empty where none is set.",
  },
  source: { vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ sản phẩm, kết quả đo được", en: "Decision 2179/QĐ-TTg of 6/10/2025: a clear, measurable result" },
  messages: {
    unreadable: {
      vi: ({ text }) => `Không hiểu giá trị “${String(text)}”: ghi một số kèm đơn vị, hoặc “x”.`,
      en: ({ text }) => `“${String(text)}” is no value: give a number with its unit, or “x”.`,
    },
  },
  examples: [
    {
      title: { vi: "Giá trị gõ hỏng", en: "A garbled value" },
      rows: [
        header,
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", "≥50%", "≥9o%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hộ có cáp quang", "≥30%", "≥80%", "Phòng Kinh tế"],
        [3, "Số mô hình điểm", "#REF!", "≥3", "Phòng Kinh tế"],
        [4, "Số hợp tác xã thành lập mới", 2, "nhiều hơn năm trước", "Phòng Kinh tế"],
        [5, "Tỷ lệ hộ dùng nước sạch", "97%", "98% hoặc 99%", "Phòng Kinh tế"],
      ],
      flagged: ["D2", "C4", "D5", "D6"],
    },
    {
      title: { vi: "Số, khoảng, chỉ tiêu định tính, ô trống", en: "Numbers, a range, a qualitative target, an empty cell" },
      rows: [
        header,
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", null, "16 - 18%", "Phòng Kinh tế"],
        [2, "Số mô hình điểm", "01 mô hình", "≥3", "Phòng Kinh tế"],
        [3, "Ứng dụng cảm biến trong tưới tiêu", "x", "x", "Phòng Kinh tế"],
        [4, "Thu nhập bình quân", "Cao hơn bình quân của tỉnh", "Duy trì", "Phòng Kinh tế"],
      ],
      flagged: [],
    },
  ],
  appliesTo: hasTargets,
  checkItem: (item, { meanings, report }) => {
    for (const { field } of item.values) {
      if (meanings.target(field).kind === "unreadable") report({ at: field, message: "unreadable", data: { text: shorten(field.text) } });
    }
  },
};
