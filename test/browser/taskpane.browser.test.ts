import { readFileSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import { gridFromRows, type Grid } from "../../src/grid/grid";
import { marksOf } from "../../src/review/marks";
import { Reviewer } from "../../src/review/reviewer";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { ExcelPane, plainSheets } from "./excelPane";
import { openStage, type Stage } from "./stage";

let stage: Stage;
let pane: ExcelPane;
let grids: readonly Grid[];

const SHEET = "Phụ lục I";
/** A deadline that the sample lacks, and one that it has. */
const DEADLINE = "G13";
const EDITED = "G7";

beforeAll(async () => {
  stage = await openStage();
  grids = await (await openWorkbook(readFileSync(path.resolve(__dirname, "../../seeds/appendices/phu-xuyen.xlsx")), { name: "phu-xuyen" })).readGrids();
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(pane.errors).toEqual([]);
  // Nothing but Microsoft's library is ever asked for elsewhere.
  expect(pane.outside.filter((url) => url !== "https://appsforoffice.microsoft.com/lib/1/hosted/office.js")).toEqual([]);
  await pane.close();
});

/** Everything that axe finds, as "rule: element". */
async function violations(): Promise<string[]> {
  await pane.page.evaluate(axe.source);
  // Fluent's focus sentinels are hidden and focusable on purpose: they hand the focus on.
  const result = await pane.page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run({ exclude: ["[data-tabster-dummy]"] }, { resultTypes: ["violations"] }));
  return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** The findings of the file reader's sheets, as a person would be told. */
function expected() {
  const { findings } = new Reviewer().review(grids);
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info"), marks: marksOf(findings).length };
}

describe("from the sheet to the findings and back", () => {
  beforeEach(async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids));
  });

  test("a check finds what the engine finds in the file, and marks it in Excel", async () => {
    await pane.check();
    const { error, warning, info, marks } = expected();
    for (const text of [`${error} lỗi`, `${warning} cảnh báo`, `${info} lưu ý`]) await pane.page.getByText(text, { exact: true }).first().waitFor();
    expect(await pane.markedCells(SHEET)).toBe(marks);
  });

  test("a click on a finding selects its cell in Excel and leaves the keyboard in the pane", async () => {
    await pane.check();
    await pane.finding("deadline/missing", DEADLINE).click();
    await pane.page.waitForFunction((selection) => window.simulated.host.workbook.selection === selection, `'${SHEET}'!${DEADLINE}`);
    expect(await pane.page.evaluate(() => document.hasFocus() && document.activeElement !== document.body)).toBe(true);
  });

  test("a mending is shown first, written when asked for, and taken back whole", async () => {
    await pane.check();
    const before = await pane.value(SHEET, "E27");
    const row = pane.page.locator("[data-card-part]", { has: pane.page.getByRole("button", { name: "Sửa", exact: true }) }).first();
    await row.getByRole("button", { name: "Sửa", exact: true }).click();
    const apply = pane.page.getByRole("button", { name: "Sửa", exact: true }).and(pane.page.locator(":not([aria-expanded])"));
    await apply.waitFor();
    expect(await pane.value(SHEET, "E27")).toBe(before);
    await apply.click();
    await pane.page.getByText("Đã sửa 1 ô.").first().waitFor();
    const after = await pane.value(SHEET, "E27");
    expect(after).not.toBe(before);
    await pane.finding("lead/unknown", "E27").waitFor({ state: "detached" });
    await pane.page.keyboard.press("Control+z");
    await pane.page.getByText("Đã hoàn tác.").first().waitFor();
    expect(await pane.value(SHEET, "E27")).toBe(before);
  });

  test("marks go when they are switched off, and only they", async () => {
    await pane.check();
    await pane.page.getByRole("tab", { name: "Cài đặt" }).click();
    const marks = pane.page.getByRole("switch", { name: "Đánh dấu phát hiện trên trang tính" });
    await marks.click();
    await pane.page.getByText(/Đã xóa dấu ở \d+ ô/).first().waitFor();
    expect(await pane.markedCells(SHEET)).toBe(0);
    await marks.click();
    await pane.page.getByText(/Đã đánh dấu \d+ ô/).first().waitFor();
    expect(await pane.markedCells(SHEET)).toBe(expected().marks);
  });

  test("ten thousand rows are checked while the pane goes on answering", async () => {
    await pane.close();
    const rows = Array.from({ length: 10_000 }, (_, i) => [i + 1, `Số hóa hồ sơ nhóm ${i + 1}`, "Phòng Kinh tế", "Văn phòng HĐND và UBND", i % 7 === 6 ? null : "Quý I/2026"]);
    const large = gridFromRows([["PHỤ LỤC"], ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"], ...rows]);
    pane = await ExcelPane.open(stage, plainSheets([large]));
    await pane.page.getByRole("button", { name: "Soát phụ lục" }).click();
    await pane.page.getByRole("tab", { name: "Cài đặt" }).click();
    await pane.page.getByRole("switch", { name: "Soát lại khi sửa" }).waitFor();
    // The settings are open, and the check is still under way.
    expect(await pane.page.getByRole("button", { name: "Soát lại" }).count()).toBe(0);
    await pane.page.getByRole("button", { name: "Soát lại" }).waitFor();
    expect(await pane.page.getByText("1.428 lỗi", { exact: true }).first().isVisible()).toBe(true);
  });
});

describe("while others edit", () => {
  beforeEach(async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids));
    await pane.check();
  });

  test.each(["Local", "Remote"] as const)("what is typed into the sheet (%s) is checked, marked, and takes neither focus nor place", async (source) => {
    await pane.finding("deadline/missing", DEADLINE).click();
    const focused = await pane.page.evaluate(() => document.activeElement?.getAttribute("data-finding"));
    const marks = await pane.markedCells(SHEET, "error");
    await pane.type(SHEET, EDITED, "", source);
    await pane.finding("deadline/missing", EDITED).waitFor();
    // Its mark follows the list.
    while ((await pane.markedCells(SHEET, "error")) === marks) await pane.page.waitForTimeout(50);
    expect(await pane.page.evaluate(() => document.activeElement?.getAttribute("data-finding"))).toBe(focused);
    expect(await pane.page.getByText(`${expected().error + 1} lỗi`, { exact: true }).first().isVisible()).toBe(true);
  });

  test("following can be switched off, and catches up when it is switched on", async () => {
    await pane.page.getByRole("tab", { name: "Cài đặt" }).click();
    const live = pane.page.getByRole("switch", { name: "Soát lại khi sửa" });
    await live.click();
    await pane.inExcel(({ host }) => host.resetCounts());
    await pane.type(SHEET, EDITED, "");
    // Longer than edits are gathered for.
    await pane.page.waitForTimeout(800);
    expect(await pane.page.getByText(`${expected().error} lỗi`, { exact: true }).first().isVisible()).toBe(true);
    await live.click();
    await pane.page.getByText(`${expected().error + 1} lỗi`, { exact: true }).first().waitFor();
  });

  test("a cell that a co-author changed while its mending was on show is left alone and told", async () => {
    const row = pane.page.locator("[data-card-part]", { has: pane.page.getByRole("button", { name: "Sửa", exact: true }) }).first();
    await row.getByRole("button", { name: "Sửa", exact: true }).click();
    const apply = pane.page.getByRole("button", { name: "Sửa", exact: true }).and(pane.page.locator(":not([aria-expanded])"));
    await apply.waitFor();
    // The change has not reached the pane when the button is pressed.
    await pane.page.evaluate((sheet) => {
      window.simulated.host.workbook.sheet(sheet).enter(26, 4, "Công an xã");
    }, SHEET);
    await apply.click();
    await pane.page.getByText(/1 chỗ để nguyên/).first().waitFor();
    expect(await pane.value(SHEET, "E27")).toBe("Công an xã");
  });
});

describe("when Excel refuses", () => {
  beforeEach(async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids));
  });

  test("a protected sheet is checked all the same; that it takes no marks is told, and the details hold nothing of the document", async () => {
    await pane.inExcel(({ host }) => (host.workbook.sheets[0]!.protected = true));
    await pane.check();
    await pane.page.getByText(`${expected().error} lỗi`, { exact: true }).first().waitFor();
    await pane.page.getByRole("button", { name: "Sao chép chi tiết" }).click();
    await pane.page.getByRole("button", { name: "Đã sao chép" }).waitFor();
    const details = await pane.page.evaluate(() => navigator.clipboard.readText());
    for (const line of ["Soát Phụ lục ", "host: Excel PC 16.0.99999.1", "ExcelApi: 1.15", "office.js: cdn", "doing: marks", "code: sheet-protected"]) expect(details).toContain(line);
    expect(details).not.toContain("Phụ lục I");
    expect(details).not.toMatch(/Phòng|Nhiệm vụ|xlsx/);
    expect(await pane.inExcel(({ host }) => host.workbook.sheets[0]!.protected)).toBe(true);
  });

  test("a cell that is being edited holds the check back until it is left, and nothing is lost", async () => {
    await pane.inExcel(({ host }) => (host.faults.editingCell = true));
    await pane.page.getByRole("button", { name: "Soát phụ lục" }).click();
    await pane.page.getByText("Đang soát…").first().waitFor();
    await pane.inExcel(({ host }) => host.endCellEdit());
    await pane.page.getByRole("button", { name: "Soát lại" }).waitFor();
    expect(await pane.markedCells(SHEET)).toBe(expected().marks);
  });

  test("an Excel that is too old is told before anything is tried", async () => {
    await pane.close();
    pane = await ExcelPane.open(stage, plainSheets(grids), { set: "1.7" });
    await pane.page.getByText(/Bản Excel này quá cũ/).first().waitFor();
  });
});

describe("like the Office around it", () => {
  const ground = (): Promise<string> => pane.page.evaluate(() => document.documentElement.style.colorScheme);

  test.each([
    ["light Office on a dark computer", { isDarkTheme: false }, true, "light"],
    ["dark Office on a light computer", { isDarkTheme: true }, false, "dark"],
    ["an Office that names only its colours", { bodyBackgroundColor: "#1f1f1f" }, false, "dark"],
    ["Excel on the web, which says nothing, on a dark computer", null, true, "dark"],
  ])("%s", async (_what, theme, dark, worn) => {
    pane = await ExcelPane.open(stage, plainSheets(grids), { theme, dark });
    await pane.page.waitForFunction((scheme) => document.documentElement.style.colorScheme === scheme, worn);
    await pane.check();
    expect(await violations()).toEqual([]);
    // Every page, opened by a click on its tab (which nothing may cover at this width).
    for (const tab of await pane.page.getByRole("tab").all()) {
      await tab.click();
      await pane.page.getByText("Đang mở…").waitFor({ state: "detached" });
      expect([await tab.innerText(), ...(await violations())]).toEqual([await tab.innerText()]);
      expect(await pane.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });

  test("a theme that changes meanwhile is followed, and one that was chosen is kept", async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids), { theme: { isDarkTheme: false } });
    expect(await ground()).toBe("light");
    await pane.inExcel((excel) => excel.changeTheme({ isDarkTheme: true }));
    await pane.page.waitForFunction(() => document.documentElement.style.colorScheme === "dark");
    await pane.page.getByRole("tab", { name: "Cài đặt" }).click();
    await pane.page.getByLabel("Nền").selectOption({ label: "Sáng" });
    await pane.page.waitForFunction(() => document.documentElement.style.colorScheme === "light");
  });

  test("a contrast theme keeps every control visible", async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids), { forcedColors: true });
    await pane.check();
    expect(await violations()).toEqual([]);
  });

  test("speaks the language of Office until one is chosen, and then that one", async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids), { language: "en-US" });
    await pane.page.getByRole("button", { name: "Check the appendices" }).waitFor();
    expect(await pane.page.evaluate(() => document.documentElement.lang)).toBe("en");
    await pane.page.getByRole("tab", { name: "Settings" }).click();
    await pane.page.getByLabel("Language").selectOption({ label: "Tiếng Việt" });
    await pane.page.getByRole("tab", { name: "Soát" }).click();
    await pane.page.getByRole("button", { name: "Soát phụ lục" }).waitFor();
    const { context } = pane;
    await pane.page.close();
    pane = await ExcelPane.open(stage, plainSheets(grids), { language: "en-US", context });
    await pane.page.getByRole("button", { name: "Soát phụ lục" }).waitFor();
  });

  test("the whole way by keyboard alone, without a scroll bar across", async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids));
    const { keyboard } = pane.page;
    await keyboard.press("F9");
    await pane.findings.first().waitFor();
    for (let i = 0; i < 40 && (await pane.page.evaluate(() => document.activeElement?.hasAttribute("data-finding"))) !== true; i++) await keyboard.press("Tab");
    const first = await pane.page.evaluate(() => document.activeElement?.getAttribute("data-finding"));
    expect(first).not.toBeNull();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await pane.page.waitForFunction(() => window.simulated.host.workbook.selection !== "");
    expect(await pane.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe("the buttons of the ribbon", () => {
  const BOOK = "C:\\Ke hoach\\phu luc.xlsx";
  let ribbon: ExcelPane;
  /** Presses a button and waits until Excel is told that its function has ended. */
  const press = (name: string): Promise<void> =>
    ribbon.page.evaluate((action) => new Promise<void>((resolve) => window.simulated.actions.get(action)?.({ completed: resolve })), name);
  const openRibbon = async (): Promise<void> => {
    ribbon = await ExcelPane.open(stage, plainSheets(grids), { page: "commands.html", document: BOOK, context: pane.context });
    await ribbon.page.waitForFunction(() => window.simulated.actions.size === 2);
  };

  test("without a pane: checks, marks, and says in a window what was found", async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids), { document: "C:\\khac.xlsx" });
    await openRibbon();
    await press("checkNow");
    const { marks, error } = expected();
    expect(await ribbon.markedCells(SHEET)).toBe(marks);
    expect(await ribbon.inExcel(({ dialogs }) => dialogs)).toEqual([`${stage.origin}/told.html`]);
    const told = await ExcelPane.open(stage, [], { page: "told.html", context: pane.context });
    await told.page.getByText(`${error} lỗi`).waitFor();
    expect(await told.page.evaluate(() => localStorage.getItem("phuluc.told"))).toBeNull();
    await told.page.getByRole("button", { name: "Đóng" }).click();
    await told.page.waitForFunction(() => window.simulated.messages.length === 1);
    // The pane of another workbook has nothing to do with it.
    expect(await pane.findings.count()).toBe(0);
    await press("clearMarks");
    expect(await ribbon.markedCells(SHEET)).toBe(0);
    expect(ribbon.errors).toEqual([]);
  });

  test("with a pane: the pane does it", async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids), { document: BOOK });
    await openRibbon();
    await press("checkNow");
    await pane.findings.first().waitFor();
    while ((await pane.markedCells(SHEET)) === 0) await pane.page.waitForTimeout(50);
    expect(await ribbon.inExcel(({ dialogs }) => dialogs)).toEqual([]);
    await press("clearMarks");
    await pane.page.getByText(/Đã xóa dấu ở \d+ ô/).first().waitFor();
    expect(await pane.markedCells(SHEET)).toBe(0);
  });

  test("a failure is told, and Excel is told that the function has ended", async () => {
    pane = await ExcelPane.open(stage, plainSheets(grids), { document: "" });
    await openRibbon();
    await ribbon.inExcel(({ host }) => (host.workbook.sheets[0]!.protected = true));
    await press("checkNow");
    const told = await ExcelPane.open(stage, [], { page: "told.html", context: pane.context });
    await told.page.getByRole("button", { name: "Sao chép chi tiết" }).click();
    const details = await told.page.evaluate(() => navigator.clipboard.readText());
    expect(details).toContain("code: sheet-protected");
    expect(await told.page.getByRole("status").innerText()).toMatch(/khóa|bảo vệ/);
  });
});
