import type { Field, Reading } from "../../appendix/appendix";
import { parseAttachmentLine, type AttachmentLine } from "../../text/place/attachmentLine";
import type { Rule } from "../rule";
import { DECREE_30 } from "../shared/sources";
import { headingPlace, sharesHeading } from "./heading";
import { anyChange } from "../shared/sameFields";

/** The line "(Kèm theo …)" is missing, incomplete, or cites another plan than the workbook's other appendices. */
export const attachmentLine: Rule = {
  id: "title/attachment-line",
  severity: "warning",
  clarity: "thẩm quyền",
  title: { vi: "Dòng “(Kèm theo …)” thiếu hoặc sai", en: "The attachment line is missing or wrong" },
  explanation: {
    vi: "Dưới tên phụ lục phải có dòng “(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)”: không có dòng này thì phụ lục không gắn với văn bản nào. Các phụ lục của một kế hoạch phải dẫn cùng một văn bản.",
    en: "Below the title stands “(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)”: without it the appendix belongs to no document. All appendices of one plan cite the same document.",
  },
  source: DECREE_30,
  messages: {
    missing: {
      vi: () => "Chưa có dòng “(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)” dưới tên phụ lục: thêm vào.",
      en: () => "There is no line “(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)” below the title: add it.",
    },
    incomplete: {
      vi: ({ lacks }) => `Dòng kèm theo thiếu ${String(lacks)}: ghi đủ “số … ngày … tháng … năm …” của kế hoạch.`,
      en: ({ lacksEn }) => `The attachment line lacks the ${String(lacksEn)}: write the plan's “số … ngày … tháng … năm …” in full.`,
    },
    other: {
      vi: ({ found, sheet, first }) => `Phụ lục này kèm theo kế hoạch ${String(found)}, phụ lục ở trang “${String(sheet)}” kèm theo kế hoạch ${String(first)}: ghi cùng một kế hoạch.`,
      en: ({ found, sheet, first }) => `This appendix is attached to the plan ${String(found)}, the one on sheet “${String(sheet)}” to the plan ${String(first)}: cite one plan.`,
    },
  },
  examples: [
    {
      title: { vi: "Có tên phụ lục, không có dòng kèm theo", en: "A title without an attachment line" },
      rows: [
        ["PHỤ LỤC I: DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ TRÊN ĐỊA BÀN XÃ HÙNG CHÂU"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A1"],
    },
    {
      title: { vi: "Dòng kèm theo không có số, không có ngày", en: "An attachment line without number and date" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch của UBND xã Hùng Châu)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: ["A3"],
    },
    {
      title: { vi: "Hai phụ lục dẫn hai kế hoạch", en: "Two appendices cite two plans" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Hùng Châu)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        [],
        ["PHỤ LỤC II"],
        ["DANH MỤC CHỈ TIÊU CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 21/KH-UBND ngày 05/01/2026 của UBND xã Hùng Châu)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý I/2026"],
        [2, "Lắp mã QR ở chợ", "Phòng Kinh tế", "Quý III/2026"],
      ],
      flagged: ["A10"],
    },
    {
      title: { vi: "Một dòng sai ngày của kế hoạch: báo ở dòng ấy, không báo ở dòng kia", en: "One line has a wrong date: that line is told for it, not the other" },
      plan: { issued: "2026-01-05" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2025 của UBND xã Hùng Châu)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
        [],
        ["PHỤ LỤC II"],
        ["DANH MỤC CHỈ TIÊU CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Hùng Châu)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND", "Quý I/2026"],
        [2, "Lắp mã QR ở chợ", "Phòng Kinh tế", "Quý III/2026"],
      ],
      flagged: [],
    },
    {
      title: { vi: "Hai bảng trong một phụ lục", en: "Two tables in one appendix" },
      rows: [
        ["PHỤ LỤC"],
        ["CHỈ TIÊU VÀ NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã Hùng Châu)"],
        ["Bảng 1. Chỉ tiêu"],
        ["TT", "Chỉ tiêu", "2026", "2030"],
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", "80%", "95%"],
        [2, "Tỷ lệ hộ có cáp quang", "70%", "90%"],
        [],
        ["Bảng 2. Nhiệm vụ"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
    {
      title: { vi: "Dòng kèm theo đủ, số và ngày chờ điền", en: "A full attachment line, number and day to be filled in" },
      rows: [
        ["PHỤ LỤC I"],
        ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
        ["(Kèm theo Kế hoạch số       /KH-UBND ngày    tháng 7 năm 2025 của UBND xã Hùng Châu)"],
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: anyChange,
  checkAppendix: ({ appendix, plan, reading, report }) => {
    const { attachment: line, lines } = appendix.titleLines;
    if (lines.length === 0) return; // a bare table: title/missing tells that
    if (line === null) {
      if (sharesHeading(appendix, reading)) return;
      report({ at: headingPlace(appendix), message: "missing" });
      return;
    }
    const said = parseAttachmentLine(line.text);
    if (said === null || said.numberSpan === null || said.dateSpan === null) {
      const [lacks, lacksEn] = lackOf(said);
      report({ at: line, message: "incomplete", data: { lacks, lacksEn } });
      return;
    }
    const first = firstAttachment(reading);
    if (first !== null && first.line !== line && differ(first.said, said, plan.issued)) {
      report({ at: line, message: "other", data: { found: citation(said), sheet: first.sheet, first: citation(first.said) } });
    }
  },
};

/** What an incomplete line lacks, in Vietnamese and in English. */
function lackOf(said: AttachmentLine | null): readonly [vi: string, en: string] {
  if (said === null) return ["tên loại văn bản", "kind of document"];
  if (said.numberSpan !== null) return ["ngày", "date"];
  return said.dateSpan === null ? ["số và ngày", "number and the date"] : ["số", "number"];
}

/** An appendix's complete attachment line. */
interface Cited {
  readonly line: Field;
  readonly sheet: string;
  readonly said: AttachmentLine;
}

const firstLines = new WeakMap<Reading, { readonly cited: Cited | null }>();

/** The attachment line that the other appendices are held to: the workbook's first complete one. Sought once for each reading. */
function firstAttachment(reading: Reading): Cited | null {
  let known = firstLines.get(reading);
  if (known === undefined) {
    known = { cited: seekFirst(reading) };
    firstLines.set(reading, known);
  }
  return known.cited;
}

function seekFirst(reading: Reading): Cited | null {
  for (const { sheet, titleLines } of reading.appendices) {
    const line = titleLines.attachment;
    const said = line === null ? null : parseAttachmentLine(line.text);
    if (line !== null && said !== null && said.numberSpan !== null && said.dateSpan !== null) return { line, sheet, said };
  }
  return null;
}

/**
 * True when two lines speak of different plans; what is blank in either agrees with anything. A date that is not the plan's own is
 * title/date-mismatch's, at the line that has it: the other line is not told for it.
 */
function differ(a: AttachmentLine, b: AttachmentLine, issued: string | null): boolean {
  if (a.number !== null && b.number !== null && a.number.toLowerCase() !== b.number.toLowerCase()) return true;
  const [one, other] = [dateOf(a), dateOf(b)];
  if (issued !== null && (datesDiffer(one, issued) || datesDiffer(other, issued))) return false;
  return datesDiffer(one, other);
}

/** Compared as far as both are known. */
function datesDiffer(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) !== other.slice(0, known);
}

/** As much of the ISO date as is written; "" when all of it is blank. */
function dateOf({ issued, year }: AttachmentLine): string {
  return issued ?? (year === null ? "" : String(year));
}

/** "số 12/KH-UBND ngày 5/1/2026", with "…" for what is blank. */
function citation(said: AttachmentLine): string {
  const [year = "…", month = "…", day = "…"] = dateOf(said).split("-").filter((part) => part !== "").map((part) => String(Number(part)));
  return `số ${said.number ?? "…"} ngày ${day}/${month}/${year}`;
}
