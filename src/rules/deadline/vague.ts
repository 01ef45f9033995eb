import { deadlineParts, type Deadline, type SimpleDeadline } from "../../text/deadline/deadline";
import type { Rule } from "../rule";
import { conditionsOf, inSomeYear } from "../shared/deadlines";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

type Vagueness = "wholeYear" | "openEnded" | "year" | "yearly";

/** A time too wide to follow up on. */
export const vague: Rule = {
  id: "deadline/vague",
  severity: "info",
  clarity: "thời gian",
  title: { vi: "Thời gian chung chung", en: "A vague time" },
  explanation: {
    vi: "“Năm 2025”, “Hằng năm” hay “và các năm tiếp theo” không cho biết tháng, quý nào phải xong, nên không đôn đốc được trong năm. Ghi tháng hoặc quý; “Cả năm” không phải là thời hạn: ghi mốc hoàn thành, hoặc “Thường xuyên”.",
    en: "“Năm 2025”, “Hằng năm” or “and the following years” do not say which month or quarter, so nothing can be followed up during the year. Give a month or a quarter; “Cả năm” is no deadline at all: give one, or write “Thường xuyên”.",
  },
  source: {
    vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ thời gian",
    en: "Decision 2179/QĐ-TTg of 6/10/2025: clear by when",
  },
  messages: {
    year: {
      vi: ({ text }) => `“${String(text)}” chỉ nêu năm: ghi thêm tháng hoặc quý để theo dõi.`,
      en: ({ text }) => `“${String(text)}” names only years: add a month or a quarter to follow up on.`,
    },
    yearly: {
      vi: ({ text }) => `“${String(text)}”: chưa rõ tháng nào trong năm; ghi thêm tháng hoặc quý.`,
      en: ({ text }) => `“${String(text)}”: in which month? Add a month or a quarter.`,
    },
    openEnded: {
      vi: ({ text }) => `“${String(text)}” không có điểm kết thúc: ghi mốc hoàn thành của kỳ này.`,
      en: ({ text }) => `“${String(text)}” has no end: say what is due in this period, and when.`,
    },
    wholeYear: {
      vi: ({ text }) => `“${String(text)}” không phải thời hạn: ghi mốc hoàn thành, hoặc “Thường xuyên” nếu là việc làm quanh năm.`,
      en: ({ text }) => `“${String(text)}” is no deadline: give one, or write “Thường xuyên” for work that goes on all year.`,
    },
  },
  examples: [
    {
      title: { vi: "Chỉ nêu năm, mở về sau, hoặc “Cả năm”", en: "Only a year, an open end, or “Cả năm”" },
      rows: [
        header,
        [1, "Phát động thi đua", "Công an xã", "Năm 2025"],
        [2, "Kiểm tra an toàn hệ thống", "Công an xã", "Hằng năm"],
        [3, "Dùng chung nền tảng số", "Công an xã", "Năm 2025 và các năm tiếp theo"],
        [4, "Phát triển hóa đơn điện tử", "Công an xã", "Cả năm"],
      ],
      plan: { issued: "2025-07" },
      flagged: ["D2", "D3", "D4", "D5"],
    },
    {
      title: { vi: "Có tháng, quý, hoặc là việc thường xuyên", en: "A month, a quarter, or standing work" },
      rows: [
        header,
        [1, "Phát động thi đua", "Công an xã", "Tháng 10/2025"],
        [2, "Kiểm tra an toàn hệ thống", "Công an xã", "Tháng 6, tháng 12 hằng năm"],
        [3, "Dùng chung nền tảng số", "Công an xã", "Thường xuyên"],
        [4, "Cử cán bộ đi học", "Công an xã", "Trong năm 2025, sau khi có văn bản của cấp trên"],
      ],
      plan: { issued: "2025-07" },
      flagged: [],
    },
  ],
  decidedBy: "deadline",
  checkItem: (item, { meanings, report }) => {
    const field = item.fields.deadline;
    if (field === undefined || meanings.blank(field)) return;
    const kind = vagueness(inSomeYear(field, meanings));
    if (kind === null) return;
    const data = { text: shorten(field.text) };
    if (kind === "wholeYear") report({ at: field, message: kind, data, severity: "warning" });
    else report({ at: field, message: kind, data });
  },
};

/** How a deadline is vague as a whole; null when one of its parts is exact, or waits for something (deadline/conditional tells that). */
function vagueness(deadline: Deadline): Vagueness | null {
  // The usual case, without lists.
  if (deadline.kind === "fixed" || deadline.kind === "recurring") return vaguenessOf(deadline);
  if (conditionsOf(deadline).length > 0) return null;
  const kinds = deadlineParts(deadline).map(vaguenessOf);
  return kinds.includes(null) ? null : (kinds[0] ?? null);
}

function vaguenessOf(part: SimpleDeadline): Vagueness | null {
  if (part.kind === "recurring") return part.every === "year" && !part.momentNamed ? "yearly" : null;
  if (part.kind !== "fixed") return null;
  if (part.openEnded) return "openEnded";
  if (part.interval.precision !== "year" && part.interval.precision !== "period") return null;
  return part.yearAssumed ? "wholeYear" : "year";
}
