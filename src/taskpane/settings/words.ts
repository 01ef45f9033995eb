import type { Language } from "../../text/language";

const vi = {
  scope: "Áp dụng cho",
  scopes: { machine: "Mọi tệp trên máy này", file: "Chỉ tệp đang mở" },
  fileHint: "Lựa chọn được ghi nhớ trong tệp, đi theo tệp khi gửi, và được ưu tiên hơn lựa chọn trên máy.",
  noFile: "Soát một tệp trước, rồi mới chọn riêng cho tệp đó.",
  asElsewhere: (severity: string): string => `Như mọi tệp (${severity.toLowerCase()})`,
  inFile: (severity: string): string => `Tệp này: ${severity.toLowerCase()}`,
  resetFile: "Bỏ mọi lựa chọn riêng của tệp này",
};

const en: typeof vi = {
  scope: "Applies to",
  scopes: { machine: "Every file on this machine", file: "The open file only" },
  fileHint: "The choice is kept in the file, goes with it wherever it is sent, and takes precedence over the machine's.",
  noFile: "Check a file first, then choose for it alone.",
  asElsewhere: (severity) => `As elsewhere (${severity.toLowerCase()})`,
  inFile: (severity) => `This file: ${severity.toLowerCase()}`,
  resetFile: "Drop every choice for this file alone",
};

/** What the list of rules says about where a choice applies. */
export const RULE_SCOPE_WORDS: Readonly<Record<Language, typeof vi>> = { vi, en };
