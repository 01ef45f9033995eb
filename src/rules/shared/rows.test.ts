import type { Appendix, Field, Item, Role } from "../../appendix/appendix";
import { UNKNOWN_PLAN } from "../../appendix/plan";
import { createMeanings } from "../meanings";
import { assignsNothing, Gap, gapsOfItems, placeOf, visitLacking } from "./rows";

const meanings = createMeanings(UNKNOWN_PLAN);
const COLUMNS: readonly Role[] = ["number", "content", "leadUnit", "deadline"];

function item(row: number, section: number | null, ...texts: readonly string[]): Item {
  const field = (text: string, column: number): Field => ({ text, value: text === "" ? null : text, cell: { row, column } });
  return { firstRow: row, lastRow: row, section, values: [], fields: Object.fromEntries(texts.map((text, column) => [COLUMNS[column], field(text, column)])) as Item["fields"] };
}

function table(...items: readonly Item[]): Appendix {
  return {
    sheet: "Phụ lục", kind: "tasks", titleLines: { label: null, title: null, attachment: null, lines: [] },
    area: { top: 0, left: 2, bottom: 9, right: 5 }, headerRows: [0], columns: [], sections: [], items,
  };
}

describe("assignsNothing", () => {
  test.each<[string, readonly Item[], boolean]>([
    ["a row above its sub-rows", [item(1, 0, "1", "Hạ tầng", "", ""), item(2, 0, "1.1", "Kéo cáp", "Công an xã", "")], true],
    ["a row above lettered rows", [item(1, 0, "1", "Hạ tầng", "", ""), item(2, 0, "a)", "Kéo cáp", "Công an xã", "")], true],
    ["a line that ends in a colon", [item(1, 0, "1", "Hạ tầng: ", "", "…")], true],
    ["a numbered row that is empty", [item(1, 0, "1", "", "", "")], true],
    ["a task that lacks everything", [item(1, 0, "1", "Kéo cáp", "", ""), item(2, 0, "2", "Lắp trạm", "", "")], false],
    ["a task above the sub-rows of the next section", [item(1, 0, "1", "Kéo cáp", "", ""), item(2, 1, "1.1", "Lắp trạm", "", "")], false],
    ["sub-rows of another number", [item(1, 0, "1", "Kéo cáp", "", ""), item(2, 0, "2.1", "Lắp trạm", "", "")], false],
    ["a row above its sub-rows that has a lead of its own", [item(1, 0, "1", "Hạ tầng", "Công an xã", ""), item(2, 0, "1.1", "Kéo cáp", "", "")], false],
    ["a row with a deadline and no content", [item(1, 0, "1", "", "", "Quý I/2026")], false],
  ])("%s", (_, items, expected) => {
    expect(assignsNothing(table(...items), 0, meanings)).toBe(expected);
  });
});

test("an absent field, an empty one and a placeholder are all lacking", () => {
  const row = item(1, null, "1", "Kéo cáp", "…");
  expect(gapsOfItems.of(table(row))).toEqual([Gap.leadUnit | Gap.coordinatingUnits | Gap.product | Gap.deadline]);
});

test("a row that lacks something is visited, unless nothing is to be assigned in it", () => {
  const rows = [item(1, 0, "1", "Hạ tầng:", "", ""), item(2, 0, "2", "Kéo cáp", "", "Năm 2026"), item(3, 0, "3", "Lắp trạm", "Công an xã", "Năm 2026")];
  const visited: Item[] = [];
  visitLacking(table(...rows), Gap.leadUnit, meanings, (row) => void visited.push(row));
  expect(visited).toEqual([rows[1]]);
});

test("what is lacking is told at its own cell, else at the content, else at the row", () => {
  const row = item(3, null, "1", "Kéo cáp", "");
  const appendix = table(row);
  expect(placeOf(appendix, row, "leadUnit")).toBe(row.fields.leadUnit);
  expect(placeOf(appendix, row, "deadline")).toBe(row.fields.content);
  expect(placeOf(appendix, item(4, null, "1"), "deadline")).toEqual({ row: 4, column: 2 });
});
