import fc from "fast-check";
import type { CellValue } from "../../grid/grid";
import type { Deadline, SimpleDeadline } from "./deadline";
import { deadlineEnd, deadlineParts } from "./deadline";
import { meaningKey, parseDeadline, wordingKey } from "./parseDeadline";

/** A deadline in one line: "2025-01-01..2025-12-31 year", "by …", "every year: tháng 6", "when có văn bản", "see Kế hoạch …". */
function line(deadline: Deadline): string {
  const one = (part: SimpleDeadline): string => {
    switch (part.kind) {
      case "fixed":
        return `${part.bound === "by" ? "by " : ""}${part.interval.start}..${part.interval.end} ${part.interval.precision}${part.openEnded ? " on" : ""}${part.yearAssumed ? " assumed" : ""}`;
      case "recurring":
        return `every ${part.every}${part.momentNamed ? `: ${part.moments.join(", ")}` : ""}`;
      case "conditional":
        return `when ${part.condition}${part.conditionDate === null ? "" : ` @${part.conditionDate}`}${part.conditionMet ? " met" : ""}`;
      case "reference":
        return `see ${part.to}`;
    }
  };
  return deadline.kind === "missing" || deadline.kind === "unreadable" ? deadline.kind : deadlineParts(deadline).map(one).join(" + ");
}

const Y2025 = "2025-01-01..2025-12-31 year";

describe("parseDeadline in a plan of 2025", () => {
  test.each<[string, string]>([
    // years
    ["2025", Y2025], ["Năm 2025", Y2025], ["Trong năm 2025", Y2025], ["NĂM 2025.", Y2025], ["Hoàn thành trong năm 2025.", Y2025], ["năm2025", Y2025],
    ["Cả năm", `${Y2025} assumed`], ["Trong năm", `${Y2025} assumed`], ["Cả năm 2025", Y2025], ["Năm nay", `${Y2025} assumed`],
    ["Đến năm 2030", "by 2030-01-01..2030-12-31 year"], ["Đến hết năm 2030", "by 2030-01-01..2030-12-31 year"], ["Trước năm 2030", "by 2029-01-01..2029-12-31 year"], ["đến 2030", "by 2030-01-01..2030-12-31 year"], ["Từ nay đến năm 2030", "by 2030-01-01..2030-12-31 year"],
    ["Năm 2025 và các năm tiếp theo", `${Y2025} on`], ["2025 và những năm tiếp theo", `${Y2025} on`], ["Từ năm 2026", "2026-01-01..2026-12-31 year on"], ["Từ năm 2026 trở đi", "2026-01-01..2026-12-31 year on"], ["Bắt đầu từ tháng 9/2025", "2025-09-01..2025-09-30 month on"],
    ["Giai đoạn 2025 - 2030", "2025-01-01..2030-12-31 period"], ["2025-2030", "2025-01-01..2030-12-31 period"], ["Năm 2025 – 2026", "2025-01-01..2026-12-31 period"], ["Từ năm 2025 đến năm 2030", "2025-01-01..2030-12-31 period"], ["2025 đến hết năm 2030", "2025-01-01..2030-12-31 period"], ["Nhiệm kỳ 2025 - 2030", "2025-01-01..2030-12-31 period"],
    ["Năm 2025, 2026", "2025-01-01..2026-12-31 period"], ["Năm học 2025-2026", "2025-09-01..2026-05-31 period"],
    // seasons and school time
    ["Trước mùa mưa năm 2026", "by 2026-04-01..2026-08-31 half"], ["Trước mùa khô 2025 - 2026", "by 2025-07-01..2025-11-30 half"], ["Mùa khô 2025 - 2026", "2025-11-01..2026-05-31 half"], ["Vụ Đông Xuân 2025-2026", "2025-10-01..2026-06-30 half"], ["Vụ Mùa năm 2026", "2026-05-01..2026-12-31 half"], ["Xong trước Tết Đinh Mùi 2027", "by 2027-01-01..2027-04-30 half"], ["Tết Trung thu năm 2026", "2026-08-01..2026-10-31 half"], ["Trước lễ khai giảng", "when Trước lễ khai giảng"], ["Suốt thời gian có thiên tai", "when Suốt thời gian có thiên tai"], ["Các tháng trong năm", "every month"], ["Báo cáo quý, 6 tháng, năm", "every half"], ["06 tháng và năm", "every half"], ["Thứ Hai tuần đầu tiên của tháng", "every month"], ["Cuối tháng", "every month"], ["Ngày 15 tháng thứ ba của quý", "every quarter: ngày 15"], ["Liên tục 24/7", "every always"], ["Trước kỳ họp giữa năm 2026", "by 2026-01-01..2026-07-31 half"], ["Trước cuối năm 2025", "by 2025-01-01..2025-12-31 half"], ["Xuyên suốt", "every always"],
    ["Nửa đầu tháng 3/2026", "2026-03-01..2026-03-31 month"], ["Tuần thứ 3 tháng 5/2026", "2026-05-01..2026-05-31 month"], ["Sau Đại hội", "when Đại hội"], ["03 ngày làm việc/hồ sơ", "when 03 ngày làm việc/hồ sơ"], ["Từ mùng 6 đến mùng 10 tháng Giêng", "when Từ mùng 6 đến mùng 10 tháng Giêng"], ["10/3 âm lịch", "2025-03-01..2025-05-31 month assumed"], ["Mùng 10 tháng 3 âm lịch hằng năm", "every year: ngày 10/3"], ["Tháng 12 năm trước - tháng 3 năm sau", "every year: tháng 12, tháng 3"], ["Dịp lễ, tết", "when Dịp lễ, tết"], ["Theo lịch lễ hội", "when lịch lễ hội"], ["Dịp hè năm 2026", "2026-05-01..2026-08-31 half"],
    ["Trước khai giảng năm học 2026 - 2027", "by 2026-06-01..2026-08-31 month"], ["Trong năm học", "every period"], ["Đầu mỗi học kỳ", "every period"], ["Đầu năm học 2025-2026", "2025-09-01..2026-05-31 period"], ["Tháng hành động vì trẻ em", "when Tháng hành động vì trẻ em"],
    // halves and parts
    ["6 tháng đầu năm 2026", "2026-01-01..2026-06-30 half"], ["06 tháng cuối năm", "2025-07-01..2025-12-31 half assumed"], ["Sáu tháng đầu năm", "2025-01-01..2025-06-30 half assumed"], ["Nửa cuối năm 2026", "2026-07-01..2026-12-31 half"], ["9 tháng đầu năm 2026", "2026-01-01..2026-09-30 period"],
    ["Cuối năm 2025", "2025-07-01..2025-12-31 half"], ["cuối năm", "2025-07-01..2025-12-31 half assumed"], ["Đến cuối năm 2025", "by 2025-07-01..2025-12-31 half"],
    // quarters
    ["Quý I/2026", "2026-01-01..2026-03-31 quarter"], ["Quý 1 năm 2026", "2026-01-01..2026-03-31 quarter"], ["Hoàn thành trong Quý III năm 2025.", "2025-07-01..2025-09-30 quarter"], ["QUÝ IV - 2025", "2025-10-01..2025-12-31 quarter"], ["Qúy II/2026", "2026-04-01..2026-06-30 quarter"], ["quí IV/2025", "2025-10-01..2025-12-31 quarter"], ["Quý I,II,III,IV", "2025-01-01..2025-12-31 quarter assumed"], ["Q3/2026", "2026-07-01..2026-09-30 quarter"],
    ["Quý IV", "2025-10-01..2025-12-31 quarter assumed"], ["Trước quý II/2026", "by 2026-01-01..2026-03-31 quarter"], ["Hết quý I/2026", "by 2026-01-01..2026-03-31 quarter"], ["Quý III, IV/2025", "2025-07-01..2025-12-31 quarter"], ["Quý III và Quý IV năm 2025", "2025-07-01..2025-12-31 quarter"],
    ["Quý 1, 2/2026", "2026-01-01..2026-06-30 quarter"], ["Quý I, quý III/2026", "2026-01-01..2026-03-31 quarter + 2026-07-01..2026-09-30 quarter"], ["Quý IV/2025 - Quý I/2026", "2025-10-01..2026-03-31 quarter"], ["Quý III - IV/2025", "2025-07-01..2025-12-31 quarter"],
    // months
    ["9/2026", "2026-09-01..2026-09-30 month"], ["09/2026", "2026-09-01..2026-09-30 month"], ["9.2026", "2026-09-01..2026-09-30 month"], ["9-2026", "2026-09-01..2026-09-30 month"], ["tháng 8/2025", "2025-08-01..2025-08-31 month"], ["Trong tháng 8/2025", "2025-08-01..2025-08-31 month"], ["T9/2025", "2025-09-01..2025-09-30 month"], ["T.9/2025", "2025-09-01..2025-09-30 month"], ["tháng 8 năm 2025", "2025-08-01..2025-08-31 month"], ["Tháng 8 - 2025", "2025-08-01..2025-08-31 month"], ["Tháng 02/2028", "2028-02-01..2028-02-29 month"],
    ["Hoàn thành trong tháng 7 năm 2025", "2025-07-01..2025-07-31 month"], ["Tháng 6", "2025-06-01..2025-06-30 month assumed"], ["Trước tháng 10/2025", "by 2025-09-01..2025-09-30 month"], ["Trước tháng 01/2026", "by 2025-12-01..2025-12-31 month"], ["Tuần 1 tháng 8/2025", "2025-08-01..2025-08-31 month"], ["Cuối tháng 9/2025", "2025-09-01..2025-09-30 month"],
    ["Tháng 8 - 9/2025", "2025-08-01..2025-09-30 month"], ["Từ tháng 8 đến tháng 12/2025", "2025-08-01..2025-12-31 month"], ["Tháng 6, tháng 12/2026", "2026-06-01..2026-06-30 month + 2026-12-01..2026-12-31 month"], ["Tháng 8, 9, 10/2025", "2025-08-01..2025-10-31 month"], ["Tháng 9-12/2025", "2025-09-01..2025-12-31 month"],
    // days
    ["31/12/2025", "2025-12-31..2025-12-31 day"], ["31.12.2025", "2025-12-31..2025-12-31 day"], ["31-12-2025", "2025-12-31..2025-12-31 day"], ["31/12/25", "2025-12-31..2025-12-31 day"], ["2025-12-31", "2025-12-31..2025-12-31 day"], ["12/31/2025", "2025-12-31..2025-12-31 day"],
    ["ngày 20 tháng 12 năm 2025", "2025-12-20..2025-12-20 day"], ["Ngày 20 tháng 12/2025", "2025-12-20..2025-12-20 day"], ["Trước ngày 20/12/2025", "by 2025-12-20..2025-12-20 day"], ["Trước ngày\n20/12/2025", "by 2025-12-20..2025-12-20 day"], ["trước 30/6/2026", "by 2026-06-30..2026-06-30 day"], ["Trước 30/6", "by 2025-06-30..2025-06-30 day assumed"], ["Chậm nhất ngày 15/9", "by 2025-09-15..2025-09-15 day assumed"], ["Xong trước 31/12/2025", "by 2025-12-31..2025-12-31 day"], ["Trước ngày 24/7", "by 2025-07-24..2025-07-24 day assumed"],
    ["01/8/2025 - 31/8/2025", "2025-08-01..2025-08-31 day"], ["Từ ngày 15/8 đến ngày 30/9/2025", "2025-08-15..2025-09-30 day"], ["15-20/12/2025", "2025-12-15..2025-12-20 day"], ["ngày 19 /9/2025", "2025-09-19..2025-09-19 day"],
    // recurring
    ["Thường xuyên", "every always"], ["thường xuyên", "every always"], ["Nhiệm vụ Thường xuyên", "every always"], ["Thực hiện thường xuyên.", "every always"], ["Thường xuyên, liên tục", "every always"], ["Thường\nxuyên", "every always"], ["24/7", "every always"], ["Duy trì", "every always"], ["Hằng ngày", "every always"],
    ["Hằng năm", "every year"], ["Hàng năm", "every year"], ["Hàng quý", "every quarter"], ["hằng tháng", "every month"], ["Hàng tuần", "every week"], ["Mỗi quý", "every quarter"], ["Định kỳ", "every period"], ["Định kỳ hằng quý", "every quarter"], ["Định kỳ 6 tháng", "every half"], ["6 tháng/lần", "every half"], ["01 lần/năm", "every year"], ["2 lần/năm", "every half"], ["Theo quý", "every quarter"], ["Định kỳ quý", "every quarter"], ["Duy trì hằng năm", "every year"],
    ["Tháng 6, tháng 12 hằng năm", "every year: tháng 6, tháng 12"], ["ngày 25 hằng tháng", "every month: ngày 25"], ["Trước ngày 15/12 hằng năm", "every year: ngày 15/12"], ["Quý IV hàng năm", "every year: quý 4"], ["Hằng tháng, hằng quý", "every month + every quarter"],
    ["Hàng năm (trước ngày 15/12)", "every year: ngày 15/12"], ["Báo cáo định kỳ trước ngày 20 tháng cuối quý", "every quarter: ngày 20"], ["Ngày 15 tháng cuối quý", "every quarter: ngày 15"], ["Cuối mỗi quý", "every quarter"], ["Trước ngày 30 tháng 6 hằng năm", "every year: ngày 30/6"],
    // conditional
    ["Khi có văn bản của cấp trên", "when có văn bản của cấp trên"], ["Khi có Văn bản của cấp trên", "when có Văn bản của cấp trên"], ["Sau khi Đề án của Bộ Nội vụ được phê duyệt và hướng dẫn của Thành phố", "when Đề án của Bộ Nội vụ được phê duyệt và hướng dẫn của Thành phố"],
    ["Theo hướng dẫn của Tỉnh", "when hướng dẫn của Tỉnh"], ["Triển khai theo hướng dẫn của cấp có thẩm quyền", "when hướng dẫn của cấp có thẩm quyền"], ["Khi Tỉnh  ban hành Quyết định", "when Tỉnh ban hành Quyết định"], ["Theo tiến độ của Thành phố", "when tiến độ của Thành phố"], ["30 ngày sau khi Trung ương ban hành", "when Trung ương ban hành"], ["Trong 15 ngày kể từ ngày tỉnh giao chỉ tiêu", "when tỉnh giao chỉ tiêu"],
    ["Ngay sau khi UBND Thành phố đã ban hành Công văn số 3204/UBND-ĐMPT ngày 27/5/2025)", "when UBND Thành phố đã ban hành Công văn số 3204/UBND-ĐMPT ngày 27/5/2025 @2025-05-27 met"], ["Sau hội nghị của tỉnh", "when hội nghị của tỉnh"], ["Đột xuất", "when Đột xuất"], ["Theo yêu cầu", "when yêu cầu"], ["Khi phát sinh", "when phát sinh"],
    // references
    ["Kế hoạch công tác hằng năm", "see Kế hoạch công tác hằng năm"], ["Theo Kế hoạch số 139/KH-UBND", "see Kế hoạch số 139/KH-UBND"], ["Theo kế hoạch năm 2025 của tỉnh", "see kế hoạch năm 2025 của tỉnh"], ["Thực hiện theo Quyết định số 12/QĐ-UBND ngày 5/6/2025", "see Quyết định số 12/QĐ-UBND ngày 5/6/2025"], ["Theo tiến độ dự án", "when tiến độ dự án"], ["Dịp Tết Trung thu", "when Dịp Tết Trung thu"], ["Theo quy định", "see quy định"],
    // several at once
    ["Nhiệm vụ thường xuyên (sau khi có hướng dẫn của cấp trên)", "every always + when có hướng dẫn của cấp trên"], ["Quý IV/2026; hoàn thành quý II/2027", "2026-10-01..2026-12-31 quarter + 2027-04-01..2027-06-30 quarter"], ["trước 30/9/2026 và duy trì liên tục", "by 2026-09-30..2026-09-30 day + every always"],
    ["hằng quý đến 2030", "every quarter + by 2030-01-01..2030-12-31 year"], ["Thường xuyên; khi có yêu cầu", "every always + when có yêu cầu"], ["Trong năm 2025 và các năm tiếp theo hướng dẫn của Tỉnh", `${Y2025} on + when hướng dẫn của Tỉnh`], ["Năm 2025 và hằng năm", `${Y2025} + every year`], ["Sau khi có hướng dẫn, hoàn thành trước 30/6/2026", "when có hướng dẫn + by 2026-06-30..2026-06-30 day"],
    ["Thường xuyên\nKhi có văn bản", "every always + when có văn bản"], ["Thường xuyên trong năm 2025", `every always + ${Y2025}`], ["Hằng năm, giai đoạn 2026-2030", "every year + 2026-01-01..2030-12-31 period"], ["Quý I: 30/3/2026", "2026-01-01..2026-03-31 quarter + 2026-03-30..2026-03-30 day"],
    ["Theo hướng dẫn của Sở KH&CN trong năm 2025", `when hướng dẫn của Sở KH&CN + ${Y2025}`], ["30/6/2026: 50%; 31/12/2026: 100%", "2026-06-30..2026-06-30 day + 2026-12-31..2026-12-31 day"], ["Giai đoạn 2025 – 2030, định hướng đến năm 2035", "2025-01-01..2030-12-31 period + by 2035-01-01..2035-12-31 year"],
    // nothing there
    ["", "missing"], ["…", "missing"], ["[...]", "missing"], ["-", "missing"], ["…/…", "missing"],
    // no time
    ["Hoàn thành", "unreadable"], ["Phòng Kinh tế", "unreadable"], ["31/11/2025", "unreadable"], ["tháng 13/2025", "unreadable"], ["Quý 5/2025", "unreadable"], ["Quý 0 năm 2025", "unreadable"], ["x", "unreadable"], ["Kịp thời", "unreadable"], ["Nghị định 193/2025/QH15", "unreadable"], ["Theo dõi", "unreadable"], ["5G", "unreadable"], ["I", "unreadable"], ["Nhóm II, III", "unreadable"], ["100%", "unreadable"],
  ])("%j", (text, expected) => {
    expect(line(parseDeadline(text, text, 2025))).toBe(expected);
    expect(line(parseDeadline(text, text.normalize("NFD"), 2025))).toBe(expected);
  });

  test.each<[CellValue, string, string]>([
    [2025, "2025", Y2025], [46022, "31/12/2025", "2025-12-31..2025-12-31 day"], [46022, "12/31/2025", "2025-12-31..2025-12-31 day"], [45666, "1/9/2025", "2025-01-09..2025-01-09 day"], [46022.5, "31/12/2025 12:00", "2025-12-31..2025-12-31 day"],
    [45901, "Sep-25", "2025-09-01..2025-09-30 month"], [45901, "9/2025", "2025-09-01..2025-09-30 month"], [45901, "09-25", "2025-09-01..2025-09-30 month"], [45901, "T9/2025", "2025-09-01..2025-09-30 month"], [45901, "45901", "2025-09-01..2025-09-01 day"], [9.2026, "9.2026", "2026-09-01..2026-09-30 month"],
    [null, "", "missing"], [2026, "", "2026-01-01..2026-12-31 year"], [7, "7", "unreadable"], [true, "TRUE", "unreadable"],
  ])("the cell %j shown as %j", (value, text, expected) => {
    expect(line(parseDeadline(value, text, 2025))).toBe(expected);
  });

  test("without a plan year, a date without one refers to the plan's year", () => {
    expect(line(parseDeadline("Cả năm", "Cả năm", null))).toBe("see Cả năm");
    expect(line(parseDeadline("", "Trước 30/6", null))).toBe("see 30/6");
    expect(line(parseDeadline("", "Trước 30/6/2026", null))).toBe("by 2026-06-30..2026-06-30 day");
    expect(line(parseDeadline("", "Tháng 6, tháng 12 hằng năm", null))).toBe("every year: tháng 6, tháng 12");
  });
});

describe("deadlineEnd", () => {
  test.each<[string, string | null]>([
    ["Trước ngày 20/12/2025", "2025-12-20"], ["Quý IV/2026; hoàn thành quý II/2027", "2027-06-30"], ["Thường xuyên", null], ["hằng quý đến 2030", "2030-12-31"], ["Năm 2025 và các năm tiếp theo", null], ["", null], ["Khi có văn bản", null],
  ])("%j", (text, expected) => {
    expect(deadlineEnd(parseDeadline(text, text, 2025))).toBe(expected);
  });
});

describe("keys", () => {
  const key = (text: string): string => meaningKey(parseDeadline(text, text, 2025));

  test.each<string[]>([
    ["Thường xuyên", "Nhiệm vụ thường xuyên", "Thực hiện thường xuyên", "thường xuyên, liên tục"], ["2025", "Năm 2025", "Trong năm 2025", "Cả năm"], ["31/12/2025", "Trước ngày 31/12/2025", "31.12.2025"], ["Hằng năm", "Hàng năm"], ["Quý I/2026", "Quý 1 năm 2026"],
    ["Khi có văn bản của cấp trên", "Khi có Văn bản của cấp trên."], ["Tháng 6, tháng 12 hằng năm", "tháng 12, tháng 6 hàng năm"],
  ])("%s, … mean the same", (...texts) => {
    expect(new Set(texts.map(key)).size).toBe(1);
  });

  test.each([["Hằng năm", "Thường xuyên"], ["Năm 2025", "Năm 2025 và các năm tiếp theo"], ["Tháng 6 hằng năm", "Tháng 12 hằng năm"], ["Khi có văn bản của cấp trên", "Khi có văn bản của Thành phố"], ["", "x"], ["Đến năm 2030", "Năm 2030"]])("%j and %j do not", (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });

  test("a wording is the same but for letter case, spacing and tone marks", () => {
    expect(wordingKey("Nhiệm vụ  Thường xuyên")).toBe(wordingKey("nhiệm vụ thường xuyên"));
    expect(wordingKey("Thường xuyên")).not.toBe(wordingKey("Nhiệm vụ thường xuyên"));
  });
});

describe("on any text", () => {
  const pieces = fc.constantFrom("Quý", "I", "IV", "tháng", "năm", "2025", "2030", "/", "-", "31", "12", "6", ",", ";", "và", "đến", "từ", "trước", "ngày", "hằng", "thường xuyên", "khi", "theo", "(", ")", "\n", ".", "sau khi", "kế hoạch", "đầu", "cuối", "và các năm tiếp theo", "định kỳ", "hoàn thành");
  const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.array(pieces, { maxLength: 25 }).map((words) => words.join(" ")), fc.array(pieces, { maxLength: 12 }).map((words) => words.join("")));
  const anyValue = fc.oneof(fc.constant(null), fc.double(), fc.integer(), fc.boolean());
  const anyYear = fc.option(fc.integer({ min: 2000, max: 2099 }));

  test("nothing throws, and every interval is a real one", () => {
    fc.assert(fc.property(anyValue, anyText, anyYear, (value, text, year) => {
      const deadline = parseDeadline(value, text, year);
      for (const part of deadlineParts(deadline)) {
        if (part.kind !== "fixed") continue;
        const { start, end } = part.interval;
        for (const day of [start, end]) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        expect(start <= end).toBe(true);
        expect(part.yearAssumed && year === null).toBe(false);
      }
      if (deadline.kind === "compound") expect(deadline.parts.length).toBeGreaterThan(1);
      expect(meaningKey(deadline)).toBe(meaningKey(parseDeadline(value, text, year)));
    }), { numRuns: 1000 });
  });

  test("a written day is read back", () => {
    fc.assert(fc.property(fc.integer({ min: 36526, max: 73050 }), fc.constantFrom("/", ".", "-"), (serial, mark) => {
      const { interval } = parseDeadline(serial, "", null) as { interval: { start: string } };
      const [y, m, d] = interval.start.split("-");
      const text = `Trước ngày ${d}${mark}${m}${mark}${y}`;
      expect(deadlineEnd(parseDeadline(text, text, null))).toBe(interval.start);
    }));
  });

  test.each(["quý i, ", "khi ", ", hoàn thành ", "(", "1 ", "tháng ", "\n", "6 tháng ", "theo ", " - "])("a cell full of %j is read to its end (a pattern that backtracks without bound would not come back)", (unit) => {
    const text = unit.repeat(30_000);
    expect(() => parseDeadline(text, text, 2025)).not.toThrow();
  });
});
