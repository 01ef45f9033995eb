import axe from "axe-core";
import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { openStage, Workbench, type Stage } from "./stage";

let stage: Stage;
let bench: Workbench;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  bench = await Workbench.open(stage);
  // As narrow as Excel's task pane.
  await bench.page.evaluate(() => localStorage.setItem("phuluc.workbench", JSON.stringify({ pane: 320 })));
  await bench.page.reload();
  await bench.cell("A1").waitFor();
  await bench.check();
});
afterEach(async () => {
  expect(bench.errors).toEqual([]);
  await bench.close();
});

/** Serious and critical violations that axe finds, as "rule: element". */
async function violations(): Promise<string[]> {
  await bench.page.evaluate(axe.source);
  // Fluent's focus sentinels are hidden and focusable on purpose: they hand the focus on.
  const result = await bench.page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run({ exclude: ["[data-tabster-dummy]"] }, { resultTypes: ["violations"] }));
  return result.violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Nothing of the pane is wider than the pane. */
async function fits(): Promise<boolean> {
  return bench.page.getByRole("tabpanel").evaluate((panel) => panel.scrollWidth <= panel.clientWidth);
}

const card = (finding: Locator): Locator => finding.locator("xpath=..");

/** Takes the file off the page as "Tải về" gives it. */
async function downloaded(): Promise<Buffer> {
  const download = bench.page.waitForEvent("download");
  await bench.page.getByRole("button", { name: "Tải về" }).first().click();
  const item = bench.page.getByRole("menuitem").first();
  if (await item.isVisible().catch(() => false)) await item.click();
  return readFileSync(await (await download).path());
}

test("a finding is ignored with a reason, is gone from list and sheet, and comes with the file", async () => {
  const finding = bench.finding("lead/collective", "E9");
  await finding.click();
  await card(finding).getByRole("button", { name: "Bỏ qua" }).click();
  const form = bench.page.getByRole("form", { name: "Bỏ qua phát hiện này" });
  await form.getByRole("button", { name: "Đã thống nhất với lãnh đạo" }).click();
  expect(await fits()).toBe(true);
  expect(await violations()).toEqual([]);
  await form.getByRole("button", { name: "Bỏ qua", exact: true }).click();
  await bench.page.getByRole("button", { name: /Đã bỏ qua 1/ }).waitFor();
  expect(await bench.page.locator('[data-finding^="lead/collective@"][data-finding*="!E9#"]').count()).toBe(0);
  expect(await bench.cell("E9").getAttribute("aria-description")).toBeNull();

  await bench.openFile("lai.xlsx", await downloaded());
  await bench.shows("lai.xlsx");
  await bench.check();
  await bench.page.getByRole("button", { name: /Đã bỏ qua 1/ }).click();
  await bench.page.getByText("Lý do: Đã thống nhất với lãnh đạo", { exact: false }).waitFor();
  await bench.page.getByRole("button", { name: "Tính lại" }).click();
  await bench.finding("lead/collective", "E9").waitFor();
});

test("a clarity's figure filters the list", async () => {
  const when = bench.page.getByRole("button", { name: /^Rõ thời gian/ });
  await when.click();
  const rules = await bench.findings.evaluateAll((cards) => cards.map((one) => one.getAttribute("data-finding")?.split("/")[0]));
  expect(new Set(rules)).toEqual(new Set(["deadline"]));
  expect(await fits()).toBe(true);
  await when.click();
  await bench.finding("lead/collective", "E9").waitFor();
});

test("the units' names are made one, shown before and taken back after", async () => {
  const { page } = bench;
  await page.getByRole("tab", { name: "Đơn vị" }).click();
  const unit = page.getByRole("article", { name: "Phòng Văn hóa - Xã hội", exact: true });
  await unit.waitFor();
  expect(await fits()).toBe(true);
  expect(await violations()).toEqual([]);
  await unit.getByRole("button", { name: "Ô E27, Phụ lục I" }).click();
  expect(await bench.active()).toBe("E27");
  const before = await bench.cell("E27").innerText();
  await page.getByRole("button", { name: "Thống nhất tên…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("E27", { exact: false }).first().waitFor();
  expect(await bench.cell("E27").innerText()).toBe(before);
  await dialog.getByRole("button", { name: /^Sửa/ }).click();
  await dialog.waitFor({ state: "detached" });
  await bench.cell("E27").getByText("Phòng Văn hóa - Xã hội", { exact: true }).waitFor();
  await page.getByRole("tabpanel").locator("..").getByRole("button", { name: "Hoàn tác" }).first().click();
  await bench.cell("E27").getByText(before, { exact: true }).waitFor();
});

test("a decision about a unit counts at once and comes with the file", async () => {
  const { page } = bench;
  await page.getByRole("tab", { name: "Đơn vị" }).click();
  const unit = page.getByRole("article", { name: "Phòng Văn hóa - Xã hội", exact: true });
  await unit.getByRole("button", { name: "Tách riêng: Phòng Văn hóa - Xã hộ" }).click();
  await page.getByRole("combobox", { name: "Hiện" }).selectOption({ label: "Danh mục của anh/chị (2)" });
  await page.getByRole("article", { name: "Phòng Văn hóa - Xã hộ", exact: true }).waitFor();
  await page.getByRole("tab", { name: "Soát" }).click();
  await bench.openFile("lai.xlsx", await downloaded());
  await bench.shows("lai.xlsx");
  await bench.check();
  expect(await page.locator('[data-finding^="lead/unknown@"]').count()).toBe(0);
});
