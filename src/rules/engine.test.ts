import { parseArea } from "../grid/area";
import { gridFromRows, type CellValue } from "../grid/grid";
import { UNKNOWN_PLAN } from "../appendix/plan";
import type { Appendix, Reading } from "../appendix/appendix";
import { readAppendices } from "../appendix/reader/readAppendices";
import { check, RuleEngine } from "./engine";
import type { Rule } from "./rule";

const both = { vi: "Lời", en: "Words" };

/** A rule that tells of every content it is shown, and notes which. */
function contentRule(id: Rule["id"], severity: Rule["severity"], shown: string[] = []): Rule {
  return {
    id, severity, clarity: null, title: both, explanation: both, source: both, examples: [],
    messages: { here: { vi: () => "Ở đây", en: () => "Here" } },
    checkItem: (item, { report }) => {
      const { content } = item.fields;
      if (content === undefined) return;
      shown.push(content.text);
      report({ at: content, message: "here" });
    },
  };
}

const ROWS: CellValue[][] = [
  ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
  [1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Quý I/2026"],
  [2, "Mở lớp kỹ năng số", "Phòng Văn hóa - Xã hội", "Quý III/2026"],
];

const reading: Reading = readAppendices([gridFromRows(ROWS)]);

/** The reading with one item made anew, as after an edit. */
function withItemAnew(index: number): Reading {
  const appendices = reading.appendices.map((appendix): Appendix => ({ ...appendix, items: appendix.items.map((item, i) => (i === index ? { ...item } : item)) }));
  return { ...reading, appendices };
}

test("findings stand by row, column and gravity, whatever the order of the rules", () => {
  const table: Rule = { ...contentRule("table/first", "error"), checkItem: undefined, checkAppendix: ({ report }) => report({ at: { row: 1, column: 0 }, message: "here" }) };
  const found = check(reading, {}, [contentRule("content/info", "info"), contentRule("content/error", "error"), table]);
  expect(found.map(({ cell, ruleId }) => `${cell} ${ruleId}`)).toEqual(["A2 table/first", "B2 content/error", "B2 content/info", "B3 content/error", "B3 content/info"]);
});

test("a setting changes a rule's severity, or switches it off", () => {
  const rules = [contentRule("content/one", "info"), contentRule("content/two", "error")];
  const found = check(reading, { "content/one": "warning", "content/two": "off" }, rules);
  expect(found.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual(["content/one warning", "content/one warning"]);
});

describe("memory", () => {
  test("only items that are new are looked at again, and the findings stay the same", () => {
    const shown: string[] = [];
    const engine = new RuleEngine([contentRule("content/seen", "info", shown)]);
    const first = engine.check(reading);
    expect(shown).toHaveLength(2);
    expect(engine.check(withItemAnew(1))).toEqual(first);
    expect(shown.slice(2)).toEqual(["Mở lớp kỹ năng số"]);
  });

  test.each<[string, Reading, Record<string, "error" | "off">]>([
    ["another plan", { ...reading, plan: { ...UNKNOWN_PLAN, place: "An Bình" } }, {}],
    ["other settings", reading, { "content/seen": "error" }],
    ["other columns", { ...reading, appendices: reading.appendices.map((appendix) => ({ ...appendix, columns: [...appendix.columns] })) }, {}],
  ])("%s: everything is looked at again", (_, next, settings) => {
    const shown: string[] = [];
    const engine = new RuleEngine([contentRule("content/seen", "info", shown)]);
    engine.check(reading);
    engine.check(next, settings);
    expect(shown).toHaveLength(4);
  });
});

test("of two rules that one slip wakes, the first speaks", () => {
  const rules = [contentRule("coord/same-as-lead", "error"), contentRule("lead/also-coordinating", "warning"), contentRule("content/else", "info")];
  expect(check(reading, {}, rules).map(({ ruleId }) => ruleId)).toEqual(["coord/same-as-lead", "content/else", "coord/same-as-lead", "content/else"]);
  expect(check(reading, { "coord/same-as-lead": "off" }, rules).map(({ ruleId }) => ruleId)).toContain("lead/also-coordinating");
});

test("the span of a slip is told in the cell's own text", () => {
  const outline = readAppendices([gridFromRows([["I. Hạ tầng"], ["1. Lắp trạm phát sóng"], ["- Cơ quan chủ trì: Phòng Kinh tế"], ["- Thời gian: Quý I/2026"], ["2. Kéo cáp"], ["- Cơ quan chủ trì: Phòng Kinh tế"], ["- Thời gian: Quý II/2026"]])]);
  const rule: Rule = {
    ...contentRule("deadline/word", "info"),
    checkItem: ({ fields }, { report }) => {
      if (fields.deadline !== undefined) report({ at: fields.deadline, message: "here", span: { start: 0, end: 3 } });
    },
  };
  const [finding] = check(outline, {}, [rule]);
  expect(finding?.cell).toBe("A4");
  expect("- Thời gian: Quý I/2026".slice(finding?.span?.start, finding?.span?.end)).toBe("Quý");
});

describe("a merged cell that several items share", () => {
  const HEADER = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];
  const found = (rows: CellValue[][], ...merges: string[]): string[] =>
    check(readAppendices([gridFromRows([HEADER, ...rows], { merges: merges.map((area) => parseArea(area)!) })]))
      .filter(({ ruleId }) => !/^(?:title|section)\//.test(ruleId))
      .map(({ cell, ruleId, data }) => `${cell} ${ruleId} ${String(data.unit ?? data.task ?? "")}`.trim());

  test("what it holds is what they hold", () => {
    expect(found([[1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Công an xã", "Quý I/2026"], [2, "Kéo cáp về các thôn", null, null, null]], "C2:C3", "D2:D3", "E2:E3")).toEqual([]);
  });

  test("what it lacks is told once, for the first of them", () => {
    expect(found([[1, "Lắp trạm phát sóng", null, "Công an xã", "Quý I/2026"], [2, "Kéo cáp về các thôn", null, "Công an xã", "Quý I/2026"]], "C2:C3")).toEqual(["C2 lead/missing Lắp trạm phát sóng"]);
  });

  test("what is wrong in it is told once, whichever row it stands in", () => {
    expect(
      found([["I", "Hạ tầng", "Các phòng, ban liên quan"], [1, "Lắp trạm phát sóng", null, "Công an xã", "Quý I/2026"], [2, "Kéo cáp về các thôn", null, "Công an xã", "Quý I/2026"]], "C2:C4"),
    ).toEqual(["C2 lead/collective"]);
  });

  test("what only one of them finds in it is told besides", () => {
    expect(
      found([[1, "Lắp trạm phát sóng", "Phòng Kinh tế", "Công an xã; Phòng Kinh tế", "Quý I/2026"], [2, "Kéo cáp về các thôn", "Công an xã", null, "Quý I/2026"]], "D2:D3"),
    ).toEqual(["D2 lead/also-coordinating Phòng Kinh tế", "D2 lead/also-coordinating Công an xã"]);
  });

  test("a number or a text that they share is neither twice there nor missing", () => {
    const task = (number: number | null, content: string | null, lead: string): CellValue[] => [number, content, lead, "Công an xã", "Quý I/2026"];
    expect(found([task(1, "Lắp trạm phát sóng", "Phòng Kinh tế"), task(null, "Kéo cáp về các thôn", "Trạm Y tế"), task(2, "Mở lớp kỹ năng số", "Phòng Kinh tế")], "A2:A3")).toEqual([]);
    expect(found([task(1, "Lắp trạm phát sóng tại các thôn", "Phòng Kinh tế"), task(2, null, "Trạm Y tế"), task(3, "Mở lớp kỹ năng số", "Phòng Kinh tế")], "B2:B3")).toEqual([]);
  });
});
