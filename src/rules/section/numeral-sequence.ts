import type { Rule, RuleContext } from "../rule";
import { OFFICE_CONVENTION } from "../shared/sources";
import { nameOf, numeralLike, numeralOf, type SectionNumeral } from "./numeral";
import { anyChange } from "../shared/sameFields";

/** The numerals of the sections do not follow each other. */
export const numeralSequence: Rule = {
  id: "section/numeral-sequence",
  severity: "error",
  clarity: null,
  title: { vi: "Số của mục không liên tục", en: "Section numerals do not follow each other" },
  explanation: {
    vi: "Số mục nhảy cóc, lặp lại hoặc tiểu mục mang số của mục khác cho thấy có mục bị mất hay bảng ghép chưa đánh số lại. Chỉ báo ở chỗ đứt đầu tiên; các mục sau được tính tiếp từ số tìm thấy.",
    en: "A numeral left out or used twice, or a sub-section numbered after another section, means that a section was lost or that parts were put together without renumbering. Only the break is told; what follows is counted from the numeral found.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    wrong: {
      vi: ({ previous, numeral, expected }) => `Sau mục ${String(previous)} là mục ${String(numeral)}; theo thứ tự là mục ${String(expected)}.`,
      en: ({ previous, numeral, expected }) => `Section ${String(previous)} is followed by ${String(numeral)}; it should be ${String(expected)}.`,
    },
    start: {
      vi: ({ numeral, expected }) => `Mục đầu tiên mang số ${String(numeral)}; theo thứ tự là mục ${String(expected)}.`,
      en: ({ numeral, expected }) => `The first section has the numeral ${String(numeral)}; it should be ${String(expected)}.`,
    },
    outer: {
      vi: ({ numeral, section }) => `Tiểu mục ${String(numeral)} nằm trong mục ${String(section)}: sửa số cho khớp.`,
      en: ({ numeral, section }) => `Sub-section ${String(numeral)} stands in section ${String(section)}: make the numerals agree.`,
    },
  },
  examples: [
    {
      title: { vi: "Từ mục I nhảy sang mục III, rồi đếm tiếp", en: "From section I straight to III, then on" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Phát triển hạ tầng"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["III", "Phát triển nhân lực"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        ["IV", "Phát triển dữ liệu"],
        [3, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
      ],
      flagged: ["A4"],
    },
    {
      title: { vi: "Mục đầu mang số II; tiểu mục mang số của mục khác", en: "The first section is II; a sub-section has the number of another section" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["II", "Phát triển hạ tầng"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["III", "Chuyển đổi số"],
        ["II.1", "Dữ liệu số"],
        [2, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
      ],
      flagged: ["A2", "A5"],
    },
    {
      title: { vi: "Mục và tiểu mục đúng thứ tự", en: "Sections and sub-sections in order" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Phát triển hạ tầng"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II", "Chuyển đổi số"],
        ["II.1", "Dữ liệu số"],
        [2, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
        ["II.2", "Nhân lực số"],
        [3, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: (context) => {
    const { appendix, meanings } = context;
    const numerals = appendix.sections.map((section) => numeralOf(section, meanings));
    // Numerals of one kind under one section follow each other: "A" above "I" above "1" are three sequences.
    const sequences = new Map<string, SectionNumeral[]>();
    let letter: number | null = null;
    numerals.forEach((numeral, index) => {
      if (numeral === null) return;
      const style = numeral.written?.style ?? "word";
      if (style === "letter") letter = index;
      const { parent } = numeral.section;
      const under = parent === null ? `below ${String(style === "letter" ? null : letter)}` : `in ${parent}`;
      const key = `${under} ${style} ${numeral.outer.length}`;
      const sequence = sequences.get(key);
      if (sequence === undefined) sequences.set(key, [numeral]);
      else sequence.push(numeral);
    });
    for (const sequence of sequences.values()) checkSequence(sequence, numerals, context);
  },
};

function checkSequence(sequence: readonly SectionNumeral[], numerals: readonly (SectionNumeral | null)[], { reading, appendix, report }: RuleContext): void {
  let last: SectionNumeral | null = null;
  let lastNumber = 0;
  for (const [index, numeral] of sequence.entries()) {
    const { field, number } = numeral;
    const parent = numeral.section.parent === null ? null : (numerals[numeral.section.parent] ?? null);
    const [outer] = numeral.outer;
    if (outer !== undefined && parent !== null && outer !== parent.number) {
      report({ at: field, message: "outer", data: { numeral: nameOf(field), section: nameOf(parent.field) } });
      // Its own number is right where it goes on; it was counted in the other section where not.
      if (number !== lastNumber + 1) continue;
    } else if (number !== lastNumber + 1) {
      const expected = numeralLike(lastNumber + 1, numeral);
      if (last !== null) report({ at: field, message: "wrong", data: { previous: nameOf(last.field), numeral: nameOf(field), expected } });
      // A later appendix of the workbook may go on from the one before it.
      else if (reading.appendices[0] === appendix || numeral.section.parent !== null) report({ at: field, message: "start", data: { numeral: nameOf(field), expected } });
      const next = sequence[index + 1]?.number;
      if (last !== null && next === lastNumber + 2 && next !== number + 1) {
        lastNumber++;
        last = numeral;
        continue;
      }
    }
    last = numeral;
    lastNumber = number;
  }
}
