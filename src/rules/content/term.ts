import type { Rule } from "../rule";
import { anyChange } from "../shared/sameFields";
import { reportSlips, slipsOfFrame, wordingOf } from "./wording";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Kết quả"];

/** A real word in the wrong place: it misses a fixed term by one tone, mark or letter. */
export const term: Rule = {
  id: "content/term",
  severity: "warning",
  clarity: null,
  title: { vi: "Viết sai cụm từ cố định", en: "A fixed term written wrong" },
  explanation: {
    vi: "Từng tiếng đều có nghĩa nhưng cả cụm lệch một dấu, một chữ so với cụm từ dùng trong văn bản (“chuyển đối số” thay cho “chuyển đổi số”): phần mềm soát chính tả thường không thấy. Tên hệ thống, thương hiệu và từ viết tắt cũng giữ đúng cách viết của chính nó.",
    en: "Each syllable is a word, but the phrase misses a fixed term by one tone or letter (“chuyển đối số” for “chuyển đổi số”), which spell checkers do not see. Systems, brands and abbreviations keep their own spelling too.",
  },
  source: { vi: "Danh mục cụm từ thường dùng trong kế hoạch cấp xã (seeds/terms.json)", en: "The register of terms of commune plans (seeds/terms.json)" },
  messages: {
    term: {
      vi: ({ found, wanted }) => `“${String(found)}” có lẽ là “${String(wanted)}”.`,
      en: ({ found, wanted }) => `“${String(found)}” probably means “${String(wanted)}”.`,
    },
    abbreviation: {
      vi: ({ found, wanted }) => `Từ viết tắt “${String(found)}” có lẽ là “${String(wanted)}”.`,
      en: ({ found, wanted }) => `The abbreviation “${String(found)}” probably is “${String(wanted)}”.`,
    },
    brand: {
      vi: ({ found, wanted }) => `Tên này viết là “${String(wanted)}” (đang ghi “${String(found)}”).`,
      en: ({ found, wanted }) => `This name is written “${String(wanted)}” (here “${String(found)}”).`,
    },
  },
  examples: [
    {
      title: { vi: "Lệch một dấu hoặc một chữ", en: "One tone or letter off" },
      rows: [
        header,
        [1, "Đẩy mạnh chuyển đối số ở các chợ", "Phòng Kinh tế", "Cơ sơ dữ liệu chợ"],
        [2, "Kéo cáp quan đến các thôn", "Phòng Kinh tế", "Tuyến cáp"],
        [3, "Mở trang zalo của xã", "Công an xã", "Có tổ CDS"],
      ],
      flagged: ["B2", "D2", "B3", "B4", "D4"],
      fixed: [
        header,
        [1, "Đẩy mạnh chuyển đổi số ở các chợ", "Phòng Kinh tế", "Cơ sở dữ liệu chợ"],
        [2, "Kéo cáp quang đến các thôn", "Phòng Kinh tế", "Tuyến cáp"],
        [3, "Mở trang Zalo của xã", "Công an xã", "Có tổ CĐS"],
      ],
    },
    {
      title: { vi: "Gần giống nhưng là cụm từ khác", en: "Near, but another phrase" },
      rows: [
        header,
        [1, "Lắp hệ thống thông gió; liên kết qua mạng với đối tác", "Phòng Kinh tế", "Dự án toàn xã"],
        [2, "Trao truyền thống cho tri thức trẻ; tiến hành chỉnh sửa", "Công an xã", "Sổ hộ tịch được chuyển đổi sang bản số"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkItem: (item, context) => reportSlips("term", wordingOf(item).slips, context),
  checkAppendix: (context) => reportSlips("term", slipsOfFrame(context.appendix), context),
};
