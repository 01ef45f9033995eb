import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Appendix, AppendixKind } from "../../src/appendix/appendix";
import { readAppendices } from "../../src/appendix/reader/readAppendices";
import { textAt, type Grid } from "../../src/grid/grid";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { readSeeds } from "../../seeds/appendices";
import { rowContent, type Seed } from "../../seeds/schema";

const folder = join(__dirname, "../../seeds/appendices");
const seeds = new Map(readSeeds(folder).map((seed) => [seed.name, seed]));

/** Sheet, kind, sections, items: counted by people in the offices' own documents. */
const TABLES: Readonly<Record<string, readonly (readonly [string, AppendixKind, number, number])[]>> = {
  "phu-xuyen": [["Phụ lục I", "tasks", 6, 23]],
  "phu-xuyen-paste": [["Phụ lục I", "tasks", 6, 23]],
  "vinh-tuy": [["Phụ lục", "tasks", 5, 23]],
  "hai-phong-xa": [
    ["Phụ lục I", "targets", 5, 38],
    ["Phụ lục II", "outline", 8, 26],
    ["Phụ lục III", "tasks", 8, 15],
  ],
  "thanh-thuy": [
    ["Phụ lục I", "targets", 0, 13],
    ["Phụ lục II", "tasks", 9, 18],
  ],
  "hung-chau": [["Phụ lục I", "tasks", 6, 25]],
};

async function gridsOf(name: string): Promise<readonly Grid[]> {
  const workbook = await openWorkbook(readFileSync(join(folder, `${name}.xlsx`)), { name });
  return workbook.readGrids();
}

function shape(appendices: readonly Appendix[]): (readonly [string, AppendixKind, number, number])[] {
  return appendices.map(({ sheet, kind, sections, items }) => [sheet, kind, sections.length, items.length]);
}

test("every sample is expected to be read", () => expect(Object.keys(TABLES).sort()).toEqual([...seeds.keys()].sort()));

describe.each(Object.entries(TABLES))("%s", (name, tables) => {
  test("has the tables, sections and items that people count", async () => {
    expect(shape(readAppendices(await gridsOf(name)).appendices)).toEqual(tables);
  });

  test("is read the same when the host does not tell merged areas", async () => {
    const grids = await gridsOf(name);
    const bare = grids.map((grid) => ({ ...grid, merges: undefined }));
    expect(readAppendices(bare)).toEqual(readAppendices(grids));
  });

  test("loses no cell: every field holds what stands at its address", async () => {
    const grids = await gridsOf(name);
    for (const appendix of readAppendices(grids).appendices) {
      const grid = grids.find((one) => one.sheet === appendix.sheet)!;
      for (const item of appendix.items) {
        for (const field of Object.values(item.fields)) {
          const cell = textAt(grid, field.cell.row, field.cell.column);
          if (field.continued !== undefined) {
            const pieces = [cell, ...field.continued.map((at) => textAt(grid, at.row, at.column))];
            for (const piece of pieces) expect(field.text).toContain(piece);
          } else expect(field.text).toBe(field.span === undefined ? cell : cell.slice(field.span.start, field.span.end));
        }
      }
    }
  });
});

/** The rows of a sheet that the data calls items and sections, zero-based. */
function rowsOf(seed: Seed, sheet: string, wanted: "item" | "section"): number[] {
  const rows = seed.sheets.find((one) => one.name === sheet)?.rows ?? [];
  return rows.filter((row) => rowContent(row).kind === wanted).map((row) => row.row - 1);
}

describe.each(Object.keys(TABLES).filter((name) => name !== "phu-xuyen-paste"))("%s", (name) => {
  test("has its items and sections in the rows that the data gives them", async () => {
    const seed = seeds.get(name)!;
    for (const appendix of readAppendices(await gridsOf(name)).appendices) {
      expect(appendix.items.map((item) => item.firstRow)).toEqual(rowsOf(seed, appendix.sheet, "item"));
      expect(appendix.sections.map((section) => section.row)).toEqual(rowsOf(seed, appendix.sheet, "section"));
    }
  });
});

test("the paste is read like the whole appendix, once its cut rows are joined", async () => {
  const words = (appendix: Appendix): unknown =>
    appendix.items.map((item) =>
      Object.fromEntries(Object.entries(item.fields).map(([role, field]) => [role, field.text.replace(/\s+/g, "")])),
    );
  const whole = readAppendices(await gridsOf("phu-xuyen"));
  const paste = readAppendices(await gridsOf("phu-xuyen-paste"));
  expect(paste.appendices.map(words)).toEqual(whole.appendices.map(words));
  expect(paste.plan).toEqual(whole.plan);
  expect(whole.leftovers).toEqual([]);
  const rows = (kind: string): number[] =>
    paste.leftovers.filter((leftover) => leftover.kind === kind).flatMap((leftover) => leftover.rows.map((row) => row + 1)).sort((a, b) => a - b);
  expect(rows("repeated-header")).toEqual([9, 10, 17, 18, 26, 27, 34, 35, 41, 42, 50, 51]);
  expect(rows("page-number")).toEqual([16, 25, 33, 40, 49]);
  expect(rows("split-row")).toEqual([11, 28, 36, 52]);
});

test.each([
  ["phu-xuyen", { place: "Phú Xuyên", level: "xã" }],
  ["hung-chau", { place: "Hùng Châu", level: "xã" }],
  ["thanh-thuy", { place: "Thanh Thủy", level: "xã" }],
])("%s: the plan is known from the title lines", async (name, plan) => {
  expect(readAppendices(await gridsOf(name)).plan).toMatchObject(plan);
});
