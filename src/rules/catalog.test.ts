import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseAddress } from "../grid/address";
import { parseArea, type Area } from "../grid/area";
import { isCellEdit, isRowRemoval, rowTexts, withCell, type Edit } from "../grid/edit";
import { gridFromRows, textAt, valueAt, type CellValue, type Grid } from "../grid/grid";
import { correctPlan } from "../appendix/plan";
import { readAppendices } from "../appendix/reader/readAppendices";
import { catalog } from "./catalog";
import { describe as say, ruleOf } from "./describe";
import { check } from "./engine";
import { heldOfExample } from "./heldAgainst";
import type { Example, Finding, Rule } from "./rule";

/** As many rounds as mending may take (two fixes may want one cell). */
const MAX_ROUNDS = 8;

function gridOf(example: Example, rows: Example["rows"] = example.rows): Grid {
  const merges = example.merges?.map((text) => parseArea(text)).filter((area): area is Area => area !== null);
  return gridFromRows(rows, merges === undefined ? {} : { merges });
}

function findingsOf(grid: Grid, example: Example, rules: readonly Rule[]): readonly Finding[] {
  const reading = readAppendices([grid]);
  const province = example.province === undefined ? null : heldOfExample(example.province, reading);
  return check({ ...reading, plan: correctPlan(reading.plan, example.plan ?? {}) }, {}, rules, province);
}

/** The rows without trailing empty cells and rows, as they compare. */
function rowsOf(grid: Grid): CellValue[][] {
  const rows = grid.values.map((row) => row.map((value) => (value === "" ? null : value)));
  for (const row of rows) while (row.length > 0 && row[row.length - 1] === null) row.pop();
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return rows;
}

/** Carries out a batch the way a workbook does; an edit that expects something else than what is there fails the test. */
function carryOut(grid: Grid, edits: readonly Edit[]): Grid {
  let next = grid;
  for (const edit of edits) {
    if (!isCellEdit(edit)) {
      if (!isRowRemoval(edit)) throw new Error("no rule inserts anything");
      expect({ row: edit.removeRow, texts: edit.expected }).toEqual({ row: edit.removeRow, texts: rowTexts(grid, edit.removeRow - 1) });
      continue;
    }
    const position = parseAddress(edit.cell)!;
    expect({ cell: edit.cell, value: edit.expected }).toEqual({ cell: edit.cell, value: valueAt(grid, position.row, position.column) });
    next = withCell(next, position.row, position.column, edit.value);
  }
  const gone = new Set(edits.filter(isRowRemoval).map((edit) => edit.removeRow - 1));
  const stays = (_: unknown, index: number): boolean => !gone.has(index + next.origin.row);
  return { ...next, values: next.values.filter(stays), texts: next.texts.filter(stays) };
}

/** All fixes of the findings that do not want the same cell as an earlier one. */
function batchOf(findings: readonly Finding[]): readonly Edit[] {
  const taken = new Set<string>();
  const batch: Edit[] = [];
  for (const { fix } of findings) {
    const edits = fix?.() ?? [];
    const cells = edits.filter(isCellEdit);
    if (cells.some(({ cell }) => taken.has(cell))) continue;
    for (const { cell } of cells) taken.add(cell);
    batch.push(...edits.filter((edit) => !isRowRemoval(edit) || !batch.some((known) => isRowRemoval(known) && known.removeRow === edit.removeRow)));
  }
  return batch;
}

function mend(grid: Grid, example: Example, rule: Rule): Grid {
  let current = grid;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const batch = batchOf(findingsOf(current, example, [rule]));
    if (batch.length === 0) return current;
    current = carryOut(current, batch);
  }
  throw new Error(`${rule.id}: mending does not come to an end.`);
}

/** What is wrong in a sheet, however its rows have moved: rule, gravity and the text of the cell. */
function complaints(grid: Grid, example: Example): string[] {
  return findingsOf(grid, example, catalog)
    .filter(({ severity }) => severity !== "info")
    .map(({ ruleId, cell }) => {
      const position = parseAddress(cell)!;
      return `${ruleId} at "${textAt(grid, position.row, position.column)}"`;
    });
}

test("every id stands once in the catalogue, and is found by it", () => {
  expect(new Set(catalog.map(({ id }) => id)).size).toBe(catalog.length);
  expect(catalog.length).toBeGreaterThan(0);
  for (const rule of catalog) expect(ruleOf(rule.id)).toBe(rule);
});

describe.each(catalog.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const [family = "", name = ""] = id.split("/");

  test("lives in the file that its id names", () => {
    expect(existsSync(join(__dirname, family, `${name}.ts`))).toBe(true);
  });

  test("says everything in both languages, in composed Unicode", () => {
    const texts = [rule.title, rule.explanation, rule.source, ...rule.examples.map(({ title }) => title)].flatMap(({ vi, en }) => [vi, en]);
    for (const text of texts) {
      expect(text.trim()).not.toBe("");
      expect(text).toBe(text.normalize("NFC"));
      expect(text).toBe(text.trim());
    }
    expect(Object.keys(rule.messages).length).toBeGreaterThan(0);
    expect(rule.checkItem ?? rule.checkAppendix).toBeDefined();
  });

  test("shows at least one table that it flags and one that it leaves alone", () => {
    expect(rule.examples.some(({ flagged }) => flagged.length > 0)).toBe(true);
    expect(rule.examples.some(({ flagged }) => flagged.length === 0)).toBe(true);
  });

  test("every message is said by some example", () => {
    const said = new Set(rule.examples.flatMap((example) => findingsOf(gridOf(example), example, [rule]).map(({ messageId }) => messageId)));
    expect([...said].sort()).toEqual(Object.keys(rule.messages).sort());
  });

  test("a rule that can mend shows a mended table", () => {
    const mends = rule.examples.some((example) => findingsOf(gridOf(example), example, [rule]).some(({ fix }) => fix !== undefined));
    expect(rule.examples.some(({ fixed }) => fixed !== undefined)).toBe(mends);
  });

  describe.each(rule.examples.map((example) => [example.title.en, example] as const))("%s", (_, example) => {
    const grid = gridOf(example);

    test("is read as an appendix", () => {
      expect(readAppendices([grid]).appendices.length).toBeGreaterThan(0);
    });

    test("has exactly the flagged cells", () => {
      const findings = findingsOf(grid, example, [rule]);
      expect([...new Set(findings.map(({ cell }) => cell))]).toEqual(example.flagged);
      for (const finding of findings) {
        for (const language of ["vi", "en"] as const) {
          const sentence = say(finding, language);
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
          expect(sentence).toBe(sentence.normalize("NFC"));
          expect(sentence.trim()).not.toBe("");
        }
        if (finding.span !== undefined) {
          const position = parseAddress(finding.cell)!;
          expect(finding.span.start).toBeLessThanOrEqual(finding.span.end);
          expect(finding.span.end).toBeLessThanOrEqual(textAt(grid, position.row, position.column).length);
        }
      }
    });

    const { fixed } = example;
    if (fixed !== undefined) {
      test("is mended as shown, brings nothing new, and mending again changes nothing", () => {
        const mended = mend(grid, example, rule);
        expect(rowsOf(mended)).toEqual(rowsOf(gridOf(example, fixed)));
        const before = complaints(grid, example);
        for (const complaint of new Set(complaints(mended, example))) {
          const times = (list: readonly string[]): number => list.filter((other) => other === complaint).length;
          expect(`${complaint} × ${String(times(complaints(mended, example)))}`).toBe(`${complaint} × ${String(Math.min(times(complaints(mended, example)), times(before)))}`);
        }
        expect(rowsOf(mend(mended, example, rule))).toEqual(rowsOf(mended));
      });
    }
  });
});
