import { readFileSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
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

/** The page "Mẫu" beside a checked sample, in a pane as narrow as Excel makes it. */
async function open(sample: string, dark = false): Promise<void> {
  bench = await Workbench.open(stage, { dark, width: 1100, height: 1000 });
  bench.page.setDefaultTimeout(15_000);
  await bench.page.evaluate(() => localStorage.setItem("phuluc.workbench", JSON.stringify({ pane: 320, flat: 420, shown: true, zoom: 100 })));
  await bench.page.reload();
  await bench.cell("A1").waitFor();
  await bench.openFile(`${sample}.xlsx`, readFileSync(path.resolve(__dirname, `../../seeds/appendices/${sample}.xlsx`)));
  await bench.shows(`${sample}.xlsx`);
  await bench.check();
  await bench.page.getByRole("tab", { name: "Mẫu" }).click();
  await bench.page.getByRole("radio").first().waitFor({ state: "attached" });
}

const button = (name: string | RegExp) => bench.page.getByRole("tabpanel").getByRole("button", { name });
const said = (text: string) => bench.page.getByText(text).first().waitFor();
const undo = () => bench.page.getByRole("button", { name: /^Hoàn tác/ }).last().click();

test("a form is added as a new sheet that the grid shows, and undo takes it away", async () => {
  await open("hung-chau");
  await bench.page.getByRole("radio", { name: /^Danh mục nhiệm vụ, có kết quả/ }).check({ force: true });
  await bench.page.getByText(/^Mục \(9\/9\)$/).click();
  await bench.page.getByRole("checkbox", { name: "Nền tảng số, dữ liệu số" }).uncheck();
  await button("Thêm vào tệp").click();
  await said("Đã thêm trang tính “Phụ lục II” từ mẫu.");
  await bench.cell("A1").getByText("Phụ lục II").waitFor();
  expect(await bench.cell("A2").innerText()).toContain("TRÊN ĐỊA BÀN XÃ HÙNG CHÂU");
  expect(await bench.page.getByRole("gridcell").getByText("Nền tảng số, dữ liệu số").count()).toBe(0);
  await undo();
  await said("Đã hoàn tác.");
  await bench.cell("A1").getByText(/^PHỤ LỤC I: DANH MỤC/).waitFor();
});

test("untitled sections are offered their titles before and after, filled in and taken back", async () => {
  await open("hung-chau");
  await bench.page.getByRole("checkbox", { name: /Tên mục ở ô C4/ }).waitFor();
  expect(await bench.page.getByRole("checkbox", { name: /Tên mục/, checked: true }).count()).toBe(6);
  expect(await bench.page.getByRole("checkbox", { name: /Cột mới/, checked: true }).count()).toBe(0);
  await bench.page.getByRole("checkbox", { name: /Tên mục ở ô C11/ }).uncheck();
  await button("Điền 5 chỗ").click();
  await bench.cell("C4").getByText(/^Nâng cao nhận thức/).waitFor();
  expect(await bench.cell("C11").innerText()).toBe("");
  await undo();
  await bench.page.getByRole("checkbox", { name: /Tên mục ở ô C4/ }).waitFor();
  expect(await bench.cell("C4").innerText()).toBe("");
});

test("the basis goes in before the notes with one press and comes out, shown before, with another", async () => {
  await open("vinh-tuy");
  const basis = bench.cell("G5").getByText("Căn cứ, lý do đề xuất");
  const notes = bench.cell("G5").getByText("Ghi chú");
  await notes.waitFor();
  await button("Thêm cột căn cứ").click();
  await basis.waitFor();
  await said("Đã thêm 1 cột.");
  // Where it came in is shown, however far on the right that is.
  await bench.page.locator("[role=gridcell][aria-selected=true][id$='-G5']").waitFor();
  await bench.cell("H5").getByText("Ghi chú").waitFor();
  await button("Bỏ cột căn cứ để trình ký…").click();
  await bench.page.getByRole("tabpanel").getByText("G5 · Phụ lục").waitFor();
  await button("Bỏ 1 cột").click();
  await said("Đã bỏ 1 cột.");
  await notes.waitFor();
  await undo();
  await basis.waitFor();
});

test("an appendix is saved as the office's own form and loaded again", async () => {
  await open("thanh-thuy");
  await bench.page.getByText("Mẫu riêng của cơ quan").click();
  await bench.page.getByLabel("Tên mẫu").fill("Mẫu chỉ tiêu của xã");
  const [download] = await Promise.all([bench.page.waitForEvent("download"), button("Lưu thành tệp mẫu").click()]);
  expect(download.suggestedFilename()).toBe("mau-chi-tieu-cua-xa.json");
  const saved = readFileSync(await download.path());
  expect(JSON.parse(saved.toString("utf8"))).toMatchObject({ version: 1, kind: "targets", fit: false });
  await expect(bench.page.getByRole("radio", { name: /^Mẫu chỉ tiêu của xã/ }).isChecked()).resolves.toBe(true);
  await button("Bỏ mẫu này khỏi danh sách").click();
  const file = bench.page.locator("[role=tabpanel] input[type=file]");
  await file.setInputFiles({ name: "hong.json", mimeType: "application/json", buffer: Buffer.from('{"version":1,"id":"a"}') });
  await bench.page.getByRole("alert").getByText(/^hong\.json: khóa "name"/).waitFor();
  await file.setInputFiles({ name: "mau.json", mimeType: "application/json", buffer: saved });
  await expect(bench.page.getByRole("radio", { name: /^Mẫu chỉ tiêu của xã/ }).isChecked()).resolves.toBe(true);
  await button("Thêm vào tệp").click();
  await said("Đã thêm trang tính “Phụ lục III” từ mẫu.");
});

test("forms are chosen and everything is reached by keyboard", async () => {
  await open("hung-chau");
  await bench.page.getByRole("radio").first().focus();
  await bench.page.keyboard.press("ArrowDown");
  await expect(bench.page.getByRole("radio").nth(1).isChecked()).resolves.toBe(true);
  await bench.page.keyboard.press("Tab");
  await bench.page.keyboard.press("Tab");
  await bench.page.keyboard.press("Enter");
  await bench.page.getByRole("checkbox", { name: /^Hoàn thiện|^Chủ động/ }).first().waitFor();
});

test.each([["light", false], ["dark", true]])("has no barriers at 320 px, %s", async (name, dark) => {
  await open("hung-chau", dark);
  await bench.page.locator("[role=tabpanel] details").evaluateAll((parts) => parts.forEach((part) => part.setAttribute("open", "")));
  expect(await bench.page.getByRole("tabpanel").evaluate((panel) => [...panel.querySelectorAll("*")].filter((part) => part.getBoundingClientRect().right > panel.getBoundingClientRect().right + 1 && part.closest("table, [role=region]") === null).map((part) => part.outerHTML.slice(0, 120)))).toEqual([]);
  await bench.page.evaluate(axe.source);
  const found = await bench.page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({ include: ["[role=tabpanel]"], exclude: ["[data-tabster-dummy]"] }, { resultTypes: ["violations"] }),
  );
  expect(found.violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ""}`)).toEqual([]);
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return;
  const panel = bench.page.getByRole("tabpanel");
  const box = (await panel.boundingBox())!;
  const full = await panel.evaluate((element) => element.firstElementChild!.scrollHeight);
  for (let top = 0, page = 1; top < full; top += box.height, page++) {
    await panel.evaluate((element, y) => element.firstElementChild!.scrollTo(0, y), top);
    await bench.page.screenshot({ path: path.join(folder, `templates-${name}-${page}.png`), clip: { x: box.x, y: 0, width: box.width, height: 1000 } });
  }
});
