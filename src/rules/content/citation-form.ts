import type { Citation, FormSlip } from "../../text/citation/citation";
import { likelyOffice, likelyRunTogether } from "../../text/citation/register";
import type { Rule } from "../rule";
import { mentionsOf, mentionsOfItems, ownSlip } from "../shared/citations";
import { rewriteField } from "../shared/rewrite";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"];

/** The slips after which the number cannot be looked up any more. */
const LOST: readonly FormSlip[] = ["cut", "unclear"];

/** A document number whose form is broken. */
export const citationForm: Rule = {
  id: "content/citation-form",
  severity: "info",
  clarity: "thẩm quyền",
  title: { vi: "Số, ký hiệu văn bản viết sai dạng", en: "A document number in a broken form" },
  explanation: {
    vi: "Số của Đảng viết “số-LOẠI/CƠ QUAN” (57-NQ/TW), của Nhà nước viết “số/LOẠI-CƠ QUAN” hoặc “số/năm/LOẠI-CƠ QUAN” (71/NQ-CP, 88/2025/NĐ-CP), không có dấu cách. Sao chép từ PDF hay làm rơi dấu; số sai dạng thì tra không ra văn bản.",
    en: "The Party writes “number-TYPE/OFFICE” (57-NQ/TW), the state “number/TYPE-OFFICE” or “number/year/TYPE-OFFICE” (71/NQ-CP, 88/2025/NĐ-CP), without spaces. Marks get lost when text is copied from a PDF; a broken number finds no document.",
  },
  source: {
    vi: "Nghị định 30/2020/NĐ-CP, Phụ lục III (ký hiệu văn bản); Hướng dẫn 36-HD/VPTW về thể thức văn bản của Đảng",
    en: "Decree 30/2020/NĐ-CP, Appendix III (signs of documents); Guidance 36-HD/VPTW on the form of Party documents",
  },
  messages: {
    spaces: {
      vi: ({ found, right }) => `“${String(found)}” thừa dấu cách trong số văn bản: viết liền “${String(right)}”.`,
      en: ({ found, right }) => `“${String(found)}” has spaces inside of the number: write “${String(right)}”.`,
    },
    letters: {
      vi: ({ found, right }) => `Ký hiệu trong “${String(found)}” viết sai chữ: đúng là “${String(right)}”.`,
      en: ({ found, right }) => `The sign in “${String(found)}” has the wrong letters: it is “${String(right)}”.`,
    },
    separators: {
      vi: ({ found, right }) => `“${String(found)}” sai dấu gạch trong số văn bản: viết “${String(right)}”.`,
      en: ({ found, right }) => `“${String(found)}” has its hyphen or slash wrong: write “${String(right)}”.`,
    },
    doubled: {
      vi: ({ found, right }) => `“${String(found)}” lặp ký hiệu loại văn bản: viết “${String(right)}”.`,
      en: ({ found, right }) => `“${String(found)}” writes the type twice: write “${String(right)}”.`,
    },
    cut: {
      vi: ({ found, right }) => `“${String(found)}” rơi dấu gạch nối nên ký hiệu bị cắt đôi, không tra được văn bản: viết “${String(right)}”.`,
      en: ({ found, right }) => `“${String(found)}” lost its hyphen, which cuts the sign in two: write “${String(right)}”.`,
    },
    year: {
      vi: ({ found, right }) => `“${String(found)}” thiếu năm ban hành trong số: nghị định, luật viết đủ như “${String(right)}”.`,
      en: ({ found, right }) => `“${String(found)}” lacks its year: decrees and laws carry it, as in “${String(right)}”.`,
    },
    unclear: {
      vi: ({ found }) => `“${String(found)}” hỏng, không biết số hết ở đâu: đối chiếu với văn bản gốc.`,
      en: ({ found }) => `“${String(found)}” is broken, its figures run into the sign: look at the document itself.`,
    },
    likely: {
      vi: ({ found, right }) => `“${String(found)}” viết sai, có lẽ là “${String(right)}”: đối chiếu với văn bản gốc.`,
      en: ({ found, right }) => `“${String(found)}” is broken, “${String(right)}” is likely meant: look at the document itself.`,
    },
  },
  examples: [
    {
      title: { vi: "Thừa dấu cách, sai hoặc thiếu dấu gạch, lặp ký hiệu", en: "Spaces, wrong or lost hyphens and slashes, a doubled sign" },
      rows: [
        header,
        [1, "Quán triệt Nghị quyết số 57- NQ/TW", "Phòng Kinh tế", "Năm 2026"],
        [2, "Tuyên truyền Nghị quyết số 57NQ/TW", "Phòng Kinh tế", "Năm 2026"],
        [3, "Thực hiện Kế hoạch số 04/KH-ĐU của Đảng ủy", "Phòng Kinh tế", "Năm 2026"],
        [4, "Học tập NQ57-NQ/TW", "Phòng Kinh tế", "Năm 2026"],
        [5, "Thực hiện Chương trình số 30-Ctr/TU", "Phòng Kinh tế", "Năm 2026"],
        [6, "Trả lời Công văn số 3204/UBND ĐMPT", "Phòng Kinh tế", "Năm 2026"],
      ],
      flagged: ["B2", "B3", "B4", "B5", "B6", "B7"],
      fixed: [
        header,
        [1, "Quán triệt Nghị quyết số 57-NQ/TW", "Phòng Kinh tế", "Năm 2026"],
        [2, "Tuyên truyền Nghị quyết số 57-NQ/TW", "Phòng Kinh tế", "Năm 2026"],
        [3, "Thực hiện Kế hoạch số 04-KH/ĐU của Đảng ủy", "Phòng Kinh tế", "Năm 2026"],
        [4, "Học tập Nghị quyết số 57-NQ/TW", "Phòng Kinh tế", "Năm 2026"],
        [5, "Thực hiện Chương trình số 30-CTr/TU", "Phòng Kinh tế", "Năm 2026"],
        [6, "Trả lời Công văn số 3204/UBND-ĐMPT", "Phòng Kinh tế", "Năm 2026"],
      ],
    },
    {
      title: { vi: "Nghị định thiếu năm: có ngày thì điền được, không thì phải tra", en: "A decree without its year: a date tells it, otherwise look it up" },
      rows: [header, [1, "Thực hiện Nghị định số 107/NĐ-CP ngày 06/12/2021", "Phòng Kinh tế", "Năm 2026"], [2, "Rà soát theo Nghị định số 45/NĐ-CP", "Công an xã", "Năm 2026"]],
      flagged: ["B2", "B3"],
      fixed: [header, [1, "Thực hiện Nghị định số 107/2021/NĐ-CP ngày 06/12/2021", "Phòng Kinh tế", "Năm 2026"], [2, "Rà soát theo Nghị định số 45/NĐ-CP", "Công an xã", "Năm 2026"]],
    },
    {
      title: { vi: "Dấu gạch chéo bị đọc thành chữ số, ký hiệu lẫn lộn: phải xem văn bản gốc", en: "A slash read as a figure, signs mixed up: only the document tells" },
      rows: [header, [1, "Nâng cấp hạ tầng theo văn bản số 15527BTTTT-TTH", "Phòng Kinh tế", "Năm 2026"], [2, "Kết nối theo văn bản số 4418VPCP-KSTT", "Phòng Kinh tế", "Năm 2026"], [3, "Quán triệt Nghị quyết số 57-NQ/CP", "Phòng Kinh tế", "Năm 2026"]],
      flagged: ["B2", "B3", "B4"],
    },
    {
      title: { vi: "Các dạng đúng của Đảng và Nhà nước", en: "The right forms of Party and state" },
      rows: [
        header,
        [1, "Quán triệt Nghị quyết số 57-NQ/TW, Kế hoạch số 01-KH/BCĐTW", "Phòng Kinh tế", "Năm 2026"],
        [2, "Thực hiện Nghị quyết 193/2025/QH15, Nghị định 88/2025/NĐ-CP, Quyết định 1169/QĐ-TTg", "Phòng Kinh tế", "Năm 2026"],
        [3, "Trả lời Công văn số 3204/UBND-ĐMPT; phủ sóng 5G/6G, trực 24/7", "Phòng Kinh tế", "Năm 2026"],
      ],
      flagged: [],
    },
  ],
  memories: () => [mentionsOfItems],
  checkAppendix: ({ appendix, report }) => {
    for (const { field, citation } of mentionsOf(appendix)) {
      if (citation.slip === null || ownSlip(citation) !== "form") continue;
      const { kind, certain } = citation.slip;
      const { start, end } = citation.span;
      const found = field.text.slice(start, end).normalize("NFC").replace(/\s+/gu, " ");
      const likely = kind === "unclear" ? likelyRunTogether(citation) : kind === "separators" ? likelyOffice(citation) : null;
      const right = likely?.number ?? rightForm(citation);
      const edit = certain && likely === null ? rewriteField(appendix, field, field.text.slice(0, start) + right + field.text.slice(end)) : undefined;
      report({
        at: field,
        message: likely === null ? kind : "likely",
        data: { found, right: kind === "year" && !certain ? "107/2021/NĐ-CP" : right },
        span: { start, end },
        ...(likely !== null || LOST.includes(kind) ? { severity: "warning" as const } : {}),
        ...(edit === undefined ? {} : { fix: () => [edit] }),
      });
    }
  },
};

/** The right form; a number that took the type's sign in place of its word gets the word back. */
function rightForm({ slip, type, whole, span, number }: Citation): string {
  return slip?.kind === "doubled" && type !== null && whole.start === span.start ? `${type} số ${number}` : number;
}
