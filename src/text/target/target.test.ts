import fc from "fast-check";
import type { CellValue } from "../../grid/grid";
import { findTargetValues } from "./findTargetValues";
import { parseTargetValue } from "./parseTargetValue";
import type { TargetValue } from "./targetValue";

/** A value in one line: ">= 30 %", "16..18 %", "qualitative". */
function line(value: TargetValue): string {
  if (value.kind !== "measured") return value.kind;
  return `${value.comparison === "=" ? "" : `${value.comparison} `}${value.number}${value.upTo === null ? "" : `..${value.upTo}`}${value.unit === null ? "" : ` ${value.unit}`}${value.decimalMark === null ? "" : ` (${value.decimalMark})`}`;
}

describe("parseTargetValue", () => {
  test.each<[string, string]>([
    ["≥30%", ">= 30 %"], ["≥90", ">= 90"], ["≥ 90 %", ">= 90 %"], [">=90", ">= 90"], ["=>90%", ">= 90 %"], ["trên 80%", "> 80 %"], ["Trên 80%", "> 80 %"], ["tối thiểu 90%", ">= 90 %"], ["Ít nhất 2", ">= 2"], ["không quá 5", "<= 5"], ["≤5%", "<= 5 %"], ["dưới 2%", "< 2 %"], ["<2%", "< 2 %"], [">80%", "> 80 %"],
    ["1,5%", "1.5 % (,)"], ["≥0.6", ">= 0.6 (.)"], ["0,7", "0.7 (,)"], ["100%", "100 %"], ["100 phần trăm", "100 %"], ["90%.", "90 %"], ["≥1", ">= 1"],
    ["1.200", "1200"], ["1.200,5", "1200.5 (,)"], ["1.234.567", "1234567"], ["1,234,567", "1234567"], ["12.5", "12.5 (.)"], ["0.600", "0.6 (.)"], ["10 000", "10000"], ["2500", "2500"],
    ["01 mô hình", "1 mô hình"], ["05 sản phẩm OCOP", "5 sản phẩm OCOP"], ["≥ 2 mô hình/năm", ">= 2 mô hình/năm"], ["20 triệu đồng/người/năm", "20 triệu đồng/người/năm"], ["Ít nhất 01 mô hình", ">= 1 mô hình"], ["19/19 tiêu chí", "19 tiêu chí"], ["15/19", "15"], ["3 ha", "3 ha"],
    ["16 - 18%", "16..18 %"], ["16-18%", "16..18 %"], ["16% - 18%", "16..18 %"], ["từ 16 đến 18%", "16..18 %"], ["1,5–2%", "1.5..2 % (,)"],
    ["80% trở lên", ">= 80 %"], ["Từ 80% trở lên", ">= 80 %"], ["10% trở xuống", "<= 10 %"], ["5 mô hình trở lên", ">= 5 mô hình"], ["Đạt 95%", "95 %"], ["Phấn đấu đạt trên 95%", "> 95 %"], ["đạt tối thiểu 70%", ">= 70 %"], ["Giảm 5%", "5 %"], ["100% hồ sơ", "100 %"], ["90%/năm", "90 %"],
    ["x", "qualitative"], ["X", "qualitative"], ["Đạt", "qualitative"], ["Hoàn thành", "qualitative"], ["Toàn quốc", "qualitative"], ["Có", "qualitative"], ["✓", "qualitative"], ["Mức độ 4", "qualitative"], ["Hoàn thành trước 31/12/2025", "qualitative"], ["5G", "unreadable"],
    ["", "missing"], ["…", "missing"], ["[...]", "missing"], ["-", "missing"], ["…%", "missing"], ["≥ …%", "missing"],
    ["31/12/2025", "unreadable"], ["%", "unreadable"], ["≥", "unreadable"], ["??!", "unreadable"], ["+", "unreadable"], ["chưa rõ", "unreadable"], ["Bằng năm trước", "unreadable"], ["98% hoặc 99%", "unreadable"], ["nhiều hơn", "unreadable"], ["một trăm", "unreadable"], ["Chín mươi lăm phần trăm", "unreadable"], ["Năm 2030", "qualitative"], ["Cao hơn bình quân tỉnh", "qualitative"], ["#REF!", "unreadable"], ["#N/A", "unreadable"],
  ])("%j", (text, expected) => {
    const value = parseTargetValue(text, text);
    expect(line(value)).toBe(expected);
    expect(line(parseTargetValue(text, text.normalize("NFD")))).toBe(expected);
  });

  test.each<[CellValue, string, string]>([
    [0.3, "30%", "30 %"], [0.015, "1,5%", "1.5 % (,)"], [0.305, "31%", "30.5 %"], [1, "100%", "100 %"], [0.6, "0.6", "0.6 (.)"], [0.6, "0,6", "0.6 (,)"], [1200, "1,200", "1200"], [1200, "1.200", "1200"], [3, "03", "3"], [90, "≥90", ">= 90"], [5, "", "5"], [2, "2 mô hình", "2 mô hình"], [0, "0", "0"], [0, "-", "0"],
    [true, "TRUE", "qualitative"], [null, "", "missing"], [Number.NaN, "", "unreadable"], [45901, "01/09/2025", "unreadable"],
  ])("the cell %j shown as %j", (value, text, expected) => {
    const parsed = parseTargetValue(value, text);
    expect(line(parsed).replace(/ \([.,]\)$/, "")).toBe(expected.replace(/ \([.,]\)$/, ""));
  });

  test("the span holds the comparison, the number and the unit", () => {
    for (const [text, span] of [["  ≥30% ", "≥30%"], ["Đạt 95%.", "95%"], ["Ít nhất 01 mô hình", "Ít nhất 01 mô hình"], ["100% hồ sơ", "100%"], ["80% trở lên", "80% trở lên"]] as const) {
      const value = parseTargetValue(text, text);
      if (value.kind !== "measured") throw new Error(text);
      expect(text.slice(value.start, value.end)).toBe(span);
    }
  });
});

describe("findTargetValues", () => {
  test.each<[string, string[]]>([
    ["Tối thiểu 90% hồ sơ được xử lý trực tuyến", [">= 90 % = Tối thiểu 90%"]],
    ["Tỷ lệ số hóa hồ sơ đạt 100%.", ["100 % = đạt 100%"]],
    ["Tỷ lệ cung cấp đạt 100% và toàn trình lần lượt đạt tối thiểu 80%.", ["100 % = đạt 100%", ">= 80 % = tối thiểu 80%"]],
    ["100% cán bộ được trang bị chữ ký số", ["100 % = 100%"]],
    ["Bảo đảm 100% thủ tục; 100% hồ sơ", ["100 % = 100%", "100 % = 100%"]],
    ["Trên 70 % người dân dùng dịch vụ", ["> 70 % = Trên 70 %"]],
    ["Đề xuất tối thiểu 01 điểm nhấn, mô hình hay", [">= 1 điểm = tối thiểu 01 điểm"]],
    ["Xây dựng ít nhất 02 mô hình trong năm 2026", [">= 2 mô hình = ít nhất 02 mô hình"]],
    ["Xây dựng 03 mô hình điểm", ["3 mô hình = 03 mô hình"]],
    ["Kinh tế số chiếm từ 16 - 18% GRDP", ["16..18 % = từ 16 - 18%"]],
    ["Giải quyết không quá 03 ngày làm việc", ["<= 3 ngày = không quá 03 ngày"]],
    ["Chi tối thiểu 1,5% ngân sách", [">= 1.5 % (,) = tối thiểu 1,5%"]],
    ["Phấn đấu đạt 19 tiêu chí", ["19 tiêu chí = đạt 19 tiêu chí"]],
    ["Có từ 80% trở lên thôn đạt chuẩn", [">= 80 % = từ 80% trở lên"]],
    ["Trên 1.200 hộ có chữ ký số", ["> 1200 hộ = Trên 1.200 hộ"]],
    // numbers that are no values
    ["Thực hiện Đề án 06 trên địa bàn", []], ["Nghị quyết số 57-NQ/TW ngày 22/12/2024", []], ["Kế hoạch số 139/KH-UBND", []], ["trực 24/7", []], ["phủ sóng 5G toàn xã", []], ["dịch vụ công mức độ 4", []], ["đến năm 2030", []], ["trong tháng 9 năm 2025", []], ["mô hình “4 lớp”", []], ["theo Điều 5, khoản 2", []],
    ["Luật 193/2025/QH15", []], ["Hoàn thành số hóa tài liệu", []], ["sau 12 tháng thử nghiệm", []], ["trên 3 lĩnh vực", []], ["tốc độ 01 Gbps/s", []], ["giai đoạn 2025 - 2030", []], ["trước ngày 05 tháng 9", []], ["thế hệ 06 trở đi", []], ["Tổ 05 dân phố", []], ["", []],
  ])("%j", (text, expected) => {
    expect(findTargetValues(text).map((value) => `${line(value)} = ${text.slice(value.start, value.end)}`)).toEqual(expected);
    expect(findTargetValues(text.normalize("NFD"))).toHaveLength(expected.length);
  });
});

describe("on any text", () => {
  const pieces = fc.constantFrom("≥", "%", "100", "1.200", "0,5", "tối thiểu", "đạt", " ", " - ", "mô hình", "/", "5", "G", "trở lên", "…", "x", "đến", "(", "\n", "%".normalize("NFD"), "tối đa".normalize("NFD"));
  const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(" ")), fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join("")));

  test("nothing throws, numbers are finite, spans are inside", () => {
    fc.assert(fc.property(fc.oneof(fc.constant(null), fc.double(), fc.boolean()), anyText, (value, text) => {
      const cell = parseTargetValue(value, text);
      for (const found of [...findTargetValues(text), ...(cell.kind === "measured" ? [cell] : [])]) {
        expect(Number.isFinite(found.number)).toBe(true);
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(text.length);
        expect(found.end).toBeGreaterThanOrEqual(found.start);
      }
    }), { numRuns: 1000 });
  });

  test("a written value is read back", () => {
    fc.assert(fc.property(fc.constantFrom("≥", ">", "≤", "<", ""), fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99 }), fc.constantFrom("%", " mô hình", ""), (sign, whole, cents, unit) => {
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ".");
      const text = `${sign}${grouped}${cents === 0 ? "" : `,${String(cents).padStart(2, "0")}`}${unit}`;
      const value = parseTargetValue(text, text);
      expect(value).toMatchObject({ kind: "measured", number: Number(`${whole}.${String(cents).padStart(2, "0")}`), unit: unit.trim() === "" ? null : unit.trim() });
    }));
  });

  test.each(["tối thiểu ", "1 000 ", "1.000.", "5 - ", "%", "đạt ", "a ", "01 mô hình "])("a cell full of %j is read to its end (a pattern that backtracks without bound would not come back)", (unit) => {
    const text = unit.repeat(30_000);
    expect(() => parseTargetValue(text, text)).not.toThrow();
    for (const found of findTargetValues(text)) expect(found.end).toBeLessThanOrEqual(text.length);
  });
});
