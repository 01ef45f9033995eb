import { UNKNOWN_PLAN } from "../appendix/plan";
import { gridOfLayout } from "../grid/layoutGrid";
import { textAt } from "../grid/grid";
import { parseArea } from "../grid/area";
import { UNIT_DIRECTORY } from "../text/unit/directory";
import { choicesFor, choiceSources, layOutChoices, USUAL_UNITS } from "./choices";

const WARD = { ...UNKNOWN_PLAN, level: "phường", period: "2025-2030" } as const;

test("the usual units are the directory's, letter by letter", () => {
  const directory = new Set(UNIT_DIRECTORY.map(({ name }) => name));
  expect(USUAL_UNITS.filter((name) => !directory.has(name))).toEqual([]);
});

test("units and leaders are those of the tier, deadlines those of the years", () => {
  const { units, leaders, deadlines } = choicesFor(WARD);
  expect(units).toEqual(expect.arrayContaining(["Công an phường", "Phòng Kinh tế, Hạ tầng và Đô thị"]));
  expect(units).not.toContain("Phòng Kinh tế");
  expect(leaders).toContain("Phó Chủ tịch UBND phường");
  expect(deadlines).toEqual(expect.arrayContaining(["Quý IV/2025", "Giai đoạn 2025 - 2030"]));
});

test("what is not known is left out", () => {
  const { units, leaders, deadlines } = choicesFor(UNKNOWN_PLAN);
  expect(units).toContain("Công an");
  expect(leaders).toEqual([]);
  expect(deadlines).toEqual(["Thường xuyên", "Hằng năm"]);
  expect([...units, ...deadlines].filter((choice) => choice.includes("{"))).toEqual([]);
});

test("the drafter's own directory takes the place of the usual units", () => {
  expect(choicesFor(WARD, ["Tổ Công nghệ số phường"]).units).toEqual(["Tổ Công nghệ số phường"]);
});

test("each source is exactly where its choices stand", () => {
  const choices = choicesFor(WARD);
  const grid = gridOfLayout(layOutChoices(choices));
  const sources = choiceSources(choices, "Danh mục '26");
  for (const kind of ["units", "leaders", "deadlines"] as const) {
    expect(sources[kind]).toMatch(/^'Danh mục ''26'!/);
    const area = parseArea((sources[kind] ?? "").split("!")[1]?.replaceAll("$", "") ?? "")!;
    const texts = Array.from({ length: area.bottom - area.top + 1 }, (_, i) => textAt(grid, area.top + i, area.left));
    expect(texts).toEqual(choices[kind]);
    expect(textAt(grid, area.bottom + 1, area.left)).toBe("");
  }
  expect(choiceSources(choicesFor(UNKNOWN_PLAN), "Danh mục").leaders).toBeUndefined();
});
