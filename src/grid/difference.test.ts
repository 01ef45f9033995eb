import fc from "fast-check";
import { differingCells } from "./difference";
import { withCell } from "./edit";
import { gridFromRows, textAt, valueAt } from "./grid";

const ANY = 1_000_000;

test("tells the cells that differ in value or in text, wherever the grids begin", () => {
  const before = gridFromRows([["a", 1], ["b"]], { origin: { row: 3, column: 2 } });
  expect(differingCells(before, before, ANY)).toEqual([]);
  expect(differingCells(before, withCell(before, 3, 3, 2), ANY)).toEqual([{ row: 3, column: 3 }]);
  expect(differingCells(before, withCell(before, 3, 3, 1, "1%"), ANY)).toEqual([{ row: 3, column: 3 }]);
  expect(differingCells(before, withCell(before, 0, 0, "x"), ANY)).toEqual([{ row: 0, column: 0 }]);
  expect(differingCells(before, gridFromRows([]), ANY)).toEqual([{ row: 3, column: 2 }, { row: 3, column: 3 }, { row: 4, column: 2 }]);
});

test("gives up beyond the limit", () => {
  const before = gridFromRows([["a", "b", "c"]]);
  expect(differingCells(before, gridFromRows([]), 3)).toHaveLength(3);
  expect(differingCells(before, gridFromRows([]), 2)).toBeNull();
});

const rows = fc.array(fc.array(fc.constantFrom(null, "a", "b", 1), { maxLength: 4 }), { maxLength: 4 });
const origin = fc.record({ row: fc.nat(2), column: fc.nat(2) });

test("says what a comparison of every cell says", () => {
  fc.assert(
    fc.property(rows, origin, rows, origin, (a, from, b, to) => {
      const [before, after] = [gridFromRows(a, { origin: from }), gridFromRows(b, { origin: to })];
      const expected = [];
      for (let row = 0; row < 8; row++) {
        for (let column = 0; column < 8; column++) {
          if (valueAt(before, row, column) !== valueAt(after, row, column) || textAt(before, row, column) !== textAt(after, row, column)) expected.push({ row, column });
        }
      }
      expect(differingCells(before, after, ANY)).toEqual(expected);
    }),
  );
});
