import { lower, nfc } from "../../text/normal";
import type { Rule } from "../rule";
import { conditionsOf, fixedOf, followsAnother } from "../shared/deadlines";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** "Trong 30 ngày kể từ ngày …", "15 ngày làm việc sau khi …": how long after the event is said. */
const COUNTED = /\d\s*(?:giờ|ngày|tuần|tháng)(?:\s+làm việc)?,?\s+(?:sau|kể từ|tính từ|từ (?:khi|ngày))(?!\p{L})|\d\s*(?:ngày|giờ)\s+làm việc|\d\s*(?:ngày|giờ|phút)\s?\/\s?(?:hồ sơ|lượt|vụ)|(?<!\p{L})trước khi\s.{1,40}\s\d+\s*(?:giờ|ngày)$/u;

/** A deadline that waits for something without a date. */
export const conditional: Rule = {
  id: "deadline/conditional",
  severity: "info",
  clarity: "thời gian",
  title: { vi: "Thời gian còn chờ điều kiện", en: "Waits for something" },
  explanation: {
    vi: "Thời gian phụ thuộc văn bản hoặc hướng dẫn chưa có ngày, nên chưa thể theo dõi. Có thể chấp nhận, nhưng nên ghi thêm khoảng thời gian, ví dụ “trong 30 ngày sau khi có hướng dẫn”, và cập nhật khi điều kiện đã có.",
    en: "The time hangs on a document or guidance that has no date yet, so it cannot be followed up. Acceptable, but better with a span (“within 30 days of the guidance”), and to be brought up to date.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ thời gian",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear by when",
  },
  messages: {
    waits: {
      vi: ({ condition }) => `Thời gian còn chờ “${String(condition)}”: ghi thêm mốc hoặc số ngày sau đó để theo dõi.`,
      en: ({ condition }) => `The time waits for “${String(condition)}”: add a date, or a number of days after it.`,
    },
  },
  examples: [
    {
      title: { vi: "Chờ văn bản, hướng dẫn của cấp trên", en: "Waiting for the upper level" },
      rows: [
        header,
        [1, "Cử cán bộ đi học", "Công an xã", "Khi có văn bản của cấp trên"],
        [2, "Đánh giá mức độ hoàn thành", "Công an xã", "Sau khi Đề án của Bộ Nội vụ được phê duyệt"],
        [3, "Mở lớp tập huấn", "Công an xã", "Quý II/2026"],
        [4, "Sát hạch công chức", "Phòng Văn hóa - Xã hội", "Theo kế hoạch của Sở Nội vụ"],
      ],
      flagged: ["D2", "D3", "D5"],
    },
    {
      title: { vi: "Đã có mốc chậm nhất, hoặc số ngày sau đó", en: "With a latest date, or a number of days after it" },
      rows: [
        header,
        [1, "Cử cán bộ đi học", "Công an xã", "Trước ngày 30/6/2026, sau khi có văn bản của cấp trên"],
        [2, "Mở lớp tập huấn", "Công an xã", "Quý II/2026"],
        [3, "Bổ sung quy chế", "Công an xã", "Trong 30 ngày sau khi Trung ương ban hành"],
        [4, "Thống kê thiệt hại", "Công an xã", "Trong 24 giờ sau khi bão tan"],
        [6, "Trả kết quả hộ tịch", "Công an xã", "03 ngày làm việc/hồ sơ"],
        [5, "Kêu gọi tàu thuyền", "Công an xã", "Trước khi bão đổ bộ 12 giờ"],
      ],
      flagged: [],
    },
  ],
  decidedBy: "deadline",
  checkItem: (item, { meanings, report }) => {
    const field = item.fields.deadline;
    if (field === undefined || meanings.blank(field)) return;
    const deadline = meanings.deadline(field);
    const [first] = conditionsOf(deadline);
    // A latest day or month stands beside the condition: that can be followed up.
    const dated = fixedOf(deadline).some(({ interval, openEnded }) => !openEnded && interval.precision !== "year" && interval.precision !== "period");
    if (followsAnother(deadline, field.text)) report({ at: field, message: "waits", data: { condition: shorten(field.text) } });
    if (first !== undefined && !dated && !COUNTED.test(lower(nfc(field.text)))) report({ at: field, message: "waits", data: { condition: shorten(first.condition) } });
  },
};
