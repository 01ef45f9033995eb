import fc from "fast-check";
import { withCell } from "../../grid/edit";
import { displayText, gridFromRows, type CellValue } from "../../grid/grid";
import { withCells, withMoves } from "./gridEdits";
import { LineShift } from "./lineShift";

test("many cells at once are the same as one by one", () => {
  const value = fc.oneof(fc.constantFrom<CellValue>(null, "a", "b", 1, true));
  const rows = fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 6 });
  const changes = fc.array(fc.record({ row: fc.nat(8), column: fc.nat(8), value }), { maxLength: 60 });
  fc.assert(
    fc.property(rows, fc.record({ row: fc.nat(3), column: fc.nat(3) }), changes, (cells, origin, list) => {
      const grid = gridFromRows(cells, { origin });
      const seen = new Map(list.map((change) => [`${change.row}:${change.column}`, { ...change, text: displayText(change.value) }]));
      const oneByOne = [...seen.values()].reduce((next, { row, column, value: held }) => withCell(next, row, column, held), grid);
      const held = (g: typeof grid): string[] =>
        g.values.flatMap((row, i) => row.flatMap((v, j) => (v === null ? [] : [`${i + g.origin.row}:${j + g.origin.column}=${String(v)}`])));
      const atOnce = withCells(grid, [...seen.values()]);
      expect(held(atOnce)).toEqual(held(oneByOne));
      for (const row of atOnce.values) expect(row.at(-1) ?? "end").not.toBeNull();
    }),
  );
});

test("rows that go take their part of merged areas", () => {
  const grid = gridFromRows([["a"], ["b"], ["c"], ["d"]], {
    origin: { row: 1, column: 0 },
    merges: [
      { top: 1, left: 1, bottom: 3, right: 2 },
      { top: 3, left: 0, bottom: 4, right: 0 },
    ],
  });
  const after = withMoves(grid, new LineShift("row", [0, 2, 4]));
  expect(after.texts).toEqual([["a"], ["c"]]);
  expect(after.origin.row).toBe(0);
  expect(after.merges).toEqual([{ top: 0, left: 1, bottom: 1, right: 2 }]);
});

test("columns that come and go move cells, merged areas and formulas", () => {
  const grid = {
    ...gridFromRows([["a", "b", "c", "d"], [], [1], [null, null, null, true]], { origin: { row: 2, column: 1 }, merges: [{ top: 2, left: 2, bottom: 2, right: 4 }] }),
    formulas: new Set(["B5", "C3", "E6"]),
  };
  const after = withMoves(grid, new LineShift("column", [2], [{ at: 1, formatFrom: "after" }, { at: 4, formatFrom: "before" }]));
  expect(after.origin).toEqual({ row: 2, column: 2 });
  expect(after.values).toEqual([["a", "c", null, "d"], [], [1], [null, null, null, true]]);
  expect(after.texts).toEqual([["a", "c", "", "d"], [], ["1"], ["", "", "", "TRUE"]]);
  expect(after.merges).toEqual([{ top: 2, left: 3, bottom: 2, right: 5 }]);
  expect([...after.formulas!]).toEqual(["C5", "F6"]);
});
