import type { CellValue } from "../grid/grid";
import { UNKNOWN_PLAN, type PlanContext } from "../appendix/plan";
import type { Field } from "../appendix/appendix";
import { createMeanings } from "./meanings";

function field(text: string, value: CellValue = text): Field {
  return { text, value, cell: { row: 0, column: 0 } };
}

const meanings = createMeanings(UNKNOWN_PLAN);

test("a text is parsed once", () => {
  expect(meanings.units(field("Phòng Kinh tế; Công an xã"))).toBe(meanings.units(field("Phòng Kinh tế; Công an xã")));
  expect(meanings.deadline(field("Quý I/2026"))).toBe(meanings.deadline(field("Quý I/2026")));
});

test("a number cell is not taken for a text that looks the same", () => {
  const asText = meanings.deadline(field("45658"));
  const asDate = meanings.deadline(field("45658", 45_658));
  expect(asDate).not.toBe(asText);
  expect(meanings.deadline(field("01/01/2025", 45_658))).not.toBe(asDate);
});

test.each<[string, Partial<PlanContext>, string]>([
  ["the one year of the period", { period: "2026", issued: "2025-12" }, "2026"],
  ["the year of issue where the period has several", { period: "2025-2030", issued: "2025-09" }, "2025"],
  ["the year of issue", { issued: "2025-09-19" }, "2025"],
])("a deadline without a year has %s", (_, plan, year) => {
  const deadline = createMeanings({ ...UNKNOWN_PLAN, ...plan }).deadline(field("Trước 30/6"));
  expect(deadline).toMatchObject({ kind: "fixed", yearAssumed: true, interval: { end: `${year}-06-30` } });
});

test.each<[string, boolean]>([
  ["", true], [" ", true], ["…", true], ["...", true], ["[...]", true], ["-", true], ["N/A", true], ["n/a", true], ["\u00a0", true], ["\u200b", true], ["_____", true],
  ["≥…%", true], ["[Tên đơn vị]", true], ["(…)", true], ["Nam", false], ["N", false], ["Phòng", false], ["x", false], ["đ", false], ["2025", false], ["Ngày …", false], ["…/2026", false], ["nt", false],
])("%j is blank: %s", (text, blank) => {
  expect(meanings.blank(field(text))).toBe(blank);
});

test("keys set aside what makes no difference", () => {
  expect(meanings.key(field("Lắp trạm  phát sóng."))).toBe(meanings.key(field("LẮP TRẠM PHÁT SÓNG")));
  expect(meanings.key(field("khóa"))).not.toBe(meanings.key(field("khoa")));
});
