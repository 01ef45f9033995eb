import type { Rule } from "../rule";
import { shorten } from "../shared/shorten";
import { hasTargets, isReached, measuredOf, measureOf, signOf } from "../shared/values";

const header = ["TT", "Chỉ tiêu", "2025", "2030", "2035", "Cơ quan chủ trì"];

/** Some values of a row are bounds, others bare. */
export const operatorMixed: Rule = {
  id: "target/operator-mixed",
  severity: "info",
  clarity: "sản phẩm",
  title: { vi: "Lúc có dấu so sánh, lúc không", en: "Signs of comparison on some values only" },
  explanation: {
    vi: "Cùng một chỉ tiêu, năm này ghi “≥70%”, năm sau ghi “90%”: không rõ 90% là mức tối thiểu hay mức phải đạt đúng bằng. Dùng cùng một dấu cho cả dòng; riêng 100% thì không cần dấu.",
    en: "“≥70%” for one year and “90%” for the next leave it open whether 90% is a minimum or an exact value. Use one sign in the row; 100% needs none.",
  },
  source: { vi: "Thông lệ trình bày bảng chỉ tiêu", en: "Tables of targets: one way of comparing in a row" },
  messages: {
    bare: {
      vi: ({ text, other, sign }) => `“${String(text)}” không có dấu so sánh trong khi cùng dòng ghi “${String(other)}”: nếu là mức tối thiểu, tối đa thì thêm “${String(sign)}”.`,
      en: ({ text, other, sign }) => `“${String(text)}” has no sign of comparison while the row has “${String(other)}”: add “${String(sign)}” if a bound is meant.`,
    },
    opposite: {
      vi: ({ text, other }) => `“${String(text)}” và “${String(other)}” trong cùng dòng so sánh ngược chiều nhau: kiểm tra lại dấu.`,
      en: ({ text, other }) => `“${String(text)}” and “${String(other)}” in one row compare in opposite directions: check the signs.`,
    },
  },
  examples: [
    {
      title: { vi: "“≥70%” rồi “90%”; “≥” rồi “≤”", en: "“≥70%” then “90%”; “≥” then “≤”" },
      rows: [
        header,
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", "≥70%", "90%", "100%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hồ sơ quá hạn", "≤5%", "≥3%", "≤1%", "Phòng Kinh tế"],
      ],
      flagged: ["D2", "D3"],
    },
    {
      title: { vi: "100% không cần dấu", en: "100% needs no sign" },
      rows: [
        header,
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", "≥70%", "100%", "100%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hộ có cáp quang", "80%", "90%", "100%", "Phòng Kinh tế"],
      ],
      flagged: [],
    },
    {
      title: { vi: "Số đã thực hiện thì không có dấu", en: "What was reached has no sign" },
      rows: [["TT", "Chỉ tiêu", "Ước TH 2025", "Kế hoạch 2026", "Kế hoạch 2027", "Cơ quan chủ trì"], [1, "Tỷ lệ hồ sơ nộp trực tuyến", "62%", "≥70%", "≥80%", "Phòng Kinh tế"]],
      flagged: [],
    },
  ],
  appliesTo: hasTargets,
  checkItem: (item, { meanings, report }) => {
    if (item.values.length < 2) return;
    const measured = measuredOf(item, meanings).filter(({ cell }) => !isReached(cell.column));
    const bound = measured.find(({ value }) => value.comparison !== "=");
    if (bound === undefined) return;
    const other = shorten(bound.cell.field.text);
    const opposite = measured.find(({ value }) => value.comparison !== "=" && value.comparison.charAt(0) !== bound.value.comparison.charAt(0));
    if (opposite !== undefined) {
      report({ at: opposite.cell.field, message: "opposite", data: { text: shorten(opposite.cell.field.text), other } });
      return;
    }
    // The end of the scale is exact by nature: all of a share, none of what is to vanish.
    const share = measureOf(item) === "share";
    const bare = measured.find(({ value }) => value.comparison === "=" && value.upTo === null && value.number !== 0 && !(value.number === 100 && (share || value.unit === "%")));
    if (bare !== undefined) report({ at: bare.cell.field, message: "bare", data: { text: shorten(bare.cell.field.text), other, sign: signOf(bound.value.comparison) } });
  },
};
