import { catalog } from "../../src/rules/catalog";
import { cleanTables, type CleanTable } from "./cleanTable";
import { defects } from "./defects";
import { measure } from "./measure";

/** These compare with the plan above, and have tests of their own (src/province). */
const NEED_A_PLAN_ABOVE = ["deadline/later-than-province", "deadline/loosened", "target/below-province", "target/missing-province"];

/** What a rule must find of the defects of its kind, as a share; 0.95 where nothing is said. */
const FLOOR = 0.95;
const FLOORS: Readonly<Record<string, number>> = {
  // Half of a deadline of another row falls in only where it shows by its capital.
  "content/garbled": 0.9,
  // "hàng chính" may be the end of "Ngân hàng Chính sách".
  "content/term": 0.9,
  // Where one text of the workbook cites the old programme together with the new one, the old one stands for both.
  "content/citation-superseded": 0.8,
};

/** Errors and warnings besides, for a hundred defects. */
const UNBACKED = 4;

let tables: readonly CleanTable[];
beforeAll(async () => {
  tables = await cleanTables();
});

test("every rule of the catalogue has a defect to find", () => {
  const tried = new Set(defects.map(({ rule }) => rule));
  expect(catalog.map(({ id }) => id).filter((id) => !tried.has(id)).sort()).toEqual(NEED_A_PLAN_ABOVE.filter((id) => catalog.some((rule) => rule.id === id)));
  expect([...tried].filter((id) => !catalog.some((rule) => rule.id === id))).toEqual([]);
});

test("the clean tables have good rows to spoil", () => {
  expect(tables.filter(({ good }) => good.length >= 5).length).toBeGreaterThanOrEqual(6);
});

test("each rule finds the defects of its kind at the very cell, and they bring about little else", () => {
  const scores = measure(tables, defects, 2, 20_251_006);
  const byRule = new Map<string, { injected: number; found: number }>();
  for (const { rule, injected, found } of scores) {
    const sum = byRule.get(rule) ?? { injected: 0, found: 0 };
    byRule.set(rule, { injected: sum.injected + injected, found: sum.found + found });
  }
  const low = [...byRule].filter(([rule, { injected, found }]) => injected === 0 || found / injected < (FLOORS[rule] ?? FLOOR)).map(([rule, { injected, found }]) => `${rule} ${found}/${injected}`);
  expect(low).toEqual([]);
  const all = scores.reduce((sum, { injected }) => sum + injected, 0);
  const unbacked = scores.reduce((sum, score) => sum + score.unbacked, 0);
  expect((unbacked / all) * 100).toBeLessThan(UNBACKED);
});
