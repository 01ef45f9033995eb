import { RowShift } from "./rowShift";

const SHEET = "Phụ lục I";
/** Rows 5 and 6 of the sheet go. */
const shift = new RowShift([4, 5]);

describe("references in formulas follow their rows", () => {
  test.each([
    ["A1", "A1"],
    ["A4+A7", "A4+A5"],
    ["$A$10:$H$34", "$A$8:$H$32"],
    ["A5", "#REF!"],
    ["A5:A6", "#REF!"],
    ["A3:A5", "A3:A4"],
    ["A6:A9", "A5:A7"],
    ["$4:$7", "$4:$5"],
    ["A:C", "A:C"],
    ["A1:A1048576", "A1:A1048576"],
    ["SUM(B7,LOG10(B8))", "SUM(B5,LOG10(B6))"],
    ['"A7"&A7', '"A7"&A5'],
    ["'Phụ lục I'!A7", "'Phụ lục I'!A5"],
    ["Khác!A7+'Phụ lục II'!A7", "Khác!A7+'Phụ lục II'!A7"],
    ["Bang[A7]+A7", "Bang[A7]+A5"],
    ["XA7B+A7", "XA7B+A5"],
    ["nhom2025+_A7+XFE7", "nhom2025+_A7+XFE7"],
    ["[1]Khác!A7", "[1]Khác!A7"],
  ])("%s becomes %s", (before, after) => {
    expect(shift.formula(before, SHEET, true)).toBe(after);
  });

  test("a formula on another sheet means its own cells, unless it names the sheet", () => {
    expect(shift.formula("A7+'phụ lục i'!A7", SHEET, false)).toBe("A7+'phụ lục i'!A5");
  });
});

test.each([
  ["A1:B4", "A1:B4"],
  ["A5:B6", ""],
  ["A5 A7 C1:C9", "A5 C1:C7"],
  ["A1:A1048576", "A1:A1048576"],
])("the areas %s become %s", (before, after) => {
  expect(shift.list(before)).toBe(after);
});
