import { WorkbookFailure } from "../../src/workbook/failure";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { minimal } from "./fixtures";
import { BAD, ODD } from "./oddFiles";

// How long this takes and how much memory is shown by `npm run bench -- odd`.
describe("bad files are refused with a reason", () => {
  test.each(BAD)("%s: %s", async (_, code, make) => {
    const failure = await openWorkbook(make()).then(() => null, (cause: unknown) => cause);
    if (!(failure instanceof WorkbookFailure)) throw new Error(`not refused: ${String(failure)}`);
    expect(failure.code).toBe(code);
    for (const reason of [failure.reason.vi, failure.reason.en]) {
      expect(reason).toMatch(/^[^\n]{20,300}\.$/);
      expect(reason).not.toMatch(/undefined|Error|\bat \w+\./);
    }
    expect(failure.reason.vi).toBe(failure.reason.vi.normalize("NFC"));
  });
});

describe("odd but honest files are read", () => {
  test("a lone cell in the last corner", async () => {
    const [grid] = await (await openWorkbook(ODD.farCell())).readGrids();
    expect(grid!.values).toHaveLength(1_048_576);
    expect(grid!.values.at(-1)!.at(-1)).toBe(2);
  });

  test("a giant merge, and a mark on it", async () => {
    const workbook = await openWorkbook(ODD.giantMerge());
    expect((await workbook.readGrids())[0]!.values).toEqual([[1]]);
    await workbook.showMarks([{ sheet: "Phụ lục", cell: "A1", severity: "error" }]);
    expect(await workbook.clearMarks()).toBe(1);
  });

  test.each([
    ["a validation of a whole column", ODD.columnValidation],
    ["twenty thousand merges over one another", ODD.mergesOverMerges],
  ])("%s", async (_, make) => {
    expect((await (await openWorkbook(make())).readGrids())[0]!.values).toEqual([[1]]);
  });

  test("styled rows without values down to the last", async () => {
    const workbook = await openWorkbook(ODD.styledEmptyRows());
    expect((await workbook.readGrids())[0]!.values).toEqual([[1]]);
    expect(workbook.look("Phụ lục").cells.length).toBeLessThan(10);
  });
});

test("budgets can be set", async () => {
  const bytes = minimal('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>');
  await expect(openWorkbook(bytes, { budgets: { cells: 1 } })).rejects.toMatchObject({ code: "too-many-cells" });
  await expect(openWorkbook(bytes, { budgets: { fileBytes: 10 } })).rejects.toMatchObject({ code: "too-large" });
  await expect(openWorkbook(bytes, { budgets: { totalBytes: 100 } })).rejects.toMatchObject({ code: "too-large" });
});
