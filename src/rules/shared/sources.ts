import type { Localized } from "../../text/language";

/** A rule that every office keeps to, though no document says it in so many words. */
export const OFFICE_CONVENTION: Localized = {
  vi: "Thông lệ văn phòng: bảng giữ đúng cách trình bày mà chính nó đã chọn",
  en: "Office convention: a table keeps to the form that it has chosen itself",
};

/** What the Decree on clerical work asks of an appendix. */
export const DECREE_30: Localized = {
  vi: "Nghị định 30/2020/NĐ-CP về công tác văn thư: thể thức của phụ lục văn bản",
  en: "Decree 30/2020/NĐ-CP on clerical work: the form of an appendix",
};

/** The Decision that asks of every assignment to be clear in six ways. */
export const SIX_CLARITIES: Localized = {
  vi: "Quyết định 2179/QĐ-TTg ngày 06/10/2025: phân công bảo đảm “6 rõ”",
  en: "Decision 2179/QĐ-TTg of 6/10/2025: every assignment is clear in six ways (“6 rõ”)",
};
