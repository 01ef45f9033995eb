import type { Rule } from "../rule";
import { fixedOf } from "../shared/deadlines";
import { deadlinesOfItems, deadlineUses, visitUses, type DeadlineUse } from "../shared/deadlineUses";
import { shorten } from "../shared/shorten";
import { sameFields } from "../shared/sameFields";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** Where no period is known, a year counts as a stray when at most this share of the dated rows lies in it or in another stray year. */
const STRAY_SHARE = 0.1;

/** A date outside of the years that the plan is for. */
export const outOfPeriod: Rule = {
  id: "deadline/out-of-period",
  severity: "info",
  clarity: "thời gian",
  title: { vi: "Mốc ngoài kỳ kế hoạch", en: "Outside the plan's period" },
  explanation: {
    vi: "Mốc hoàn thành nằm ngoài các năm mà kế hoạch thực hiện, hoặc là mốc duy nhất ở một năm sau trong khi mọi mốc khác đều trong năm ban hành. Có thể đúng, nhưng thường là gõ nhầm năm: kiểm tra lại.",
    en: "The date lies outside the years that the plan covers, or is the only one in a later year while all others lie in the year of issue. It may be right, but is often a wrong year: check it.",
  },
  source: { vi: "Thông lệ rà soát tiến độ so với kỳ kế hoạch", en: "Reviewers' practice: dates held against the plan's period" },
  messages: {
    outside: {
      vi: ({ text, period }) => `“${String(text)}” nằm ngoài kỳ kế hoạch ${String(period)}: kiểm tra lại năm.`,
      en: ({ text, period }) => `“${String(text)}” lies outside the plan's period ${String(period)}: check the year.`,
    },
    lone: {
      vi: ({ text, year }) => `“${String(text)}” là mốc lẻ loi sau năm ${String(year)} trong bảng này: kiểm tra lại năm.`,
      en: ({ text, year }) => `“${String(text)}” stands alone after ${String(year)} in this table: check the year.`,
    },
  },
  examples: [
    {
      title: { vi: "Kế hoạch năm 2026 có mốc năm 2027", en: "A date in 2027 in the plan for 2026" },
      rows: [header, [1, "Mở lớp tập huấn", "Công an xã", "Quý II/2026"], [2, "Rà soát máy chủ", "Công an xã", "Quý I/2027"]],
      plan: { period: "2026" },
      flagged: ["D3"],
    },
    {
      title: { vi: "Không ghi kỳ kế hoạch: mốc năm sau duy nhất", en: "No period is known: the only date in a later year" },
      rows: [
        header,
        [1, "Phát động thi đua", "Công an xã", "Tháng 10/2025"],
        [2, "Mở lớp tập huấn", "Công an xã", "Thường xuyên"],
        [3, "Kết nối dữ liệu", "Công an xã", "9/2026"],
      ],
      plan: { issued: "2025-09" },
      flagged: ["D4"],
    },
    {
      title: { vi: "Kế hoạch nhiều năm", en: "A plan for several years" },
      rows: [header, [1, "Mở lớp tập huấn", "Công an xã", "Quý II/2026"], [2, "Rà soát máy chủ", "Công an xã", "Đến năm 2030"], [3, "Trồng rừng", "Công an xã", "Giai đoạn 2026 - 2035"], [4, "Quy hoạch", "Công an xã", "2026 - 2030, tầm nhìn đến năm 2045"], [5, "Giải ngân vốn", "Công an xã", "31/01/2031"]],
      plan: { period: "2025-2030" },
      flagged: [],
    },
  ],
  ignoresChange: sameFields("deadline"),
  memories: () => [deadlinesOfItems],
  checkAppendix: ({ appendix, meanings, plan, report }) => {
    const years = plan.period?.match(/\d{4}/g)?.map(Number);
    if (years === undefined && plan.issued === null) return;
    const issueYear = plan.issued === null ? null : Number(plan.issued.slice(0, 4));
    const from = Math.min(...(years ?? []));
    const to = Math.max(...(years ?? []));
    const outside = new Set<DeadlineUse>();
    const later = new Set<DeadlineUse>();
    let laterCount = 0;
    let inYear = 0;
    let across = false;
    for (const use of deadlineUses(appendix)) {
      const { field, count } = use;
      for (const fixed of fixedOf(meanings.deadline(field))) {
        const end = yearOf(fixed.interval.end);
        if (years !== undefined) {
          // Any part in the plan's years will do: "Giai đoạn 2026 - 2030" and a school year begin in them.
          if (end >= from && yearOf(fixed.interval.start) <= to) continue;
          if (isClosing(fixed.interval.end, to) || HORIZON.test(field.text)) continue;
          outside.add(use);
          break;
        }
        // A table with work that goes over into the next year is for both.
        if (issueYear !== null && end > issueYear && yearOf(fixed.interval.start) <= issueYear) across = true;
        if (issueYear !== null && isClosing(fixed.interval.end, issueYear)) continue;
        if (issueYear !== null && yearOf(fixed.interval.start) > issueYear) {
          later.add(use);
          laterCount += count;
          break;
        }
        inYear += count;
      }
    }
    visitUses(appendix, outside, (at) => report({ at, message: "outside", data: { text: shorten(at.text), period: plan.period ?? "" } }));
    if (issueYear === null || across || inYear === 0 || laterCount > Math.max(1, STRAY_SHARE * (inYear + laterCount))) return;
    visitUses(appendix, later, (at) => report({ at, message: "lone", data: { text: shorten(at.text), year: issueYear } }));
  },
};

/** What a plan looks ahead to, beyond its own years: "2025 - 2030, tầm nhìn đến năm 2045". */
const HORIZON = /tầm nhìn|định hướng/iu;

/** True for January after a year: the year's money is paid out until its end (Public Investment Law), and its report is written then. */
function isClosing(end: string, year: number): boolean {
  return end.slice(0, 7) === `${String(year + 1)}-01`;
}

function yearOf(iso: string): number {
  return Number(iso.slice(0, 4));
}
