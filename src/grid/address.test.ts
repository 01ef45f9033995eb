import fc from "fast-check";
import { columnName, formatAddress, MAX_COLUMNS, MAX_ROWS, parseAddress } from "./address";
import { contains, formatArea, parseArea } from "./area";

describe("addresses", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("column %i is %s", (column, name) => expect(columnName(column)).toBe(name));

  test.each([
    ["C6", { row: 5, column: 2 }],
    ["$C$6", { row: 5, column: 2 }],
    ["xfd1048576", { row: 1_048_575, column: 16_383 }],
    ["XFE1", null],
    ["A1048577", null],
    ["A0", null],
    ["6C", null],
    ["", null],
  ])("%s", (text, position) => expect(parseAddress(text)).toEqual(position));

  test("formatting and parsing are inverse on the whole sheet", () => {
    fc.assert(
      fc.property(fc.nat(MAX_ROWS - 1), fc.nat(MAX_COLUMNS - 1), (row, column) => {
        expect(parseAddress(formatAddress(row, column))).toEqual({ row, column });
      }),
    );
  });
});

describe("areas", () => {
  test("corners in any order, single cells, and what is no area", () => {
    expect(parseArea("H9:C6")).toEqual({ top: 5, left: 2, bottom: 8, right: 7 });
    expect(formatArea({ top: 5, left: 2, bottom: 8, right: 7 })).toBe("C6:H9");
    expect(parseArea("C6")).toEqual({ top: 5, left: 2, bottom: 5, right: 2 });
    expect(formatArea({ top: 5, left: 2, bottom: 5, right: 2 })).toBe("C6");
    expect(parseArea("C6:")).toBeNull();
    expect(parseArea("A1:B2:C3")).toBeNull();
  });

  test("both ends are inside", () => {
    const area = { top: 1, left: 1, bottom: 2, right: 3 };
    expect([contains(area, 1, 1), contains(area, 2, 3), contains(area, 0, 1), contains(area, 2, 4)]).toEqual([true, true, false, false]);
  });
});
