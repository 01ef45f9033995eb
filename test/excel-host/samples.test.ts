import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Grid } from "../../src/grid/grid";
import { Reviewer } from "../../src/review/reviewer";
import { describe as say } from "../../src/rules/describe";
import { ExcelWorkbook } from "../../src/workbook/excel/excelWorkbook";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { ExcelHost } from "./host";
import { modelOfGrids } from "./models";
import { loadExcel } from "./nodeLoader";

const FOLDER = join(__dirname, "../../seeds/appendices");
const SAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith(".xlsx"));

const findings = (grids: readonly Grid[]): unknown =>
  new Reviewer().review(grids).findings.map((finding) => [finding.sheet, finding.cell, finding.ruleId, finding.severity, say(finding, "vi"), finding.fix?.()]);

describe.each(SAMPLES)("%s", (name) => {
  const read = async (): Promise<{ file: readonly Grid[]; excel: readonly Grid[]; host: ExcelHost }> => {
    const file = await (await openWorkbook(readFileSync(join(FOLDER, name)))).readGrids();
    const host = new ExcelHost(modelOfGrids(file));
    return { file, host, excel: await new ExcelWorkbook(loadExcel(host)).readGrids() };
  };

  test("Excel gives the very grids that the file gives, but for the merged areas", async () => {
    const { file, excel } = await read();
    expect(excel.every(({ merges }) => merges === undefined)).toBe(true);
    expect(excel).toEqual(file.map((grid) => ({ ...grid, merges: undefined })));
  });

  test("the findings in Excel are those in the file, the mending too", async () => {
    const { file, excel } = await read();
    expect(findings(excel)).toEqual(findings(file));
  });

  test("two round trips read it all", async () => {
    const { host } = await read();
    expect(host.syncs).toBe(2);
    expect(host.requests).toHaveLength(2);
  });
});
