import { textAt, valueAt } from "../../src/grid/grid";
import { ModelWorkbook } from "./model";
import { onStage, settled, stage } from "./stage";

test("an empty sheet, a sheet that begins far away, a hidden one", async () => {
  const { host, workbook } = stage({ Trống: [], Xa: [] });
  host.workbook.sheet("Xa").put(4, 3, { value: "D5" });
  host.workbook.sheet("Xa").put(6, 5, { value: 7 });
  host.workbook.sheet("Xa").visibility = "VeryHidden";
  expect(await workbook.readGrids()).toEqual([
    { sheet: "Trống", visibility: "visible", origin: { row: 0, column: 0 }, texts: [], values: [] },
    { sheet: "Xa", visibility: "veryHidden", origin: { row: 4, column: 3 }, texts: [["D5"], [], ["", "", "7"]], values: [["D5"], [], [null, null, 7]] },
  ]);
});

test("values, what they show, and which of them a formula computes", async () => {
  const { host, workbook } = stage({ I: [["=B1", 0.3, "=không phải công thức"]] });
  const sheet = host.workbook.sheet("I");
  sheet.put(0, 0, { value: 0.3, formula: "=B1", numberFormat: "0%" });
  sheet.put(0, 1, { value: 0.3, numberFormat: "0%" });
  sheet.put(0, 2, { value: "=không phải công thức", prefixed: true });
  sheet.put(0, 3, { value: null, formula: '=""' });
  sheet.put(0, 4, { value: 45_915, numberFormat: "dd/mm/yyyy" });
  sheet.put(0, 5, { value: "chữ", text: "####" });
  sheet.put(0, 6, { value: true });
  const [grid] = await workbook.readGrids();
  expect(grid!.values).toEqual([[0.3, 0.3, "=không phải công thức", null, 45_915, "chữ", true]]);
  expect(grid!.texts).toEqual([["30%", "30%", "=không phải công thức", "", "15/09/2025", "chữ", "TRUE"]]);
  expect(grid!.formulas).toEqual(new Set(["A1", "D1"]));
});

test("a stray cell in the last corner is refused with its place, and nothing of it is fetched", async () => {
  const { host, workbook } = stage({ I: [["a"]] });
  host.workbook.sheet("I").put(1_048_575, 16_383, { value: "lạc" });
  await expect(workbook.readGrids()).rejects.toMatchObject({ code: "too-many-cells", reason: { en: expect.stringContaining("I!A1:XFD1048576") as unknown } });
  expect(host.requests.every(({ received }) => received < 10_000)).toBe(true);
});

test("a range of more cells than Excel gives at one time is read in parts", async () => {
  const model = new ModelWorkbook();
  const sheet = model.addSheet("I");
  for (let row = 0; row < 400_000; row += 50_000) sheet.put(row, 0, { value: row });
  sheet.put(399_999, 12, { value: "cuối" });
  const { host, workbook } = onStage(model, { answerLimit: Number.POSITIVE_INFINITY });
  const [grid] = await workbook.readGrids();
  expect([valueAt(grid!, 350_000, 0), valueAt(grid!, 399_999, 12)]).toEqual([350_000, "cuối"]);
  expect(host.syncs).toBe(4);
}, 300_000);

describe("after a change", () => {
  const ROWS = [["TT", "Nội dung"], [1, "một"], [2, "hai"]];

  const listening = async (sheets: Parameters<typeof stage>[0]): Promise<ReturnType<typeof stage> & { readonly heard: unknown[] }> => {
    const made = stage(sheets);
    const heard: unknown[] = [];
    made.workbook.onChange(({ cells }) => heard.push(cells));
    await made.workbook.readGrids();
    await settled();
    made.host.resetCounts();
    return { ...made, heard };
  };

  test("only what changed is read, and the other rows are the very same", async () => {
    const { host, workbook, heard } = await listening({ I: ROWS, II: ROWS });
    const before = await workbook.readGrids();
    host.resetCounts();
    host.type("I", "B3", "HAI", "Remote");
    await settled();
    expect(heard).toEqual([[{ sheet: "I", cell: "B3" }]]);
    const after = await workbook.readGrids();
    expect(textAt(after[0]!, 2, 1)).toBe("HAI");
    expect(after[0]!.texts[1]).toBe(before[0]!.texts[1]);
    expect(after[1]).toBe(before[1]);
    expect(host.syncs).toBe(1);
  });

  test.each([
    ["a row is put in", (host: ReturnType<typeof stage>["host"]) => host.moveRows("I", 2, 1)],
    ["a row is taken out", (host: ReturnType<typeof stage>["host"]) => host.moveRows("I", 2, -1)],
    ["a cell is typed far away", (host: ReturnType<typeof stage>["host"]) => host.type("I", "H20", "xa")],
    ["the last row is emptied", (host: ReturnType<typeof stage>["host"]) => host.type("I", "A3:B3", "")],
    ["a whole area is filled", (host: ReturnType<typeof stage>["host"]) => host.type("I", "A1:Z40", "đầy")],
    ["a sheet is deleted", (host: ReturnType<typeof stage>["host"]) => host.deleteSheet("II")],
  ])("what is read is what a fresh reading gives: %s", async (_, change) => {
    const { host, workbook, heard } = await listening({ I: ROWS, II: ROWS });
    change(host);
    await settled();
    expect(heard).toHaveLength(1);
    expect(host.syncs).toBeLessThanOrEqual(3);
    const strip = (grids: readonly unknown[]): unknown => JSON.parse(JSON.stringify(grids));
    const after = await workbook.readGrids();
    const cells = (grids: typeof after): unknown => grids.map((grid) => Array.from({ length: 45 }, (__, row) => Array.from({ length: 27 }, (___, column) => [valueAt(grid, row, column), textAt(grid, row, column)])));
    expect(strip([cells(after)])).toEqual(strip([cells(await onStage(host.workbook).workbook.readGrids())]));
  });

  test("rows that moved without Excel telling of it are found by the area that is used", async () => {
    const { host, workbook } = stage({ I: ROWS, II: ROWS });
    await workbook.readGrids();
    host.workbook.sheet("I").shift("row", 1, 1);
    await workbook.applyEdits([{ sheet: "II", cell: "B2", expected: "một", value: "x" }]);
    const after = await workbook.readGrids();
    expect([textAt(after[0]!, 2, 1), textAt(after[1]!, 1, 1)]).toEqual(["một", "x"]);
  });

  test("many cells at once are told as: read again", async () => {
    const { host, heard } = await listening({ I: ROWS });
    host.type("I", "A1:Z40", "đầy");
    await settled();
    expect(heard).toEqual([null]);
  });

  test("own writes, and news of nothing, are not told", async () => {
    const { host, workbook, heard } = await listening({ I: ROWS });
    await workbook.applyEdits([{ sheet: "I", cell: "B2", expected: "một", value: "MỘT" }]);
    await workbook.showMarks([{ sheet: "I", cell: "B2", severity: "error" }]);
    await workbook.undo();
    host.type("I", "B3", "hai");
    await settled();
    expect(heard).toEqual([]);
  });

  test("nothing is heard after the listener has gone", async () => {
    const { host, workbook } = stage({ I: ROWS });
    const heard: unknown[] = [];
    const stop = workbook.onChange((change) => heard.push(change));
    await workbook.readGrids();
    stop();
    await settled();
    host.resetCounts();
    host.type("I", "B3", "x");
    await settled();
    expect([heard, host.requests]).toEqual([[], []]);
  });
});
