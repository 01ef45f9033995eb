import fc from "fast-check";
import { LineShift } from "./lineShift";

const SHEET = "Phụ lục I";
/** Rows 5 and 6 of the sheet go. */
const removal = new LineShift("row", [4, 5]);
/** A row comes in as row 5, two as row 8. */
const insertion = new LineShift("row", [], [4, 7, 7].map((at) => ({ at, formatFrom: "before" })));
/** Column C goes, a column comes in as F. */
const columns = new LineShift("column", [2], [{ at: 5, formatFrom: "before" }]);

describe("references in formulas follow their rows", () => {
  test.each([
    ["A1", "A1"],
    ["A4+A7", "A4+A5"],
    ["$A$10:$H$34", "$A$8:$H$32"],
    ["A5", null],
    ["A5:A6", null],
    ["A3:A5", "A3:A4"],
    ["A6:A9", "A5:A7"],
    ["A9:A6", "A7:A5"],
    ["$4:$7", "$4:$5"],
    ["A:C", "A:C"],
    ["A1:A1048576", "A1:A1048576"],
    ["A7:A1048576", "A5:A1048576"],
    ["SUM(B7,LOG10(B8))", "SUM(B5,LOG10(B6))"],
    ['"A7"&A7', '"A7"&A5'],
    ['"a ""A7"""&A7', '"a ""A7"""&A5'],
    ["'Phụ lục I'!A7", "'Phụ lục I'!A5"],
    ["Khác!A7+'Phụ lục II'!A7", "Khác!A7+'Phụ lục II'!A7"],
    ["Bang[A7]+A7", "Bang[A7]+A5"],
    ["Bang[[#Headers],[A7]]+A7", "Bang[[#Headers],[A7]]+A5"],
    ["XA7B+A7", "XA7B+A5"],
    ["nhom2025+_A7+XFE7", "nhom2025+_A7+XFE7"],
    ["[1]Khác!A7", "[1]Khác!A7"],
    ["'[x.xlsx]Phụ lục I'!A7", "'[x.xlsx]Phụ lục I'!A7"],
    ["{1,2;3,4}+A7#", "{1,2;3,4}+A5#"],
    ["1E7+1.5*A7%", "1E7+1.5*A5%"],
    ["COUNT(A$3:OFFSET(A8,-1,0))+1", "COUNT(A$3:OFFSET(A6,-1,0))+1"],
    ["INDEX(A$3:A10,LOOKUP(2,1/ISTEXT(A$3:A10),ROW(A$3:A10))-ROW(A$3)+1):A10", "INDEX(A$3:A8,LOOKUP(2,1/ISTEXT(A$3:A8),ROW(A$3:A8))-ROW(A$3)+1):A8"],
    ["'Phụ lục I:Phụ lục III'!A7", null],
    ["Mot:Ba!A7", null],
    ["A7:XFE9", null],
    ['A7&"', null],
    ["'Phụ lục", null],
    ["Bang[A7", null],
  ])("rows go: %s becomes %s", (before, after) => {
    expect(removal.formula(before, SHEET, true)).toBe(after);
  });

  test.each([
    ["A4+A5+A8", "A4+A6+A11"],
    ["ROW()-ROW($A$7)", "ROW()-ROW($A$8)"],
    ["COUNTA(B$3:B7)", "COUNTA(B$3:B8)"],
    ["SUM(A5:A9)", "SUM(A6:A12)"],
    ["$7:$8", "$8:$11"],
    ["A:A", "A:A"],
    ["A2:A1048576", "A2:A1048576"],
  ])("rows come: %s becomes %s", (before, after) => {
    expect(insertion.formula(before, SHEET, true)).toBe(after);
  });

  test.each([
    ["A1+B2+D4+F6", "A1+B2+C4+F6"],
    ["C1", null],
    ["$A$1:$E$9", "$A$1:$D$9"],
    ["$D:$F", "$C:$F"],
    ["3:4", "3:4"],
    ["C:C", null],
    ["XFD1", "XFD1"],
    ["A1:XFD1", "A1:XFD1"],
  ])("columns come and go: %s becomes %s", (before, after) => {
    expect(columns.formula(before, SHEET, true)).toBe(after);
  });

  test("a formula on another sheet means its own cells, unless it names the sheet", () => {
    expect(removal.formula("A7+'phụ lục i'!A7", SHEET, false)).toBe("A7+'phụ lục i'!A5");
  });
});

test.each([
  ["A1:B4", "A1:B4"],
  ["A5:B6", ""],
  ["A5 A7 C1:C9", "A5 C1:C7"],
  ["A1:A1048576", "A1:A1048576"],
])("the areas %s become %s", (before, after) => {
  expect(removal.list(before)).toBe(after);
});

test.each([
  ["A1:A4", "A1:A5"],
  ["A5:A7", "A6:A10"],
  ["A5", "A6"],
  ["A1:A3", "A1:A3"],
])("the areas of formats %s take in what comes to their edge: %s", (before, after) => {
  expect(insertion.list(before, true)).toBe(after);
});

test("a format below a new row that looks like it takes it in, too", () => {
  const above = new LineShift("row", [], [{ at: 4, formatFrom: "after" }]);
  expect(above.list("A5:A7", true)).toBe("A5:A8");
  expect(above.list("A1:A4", true)).toBe("A1:A4");
  expect(above.list("A5:A7")).toBe("A6:A8");
});

test("new lines stand where they came in, in their order", () => {
  expect(insertion.newLines()).toEqual([4, 8, 9]);
  expect(new LineShift("row", [1, 4], [{ at: 4, formatFrom: "before" }]).newLines()).toEqual([3]);
});

test("moves and their inverse are what moving a list of lines does", () => {
  const lines = fc.uniqueArray(fc.nat(12), { maxLength: 5 });
  const places = fc.array(fc.nat(13), { maxLength: 4 });
  fc.assert(
    fc.property(lines, places, fc.nat(12), fc.nat(12), (gone, added, a, b) => {
      const shift = new LineShift("row", gone, added.map((at) => ({ at, formatFrom: "before" as const })));
      const model = [...Array(14).keys()].flatMap((line) => [...added.filter((at) => at === line).map(() => null), ...(gone.includes(line) ? [] : [line])]);
      for (let line = 0; line < 13; line++) if (!gone.includes(line)) expect(shift.line(line)).toBe(model.indexOf(line));
      expect(shift.newLines().map((place) => model[place])).toEqual(added.map(() => null));
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      const kept = model.flatMap((line, place) => (line !== null && line >= first && line <= last ? [place] : []));
      expect(shift.stretch(first, last)).toEqual(kept.length === 0 ? null : [kept[0], kept.at(-1)]);
      const back = shift.inverse();
      for (let line = 0; line < 13; line++) if (!gone.includes(line)) expect(back.line(shift.line(line))).toBe(line);
    }),
  );
});
