import type { CellValue } from "../../grid/grid";
import { canonicalTone, collapse, fold, isBlank, lower, plainMarks } from "../normal";
import { dayInterval, intervalBefore, isoDay, monthsInterval, dayAfter, ofSerial } from "./calendar";
import type { ConditionalDeadline, Deadline, FixedDeadline, Interval, Precision, RecurringDeadline, ReferenceDeadline, SimpleDeadline } from "./deadline";
import { deadlineParts } from "./deadline";
import { WORDS, type WordGroups } from "./words";

/** A date as it is named: the year may be missing. */
interface NamedDate {
  readonly kind: "date";
  readonly start: number;
  readonly end: number;
  year: number | null;
  /** The interval in a year; null when that year has no such day. */
  readonly inYear: (year: number) => Interval | null;
  /** What "before" it means, where that is not the stretch of the same length. */
  readonly beforeIt?: (year: number) => Interval;
  readonly unit: "day" | "month" | "quarter" | "part" | "year";
  /** The month of a month, day or bare number, to fill in for "15-20/12/2025"; the quarter of a quarter. */
  readonly place: number;
  /** The moment in a normal form ("tháng 6"). */
  readonly moment: string;
}

type Word =
  | NamedDate
  | { readonly kind: "number"; readonly start: number; readonly end: number; readonly number: number }
  /** A Roman numeral that is a quarter only after one: "quý I, II/2026". */
  | { readonly kind: "numeral"; readonly start: number; readonly end: number; readonly number: number; readonly year: string | undefined }
  | { readonly kind: "every"; readonly start: number; readonly end: number; readonly every: RecurringDeadline["every"]; readonly strength: "own" | "weak" | "periodic" }
  | { readonly kind: "dayOnly"; readonly start: number; readonly end: number; readonly number: number }
  | { readonly kind: "wait"; readonly start: number; readonly end: number; readonly according: boolean }
  | { readonly kind: "onwards" | "before" | "by" | "from" | "impossible"; readonly start: number; readonly end: number };

/** Part of a deadline with its place in the text. */
interface Part {
  readonly at: number;
  readonly deadline: SimpleDeadline;
}

/** Where one statement ends for certain. Brackets hold a statement of their own. */
const CLAUSE = /[;()[\]]|\.(?=\s|$)/g;
/** Where a condition or reference ends before its clause does: at a comma or "và" that leads to a time of its own. */
const ANOTHER_TIME =
  /(?:\s?,|\s-|\svà)\s(?=(?:phải\s)?(?:hoàn thành|xong|chậm nhất|trước (?:ngày|tháng|quý|năm|\d)|thường xuyên|hằng (?:năm|quý|tháng|tuần)|hàng (?:năm|quý|tháng|tuần)|định kỳ|duy trì)(?!\p{L}))|\s(?=trong (?:năm|quý|tháng) (?:20\d\d|[ivx\d]+[ /]))/u;
/** "Hằng năm (trước ngày 15/12)": the bracket names the moment and does not stand for itself. */
const MOMENT_IN_BRACKETS = /(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|kỳ) ?\((?=(?:trước|vào|chậm nhất|ngày|tháng|quý)(?!\p{L}))/gu;
/** A clause that opens with the name of a document points at it. */
const DOCUMENT_FIRST = /^\s*(?:(?:thực hiện|triển khai)\s)?(?:kế hoạch|chương trình|lịch|quy chế|đề án|nghị quyết|quyết định|công văn|chỉ thị|dự án)(?![\p{L}\d])/u;
const GUIDANCE = /^\s*(?:đúng |các |sự )?(?:hướng dẫn|chỉ đạo|yêu cầu|đề nghị|thông báo|phân công|văn bản|ý kiến|nhu cầu|thực tế|tình hình|nhiệm vụ|phát sinh|tiến độ|lộ trình|(?:lịch )?(?:thời vụ|mùa vụ)|lịch (?:lễ|của từng|từng|thi|xuống giống|con nước|mùa|hoạt động))/;
/** What comes round by itself, on a day that the cell does not name. */
const OCCASION = /^\s*(?:(?:xong|hoàn thành)\s)?(?:(?:vào|trong|nhân|dịp|đợt|ngày|trước|sau|suốt|cuối|đầu|vòng|không quá|tối đa)\s){0,2}(?:\d{1,3} (?:ngày|giờ) làm việc|\d{1,3} (?:ngày|giờ|phút)\s?\/\s?(?:hồ sơ|lượt|vụ)|(?:từ\s)?(?:(?:mùng|mồng|ngày) \d{1,2}.{0,25})?tháng (?:giêng|chạp)|thời gian (?:có|xảy ra|diễn ra)|tết|trung thu|rằm|các ngày lễ|lễ(?!\s(?:thường|thuộc))|khai giảng|nghỉ hè|hè|mùa (?:mưa|khô|lũ|bão|vụ)|vụ (?:đông xuân|hè thu|mùa|xuân)|kỳ họp|các kỳ họp|ok om bok|katê|ramưwan|sen dolta|chôl chnăm|đại hội|sơ kết|tổng kết|tháng (?:hành động|thanh niên|công nhân|nhân đạo|cao điểm|an toàn giao thông)|tuần lễ (?!\d)|ngày hội)(?!\p{L})/u;
const DOCUMENT = /(?:kế hoạch|chương trình|lịch|quy chế|quy định|đề án|nghị quyết|quyết định|nghị định|thông tư|luật|công văn|chỉ thị|dự án)(?![\p{L}\d])/u;
const DATE_IN_CONDITION = /(?:ngày\s)?(?<!\d)(\d{1,2})(?:\s?[/.-]\s?|\stháng\s)(\d{1,2})(?:\s?[/.-]\s?|\snăm\s)(20\d\d)(?!\d)/;
const ALREADY = /(?<!\p{L})đã(?!\p{L})/u;
const RANGE = /^\s?(?:-|->|đến|tới|cho đến|đến hết|đến cuối|đến đầu|- hết)\s?(?:hết\s|cuối\s)?$/;
const LIST = /^\s?(?:,|và|&|\/|, và|,và|hoặc)\s?$/;
/** A line that begins with a time of its own; a line that was merely broken goes on. */
const NEW_LINE = /(?<!\s(?:của|và|sau|khi|trước|trong|theo|ngày|tháng|quý|năm|đến|từ|ngay|được))[ \t]*[\r\n]+\s*(?:[-+*•]\s*)?(?=(?:Thường|Hằng|Hàng|Định|Khi|Sau|Ngay|Theo|Trước|Trong|Từ|Đến|Năm|Quý|Tháng|Hoàn|Giai|Duy|Cả)(?!\p{L}))/gu;

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const NUMBERS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4, sáu: 6, chín: 9 };
const LONGEST = 2_000;

/** A number in figures or words. */
function figure(text: string): number {
  return NUMBERS[text] ?? Number(text);
}

function quarterOf(text: string): number {
  return QUARTERS[text] ?? Number(text);
}

function date(match: RegExpExecArray, unit: NamedDate["unit"], year: string | undefined, place: number, moment: string, inYear: NamedDate["inYear"]): NamedDate {
  const written = year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year);
  return { kind: "date", start: match.index, end: match.index + match[0].length, year: written, inYear, unit, place, moment };
}

function dayDate(match: RegExpExecArray, day: number, month: number, year: string | undefined): Word {
  // 12/31/2025: the month first, as a sheet in English shows it.
  const [d, m] = month > 12 && day <= 12 && year !== undefined ? [month, day] : [day, month];
  const valid = dayInterval(year === undefined ? 2000 : year.length === 2 ? 2000 + Number(year) : Number(year), m, d) !== null;
  if (!valid) return { kind: "impossible", start: match.index, end: match.index + match[0].length };
  const end = match.index + match[0].length;
  // A day of the lunar calendar lies three to seven weeks later in the other one: no day can be told, months can.
  if (LUNAR.test(match.input.slice(end, end + 14))) return date(match, "day", year, m, `ngày ${d}/${m}`, (y) => monthsInterval(y, m, Math.min(m + 2, 12), "month"));
  return date(match, "day", year, m, `ngày ${d}/${m}`, (y) => dayInterval(y, m, d));
}

const LUNAR = /^\s?\(?(?:năm )?(?:âm lịch|âl(?!\p{L})|a\.l)/u;

function monthDate(match: RegExpExecArray, month: number, year: string | undefined): Word {
  if (month < 1 || month > 12) return { kind: "impossible", start: match.index, end: match.index + match[0].length };
  return date(match, "month", year, month, `tháng ${month}`, (y) => monthsInterval(y, month, month, "month"));
}

function quarterDate(match: RegExpExecArray, quarter: number, year: string | undefined): Word {
  if (quarter < 1 || quarter > 4) return { kind: "impossible", start: match.index, end: match.index + match[0].length };
  return date(match, "quarter", year, quarter, `quý ${quarter}`, (y) => monthsInterval(y, quarter * 3 - 2, quarter * 3, "quarter"));
}

function partDate(match: RegExpExecArray, from: number, to: number, precision: Precision, year: string | undefined): NamedDate {
  return date(match, "part", year, 0, `tháng ${from}-${to}`, (y) => monthsInterval(y, from, to, precision));
}

/**
 * The first and last month of seasons and crops, as wide as they are anywhere in the country (the rains begin in May in the south and in
 * September in the middle); months past 12 lie in the next year.
 */
const SEASONS: readonly (readonly [words: RegExp, from: number, to: number])[] = [
  [/^mùa (?:mưa|bão|lũ)/, 5, 12], [/^mùa khô/, 11, 17], [/^mùa nắng/, 3, 9], [/^vụ đông.xuân/, 10, 18], [/^vụ hè/, 4, 9], [/^vụ thu/, 7, 12],
  [/^vụ mùa/, 5, 12], [/^vụ (?:xuân|chiêm)/, 1, 6], [/^vụ đông/, 9, 14], [/hè$/, 5, 8], [/trung thu/, 8, 10], [/^tết/, 1, 2],
];

/** A season of a year, or of two years that it lies between. */
function seasonDate(match: RegExpExecArray, season: string, year: number, twoYears: boolean): NamedDate {
  const [, from, to] = SEASONS.find(([words]) => words.test(season)) ?? [/^/, 1, 12];
  // One year alone leaves it open which of the two a season that goes over New Year lies in.
  const across = to > 12 && !twoYears;
  const inYear = (): Interval => ({
    start: isoDay(year, across ? 1 : from, 1),
    end: to > 12 && twoYears ? monthsInterval(year + 1, to - 12, to - 12, "half").end : monthsInterval(year, 1, Math.min(to, 12), "half").end,
    precision: "half",
  });
  // A season has no first day: what is due before it is late for certain when it is well on.
  const lastStart = Math.min(from + 4, 12);
  return { ...date(match, "part", String(year), 0, "mùa vụ", inYear), beforeIt: () => monthsInterval(year, Math.max(lastStart - 5, 1), lastStart - 1, "half") };
}

/** How often, from "<count> times per unit" or "every <count> units". */
function everyOf(unit: string, count: number, times: boolean): RecurringDeadline["every"] {
  if (unit === "tuần") return "week";
  const months = (unit === "năm" ? 12 : unit === "quý" ? 3 : 1) * (times ? 1 / Math.max(count, 1) : count);
  return months === 1 ? "month" : months === 3 ? "quarter" : months === 6 ? "half" : months === 12 ? "year" : months < 1 ? "month" : "period";
}

const EVERY: Readonly<Record<string, RecurringDeadline["every"]>> = {
  ngày: "always", tuần: "week", tháng: "month", quý: "quarter", năm: "year", kỳ: "period", "giai đoạn": "period",
};

/** One word of time from a match; null for a match that means nothing by itself. */
function wordOf(match: RegExpExecArray): Word | null {
  const g: WordGroups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const every = (unit: RecurringDeadline["every"], strength: "own" | "weak" | "periodic" = "own"): Word => ({ kind: "every", start, end, every: unit, strength });
  if (g["isoYear"] !== undefined) return dayDate(match, Number(g["isoDay"]), Number(g["isoMonth"]), g["isoYear"]);
  if (g["day"] !== undefined) return dayDate(match, Number(g["day"]), Number(g["month"]), g["year"]);
  if (g["dayInWords"] !== undefined) return dayDate(match, Number(g["dayInWords"]), Number(g["monthInWords"]), g["yearInWords"]);
  if (g["schoolYear"] !== undefined) {
    const first = Number(g["schoolYear"]);
    // A school year runs from September to the end of May (Decision of the Ministry of Education on each year's plan).
    const year = date(match, "part", g["schoolYear"], 0, "năm học", () => ({ start: isoDay(first, 9, 1), end: isoDay(first + 1, 5, 31), precision: "period" }));
    return { ...year, beforeIt: () => monthsInterval(first, 6, 8, "month") };
  }
  if (g["season"] !== undefined) return seasonDate(match, g["season"], Number(g["seasonYear"]), g["seasonEnd"] !== undefined);
  if (g["schoolTime"] !== undefined) return every("period");
  if (g["months"] !== undefined) {
    const length = g["months"] === "nửa" ? 6 : figure(g["months"]);
    const from = g["side"] === "đầu" ? 1 : 13 - length;
    return partDate(match, from, from + length - 1, length === 3 ? "quarter" : length === 6 ? "half" : "period", g["halfYear"]);
  }
  if (g["partOfYear"] !== undefined) {
    const from = g["partOfYear"] === "đầu" ? 1 : g["partOfYear"] === "giữa" ? 4 : 7;
    const part = partDate(match, from, from + 5, "half", g["partYear"]);
    // "Trước kỳ họp giữa năm", "trước cuối năm": before the council meets in July, before the year is out.
    return g["partOfYear"] === "đầu" ? part : { ...part, beforeIt: (y) => monthsInterval(y, 1, from === 4 ? 7 : 12, "half") };
  }
  if (g["timesPer"] !== undefined) return every(everyOf(g["timesPer"], figure(g["times"] ?? "1"), true));
  if (g["eachUnit"] !== undefined) return every(everyOf(g["eachUnit"], figure(g["each"] ?? "1"), false));
  if (g["periodic"] !== undefined) {
    const unit = g["periodicUnit"];
    if (unit === undefined) return every("period", "periodic");
    return every(unit.includes(" ") ? everyOf("tháng", figure(unit.split(" ")[0] ?? ""), false) : (EVERY[unit] ?? "period"));
  }
  if (g["every"] !== undefined) return every(EVERY[g["every"]] ?? "period");
  if (g["reports"] !== undefined) return every("half");
  if (g["partOfMonth"] !== undefined) return every("month");
  if (g["monthOfQuarter"] !== undefined) return every("quarter");
  if (g["yearTurn"] !== undefined) return every("year");
  if (g["everyOne"] !== undefined) return every(EVERY[g["everyOne"]] ?? "period");
  if (g["endOfQuarter"] !== undefined) return every("quarter");
  if (g["yearly"] !== undefined) return every("year");
  if (g["always"] !== undefined) return every("always");
  if (g["keep"] !== undefined) return every("always", "weak");
  if (g["monthOnly"] !== undefined) return monthDate(match, Number(g["monthOnly"]), g["monthYear"]);
  if (g["quarter"] !== undefined) return quarterDate(match, quarterOf(g["quarter"]), g["quarterYear"]);
  if (g["moreQuarter"] !== undefined) return { kind: "numeral", start, end, number: quarterOf(g["moreQuarter"]), year: g["moreQuarterYear"] };
  if (g["bareMonth"] !== undefined) return monthDate(match, Number(g["bareMonth"]), g["bareMonthYear"]);
  if (g["dayOfMonth"] !== undefined) {
    const day = Number(g["dayOfMonth"]);
    const month = Number(g["monthOfDay"]);
    if (month > 12 && day <= 12 && month >= 20 && g["dayWord"] === undefined) return monthDate(match, day, String(month));
    return dayDate(match, day, month, undefined);
  }
  if (g["delay"] !== undefined || g["after"] !== undefined) return { kind: "wait", start, end, according: false };
  if (g["according"] !== undefined || g["accordingNext"] !== undefined) return { kind: "wait", start, end, according: true };
  if (g["dayOnly"] !== undefined) return { kind: "dayOnly", start, end, number: Number(g["dayOnly"]) };
  if (g["onwards"] !== undefined) return { kind: "onwards", start, end };
  if (g["fromYear"] !== undefined) {
    const [first, last] = [Number(g["fromYear"]), Number(g["toYear"])];
    if (last < first) return { kind: "impossible", start, end };
    return date(match, "part", g["fromYear"], 0, "giai đoạn", () => ({ start: isoDay(first, 1, 1), end: isoDay(last, 12, 31), precision: first === last ? "year" : "period" }));
  }
  if (g["yearOnly"] !== undefined) return date(match, "year", g["yearOnly"], 0, "năm", (y) => monthsInterval(y, 1, 12, "year"));
  if (g["thisYear"] !== undefined) return date(match, "year", undefined, 0, "năm", (y) => monthsInterval(y, 1, 12, "year"));
  if (g["before"] !== undefined) return { kind: "before", start, end };
  if (g["by"] !== undefined) return { kind: "by", start, end };
  if (g["from"] !== undefined) return { kind: "from", start, end };
  if (g["number"] !== undefined) return { kind: "number", start, end, number: Number(g["number"]) };
  return null;
}

/** A condition or a reference, from the words after "khi", "sau khi", "theo" … */
function waiting(shown: string, text: string, according: boolean): ConditionalDeadline | ReferenceDeadline {
  const said = shown.replace(/^[\s,:-]+|[\s,.:-]+$/g, "");
  if (according && !GUIDANCE.test(text) && DOCUMENT.test(text)) return { kind: "reference", to: said };
  const written = DATE_IN_CONDITION.exec(text);
  const day = written === null ? null : dayInterval(Number(written[3]), Number(written[2]), Number(written[1]));
  return { kind: "conditional", condition: said, conditionDate: day?.start ?? null, conditionMet: ALREADY.test(text) };
}

/** Reads the dates after a month or quarter for what they stand for: "quý 1, 2/2026" names quarters, "tháng 8, 9, 10/2025" months. */
function settle(words: readonly Word[], text: string): Word[] {
  const settled: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) continue;
    const previous = settled[settled.length - 1];
    const joined = previous !== undefined && (LIST.test(text.slice(previous.end, word.start)) || RANGE.test(text.slice(previous.end, word.start)));
    const at = Object.assign([text.slice(word.start, word.end)], { index: word.start, input: text }) as unknown as RegExpExecArray;
    if (joined && previous.kind === "date") {
      const number = word.kind === "number" || word.kind === "numeral" ? word.number : word.kind === "date" && word.unit === "month" ? word.place : 0;
      const year = word.kind === "numeral" ? word.year : word.kind === "date" && word.year !== null ? String(word.year) : undefined;
      if (previous.unit === "quarter" && number >= 1 && number <= 4 && !text.startsWith("t", word.start)) {
        settled.push(quarterDate(at, number, year));
        continue;
      }
      if (previous.unit === "month" && word.kind === "number") {
        settled.push(monthDate(at, number, undefined));
        continue;
      }
    }
    if (word.kind === "numeral") continue;
    if (word.kind === "number" || word.kind === "dayOnly") {
      // "15-20/12/2025", "ngày 15 đến 20/12": the day takes its month from the next date.
      const next = words[i + 1];
      if (next?.kind === "date" && next.unit === "day" && (RANGE.test(text.slice(word.end, next.start)) || LIST.test(text.slice(word.end, next.start)))) {
        settled.push(dayDate(at, word.number, next.place, next.year === null ? undefined : String(next.year)));
        continue;
      }
      if (word.kind === "number") continue;
    }
    settled.push(word);
  }
  // "tháng 6, tháng 12/2025": the year is said once, at the end.
  let year: number | null = null;
  for (let i = settled.length - 1; i >= 0; i--) {
    const word = settled[i];
    if (word?.kind !== "date") continue;
    if (word.year !== null) year = word.moment === "giai đoạn" ? null : word.year;
    else if (year !== null && word.unit !== "year") word.year = year;
  }
  // "Quý III/2025, quý IV": or once, at the beginning.
  for (const word of settled) {
    if (word.kind !== "date") continue;
    if (word.year !== null) year = word.moment === "giai đoạn" || word.moment === "năm học" || word.moment === "mùa vụ" ? null : word.year;
    else if (year !== null && word.unit !== "year") word.year = year;
  }
  return settled;
}

/** The parts of one clause. */
function readClause(shown: string, text: string, offset: number, year: number | null, parts: Part[]): void {
  if (DOCUMENT_FIRST.test(text)) {
    const stop = ANOTHER_TIME.exec(text)?.index ?? text.length;
    parts.push({ at: offset, deadline: { kind: "reference", to: shown.slice(0, stop).replace(/^[\s,:-]+|[\s,.:-]+$/g, "") } });
    if (stop < text.length) readClause(shown.slice(stop + 1), text.slice(stop + 1), offset + stop + 1, year, parts);
    return;
  }
  const found: Word[] = [];
  let waits = false;
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match !== null; match = WORDS.exec(text)) {
    const word = wordOf(match);
    if (word === null) continue;
    if (word.kind === "wait") {
      waits = true;
      const tail = text.slice(word.end);
      const stop = word.end + (ANOTHER_TIME.exec(tail)?.index ?? tail.length);
      const unforeseen = text.startsWith("đột xuất", word.start);
      const from = unforeseen ? word.start : word.end;
      const condition = waiting(shown.slice(from, stop), text.slice(from, stop), word.according);
      parts.push({ at: offset + word.start, deadline: condition });
      if (stop < text.length) readClause(shown.slice(stop + 1), text.slice(stop + 1), offset + stop + 1, year, parts);
      break;
    }
    found.push(word);
  }
  if (!waits && !found.some(({ kind }) => kind === "date" || kind === "every" || kind === "onwards" || kind === "numeral") && OCCASION.test(text)) {
    parts.push({ at: offset, deadline: { kind: "conditional", condition: shown.trim(), conditionDate: null, conditionMet: false } });
    return;
  }
  const words = settle(found, text);
  const recurring = words.some((word) => word.kind === "every" && word.every !== "always");
  if (words.some((word) => word.kind === "every")) readRecurring(words, offset, parts);
  readFixed(words.filter((word) => !(recurring && word.kind === "date" && word.year === null && word.unit !== "year")), { shown, text, offset, year }, parts);
}

/** The recurring parts of a clause, with the moments named in it. */
function readRecurring(words: readonly Word[], offset: number, parts: Part[]): void {
  const own = words.some((word) => word.kind === "every" && word.strength === "own");
  const moments = words.flatMap((word) => (word.kind === "dayOnly" ? [`ngày ${word.number}`] : word.kind === "date" && word.year === null && word.unit !== "year" ? [word.moment] : []));
  for (const word of words) {
    if (word.kind !== "every" || (own && word.strength !== "own")) continue;
    const named = word.every === "always" ? [] : moments;
    parts.push({ at: offset + word.start, deadline: { kind: "recurring", every: word.every, momentNamed: named.length > 0, moments: named } });
  }
}

interface Clause {
  readonly shown: string;
  readonly text: string;
  readonly offset: number;
  readonly year: number | null;
}

/** A fixed part being put together. */
interface Stretch {
  start: NamedDate;
  interval: Interval;
  bound: "by" | "within";
  openEnded: boolean;
  yearAssumed: boolean;
  last: NamedDate;
}

/** The fixed parts of a clause: single dates, ranges, lists of dates. */
function readFixed(words: readonly Word[], clause: Clause, parts: Part[]): void {
  const { text, shown, offset, year } = clause;
  let stretch: Stretch | null = null;
  let cue: Word["kind"] | null = null;
  const finish = (): void => {
    if (stretch === null) return;
    const { interval, bound, openEnded, yearAssumed } = stretch;
    parts.push({ at: offset + stretch.start.start, deadline: { kind: "fixed", interval, bound, openEnded, yearAssumed } });
    stretch = null;
  };
  for (const word of words) {
    if (word.kind === "before" || word.kind === "by" || word.kind === "from") {
      // "từ … đến …": the second word joins, it does not begin anew.
      cue = cue === "before" && word.kind !== "from" ? cue : word.kind;
      continue;
    }
    if (word.kind === "onwards") {
      if (stretch !== null) stretch.openEnded = true;
      else if (year !== null) parts.push({ at: offset + word.start, deadline: { kind: "fixed", interval: monthsInterval(year + 1, 1, 12, "year"), bound: "within", openEnded: true, yearAssumed: true } });
      continue;
    }
    if (word.kind !== "date") continue;
    const known: number | null = word.year ?? year;
    if (known === null) {
      finish();
      parts.push({ at: offset + word.start, deadline: { kind: "reference", to: shown.slice(word.start, word.end) } });
      cue = null;
      continue;
    }
    const interval = word.inYear(known);
    if (interval === null) continue;
    const open: Stretch | null = stretch;
    if (open !== null) {
      const between = text.slice(open.last.end, word.start);
      if (RANGE.test(between) && interval.end >= open.interval.start) {
        open.interval = { start: open.interval.start, end: interval.end, precision: rangePrecision(open.interval.precision, interval.precision) };
        open.openEnded = false;
        open.bound = "within";
        open.last = word;
        cue = null;
        continue;
      }
      if (LIST.test(between) && interval.start === dayAfter(open.interval.end) && interval.precision === open.last.inYear(open.last.year ?? known)?.precision) {
        open.interval = { start: open.interval.start, end: interval.end, precision: rangePrecision(interval.precision, interval.precision) };
        open.last = word;
        continue;
      }
      finish();
    }
    stretch = {
      start: word,
      last: word,
      interval: cue === "before" && interval.precision !== "day" ? (word.beforeIt?.(known) ?? intervalBefore(interval)) : interval,
      bound: cue === "before" || cue === "by" ? "by" : "within",
      openEnded: cue === "from",
      yearAssumed: word.year === null,
    };
    cue = null;
  }
  finish();
}

/** What a range of two dates is said in: years make a period, otherwise the exacter of both. */
function rangePrecision(one: Precision, other: Precision): Precision {
  if (one === "year" || one === "period") return other === "year" || other === "period" ? "period" : other;
  return other;
}

/** Reads a text; `collapse` and case are dealt with here. */
function parseText(text: string, year: number | null): Deadline {
  // A cell of thousands of characters is no deadline; what it begins with says what there is to say.
  const composed = (text.length > LONGEST ? text.slice(0, LONGEST) : text).normalize("NFC");
  const shown = collapse(composed.replace(NEW_LINE, "; "));
  const plain = plainMarks(lower(canonicalTone(shown))).replace(MOMENT_IN_BRACKETS, (match) => `${match.slice(0, -1)} `);
  const parts: Part[] = [];
  let from = 0;
  const clause = (to: number): void => {
    if (to > from) readClause(shown.slice(from, to), plain.slice(from, to), from, year, parts);
  };
  for (const mark of plain.matchAll(CLAUSE)) {
    clause(mark.index);
    from = mark.index + 1;
  }
  clause(plain.length);
  return gather(parts);
}

/** One deadline from its parts, in the order in which they are written, each once. */
function gather(parts: readonly Part[]): Deadline {
  const seen = new Set<string>();
  const distinct: SimpleDeadline[] = [];
  for (const { deadline } of parts.slice().sort((a, b) => a.at - b.at)) {
    const key = meaningKey(deadline);
    if (seen.has(key)) continue;
    seen.add(key);
    distinct.push(deadline);
  }
  const [first] = distinct;
  if (first === undefined) return { kind: "unreadable" };
  return distinct.length === 1 ? first : { kind: "compound", parts: distinct };
}

/** 24/7 is round the clock, but for "trước ngày 24/7". */
const ROUND_THE_CLOCK = /^\s*24\s?\/\s?7\s*$/;
const MONTH_SHOWN = /^(?:\p{L}{3,9}[-\s/.]\d{2,4}|\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2})$/u;
/** Excel serial days taken for dates: 1/1/1990 to 31/12/2199. Whole numbers below are years or counts. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 109_574;

/**
 * Reads when a task is to be done.
 * @param value what the cell holds; a number may be an Excel serial day (1900 date system) or a bare year.
 * @param text the text that the cell shows.
 * @param year the plan's year, for dates written without one ("Trước 30/6", "Cả năm"); null when it is not known: such a date then is a
 *   reference to the plan's own year.
 * @returns "missing" for an empty cell or a placeholder, "unreadable" for text that names no time and for days that do not exist.
 */
export function parseDeadline(value: CellValue, text: string, year: number | null): Deadline {
  if (typeof value === "number" && value >= FIRST_SERIAL && value < LAST_SERIAL) return parseSerial(value, text, year);
  const said = text === "" && typeof value === "number" ? String(value) : text;
  if (isBlank(said)) return { kind: "missing" };
  if (ROUND_THE_CLOCK.test(said)) return { kind: "recurring", every: "always", momentNamed: false, moments: [] };
  return parseText(said, year);
}

/** A date cell: the stored day counts, the shown text says how exact it is meant to be. */
function parseSerial(serial: number, text: string, year: number | null): Deadline {
  const day = ofSerial(serial);
  const shown = collapse(text);
  const read = parseText(shown, year);
  if (read.kind === "fixed" && read.interval.start <= day && day <= read.interval.end && !read.yearAssumed) return read;
  const interval = MONTH_SHOWN.test(shown)
    ? monthsInterval(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(5, 7)), "month")
    : { start: day, end: day, precision: "day" as const };
  return { kind: "fixed", interval, bound: "within", openEnded: false, yearAssumed: false };
}

/** Equal for two wordings that differ only in letter case, spacing, dashes, the placement of tone marks or punctuation at the ends. */
export function wordingKey(text: string): string {
  return fold(text);
}

/**
 * Equal for two deadlines that mean the same, however they are worded: "Thường xuyên" and "Nhiệm vụ thường xuyên", "2025" and "Trong
 * năm 2025". Whether a year was written or assumed makes no difference.
 */
export function meaningKey(deadline: Deadline): string {
  if (deadline.kind === "missing" || deadline.kind === "unreadable") return deadline.kind;
  return deadlineParts(deadline).map(simpleKey).sort().join(" + ");
}

function simpleKey(part: SimpleDeadline): string {
  switch (part.kind) {
    case "fixed":
      return fixedKey(part);
    case "recurring":
      return ["recurring", part.every, ...part.moments.slice().sort()].join(" ");
    case "conditional":
      return `conditional ${fold(part.condition)}`;
    case "reference":
      return `reference ${fold(part.to)}`;
  }
}

function fixedKey({ interval, bound, openEnded }: FixedDeadline): string {
  // Of a single day, "on" and "by" come to the same.
  const by = bound === "by" && interval.start !== interval.end ? "by" : "in";
  return `fixed ${interval.start} ${interval.end} ${by}${openEnded ? " on" : ""}`;
}
