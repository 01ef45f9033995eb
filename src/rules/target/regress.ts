import { lower, nfc } from "../../text/normal";
import type { Column, Item } from "../../appendix/appendix";
import type { Rule } from "../rule";
import { shorten } from "../shared/shorten";
import { hasTargets, type Measured, measuredOf, measureOf, yearOfPeriod } from "../shared/values";

const header = ["TT", "Chỉ tiêu", "2025", "2030", "2035", "Cơ quan chủ trì"];

/** Things that a plan wants fewer of: without a sign, falling values are the aim. */
const UNWANTED =
  /(?<!\p{L})(?:giảm|nghèo|thất nghiệp|tử vong|chết|tai nạn|vi phạm|quá hạn|trễ hạn|chậm|tồn đọng|nợ|sự cố|khiếu nại|thời gian|chi phí|phát thải|suy dinh dưỡng|thấp còi|bỏ học|tội phạm|ô nhiễm|thất thoát|hao hụt|mù chữ|phạm pháp|mắc|lây nhiễm|lõm sóng|sinh con thứ|sinh thô|giới tính khi sinh|tảo hôn|cận huyết|đuối nước|tái (?:nghèo|nghiện|phạm)|nghiện|ly hôn|bạo lực|xâm hại|mất rừng|phá rừng|ngộ độc|nhẹ cân|béo phì|cháy|bệnh|phụ thuộc|trả lại|không)(?!\p{L})/u;

/** What one sector gives way to another is the aim: "Tỷ trọng nông nghiệp", "Tỷ lệ lao động nông, lâm nghiệp". */
const SHARE_OF_SECTOR = /(?<!\p{L})(?:tỷ trọng|tỉ trọng|cơ cấu|lao động (?:trong )?(?:ngành |lĩnh vực )?nông)(?!\p{L})/u;

/** What one year brings, more or less: a rate that slows down is no step back. */
const STEP = /^[\s\d.\-+*]*(?:(?:mức|tỷ lệ|tỉ lệ|tốc độ|số \p{L}+(?:\s\p{L}+)?)\s)?(?:giảm|tăng)(?!\s(?:còn|xuống|dưới|lên))(?!\p{L})/u;

/** The share of those who suffer from it: it is to fall, whatever the first year was. "Tỷ lệ hộ nghèo được vay vốn" is another thing. */
const SUFFERING =
  /^[\s\d.\-+*]*(?:tỷ lệ|tỉ lệ)\s(?:hộ (?:cận )?nghèo|thất nghiệp|tảo hôn|trẻ em(?: dưới \d+ tuổi)? suy dinh dưỡng|hồ sơ (?:quá|trễ) hạn)(?: đa chiều)?(?:\s(?:theo|thể|khu vực|trên địa bàn|cuối)(?!\p{L}).*|\s*\(.*)?[\s.:;]*$/u;

/** What is done against it in each year may be more or less: "số hộ thoát nghèo", "số hộ nghèo giảm trong năm". */
const BY_YEAR = /(?<!\p{L})(?:giảm|thoát|xóa|xoá|không|tăng|hỗ trợ|xử lý|giải quyết|trong năm|hằng năm|hàng năm)(?!\p{L})/u;

/** What was reached and is to be kept: "số trường đạt chuẩn quốc gia", but not how many more a year brings. */
const KEPT = /(?<!\p{L})(?:đạt chuẩn|lũy kế|luỹ kế)(?!\p{L})(?!.*(?<!\p{L})(?:mới|trong năm|hằng năm|hàng năm|tăng thêm)(?!\p{L}))/u;

/** A later year asks for less than an earlier one. */
export const regress: Rule = {
  id: "target/regress",
  severity: "warning",
  clarity: "sản phẩm",
  title: { vi: "Chỉ tiêu năm sau lùi so với năm trước", en: "A later year asks for less" },
  explanation: {
    vi: "Mức phải đạt của năm sau thấp hơn năm trước (hoặc cao hơn, với chỉ tiêu cần giảm) thường là gõ nhầm số hay nhầm cột. Nếu dòng gộp hai nội dung khác nhau (ví dụ 5G rồi 6G) thì tách thành hai dòng.",
    en: "A later year that asks for less than an earlier one (or for more, where the aim is to fall) is usually a slip of number or column. Where one row holds two subjects (5G, then 6G), split it.",
  },
  source: { vi: "Thông lệ rà soát lộ trình chỉ tiêu", en: "Reviewers' practice: the path of a target over the years" },
  messages: {
    lower: {
      vi: ({ text, period, before, earlier }) => `“${String(text)}” (${String(period)}) thấp hơn “${String(before)}” (${String(earlier)}): kiểm tra lại số, hoặc tách dòng nếu là hai nội dung.`,
      en: ({ text, period, before, earlier }) => `“${String(text)}” (${String(period)}) is lower than “${String(before)}” (${String(earlier)}): check the number, or split the row if it holds two subjects.`,
    },
    higher: {
      vi: ({ text, period, before, earlier }) => `“${String(text)}” (${String(period)}) cao hơn “${String(before)}” (${String(earlier)}) dù chỉ tiêu cần giảm: kiểm tra lại số.`,
      en: ({ text, period, before, earlier }) => `“${String(text)}” (${String(period)}) is higher than “${String(before)}” (${String(earlier)}) though the aim is to fall: check the number.`,
    },
  },
  examples: [
    {
      title: { vi: "Năm sau thấp hơn năm trước; chỉ tiêu cần giảm lại tăng", en: "Lower in a later year; rising where the aim is to fall" },
      rows: [
        header,
        [1, "Tỷ lệ phủ sóng 5G (6G từ 2035)", "≥30%", "≥90%", "≥40%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hồ sơ quá hạn", "≤5%", "≤3%", "≤4%", "Phòng Kinh tế"],
        [3, "Tỷ lệ hộ có cáp quang", "80%", "60%", "90%", "Phòng Kinh tế"],
      ],
      flagged: ["E2", "E3", "D4"],
    },
    {
      title: { vi: "Số đếm tăng đều mà một năm lại tụt; số đã đạt chuẩn mà giảm", en: "A count that rises each year but one; a standard once met and lost" },
      rows: [
        ["TT", "Chỉ tiêu", "2026", "2027", "2028", "2029", "2030", "Cơ quan chủ trì"],
        [1, "Diện tích rau an toàn (ha)", 300, 380, 360, 520, 600, "Phòng Kinh tế"],
        [2, "Số trường đạt chuẩn quốc gia", 3, 3, 4, 4, 2, "Phòng Văn hóa - Xã hội"],
        [3, "Diện tích tái canh (ha)", 120, 150, 150, 120, 80, "Phòng Kinh tế"],
        [4, "Số hộ vay vốn", 40, 60, 50, 55, 70, "Phòng Kinh tế"],
      ],
      flagged: ["E2", "G3"],
    },
    {
      title: { vi: "Điều cần bớt đang giảm lại tăng; số đếm rơi mất một chữ số", en: "What falls each year as it should, then rises; a count that lost a digit" },
      rows: [
        ["TT", "Chỉ tiêu", "2026", "2027", "2028", "2029", "Cơ quan chủ trì"],
        [1, "Tỷ lệ hộ nghèo", "3,2%", "2,5%", "1,9%", "2,6%", "Phòng Kinh tế"],
        [2, "Sản lượng lúa (tấn)", 31000, 31500, 3200, 32400, "Phòng Kinh tế"],
        [3, "Diện tích cây vụ đông (ha)", 240, 260, 270, 28, "Phòng Kinh tế"],
        [4, "Tỷ lệ hộ nghèo được vay vốn", "70%", "80%", "90%", "100%", "Phòng Kinh tế"],
        [5, "Số đề tài, sáng kiến", 10, 10, 1, 1, "Phòng Kinh tế"],
        [6, "Số hộ thoát nghèo", 50, 40, 30, 35, "Phòng Kinh tế"],
        [7, "Tỷ lệ hộ cận nghèo (%)", "4,1", "4,6", "3,5", "3,0", "Phòng Kinh tế"],
      ],
      flagged: ["F2", "E3", "F4", "D8"],
    },
    {
      title: { vi: "Tăng dần, giữ nguyên, hoặc giảm đúng hướng", en: "Rising, level, or falling as it should" },
      rows: [
        header,
        [1, "Tỷ lệ hồ sơ nộp trực tuyến", "≥70%", "≥70%", "90%", "Phòng Kinh tế"],
        [2, "Tỷ lệ hộ nghèo", "5%", "3%", "1%", "Phòng Kinh tế"],
        [3, "Số lớp tập huấn", 5, 3, 4, "Phòng Kinh tế"],
        [5, "Tỷ lệ sinh con thứ ba trở lên", "8,4%", "8%", "7,5%", "Phòng Kinh tế"],
        [6, "Tỷ trọng nông nghiệp", "32%", "28%", "21%", "Phòng Kinh tế"],
        [4, "Giảm tỷ lệ hộ nghèo đa chiều", "≥1,5%", "≥1%", "≥0,5%", "Phòng Kinh tế"],
      ],
      flagged: [],
    },
  ],
  appliesTo: hasTargets,
  checkItem: (item, { meanings, report }) => {
    if (item.values.length < 2) return;
    const path = measuredOf(item, meanings)
      .map((measured) => ({ measured, year: yearOf(measured.cell.column) }))
      .filter((step): step is Step => step.year !== null && !beyondWhole(item, step.measured) && !beyondScale(item, step.measured))
      .sort((a, b) => a.year - b.year);
    if (path.length < 2) return;
    const aim = aimOf(item, path.map(({ measured }) => measured));
    if (aim === null) {
      const unwanted = UNWANTED.test(nameOf(item));
      const at = unwanted ? (BY_YEAR.test(nameOf(item)) ? NO_DIP : turnUpwards(path)) : Math.max(lonelyDip(path), lostDigit(path));
      const [turn, before] = [path[at], path[at - 1]];
      if (turn === undefined || before === undefined) return;
      const data = { text: shorten(turn.measured.cell.field.text), period: turn.year, before: shorten(before.measured.cell.field.text), earlier: before.year };
      report({ at: turn.measured.cell.field, message: unwanted ? "higher" : "lower", data });
      return;
    }
    let before: Step | undefined;
    for (const step of path) {
      if (before !== undefined && comparable(before.measured, step.measured) && aim * (step.measured.value.number - before.measured.value.number) < 0) {
        const data = {
          text: shorten(step.measured.cell.field.text),
          period: step.year,
          before: shorten(before.measured.cell.field.text),
          earlier: before.year,
        };
        report({ at: step.measured.cell.field, message: aim > 0 ? "lower" : "higher", data });
      }
      before = step;
    }
  },
};

/** The value of one year. */
interface Step {
  readonly measured: Measured;
  readonly year: number;
}

const NO_DIP = -1;

/**
 * The one place where a count falls though it rises from year to year before and after, and beyond where it fell from: a slip of number,
 * whatever is counted. What rises and falls more often, or falls at the end, may be meant. -1 where there is none.
 */
function lonelyDip(path: readonly Step[]): number {
  const value = (at: number): number => path[at]?.measured.value.number ?? NaN;
  let dip = NO_DIP;
  for (let i = 1; i < path.length; i++) {
    if (value(i) > value(i - 1)) continue;
    if (dip !== NO_DIP || value(i) === value(i - 1)) return NO_DIP;
    dip = i;
  }
  return path.length >= 5 && dip > 1 && dip < path.length - 1 && value(dip + 1) > value(dip - 1) ? dip : NO_DIP;
}

/** How many times what fell has to fall before a rise is a slip, and no new task of the same name. */
const SETTLED_FALLS = 2;

/** The last year, or the one before a further fall, at which what fell from year to year before rises: -1 where there is none, or more than one. */
function turnUpwards(path: readonly Step[]): number {
  let turn = NO_DIP;
  let falls = 0;
  for (let i = 1; i < path.length; i++) {
    const [before, now] = [path[i - 1]?.measured, path[i]?.measured];
    if (before === undefined || now === undefined || !comparable(before, now)) return NO_DIP;
    if (now.value.number < before.value.number) falls++;
    else if (now.value.number > before.value.number) {
      if (turn !== NO_DIP || falls < SETTLED_FALLS) return NO_DIP;
      turn = i;
    }
  }
  return turn;
}

/** Counts below this may well fall to a tenth. */
const MANY = 100;

/**
 * A count that falls to about a tenth of what it was, while ten times as much would go on with the years before ("31500, 3200"): a digit
 * was lost. -1 where there is none.
 */
function lostDigit(path: readonly Step[]): number {
  return path.findIndex((step, i) => {
    const before = path[i - 1]?.measured.value.number ?? 0;
    const whole = 10 * step.measured.value.number;
    return before >= MANY && whole >= before && whole <= 1.3 * before;
  });
}

/** More than a whole: target/impossible tells that, and nothing is lower than it. */
function beyondWhole(item: Item, { value }: Measured): boolean {
  return value.number > 100 && measureOf(item) === "share";
}

/** The same of an index on a scale from 0 to 1. */
function beyondScale(item: Item, { value }: Measured): boolean {
  return value.number > 1 && measureOf(item) === "index" && item.values.some(({ field }) => /^[^\d]*0[.,]\d/u.test(field.text));
}

function nameOf(item: Item): string {
  return lower(nfc(item.fields.content?.text ?? ""));
}

/** Columns are few and rows many: each column's year is read once. */
const years = new WeakMap<Column, number | null>();

function yearOf(column: Column): number | null {
  let year = years.get(column);
  if (year === undefined) {
    year = yearOfPeriod(column.period);
    years.set(column, year);
  }
  return year;
}

/** 1 where the values are to rise, -1 where they are to fall, null where nothing says so. */
function aimOf(item: Item, path: readonly Measured[]): 1 | -1 | null {
  if (STEP.test(nameOf(item)) || SHARE_OF_SECTOR.test(nameOf(item))) return null;
  if (path.some(({ value }) => value.comparison === ">=" || value.comparison === ">")) return path.some(({ value }) => value.comparison.startsWith("<")) ? null : 1;
  if (path.some(({ value }) => value.comparison.startsWith("<"))) return -1;
  if (UNWANTED.test(nameOf(item))) return SUFFERING.test(nameOf(item)) ? -1 : null;
  // What is counted year by year may well be less in a later year; a share or an index is a state that is to be kept.
  const measure = measureOf(item);
  return measure === "share" || measure === "index" || (measure === "count" && KEPT.test(nameOf(item))) ? 1 : null;
}

/** True when both values are of one unit; a lost per cent sign (target/unit-mixed tells it) does not hide a fall. */
function comparable(a: Measured, b: Measured): boolean {
  return a.value.unit === b.value.unit || a.value.unit === null || b.value.unit === null;
}
