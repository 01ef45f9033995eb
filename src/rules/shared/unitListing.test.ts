import { gridFromRows } from "../../grid/grid";
import { UNKNOWN_PLAN } from "../../appendix/plan";
import { readAppendices } from "../../appendix/reader/readAppendices";
import type { DrafterUnit } from "../../text/unit/unit";
import { RuleEngine } from "../engine";
import { createMeanings } from "../meanings";
import { createUnitStandard } from "./unitStandard";

const HEADER = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];
const read = (rows: readonly (readonly [lead: string, coord: string])[]) =>
  readAppendices([gridFromRows([HEADER, ...rows.map(([lead, coord], i) => [i + 1, `Việc số ${i + 1}`, lead, coord, "Quý I/2026"])])]);
const unitsOf = (rows: readonly (readonly [lead: string, coord: string])[], directory: readonly DrafterUnit[] = []) =>
  createUnitStandard(read(rows), createMeanings(UNKNOWN_PLAN), directory)
    .units()
    .map(({ standard, from, forms }) => [standard, from, forms.map(({ name, lead, coord, slip }) => `${name} ${lead}+${coord}${slip === null ? "" : ` ${slip}`}`)]);

const ROWS = [
  ["Phòng Văn hóa - Xã hội", "Công an xã; các phòng, ban liên quan"],
  ["Phòng Văn hóa - Xã hội", "Công an xã"],
  ["Phòng Văn hoá – Xã hội", "Phòng Văn hóa - Xã hôi"],
  ["Trạm Y", "Các phòng, ban liên quan"],
  ["Phòng", "Công an xã"],
] as const;

test("every unit with its forms, how often they lead and coordinate, and what is wrong with them", () => {
  expect(unitsOf(ROWS)).toEqual([
    ["Phòng Văn hóa - Xã hội", "use", ["Phòng Văn hóa - Xã hội 2+0", "Phòng Văn hoá – Xã hội 1+0 form", "Phòng Văn hóa - Xã hôi 0+1 misspelt"]],
    ["Công an xã", "use", ["Công an xã 0+3"]],
    ["các phòng, ban liên quan", "use", ["các phòng, ban liên quan 0+2"]],
    ["Trạm Y tế", "built-in", ["Trạm Y 1+0 cut"]],
    [null, "use", ["Phòng 1+0 cut"]],
  ]);
});

test("the drafter's directory names the standard, merges, and keeps apart", () => {
  const directory: readonly DrafterUnit[] = [
    { name: "Phòng Văn hoá – Xã hội", spellings: ["Phòng Văn hóa - Xã hôi"] },
    { name: "Phòng Văn hóa - Xã hội" },
    { name: "Trạm Y" },
  ];
  expect(unitsOf(ROWS, directory).slice(0, 4)).toEqual([
    ["Phòng Văn hóa - Xã hội", "drafter", ["Phòng Văn hóa - Xã hội 2+0"]],
    ["Công an xã", "use", ["Công an xã 0+3"]],
    ["các phòng, ban liên quan", "use", ["các phòng, ban liên quan 0+2"]],
    ["Phòng Văn hoá – Xã hội", "drafter", ["Phòng Văn hoá – Xã hội 1+0", "Phòng Văn hóa - Xã hôi 0+1 form"]],
  ]);
});

test("a group's name that the drafter keeps counts with and without its capital", () => {
  const directory = [{ name: "Các phòng, ban, đơn vị", spellings: ["Các phòng ban"] }];
  const units = unitsOf([["Công an xã", "Các phòng ban"], ["Công an xã", "Trạm Y tế; các phòng, ban, đơn vị"]], directory);
  expect(units.slice(1, 2)).toEqual([["các phòng, ban, đơn vị", "drafter", ["các phòng ban 0+1 group", "các phòng, ban, đơn vị 0+1"]]]);
});

test("the unit rules follow the directory, and follow it again when it changes", () => {
  const reading = read(ROWS);
  const told = (directory: readonly DrafterUnit[]): string[] => engine.check(reading, {}, directory).filter(({ ruleId }) => /variant|unknown/.test(ruleId)).map(({ ruleId, cell }) => `${ruleId} ${cell}`);
  const engine = new RuleEngine();
  const before = ["lead/variant C4", "coord/variant D4", "lead/unknown C5", "lead/unknown C6"];
  expect(told([])).toEqual(before);
  expect(told([{ name: "Phòng Văn hoá – Xã hội" }, { name: "Trạm Y" }])).toEqual(["lead/variant C2", "lead/variant C3", "coord/variant D4", "lead/unknown C6"]);
  expect(told([])).toEqual(before);
});
