import fc from "fast-check";
import type { CellValue } from "../../grid/grid";
import { parseOrdinalWord, toOrdinalWord } from "./ordinalWord";
import { parseRoman, toRoman } from "./roman";
import type { RunningNumber } from "./runningNumber";
import { formatLike, parseRunningNumber } from "./runningNumber";

const read = (text: string, value: CellValue = text): RunningNumber | null => parseRunningNumber(value, text);

describe("parseRunningNumber", () => {
  test.each<[string, number[], RunningNumber["style"], string, string]>([
    ["7", [7], "arabic", "", ""], ["07", [7], "arabic", "", ""], ["7.", [7], "arabic", "", "."], ["7)", [7], "arabic", "", ")"], [" 12 \n", [12], "arabic", "", ""],
    ["1.2", [1, 2], "arabic", "", ""], ["1.2.", [1, 2], "arabic", "", "."], ["1.1.2", [1, 1, 2], "arabic", "", ""], ["(3)", [3], "arabic", "(", ")"], ["7/", [7], "arabic", "", "/"], ["3:", [3], "arabic", "", ":"],
    ["100000", [100000], "arabic", "", ""],
    ["I", [1], "roman", "", ""], ["V", [5], "roman", "", ""], ["IV.", [4], "roman", "", "."], ["III.1", [3, 1], "roman", "", ""], ["III.1.", [3, 1], "roman", "", "."], ["XII", [12], "roman", "", ""], ["ii)", [2], "roman", "", ")"],
    ["I.2.3", [1, 2, 3], "roman", "", ""],
    ["a)", [1], "letter", "", ")"], ["b)", [2], "letter", "", ")"], ["đ)", [5], "letter", "", ")"], ["e)", [6], "letter", "", ")"], ["A", [1], "letter", "", ""], ["B.", [2], "letter", "", "."], ["C", [3], "letter", "", ""], ["D", [4], "letter", "", ""],
    ["A.1", [1, 1], "letter", "", ""],
    ["NV01", [1], "arabic", "NV", ""], ["NV 01", [1], "arabic", "NV ", ""], ["NV-12", [12], "arabic", "NV-", ""], ["CT.3", [3], "arabic", "CT.", ""], ["Nhiệm vụ 5", [5], "arabic", "Nhiệm vụ ", ""], ["Mục 2.1:", [2, 1], "arabic", "Mục ", ":"],
  ])("%j", (text, parts, style, prefix, suffix) => {
    expect(read(text)).toMatchObject({ parts, style, prefix, suffix });
    expect(read(text.normalize("NFD"))).toMatchObject({ parts, style });
  });

  test.each<[CellValue, string, number[]]>([[7, "7", [7]], [7, "07", [7]], [1.2, "1.2", [1, 2]], [7, "7.00", [7]], [7, "7,0", [7]], [12, "", [12]], [12, "NV012", [12]]])("the cell %j shown as %j", (value, text, parts) => {
    expect(parseRunningNumber(value, text)?.parts).toEqual(parts);
  });

  test.each(["", "2025 đến", "1,5%", "1,5", "Năm 2025", "01/01/2025", "16 - 18", "I và II", "Phòng Kinh tế", "T9", "Q1", "5G", "x y", "-3", "…", "IIII", "VX", "1. Thành lập", "TT", "STT", "(3", "tháng 6", "w)", "1..2"])("%j is none", (text) => {
    expect(read(text)).toBeNull();
  });

  test.each<[CellValue, string]>([[45658, "01/01/2025"], [-1, "-1"], [0.3, "30%"], [1.5, ""], [true, "TRUE"], [null, ""]])("the cell %j shown as %j is none", (value, text) => {
    expect(parseRunningNumber(value, text)).toBeNull();
  });
});

describe("formatLike", () => {
  test.each<[string, number | number[], string]>([
    ["7", 8, "8"], ["07", 8, "08"], ["09.", 10, "10."], ["12", 9, "9"], ["NV01", 12, "NV12"], ["NV 01", 2, "NV 02"], ["III.1", 2, "III.2"], ["III.1", [4, 1], "IV.1"], ["IV.", 5, "V."], ["ii)", 3, "iii)"],
    ["a)", 5, "đ)"], ["B.", 3, "C."], ["1.2.", 3, "1.3."], ["(3)", 4, "(4)"], ["x)", 40, "40)"], ["1.09", 10, "1.10"],
  ])("%s, the next %j → %s", (sample, number, expected) => {
    expect(formatLike(number, read(sample)!)).toBe(expected);
  });

  test("what was read is written again", () => {
    const prefixes = fc.constantFrom("", "(", "NV", "NV ", "CT.", "Nhiệm vụ ");
    fc.assert(fc.property(prefixes, fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 4 }), (prefix, number, width) => {
      const written = prefix + String(number).padStart(width, "0") + (prefix === "(" ? ")" : ".");
      const parsed = read(written)!;
      expect(parsed.parts).toEqual([number]);
      expect(formatLike(parsed.parts, parsed)).toBe(written);
    }));
  });

  test("a written number is read with the same parts", () => {
    const samples = ["7", "07.", "III.1", "IV", "b)", "NV01", "1.2.3", "A.1"].map((sample) => read(sample)!);
    fc.assert(fc.property(fc.constantFrom(...samples), fc.integer({ min: 1, max: 12 }), (sample, number) => {
      const again = read(formatLike(number, sample))!;
      expect(again.parts).toEqual([...sample.parts.slice(0, -1), number]);
    }));
  });
});

describe("parseRoman", () => {
  test.each<[string, number]>([["I", 1], ["IV.", 4], ["ix)", 9], ["XIV", 14], ["XL", 40], [" II. ", 2], ["VI:", 6], ["Ⅳ", 4], ["MMXXV", 2025], ["III/", 3], ["V -", 5]])("%j is %i", (text, value) => {
    expect(parseRoman(text)).toBe(value);
  });

  test.each(["", "IIII", "VX", "IC", "Iv", "A", "I.1", "11", "Mục I", "I và II"])("%j is none", (text) => {
    expect(parseRoman(text)).toBeNull();
  });

  test("every numeral is read as it was written", () => {
    for (let number = 1; number <= 3999; number++) expect(parseRoman(toRoman(number))).toBe(number);
  });

  test("what has no numeral stays in figures", () => {
    expect([0, -1, 4000, 1.5].map(toRoman)).toEqual(["0", "-1", "4000", "1.5"]);
  });
});

describe("parseOrdinalWord", () => {
  test.each<[string, number, string]>([
    ["Thứ nhất: Về thể chế", 1, "Thứ nhất"], ["Thứ hai", 2, "Thứ hai"], ["THỨ BA.", 3, "THỨ BA"], ["thứ tư, về dữ liệu", 4, "thứ tư"], ["Thứ năm - nhân lực", 5, "Thứ năm"], ["Thứ sáu", 6, "Thứ sáu"], ["Thứ bảy: …", 7, "Thứ bảy"],
    ["Thứ bẩy", 7, "Thứ bẩy"], ["Thứ tám", 8, "Thứ tám"], ["Thứ chín", 9, "Thứ chín"], ["Thứ mười", 10, "Thứ mười"], ["Thứ mười một:", 11, "Thứ mười một"], ["Thứ mười lăm.", 15, "Thứ mười lăm"], ["Thứ  hai mươi", 20, "Thứ  hai mươi"],
    ["- Thứ nhất", 1, "Thứ nhất"], ["Thứ 3: về", 3, "Thứ 3"], ["Một là, tập trung", 1, "Một là"], ["Hai là:", 2, "Hai là"], ["Thứ hai năm nay", 2, "Thứ hai"], ["Thứ nhất về thể chế", 1, "Thứ nhất"],
  ])("%j", (text, number, said) => {
    const ordinal = parseOrdinalWord(text)!;
    expect(ordinal.number).toBe(number);
    expect(text.slice(ordinal.start, ordinal.end)).toBe(said);
    expect(parseOrdinalWord(text.normalize("NFD"))?.number).toBe(number);
  });

  test.each(["", "Thứ", "Thứ trưởng", "Thứ ba mươi", "Thứ 25", "Về thứ nhất", "Nhất là", "Đây là", "Tư là", "Thứ tựa"])("%j is none", (text) => {
    expect(parseOrdinalWord(text)).toBeNull();
  });

  test("1 to 20 are read as they are written", () => {
    for (let number = 1; number <= 20; number++) expect(parseOrdinalWord(toOrdinalWord(number))?.number).toBe(number);
  });
});

test("no parser throws, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.oneof(fc.constant(null), fc.double(), fc.string()), (text, value) => {
    parseRunningNumber(value, text);
    parseRoman(text);
    const ordinal = parseOrdinalWord(`Thứ hai ${text}`);
    if (ordinal !== null) expect(ordinal.end).toBeLessThanOrEqual(text.length + 8);
  }));
});
