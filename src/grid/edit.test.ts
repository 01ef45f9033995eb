import fc from "fast-check";
import { columnTexts, editKey, editPlace, rowTexts, withCell, type Edit } from "./edit";
import { gridFromRows, textAt, valueAt, type CellValue } from "./grid";

describe("withCell", () => {
  const grid = gridFromRows([["a", "b"], [], [1, null, "c"]], { origin: { row: 2, column: 1 } });

  test("sets one cell and shares every other row", () => {
    const next = withCell(grid, 2, 2, "B");
    expect(textAt(next, 2, 2)).toBe("B");
    expect(next.texts[2]).toBe(grid.texts[2]);
    expect(textAt(grid, 2, 2)).toBe("b");
  });

  test("keeps rows ragged when the last cell is emptied", () => {
    expect(withCell(grid, 4, 3, null).values[2]).toEqual([1]);
  });

  test.each([
    ["above and left of what was read", 0, 0],
    ["below and right of what was read", 9, 9],
  ])("extends the grid %s", (_, row, column) => {
    const next = withCell(grid, row, column, 7);
    expect(valueAt(next, row, column)).toBe(7);
    expect(textAt(next, row, column)).toBe("7");
    expect([textAt(next, 2, 1), textAt(next, 2, 2), valueAt(next, 4, 1), textAt(next, 4, 3)]).toEqual(["a", "b", 1, "c"]);
  });

  test("any edits give what a plain map of cells gives", () => {
    const cell = fc.tuple(fc.nat(8), fc.nat(8), fc.oneof(fc.constant<CellValue>(null), fc.string({ minLength: 1 }), fc.integer(), fc.boolean()));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), (edits) => {
        const map = new Map<string, CellValue>();
        let grown = gridFromRows([], { origin: { row: 4, column: 4 } });
        for (const [row, column, value] of edits) {
          grown = withCell(grown, row, column, value);
          map.set(`${row},${column}`, value);
        }
        for (let row = 0; row <= 8; row++) {
          for (let column = 0; column <= 8; column++) expect(valueAt(grown, row, column)).toBe(map.get(`${row},${column}`) ?? null);
        }
      }),
    );
  });
});

test("rowTexts starts at column A whatever the grid's origin, and ends at the last text", () => {
  const grid = gridFromRows([["a", "", "b"], [""]], { origin: { row: 3, column: 2 } });
  expect(rowTexts(grid, 3)).toEqual(["", "", "a", "", "b"]);
  expect(rowTexts(grid, 4)).toEqual([]);
  expect(rowTexts(grid, 99)).toEqual([]);
});

test("columnTexts starts at row 1 whatever the grid's origin, and ends at the last text", () => {
  const grid = gridFromRows([["a", "", "b"], [], ["c", "d"], []], { origin: { row: 1, column: 2 } });
  expect(columnTexts(grid, 2)).toEqual(["", "a", "", "c"]);
  expect(columnTexts(grid, 3)).toEqual(["", "", "", "d"]);
  expect(columnTexts(grid, 0)).toEqual([]);
  expect(columnTexts(grid, 99)).toEqual([]);
});

test("every kind of edit has a place to show, and a key of its own", () => {
  const edits: readonly Edit[] = [
    { sheet: "S", cell: "C6", expected: null, value: 1 },
    { sheet: "S", removeRow: 9, expected: [] },
    { sheet: "S", insertRow: 9, formatFrom: "above", cells: [] },
    { sheet: "S", removeColumn: "H", expected: [] },
    { sheet: "S", insertColumn: "H", formatFrom: "left", cells: [] },
  ];
  expect(edits.map(editPlace)).toEqual(["C6", "9", "9", "H", "H"]);
  expect(new Set(edits.map(editKey)).size).toBe(edits.length);
});
