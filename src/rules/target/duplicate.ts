import type { Field } from "../../appendix/appendix";
import { formatPosition } from "../../grid/address";
import type { Rule } from "../rule";
import { sameWords } from "../shared/sameWords";
import { shorten } from "../shared/shorten";
import { sameValues } from "../shared/sameFields";

const header = ["TT", "Chỉ tiêu", "2025", "2030", "Cơ quan chủ trì"];

/** A short name ("Cấp xã", "Trong đó: nữ") means something only below its own heading: it is compared within its section. */
const SHORT = 25;

/** Two target rows of one name. */
export const duplicate: Rule = {
  id: "target/duplicate",
  severity: "warning",
  clarity: "sản phẩm",
  title: { vi: "Chỉ tiêu ghi hai lần", en: "A target twice" },
  explanation: {
    vi: "Hai dòng cùng tên chỉ tiêu thì không biết lấy giá trị nào. Gộp lại thành một dòng, hoặc ghi rõ điểm khác nhau trong tên.",
    en: "With two rows of one name nobody knows which value counts. Merge them, or say in the names how they differ.",
  },
  source: { vi: "Thông lệ trình bày bảng chỉ tiêu", en: "Tables of targets: one row for one target" },
  messages: {
    again: {
      vi: ({ name, cell }) => `Chỉ tiêu “${String(name)}” đã có ở ô ${String(cell)}: gộp lại hoặc ghi rõ điểm khác nhau.`,
      en: ({ name, cell }) => `The target “${String(name)}” stands at ${String(cell)} already: merge them or say how they differ.`,
    },
  },
  examples: [
    {
      title: { vi: "Cùng một chỉ tiêu ở hai dòng", en: "One target in two rows" },
      rows: [
        header,
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", "≥50%", "≥90%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hộ có cáp quang", "≥30%", "≥80%", "Phòng Kinh tế"],
        [3, "Tỷ lệ hồ sơ nộp trực tuyến.", "≥60%", "≥90%", "Phòng Kinh tế"],
        [4, "Diện tích cây hằng năm (ha)", "120", "130", "Phòng Kinh tế"],
        [5, "Diện tích cây hàng năm (ha)", "120", "125", "Phòng Kinh tế"],
      ],
      flagged: ["B4", "B6"],
    },
    {
      title: { vi: "Tên khác nhau", en: "Different names" },
      rows: [header, [1, "Tỷ lệ hồ sơ nộp trực tuyến", "≥50%", "≥90%", "Phòng Kinh tế"], [2, "Tỷ lệ hồ sơ xử lý trực tuyến", "≥30%", "≥80%", "Phòng Kinh tế"]],
      flagged: [],
    },
  ],
  ignoresChange: sameValues("content", "unitOfMeasure"),
  checkAppendix: ({ appendix, meanings, report }) => {
    if (appendix.kind !== "targets") return;
    const first = new Map<string, Field>();
    for (const item of appendix.items) {
      const { content } = item.fields;
      if (content === undefined || content.merged === true || meanings.blank(content)) continue;
      const name = sameWords(meanings.key(content));
      const key = name.length < SHORT ? `${String(item.section)} ${name}` : name;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, content);
      else report({ at: content, message: "again", data: { name: shorten(content.text), cell: formatPosition(earlier.cell) } });
    }
  },
};
