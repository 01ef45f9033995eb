import type { Rule } from "../rule";
import { fallsShort, placeAbove, placeAboveEn } from "../shared/province";
import { shorten } from "../shared/shorten";

const header = ["TT", "Chỉ tiêu", "2026", "2030", "Cơ quan chủ trì"];

/** A value that is weaker than the one that the plan above sets for the same target and year. */
export const belowProvince: Rule = {
  id: "target/below-province",
  severity: "error",
  clarity: "sản phẩm",
  title: { vi: "Chỉ tiêu thấp hơn cấp trên giao", en: "Below the province's target" },
  explanation: {
    vi: "Cùng một chỉ tiêu, cùng một năm mà mức ở đây kém hơn mức trong kế hoạch cấp trên. Nâng lên ít nhất bằng mức được giao; cao hơn thì không sao. Chỉ khác dấu so sánh (“trên 80%”, “≥80%”, “đạt 80%”) không tính là khác. Mức mà cấp trên giao cho đơn vị khác chỉ để tham chiếu nên báo nhẹ hơn. Với chỉ tiêu càng thấp càng tốt (“không quá”, “giảm còn”), mức cao hơn mới là kém hơn.",
    en: "For the same target and year the value here is weaker than in the plan above. Raise it at least to what was assigned; more is fine. The sign alone (“over 80%”, “≥80%”, “80%”) makes no difference. What the plan above gives to someone else is a yardstick, and told as a warning. Where less is better (“at most”, “down to”), a larger value is the weaker one.",
  },
  source: {
    vi: "Kế hoạch của cấp trên được chọn để đối chiếu; chỉ tiêu của cấp dưới không thấp hơn chỉ tiêu được giao",
    en: "The plan above that was chosen to hold against: a lower level's targets are not below what it was given",
  },
  messages: {
    below: {
      vi: ({ here, above, period, place }) => `“${String(here)}” thấp hơn mức “${String(above)}”${period === "" ? "" : ` cho ${String(period)}`} của cấp trên (${String(place)}): nâng lên ít nhất bằng mức đó.`,
      en: ({ here, above, period, placeEn }) => `“${String(here)}” is below “${String(above)}”${period === "" ? "" : ` for ${String(period)}`} of the plan above (${String(placeEn)}): raise it at least to that.`,
    },
    above: {
      vi: ({ here, above, period, place }) => `“${String(here)}” vượt mức “${String(above)}”${period === "" ? "" : ` cho ${String(period)}`} của cấp trên (${String(place)}), mà chỉ tiêu này càng thấp càng tốt: hạ xuống bằng mức đó.`,
      en: ({ here, above, period, placeEn }) => `“${String(here)}” is more than “${String(above)}”${period === "" ? "" : ` for ${String(period)}`} of the plan above (${String(placeEn)}), and less is better here: bring it down to that.`,
    },
  },
  examples: [
    {
      title: { vi: "Tỉnh giao 80% năm 2026; tỷ lệ quá hạn không quá 2%", en: "The province asks for 80% in 2026, and at most 2% overdue" },
      rows: [
        header,
        [1, "Tỷ lệ hồ sơ giải quyết trực tuyến", "70%", "≥95%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hồ sơ quá hạn", "5%", "1%", "Phòng Kinh tế"],
        [3, "Tỷ trọng kinh tế số", "10%", "30%", "Phòng Kinh tế"],
      ],
      province: [
        { row: 4, name: "Tỷ trọng kinh tế số", values: [{ period: "2026", text: "20%" }], assigned: false },
        { row: 2, name: "Tỷ lệ hồ sơ giải quyết trực tuyến", values: [{ period: "2026", text: "≥ 80%" }, { period: "2030", text: "95%" }] },
        { row: 3, name: "Tỷ lệ hồ sơ quá hạn", values: [{ period: "2026", text: "không quá 2%", lowerIsBetter: true }] },
      ],
      flagged: ["C2", "C3", "C4"],
    },
    {
      title: { vi: "Chỉ khác dấu so sánh, hoặc cao hơn", en: "Another sign only, or more" },
      rows: [header, [1, "Tỷ lệ hồ sơ giải quyết trực tuyến", "trên 80%", "100%", "Phòng Kinh tế"]],
      province: [{ row: 2, name: "Tỷ lệ hồ sơ giải quyết trực tuyến", values: [{ period: "2026", text: "đạt 80%" }, { period: "2030", text: "≥ 95%" }] }],
      flagged: [],
    },
  ],
  checkAppendix: ({ appendix, province, report }) => {
    for (const target of province?.targets ?? []) {
      if (target.sheet !== appendix.sheet || target.row < appendix.area.top || target.row > appendix.area.bottom) continue;
      for (const { field, here, above, aboveText, period, lowerIsBetter } of target.values) {
        if (!fallsShort(here, above, lowerIsBetter) || here.kind !== "measured" || above.kind !== "measured") continue;
        report({
          at: field,
          message: here.number > above.number ? "above" : "below",
          data: { here: shorten(field.text.slice(here.start, here.end)), above: shorten(aboveText), period, place: placeAbove(target.from), placeEn: placeAboveEn(target.from) },
          span: { start: here.start, end: here.end },
          ...(target.from.assigned ? {} : { severity: "warning" as const }),
        });
      }
    }
  },
};
