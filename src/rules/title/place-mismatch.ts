import { fold } from "../../text/normal";
import type { NamedPlace } from "../../text/place/findPlaces";
import { findProvince } from "../../text/place/provinces";
import type { PlanContext } from "../../appendix/plan";
import type { Rule } from "../rule";
import { spokenInLine } from "../shared/places";
import { DECREE_30 } from "../shared/sources";
import { anyChange } from "../shared/sameFields";

/** A title line names another commune than the plan's own. */
export const placeMismatch: Rule = {
  id: "title/place-mismatch",
  severity: "error",
  clarity: "thẩm quyền",
  title: { vi: "Tiêu đề ghi tên nơi khác", en: "The title names another place" },
  explanation: {
    vi: "Phụ lục thường được soạn từ bản của nơi khác và quên đổi tên ở dòng tiêu đề. Sửa thành tên của chính xã, phường, đặc khu ban hành kế hoạch.",
    en: "An appendix is often made from another commune's, and the name in its title lines is forgotten. Write the name of the commune that issues the plan.",
  },
  source: DECREE_30,
  messages: {
    place: {
      vi: ({ found, own }) => `Tiêu đề ghi “${String(found)}”, kế hoạch là của ${String(own)}: sửa tên cho đúng.`,
      en: ({ found, own }) => `The title line says “${String(found)}”, the plan is ${String(own)}'s: correct the name.`,
    },
    province: {
      vi: ({ found, own }) => `Tiêu đề ghi “${String(found)}”, kế hoạch là của ${String(own)}: sửa tên tỉnh, thành phố cho đúng.`,
      en: ({ found, own }) => `The title line says “${String(found)}”, the plan belongs to ${String(own)}: correct the province.`,
    },
    level: {
      vi: ({ found, own }) => `Tiêu đề ghi “${String(found)}”, kế hoạch là của ${String(own)}: sửa cấp hành chính cho đúng.`,
      en: ({ found, own }) => `The title line says “${String(found)}”, the plan is ${String(own)}'s: correct the kind of unit.`,
    },
  },
  examples: [
    {
      title: { vi: "Phụ lục của phường Vĩnh Tuy ghi tên phường khác", en: "Vĩnh Tuy's appendix names another ward" },
      plan: { place: "Vĩnh Tuy", level: "phường" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND Phường Đống Đa)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Ghi xã thay cho phường", en: "A ward is called a commune" },
      plan: { place: "Vĩnh Tuy", level: "phường" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ TRÊN ĐỊA BÀN XÃ VĨNH TUY"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND phường Vĩnh Tuy)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A2"],
    },
    {
      title: { vi: "Tên của tỉnh khác, kể cả khi đúng tên xã", en: "Another province's name, though the commune's own is right" },
      plan: { place: "Hùng Châu", level: "xã", province: "Nghệ An" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ THỰC HIỆN KẾ HOẠCH CỦA TỈNH NGHỆ AN"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Hùng Châu, tỉnh Lạng Sơn)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Tên xuống dòng giữa chừng", en: "A name broken over two lines" },
      plan: { place: "Hùng Châu", level: "xã" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ TRÊN ĐỊA BÀN XÃ HÙNG\nCHÂU"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Hùng\nChâu)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
    {
      title: { vi: "Đúng tên, chỉ khác kiểu chữ và chỗ đặt dấu", en: "The right name in other letters" },
      plan: { place: "Thanh Thủy", level: "xã" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ TRÊN ĐỊA BÀN XÃ THANH THUỶ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Thanh Thủy)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ plan, appendix, report }) => {
    const ownName = plan.place === null ? null : fold(plan.place);
    for (const [i, line] of appendix.titleLines.lines.entries()) {
      // A line break inside of the brackets is no end of a name.
      for (const named of spokenInLine(line.text.replaceAll("\n", " ")).places) {
        const { level, name, start, end } = named;
        if (isOtherProvince(named, plan)) {
          report({ at: line, message: "province", data: { found: line.text.slice(start, end).normalize("NFC"), own: plan.province ?? "" }, span: { start, end } });
          break;
        }
        if (ownName === null || plan.place === null || (level !== "xã" && level !== "phường" && level !== "đặc khu")) continue;
        const said = fold(name);
        // The end of a name is not certain where all words have capitals: a name that begins with the plan's own is the plan's own.
        const sameName = said === ownName || said.startsWith(`${ownName} `);
        if (sameName && (plan.level === null || plan.level === level)) continue;
        // "… XÃ PHÚ" / "XUYÊN": the name goes on in the next line.
        if (ownName.startsWith(`${said} `) && end === line.text.length && fold(`${name} ${appendix.titleLines.lines[i + 1]?.text ?? ""}`).startsWith(ownName)) continue;
        const own = plan.level === null ? plan.place : `${plan.level} ${plan.place}`;
        report({ at: line, message: sameName ? "level" : "place", data: { found: line.text.slice(start, end).normalize("NFC"), own }, span: { start, end } });
        break;
      }
    }
  },
};

/** "Tỉnh Lạng Sơn" in the plan of a commune of another province; a name given up in 2025 that the plan's province goes on from is its own. */
function isOtherProvince({ level, name }: NamedPlace, { province }: PlanContext): boolean {
  if (province === null || (level !== "tỉnh" && level !== "thành phố")) return false;
  const own = findProvince(province);
  const said = findProvince(name);
  return own !== null && said !== null && said.province !== own.province;
}
