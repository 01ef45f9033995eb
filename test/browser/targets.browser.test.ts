import axe from "axe-core";
import { utils, write } from "@e965/xlsx";
import type { Page } from "playwright-core";
import { openStage, Workbench, type Stage } from "./stage";

type Rows = readonly (readonly (string | number)[])[];

/** An .xlsx of these sheets. */
function workbook(sheets: Readonly<Record<string, Rows>>): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

const ABOVE: Rows = [
  ["PHỤ LỤC I"],
  ["CHỈ TIÊU GIAO CÁC XÃ, PHƯỜNG"],
  ["TT", "Chỉ tiêu", "Đơn vị tính", "2026", "2030", "Cơ quan chủ trì"],
  [1, "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến toàn trình", "%", "≥ 80", "≥ 95", "UBND các xã, phường"],
  [2, "Tỷ lệ người dân trưởng thành có chữ ký số", "%", 25, 60, "UBND các xã, phường"],
  [3, "Tỷ lệ hộ gia đình có cáp quang", "%", 85, 95, "UBND các xã, phường"],
];
const HERE: Rows = [
  ["PHỤ LỤC I"],
  ["CHỈ TIÊU"],
  ["(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2026 của UBND xã An Bình)"],
  ["TT", "Chỉ tiêu", "2026", "2030", "Cơ quan chủ trì", "Căn cứ"],
  [1, "Hồ sơ TTHC giải quyết trực tuyến toàn trình", "≥70%", "", "Văn phòng HĐND và UBND", ""],
  [2, "Người dân trưởng thành có chữ ký số", "", "≥60%", "Công an xã", ""],
  [3, "Tỷ lệ thôn có nhà văn hóa", "≥90%", "100%", "Phòng Văn hóa - Xã hội", ""],
];

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

/** Opens the commune's file, checks it, and lays it beside the province's on the page "Chỉ tiêu". */
async function compare(page: Page): Promise<void> {
  await bench.openFile("xa.xlsx", workbook({ "PL I": HERE }));
  // In a narrow window the name is not shown.
  await page.locator('header [title="xa.xlsx"]').waitFor({ state: "attached" });
  await bench.check();
  await page.getByRole("tab", { name: "Chỉ tiêu" }).click();
  await page.locator('input[type=file][aria-label="Chọn tệp .xlsx…"]').setInputFiles({ name: "tinh.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: workbook({ "Phụ lục I": ABOVE }) });
  await page.getByText("3 chỉ tiêu, 0 nhiệm vụ ở cấp trên").waitFor();
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run({ include: ["[role=tabpanel]"], exclude: ["[data-tabster-dummy]"] }, { resultTypes: ["violations"] }));
  return result.violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const text = (cell: string): Promise<string> => bench.cell(cell).innerText();

test("what the plan above sets is proposed, ticked where it is sure and the cell is empty, written at one click and taken back at one", async () => {
  bench = await Workbench.open(stage);
  const { page } = bench;
  await compare(page);
  await page.getByRole("checkbox", { name: "Ô D5: trống → ≥95%" }).waitFor();
  expect(await page.getByRole("checkbox", { name: "Ô D5: trống → ≥95%" }).isChecked()).toBe(true);
  expect(await page.getByRole("checkbox", { name: "Ô C6: trống → ≥25%" }).isChecked()).toBe(true);
  expect(await page.getByRole("checkbox", { name: "Ô C5: ≥70% → ≥80%" }).isChecked()).toBe(false);
  await page.getByRole("button", { name: "Điền 2 ô đã chọn" }).click();
  await page.getByText("Đã sửa").first().waitFor();
  expect([await text("C5"), await text("D5"), await text("C6"), await text("F5")]).toEqual(["≥70%", "≥95%", "≥25%", "tinh.xlsx, Phụ lục I, số 1"]);
  await page.keyboard.press("Control+z");
  await page.getByRole("checkbox", { name: "Ô D5: trống → ≥95%" }).waitFor();
  for (const cell of ["D5", "C6", "F5"]) expect((await bench.cell(cell).allInnerTexts()).join("").trim()).toBe("");
});

test("while a plan is open the findings hold the workbook against it; put away, they are gone", async () => {
  bench = await Workbench.open(stage);
  const { page } = bench;
  await compare(page);
  await page.getByRole("tab", { name: "Soát" }).click();
  await bench.finding("target/below-province", "C5").waitFor();
  expect(await bench.finding("target/missing-province", "B4").innerText()).toContain("Tỷ lệ hộ gia đình có cáp quang");
  await page.getByRole("tab", { name: "Chỉ tiêu" }).click();
  await page.getByRole("button", { name: "Bỏ đối chiếu" }).click();
  await page.getByText("Chọn kế hoạch cấp trên: một tệp").waitFor();
  await page.getByRole("tab", { name: "Soát" }).click();
  expect(await bench.finding("target/below-province").count()).toBe(0);
});

test("a row can be matched with another by hand, or with none, and a plan that sets nothing is refused", async () => {
  bench = await Workbench.open(stage);
  const { page } = bench;
  await compare(page);
  await page.getByLabel("Hiện", { exact: true }).selectOption("unmatched");
  await page.getByRole("button", { name: "Ghép với dòng…" }).first().click();
  await page.getByLabel("Tìm dòng của cấp trên").fill("cáp quang");
  await page.getByRole("list", { name: "Các dòng của cấp trên" }).getByRole("button").click();
  await page.getByLabel("Hiện", { exact: true }).selectOption("all");
  await page.getByRole("article", { name: "Tỷ lệ thôn có nhà văn hóa" }).getByText("anh/chị chọn").waitFor();
  await page.locator('input[type=file][aria-label="Chọn tệp .xlsx…"]').setInputFiles({ name: "trong.xlsx", mimeType: "application/octet-stream", buffer: workbook({ A: [["Ghi chép"]] }) });
  await page.getByText("Không đọc thấy bảng chỉ tiêu hay nhiệm vụ nào").first().waitFor();
  expect(await page.getByText("3 chỉ tiêu, 0 nhiệm vụ ở cấp trên").isVisible()).toBe(true);
});

test.each([false, true])("in a narrow pane everything is in reach and told (dark: %s)", async (dark) => {
  bench = await Workbench.open(stage, { width: 320, height: 800, dark });
  const { page } = bench;
  await compare(page);
  await page.getByRole("button", { name: "Vì sao?" }).first().click();
  await page.getByText("Từ chung").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= 320)).toBe(true);
  const panel = page.getByRole("tabpanel");
  expect(await panel.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  expect(await violations(page)).toEqual([]);
  if (process.env.PHULUC_SHOTS !== undefined) await page.screenshot({ path: `${process.env.PHULUC_SHOTS}/targets-320-${dark ? "dark" : "light"}.png` });
});
