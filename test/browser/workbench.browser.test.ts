import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import axe from "axe-core";
import { utils, write, type WorkSheet } from "@e965/xlsx";
import type { Page } from "playwright-core";
import { textAt } from "../../src/grid/grid";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { openStage, Workbench, type Stage } from "./stage";

let stage: Stage;
let bench: Workbench;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

const sample = (name: string): Buffer => readFileSync(path.resolve(__dirname, `../../seeds/appendices/${name}.xlsx`));

/** An .xlsx of one sheet. */
function workbook(sheet: WorkSheet): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Phụ lục");
  return write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

const HEADER = ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"];

/** A table of `count` tasks, every seventh without a deadline. */
function tasks(count: number): WorkSheet {
  const rows: (string | number)[][] = [["PHỤ LỤC"], HEADER];
  for (let i = 1; i <= count; i++) rows.push([i, `Số hóa hồ sơ nhóm ${i}`, "Phòng Kinh tế", "Văn phòng HĐND và UBND", i % 7 === 0 ? "" : "Quý I/2026"]);
  return utils.aoa_to_sheet(rows);
}

/** Serious and critical violations that axe finds, as "rule: element". */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // Fluent's focus sentinels are hidden and focusable on purpose: they hand the focus on.
  const result = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run({ exclude: ["[data-tabster-dummy]"] }, { resultTypes: ["violations"] }));
  return result.violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe("from the file to the findings", () => {
  beforeEach(async () => {
    bench = await Workbench.open(stage);
  });

  test("opens with the sample, not yet checked", async () => {
    await bench.shows("phu-xuyen.xlsx");
    await expect(bench.page.getByRole("button", { name: "Soát phụ lục" }).isVisible()).resolves.toBe(true);
    expect(await bench.findings.count()).toBe(0);
    expect(await bench.page.getByRole("grid").getAttribute("aria-rowcount")).not.toBeNull();
    expect(await bench.page.locator("[role=gridcell].pl-error, [role=gridcell].pl-warning").count()).toBe(0);
  });

  test("merged header and section rows span what they span in the file", async () => {
    expect(await bench.cell("A4").getAttribute("aria-colspan")).toBe("2");
    expect(await bench.cell("C4").getAttribute("aria-rowspan")).toBe("2");
    const [content, detail] = [await bench.cell("C4").boundingBox(), await bench.cell("B5").boundingBox()];
    expect(content!.y + content!.height).toBeCloseTo(detail!.y + detail!.height, 0);
    expect(await bench.cell("C6").getAttribute("aria-colspan")).toBe("6");
    expect(await bench.cell("D6").count()).toBe(0);
  });

  test("a check finds, a click on a finding selects its cell and scrolls it into the middle", async () => {
    await bench.check();
    // The first one listed whose row is not on the screen yet.
    const address = (await bench.findings.evaluateAll((cards) => cards.map((card) => /!([A-Z]+\d+)#/.exec(card.getAttribute("data-finding") ?? "")?.[1] ?? ""))).find((cell) => Number(/\d+/.exec(cell)?.[0]) > 12)!;
    const grid = await bench.page.locator(".pl-scroller").boundingBox();
    const drawn = (await bench.cell(address).count()) === 0 ? null : await bench.cell(address).boundingBox();
    expect(drawn === null || drawn.y + drawn.height > grid!.y + grid!.height).toBe(true);
    await bench.page.locator(`[data-finding*="!${address}#"]`).first().click();
    await bench.page.locator(`[role=gridcell][aria-selected=true][id$="-${address}"]`).waitFor();
    expect(await bench.active()).toBe(address);
    const cell = await bench.cell(address).boundingBox();
    expect(cell!.y).toBeGreaterThan(grid!.y + 22);
    expect(cell!.y + cell!.height).toBeLessThan(grid!.y + grid!.height);
  });

  test("a marked cell tells why: on hover, to the keyboard and to a screen reader", async () => {
    await bench.check();
    await bench.finding("lead/collective", "E9").click();
    const why = await bench.cell("E9").getAttribute("aria-description");
    expect(why).toContain("tập thể");
    await bench.cell("E9").hover();
    await expect(bench.page.getByRole("tooltip").filter({ hasText: "tập thể" }).textContent()).resolves.toContain(why);
    await bench.page.mouse.move(5, 5);
    await bench.cell("D9").click();
    await bench.page.keyboard.press("ArrowRight");
    await bench.page.getByRole("tooltip").filter({ hasText: "tập thể" }).waitFor();
  });

  test("marks can be hidden and shown", async () => {
    await bench.check();
    const marked = bench.page.locator("[role=gridcell].pl-info, [role=gridcell].pl-warning");
    expect(await marked.count()).toBeGreaterThan(0);
    await bench.page.getByRole("toolbar").getByRole("button", { name: "Ẩn đánh dấu" }).click();
    await marked.first().waitFor({ state: "detached" });
    await bench.page.getByRole("toolbar").getByRole("button", { name: "Hiện đánh dấu" }).click();
    await marked.first().waitFor();
  });

  test("a fix shows before and after, mends, and is undone", async () => {
    await bench.openFile("vinh-tuy.xlsx", sample("vinh-tuy"));
    await bench.shows("vinh-tuy.xlsx");
    await bench.check();
    const card = bench.finding("numbering/gap");
    await card.click();
    const cell = await bench.active();
    const before = await bench.cell(cell).innerText();
    const actions = card.locator("..");
    await actions.getByRole("button", { name: "Sửa", exact: true }).first().click();
    await actions.locator("[data-card-part]").getByText(before, { exact: true }).first().waitFor();
    expect(await bench.cell(cell).innerText()).toBe(before);
    await actions.getByRole("button", { name: "Sửa", exact: true }).last().click();
    await bench.page.waitForFunction(([id, old]) => document.querySelector<HTMLElement>(`[role=gridcell][id$="-${id}"]`)?.innerText !== old, [cell, before]);
    await bench.page.getByRole("toolbar").getByRole("button", { name: /^Hoàn tác/ }).click();
    await bench.page.waitForFunction(([id, old]) => document.querySelector<HTMLElement>(`[role=gridcell][id$="-${id}"]`)?.innerText === old, [cell, before]);
  });

  test("mending a whole rule shows all changes first; rows that go, go on the sheet too", async () => {
    await bench.openFile("phu-xuyen-paste.xlsx", sample("phu-xuyen-paste"));
    await bench.shows("phu-xuyen-paste.xlsx");
    await bench.check();
    const rows = Number(await bench.page.getByRole("grid").getAttribute("aria-rowcount"));
    const aside = bench.page.locator("aside");
    await aside.getByLabel("Loại", { exact: true }).selectOption("table");
    await aside.getByRole("button", { name: "Sửa", exact: true }).first().click();
    await aside.getByRole("button", { name: /^Sửa tất cả/ }).first().click();
    const dialog = bench.page.getByRole("dialog");
    await dialog.waitFor();
    expect((await dialog.innerText()).length).toBeGreaterThan(100);
    expect(Number(await bench.page.getByRole("grid", { includeHidden: true }).getAttribute("aria-rowcount"))).toBe(rows);
    await dialog.getByRole("button", { name: /^Sửa/ }).last().click();
    await dialog.waitFor({ state: "detached" });
    await bench.page.waitForFunction((old) => Number(document.querySelector("[role=grid]")?.getAttribute("aria-rowcount")) < old, rows);
    await bench.page.keyboard.press("Control+z");
    await bench.page.waitForFunction((old) => Number(document.querySelector("[role=grid]")?.getAttribute("aria-rowcount")) === old, rows);
  });

  test("the language and the theme are switched in place", async () => {
    await bench.check();
    await bench.page.getByRole("button", { name: "EN, English" }).click();
    await bench.page.getByRole("button", { name: "Download" }).waitFor();
    expect(await bench.page.locator("html").getAttribute("lang")).toBe("en");
    await bench.page.getByRole("button", { name: "Theme" }).click();
    await bench.page.getByRole("menuitemradio", { name: "Dark" }).click();
    await bench.page.locator('[data-theme="dark"]').waitFor();
  });
});

describe("before the sample is open", () => {
  test("a click on the check waits for the file and is seen to wait", async () => {
    bench = await Workbench.open(stage, {
      early: async (page) => {
        const button = page.getByRole("button", { name: "Soát phụ lục" });
        await button.click();
        expect(await button.getAttribute("aria-disabled")).toBe("true");
        await page.getByRole("progressbar", { name: "Tiến độ" }).waitFor();
      },
    });
    await bench.page.getByRole("button", { name: "Soát lại" }).waitFor();
    expect(await bench.findings.count()).toBeGreaterThan(0);
  });

  test("the page of the units offers the check too", async () => {
    bench = await Workbench.open(stage, {
      early: async (page) => {
        await page.getByRole("tab", { name: "Đơn vị" }).click();
        await page.getByRole("button", { name: "Soát phụ lục" }).click();
      },
    });
    await bench.page.locator("aside").getByRole("list", { name: /đơn vị/i }).locator("li").first().waitFor();
  });

  test("what was asked of another page is answered with the file", async () => {
    bench = await Workbench.open(stage, { early: (page) => page.getByRole("tab", { name: "Chỉ tiêu" }).click() });
    await bench.page.locator("aside option", { hasText: "Hải Phòng" }).waitFor({ state: "attached" });
    expect(await bench.page.getByRole("alert").count()).toBe(0);
  });
});

describe("editing in the grid", () => {
  beforeEach(async () => {
    bench = await Workbench.open(stage);
  });

  test("an edit checks again at once, Ctrl+Z takes it back", async () => {
    await bench.check();
    await bench.cell("G7").click();
    await bench.page.keyboard.press("Delete");
    const missing = bench.page.locator('[role=gridcell][id$="-G7"].pl-error');
    await missing.waitFor();
    expect(await missing.getAttribute("aria-description")).toContain("chưa có thời gian");
    await bench.page.getByText("Chưa tải về").waitFor();
    await bench.page.keyboard.press("Control+z");
    await missing.waitFor({ state: "detached" });
    await bench.page.getByText("Chưa tải về").waitFor({ state: "detached" });
  });

  test("typing, F2, Escape, Alt+Enter, Enter and Tab do what they do in Excel", async () => {
    const { keyboard } = bench.page;
    await bench.cell("H7").click();
    await keyboard.type("một");
    await keyboard.press("Alt+Enter");
    await keyboard.type("hai");
    await keyboard.press("Enter");
    expect(await bench.active()).toBe("H8");
    expect(await bench.cell("H7").innerText()).toBe("một\nhai");
    await keyboard.press("ArrowUp");
    await keyboard.press("F2");
    await keyboard.press("End");
    await keyboard.type("!");
    await keyboard.press("Escape");
    expect(await bench.cell("H7").innerText()).toBe("một\nhai");
    await keyboard.type("12");
    await keyboard.press("Shift+Tab");
    expect(await bench.active()).toBe("G7");
    expect(await bench.cell("H7").innerText()).toBe("12");
  });

  test("the first composition of an input method is not lost, and Enter inside it does not commit", async () => {
    const session = await bench.context.newCDPSession(bench.page);
    await bench.cell("H8").click();
    for (const text of ["d", "đ", "đa", "đã"]) await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await bench.page.locator("textarea.pl-editing").waitFor();
    expect(await bench.page.locator("textarea.pl-editing").inputValue()).toBe("đã");
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", code: "Enter", windowsVirtualKeyCode: 229 });
    expect(await bench.page.locator("textarea.pl-editing").count()).toBe(1);
    await session.send("Input.insertText", { text: "đã" });
    await bench.page.keyboard.type(" xong");
    await bench.page.keyboard.press("Enter");
    expect(await bench.cell("H8").innerText()).toBe("đã xong");
    expect(await bench.active()).toBe("H9");
  });

  test("a range is copied as Excel copies it and pasted elsewhere", async () => {
    const { keyboard, page } = { keyboard: bench.page.keyboard, page: bench.page };
    await bench.cell("D7").click();
    await keyboard.press("Shift+ArrowRight");
    await keyboard.press("Shift+ArrowDown");
    await keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\r\n").map((line) => line.split("\t").length)).toEqual([2, 2]);
    const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0]!.getType("text/html")).text());
    expect(html).toContain("<td");
    const expected = await bench.cell("E8").innerText();
    await page.getByLabel("Đến ô").fill("J9");
    await keyboard.press("Enter");
    await keyboard.press("Control+v");
    await bench.cell("K10").filter({ hasText: expected }).waitFor();
    expect(await bench.cell("J9").innerText()).toBe(await bench.cell("D7").innerText());
    await keyboard.press("Control+z");
    await bench.cell("K10").filter({ hasText: expected }).waitFor({ state: "detached" });
  });

  test("dragging, Shift+click and the name box select ranges", async () => {
    const [from, to] = [await bench.cell("D7").boundingBox(), await bench.cell("F8").boundingBox()];
    await bench.page.mouse.move(from!.x + 5, from!.y + 5);
    await bench.page.mouse.down();
    await bench.page.mouse.move(to!.x + 5, to!.y + 5, { steps: 4 });
    await bench.page.mouse.up();
    const selected = bench.page.locator("[role=gridcell][aria-selected=true]");
    expect(await selected.count()).toBe(6);
    await bench.page.getByLabel("Đến ô").fill("C30");
    await bench.page.keyboard.press("Enter");
    await bench.page.locator('[role=gridcell][aria-selected=true][id$="-C30"]').waitFor();
  });

  test("a formula cell is read-only and says why", async () => {
    const sheet = tasks(3);
    sheet.G3 = { t: "n", v: 3, f: "A3+A4" };
    sheet["!ref"] = "A1:G5";
    await bench.openFile("formula.xlsx", workbook(sheet));
    await bench.shows("formula.xlsx");
    await bench.cell("G3").click();
    expect(await bench.cell("G3").getAttribute("aria-readonly")).toBe("true");
    await bench.page.keyboard.press("9");
    await bench.page.getByText("Ô G3 có công thức").waitFor();
    expect(await bench.cell("G3").innerText()).toBe("3");
  });
});

describe("files", () => {
  beforeEach(async () => {
    bench = await Workbench.open(stage);
  });

  test.each([
    ["a text named .xlsx", "ghi-chu.xlsx", Buffer.from("đây không phải bảng tính")],
    ["an old .xls", "cu.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
    ["a truncated zip", "cut.xlsx", sample("phu-xuyen").subarray(0, 4000)],
  ])("%s, dropped, is told with a reason and what was open stays", async (_what, name, bytes) => {
    const title = await bench.cell("A1").innerText();
    await bench.drop(name, bytes);
    const alert = bench.page.getByRole("alert").filter({ hasText: name });
    await alert.waitFor();
    expect((await alert.innerText()).length).toBeGreaterThan(60);
    await bench.shows("phu-xuyen.xlsx");
    expect(await bench.cell("A1").innerText()).toBe(title);
  });

  test("a good file dropped is opened", async () => {
    await bench.drop("ba-viec.xlsx", workbook(tasks(3)));
    await bench.shows("ba-viec.xlsx");
    await bench.cell("B5").filter({ hasText: "nhóm 3" }).waitFor();
  });

  test("a sample is chosen from the menu", async () => {
    await bench.page.getByRole("button", { name: "Bản mẫu" }).click();
    await bench.page.getByRole("menuitem", { name: /Hải Phòng/ }).click();
    await bench.shows("hai-phong-xa.xlsx");
    expect(await bench.page.getByRole("tablist", { name: "Trang tính" }).getByRole("tab").count()).toBe(3);
  });

  test("unsaved changes are asked about before another file takes their place", async () => {
    await bench.cell("H7").click();
    await bench.page.keyboard.type("x");
    await bench.page.keyboard.press("Enter");
    await bench.page.getByText("Chưa tải về").waitFor();
    await bench.drop("ba-viec.xlsx", workbook(tasks(3)));
    const dialog = bench.page.getByRole("alertdialog");
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "Quay lại" }).click();
    await bench.shows("phu-xuyen.xlsx");
    await bench.drop("ba-viec.xlsx", workbook(tasks(3)));
    await dialog.getByRole("button", { name: "Bỏ thay đổi" }).click();
    await bench.shows("ba-viec.xlsx");
  });

  test.each([
    ["with the marks", "Kèm đánh dấu", true],
    ["without them", "Không đánh dấu", false],
  ])("a download %s opens again and holds the edit", async (_what, choice, marked) => {
    await bench.check();
    await bench.cell("H7").click();
    await bench.page.keyboard.type("đã soát tay");
    await bench.page.keyboard.press("Enter");
    await bench.page.getByText("Chưa tải về").waitFor();
    await bench.page.getByRole("button", { name: "Tải về" }).click();
    const [download] = await Promise.all([bench.page.waitForEvent("download"), bench.page.getByRole("menuitem", { name: choice }).click()]);
    expect(download.suggestedFilename()).toBe(marked ? "phu-xuyen-danh-dau.xlsx" : "phu-xuyen-da-soat.xlsx");
    const saved = await openWorkbook(readFileSync(await download.path()), { name: "saved" });
    const grid = (await saved.readGrids())[0]!;
    expect(textAt(grid, 6, 7)).toBe("đã soát tay");
    expect((await saved.clearMarks()) > 0).toBe(marked);
    await bench.page.getByText("Chưa tải về").waitFor({ state: "detached" });
  });

  test("ten thousand rows open, scroll, are checked and checked again", async () => {
    await bench.openFile("lon.xlsx", workbook(tasks(10_000)));
    await bench.shows("lon.xlsx");
    await bench.check();
    await bench.page.keyboard.press("F6");
    await bench.cell("B3").click();
    await bench.page.keyboard.press("Control+End");
    await bench.cell("E10002").waitFor();
    expect(await bench.page.locator("[role=gridcell]").count()).toBeLessThan(1500);
    // Every count of the page is written alike: 1.428 of the 10.000 rows have no deadline.
    await bench.page.getByRole("tab", { name: /^Phụ lục ?1\.4\d\d$/ }).waitFor();
    await bench.page.getByRole("group", { name: "Lọc theo mức độ" }).getByRole("button", { name: "Lỗi 1.428" }).waitFor();
    await bench.page.keyboard.press("Delete");
    await bench.page.locator('[role=gridcell][id$="-E10002"].pl-error').waitFor();
  });

  test("a merged cell whose first row is far above is still drawn", async () => {
    const sheet = tasks(120);
    sheet["!merges"] = [{ s: { r: 2, c: 2 }, e: { r: 121, c: 2 } }];
    await bench.openFile("gop.xlsx", workbook(sheet));
    await bench.shows("gop.xlsx");
    await bench.page.locator(".pl-scroller").evaluate((element) => (element.scrollTop = 1500));
    await bench.cell("B90").waitFor();
    expect(await bench.cell("B4").count()).toBe(0);
    expect(await bench.cell("C3").getAttribute("aria-rowspan")).toBe("120");
    const [merged, row] = [await bench.cell("C3").boundingBox(), await bench.cell("B90").boundingBox()];
    expect(merged!.y).toBeLessThan(row!.y);
    expect(merged!.y + merged!.height).toBeGreaterThan(row!.y + row!.height);
  });
});

describe("nothing leaves the machine", () => {
  test("every request is for the page's own files, and the page could make no other", async () => {
    let reached = 0;
    const outside = createServer((_request, response) => {
      reached++;
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.end("reached");
    });
    await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", () => resolve()));
    const elsewhere = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;
    bench = await Workbench.open(stage);
    await bench.check();
    await bench.cell("H7").click();
    await bench.page.keyboard.type("x");
    await bench.page.keyboard.press("Enter");
    await bench.page.getByText("Chưa tải về").waitFor();
    expect(bench.requests.filter((url) => !url.startsWith(`${stage.origin}/`) && !url.startsWith("data:") && !url.startsWith("blob:"))).toEqual([]);

    const outcome = await bench.page.evaluate((url) => fetch(url).then(() => "reached", () => "blocked"), elsewhere);
    const image = await bench.page.evaluate((url) => new Promise((resolve) => Object.assign(new Image(), { onload: () => resolve("reached"), onerror: () => resolve("blocked"), src: `${url}x.png` })), elsewhere);
    const script = await bench.page.evaluate(() => {
      const element = document.createElement("script");
      element.textContent = "window.ran = true";
      document.head.append(element);
      return "ran" in window;
    });
    outside.close();
    expect([outcome, image, script, reached]).toEqual(["blocked", "blocked", false, 0]);
    // What the browser says about the three attempts is no error of the page.
    expect(bench.errors.every((error) => /Content Security Policy|Failed to fetch|violates/i.test(error))).toBe(true);
    bench.errors.length = 0;
  });
});

describe("for everyone", () => {
  test.each([
    ["light", false],
    ["dark", true],
  ])("axe finds nothing serious in %s", async (_theme, dark) => {
    bench = await Workbench.open(stage, { dark });
    expect(await violations(bench.page)).toEqual([]);
    await bench.check();
    await bench.findings.first().click();
    expect(await violations(bench.page)).toEqual([]);
  });

  test("axe finds nothing serious in a sheet with empty rows, nor in an empty one", async () => {
    bench = await Workbench.open(stage);
    const gaps = utils.aoa_to_sheet([["Ghi chú"], [], [], ["một"], ["hai"]]);
    gaps["!merges"] = [{ s: { r: 3, c: 0 }, e: { r: 9, c: 0 } }];
    for (const [name, sheet] of [["thua.xlsx", gaps], ["trong.xlsx", utils.aoa_to_sheet([[]])]] as const) {
      await bench.openFile(name, workbook(sheet));
      await bench.shows(name);
      expect(await violations(bench.page)).toEqual([]);
    }
  });

  test("the whole way by keyboard alone", async () => {
    bench = await Workbench.open(stage);
    const { keyboard } = bench.page;
    await keyboard.press("F9");
    await bench.findings.first().waitFor();
    // F6 goes round: bar, sheet, pane.
    await keyboard.press("F6");
    expect(await bench.page.evaluate(() => document.activeElement?.closest("[data-region]")?.getAttribute("data-region"))).toBe("bar");
    await keyboard.press("F6");
    expect(await bench.page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    const followed = await bench.page.evaluate(() => document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "")?.getAttribute("role"));
    expect(followed).toBe("gridcell");
    for (const key of ["Control+Home", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown"]) await keyboard.press(key);
    await keyboard.press("F2");
    await keyboard.press("Control+a");
    await keyboard.type("7");
    await keyboard.press("Enter");
    await bench.page.getByText("Chưa tải về").waitFor();
    await keyboard.press("Control+z");
    await bench.page.getByText("Chưa tải về").waitFor({ state: "detached" });
    await keyboard.press("F6");
    expect(await bench.page.evaluate(() => document.activeElement?.closest("[data-region]")?.getAttribute("data-region"))).toBe("pane");
  });

  test("on a narrow screen the pane goes under the sheet and can be put away", async () => {
    bench = await Workbench.open(stage, { width: 400, height: 800 });
    const [sheet, pane] = [await bench.page.locator("[data-region=sheet]").boundingBox(), await bench.page.locator("[data-region=pane]").boundingBox()];
    expect(pane!.y).toBeGreaterThanOrEqual(sheet!.y + sheet!.height);
    expect(await bench.page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
    await bench.page.getByRole("button", { name: "Ẩn khung soát" }).click();
    await bench.page.locator("[data-region=pane]").waitFor({ state: "detached" });
    expect((await bench.page.locator("[data-region=sheet]").boundingBox())!.height).toBeGreaterThan(sheet!.height);
  });

  test("at 320 px every button of the bar is on the screen", async () => {
    bench = await Workbench.open(stage, { width: 320, height: 700 });
    for (const button of await bench.page.getByRole("toolbar").getByRole("button").all()) {
      const { x, width } = (await button.boundingBox())!;
      expect([x >= 0, x + width <= 320]).toEqual([true, true]);
    }
  });

  test.each([
    ["under the sheet", 640, 400],
    ["beside it", 1000, 400],
  ])("on a low screen the findings can be reached and read, with the pane %s", async (_where, width, height) => {
    bench = await Workbench.open(stage, { width, height });
    await bench.check();
    const first = bench.findings.first();
    await first.scrollIntoViewIfNeeded();
    await bench.page.locator("aside").evaluate((pane) => pane.scrollIntoView({ block: "end" }));
    await first.scrollIntoViewIfNeeded();
    const box = (await first.boundingBox())!;
    const covering = await bench.page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)?.closest("[data-finding]") !== null, [box.x + 20, box.y + 24]);
    expect([covering, box.y >= 0, box.y + 60 <= height]).toEqual([true, true, true]);
  });

  test("without a file the page says how to open one", async () => {
    bench = await Workbench.open(stage, { withoutSample: true });
    await bench.page.getByRole("alert").filter({ hasText: "phu-xuyen.xlsx" }).waitFor();
    await bench.page.getByRole("button", { name: "Soát phụ lục" }).click();
    await bench.page.locator("aside").getByText("Chưa mở tệp nào. Bấm Mở tệp").first().waitFor();
    const chooser = bench.page.waitForEvent("filechooser");
    await bench.page.locator("[data-region=sheet]").getByRole("button", { name: "Mở tệp" }).click();
    await (await chooser).setFiles({ name: "ba-viec.xlsx", mimeType: "", buffer: workbook(tasks(3)) });
    await bench.shows("ba-viec.xlsx");
    await bench.check();
    // What the browser says about the sample that could not be fetched.
    expect(bench.errors.splice(0)).toEqual([expect.stringContaining("Failed to load")]);
  });
});
