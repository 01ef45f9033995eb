import fc from "fast-check";
import type { Move } from "./journal";
import { inOrder, inverse, moved, settledMoves } from "./moves";

function move(kind: Move["kind"], axis: Move["axis"], index: number): Move {
  return { kind, axis, index, formatFrom: "before", size: null, content: [], merges: [], printed: false, texts: [] };
}

/** Rows as numbers, carried out one move after the other; a new row is its move's place in the list, negative. */
function carriedOut(count: number, moves: readonly Move[], all: readonly Move[]): number[] {
  const rows = Array.from({ length: count }, (_, i) => i);
  for (const one of moves) {
    if (one.kind === "remove") rows.splice(one.index, 1);
    else rows.splice(one.index, 0, -1 - all.indexOf(one));
  }
  return rows;
}

const rowMoves = fc
  .tuple(fc.uniqueArray(fc.nat(9), { maxLength: 4 }), fc.array(fc.nat(9), { maxLength: 4 }))
  .map(([gone, added]) => [...gone.map((index) => move("remove", "row", index)), ...added.map((index) => move("insert", "row", index))]);

test("moves that speak of the sheet before them are put in an order in which they can be carried out, and cells are found again", () => {
  fc.assert(
    fc.property(rowMoves, (moves) => {
      const ordered = inOrder(moves);
      const rows = carriedOut(12, ordered, ordered);
      for (let row = 0; row < 12; row++) expect(moved(row, 3, moves)).toEqual(rows.includes(row) ? { row: rows.indexOf(row), column: 3 } : null);
      const settled = settledMoves(ordered);
      ordered.forEach((one, i) => {
        if (one.kind === "insert") expect(rows[settled[i]!.index]).toBe(-1 - i);
      });
    }),
  );
});

test("taken back in the opposite order, everything stands where it stood", () => {
  fc.assert(
    fc.property(rowMoves, (moves) => {
      const ordered = inOrder(moves);
      const back = [...ordered].reverse().map(inverse);
      const rows = carriedOut(12, [...ordered, ...back], [...ordered, ...back]);
      expect(rows).toHaveLength(12);
      // What was taken out and put in again is marked as new; all others stand where they stood.
      rows.forEach((row, i) => row >= 0 && expect(row).toBe(i));
    }),
  );
});

test("of several new rows for one place the first comes to stand above the others", () => {
  const moves = [move("insert", "row", 4), move("insert", "row", 4), move("remove", "row", 4)];
  const ordered = inOrder(moves);
  expect(carriedOut(6, ordered, moves)).toEqual([0, 1, 2, 3, -1, -2, 5]);
});

test("rows do not move columns", () => {
  expect(moved(5, 5, [move("insert", "row", 0), move("remove", "column", 0)])).toEqual({ row: 6, column: 4 });
});
