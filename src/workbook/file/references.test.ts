import fc from "fast-check";
import { formatAddress } from "../../grid/address";
import { mapReferences, namesSheet, translated } from "./references";

describe("a formula as it reads in another cell", () => {
  test.each([
    ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
    ["SUM(A$3:A7)", 1, 0, "SUM(A$3:A8)"],
    ["'Phụ lục II'!C5&\"C5\"", -1, -1, "'Phụ lục II'!B4&\"C5\""],
    ["$5:7+A:$C", 1, 1, "$5:8+B:$C"],
    ["LOG10(A1)+_xlfn.XLOOKUP(A1,B:B,C:C)", 1, 0, "LOG10(A2)+_xlfn.XLOOKUP(A2,B:B,C:C)"],
    ["Bang[[#This Row],[A1]]", 5, 5, "Bang[[#This Row],[A1]]"],
    ["A1", -1, 0, null],
    ["XFD1", 0, 1, null],
    ["A1048576", 1, 0, null],
    ["A1&\"mở", 1, 0, null],
    ["A1&\"mở", 0, 0, "A1&\"mở"],
  ])("%s, %s rows and %s columns on: %s", (formula, rows, columns, there) => {
    expect(translated(formula, rows, columns)).toBe(there);
  });
});

test("what references are told to be, and nothing else, is written anew", () => {
  const seen: unknown[] = [];
  const text = mapReferences("IF('An ''Bình'''!$A$1>Khác!B2:C3,\"D4\",E:E)", ({ sheet, ends }) => {
    seen.push([sheet, ends.length]);
    return ends;
  });
  expect(text).toBe("IF('An ''Bình'''!$A$1>Khác!B2:C3,\"D4\",E:E)");
  expect(seen).toEqual([["an 'bình'", 1], ["khác", 2], [null, 2]]);
});

test("whatever a formula holds, it comes back as it was when nothing is changed, or not at all", () => {
  const piece = fc.constantFrom("A1", "$B$2:C3", "'x y'!", "Sheet!", "[1]", "Bang[", "]", '"', "'", "SUM(", ")", "+", ":", "1:5", "A:C", "#REF!", "{1;2}", "đ", "_x1", "1E5", "XFE9", " ", ",", "!");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const formula = pieces.join("");
      const same = mapReferences(formula, ({ ends }) => ends);
      if (same !== null) expect(same).toBe(formula);
    }),
    { numRuns: 2000 },
  );
});

test("going on and back again changes nothing", () => {
  const address = fc.tuple(fc.integer({ min: 20, max: 40 }), fc.integer({ min: 20, max: 40 })).map(([row, column]) => formatAddress(row, column));
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 4 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (cells, rows, columns) => {
      const formula = `SUM(${cells.join(",")})`;
      expect(translated(translated(formula, rows, columns) ?? "", -rows, -columns)).toBe(formula);
    }),
  );
});

test.each([
  ["'Phụ lục I'!A1+B2", true],
  ["'PHỤ LỤC I'!A1", true],
  ["'Phụ lục II'!A1+\"'Phụ lục I'!A1\"", false],
  ["A1", false],
  ["A1&\"", true],
])("whether %s names the sheet: %s", (formula, named) => {
  expect(namesSheet(formula, "Phụ lục I")).toBe(named);
});
