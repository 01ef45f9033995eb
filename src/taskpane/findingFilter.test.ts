import { byGravity, countBySeverity, EVERYTHING, filterFindings, foldForSearch, narrows, toggleSeverity, type FindingFilter } from "./findingFilter";
import { SAMPLE } from "./testing/fakeHost";

test.each<[Partial<FindingFilter>, readonly string[]]>([
  [{}, ["G9", "A12", "E9", "F10", "F11"]],
  [{ severities: ["error"] }, ["A12", "E9"]],
  [{ severities: ["error", "info"] }, ["G9", "A12", "E9"]],
  [{ family: "coord" }, ["F10", "F11"]],
  [{ sheet: "Phụ lục II" }, ["F11"]],
  [{ text: "cong an" }, ["F10"]],
  [{ text: "CÔNG AN" }, ["F10"]],
  [{ text: "chu tri chua" }, ["E9"]],
  [{ text: "f1" }, ["F10", "F11"]],
  [{ text: "already used" }, ["A12"]],
  [{ text: "không có chữ này" }, []],
  [{ text: "thon", severities: ["error"] }, []],
])("%j lets %j through", (filter, cells) => {
  expect(filterFindings(SAMPLE, { ...EVERYTHING, ...filter }).map(({ cell }) => cell)).toEqual(cells);
});

test("a search sets diacritics, case, đ and white space aside, composed or not", () => {
  expect(foldForSearch("  Đường\u00a0 Điện ".normalize("NFD"))).toBe("duong dien");
  expect(foldForSearch("Hoà")).toBe(foldForSearch("hòa"));
});

test("gravest first, and within one severity as the check gave them", () => {
  expect(byGravity(SAMPLE).map(({ cell }) => cell)).toEqual(["A12", "E9", "F10", "F11", "G9"]);
  expect(countBySeverity(SAMPLE)).toEqual({ error: 2, warning: 2, info: 1 });
});

test("choosing every severity is choosing none", () => {
  let filter = EVERYTHING;
  for (const severity of ["error", "warning"] as const) filter = toggleSeverity(filter, severity);
  expect(filter.severities).toEqual(["error", "warning"]);
  expect(narrows(filter)).toBe(true);
  expect(narrows(toggleSeverity(filter, "info"))).toBe(false);
  expect(toggleSeverity(filter, "error").severities).toEqual(["warning"]);
});
