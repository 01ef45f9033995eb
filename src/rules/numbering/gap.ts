import type { Appendix, Field } from "../../appendix/appendix";
import type { Meanings, Rule } from "../rule";
import { OFFICE_CONVENTION } from "../shared/sources";
import { breaksOf, entriesOfItems, numberedAlike } from "./sequence";

/** Numbers are left out: a row was deleted, or two versions were put together. */
export const gap: Rule = {
  id: "numbering/gap",
  severity: "error",
  clarity: null,
  title: { vi: "Số thứ tự nhảy cóc", en: "Numbers are left out" },
  explanation: {
    vi: "Số bị bỏ cách cho thấy có dòng đã xóa mà chưa đánh số lại, hoặc bị mất khi ghép bảng: kiểm tra xem có thiếu nhiệm vụ không rồi đánh số lại. Chỉ báo ở chỗ đứt đầu tiên; các dòng sau được tính tiếp từ số tìm thấy.",
    en: "A gap means that a row was deleted without renumbering, or lost when tables were put together: make sure that no task is missing, then renumber. Only the break is told; what follows is counted from the number found.",
  },
  source: OFFICE_CONVENTION,
  messages: {
    gap: {
      vi: ({ previous, number, skipped }) => `Sau số ${String(previous)} là số ${String(number)}, thiếu số ${String(skipped)}: kiểm tra có sót nhiệm vụ không, rồi đánh số lại.`,
      en: ({ previous, number, skipped }) => `${String(previous)} is followed by ${String(number)}, ${String(skipped)} is missing: make sure that no task is lost, then renumber.`,
    },
    start: {
      vi: ({ number, skipped }) => `Dãy số bắt đầu từ ${String(number)}, thiếu số ${String(skipped)}: kiểm tra có sót nhiệm vụ không, rồi đánh số lại.`,
      en: ({ number, skipped }) => `The numbers start at ${String(number)}, ${String(skipped)} is missing: make sure that no task is lost, then renumber.`,
    },
  },
  examples: [
    {
      title: { vi: "Từ 2 nhảy sang 5", en: "From 2 straight to 5" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì"],
        [1, "Lập danh sách hộ kinh doanh", "Phòng Kinh tế"],
        [2, "Rà soát máy chủ của xã", "Công an xã"],
        [5, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội"],
        [6, "Số hóa sổ hộ tịch", "Văn phòng HĐND và UBND"],
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
      title: { vi: "Danh mục liệt kê đánh số lại ở từng mục, mục II bắt đầu từ 2", en: "An outline numbered anew in each section; section II starts at 2" },
      rows: [
        ["I. Nhóm nhiệm vụ về hạ tầng"],
        ["1. Lắp trạm phát sóng"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Quý I/2026"],
        ["2. Kéo cáp về các thôn"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Quý II/2026"],
        ["II. Nhóm nhiệm vụ về nhân lực"],
        ["2. Mở lớp kỹ năng số"],
        ["- Cơ quan chủ trì: Phòng Văn hóa - Xã hội"],
        ["- Thời gian: Quý III/2026"],
        ["III. Nhóm nhiệm vụ về dữ liệu"],
        ["1. Số hóa sổ hộ tịch"],
        ["- Cơ quan chủ trì: Văn phòng HĐND và UBND"],
        ["- Thời gian: Quý III/2026"],
        ["2. Rà soát mã QR ở chợ"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Quý IV/2026"],
      ],
      flagged: ["A9"],
      fixed: [
        ["I. Nhóm nhiệm vụ về hạ tầng"],
        ["1. Lắp trạm phát sóng"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Quý I/2026"],
        ["2. Kéo cáp về các thôn"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Quý II/2026"],
        ["II. Nhóm nhiệm vụ về nhân lực"],
        ["1. Mở lớp kỹ năng số"],
        ["- Cơ quan chủ trì: Phòng Văn hóa - Xã hội"],
        ["- Thời gian: Quý III/2026"],
        ["III. Nhóm nhiệm vụ về dữ liệu"],
        ["1. Số hóa sổ hộ tịch"],
        ["- Cơ quan chủ trì: Văn phòng HĐND và UBND"],
        ["- Thời gian: Quý III/2026"],
        ["2. Rà soát mã QR ở chợ"],
        ["- Cơ quan chủ trì: Phòng Kinh tế"],
        ["- Thời gian: Quý IV/2026"],
      ],
    },
    {
      title: { vi: "Số 1 và số 4 đứng đầu các việc a), b); sau số 5 thiếu số 6", en: "1 and 4 stand above tasks a), b); 6 is left out" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Phát triển hạ tầng"],
        [1, "Nâng cấp mạng nội bộ:"],
        ["a)", "Mua máy tính", "Phòng Kinh tế", "Quý I/2026"],
        ["b)", "Kéo cáp", "Phòng Kinh tế", "Quý II/2026"],
        [2, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["II", "Phát triển nhân lực"],
        [3, "Mở lớp kỹ năng số", "Phòng Kinh tế", "Quý III/2026"],
        [4, "Bồi dưỡng công chức:"],
        ["a)", "Tin học", "Phòng Kinh tế", "Quý III/2026"],
        ["b)", "Ngoại ngữ", "Phòng Kinh tế", "Quý III/2026"],
        [5, "Cử người đi học", "Phòng Kinh tế", "Quý IV/2026"],
        [7, "Tổng kết", "Phòng Kinh tế", "Quý IV/2026"],
      ],
      flagged: ["A13"],
    },
    {
      title: { vi: "Số chạy suốt qua các mục", en: "Numbers run through the sections" },
      rows: [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Phát triển hạ tầng"],
        ["1.", "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
        ["2.", "Kéo cáp về các thôn", "Phòng Kinh tế", "Quý II/2026"],
        ["II", "Phát triển nhân lực"],
        ["3.", "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
      ],
      flagged: [],
    },
  ],
  ignoresChange: numberedAlike("number"),
  memories: () => [entriesOfItems.number],
  checkAppendix: ({ appendix, reading, meanings, report }) => {
    const index = reading.appendices.indexOf(appendix);
    for (const { kind, field, found, previous, expected, fix } of breaksOf(appendix, "number")) {
      if (kind !== "gap" || found === null || headSubTasks(appendix, field, expected, found)) continue;
      const skipped = found - expected === 1 ? String(expected) : `${expected}–${found - 1}`;
      if (previous !== null) report({ at: field, message: "gap", data: { previous, number: found, skipped }, fix });
      else if (found !== lastNumber(reading.appendices[index - 1], meanings) + 1) {
        report({ at: field, message: "start", data: { number: found, skipped }, fix });
      }
    }
  },
};

/** True when the numbers left out stand above sub-tasks ("1", "a)", "b)", then "2"): a row that heads others is no task itself, but is counted. */
function headSubTasks({ sections }: Appendix, { cell }: Field, from: number, to: number): boolean {
  if (sections.length < to - from) return false;
  const heads = new Set<number>();
  for (const { row, numeral } of sections) {
    if (row >= cell.row) break;
    if (numeral !== null && /^\s*\d+[.)]?\s*$/.test(numeral.text)) heads.add(Number.parseInt(numeral.text, 10));
  }
  for (let number = from; number < to; number++) if (!heads.has(number)) return false;
  return true;
}

/** The last number of an appendix, which the next one may go on from; 0 when it has none. */
function lastNumber(appendix: Appendix | undefined, meanings: Meanings): number {
  const field = appendix?.items.at(-1)?.fields.number;
  return (field === undefined ? null : meanings.number(field))?.parts[0] ?? 0;
}
