import { deadlineEnd, deadlineParts } from "../../text/deadline/deadline";
import type { Rule } from "../rule";
import { placeAbove, placeAboveEn } from "../shared/province";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** A fixed date of the plan above that became standing work here. */
export const loosened: Rule = {
  id: "deadline/loosened",
  severity: "warning",
  clarity: "thời gian",
  title: { vi: "Bỏ mất mốc thời gian cấp trên giao", en: "The date of the plan above is lost" },
  explanation: {
    vi: "Cấp trên giao nhiệm vụ này với mốc cụ thể, còn ở đây ghi “thường xuyên”, “hằng năm” nên không còn mốc để đôn đốc. Ghi lại mốc của cấp trên hoặc sớm hơn; việc duy trì sau đó có thể ghi thêm.",
    en: "The plan above gives this task a date; here it became standing work, with nothing to follow up on. Put the date back, or an earlier one; what goes on afterwards may be added.",
  },
  source: {
    vi: "Kế hoạch của cấp trên được chọn để đối chiếu; Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ thời gian",
    en: "The plan above that was chosen to hold against; Decision 2179/QĐ-TTg of 6/10/2025: clear by when",
  },
  messages: {
    loosened: {
      vi: ({ here, above, place }) => `Cấp trên giao mốc “${String(above)}” (${String(place)}), ở đây ghi “${String(here)}”: ghi lại mốc đó hoặc sớm hơn.`,
      en: ({ here, above, placeEn }) => `The plan above says “${String(above)}” (${String(placeEn)}), here it is “${String(here)}”: put that date back, or an earlier one.`,
    },
  },
  examples: [
    {
      title: { vi: "Tỉnh giao tháng 6/2026, xã ghi “Thường xuyên”", en: "June 2026 above, “Thường xuyên” here" },
      rows: [header, [1, "Làm sạch dữ liệu đất đai", "Phòng Kinh tế", "Thường xuyên"]],
      province: [{ row: 2, name: "Làm sạch dữ liệu đất đai", deadline: "Tháng 6/2026" }],
      flagged: ["D2"],
    },
    {
      title: { vi: "Còn mốc, hoặc cấp trên cũng giao thường xuyên", en: "The date is still there, or it is standing work above as well" },
      rows: [header, [1, "Làm sạch dữ liệu đất đai", "Phòng Kinh tế", "Trước 30/6/2026 và duy trì thường xuyên"], [2, "Tuyên truyền kỹ năng số", "Phòng Kinh tế", "Thường xuyên"]],
      province: [
        { row: 2, name: "Làm sạch dữ liệu đất đai", deadline: "Tháng 6/2026" },
        { row: 3, name: "Tuyên truyền kỹ năng số", deadline: "Thường xuyên" },
      ],
      flagged: [],
    },
  ],
  checkAppendix: ({ appendix, province, meanings, report }) => {
    for (const { sheet, row, field, above, aboveText, from } of province?.tasks ?? []) {
      if (field === null || sheet !== appendix.sheet || row < appendix.area.top || row > appendix.area.bottom) continue;
      // A date beside standing work above ("trước 30/6 và duy trì") is a date; standing work alone is none.
      if (deadlineEnd(above) === null || !deadlineParts(above).every(({ kind }) => kind === "fixed" || kind === "recurring")) continue;
      const parts = deadlineParts(meanings.deadline(field));
      if (parts.length === 0 || !parts.every(({ kind }) => kind === "recurring")) continue;
      report({ at: field, message: "loosened", data: { here: shorten(field.text), above: shorten(aboveText), place: placeAbove(from), placeEn: placeAboveEn(from) } });
    }
  },
};
