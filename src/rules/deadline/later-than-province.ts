import type { Rule } from "../rule";
import { showDate } from "../shared/deadlines";
import { laterThan, placeAbove, placeAboveEn } from "../shared/province";
import { shorten } from "../shared/shorten";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian hoàn thành"];

/** A task that is due later here than in the plan above. */
export const laterThanProvince: Rule = {
  id: "deadline/later-than-province",
  severity: "error",
  clarity: "thời gian",
  title: { vi: "Thời hạn muộn hơn cấp trên giao", en: "Later than the plan above" },
  explanation: {
    vi: "Cùng một nhiệm vụ mà mốc hoàn thành ở đây muộn hơn mốc trong kế hoạch cấp trên: xã xong thì tỉnh đã trễ. Đưa mốc về bằng hoặc sớm hơn. Mốc còn chờ điều kiện chỉ so khi chờ cùng một điều kiện.",
    en: "The same task is due later here than in the plan above, so that the province would be late. Bring the date forward. Dates that wait for something are compared only when both wait for the same.",
  },
  source: {
    vi: "Kế hoạch của cấp trên được chọn để đối chiếu; Quyết định 2179/QĐ-TTg ngày 06/10/2025: rõ thời gian",
    en: "The plan above that was chosen to hold against; Decision 2179/QĐ-TTg of 6/10/2025: clear by when",
  },
  messages: {
    later: {
      vi: ({ here, above, place, by }) => `“${String(here)}” muộn hơn “${String(above)}” của cấp trên (${String(place)}): hoàn thành chậm nhất ${String(by)}.`,
      en: ({ here, above, placeEn, by }) => `“${String(here)}” is later than “${String(above)}” of the plan above (${String(placeEn)}): due by ${String(by)}.`,
    },
  },
  examples: [
    {
      title: { vi: "Tỉnh giao xong trong quý II/2026", en: "The province asks for it in the second quarter of 2026" },
      rows: [header, [1, "Lập danh mục dữ liệu dùng chung", "Phòng Kinh tế", "Tháng 9/2026"]],
      province: [{ row: 2, name: "Lập danh mục dữ liệu dùng chung", deadline: "Quý II/2026" }],
      flagged: ["D2"],
    },
    {
      title: { vi: "Sớm hơn, bằng nhau, hoặc chờ điều kiện khác nhau", en: "Earlier, the same, or waiting for different things" },
      rows: [
        header,
        [1, "Lập danh mục dữ liệu dùng chung", "Phòng Kinh tế", "Tháng 5/2026"],
        [2, "Mở lớp tập huấn", "Công an xã", "Trong năm 2026"],
        [3, "Bổ sung quy chế", "Công an xã", "Quý IV/2026, sau khi có hướng dẫn của Sở"],
      ],
      province: [
        { row: 2, name: "Lập danh mục dữ liệu dùng chung", deadline: "Quý II/2026" },
        { row: 3, name: "Mở lớp tập huấn", deadline: "Quý IV/2026" },
        { row: 4, name: "Bổ sung quy chế", deadline: "Quý III/2026" },
      ],
      flagged: [],
    },
  ],
  checkAppendix: ({ appendix, province, meanings, report }) => {
    for (const { sheet, row, field, above, aboveText, from } of province?.tasks ?? []) {
      if (field === null || sheet !== appendix.sheet || row < appendix.area.top || row > appendix.area.bottom) continue;
      const later = laterThan(meanings.deadline(field), above);
      if (later === null) continue;
      report({ at: field, message: "later", data: { here: shorten(field.text), above: shorten(aboveText), place: placeAbove(from), placeEn: placeAboveEn(from), by: showDate(later.above) } });
    }
  },
};
