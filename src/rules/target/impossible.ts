import { lower, nfc } from "../../text/normal";
import type { Rule } from "../rule";
import { shorten } from "../shared/shorten";
import { hasTargets, hasUnitOfMeasure, type Measured, measuredOf, measureOf } from "../shared/values";

const header = ["TT", "Chỉ tiêu", "2025", "2030", "2035", "Cơ quan chủ trì"];

/** A value that cannot be reached, or a bound that cannot be passed. */
export const impossible: Rule = {
  id: "target/impossible",
  severity: "warning",
  clarity: "sản phẩm",
  title: { vi: "Giá trị không thể có", en: "An impossible value" },
  explanation: {
    vi: "Tỷ lệ của một tổng thể không thể vượt 100%, số lượng không thể âm, chỉ số trên thang 0 đến 1 không thể vượt 1: thường là gõ thiếu dấu phẩy hoặc nhầm đơn vị. “≥100%” thì ghi gọn là “100%”.",
    en: "A share of a whole cannot pass 100%, a count cannot be negative, an index on a scale from 0 to 1 cannot pass 1: usually a lost decimal mark or a wrong unit. For “≥100%” write “100%”.",
  },
  source: { vi: "Ý nghĩa của tỷ lệ, số lượng và chỉ số", en: "What a share, a count and an index are" },
  messages: {
    overHundred: {
      vi: ({ text }) => `“${String(text)}”: một tỷ lệ không thể vượt 100%, kiểm tra lại số.`,
      en: ({ text }) => `“${String(text)}”: a share cannot pass 100%, check the number.`,
    },
    bound: {
      vi: ({ text, full }) => `“${String(text)}”: không thể cao hơn ${String(full)}, nên ghi đúng bằng ${String(full)}.`,
      en: ({ text, full }) => `“${String(text)}”: nothing lies above ${String(full)}; write just ${String(full)}.`,
    },
    negative: {
      vi: ({ text }) => `“${String(text)}” là số âm: kiểm tra lại.`,
      en: ({ text }) => `“${String(text)}” is negative: check the number.`,
    },
    overScale: {
      vi: ({ text }) => `“${String(text)}” vượt thang 0 đến 1 mà các năm khác của chỉ số này dùng: có thể thiếu dấu phẩy.`,
      en: ({ text }) => `“${String(text)}” passes the scale from 0 to 1 that the other years of this index use: a decimal mark may be lost.`,
    },
  },
  examples: [
    {
      title: { vi: "Vượt 100%, số âm, vượt thang đo", en: "Over 100%, negative, over the scale" },
      rows: [
        header,
        [1, "Tỷ lệ hộ có cáp quang", "30%", "120%", ">100%", "Phòng Kinh tế"],
        [2, "Số mô hình điểm", -1, 2, 5, "Phòng Kinh tế"],
        [3, "Chỉ số chuyển đổi số", "≥0,6", "≥7", "≥0,8", "Phòng Kinh tế"],
        [4, "Tỷ lệ hồ sơ nộp trực tuyến", "≥70%", "≥90%", "≥100%", "Phòng Kinh tế"],
      ],
      flagged: ["D2", "E2", "C3", "D4", "E5"],
    },
    {
      title: { vi: "Chỉ tiêu viết thành câu", en: "Targets in prose" },
      rows: [
        ["TT", "Nội dung chỉ tiêu", "Đơn vị chủ trì"],
        [1, "Kéo giảm số vụ; tỷ lệ điều tra, khám phá án đạt trên 120%", "Phòng Kinh tế"],
        [2, "100% hồ sơ đúng hạn; tỷ lệ thu so với dự toán đạt 120%", "Phòng Kinh tế"],
        [3, "Có 105% hộ nuôi trồng được cấp mã số", "Phòng Kinh tế"],
        [4, "Số lượt khách bằng 130% hộ đăng ký năm trước; doanh thu tăng 120%", "Phòng Kinh tế"],
      ],
      flagged: ["B2", "B4"],
    },
    {
      title: { vi: "Tốc độ tăng có thể vượt 100%", en: "A rate of growth may pass 100%" },
      rows: [
        header,
        [1, "Tỷ lệ tăng doanh thu bán hàng qua mạng", "50%", "120%", "150%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hồ sơ nộp trực tuyến", "≥70%", "100%", "100%", "Phòng Kinh tế"],
        [3, "Số mô hình điểm", "≥100", "≥120", "≥150", "Phòng Kinh tế"],
      ],
      flagged: [],
    },
  ],
  appliesTo: (appendix) => appendix.kind === "targets" || hasTargets(appendix),
  checkItem: (item, { appendix, meanings, report }) => {
    if (item.values.length === 0) {
      const { content } = item.fields;
      // Most texts have no figures over 100 with a per cent sign: the sign is looked for first.
      if (appendix.kind !== "targets" || content === undefined || !content.text.includes("%")) return;
      const share = shareInProse(content.text);
      if (share !== null) report({ at: content, message: "overHundred", data: { text: share } });
      return;
    }
    const measured = measuredOf(item, meanings);
    if (measured.length === 0) return;
    const measure = measureOf(item);
    const scaled = measure === "index" && usesUnitScale(measured);
    // A share without its sign counts as per cent where the row (or the unit column) says so somewhere, or reads like it.
    const asPercent = measure === "share" && (hasUnitOfMeasure(item, meanings) || measured.some(({ value }) => value.unit === "%" || value.number > 1));
    for (const { cell, value } of measured) {
      const data = { text: shorten(cell.field.text) };
      const top = Math.max(value.number, value.upTo ?? value.number);
      const above = value.comparison === ">" || value.comparison === ">=";
      if (value.number < 0) {
        if (measure === "share" || measure === "count" || measure === "index") report({ at: cell.field, message: "negative", data });
      } else if (asPercent && (value.unit === "%" || value.unit === null)) {
        if (top > 100 || (top === 100 && value.comparison === ">")) report({ at: cell.field, message: "overHundred", data });
        else if (top === 100 && above) report({ at: cell.field, message: "bound", data: { ...data, full: "100%" }, severity: "info" });
      } else if (scaled && value.unit === null) {
        if (top > 1 || (top === 1 && value.comparison === ">")) report({ at: cell.field, message: "overScale", data });
        else if (top === 1 && above) report({ at: cell.field, message: "bound", data: { ...data, full: "1" }, severity: "info" });
      }
    }
  },
};

/** "Tỷ lệ … đạt trên 120%" within one clause. */
const SHARE_OF_PROSE = /(?<!\p{L})(?:tỷ lệ|tỉ lệ)(?!\p{L})([^.;%]{2,80}?)(?<!\d)(\d{3,}(?:[.,]\d+)?\s?%)/gu;
/** "105% hộ được cấp mã số": so many of those who can be counted. */
const SHARE_OF_ALL =
  /^([^.;:%]{0,40}?)(?<![\d.,])(\d{3,}(?:[.,]\d+)?\s?%)\s(?:(?:tổng )?số\s|các\s)?(?:hộ|người|cán bộ|công chức|viên chức|đảng viên|hồ sơ|thủ tục|văn bản|cơ sở|thôn|xóm|ấp|bản|buôn|khu phố|tổ dân phố|trường|học sinh|trẻ em|trẻ|doanh nghiệp|hợp tác xã|tàu cá|đối tượng)(?!\p{L})/u;
const MAY_EXCEED = /(?<!\p{L})(?:tăng|tốc độ|so với|bằng|vượt|dự toán|kế hoạch|giao|lợi nhuận|hoàn vốn)(?!\p{L})/u;

/** The share beyond 100% that a target in prose asks for; null when there is none. */
function shareInProse(text: string): string | null {
  const plain = lower(nfc(text));
  for (const [, clause = "", share = ""] of plain.matchAll(SHARE_OF_PROSE)) {
    if (Number.parseInt(share, 10) > 100 && !MAY_EXCEED.test(clause)) return share;
  }
  const [, before = "", share = ""] = SHARE_OF_ALL.exec(plain) ?? [];
  return share !== "" && Number.parseInt(share, 10) > 100 && !MAY_EXCEED.test(before) ? share : null;
}

/** True when most values of an index lie strictly between 0 and 1. */
function usesUnitScale(measured: readonly Measured[]): boolean {
  const fractions = measured.filter(({ value }) => value.unit === null && value.number > 0 && value.number < 1);
  return fractions.length >= 2 && 2 * fractions.length > measured.length;
}
