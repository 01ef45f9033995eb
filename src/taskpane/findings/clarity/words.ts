import type { Language } from "../../../text/language";
import type { Clarity } from "../../../rules/rule";

const vi = {
  label: (count: number): string => `${count} rõ`,
  hint: "Phần trăm nhiệm vụ, chỉ tiêu không có lỗi hay cảnh báo. Bấm vào một ô để lọc danh sách.",
  clarity: { người: "người", việc: "việc", "thời gian": "thời gian", "trách nhiệm": "trách nhiệm", "sản phẩm": "sản phẩm", "thẩm quyền": "thẩm quyền" } satisfies Record<Clarity, string> as Record<Clarity, string>,
  score: (clarity: string, share: string, unclear: number, items: number): string => `Rõ ${clarity}: ${share}, ${unclear}/${items} chưa rõ`,
  noColumn: "Không có cột",
  none: (clarity: string): string => `Rõ ${clarity}: không có cột`,
  setting: "Các điều “rõ” cần chấm",
  settingHint: "Mặc định theo Quyết định 2179/QĐ-TTg ngày 06/10/2025.",
};

const en: typeof vi = {
  label: (count) => `${count} clarities (“rõ”)`,
  hint: "The share of tasks and targets without an error or warning. Press a figure to filter the list.",
  clarity: { người: "who", việc: "what", "thời gian": "when", "trách nhiệm": "duty", "sản phẩm": "product", "thẩm quyền": "power" },
  score: (clarity, share, unclear, items) => `Clear on ${clarity}: ${share}, ${unclear} of ${items} unclear`,
  noColumn: "No column",
  none: (clarity) => `Clear on ${clarity}: no column`,
  setting: "The clarities (“rõ”) to score",
  settingHint: "By default those of Decision 2179/QĐ-TTg of 6/10/2025.",
};

/** What is said about the "6 rõ". */
export const CLARITY_WORDS: Readonly<Record<Language, typeof vi>> = { vi, en };
