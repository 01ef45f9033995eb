import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SEVERITIES, type Severity } from "../../src/grid/mark";
import { MARK_LOOKS } from "../../src/workbook/excel/marks";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { partText } from "../workbook/fixtures";
import { stage } from "./stage";

const ROWS = [["a", "b"], ["c", "d"]];

/** What the file adapter writes for a mark: colours, font and line of its differential format. */
async function lookInFile(severity: Severity): Promise<string> {
  const workbook = await openWorkbook(readFileSync(join(__dirname, "../../seeds/appendices/phu-xuyen.xlsx")));
  const sheet = (await workbook.readGrids())[0]!.sheet;
  await workbook.showMarks([{ sheet, cell: "A1", severity }]);
  const styles = partText(workbook.save(), "xl/styles.xml");
  const format = new RegExp(`<dxf>(?:(?!<dxf>)[^])*?marks severity="${severity}"`).exec(styles);
  return format![0];
}

test.each(SEVERITIES)("a mark of severity %s looks as it does in a file", async (severity) => {
  const { fill, ink, font, line } = MARK_LOOKS[severity];
  const xml = await lookInFile(severity);
  expect(xml).toContain(`<bgColor rgb="FF${fill.slice(1)}"/>`);
  expect(xml).toContain(`<color rgb="FF${ink.slice(1)}"/></font>`);
  expect([xml.includes("<b/>"), xml.includes("<i/>")]).toEqual([font === "bold", font === "italic"]);
  expect(xml).toContain(`<left style="${{ Continuous: "thin", Dash: "dashed", Dot: "dotted" }[line]}">`);
});

test("is a conditional format that names the product, below the user's own, with no reference to a cell", async () => {
  const { host, workbook } = stage({ I: ROWS });
  host.workbook.sheet("I").formats.push({ id: "user", type: "Custom", areas: [{ top: 0, left: 0, bottom: 9, right: 9 }], formula: "=$A1>3", look: new Map() });
  await workbook.showMarks([
    { sheet: "I", cell: "A1", severity: "warning" },
    { sheet: "I", cell: "B2", severity: "error" },
    { sheet: "I", cell: "A1", severity: "info" },
  ]);
  const { formats } = host.workbook.sheet("I");
  expect(formats.map(({ formula }) => formula)).toEqual(["=$A1>3", '=N("phuluc:error")=0', '=N("phuluc:warning")=0']);
  expect(Object.fromEntries(formats[1]!.look)).toMatchObject({ "fill/color": "#FFC7CE", "font/color": "#9C0006", "font/bold": true, "borders/top/style": "Continuous" });
  expect(await workbook.clearMarks()).toBe(2);
  expect(host.workbook.sheet("I").formats.map(({ id }) => id)).toEqual(["user"]);
});

test("marks that the user took away, moved with rows or copied are put right by the next showing", async () => {
  const { host, workbook } = stage({ I: [...ROWS, ["e", "f"]] });
  const marks = [{ sheet: "I", cell: "A2", severity: "error" as const }];
  await workbook.showMarks(marks);
  const sheet = host.workbook.sheet("I");
  // Ctrl+Z.
  sheet.formats = [];
  await workbook.readGrids();
  await workbook.showMarks(marks);
  expect(sheet.formats).toHaveLength(1);
  // A copied row brings a mark of its own along.
  sheet.formats.push({ ...sheet.formats[0]!, id: "copy", areas: [{ top: 5, left: 0, bottom: 5, right: 0 }] });
  await workbook.readGrids();
  await workbook.showMarks(marks);
  expect(sheet.formats.map(({ areas }) => areas)).toEqual([[{ top: 1, left: 0, bottom: 1, right: 0 }]]);
  host.moveRows("I", 1, 2);
  expect(sheet.formats[0]!.areas).toEqual([{ top: 3, left: 0, bottom: 3, right: 0 }]);
  await workbook.readGrids();
  await workbook.showMarks(marks);
  expect(sheet.formats.map(({ areas }) => areas)).toEqual([[{ top: 1, left: 0, bottom: 1, right: 0 }]]);
});

test("without a reading in between, marks that are gone are found missing when they are to be replaced", async () => {
  const { host, workbook } = stage({ I: ROWS });
  await workbook.showMarks([{ sheet: "I", cell: "A1", severity: "error" }]);
  host.workbook.sheet("I").formats = [];
  await workbook.showMarks([{ sheet: "I", cell: "A2", severity: "error" }]);
  expect(host.workbook.sheet("I").formats).toHaveLength(1);
});
