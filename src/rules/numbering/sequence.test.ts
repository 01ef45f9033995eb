import fc from "fast-check";
import { gridFromRows, type CellValue } from "../../grid/grid";
import { formatPosition } from "../../grid/address";
import type { Appendix } from "../../appendix/appendix";
import { readAppendices } from "../../appendix/reader/readAppendices";
import { breaksOf } from "./sequence";

const HEADER = ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"];

/** A table with the given numbers; a section row stands wherever "#" does. */
function tableOf(numbers: readonly CellValue[]): Appendix {
  const sections = ["I", "II", "III", "IV", "V", "VI"];
  let section = 0;
  const rows = numbers.map((number, i) =>
    number === "#" ? [sections[section++] ?? "I", `Nhóm việc ${String(section)}`] : [number, `Việc thứ ${String(i)} của xã`, "Phòng Kinh tế", "Quý I/2026"],
  );
  const [appendix] = readAppendices([gridFromRows([HEADER, ...rows])]).appendices;
  return appendix!;
}

function breaks(numbers: readonly CellValue[]): string[] {
  const appendix = tableOf(numbers);
  expect(appendix.items).toHaveLength(numbers.filter((number) => number !== "#").length);
  return breaksOf(appendix, "number").map(({ kind, field }) => `${formatPosition(field.cell)} ${kind}`);
}

describe("breaksOf", () => {
  test.each<[string, CellValue[], string[]]>([
    ["a gap among numbers of two parts alone", ["#", "1.1", "1.2", "#", "2.1", "2.3"], ["A7 gap"]],
    ["a row without a number among numbers of two parts alone", ["#", "1.1", "", "1.3", "#", "2.1", "2.2"], ["A4 missing"]],
    ["in order", [1, 2, 3, 4], []],
    ["one row", [1], []],
    ["from nought", [0, 1, 2], []],
    ["texts with a full stop", ["1.", "2.", "3."], []],
    ["padded texts", ["01", "02", "03"], []],
    ["through the sections", ["#", 1, 2, "#", 3, 4, "#", 5], []],
    ["anew in each section", ["#", 1, 2, "#", 1, 2, "#", 1], []],
    ["anew in each section, one item each", ["#", 1, "#", 1, "#", 1], []],
    ["a gap, then on", [1, 2, 3, 7, 8, 9], ["A5 gap"]],
    ["a gap at the last row", [1, 2, 4], ["A4 gap"]],
    ["two gaps", [1, 3, 4, 6, 7], ["A3 gap", "A5 gap"]],
    ["a gap inside a section that starts anew", ["#", 1, 2, "#", 1, 3, "#", 1, 2], ["A7 gap"]],
    ["a number twice, the others lag behind", [1, 2, 2, 3, 4], ["A4 duplicate"]],
    ["a number twice in place of another", [1, 2, 2, 4, 5], ["A4 duplicate"]],
    ["an earlier number in place of another", [1, 2, 3, 1, 5], ["A5 duplicate"]],
    ["a wild number in place of another", [1, 2, 30, 4, 5], ["A4 out-of-order"]],
    ["two rows changed places", [1, 2, 4, 3, 5, 6], ["A4 out-of-order"]],
    ["a row moved down", [1, 3, 4, 5, 2, 6], ["A3 out-of-order"]],
    ["starts again in the middle", [1, 2, 3, 1, 2, 3], ["A5 duplicate"]],
    ["starts late", [4, 5, 6], ["A2 gap"]],
    ["a missing number that is counted", [1, null, 3], ["A3 missing"]],
    ["a missing number that is passed over", [1, null, 2, 3], ["A3 missing"]],
    ["a missing last number", [1, 2, 3, null], ["A5 missing"]],
    ["no number at all", [null, null, null], ["A2 missing"]],
    ["most rows without one: they are sub-rows", [1, null, null, null, 2, null, null], []],
    ["sub-items in order", ["1", "1.1", "1.2", "2", "2.1"], []],
    ["sub-items with a gap", ["1", "1.1", "1.3", "2"], ["A4 gap"]],
    ["lettered sub-items are left alone", ["1", "a)", "c)", "2"], []],
    ["codes", ["NV01", "NV02", "NV04"], ["A4 gap"]],
  ])("%s", (_, numbers, expected) => {
    expect(breaks(numbers)).toEqual(expected);
  });

  test("an unbroken table has no break, whatever its sections", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.boolean(), (counts, anew) => {
        let number = 0;
        const numbers = counts.flatMap((count) => {
          if (anew) number = 0;
          return ["#", ...Array.from({ length: count }, () => ++number)];
        });
        expect(breaks(numbers)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("renumbering from the first break leaves no break behind it in a table without sections", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 12 }), (numbers) => {
        let current: CellValue[] = numbers;
        for (let round = 0; round <= numbers.length; round++) {
          const [first] = breaksOf(tableOf(current), "number");
          if (first === undefined) return;
          const next = [...current];
          for (const { cell, expected, value } of first.fix!()) {
            const index = Number(cell.slice(1)) - 2;
            expect(next[index]).toBe(expected);
            next[index] = value;
          }
          expect(next).not.toEqual(current);
          current = next;
        }
        throw new Error(`no end: ${JSON.stringify(numbers)}`);
      }),
      { numRuns: 200 },
    );
  });
});
