import fc from "fast-check";
import { Axis } from "./axis";
import { RowOrder } from "./rowOrder";

describe("Axis", () => {
  const axis = new Axis([10, 0, 20, 30]);

  test("starts, ends and spans", () => {
    expect([axis.start(2), axis.end(2), axis.span(0, 2), axis.total]).toEqual([10, 30, 30, 60]);
  });

  test.each([
    [0, 0],
    [9, 0],
    [10, 2],
    [29, 2],
    [30, 3],
    [500, 3],
    [-5, 0],
  ])("the offset %d is in column %d", (offset, column) => {
    expect(axis.at(offset)).toBe(column);
  });
});

describe("RowOrder", () => {
  test("index and row are each other's inverse for shown rows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.uniqueArray(fc.nat(29)), (first, hidden) => {
        const order = new RowOrder(first, 30, new Set(hidden));
        const shown = Array.from({ length: order.count }, (_, index) => order.row(index));
        expect(shown).toEqual(Array.from({ length: 30 - first }, (_, i) => i + first).filter((row) => !hidden.includes(row)));
        expect(shown.map((row) => order.index(row))).toEqual(shown.map((_, index) => index));
      }),
    );
  });
});
