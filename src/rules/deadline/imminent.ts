import type { Rule } from "../rule";
import { beforeIssue, daysBetween, fixedOf, showDate } from "../shared/deadlines";
import { shorten } from "../shared/shorten";

/** How soon after its issue a plan's first deadlines are told: about what it takes to pass the plan on and report back. */
const DAYS = 30;
const TURNS = 3;

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** A deadline that ends right after the plan is issued. */
export const imminent: Rule = {
  id: "deadline/imminent",
  severity: "info",
  clarity: "thời gian",
  title: { vi: "Sắp đến hạn ngay khi ban hành", en: "Due right after the issue" },
  explanation: {
    vi: "Mốc hoàn thành chỉ cách ngày ban hành không quá 30 ngày: đơn vị nhận việc gần như không còn thời gian thực hiện. Kiểm tra xem việc đã làm xong chưa, hoặc lùi mốc.",
    en: "The task is due within 30 days of the plan's issue: whoever receives it has hardly any time left. Check whether it is done already, or move the date.",
  },
  source: { vi: "Thông lệ rà soát tính khả thi của tiến độ", en: "Reviewers' practice: is the schedule feasible" },
  messages: {
    days: {
      vi: ({ text, days, issued }) => `“${String(text)}” chỉ còn ${String(days)} ngày kể từ ngày ban hành (${String(issued)}): xem có kịp không.`,
      en: ({ text, days, issued }) => `“${String(text)}” leaves ${String(days)} days from the issue (${String(issued)}): check that it can be met.`,
    },
    month: {
      vi: ({ text, issued }) => `“${String(text)}” kết thúc ngay trong tháng ban hành kế hoạch (${String(issued)}): xem có kịp không.`,
      en: ({ text, issued }) => `“${String(text)}” ends in the month of issue itself (${String(issued)}): check that it can be met.`,
    },
  },
  examples: [
    {
      title: { vi: "Kế hoạch tháng 3/2026, hạn Quý I", en: "Due in the first quarter, plan of March 2026" },
      rows: [header, [1, "Ban hành kế hoạch truyền thông", "Phòng Kinh tế", "Quý I/2026"], [2, "Mở lớp tập huấn", "Công an xã", "Quý II/2026"]],
      plan: { issued: "2026-03" },
      flagged: ["D2"],
    },
    {
      title: { vi: "Ban hành ngày 19/9/2025, hạn cuối tháng 9", en: "Issued on 19/9/2025, due at the end of September" },
      rows: [header, [1, "Soạn tài liệu tuyên truyền", "Phòng Kinh tế", "Trong tháng 9 năm 2025"], [2, "Mở lớp tập huấn", "Công an xã", "Tháng 11/2025"]],
      plan: { issued: "2025-09-19" },
      flagged: ["D2"],
    },
    {
      title: { vi: "Còn nhiều thời gian, hoặc không biết ngày ban hành", en: "Time enough, or no date of issue" },
      rows: [header, [1, "Soạn tài liệu tuyên truyền", "Phòng Kinh tế", "Quý IV/2025"], [2, "Mở lớp tập huấn", "Công an xã", "Thường xuyên"], [3, "Trao Huy hiệu Đảng", "Công an xã", "Dịp 07/10/2025, 03/02/2026, 19/5/2026"]],
      plan: { issued: "2025-09-19" },
      flagged: [],
    },
  ],
  decidedBy: "deadline",
  checkItem: (item, { meanings, plan, report }) => {
    const field = item.fields.deadline;
    const { issued } = plan;
    if (field === undefined || issued === null || meanings.blank(field)) return;
    let next: string | null = null;
    const deadline = meanings.deadline(field);
    if (deadline.kind !== "fixed" && deadline.kind !== "compound") return;
    const fixed = fixedOf(deadline);
    // Three times and more are the turns of one work, of which the first may well be soon.
    if (fixed.length >= TURNS) return;
    for (const { interval, openEnded } of fixed) {
      if (!openEnded && !beforeIssue(interval.end, issued) && (next === null || interval.end < next)) next = interval.end;
    }
    if (next === null) return;
    if (issued.length < 10) {
      if (next.startsWith(issued)) report({ at: field, message: "month", data: { text: shorten(field.text), issued: showDate(issued) } });
      return;
    }
    // Dates of other years than this one and the next are far away: no need to count the days.
    if (Number(next.slice(0, 4)) - Number(issued.slice(0, 4)) > 1) return;
    const days = daysBetween(issued, next);
    if (days <= DAYS) report({ at: field, message: "days", data: { text: shorten(field.text), issued: showDate(issued), days } });
  },
};
