import type { Language } from "../../../text/language";

const vi = {
  form: "Bỏ qua phát hiện này",
  reason: "Lý do (không bắt buộc)",
  hint: "Tệp ghi nhớ lý do để người soát sau biết; đừng ghi tên người.",
  usual: "Lý do thường dùng",
  reasons: ["Đúng theo văn bản gốc", "Đã thống nhất với lãnh đạo", "Sẽ bổ sung sau", "Không áp dụng cho phụ lục này"],
  ignore: "Bỏ qua",
  given: (reason: string): string => `Lý do: ${reason}`,
  none: "Không ghi lý do",
  on: (day: number, month: number, year: number): string => `bỏ qua ngày ${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`,
};

const en: typeof vi = {
  form: "Ignore this finding",
  reason: "Reason (optional)",
  hint: "The file keeps the reason for whoever checks next; give no names of persons.",
  usual: "Usual reasons",
  reasons: ["As in the original document", "Agreed with the leaders", "Will be completed later", "Does not apply to this appendix"],
  ignore: "Ignore",
  given: (reason) => `Reason: ${reason}`,
  none: "No reason given",
  on: (day, month, year) => `ignored on ${day}/${month}/${year}`,
};

/** What is said when a finding is let stand. */
export const IGNORE_WORDS: Readonly<Record<Language, typeof vi>> = { vi, en };
