import type { Rule } from "../rule";
import { parseAttachment } from "../shared/attachment";
import { DECREE_30 } from "../shared/sources";

/** The plan's number or day in the attachment line is still blank. */
export const numberBlank: Rule = {
  id: "title/number-blank",
  severity: "info",
  clarity: null,
  title: { vi: "Số, ngày của kế hoạch còn để trống", en: "The plan's number or day is still blank" },
  explanation: {
    vi: "Số và ngày được điền khi ký ban hành. Với văn bản điện tử, dòng kèm theo không bắt buộc điền số và ngày; với văn bản giấy, nhớ điền trước khi phát hành.",
    en: "Number and day are filled in at signature. An electronic document need not carry them in its attachment line; on paper they have to be there before it goes out.",
  },
  source: DECREE_30,
  messages: {
    both: { vi: () => "Số và ngày của kế hoạch còn để trống: điền khi ban hành.", en: () => "The plan's number and day are still blank: fill them in at issue." },
    number: { vi: () => "Số của kế hoạch còn để trống: điền khi ban hành.", en: () => "The plan's number is still blank: fill it in at issue." },
    day: { vi: () => "Ngày của kế hoạch còn để trống: điền khi ban hành.", en: () => "The plan's day is still blank: fill it in at issue." },
  },
  examples: [
    {
      title: { vi: "Số và ngày chờ điền", en: "Number and day to be filled in" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số       /KH-UBND ngày / 3 /2026 của UBND xã Thanh Thủy)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý II/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Chỉ số còn trống", en: "Only the number is blank" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số …/KH-UBND ngày 05/3/2026 của UBND xã Thanh Thủy)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý II/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Chỉ ngày còn trống", en: "Only the day is blank" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày … tháng 3 năm 2026 của UBND xã Thanh Thủy)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý II/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Đã điền đủ", en: "Both are filled in" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của UBND xã Thanh Thủy)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý II/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  checkAppendix: ({ appendix, report }) => {
    const line = appendix.titleLines.attachment;
    if (line === null) return;
    const found = parseAttachment(line.text);
    const dayBlank = found.dated && found.day === null;
    if (found.numberBlank || dayBlank) report({ at: line, message: found.numberBlank ? (dayBlank ? "both" : "number") : "day" });
  },
};
