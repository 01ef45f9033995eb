import { readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, Page, Route } from "playwright-core";
import { openStage, type Stage } from "./stage";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

let stage: Stage;
let context: BrowserContext;
let page: Page;
let requests: string[];
let outside: string[];

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  context = await stage.browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" });
  page = await context.newPage();
  requests = [];
  outside = [];
  context.on("request", (request) => {
    const url = request.url();
    if (url.startsWith(`${stage.origin}/`)) requests.push(url.slice(stage.origin.length + 1));
    else if (!url.startsWith("data:")) outside.push(url);
  });
});
afterEach(() => context.close());

/** Stands for office.js: counts how often it is carried out, and answers as Excel would. */
const standIn = `
  window.carriedOut = [...(window.carriedOut ?? []), document.currentScript.src];
  window.Office = {
    HostType: { Excel: "Excel" }, EventType: {}, actions: { associate() {} }, onReady: () => Promise.resolve({ host: "Excel" }),
    context: { displayLanguage: "vi-VN", document: { url: "", addHandlerAsync() {} }, requirements: { isSetSupported: () => true }, diagnostics: { host: "Excel", platform: "PC", version: "16.0" } },
  };
  window.Excel = { run() {} };`;
const script = (route: Route): Promise<void> => route.fulfill({ contentType: "text/javascript", body: standIn });
const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const carriedOut = (): Promise<string[]> => page.evaluate(() => (window as unknown as { carriedOut?: string[] }).carriedOut ?? []);
const whenCarriedOut = (): Promise<unknown> => page.waitForFunction(() => "carriedOut" in window);

describe("Microsoft's library", () => {
  test("comes from Microsoft's server, and nothing is asked for elsewhere", async () => {
    await context.route(CDN, script);
    await page.goto(`${stage.origin}/taskpane.html`);
    await whenCarriedOut();
    expect(await carriedOut()).toEqual([CDN]);
    expect(outside).toEqual([CDN]);
    expect(requests.filter((file) => file.startsWith("office-js/"))).toEqual([]);
  });

  test.each<[string, (route: Route) => Promise<void>]>([
    ["refuses", (route) => route.abort()],
    ["hangs", () => new Promise(() => undefined)],
    ["answers with a page of its own", (route) => route.fulfill({ contentType: "text/html", body: "<p>Xin đăng nhập</p>" })],
  ])("comes from the copy when Microsoft's server %s, and the pane is there all the while", async (_what, answer) => {
    await context.route(CDN, answer);
    await context.route("**/office-js/office.js", script);
    await page.goto(`${stage.origin}/taskpane.html`);
    await page.getByRole("button", { name: "Soát phụ lục" }).waitFor();
    await whenCarriedOut();
    expect(await carriedOut()).toEqual([`${stage.origin}/office-js/office.js`]);
    // office.js takes its other files from beside the first script of its name.
    expect(await page.evaluate(() => [...document.scripts].map(({ src }) => src).filter((src) => src.endsWith("/office.js")))).toEqual([`${stage.origin}/office-js/office.js`]);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("that comes after the copy is never carried out", async () => {
    let answered = false;
    await context.route(CDN, async (route) => {
      await whenCarriedOut();
      await route.fulfill({ contentType: "text/javascript", body: standIn });
      answered = true;
    });
    await context.route("**/office-js/office.js", script);
    await page.goto(`${stage.origin}/taskpane.html`);
    await whenCarriedOut();
    while (!answered) await later(50);
    await later(300);
    expect(await carriedOut()).toEqual([`${stage.origin}/office-js/office.js`]);
  });

  test("that stops half-way is tried once more, with the copy alone", async () => {
    // office.js comes, its second file does not: Excel is never ready.
    await context.route(CDN, (route) => route.fulfill({ contentType: "text/javascript", body: standIn.replace("Promise.resolve({ host: \"Excel\" })", "new Promise(() => undefined)") }));
    await context.route("**/office-js/office.js", script);
    await page.goto(`${stage.origin}/taskpane.html`);
    await page.waitForFunction(() => (window as unknown as { carriedOut?: string[] }).carriedOut?.[0]?.endsWith("/office-js/office.js"));
    expect(await carriedOut()).toHaveLength(1);
  });
});

describe("the copy itself", () => {
  test.each([
    ["Excel on Windows in Vietnamese", "Excel$Win32$16.01$vi-VN$$$$0", ["excel-win32-16.01.js", "vi-vn/office_strings.js"]],
    ["Excel on a Mac in English", "Excel$Mac$16.00$en-US$$$$0", ["excel-mac-16.00.js", "en-us/office_strings.js"]],
    ["Excel on the web", "Excel$Web$16.00$vi-VN$$$$0", ["excel-web-16.00.js", "vi-vn/office_strings.js"]],
  ])("has what it asks for in %s, and the page's policy lets it run", async (_host, info, files) => {
    const violations: string[] = [];
    page.on("console", (message) => {
      if (/Refused to (load|execute|evaluate)|violates the following Content Security Policy directive: "script-src/.test(message.text())) violations.push(message.text());
    });
    const missing: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await context.route(CDN, (route) => route.abort());
    await page.goto(`${stage.origin}/taskpane.html?_host_Info=${info}`);
    for (const file of files) await page.waitForFunction((end) => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(end)), `/office-js/${file}`);
    await page.waitForFunction(() => "OfficeExtension" in window && "Excel" in window);
    expect(missing).toEqual([]);
    expect(violations).toEqual([]);
  });

  test("for any other language it takes English", async () => {
    await context.route(CDN, (route) => route.abort());
    await page.goto(`${stage.origin}/taskpane.html?_host_Info=Excel$Win32$16.01$fr-FR$$$$0`);
    await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/office-js/en-us/office_strings.js")));
    await page.getByRole("button", { name: "Check the appendices" }).waitFor();
  });

  test("outside of Excel the pane says where it belongs, and sends nothing", async () => {
    await context.route(CDN, (route) => route.abort());
    await page.goto(`${stage.origin}/taskpane.html`);
    await page.getByText("Trang này chỉ làm việc bên trong Excel").first().waitFor();
    expect(outside).toEqual([CDN]);
  });
});

test("every address of the built manifest is served, with the type that Office needs", async () => {
  const folder = process.env.PHULUC_WEB ?? path.resolve(__dirname, "../../dist/web");
  const manifest = readFileSync(path.join(folder, "manifest.xml"), "utf8");
  const base = /<SourceLocation DefaultValue="([^"]+)\/taskpane\.html"/.exec(manifest)![1]!;
  const files = [...new Set([...manifest.matchAll(new RegExp(`"${base}/([^"]+)"`, "g"))].map(([, file]) => file!))];
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const response = await fetch(`${stage.origin}/${file}`);
    expect([file, response.status, response.headers.get("content-type")]).toEqual([file, 200, expect.stringMatching(file.endsWith(".png") ? /^image\/png/ : /^text\/html;\s*charset=utf-8/)]);
  }
});
