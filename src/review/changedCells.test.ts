import { withCell } from "../grid/edit";
import { gridFromRows } from "../grid/grid";
import { changedCells } from "./changedCells";

const first = gridFromRows([["a", 1], ["b", 2]], { sheet: "I" });
const second = gridFromRows([["c"]], { sheet: "II" });

test("what was told of, and what differs besides, each once", () => {
  const after = [withCell(withCell(first, 0, 0, "x"), 1, 1, 3), second];
  expect(changedCells([first, second], after, [{ sheet: "I", cell: "A1" }, { sheet: "II", cell: "C3" }])).toEqual([
    { sheet: "I", row: 0, column: 0 },
    { sheet: "II", row: 2, column: 2 },
    { sheet: "I", row: 1, column: 1 },
  ]);
});

test.each([
  ["a sheet came", [first, second, gridFromRows([], { sheet: "III" })]],
  ["a sheet was renamed", [first, { ...second, sheet: "2" }]],
  ["a sheet was hidden", [first, { ...second, visibility: "hidden" as const }]],
  ["sheets changed places", [second, first]],
  ["too much differs", [first, gridFromRows(Array.from({ length: 6_000 }, () => ["x"]), { sheet: "II" })]],
])("says that everything is to be checked: %s", (_, after) => expect(changedCells([first, second], after, [])).toBeNull());
