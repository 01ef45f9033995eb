import type { Rule } from "../rule";
import { OFFICE_CONVENTION } from "../shared/sources";
import { breaksOf, entriesOfItems, numberedAlike } from "./sequence";

/** A number that stands in the wrong place. */
export const outOfOrder: Rule = {
  id: "numbering/out-of-order",
  severity: "warning",
  clarity: null,
  title: { vi: "Số thứ tự sai chỗ", en: "A number out of order" },
  explanation: {
    vi: "Dãy số tăng dần rồi bỗng lùi lại hoặc chen một số lạ: thường do chèn, chuyển dòng mà chưa đánh số lại, hoặc gõ nhầm. Nếu các dòng đã đúng thứ tự thì đánh số lại; nếu dòng đặt sai chỗ thì chuyển dòng về chỗ cũ.",
    en: "The numbers grow, then step back or take in a stranger: a row was inserted or moved without renumbering, or a digit mistyped. If the rows stand right, renumber them; if a row is misplaced, move it back.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    misplaced: {
      vi: ({ previous, number, expected }) => `Sau số ${String(previous)} lại là số ${String(number)}; theo thứ tự là số ${String(expected)}.`,
      en: ({ previous, number, expected }) => `${String(previous)} is followed by ${String(number)}; it should be ${String(expected)}.`,
    },
    start: {
      vi: ({ number }) => `Dãy số bắt đầu bằng số ${String(number)} trong khi số 1 đứng ở dòng khác.`,
      en: ({ number }) => `The numbers start with ${String(number)}, while number 1 stands in another row.`,
    },
  },
  examples: [
    {
      title: { vi: "Gõ 7 thay cho 3", en: "7 typed for 3" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [2, "Rà soát máy chủ của xã", "Công an xã"],
        [7, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
        [4, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND"],
      ],
      flagged: ["A4"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [2, "Rà soát máy chủ của xã", "Công an xã"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
        [4, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND"],
      ],
    },
    {
      title: { vi: "Hai dòng đầu đổi chỗ cho nhau", en: "The first two rows changed places" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [2, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [1, "Rà soát máy chủ của xã", "Công an xã"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
      ],
      flagged: ["A2"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [2, "Rà soát máy chủ của xã", "Công an xã"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
      ],
    },
    {
      title: { vi: "Số nhỏ dần theo từng việc con, số chính vẫn liền", en: "Sub-items have numbers of their own; the main ones follow each other" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        ["1", "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
        ["1.1", "Lớp cho cán bộ thôn", "Phòng Văn hóa - Xã hội"],
        ["1.2", "Lớp cho hộ kinh doanh", "Phòng Kinh tế"],
        ["2", "Rà soát máy chủ của xã", "Công an xã"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: numberedAlike("number"),
  memories: () => [entriesOfItems.number],
  checkAppendix: ({ appendix, report }) => {
    for (const { kind, field, found, previous, expected, fix } of breaksOf(appendix, "number")) {
      if (kind !== "out-of-order" || found === null) continue;
      report({ at: field, ...(previous === null ? { message: "start", data: { number: found } } : { message: "misplaced", data: { previous, number: found, expected } }), fix });
    }
  },
};
