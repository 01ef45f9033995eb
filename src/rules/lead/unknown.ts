import type { Rule } from "../rule";
import { SIX_CLARITIES } from "../shared/sources";
import { reportUnitSlips } from "../shared/unitSlips";
import { unitsOfItems } from "../shared/unitTally";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** A lead unit that does not exist as written, but must be another one. */
export const unknown: Rule = {
  id: "lead/unknown",
  severity: "error",
  clarity: "người",
  title: { vi: "Tên cơ quan chủ trì bị cụt hoặc sai chữ", en: "The name of the lead unit is cut off or misspelt" },
  explanation: {
    vi: "Tên viết không thành tên một đơn vị nào, nhưng gần giống một đơn vị có trong bảng hoặc trong danh mục đơn vị của chính quyền địa phương hai cấp. Sửa lại cho đủ tên để giao đúng việc cho đúng nơi. Đơn vị mà công cụ chưa biết nhưng viết đủ tên thì không bị báo.",
    en: "As written the name is no unit, but nearly one of the table's own or of the directory of the two-tier local government. Write it in full, so that the task reaches whom it is meant for. A unit that is simply not known is not reported.",
  },
  source: SIX_CLARITIES,
  messages: {
    misspelt: {
      vi: ({ unit, usual }) => `“${String(unit)}” sai chữ: có lẽ là “${String(usual)}”.`,
      en: ({ unit, usual }) => `“${String(unit)}” is misspelt: “${String(usual)}” is meant, it seems.`,
    },
    cut: {
      vi: ({ unit, usual }) => `“${String(unit)}” bị cụt${usual === "" ? "" : `: có lẽ là “${String(usual)}”`}. Ghi đủ tên đơn vị.`,
      en: ({ unit, usual }) => `“${String(unit)}” is cut off${usual === "" ? "" : `: “${String(usual)}” is meant, it seems`}. Write the unit's full name.`,
    },
    fused: {
      vi: ({ unit, usual }) => `“${String(unit)}” mất dấu ngăn giữa hai tên viết tắt: ghi “${String(usual)}”.`,
      en: ({ unit, usual }) => `“${String(unit)}” runs two short names together: write “${String(usual)}”.`,
    },
    open: {
      vi: ({ text }) => `Ô chủ trì dừng giữa chừng: “${String(text)}”. Ghi đủ tên đơn vị.`,
      en: ({ text }) => `The lead cell breaks off: “${String(text)}”. Write the units in full.`,
    },
  },
  examples: [
    {
      title: { vi: "Sai chữ, cụt, dính chữ", en: "Misspelt, cut off, run together" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hôi", "Công an xã", "Quý I/2026"],
        [2, "Quán triệt nghị quyết", "Ban Xây dựng Đản", "Các chi bộ", "Quý I/2026"],
        [3, "Niêm yết thủ tục", "Trung tâm Phục vụ hành chính", "Công an xã", "Quý II/2026"],
        [4, "Ban hành quy chế", "Văn phòng HĐNDUBND", "Công an xã", "Quý II/2026"],
        [5, "Ban hành nội quy", "Văn phòng HĐND - UBND", "Công an xã", "Quý II/2026"],
      ],
      flagged: ["C2", "C3", "C4", "C5"],
      fixed: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Văn hóa - Xã hội", "Công an xã", "Quý I/2026"],
        [2, "Quán triệt nghị quyết", "Ban Xây dựng Đảng", "Các chi bộ", "Quý I/2026"],
        [3, "Niêm yết thủ tục", "Trung tâm Phục vụ hành chính công", "Công an xã", "Quý II/2026"],
        [4, "Ban hành quy chế", "Văn phòng HĐND - UBND", "Công an xã", "Quý II/2026"],
        [5, "Ban hành nội quy", "Văn phòng HĐND - UBND", "Công an xã", "Quý II/2026"],
      ],
    },
    {
      title: { vi: "Ô dừng giữa chừng", en: "A cell that breaks off" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Phòng Kinh tế và", "Công an xã", "Quý I/2026"],
        [2, "Dùng chung nền tảng số", "Các phòng, ban thuộc", "Công an xã", "Quý I/2026"],
      ],
      flagged: ["C2", "C3"],
    },
    {
      title: { vi: "Đơn vị riêng của địa phương, viết đủ tên", en: "The commune's own units, written in full" },
      rows: [
        header,
        [1, "Cấp nước mùa khô", "Ban Quản lý chợ Bến", "Thôn Đông", "Quý I/2026"],
        [2, "Trồng rừng", "Hợp tác xã Tân An", "Thôn Đồng", "Quý I/2026"],
        [3, "Làm đường", "Phòng Kinh tế, Hạ tầng và Đô thị", "Công an tỉnh", "Quý II/2026"],
        [4, "Đón khách", "Đội Văn nghệ quần chúng", "Hội Nghệ nhân", "Quý II/2026"],
        [5, "Thu phí chợ", "Phòng Kinh tế", "Công an xã", "Quý II/2026"],
      ],
      flagged: [],
    },
  ],
  memories: () => [unitsOfItems],
  checkAppendix: (context) => {
    reportUnitSlips(context, "leadUnit", ({ kind }) => {
      switch (kind) {
        case "misspelt":
        case "cut":
        case "fused":
          return { message: kind };
        case "word":
          return { message: "open" };
        case "bracket":
          return { message: "open", severity: "warning" };
        default:
          return null;
      }
    });
  },
};
