import type { Rule } from "../rule";
import { reportUnitSlips } from "../shared/unitSlips";
import { unitsOfItems } from "../shared/unitTally";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** One lead unit in several spellings. */
export const variant: Rule = {
  id: "lead/variant",
  severity: "warning",
  clarity: "người",
  title: { vi: "Một cơ quan chủ trì, nhiều cách viết", en: "One lead unit in several spellings" },
  explanation: {
    vi: "Cùng một đơn vị mà mỗi dòng viết một cách (dấu gạch, vị trí dấu thanh, viết tắt, có hay không có chữ “xã”) thì khi lọc hay tổng hợp theo đơn vị sẽ sót việc. Dùng thống nhất cách viết phổ biến nhất trong các cột chủ trì, phối hợp của cả tệp.",
    en: "When one unit is written differently from row to row (dashes, tone marks, abbreviations, with or without the level word), tasks are lost as soon as someone filters or sums up by unit. Use the form that prevails in the lead and coordinating columns of the workbook.",
  },
  source: {
    vi: "Thông lệ trình bày thống nhất trong một văn bản; viết hoa tên cơ quan theo Phụ lục II Nghị định 30/2020/NĐ-CP",
    en: "One form throughout a document; capitals in names of bodies as in Appendix II of Decree 30/2020/NĐ-CP",
  },
  messages: {
    form: {
      vi: ({ unit, usual, count }) => `“${String(unit)}” khác với “${String(usual)}” đã dùng ${String(count)} lần: viết thống nhất một cách.`,
      en: ({ unit, usual, count }) => `“${String(unit)}” differs from “${String(usual)}”, used ${String(count)} times: use one form.`,
    },
    short: {
      vi: ({ unit, usual, count }) => `“${String(unit)}” là cách viết tắt của “${String(usual)}” (đã dùng ${String(count)} lần): viết thống nhất tên đầy đủ.`,
      en: ({ unit, usual, count }) => `“${String(unit)}” is short for “${String(usual)}”, used ${String(count)} times: write the full name throughout.`,
    },
    tie: {
      vi: ({ unit, usual, count }) => `“${String(unit)}” và “${String(usual)}” là một đơn vị, mỗi cách viết dùng ${String(count)} lần: chọn một.`,
      en: ({ unit, usual, count }) => `“${String(unit)}” and “${String(usual)}” are one unit, each form used ${String(count)} times: choose one.`,
    },
    case: {
      vi: ({ unit, usual, count }) => `“${String(unit)}” khác chữ hoa với “${String(usual)}” đã dùng ${String(count)} lần: viết thống nhất.`,
      en: ({ unit, usual, count }) => `“${String(unit)}” differs in capitals from “${String(usual)}”, used ${String(count)} times: use one form.`,
    },
    capital: {
      vi: ({ unit, usual }) => `“${String(unit)}” thừa chữ hoa: tên đơn vị viết là “${String(usual)}”.`,
      en: ({ unit, usual }) => `“${String(unit)}” has a capital too many: the unit is written “${String(usual)}”.`,
    },
    group: {
      vi: ({ unit, usual, count }) => `“${String(unit)}” khác dấu phẩy hoặc chữ hoa với “${String(usual)}” đã dùng ${String(count)} lần.`,
      en: ({ unit, usual, count }) => `“${String(unit)}” differs in commas or capitals from “${String(usual)}”, used ${String(count)} times.`,
    },
  },
  examples: [
    {
      title: { vi: "Khác dấu thanh, dấu gạch, chữ hoa, chữ “xã”", en: "Other tone marks, dashes, capitals, level words" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Công an xã", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Phòng Văn hoá – Xã hội (Chuyên viên Nội vụ)", "Công an xã", "Quý I/2026"],
        [3, "Số hóa hồ sơ", "Phòng kinh tế", "Phòng Văn hóa - Xã hội", "Quý II/2026"],
        [4, "Thu phí chợ", "Phòng Kinh tế xã", "Công an xã", "Quý II/2026"],
        [5, "Cấp nước", "Phòng Kinh tế xã", "Công an xã", "Quý II/2026"],
        [6, "Bảo vệ mạng", "Công An xã", "Phòng Kinh tế xã", "Quý II/2026"],
      ],
      flagged: ["C3", "C4", "C7"],
      fixed: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Công an xã", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Phòng Văn hóa - Xã hội (Chuyên viên Nội vụ)", "Công an xã", "Quý I/2026"],
        [3, "Số hóa hồ sơ", "Phòng Kinh tế xã", "Phòng Văn hóa - Xã hội", "Quý II/2026"],
        [4, "Thu phí chợ", "Phòng Kinh tế xã", "Công an xã", "Quý II/2026"],
        [5, "Cấp nước", "Phòng Kinh tế xã", "Công an xã", "Quý II/2026"],
        [6, "Bảo vệ mạng", "Công an xã", "Phòng Kinh tế xã", "Quý II/2026"],
      ],
    },
    {
      title: { vi: "Viết tắt, hai cách viết ngang nhau, chữ hoa thừa", en: "Abbreviations, a draw, a capital too many" },
      rows: [
        header,
        [1, "Niêm yết thủ tục", "TT PVHCC", "Công an phường", "Quý I/2026"],
        [2, "Trả kết quả", "Trung tâm Phục vụ hành chính công", "Công an phường", "Quý I/2026"],
        [3, "Ban hành quy chế", "Văn phòng HĐND&UBND", "Công an phường", "Quý II/2026"],
        [4, "Ban hành nội quy", "Văn phòng HĐND và UBND", "Công an phường", "Quý II/2026"],
        [5, "Khám sàng lọc", "Trạm Y Tế", "Các phòng, ban liên quan", "Quý II/2026"],
      ],
      flagged: ["C2", "C4", "C6"],
      fixed: [
        header,
        [1, "Niêm yết thủ tục", "Trung tâm Phục vụ hành chính công", "Công an phường", "Quý I/2026"],
        [2, "Trả kết quả", "Trung tâm Phục vụ hành chính công", "Công an phường", "Quý I/2026"],
        [3, "Ban hành quy chế", "Văn phòng HĐND và UBND", "Công an phường", "Quý II/2026"],
        [4, "Ban hành nội quy", "Văn phòng HĐND và UBND", "Công an phường", "Quý II/2026"],
        [5, "Khám sàng lọc", "Trạm Y tế", "Các phòng, ban liên quan", "Quý II/2026"],
      ],
    },
    {
      title: { vi: "Tên tập thể thiếu một dấu phẩy", en: "The name of a group lacks a comma" },
      rows: [
        header,
        [1, "Dùng chung nền tảng số", "Các phòng, ban đơn vị thuộc phường", "Công an phường", "Quý II/2026"],
        [2, "Rà soát máy chủ", "Công an phường", "Các phòng, ban, đơn vị thuộc phường", "Quý II/2026"],
        [3, "Số hóa hồ sơ", "Công an phường", "Các phòng, ban, đơn vị thuộc phường", "Quý II/2026"],
      ],
      flagged: ["C2"],
    },
    {
      title: { vi: "Những đơn vị khác nhau thật", en: "Units that really differ" },
      rows: [
        header,
        [1, "Thu phí chợ", "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị", "Quý I/2026"],
        [2, "Bảo vệ mạng", "Công an xã", "Công an tỉnh", "Quý I/2026"],
        [3, "Phát động thi đua", "Hội Nông dân xã", "Hội Phụ nữ xã", "Quý II/2026"],
        [4, "Dùng chung nền tảng số", "Các phòng, ban liên quan", "Các phòng, ban, đơn vị liên quan", "Quý II/2026"],
      ],
      flagged: [],
    },
  ],
  memories: () => [unitsOfItems],
  checkAppendix: (context) => {
    reportUnitSlips(context, "leadUnit", ({ kind, minor }) => {
      switch (kind) {
        case "form":
        case "short":
        case "tie":
        case "case":
        case "capital":
        case "group":
          return minor ? { message: kind, severity: "info" } : { message: kind };
        default:
          return null;
      }
    });
  },
};
