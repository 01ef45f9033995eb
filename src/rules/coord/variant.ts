import type { Rule } from "../rule";
import { variant as leadVariant } from "../lead/variant";
import { reportUnitSlips } from "../shared/unitSlips";
import { unitsOfItems } from "../shared/unitTally";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** One coordinating unit in several spellings, or misspelt. */
export const variant: Rule = {
  id: "coord/variant",
  severity: "info",
  clarity: "người",
  title: { vi: "Một đơn vị phối hợp, nhiều cách viết", en: "One coordinating unit in several spellings" },
  explanation: {
    vi: "Đơn vị phối hợp viết khác với cách viết phổ biến nhất trong các cột chủ trì, phối hợp của cả tệp (dấu gạch, vị trí dấu thanh, viết tắt, dấu phẩy, chữ hoa), hoặc sai chữ. Viết thống nhất để lọc, tổng hợp theo đơn vị không sót.",
    en: "A coordinating unit is written otherwise than most often in the lead and coordinating columns of the workbook (dashes, tone marks, abbreviations, commas, capitals), or misspelt. One form keeps filters and sums by unit complete.",
  },
  source: leadVariant.source,
  messages: {
    form: {
      vi: ({ unit, usual, count }) => `“${String(unit)}” khác với “${String(usual)}” đã dùng ${String(count)} lần: viết thống nhất một cách.`,
      en: ({ unit, usual, count }) => `“${String(unit)}” differs from “${String(usual)}”, used ${String(count)} times: use one form.`,
    },
    short: {
      vi: ({ unit, usual, count }) => `“${String(unit)}” là cách viết tắt của “${String(usual)}” (đã dùng ${String(count)} lần): viết thống nhất tên đầy đủ.`,
      en: ({ unit, usual, count }) => `“${String(unit)}” is short for “${String(usual)}”, used ${String(count)} times: write the full name throughout.`,
    },
    capital: {
      vi: ({ unit, usual }) => `“${String(unit)}” thừa chữ hoa: tên đơn vị viết là “${String(usual)}”.`,
      en: ({ unit, usual }) => `“${String(unit)}” has a capital too many: the unit is written “${String(usual)}”.`,
    },
    group: {
      vi: ({ unit, usual, count }) => `“${String(unit)}” khác dấu phẩy hoặc chữ hoa với “${String(usual)}” đã dùng ${String(count)} lần.`,
      en: ({ unit, usual, count }) => `“${String(unit)}” differs in commas or capitals from “${String(usual)}”, used ${String(count)} times.`,
    },
    misspelt: {
      vi: ({ unit, usual }) => `“${String(unit)}” sai chữ: có lẽ là “${String(usual)}”.`,
      en: ({ unit, usual }) => `“${String(unit)}” is misspelt: “${String(usual)}” is meant, it seems.`,
    },
  },
  examples: [
    {
      title: { vi: "Viết khác với cột chủ trì, viết tắt, sai chữ", en: "Otherwise than in the lead column, shortened, misspelt" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND &UBND; Các thôn", "Quý I/2026"],
        [2, "Ban hành quy chế", "Văn phòng HĐND và UBND", "P. VHXH", "Quý I/2026"],
        [3, "Ban hành nội quy", "Văn phòng HĐND và UBND", "Hội Cựu chiền binh, Công an xã", "Quý II/2026"],
      ],
      flagged: ["D2", "D3", "D4"],
      fixed: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND; Các thôn", "Quý I/2026"],
        [2, "Ban hành quy chế", "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Quý I/2026"],
        [3, "Ban hành nội quy", "Văn phòng HĐND và UBND", "Hội Cựu chiến binh, Công an xã", "Quý II/2026"],
      ],
    },
    {
      title: { vi: "Thiếu dấu phẩy trong tên tập thể, chữ hoa thừa", en: "A comma less in the name of a group, a capital too many" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Công an xã", "Các phòng, ban, đơn vị liên quan", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Công an xã", "Các phòng, ban, đơn vị liên quan", "Quý I/2026"],
        [3, "Số hóa hồ sơ", "Công an xã", "Trạm Y Tế; các phòng, ban đơn vị liên quan", "Quý II/2026"],
      ],
      flagged: ["D4"],
      fixed: [
        header,
        [1, "Mở lớp tập huấn", "Công an xã", "Các phòng, ban, đơn vị liên quan", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Công an xã", "Các phòng, ban, đơn vị liên quan", "Quý I/2026"],
        [3, "Số hóa hồ sơ", "Công an xã", "Trạm Y tế; các phòng, ban, đơn vị liên quan", "Quý II/2026"],
      ],
    },
    {
      title: { vi: "Các đơn vị, tập thể khác nhau thật", en: "Units and groups that really differ" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Công an xã", "Hội Nông dân xã; Hội Phụ nữ xã; Công an tỉnh", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Công an xã", "Các phòng, ban, đơn vị thuộc xã; các thôn", "Quý I/2026"],
        [3, "Số hóa hồ sơ", "Công an xã", "Các phòng, ban, đơn vị liên quan", "Quý II/2026"],
        [4, "Thu phí chợ", "Công an xã", "Các phòng, ban, đơn vị có liên quan", "Quý II/2026"],
      ],
      flagged: [],
    },
  ],
  memories: () => [unitsOfItems],
  checkAppendix: (context) => {
    reportUnitSlips(context, "coordinatingUnits", ({ kind }) => {
      switch (kind) {
        case "misspelt":
          return { message: kind, severity: "warning" };
        case "form":
        case "fused":
        case "case":
        case "tie":
          return { message: "form" };
        case "short":
        case "capital":
        case "group":
          return { message: kind };
        default:
          return null;
      }
    });
  },
};
