import type { Rule } from "../rule";
import { shorten } from "../shared/shorten";
import { hasTargets, type Measured, measuredOf } from "../shared/values";
import { sameValues } from "../shared/sameFields";

const header = ["TT", "Chỉ tiêu", "2025", "2030", "Cơ quan chủ trì"];

/** Decimal points among decimal commas in one table. */
export const numberFormat: Rule = {
  id: "target/number-format",
  severity: "info",
  clarity: null,
  title: { vi: "Lẫn dấu phẩy và dấu chấm thập phân", en: "Decimal commas and points mixed" },
  explanation: {
    vi: "Trong một bảng có chỗ ghi “1,5%”, có chỗ ghi “0.6” thì dễ đọc nhầm dấu chấm là dấu phân cách hàng nghìn. Theo cách viết của Việt Nam, phần thập phân đặt sau dấu phẩy.",
    en: "With “1,5%” and “0.6” in one table a point may be taken for a thousands separator. Vietnamese writes decimals after a comma.",
  },
  source: {
    vi: "Điều 11 Luật Kế toán số 88/2015/QH13: sau chữ số hàng đơn vị đặt dấu phẩy",
    en: "Law on Accounting 88/2015/QH13, Article 11: a comma after the units",
  },
  messages: {
    point: {
      vi: ({ text, other }) => `“${String(text)}” dùng dấu chấm thập phân trong khi bảng có “${String(other)}”: dùng thống nhất dấu phẩy.`,
      en: ({ text, other }) => `“${String(text)}” has a decimal point while the table has “${String(other)}”: use commas throughout.`,
    },
  },
  examples: [
    {
      title: { vi: "“0.6” trong bảng có “1,5%”", en: "“0.6” in a table with “1,5%”" },
      rows: [
        header,
        [1, "Tỷ lệ chi cho khoa học", "1%", "1,5%", "Phòng Kinh tế"],
        [2, "Chỉ số chuyển đổi số", "≥0.6", "≥0,7", "Phòng Kinh tế"],
      ],
      flagged: ["C3"],
    },
    {
      title: { vi: "Thống nhất một dấu", en: "One mark throughout" },
      rows: [
        header,
        [1, "Tỷ lệ chi cho khoa học", "1%", "2%", "Phòng Kinh tế"],
        [2, "Chỉ số chuyển đổi số", "≥0.6", "≥0.7", "Phòng Kinh tế"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: sameValues("content", "unitOfMeasure"),
  appliesTo: hasTargets,
  checkAppendix: ({ appendix, meanings, report }) => {
    let comma: Measured | undefined;
    const points: Measured[] = [];
    for (const item of appendix.items) {
      if (item.values.length === 0) continue;
      for (const measured of measuredOf(item, meanings)) {
        // The mark of a number cell is the host's choice of language, not the drafter's.
        if (typeof measured.cell.field.value !== "string") continue;
        if (measured.value.decimalMark === ".") points.push(measured);
        else if (measured.value.decimalMark === ",") comma ??= measured;
      }
    }
    if (comma === undefined) return;
    for (const { cell } of points) report({ at: cell.field, message: "point", data: { text: shorten(cell.field.text), other: shorten(comma.cell.field.text) } });
  },
};
