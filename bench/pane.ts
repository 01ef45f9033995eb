/**
 * How the built task pane feels in Chromium, beside the simulated Excel: start, a check of 10,000 rows, a re-check after an edit. Run it on the
 * production build (`npm run build`, then `npm run bench:pane`). The simulated Excel works in the page itself, where the real one does not: its own
 * time is taken out of the longest tasks.
 */
import { gridFromRows } from "../src/grid/grid";
import { ExcelPane, plainSheets } from "../test/browser/excelPane";
import { openStage, type Stage } from "../test/browser/stage";

const ROWS = 10_000;
const STARTS = 7;

interface Task {
  readonly start: number;
  readonly duration: number;
}

/** Notes the page's long tasks, and how long the simulated host was at work in each. */
const WATCH = `
  window.longTasks = [];
  new PerformanceObserver((list) => { for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ start: startTime, duration }); }).observe({ entryTypes: ["longtask"] });
  window.hostTasks = [];
  const { host } = window.simulated;
  let client = 0;
  const timed = (work, note) => (...args) => { const start = performance.now(); try { return work(...args); } finally { note(start, performance.now() - start); } };
  host.bridge.onMessageFromHost = timed(host.bridge.onMessageFromHost, (_start, duration) => { client += duration; });
  // What the host does for an answer, without what the client library does with it.
  for (const name of ["answer", "changed"]) {
    const real = host[name].bind(host);
    host[name] = (...args) => { client = 0; return timed(real, (start, duration) => window.hostTasks.push({ start, duration: duration - client }))(...args); };
  }`;

/** The longest task of the pane, without what the simulated host did in it (ms). */
async function longest(pane: ExcelPane): Promise<number> {
  const [tasks, host] = await pane.page.evaluate<[Task[], Task[]]>("[window.longTasks, window.hostTasks]");
  const own = tasks.map((task) => task.duration - host.filter(({ start }) => start >= task.start && start < task.start + task.duration).reduce((sum, { duration }) => sum + duration, 0));
  return Math.max(0, ...own);
}

const forget = "window.longTasks.length = 0; window.hostTasks.length = 0;";
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ms = (value: number): string => `${Math.round(value)} ms`;

async function starts(stage: Stage): Promise<void> {
  const painted: number[] = [];
  const usable: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const context = await stage.browser.newContext({ viewport: { width: 320, height: 720 } });
    // The button stands in the page, from the page's own point of view.
    await context.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector("main button[class*=fui-Button]") === null) return;
        observer.disconnect();
        requestAnimationFrame(() => performance.mark("usable"));
      }).observe(document, { childList: true, subtree: true });
    });
    const pane = await ExcelPane.open(stage, plainSheets([gridFromRows([["PHỤ LỤC"]])]), { context });
    await pane.page.getByRole("button", { name: "Soát phụ lục" }).waitFor();
    painted.push(await pane.page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN));
    usable.push(await pane.page.evaluate(() => performance.getEntriesByName("usable")[0]?.startTime ?? NaN));
    await context.close();
  }
  console.log(`start (median of ${STARTS}): first paint ${ms(median(painted))}, pane with its button ${ms(median(usable))} (${usable.map((value) => Math.round(value)).join(", ")})`);
}

async function large(stage: Stage): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, i) => [i + 1, `Số hóa hồ sơ lưu trữ nhóm ${i + 1} của thôn`, "Phòng Kinh tế", "Văn phòng HĐND và UBND; Công an xã", "Báo cáo kết quả", i % 7 === 6 ? null : "Quý I/2026"]);
  const grid = gridFromRows([["PHỤ LỤC"], ["TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành"], ...rows]);
  const pane = await ExcelPane.open(stage, plainSheets([grid]));
  await pane.page.evaluate(WATCH);
  await pane.page.getByRole("button", { name: "Soát phụ lục" }).waitFor();
  let began = performance.now();
  await pane.page.getByRole("button", { name: "Soát phụ lục" }).click();
  await pane.page.getByRole("button", { name: "Soát lại" }).waitFor();
  console.log(`check of ${ROWS} rows: ${ms(performance.now() - began)}, longest task of the pane ${ms(await longest(pane))}`);
  await pane.page.waitForTimeout(2000);
  await pane.page.evaluate(forget);
  began = performance.now();
  await pane.type("Phụ lục", "F3", "");
  await pane.page.locator('[data-finding*="!F3#"]').first().waitFor();
  console.log(`an edit, until the list shows it (300 ms of calm included): ${ms(performance.now() - began)}, longest task of the pane ${ms(await longest(pane))}`);
  await pane.page.waitForTimeout(1000);
  console.log(`after the marks: longest task of the pane ${ms(await longest(pane))}`);
  await pane.close();
}

async function main(): Promise<void> {
  const stage = await openStage();
  try {
    await starts(stage);
    await large(stage);
  } finally {
    await stage.close();
  }
}

void main();
