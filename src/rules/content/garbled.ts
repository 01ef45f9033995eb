import type { Field, Item, Role } from "../../appendix/appendix";
import { tokenize } from "../../text/spelling/tokens";
import type { Rule } from "../rule";
import { rewriteField } from "../shared/rewrite";
import { wordingOf } from "./wording";

const header = ["TT", "Nội dung", "Thời gian", "Cơ quan chủ trì"];

/** The columns whose few words fall into their neighbour's text when a printed table is copied. */
const NARROW: readonly Role[] = ["deadline", "leadUnit", "coordinatingUnits", "directingLeader", "product", "note"];

/** Words of another column in the middle of a term. */
export const garbled: Rule = {
  id: "content/garbled",
  severity: "warning",
  clarity: "việc",
  title: { vi: "Chữ của cột khác lẫn vào", en: "Words of another column fallen in" },
  explanation: {
    vi: "Khi chép bảng từ bản in hay PDF, chữ của cột hẹp bên cạnh (thường là “Thường xuyên” ở cột thời gian) rơi vào giữa câu và cắt đôi một từ: “dữ Thường liệu”. Bỏ phần lẫn vào và đọc lại cả câu.",
    en: "When a table is copied from print or PDF, words of the narrow column beside it (often “Thường xuyên” of the deadlines) fall into a sentence and cut a term in two: “dữ Thường liệu”. Take them out and read the whole sentence again.",
  },
  source: { vi: "Lỗi thường gặp khi chép bảng từ bản PDF", en: "A usual fault of tables copied from PDF" },
  messages: {
    column: {
      vi: ({ found, broken }) => `“${String(found)}” của cột khác lẫn vào giữa “${String(broken)}”.`,
      en: ({ found, broken }) => `“${String(found)}” of another column has fallen into “${String(broken)}”.`,
    },
    capital: {
      vi: ({ found, broken }) => `“${String(found)}” lẫn vào giữa “${String(broken)}”.`,
      en: ({ found, broken }) => `“${String(found)}” has fallen into “${String(broken)}”.`,
    },
  },
  examples: [
    {
      title: { vi: "“Thường xuyên” của cột thời gian lẫn vào nội dung", en: "“Thường xuyên” of the deadlines in the content" },
      rows: [
        header,
        [1, "Chia sẻ dữ Thường liệu đất đai", "Thường xuyên", "Phòng Kinh tế"],
        [2, "Nâng cấp hệ xuyên thống máy chủ", "Thường xuyên", "Công an xã"],
        [3, "Rà soát các quy Hằng trình nội bộ", "Quý I/2026", "Công an xã"],
      ],
      flagged: ["B2", "B3", "B4"],
      fixed: [
        header,
        [1, "Chia sẻ dữ liệu đất đai", "Thường xuyên", "Phòng Kinh tế"],
        [2, "Nâng cấp hệ thống máy chủ", "Thường xuyên", "Công an xã"],
        [3, "Rà soát các quy trình nội bộ", "Quý I/2026", "Công an xã"],
      ],
    },
    {
      title: { vi: "“Thường xuyên” dùng trong câu", en: "“Thường xuyên” where it belongs" },
      rows: [header, [1, "Kiểm tra thường xuyên hệ thống; quản lý thường xuyên thiết bị", "Thường xuyên", "Phòng Kinh tế"]],
      flagged: [],
    },
  ],
  checkItem: (item, { appendix, report }) => {
    for (const { field, words: fallen } of wordingOf(item).fallen) {
      const { start, end, resume, broken, words, capital } = fallen;
      const fromColumn = inNeighbour(item, field, words);
      if (!fromColumn && !capital) continue;
      const edit = rewriteField(appendix, field, field.text.slice(0, start) + field.text.slice(resume));
      report({
        at: field,
        message: fromColumn ? "column" : "capital",
        span: { start, end },
        data: { found: field.text.slice(start, end), broken },
        ...(edit === undefined ? {} : { fix: () => [edit] }),
      });
    }
  },
};

/** True when the words stand, one after the other, in another field of the item. */
function inNeighbour(item: Item, own: Field, words: readonly string[]): boolean {
  return NARROW.some((role) => {
    const field = item.fields[role];
    if (field === undefined || field === own || field.text.length > 120) return false;
    const { count, words: said } = tokenize(field.text.normalize("NFC"));
    const theirs = said.slice(0, count).map(({ syllable }) => syllable);
    return theirs.some((_, at) => words.every((word, k) => theirs[at + k] === word));
  });
}
