import { findTargetValues } from "../../text/target/findTargetValues";
import { lower, nfc } from "../../text/normal";
import type { Rule } from "../rule";
import { assignsNothing } from "../shared/rows";
import { shorten } from "../shared/shorten";
import { sameValues } from "../shared/sameFields";

/** Words that may be read as "all of it": a target without a number, but not without a measure. */
/** What is to be counted, after a word of doing: "trồng mới 2.500 cây xanh", "thành lập 120 doanh nghiệp"; a bare number names things too ("Đề án 06"). */
const A_COUNT =
  /(?<!\p{L})(?:mới|thêm|trồng|lập|xây|xây dựng|làm|lắp|lắp đặt|đào tạo|tạo|cho|cấp|công nhận|duy trì|giữ vững|có|được|phát triển|kết nạp|tổ chức|mở|sửa chữa|xóa|giảm|tăng|thu hút|vận động|hỗ trợ|thu|đạt)\s(?:thêm\s|mới\s|được\s)?(?<!\d)\d[\d.,]*\s\p{Ll}{2,}/u;
const COMPLETE = /(?<!\p{L})(?:hoàn thành|hoàn thiện|toàn bộ|tất cả|đầy đủ|toàn xã|toàn phường|không để)(?!\p{L})/u;

/** A target row with no value to reach. */
export const missing: Rule = {
  id: "target/missing",
  severity: "info",
  clarity: "sản phẩm",
  title: { vi: "Chỉ tiêu chưa có số phải đạt", en: "A target without a value" },
  explanation: {
    vi: "Chỉ tiêu không có con số (hoặc dấu “x” của chỉ tiêu định tính) thì cuối kỳ không biết đạt hay không đạt. Ghi số và đơn vị tính; nếu là công việc chứ không phải chỉ tiêu thì chuyển sang phụ lục nhiệm vụ.",
    en: "A target with no number (nor the “x” of a qualitative one) cannot be said to be met or missed. Give a number with its unit; if it is work rather than a target, move it to the list of tasks.",
  },
  source: { vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ sản phẩm, kết quả đo được", en: "Decision 2179/QĐ-TTg of 6/10/2025: a clear, measurable result" },
  messages: {
    noValue: {
      vi: ({ name }) => `Chỉ tiêu “${String(name)}” chưa có giá trị cho năm nào: ghi số phải đạt.`,
      en: ({ name }) => `The target “${String(name)}” has no value for any year: give what is to be reached.`,
    },
    noNumber: {
      vi: ({ name }) => `Chỉ tiêu “${String(name)}” không nêu con số phải đạt: ghi thêm tỷ lệ hoặc số lượng.`,
      en: ({ name }) => `The target “${String(name)}” states no number to reach: add a share or a count.`,
    },
    complete: {
      vi: ({ name }) => `Chỉ tiêu “${String(name)}” không nêu con số; nếu hiểu là 100% thì nên ghi rõ.`,
      en: ({ name }) => `The target “${String(name)}” states no number; if 100% is meant, say so.`,
    },
  },
  examples: [
    {
      title: { vi: "Bảng theo năm: một chỉ tiêu không có giá trị nào", en: "A table by year: one target with no value at all" },
      rows: [
        ["TT", "Chỉ tiêu", "2025", "2030", "Cơ quan chủ trì"],
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", "≥50%", "≥90%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hộ có cáp quang", null, null, "Phòng Kinh tế"],
        [3, "Ứng dụng cảm biến trong tưới tiêu", null, "x", "Phòng Kinh tế"],
      ],
      flagged: ["C3"],
    },
    {
      title: { vi: "Chỉ tiêu viết thành câu, không có con số", en: "Targets in prose, without a number" },
      rows: [
        ["STT", "Nội dung chỉ tiêu", "Đơn vị chủ trì theo dõi"],
        [1, "Tối thiểu 90% hồ sơ xử lý trực tuyến", "Phòng Kinh tế"],
        [2, "Hệ thống máy chủ được bảo vệ theo cấp độ", "Công an xã"],
        [3, "Hoàn thành số hóa sổ hộ tịch", "Phòng Kinh tế"],
        [4, "Tỷ lệ hài lòng đạt 95%", "Phòng Kinh tế"],
      ],
      flagged: ["B3", "B4"],
    },
    {
      title: { vi: "Mọi chỉ tiêu đều có số hoặc dấu “x”", en: "Every target has a number or an “x”" },
      rows: [
        ["TT", "Chỉ tiêu", "2025", "2030", "Cơ quan chủ trì"],
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", null, "≥90%", "Phòng Kinh tế"],
        [2, "Ứng dụng cảm biến trong tưới tiêu", "x", "x", "Phòng Kinh tế"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: sameValues("number", "content", "directingLeader", "leadUnit", "coordinatingUnits", "product", "deadline"),
  checkAppendix: ({ appendix, meanings, report }) => {
    if (appendix.kind !== "targets") return;
    appendix.items.forEach((item, index) => {
      const { content } = item.fields;
      if (content === undefined || meanings.blank(content) || assignsNothing(appendix, index, meanings)) return;
      const data = { name: shorten(content.text) };
      const [first] = item.values;
      if (first !== undefined) {
        if (item.values.every(({ field }) => meanings.blank(field)) && findTargetValues(content.text).length === 0) report({ at: first.field, message: "noValue", data });
      } else if (findTargetValues(content.text).length === 0) {
        if (COMPLETE.test(lower(nfc(content.text)))) report({ at: content, message: "complete", data });
        else if (!A_COUNT.test(lower(nfc(content.text)))) report({ at: content, message: "noNumber", data, severity: "warning" });
      }
    });
  },
};
