import type { Rule } from "../rule";
import { shorten } from "../shared/shorten";
import { hasTargets, hasUnitOfMeasure, type Measured, measuredOf, measureOf } from "../shared/values";

const header = ["TT", "Chỉ tiêu", "2025", "2030", "2035", "Cơ quan chủ trì"];

/** Values with a per cent sign beside values without one, or a share with none at all. */
export const unitMixed: Rule = {
  id: "target/unit-mixed",
  severity: "warning",
  clarity: "sản phẩm",
  title: { vi: "Đơn vị tính không thống nhất", en: "Units mixed in one target" },
  explanation: {
    vi: "Cùng một chỉ tiêu mà năm này ghi “≥30%”, năm sau ghi “≥90” thì không rõ là 90% hay 90 đơn vị. Ghi cùng một đơn vị cho mọi năm.",
    en: "“≥30%” for one year and “≥90” for the next leave it open whether 90% or 90 things are meant. Use one unit for all years.",
  },
  source: { vi: "Thông lệ trình bày bảng chỉ tiêu: một dòng một đơn vị tính", en: "Tables of targets: one unit of measure in a row" },
  messages: {
    noPercent: {
      vi: ({ text, other }) => `“${String(text)}” thiếu dấu % trong khi cùng dòng có “${String(other)}”: ghi cùng một đơn vị.`,
      en: ({ text, other }) => `“${String(text)}” has no % while the same row has “${String(other)}”: use one unit.`,
    },
    strayPercent: {
      vi: ({ text, other }) => `“${String(text)}” có dấu % trong khi cùng dòng có “${String(other)}”: ghi cùng một đơn vị.`,
      en: ({ text, other }) => `“${String(text)}” has a % while the same row has “${String(other)}”: use one unit.`,
    },
    bareShare: {
      vi: ({ text }) => `Chỉ tiêu là tỷ lệ nhưng “${String(text)}” và cả dòng không ghi dấu %: ghi rõ đơn vị.`,
      en: ({ text }) => `The target is a share, but neither “${String(text)}” nor the rest of the row says %: give the unit.`,
    },
  },
  examples: [
    {
      title: { vi: "Thiếu dấu %, thừa dấu %, và tỷ lệ không có đơn vị", en: "A % lacking, a % too many, and a share with no unit" },
      rows: [
        header,
        [1, "Tỷ lệ hộ có cáp quang", "≥30%", "≥90", "≥95%", "Phòng Kinh tế"],
        [2, "Số mô hình điểm", 1, "2%", 5, "Phòng Kinh tế"],
        [3, "Tỷ lệ sản phẩm bán trên sàn", "≥40", "≥50", "≥60", "Phòng Kinh tế"],
        [4, "Tỷ lệ hồ sơ nộp trực tuyến", "70%", "80%", "90%", "Phòng Kinh tế"],
      ],
      flagged: ["D2", "D3", "C4"],
    },
    {
      title: { vi: "Đơn vị ở cột riêng, hoặc thống nhất trong dòng", en: "The unit in a column of its own, or the same in the whole row" },
      rows: [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "2025", "2030", "Cơ quan chủ trì"],
        [1, "Tỷ lệ hộ có cáp quang", "%", "30", "90", "Phòng Kinh tế"],
        [2, "Số mô hình điểm", "mô hình", "1", "2", "Phòng Kinh tế"],
      ],
      flagged: [],
    },
  ],
  appliesTo: hasTargets,
  checkItem: (item, { meanings, report }) => {
    if (item.values.length === 0 || hasUnitOfMeasure(item, meanings)) return;
    const measured = measuredOf(item, meanings);
    // 0.9 in a cell formatted as a percentage shows its sign; a count with a word ("2 mô hình") beside a bare one is clear enough.
    const percents = measured.filter(({ value }) => value.unit === "%");
    const bare = measured.filter(({ value }) => value.unit === null);
    const [percent] = percents;
    const [plain] = bare;
    if (plain === undefined) return;
    if (percent === undefined) {
      // Of one value alone nobody can say that a sign was lost, and a share may be written as 0,6.
      if (measureOf(item) === "share" && measured.length === bare.length && bare.some(({ value }) => value.number > 1)) report({ at: plain.cell.field, message: "bareShare", data: { text: textOf(plain) } });
      return;
    }
    const measure = measureOf(item);
    const percentIsOdd = measure === "count" || (measure !== "share" && percents.length < bare.length);
    for (const odd of percentIsOdd ? percents : bare) {
      report({ at: odd.cell.field, message: percentIsOdd ? "strayPercent" : "noPercent", data: { text: textOf(odd), other: textOf(percentIsOdd ? plain : percent) } });
    }
  },
};

function textOf({ cell }: Measured): string {
  return shorten(cell.field.text);
}
