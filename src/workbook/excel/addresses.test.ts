import fc from "fast-check";
import { formatArea, parseArea } from "../../grid/area";
import { MAX_COLUMNS, MAX_ROWS } from "../../grid/address";
import { addressLists, MAX_ADDRESS, parseAreas, rectanglesOf, sizeOf } from "./addresses";

test.each([
  ["B2", ["B2"]],
  ["Sheet1!$B$2:$C$3", ["B2:C3"]],
  ["'Phụ lục, I'!B2,'Phụ lục, I'!C4:D5", ["B2", "C4:D5"]],
  ["'Bí thư''s'!B2", ["B2"]],
  ["không phải", []],
  ["", []],
])("reads %j", (address, areas) => expect(parseAreas(address).map(formatArea)).toEqual(areas));

test("whole rows and columns", () => {
  expect(parseAreas("I!3:5")).toEqual([{ top: 2, left: 0, bottom: 4, right: MAX_COLUMNS - 1 }]);
  expect(parseAreas("A:C")).toEqual([{ top: 0, left: 0, bottom: MAX_ROWS - 1, right: 2 }]);
});

test("lists stay under Excel's limit, and lose nothing", () => {
  const areas = Array.from({ length: 5_000 }, (_, i) => ({ top: i * 2, left: i % 7, bottom: i * 2, right: i % 7 }));
  const lists = addressLists(areas);
  expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(MAX_ADDRESS);
  expect(lists.flatMap((list) => list.split(",").map(parseArea))).toEqual(areas);
  expect(lists).toHaveLength(4);
  expect(addressLists([])).toEqual([]);
});

test("rectangles hold every cell once, and no other", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ row: fc.nat(6), column: fc.nat(6) })), (cells) => {
      const areas = rectanglesOf(cells);
      const held = areas.flatMap(({ top, left, bottom, right }) => {
        const list: string[] = [];
        for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) list.push(`${row} ${column}`);
        return list;
      });
      expect(held.sort()).toEqual([...new Set(cells.map(({ row, column }) => `${row} ${column}`))].sort());
      expect(areas.reduce((sum, area) => sum + sizeOf(area), 0)).toBe(held.length);
    }),
  );
});
