import fc from "fast-check";
import { formatTsv, parseTsv } from "./tsv";

describe("parseTsv", () => {
  test.each<[string, string, string[][]]>([
    ["plain cells", "a\tb\r\nc\td", [["a", "b"], ["c", "d"]]],
    ["Excel's last line break is no row", "a\tb\r\n", [["a", "b"]]],
    ["a quoted cell with a line break", '"một\nhai"\tb', [["một\nhai", "b"]]],
    ["a quoted cell with a tab and doubled quotes", '"a\t""b"""\tc', [['a\t"b"', "c"]]],
    ["prose that begins with a quotation mark", '"Đột phá" khoa học\tb', [['"Đột phá" khoa học', "b"]]],
    ["ragged rows are padded", "a\nb\tc", [["a", ""], ["b", "c"]]],
    ["an empty row between", "a\r\n\r\nb", [["a"], [""], ["b"]]],
    ["nothing is one empty cell", "", [[""]]],
  ])("%s", (_name, text, rows) => {
    expect(parseTsv(text)).toEqual(rows);
  });

  test("reads back whatever was formatted", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ệ", '"', "\t", "\n", " ", "1") });
    const rows = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(rows, (table) => {
        // A last row of one empty cell cannot be told from Excel's closing line break.
        fc.pre(!(table.at(-1)?.length === 1 && table.at(-1)?.[0] === "") || table.length === 1);
        expect(parseTsv(formatTsv(table))).toEqual(table);
      }),
    );
  });
});

test("more rows than a call takes arguments are read", () => {
  const rows = parseTsv("a\n".repeat(200_000) + "a\tb");
  expect(rows).toHaveLength(200_001);
  expect(rows[0]).toEqual(["a", ""]);
});
