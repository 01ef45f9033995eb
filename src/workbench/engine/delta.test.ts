import { withCell } from "../../grid/edit";
import { gridFromRows } from "../../grid/grid";
import { changesBetween } from "./delta";

const grid = gridFromRows([["a", "b"], ["c"]]);

describe("changesBetween", () => {
  test("nothing for the same reading", () => expect(changesBetween(grid, grid)).toEqual([]));

  test("a changed, a cleared and a new cell", () => {
    const after = withCell(withCell(withCell(grid, 0, 1, 5, "5,0"), 1, 0, null), 3, 2, "x");
    expect(changesBetween(grid, after)).toEqual([
      { row: 0, column: 1, value: 5, text: "5,0" },
      { row: 1, column: 0, value: null, text: "" },
      { row: 3, column: 2, value: "x", text: "x" },
    ]);
  });

  test("a row that went, another origin or other merges: the whole sheet", () => {
    expect(changesBetween(grid, gridFromRows([["a", "b"]]))).toBeNull();
    expect(changesBetween(gridFromRows([["x"]], { origin: { row: 2, column: 2 } }), withCell(gridFromRows([["x"]], { origin: { row: 2, column: 2 } }), 0, 0, "y"))).toBeNull();
    expect(changesBetween(grid, { ...grid, merges: [] })).toBeNull();
  });
});
