import type { Citation } from "../../text/citation/citation";
import { issuersDiffer } from "../../text/citation/issuer";
import { documentsOf, likelyMeant, likelyNumber, type KnownDocument } from "../../text/citation/register";
import { ministryOf, typeOfSign } from "../../text/citation/signs";
import type { Appendix, Field } from "../../appendix/appendix";
import type { PlanContext } from "../../appendix/plan";
import type { Report, Rule } from "../rule";
import { addressFrom, citedInLine, contradiction, datesDiffer, datesOfOneDocument, mentionsOf, mentionsOfItems, ownSlip, showDay } from "../shared/citations";
import { rewriteField } from "../shared/rewrite";

const header = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"];

/** What is said of a cited document contradicts its number, the rest of the workbook, the register, or the plan's own date. */
export const citationMismatch: Rule = {
  id: "content/citation-mismatch",
  severity: "warning",
  clarity: "thẩm quyền",
  title: { vi: "Số, ngày, cơ quan ban hành văn bản không khớp", en: "Number, date and issuer of a document disagree" },
  explanation: {
    vi: "Loại, số, ngày và cơ quan ban hành của một văn bản phải khớp nhau, khớp với chỗ khác trong phụ lục và không muộn hơn chính kế hoạch. Đối chiếu với văn bản gốc rồi sửa.",
    en: "Type, number, date and issuer of a document agree with each other, with the other places that cite it, and are not later than the plan itself. Look at the document, then correct.",
  },
  source: {
    vi: "Nghị định 30/2020/NĐ-CP: viện dẫn ghi đúng tên loại, số, ký hiệu, thời gian, cơ quan ban hành; sổ văn bản của chương trình",
    en: "Decree 30/2020/NĐ-CP: a document is cited by its type, number, date and issuer; the product's register of documents",
  },
  messages: {
    type: {
      vi: ({ type, number }) => `“${String(type)}” không khớp với số ${String(number)}: xem lại loại văn bản hoặc số.`,
      en: ({ type, number }) => `“${String(type)}” does not go with the number ${String(number)}: look at the type and the number again.`,
    },
    typeTold: {
      vi: ({ type, number, right }) => `Ghi là “${String(type)}” nhưng số ${String(number)} là của ${String(right)}: xem lại loại văn bản hoặc số.`,
      en: ({ type, number, right }) => `Called “${String(type)}”, but ${String(number)} numbers a ${String(right)}: look at the type and the number again.`,
    },
    organ: {
      vi: ({ number, issuer }) => `Số ${String(number)} không phải số văn bản của “${String(issuer)}”: xem lại ký hiệu hoặc cơ quan ban hành.`,
      en: ({ number, issuer }) => `${String(number)} is no number of “${String(issuer)}”: look at its sign and its issuer again.`,
    },
    organTold: {
      vi: ({ number, issuer, right }) => `Số ${String(number)} không phải của “${String(issuer)}”: cùng ngày, cơ quan này ban hành văn bản số ${String(right)}.`,
      en: ({ number, issuer, right }) => `${String(number)} is no number of “${String(issuer)}”, who issued ${String(right)} on that day.`,
    },
    numberYear: {
      vi: ({ number, date }) => `Số ${String(number)} mang năm khác với ngày ban hành ${String(date)}: xem lại số hoặc ngày.`,
      en: ({ number, date }) => `${String(number)} carries another year than its date ${String(date)}: look at both again.`,
    },
    noDay: {
      vi: ({ number, date }) => `Ngày của ${String(number)} không có trong lịch: “${String(date)}”.`,
      en: ({ number, date }) => `The date of ${String(number)} is in no calendar: “${String(date)}”.`,
    },
    registerDate: {
      vi: ({ number, date, right }) => `${String(number)} ban hành ngày ${String(right)}, ở đây ghi ${String(date)}: xem lại số hoặc ngày.`,
      en: ({ number, date, right }) => `${String(number)} is of ${String(right)}, here it says ${String(date)}: look at number and date again.`,
    },
    registerNumber: {
      vi: ({ number, right, date }) => `Số ${String(number)} có lẽ nhầm: văn bản ngày ${String(date)} là ${String(right)}.`,
      en: ({ number, right, date }) => `${String(number)} is likely a slip: the document of ${String(date)} is ${String(right)}.`,
    },
    registerIssuer: {
      vi: ({ number, issuer, right }) => `${String(number)} do ${String(right)} ban hành, ở đây ghi “${String(issuer)}”.`,
      en: ({ number, issuer, right }) => `${String(number)} was issued by ${String(right)}, here it says “${String(issuer)}”.`,
    },
    date: {
      vi: ({ number, date, other, cell }) => `${String(number)} ở đây ghi ngày ${String(date)}, ở ô ${String(cell)} ghi ${String(other)}: xem lại cho khớp.`,
      en: ({ number, date, other, cell }) => `${String(number)} is dated ${String(date)} here and ${String(other)} in ${String(cell)}: make them agree.`,
    },
    issuer: {
      vi: ({ number, issuer, other, cell }) => `${String(number)} ở đây ghi của “${String(issuer)}”, ở ô ${String(cell)} ghi của “${String(other)}”: xem lại cho khớp.`,
      en: ({ number, issuer, other, cell }) => `${String(number)} is “${String(issuer)}”'s here and “${String(other)}”'s in ${String(cell)}: make them agree.`,
    },
    future: {
      vi: ({ number, date, issued }) => `${String(number)} đề ngày ${String(date)}, sau khi kế hoạch ban hành (${String(issued)}): xem lại ngày của văn bản hoặc của kế hoạch.`,
      en: ({ number, date, issued }) => `${String(number)} is dated ${String(date)}, after the plan was issued (${String(issued)}): look at both dates again.`,
    },
  },
  examples: [
    {
      title: { vi: "Loại, cơ quan, năm không khớp với số; ngày không có thật", en: "Type, office or year contradict the number; a day that no calendar has" },
      rows: [
        header,
        [1, "Thực hiện Công văn số 348/KH-UBND", "Phòng Kinh tế", "Năm 2026"],
        [2, "Triển khai Kế hoạch số 3204/UBND-ĐMPT", "Phòng Kinh tế", "Năm 2026"],
        [3, "Quán triệt Nghị quyết số 57-NQ/TW của Chính phủ", "Phòng Kinh tế", "Năm 2026"],
        [4, "Thực hiện Nghị định số 88/2025/NĐ-CP ngày 13/4/2024", "Phòng Kinh tế", "Năm 2026"],
        [5, "Thực hiện Kế hoạch số 12/KH-UBND ngày 31/02/2025", "Phòng Kinh tế", "Năm 2026"],
        [6, "Thực hiện Nghị định số 193/2025/QH15", "Phòng Kinh tế", "Năm 2026"],
        [7, "Thực hiện Thông tư số 12/2025/TT-BNV của Chính phủ", "Phòng Kinh tế", "Năm 2026"],
        [8, "Thực hiện Thông tư số 22/2024/TT-BGDĐT của Bộ Nội vụ", "Phòng Kinh tế", "Năm 2026"],
        [9, "Thực hiện Thông tư số 10/2022/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội", "Phòng Kinh tế", "Năm 2026"],
        [10, "Thực hiện Thông tư số 06/2025/TT-BVHTTDL của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch", "Phòng Kinh tế", "Năm 2026"],
        [11, "Phổ biến Luật Khoa học, công nghệ và đổi mới sáng tạo số 93/2025/NĐ-CP", "Phòng Kinh tế", "Năm 2026"],
      ],
      flagged: ["B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B12"],
    },
    {
      title: { vi: "Dòng kèm theo: loại văn bản không khớp với số của chính kế hoạch", en: "The attachment line: the kind of document contradicts the plan's own number" },
      rows: [
        ["PHỤ LỤC"],
        ["NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Quyết định số 33/KH-UBND ngày 20/3/2026 của UBND xã Hùng Châu)"],
        header,
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế", "Quý III/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Kinh tế", "Quý IV/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "TU là tỉnh ủy, thành ủy; TW là Trung ương", en: "TU is a provincial Party committee, TW the central one" },
      rows: [
        header,
        [1, "Thực hiện Chương trình hành động số 30-CTr/TW ngày 08/3/2024 của Thành ủy Hà Nội", "Phòng Kinh tế", "Năm 2026"],
        [2, "Mở lớp tập huấn", "Phòng Kinh tế", "Năm 2026"],
      ],
      flagged: ["B2"],
      fixed: [
        header,
        [1, "Thực hiện Chương trình hành động số 30-CTr/TU ngày 08/3/2024 của Thành ủy Hà Nội", "Phòng Kinh tế", "Năm 2026"],
        [2, "Mở lớp tập huấn", "Phòng Kinh tế", "Năm 2026"],
      ],
    },
    {
      title: { vi: "Trái với sổ văn bản: sai ngày, sai cơ quan, sai số", en: "Against the register: another date, issuer or number" },
      rows: [
        header,
        [1, "Quán triệt Nghị quyết số 57-NQ/TW ngày 22/11/2024", "Phòng Kinh tế", "Năm 2026"],
        [2, "Học tập Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Ban Bí thư", "Phòng Kinh tế", "Năm 2026"],
        [3, "Sơ kết Nghị quyết số 75-NQ/TW ngày 22/12/2024", "Phòng Kinh tế", "Năm 2026"],
      ],
      flagged: ["B2", "B3", "B4"],
      fixed: [
        header,
        [1, "Quán triệt Nghị quyết số 57-NQ/TW ngày 22/12/2024", "Phòng Kinh tế", "Năm 2026"],
        [2, "Học tập Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Ban Bí thư", "Phòng Kinh tế", "Năm 2026"],
        [3, "Sơ kết Nghị quyết số 75-NQ/TW ngày 22/12/2024", "Phòng Kinh tế", "Năm 2026"],
      ],
    },
    {
      title: { vi: "Cùng một số, hai ngày: chỗ ít hơn được báo", en: "One number with two dates: the rarer one is told" },
      rows: [
        ["PHỤ LỤC: NHIỆM VỤ THỰC HIỆN KẾ HOẠCH SỐ 215/KH-UBND NGÀY 16/5/2025 CỦA UBND TỈNH"],
        header,
        [1, "Tuyên truyền Kế hoạch số 215/KH-UBND ngày 16/5/2025 của UBND tỉnh", "Phòng Kinh tế", "Năm 2026"],
        [2, "Sơ kết Kế hoạch số 215/KH-UBND ngày 16/8/2025 của UBND tỉnh", "Phòng Kinh tế", "Năm 2026"],
        [3, "Thực hiện Thông tư số 12/2025/TT-BXY ngày 01/7/2025 của Bộ Nội vụ", "Phòng Kinh tế", "Năm 2026"],
        [4, "Sơ kết Thông tư số 12/2025/TT-BXY ngày 01/7/2025 của Sở Nội vụ", "Phòng Kinh tế", "Năm 2026"],
      ],
      flagged: ["B4", "B5", "B6"],
    },
    {
      title: { vi: "Văn bản đề ngày sau khi kế hoạch ban hành", en: "Dated after the plan was issued" },
      plan: { issued: "2025-07" },
      rows: [header, [1, "Thực hiện Kế hoạch số 07-KH/ĐU ngày 14/8/2025", "Phòng Kinh tế", "Năm 2025"], [2, "Thực hiện Kế hoạch số 06-KH/ĐU ngày 30/7/2025", "Phòng Kinh tế", "Năm 2025"]],
      flagged: ["B2"],
    },
    {
      title: { vi: "Số trùng nhau của những văn bản khác nhau", en: "Equal numbers of different documents" },
      plan: { issued: "2026-01" },
      rows: [
        header,
        [1, "Thực hiện Nghị quyết số 45-NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương", "Phòng Kinh tế", "Năm 2026"],
        [2, "Thực hiện Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị", "Phòng Kinh tế", "Năm 2026"],
        [3, "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh", "Phòng Kinh tế", "Năm 2026"],
        [4, "Thực hiện Kế hoạch số 12/KH-UBND ngày 09/01/2026 của UBND xã", "Phòng Kinh tế", "Năm 2026"],
      ],
      flagged: [],
    },
  ],
  memories: () => [mentionsOfItems],
  checkAppendix: ({ appendix, plan, reading, report }) => {
    // The plan's own number is compared with nothing else, but its kind is to agree with it: "Quyết định số 33/KH-UBND".
    const { attachment } = appendix.titleLines;
    const [itself] = attachment === null ? [] : citedInLine(attachment.text);
    if (attachment !== null && itself !== undefined && ownSlip(itself) === "type") {
      const slip = ofItself(itself, attachment, appendix);
      if (slip !== null) report({ ...slip, at: attachment });
    }
    for (const { field, citation } of mentionsOf(appendix)) {
      const known = documentsOf(citation, plan);
      // The usual case: what is cited is in the register as it is cited.
      const vouched = known.some((document) => document.certain && agrees(citation, document));
      const slip =
        ofItself(citation, field, appendix) ??
        (vouched ? ofPlan(citation, plan) : unvouched(citation, field, known));
      if (slip !== null) report({ ...slip, at: field });
    }

    function unvouched(citation: Citation, field: Field, known: readonly KnownDocument[]): Slip | null {
      return (
        ofRegister(citation, field, appendix, known.filter(({ certain }) => certain), known) ??
        ofWorkbook(citation, field) ??
        ofPlan(citation, plan) ??
        ofRegister(citation, field, appendix, known.filter(({ certain }) => !certain), known)
      );
    }

    function ofWorkbook(citation: Citation, field: Field): Slip | null {
      const against = contradiction(citation, reading);
      if (against === null) return null;
      const other = against.other.citation;
      const cell = addressFrom(appendix.sheet, { sheet: against.sheet, field: against.other.field });
      if (against.about === "date" && citation.date !== null) {
        return { message: "date", data: { number: citation.number, date: showDay(citation.date.iso ?? ""), other: showDay(other.date?.iso ?? ""), cell }, span: citation.date.span };
      }
      if (citation.issuer === null || other.issuer === null) return null;
      const { span } = citation.issuer;
      const said = against.other.field.text.slice(other.issuer.span.start, other.issuer.span.end);
      return { message: "issuer", data: { number: citation.number, issuer: field.text.slice(span.start, span.end), other: said, cell }, span };
    }
  },
};

type Slip = Omit<Report, "at">;

/** Type against number, issuer against sign, year and calendar. */
function ofItself(citation: Citation, field: Field, appendix: Appendix): Slip | null {
  const { number, symbol, type, issuer, date, span, whole } = citation;
  switch (ownSlip(citation)) {
    case "type": {
      const right = symbol === null ? (citation.organ.startsWith("QH") ? null : "Công văn") : typeOfSign(symbol);
      const data = { type: type ?? "", number };
      const place = { start: whole.start, end: span.end };
      return right === null ? { message: "type", data, span: place } : { message: "typeTold", data: { ...data, right }, span: place };
    }
    case "organ": {
      const meant = likelyMeant(citation);
      const data = { number, issuer: issuer === null ? "" : field.text.slice(issuer.span.start, issuer.span.end) };
      if (meant === null) return { message: "organ", data, span };
      const edit = rewriteField(appendix, field, field.text.slice(0, span.start) + meant.number + field.text.slice(span.end));
      return { message: "organTold", data: { ...data, right: meant.number }, span, ...(edit === undefined ? {} : { fix: () => [edit] }) };
    }
    case "numberYear":
      return { message: "numberYear", data: { number, date: showDay(date?.iso ?? "") }, span: { start: span.start, end: date?.span.end ?? span.end } };
    case "noDay":
      return date === null ? null : { message: "noDay", data: { number, date: field.text.slice(date.span.start, date.span.end) }, span: date.span };
    default:
      return ofOtherMinistry(citation) ? { message: "organ", data: { number, issuer: issuer === null ? "" : field.text.slice(issuer.span.start, issuer.span.end) }, span } : null;
  }
}

/** "Thông tư số 22/2024/TT-BGDĐT của Bộ Nội vụ": the sign is another ministry's. */
function ofOtherMinistry({ organ, issuer, slip }: Citation): boolean {
  const ministry = ministryOf(organ);
  return ministry !== null && issuer !== null && issuer.kind === "ministry" && issuer.place !== null && issuer.place !== ministry && slip?.kind !== "unclear";
}

function agrees(citation: Citation, known: KnownDocument): boolean {
  const cited = citation.date?.iso ?? null;
  if (cited !== null && known.date !== null && datesDiffer(cited, known.date)) return false;
  return citation.issuer === null || known.issuer === null || !issuersDiffer(citation.issuer, known.issuer);
}

/**
 * What the register says otherwise. A date or an issuer that differs is a slip when the other one agrees; where both differ it is
 * another document of that number. An uncertain entry may be wrong itself: it only informs.
 */
function ofRegister(citation: Citation, field: Field, appendix: Appendix, documents: readonly KnownDocument[], all: readonly KnownDocument[]): Slip | null {
  const { number, date, issuer } = citation;
  const meant = all.length === 0 ? likelyNumber(citation) : null;
  if (meant !== null) return { message: "registerNumber", data: { number, right: meant.number, date: showDay(date?.iso ?? "") }, span: citation.span };
  if (all.some((known) => agrees(citation, known))) return null;
  for (const known of documents) {
    const severity = known.certain ? ("error" as const) : ("info" as const);
    const issuerDiffers = issuer !== null && known.issuer !== null && issuersDiffer(issuer, known.issuer);
    if (date !== null && date.iso !== null && known.date !== null && datesDiffer(date.iso, known.date)) {
      if (issuerDiffers || !datesOfOneDocument(citation, date.iso, known.date)) continue;
      const edit = known.certain && known.date.length === 10 ? rewriteField(appendix, field, withDate(field.text, date.span, known.date)) : undefined;
      return { message: "registerDate", data: { number, date: showDay(date.iso), right: showDay(known.date) }, span: date.span, severity, ...(edit === undefined ? {} : { fix: () => [edit] }) };
    }
    if (issuer !== null && issuerDiffers) {
      return { message: "registerIssuer", data: { number, issuer: field.text.slice(issuer.span.start, issuer.span.end), right: known.issuerName }, span: issuer.span, severity };
    }
  }
  return null;
}

/** The text with another date in place of one, in the same manner of writing. */
function withDate(text: string, { start, end }: { readonly start: number; readonly end: number }, iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  const written = text.slice(start, end);
  const first = start + Math.max(0, written.search(/\d/));
  const inWords = /\d\s*\p{L}/u.test(written);
  return text.slice(0, first) + (inWords ? `${day} tháng ${month} năm ${year}` : `${day}/${month}/${year}`) + text.slice(end);
}

/** A document that did not exist yet when the plan was issued; compared by month where the day of one is not known. */
function ofPlan({ number, date }: Citation, { issued }: PlanContext): Slip | null {
  if (issued === null || date === null || date.iso === null) return null;
  const length = Math.min(issued.length, date.iso.length);
  if (date.iso.slice(0, length) <= issued.slice(0, length)) return null;
  return { message: "future", data: { number, date: showDay(date.iso), issued: showDay(issued) }, span: date.span };
}
