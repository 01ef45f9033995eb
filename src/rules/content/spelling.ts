import type { Rule } from "../rule";
import { anyChange } from "../shared/sameFields";
import { reportSlips, slipsOfFrame, wordingOf } from "./wording";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"];

/** A word that is no Vietnamese syllable, nor a known name, foreign word or abbreviation. */
export const spelling: Rule = {
  id: "content/spelling",
  severity: "warning",
  clarity: null,
  title: { vi: "Sai chính tả", en: "Misspelt word" },
  explanation: {
    vi: "Tiếng Việt có một số lượng âm tiết nhất định; từ này không thuộc số đó, cũng không phải tên riêng, từ viết tắt hay từ nước ngoài thường dùng. Sửa lại; nếu là tên riêng thì bỏ qua.",
    en: "Vietnamese has a closed set of syllables. This word is none of them, nor a name, abbreviation or foreign word in use. Correct it; if it is a name, ignore the finding.",
  },
  source: { vi: "Tập âm tiết tiếng Việt (@cspell/dict-vi-vn, giấy phép MIT); Nghị định 30/2020/NĐ-CP, Phụ lục II về viết hoa", en: "The set of Vietnamese syllables (@cspell/dict-vi-vn, MIT licence); Decree 30/2020/NĐ-CP, Appendix II on capital letters" },
  messages: {
    misspelt: {
      vi: ({ found, wanted }) => `“${String(found)}” sai chính tả: có lẽ là “${String(wanted)}”.`,
      en: ({ found, wanted }) => `“${String(found)}” is misspelt: it probably is “${String(wanted)}”.`,
    },
    unknown: {
      vi: ({ found }) => `“${String(found)}” không phải là âm tiết tiếng Việt: xem lại chính tả.`,
      en: ({ found }) => `“${String(found)}” is no Vietnamese syllable: check the spelling.`,
    },
    capital: {
      vi: ({ found, wanted }) => `Viết hoa đúng là “${String(wanted)}” (đang ghi “${String(found)}”).`,
      en: ({ found, wanted }) => `The capitals should be “${String(wanted)}” (here “${String(found)}”).`,
    },
  },
  examples: [
    {
      title: { vi: "Thiếu chữ, sai dấu, thừa chữ", en: "A letter too few, a wrong mark, a letter too many" },
      rows: [
        header,
        [1, "Lập quy chế qản lý tài khoản", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Phát triển du lịch bền vữn, xanh", "Phòng Kinh tế", "Quý III/2026"],
        [3, "Mở sổ trựuc ban", "Công An xã", "Quý IV/2026"],
      ],
      flagged: ["B2", "B3", "B4", "C4"],
      fixed: [
        header,
        [1, "Lập quy chế quản lý tài khoản", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Phát triển du lịch bền vững, xanh", "Phòng Kinh tế", "Quý III/2026"],
        [3, "Mở sổ trựuc ban", "Công an xã", "Quý IV/2026"],
      ],
    },
    {
      title: { vi: "Từ nước ngoài, từ viết tắt, tên riêng, địa chỉ web, cả hai cách đặt dấu", en: "Foreign words, abbreviations, names, web addresses, both places of the tone mark" },
      rows: [
        header,
        [1, "Đưa sản phẩm OCOP lên website https://ocop.gov.vn, quét mã QR bằng VNeID", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Văn hoá, văn hóa tại Đắk Lắk theo Quyết định 2179/QĐ-TTg; CĐS, ĐMST", "Phòng Văn hoá - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkItem: (item, context) => reportSlips("spelling", wordingOf(item).slips, context),
  checkAppendix: (context) => reportSlips("spelling", slipsOfFrame(context.appendix), context),
};
