import type { CleanTable } from "../cleanTable";
import { inColumn, type Defect } from "../defect";

const ROMAN = ["", "I", "II", "III", "IV"];

/** Month and year so many months from the plan's issue; null when the plan does not say when it was issued. */
function fromIssue({ plan }: CleanTable, months: number): { readonly month: number; readonly year: number } | null {
  if (plan.issued === null) return null;
  const [year = 0, month = 1] = plan.issued.split("-").map(Number);
  const at = year * 12 + month - 1 + months;
  return { month: (at % 12) + 1, year: Math.floor(at / 12) };
}

type Wording = (at: { readonly month: number; readonly year: number }) => string;

function dated(months: number, wording: Wording): (text: string, context: { readonly table: CleanTable }) => string | null {
  return (_, { table }) => {
    const at = fromIssue(table, months);
    return at === null ? null : wording(at);
  };
}

const two = (value: number): string => String(value).padStart(2, "0");

export const deadlineDefects: readonly Defect[] = [
  ...inColumn("deadline/missing", "deadline", { empty: () => "", dots: () => "…", "dots in brackets": () => "[...]", spaces: () => "   " }),
  ...inColumn("deadline/unreadable", "deadline", {
    "a unit's name": () => "Phòng Kinh tế",
    "a month that no calendar has": (_, { table }) => `Tháng 13/${fromIssue(table, 0)?.year ?? 2026}`,
    "a day that no calendar has": (_, { table }) => `30/02/${(fromIssue(table, 0)?.year ?? 2025) + 1}`,
    "a document": () => "Kế hoạch số 12/KH-UBND",
    "a word": () => "Đã giao",
  }),
  ...inColumn("deadline/elapsed", "deadline", {
    "a month before": dated(-1, ({ month, year }) => `Tháng ${month}/${year}`),
    "a month long before": dated(-4, ({ month, year }) => `Trong tháng ${two(month)} năm ${year}`),
    "a day before": dated(-2, ({ month, year }) => `Trước ngày 15/${month}/${year}`),
    "a plain date": dated(-3, ({ month, year }) => `20/${two(month)}/${year}`),
    "a quarter before": dated(-4, ({ month, year }) => `Quý ${ROMAN[Math.ceil(month / 3)] ?? ""}/${year}`),
    "a year before": dated(-12, ({ year }) => `Năm ${year}`),
    "a sentence": dated(-2, ({ month, year }) => `Hoàn thành trước ngày 10/${month}/${year}`),
  }),
  ...inColumn("deadline/imminent", "deadline", {
    "the month of the issue": (_, { table }) => (table.plan.issued?.length === 7 ? dated(0, ({ month, year }) => `Tháng ${month}/${year}`)("", { table }) : null),
    "the last day of the month": (_, { table }) => {
      const at = fromIssue(table, 0);
      return at === null ? null : `Trước ngày 30/${at.month}/${at.year}`;
    },
  }),
  ...inColumn("deadline/out-of-period", "deadline", {
    "long after the plan's years": (_, { table }) => (table.plan.period === null ? null : `Tháng 6/${Number(table.plan.period.slice(-4)) + 2}`),
  }),
  ...inColumn("deadline/vague", "deadline", {
    "all year": () => "Cả năm",
    "a year alone": dated(1, ({ year }) => `Năm ${year}`),
    "with no end": dated(1, ({ year }) => `Năm ${year} và các năm tiếp theo`),
    yearly: () => "Hằng năm",
  }),
  ...inColumn("deadline/conditional", "deadline", {
    "when a document comes": () => "Khi có văn bản của cấp trên",
    "after an approval": () => "Sau khi Đề án được phê duyệt",
    "as those above say": () => "Theo hướng dẫn của cấp trên",
    "right after the city": () => "Ngay sau khi Thành phố ban hành hướng dẫn",
  }),
  ...inColumn("deadline/variant", "deadline", {
    "a word more": (text, { table }) => (/^thường xuyên$/iu.test(text) && table.uses("deadline", text) >= 4 ? `Thực hiện ${text.toLowerCase()}` : null),
    "a small letter": (text, { table }) => (/^Thường xuyên$/u.test(text) && table.uses("deadline", text) >= 3 ? "thường xuyên" : null),
  }),
  ...inColumn("product/missing", "product", { empty: () => "", "a placeholder": () => "…" }),
];
