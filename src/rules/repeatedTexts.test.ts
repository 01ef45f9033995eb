import fc from "fast-check";
import { gridFromRows, type CellValue } from "../grid/grid";
import { UNKNOWN_PLAN, type PlanContext } from "../appendix/plan";
import { readAppendices } from "../appendix/reader/readAppendices";
import { formatPosition } from "../grid/address";
import type { Edit } from "../grid/edit";
import { catalog } from "./catalog";
import { check } from "./engine";
import type { Rule } from "./rule";

const both = { vi: "Lời", en: "Words" };

/** A rule that tells of some leads, and notes the texts that it was asked about. */
function leadRule(decidedBy: Rule["decidedBy"], asked: string[], mended = false): Rule {
  return {
    id: "lead/asked", severity: "info", clarity: null, title: both, explanation: both, source: both, examples: [], decidedBy,
    messages: { here: { vi: () => "Ở đây", en: () => "Here" } },
    checkItem: ({ fields: { leadUnit } }, { report }) => {
      asked.push(leadUnit?.text ?? "none");
      if (leadUnit?.text !== "Công an xã") return;
      const fix = (): readonly Edit[] => [{ sheet: "Sheet1", cell: formatPosition(leadUnit.cell), expected: leadUnit.value, value: "" }];
      report({ at: leadUnit, message: "here", data: { text: leadUnit.text }, span: { start: 0, end: 8 }, severity: "error", ...(mended ? { fix } : {}) });
    },
  };
}

const HEADER = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];
const units = ["Công an xã", "Phòng Kinh tế", "Công an xã", "Phòng Kinh tế", "Công an xã"];
const reading = readAppendices([gridFromRows([HEADER, ...units.map((unit, i): CellValue[] => [i + 1, `Rà soát máy chủ đợt ${i}`, unit, "Các thôn", "Năm 2026"])])]);

test("a rule is asked once about a text, and what it said is told of each cell that says so", () => {
  const asked: string[] = [];
  const found = check(reading, {}, [leadRule("leadUnit", asked)]);
  expect(found.map(({ cell }) => cell)).toEqual(["C2", "C4", "C6"]);
  for (const finding of found) expect(finding).toMatchObject({ data: { text: "Công an xã" }, span: { start: 0, end: 8 }, severity: "error" });
  expect(asked).toEqual(["Công an xã", "Phòng Kinh tế"]);
});

test("a rule that mends what it tells is asked about each cell, because each is mended at its own place", () => {
  const asked: string[] = [];
  const found = check(reading, {}, [leadRule("leadUnit", asked, true)]);
  expect(found.map(({ fix }) => fix?.())).toMatchObject([[{ cell: "C2" }], [{ cell: "C4" }], [{ cell: "C6" }]]);
  expect(asked).toEqual(["Công an xã", "Phòng Kinh tế", "Công an xã", "Công an xã"]);
});

test("a number is another text where it is shown otherwise", () => {
  const asked: string[] = [];
  const leads: CellValue[] = [46_000, 46_000, "46000", 46_000];
  const grid = gridFromRows([HEADER, ...leads.map((lead, i): CellValue[] => [i + 1, `Rà soát máy chủ đợt ${i}`, lead, "Các thôn", "Năm 2026"])]);
  check(readAppendices([grid]), {}, [leadRule("leadUnit", asked)]);
  expect(asked).toEqual(["46000", "46000"]);
});

test("a rule that nothing is said of is asked about every item", () => {
  const asked: string[] = [];
  check(reading, {}, [leadRule(undefined, asked)]);
  expect(asked).toEqual(units);
});

describe("the rules of the catalogue", () => {
  const asAlways = catalog.map((rule): Rule => ({ ...rule, decidedBy: undefined, memories: undefined, appliesTo: undefined }));
  const unit = fc.constantFrom("Phòng Kinh tế", "Công an xã", "UBND xã", "Công an xã; Phòng Kinh tế", "Các phòng, ban, ngành", "Các thôn", "…", "", "Phòng Kinh tế; Phòng kinh tế", "UBND xã; các phòng, ban", 7);
  const time = fc.constantFrom<CellValue>("Năm 2026", "Quý I/2026", "Trước 30/6", "Thường xuyên", "Cả năm", "Kế hoạch công tác", "Khi có hướng dẫn", "", null, 2026, 46_000, "8/2025", "Tháng 9/2025", "Năm 2025 và các năm tiếp theo");
  const content = fc.constantFrom<CellValue>("Mở lớp kỹ năng số", "Rà soát “máy chủ” của tổ dân phố", "Rà soát \"máy chủ\" tại thôn", "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2023 của Bộ Chính trị", "chuyển 2026 đổi số", "chuyển Năm 2026 đổi số", "", null);
  const row = fc.tuple(fc.constantFrom<CellValue>(1, 2, 3, "4", "", null), content, unit, unit, time);
  const plan = fc.constantFrom<Partial<PlanContext>>({}, { level: "xã", place: "Phú Xuyên", issued: "2025-09-19", period: "2025" }, { level: "phường", place: "Vĩnh Tuy", issued: "2025-09", issuer: "government" });

  test("tell the same when they are asked about every item, and fill no memory beforehand", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), plan, (rows, known) => {
        const grid = gridFromRows([HEADER, ...rows]);
        const told = (rules: readonly Rule[]): unknown => {
          const read = readAppendices([grid]);
          return check({ ...read, plan: { ...UNKNOWN_PLAN, ...known } }, {}, rules).map((finding) => ({ ...finding, fix: finding.fix?.() }));
        };
        expect(told(catalog)).toEqual(told(asAlways));
      }),
    );
  });
});
