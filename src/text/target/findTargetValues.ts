import { canonicalTone, compose, lower, plainMarks } from "../normal";
import { AFTER, BEFORE, comparisonOf, FIGURE, figureOf, unitWords } from "./figures";
import type { MeasuredTarget } from "./targetValue";

/**
 * A number in prose: with a per cent sign, after a comparison, or a count written with a leading zero ("01 mô hình", the way offices
 * write counts below ten).
 */
const VALUE = new RegExp(
  String.raw`(?<![\p{L}\d./-])(?:(?<before>${BEFORE}|đạt|phấn đấu)\s*)?(?<![\p{L}\d/-]|\d[.,])(?<first>${FIGURE})(?<share1>\s?(?:%|phần trăm(?!\p{L})))?` +
    String.raw`(?:\s?(?:-|đến|tới)\s?(?<last>${FIGURE}))?(?<share2>\s?(?:%|phần trăm(?!\p{L})))?(?:\s(?<after>${AFTER})(?!\p{L}))?`,
  "gu",
);
/** A number that names one of a row, a time or a document is no value: "Đề án 06", "mức độ 4", "tháng 9", "Điều 5". */
const NAMES_SOMETHING =
  /(?:đề án|dự án|nghị quyết|quyết định|kế hoạch|chương trình|nghị định|thông tư|chỉ thị|công văn|luật|số|mức độ|mức|cấp độ|cấp|lớp|điều|khoản|điểm|mục|phần|phụ lục|tháng|ngày|năm|quý|giai đoạn|khóa|thứ|top|tuần|lần|nhóm|loại|bước|vòng|phiên bản|quận|phường|thôn|tổ|đội|khu|vùng|thế hệ|mẫu|biểu|trang|tiểu mục|và định hướng đến|đến năm|trước|sau)\s+$/u;
const TIMES = /^(?:ngày|tháng|năm|giờ|phút|giây|tuần|quý|lần)$/;
/** What follows a number that is part of something else: "5G", "57-NQ/TW", "24/7", "16/6/2025". */
const GLUED = /^(?:[\p{L}\p{M}]|\d|\/\s?[\p{L}\d]|-\s?\p{L}|[.,]\d)/u;
/** Comparisons that are also prepositions ("trên 3 lĩnh vực", "từ 01 đến …"): they need a per cent sign or a unit that is counted. */
const AMBIGUOUS = /^(?:trên|dưới|từ|hơn|đạt|phấn đấu|=)$/;
const COUNTED = /^(?:mô hình|sản phẩm|doanh nghiệp|hợp tác|tiêu chí|chỉ tiêu|điểm|người|hộ|lượt|cuộc|lớp|đồng|triệu|tỷ|hồ sơ|thủ tục|dịch vụ|cơ sở|thôn|trường|buổi|bài|tin|sáng kiến|đề tài|hệ thống|nền tảng|điểm nhấn|tổ|ha|km|tấn)/;

/**
 * The numbers to reach in prose: "Tối thiểu 90% hồ sơ …", "đạt 95%", "ít nhất 01 mô hình". Document numbers, dates, "24/7", "5G", "mức
 * độ 4", "Đề án 06" and other numbers that name something are left out.
 * @returns the values in the order of the text, with offsets into it; none when the prose sets no number.
 */
export function findTargetValues(text: string): MeasuredTarget[] {
  if (!/\d/.test(text)) return [];
  const { text: written, original } = compose(text);
  const plain = plainMarks(lower(canonicalTone(written)));
  const values: MeasuredTarget[] = [];
  for (const match of plain.matchAll(VALUE)) {
    const { before = "", first = "", last, after = "" } = match.groups ?? {};
    const share = match.groups?.["share1"] ?? match.groups?.["share2"];
    const end = match.index + match[0].length;
    const following = plain.slice(end, end + 60);
    if (share === undefined && GLUED.test(following)) continue;
    const unit = share === undefined ? unitWords(following) : "%";
    // "01 Gbps": a capital in the unit makes it part of what is measured, not a count of something.
    if (share === undefined && before === "" && /^\s?\p{Lu}/u.test(written.slice(end, end + 2))) continue;
    if (share === undefined && !isCount(plain, match.index, before, first, unit, after)) continue;
    const from = figureOf(first);
    const to = last === undefined ? null : figureOf(last);
    const unitEnd = share !== undefined || unit === "" ? end : end + following.indexOf(unit) + unit.length;
    values.push({
      kind: "measured",
      comparison: to === null ? comparisonOf(before, after) : "=",
      number: from.number,
      upTo: to?.number ?? null,
      unit: unit === "" ? null : share !== undefined ? "%" : written.slice(unitEnd - unit.length, unitEnd),
      decimalMark: from.decimalMark ?? to?.decimalMark ?? null,
      start: original(match.index),
      end: original(unitEnd),
    });
  }
  return values;
}

/** True for a number without a per cent sign that sets how many. */
function isCount(plain: string, index: number, before: string, first: string, unit: string, after: string): boolean {
  const preceding = plain.slice(Math.max(0, index - 30), index);
  if (before === "" || AMBIGUOUS.test(before)) {
    if (NAMES_SOMETHING.test(preceding) || TIMES.test(unit)) return false;
    if (after !== "") return true;
    if (before !== "") return unit === "" ? before === "đạt" : COUNTED.test(unit);
    return /^0\d$/.test(first) && unit.length > 1;
  }
  return true;
}
