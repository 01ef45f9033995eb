import { UNKNOWN_PLAN } from "../../appendix/plan";
import { formOf } from "../../template/forms";
import { hasYears, optionsOf, readYears, shownYears, tickedAtFirst } from "./formOptions";

const TASKS = formOf("nhiem-vu")!;
const TARGETS = formOf("chi-tieu-nam")!;

test.each([
  ["2026; 2030", ["2026", "2030"]],
  ["2026,2027 2028", ["2026", "2027", "2028"]],
  ["", null],
  ["2026; năm sau", null],
  ["1999", null],
])("years typed as “%s”", (text, years) => expect(readYears(text)).toEqual(years));

test("at first every section and every column that is not optional", () => {
  const ticked = tickedAtFirst(TASKS);
  expect([...ticked.sections]).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...ticked.columns].map((index) => TASKS.columns[index]?.use)).not.toContain("optional");
});

test("the years are the form's until others are typed; wrong ones are not taken", () => {
  const ticked = tickedAtFirst(TARGETS);
  expect(hasYears(TARGETS) && !hasYears(TASKS)).toBe(true);
  expect(shownYears(TARGETS, ticked, UNKNOWN_PLAN)).toBe("2025; 2030; 2035; 2040; 2045");
  expect(optionsOf(TARGETS, ticked, UNKNOWN_PLAN, 0).years).toBeUndefined();
  expect(optionsOf(TARGETS, { ...ticked, years: "2026; 2028" }, UNKNOWN_PLAN, 0).years).toEqual(["2026", "2028"]);
  expect(optionsOf(TARGETS, { ...ticked, years: "2026; 28" }, UNKNOWN_PLAN, 0).years).toBeUndefined();
});

test.each([
  ["none in a workbook without appendices", null, 0, undefined],
  ["the next one where there are some", null, 2, 3],
  ["the one that was chosen", 5, 2, 5],
  ["none where that was chosen", 0, 2, undefined],
])("the number: %s", (_, numeral, appendices, wanted) => {
  expect(optionsOf(TASKS, { ...tickedAtFirst(TASKS), numeral }, UNKNOWN_PLAN, appendices).numeral).toBe(wanted);
});
