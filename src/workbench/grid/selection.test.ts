import { parseAddress, formatPosition, type Position } from "../../grid/address";
import { formatArea, parseArea, type Area } from "../../grid/area";
import { moveSelection, selectCell, selectedArea, type Move, type Selection, type Terrain } from "./selection";
import { Spans } from "./spans";

const at = (address: string): Position => parseAddress(address)!;

/** A sheet of 20 × 10 where B2:D4 and B8:D8 are filled, with the merges and hidden rows that a test wants. */
function terrain(options: { merges?: string[]; hiddenRows?: number[]; filled?: string[] } = {}): Terrain {
  const spans = new Spans((options.merges ?? []).map((text) => parseArea(text)).filter((area): area is Area => area !== null));
  const blocks = (options.filled ?? ["B2:D4", "B8:D8"]).map((text) => parseArea(text)!);
  return {
    rows: 20,
    columns: 10,
    used: { row: 7, column: 3 },
    page: 5,
    hiddenRow: (row) => options.hiddenRows?.includes(row) ?? false,
    hiddenColumn: () => false,
    filled: (row, column) => blocks.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right),
    merged: (row, column) => spans.at(row, column),
    grow: (area) => spans.grow(area),
  };
}

const step = (direction: "up" | "down" | "left" | "right", extend = false): Move => ({ kind: "step", direction, extend });
const jump = (direction: "up" | "down" | "left" | "right", extend = false): Move => ({ kind: "jump", direction, extend });

function after(start: string, moves: Move[], land = terrain()): Selection {
  return moves.reduce((selection, move) => moveSelection(selection, move, land), selectCell(at(start)));
}

describe("the active cell", () => {
  test.each<[string, string, Move[], string, Parameters<typeof terrain>[0]?]>([
    ["one down", "A1", [step("down")], "A2"],
    ["stops at the edge", "A1", [step("up"), step("left")], "A1"],
    ["over a hidden row", "A2", [step("down")], "A4", { hiddenRows: [2] }],
    ["into a merged area: its top left", "A3", [step("right")], "B2", { merges: ["B2:C4"] }],
    ["out of a merged area on its far side", "B2", [step("right")], "D2", { merges: ["B2:C4"] }],
    ["Ctrl+down to the end of the block", "B2", [jump("down")], "B4"],
    ["Ctrl+down over the gap", "B4", [jump("down")], "B8"],
    ["Ctrl+down from the last filled to the last row", "B8", [jump("down")], "B20"],
    ["Ctrl+right from an empty cell to the first filled", "A2", [jump("right")], "B2"],
    ["Home", "D4", [{ kind: "home", extend: false }], "A4"],
    ["End: the last filled of the row", "A2", [{ kind: "end", extend: false }], "D2"],
    ["Ctrl+Home", "D8", [{ kind: "first", extend: false }], "A1"],
    ["Ctrl+End", "A1", [{ kind: "last", extend: false }], "D8"],
    ["Page Down", "A1", [{ kind: "page", direction: "down", extend: false }], "A6"],
    ["Page Up stops at the top", "A3", [{ kind: "page", direction: "up", extend: false }], "A1"],
    ["Tab", "A1", [{ kind: "walk", direction: "right" }], "B1"],
    ["Enter", "A1", [{ kind: "walk", direction: "down" }], "A2"],
  ])("%s", (...[, start, moves, expected, options]) => {
    expect(formatPosition(after(start, moves, terrain(options)).active)).toBe(expected);
  });
});

describe("the selected rectangle", () => {
  const area = (selection: Selection, land: Terrain): string => formatArea(selectedArea(selection, land));

  test.each<[string, string, Move[], string, Parameters<typeof terrain>[0]?]>([
    ["Shift+arrows", "B2", [step("down", true), step("right", true)], "B2:C3"],
    ["Shift+arrows back", "B2", [step("down", true), step("down", true), step("up", true)], "B2:B3"],
    ["Shift+click", "D4", [{ kind: "to", cell: at("B2"), extend: true }], "B2:D4"],
    ["grows to whole merged areas", "A2", [step("right", true)], "A2:C4", { merges: ["B2:C4"] }],
    ["Ctrl+Shift+down", "B2", [jump("down", true)], "B2:B4"],
    ["Ctrl+A", "B2", [{ kind: "all" }], "A1:D8"],
    ["a whole row", "B2", [{ kind: "rows", row: 3, extend: false }], "A4:J4"],
    ["rows by dragging", "B2", [{ kind: "rows", row: 3, extend: false }, { kind: "rows", row: 5, extend: true }], "A4:J6"],
    ["a whole column", "B2", [{ kind: "columns", column: 2, extend: false }], "C1:C20"],
  ])("%s", (...[, start, moves, expected, options]) => {
    const land = terrain(options);
    expect(area(after(start, moves, land), land)).toBe(expected);
  });

  test("Tab and Enter walk inside it and round again", () => {
    const land = terrain();
    let selection = after("B2", [step("right", true), step("down", true)], land);
    const walked: string[] = [];
    for (let i = 0; i < 4; i++) {
      selection = moveSelection(selection, { kind: "walk", direction: "right" }, land);
      walked.push(formatPosition(selection.active));
    }
    expect(walked).toEqual(["C2", "B3", "C3", "B2"]);
    expect(area(selection, land)).toBe("B2:C3");
  });
});

test("a click on a covered cell selects its merged area", () => {
  const land = terrain({ merges: ["B2:C4"] });
  expect(formatPosition(moveSelection(selectCell(at("A1")), { kind: "to", cell: at("C4"), extend: false }, land).active)).toBe("B2");
});
