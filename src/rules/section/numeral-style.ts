import { formatLike } from "../../text/number/runningNumber";
import type { Rule } from "../rule";
import { rewriteField } from "../shared/rewrite";
import { OFFICE_CONVENTION } from "../shared/sources";
import { numeralOf, type SectionNumeral } from "./numeral";
import { anyChange } from "../shared/sameFields";

/** A section numeral that is written in another way than the others of its level. */
export const numeralStyle: Rule = {
  id: "section/numeral-style",
  severity: "info",
  clarity: null,
  title: { vi: "Số của mục viết khác các mục còn lại", en: "A section numeral unlike the others" },
  explanation: {
    vi: "Các mục cùng cấp nên viết số theo một kiểu: đều có dấu chấm, hoặc đều không. Kiểu được dùng nhiều hơn hẳn trong bảng được lấy làm mẫu; khi hai kiểu ngang nhau thì không báo.",
    en: "Sections of one level write their numerals in one way: all with a full stop, or none. The form that clearly prevails in the table is the model; with no clear majority nothing is told.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    odd: {
      vi: ({ numeral, wanted }) => `Số mục viết “${String(numeral)}”, các mục khác viết kiểu “${String(wanted)}”.`,
      en: ({ numeral, wanted }) => `The numeral is written “${String(numeral)}”, the others like “${String(wanted)}”.`,
    },
  },
  examples: [
    {
      title: { vi: "“I” đứng cạnh “II.”, “III.”", en: "“I” beside “II.” and “III.”" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Phát triển hạ tầng"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II.", "Phát triển nhân lực"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        ["III.", "Phát triển dữ liệu"],
        [3, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
      ],
      flagged: ["A2"],
      fixed: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I.", "Phát triển hạ tầng"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II.", "Phát triển nhân lực"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        ["III.", "Phát triển dữ liệu"],
        [3, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý III/2026"],
      ],
    },
    {
      title: { vi: "Hai kiểu ngang nhau: chưa biết theo kiểu nào", en: "Two forms in equal numbers: neither is the model" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Phát triển hạ tầng"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II.", "Phát triển nhân lực"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, meanings, report }) => {
    const levels = new Map<string, SectionNumeral[]>();
    for (const section of appendix.sections) {
      const numeral = numeralOf(section, meanings);
      if (numeral === null || numeral.written === null) continue;
      const key = `${section.level} ${numeral.written.style} ${numeral.outer.length}`;
      const level = levels.get(key);
      if (level === undefined) levels.set(key, [numeral]);
      else level.push(numeral);
    }
    for (const level of levels.values()) {
      const forms = new Map<string, SectionNumeral[]>();
      for (const numeral of level) {
        const form = formOf(numeral);
        const alike = forms.get(form);
        if (alike === undefined) forms.set(form, [numeral]);
        else alike.push(numeral);
      }
      const [most, ...others] = [...forms.values()].sort((a, b) => b.length - a.length);
      const model = most?.[0]?.written;
      // A clear majority: at least twice as many as all other forms together.
      if (most === undefined || model === undefined || model === null || others.length === 0 || most.length < 2 * (level.length - most.length)) continue;
      for (const { field, number, outer } of others.flat()) {
        const wanted = formatLike([...outer, number], model);
        report({
          at: field,
          message: "odd",
          data: { numeral: field.text.trim(), wanted },
          fix: () => {
            const edit = rewriteField(appendix, field, wanted);
            return edit === undefined ? [] : [edit];
          },
        });
      }
    }
  },
};

/** What two numerals of one style have in common, whatever their numbers. */
function formOf({ written }: SectionNumeral): string {
  return written === null ? "" : `${written.prefix}${written.upper ? "I" : "i"}${written.suffix}`;
}
