import { documentsOf, type KnownDocument } from "../../text/citation/register";
import type { Reading } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { datesDiffer, mentionsOf, mentionsOfItems, showDay, type Mention } from "../shared/citations";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"];

/** The plan rests on a document that another one had replaced before it was issued. */
export const citationSuperseded: Rule = {
  id: "content/citation-superseded",
  severity: "warning",
  clarity: "thẩm quyền",
  title: { vi: "Căn cứ vào văn bản đã được thay thế", en: "Based on a document that was replaced" },
  explanation: {
    vi: "Khi kế hoạch ban hành, văn bản được dẫn đã có văn bản khác thay hoặc cập nhật; thường là chữ còn lại của bản mẫu cũ. Dẫn văn bản mới, hoặc ghi rõ “được sửa đổi, bổ sung bởi …”.",
    en: "When the plan was issued, another document had replaced or updated the one that it cites; usually left from an older model. Cite the new one, or say “as amended by …”.",
  },
  source: {
    vi: "Nghị quyết 71/NQ-CP ngày 01/4/2025 cập nhật Chương trình hành động của Nghị quyết 03/NQ-CP; sổ văn bản của chương trình",
    en: "Resolution 71/NQ-CP of 1/4/2025 updates the programme of Resolution 03/NQ-CP; the product's register of documents",
  },
  messages: {
    superseded: {
      vi: ({ found, successor, date }) => `${String(found)} đã được ${String(successor)} ngày ${String(date)} thay, cập nhật trước khi kế hoạch ban hành: dẫn văn bản mới.`,
      en: ({ found, successor, date }) => `${String(found)} was replaced or updated by ${String(successor)} of ${String(date)} before the plan was issued: cite the new one.`,
    },
  },
  examples: [
    {
      title: { vi: "Kế hoạch tháng 7/2025 còn dẫn 03/NQ-CP ở tiêu đề và nội dung", en: "A plan of July 2025 still cites 03/NQ-CP, in its title and a row" },
      plan: { issued: "2025-07" },
      rows: [
        ["PHỤ LỤC: NHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT SỐ 03/NQ-CP NGÀY 09/01/2025 CỦA CHÍNH PHỦ"],
        header,
        [1, "Tuyên truyền Nghị quyết số 03/NQ-CP", "Phòng Kinh tế", "Năm 2025"],
        [2, "Mở lớp tập huấn", "Phòng Kinh tế", "Năm 2025"],
      ],
      flagged: ["A1", "B3"],
    },
    {
      title: { vi: "Văn bản sửa đổi được dẫn kèm; hoặc kế hoạch có trước văn bản mới", en: "The amending document stands beside it" },
      plan: { issued: "2025-07" },
      rows: [
        header,
        [1, "Tuyên truyền Nghị quyết số 03/NQ-CP được cập nhật tại Nghị quyết số 71/NQ-CP", "Phòng Kinh tế", "Năm 2025"],
        [2, "Tham gia ý kiến văn bản thay thế Nghị quyết số 03/NQ-CP", "Phòng Kinh tế", "Năm 2025"],
      ],
      flagged: [],
    },
    {
      title: { vi: "Kế hoạch ban hành trước văn bản mới", en: "The plan is older than the new document" },
      plan: { issued: "2025-03-10" },
      rows: [header, [1, "Tuyên truyền Nghị quyết số 03/NQ-CP", "Phòng Kinh tế", "Năm 2025"], [2, "Mở lớp tập huấn", "Phòng Kinh tế", "Năm 2025"]],
      flagged: [],
    },
  ],
  memories: () => [mentionsOfItems],
  checkAppendix: ({ appendix, plan, reading, report }) => {
    if (plan.issued === null) return;
    const amended = new Map<string, boolean>();
    for (const mention of mentionsOf(appendix)) {
      const { citation, field } = mention;
      const cited = citation.date?.iso ?? null;
      const document = documentsOf(citation, plan).find(({ successor, date }) => successor !== null && (date === null || cited === null || !datesDiffer(date, cited)));
      const successor = document?.successor ?? null;
      if (document === undefined || successor === null || successor.date === null || !isOver(successor.date, plan.issued)) continue;
      if (speaksOfReplacing(mention)) continue;
      if (!amended.has(citation.key)) amended.set(citation.key, citedTogether(document, successor, reading));
      if (amended.get(citation.key) === true) continue;
      report({ at: field, message: "superseded", data: { found: citation.number, successor: successor.number, date: showDay(successor.date) }, span: citation.span });
    }
  },
};

/** True when the new document was there when the plan was issued; of the same month nothing is known where the day is not. */
function isOver(successor: string, issued: string): boolean {
  const length = Math.min(successor.length, issued.length);
  return successor.slice(0, length) < issued.slice(0, length) || (length === 10 && successor === issued);
}

const REPLACING = /(?:thay thế|thay cho|bãi bỏ|hết hiệu lực|sửa đổi|bổ sung|cập nhật)[^.;]{0,60}$/iu;
const BEFORE = 90;

/** "Ban hành quyết định thay thế Quyết định số …": the old one is the very matter. */
function speaksOfReplacing({ citation, field }: Mention): boolean {
  return REPLACING.test(field.text.slice(Math.max(0, citation.whole.start - BEFORE), citation.whole.start).normalize("NFC"));
}

/** True when a text of the workbook cites both together: then the old one stands for both. */
function citedTogether(old: KnownDocument, successor: KnownDocument, reading: Reading): boolean {
  return reading.appendices.some((appendix) => {
    const mentions = mentionsOf(appendix);
    const fields = new Set(mentions.filter(({ citation }) => citation.key === old.key).map(({ field }) => field));
    return mentions.some(({ field, citation }) => citation.key === successor.key && fields.has(field));
  });
}
