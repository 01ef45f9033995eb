import type { Rule } from "../rule";
import { SIX_CLARITIES } from "../shared/sources";
import { reportUnitSlips } from "../shared/unitSlips";
import { unitsOfItems } from "../shared/unitTally";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** The coordinating cell breaks off. */
export const truncated: Rule = {
  id: "coord/truncated",
  severity: "error",
  clarity: "người",
  title: { vi: "Ô phối hợp bị cắt cụt", en: "The coordinating cell is cut off" },
  explanation: {
    vi: "Ô dừng giữa chừng (“… và các”, ngoặc chưa đóng, tên đơn vị mất chữ cuối) thường do sao chép hoặc do ô bị cắt khi chuyển tệp: đơn vị phía sau bị mất phần việc của mình. Đối chiếu bản gốc và ghi cho đủ.",
    en: "A cell that breaks off (“… và các”, an open bracket, a name without its last letters) was usually cut while copying or converting: the units behind it are lost. Compare with the original and complete it.",
  },
  source: SIX_CLARITIES,
  messages: {
    word: {
      vi: ({ text, unit }) => `“${String(text)}” dừng ở “${String(unit)}”: ghi đủ các đơn vị phối hợp.`,
      en: ({ text, unit }) => `“${String(text)}” breaks off at “${String(unit)}”: complete the coordinating units.`,
    },
    bracket: {
      vi: ({ text }) => `“${String(text)}” mở ngoặc mà không đóng: xem có mất chữ phía sau không.`,
      en: ({ text }) => `“${String(text)}” opens a bracket that nothing closes: see whether something behind it is lost.`,
    },
    list: {
      vi: ({ text, unit }) => `“${String(text)}” kết thúc bằng dấu “${String(unit)}”: xem có mất đơn vị phía sau không, nếu không thì bỏ dấu.`,
      en: ({ text, unit }) => `“${String(text)}” ends in “${String(unit)}”: see whether a unit behind it is lost; if not, take the sign out.`,
    },
    name: {
      vi: ({ unit, usual }) => `“${String(unit)}” bị cụt${usual === "" ? "" : `: có lẽ là “${String(usual)}”`}. Ghi đủ tên đơn vị.`,
      en: ({ unit, usual }) => `“${String(unit)}” is cut off${usual === "" ? "" : `: “${String(usual)}” is meant, it seems`}. Write the unit's full name.`,
    },
  },
  examples: [
    {
      title: { vi: "Dừng giữa chừng, ngoặc chưa đóng, dấu chấm phẩy treo", en: "Broken off, an open bracket, a dangling semicolon" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Công an xã", "Các phòng, ban, đơn vị và các", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Công an xã", "Phòng Văn hóa - Xã hội (Lĩnh vực Nội vụ", "Quý I/2026"],
        [3, "Số hóa hồ sơ", "Công an xã", "Các phòng, ban, ngành;", "Quý II/2026"],
        [4, "Thu phí chợ", "Công an xã", "Các phòng, ban, đơn vị", "Quý II/2026"],
        [5, "Cấp nước", "Công an xã", "Các phòng, ban, ngành", "Quý II/2026"],
        [6, "Trồng rừng", "Công an xã", "Phòng Kinh tế; Trạm Y tế", "Quý II/2026"],
      ],
      flagged: ["D2", "D3", "D4"],
    },
    {
      title: { vi: "Tên đơn vị mất chữ cuối", en: "A name without its last letters" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Công an xã", "Phòng Văn hóa - Xã h", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Công an xã", "Trạm Y tế; Hội Cựu chiến", "Quý I/2026"],
      ],
      flagged: ["D2", "D3"],
      fixed: [
        header,
        [1, "Mở lớp tập huấn", "Công an xã", "Phòng Văn hóa - Xã hội", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Công an xã", "Trạm Y tế; Hội Cựu chiến binh", "Quý I/2026"],
      ],
    },
    {
      title: { vi: "Các ô viết trọn; danh sách nhiều dòng kết thúc bằng “;”", en: "Whole cells; a list over several lines ends in “;”" },
      rows: [
        header,
        [1, "Mở lớp tập huấn", "Công an xã", "Các phòng, ban, đơn vị và các thôn", "Quý I/2026"],
        [2, "Rà soát máy chủ", "Công an xã", "- Phòng Kinh tế;\n- Trạm Y tế;", "Quý I/2026"],
        [3, "Số hóa hồ sơ", "Công an xã", "Phòng Kinh tế (lĩnh vực Xây dựng).", "Quý II/2026"],
        [4, "Thu phí chợ", "Công an xã", "Cơ quan cấp trên", "Quý II/2026"],
      ],
      flagged: [],
    },
  ],
  memories: () => [unitsOfItems],
  checkAppendix: (context) => {
    reportUnitSlips(context, "coordinatingUnits", ({ kind }) => {
      switch (kind) {
        case "cut":
          return { message: "name" };
        case "word":
          return { message: kind };
        case "bracket":
        case "list":
          return { message: kind, severity: "warning" };
        default:
          return null;
      }
    });
  },
};
