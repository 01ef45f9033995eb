import { parseAttachmentLine } from "../../text/place/attachmentLine";
import type { Rule } from "../rule";
import { DECREE_30 } from "../shared/sources";
import { anyChange } from "../shared/sameFields";

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
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, report }) => {
    const line = appendix.titleLines.attachment;
    if (line === null) return;
    const said = parseAttachmentLine(line.text);
    if (said === null) return;
    // What is not spoken of at all is told by title/attachment-line.
    const number = said.numberBlank && said.numberSpan !== null ? said.numberSpan : null;
    const day = said.dateBlank && said.dateSpan !== null ? said.dateSpan : null;
    if (number !== null && day !== null) report({ at: line, message: "both", span: { start: number.start, end: day.end } });
    else if (number !== null) report({ at: line, message: "number", span: number });
    else if (day !== null) report({ at: line, message: "day", span: day });
  },
};
