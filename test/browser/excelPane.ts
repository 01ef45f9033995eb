import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import webpack from "webpack";
import { parseAddress } from "../../src/grid/address";
import type { Grid } from "../../src/grid/grid";
import type { InPage, SimulatedExcel } from "./excelInPage";
import type { Stage } from "./stage";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const CLIENT = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");

let bundle: Promise<string> | null = null;

/** The simulated Excel as a script for a page, made once. */
function simulation(): Promise<string> {
  bundle ??= new Promise((resolve, reject) => {
    const filename = `excel-in-page-${process.pid}.js`;
    const compiler = webpack({
      mode: "development",
      devtool: false,
      target: "web",
      entry: path.resolve(__dirname, "excelInPage.ts"),
      output: { path: tmpdir(), filename },
      resolve: { extensions: [".ts", ".js"] },
      module: { rules: [{ test: /\.ts$/, loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } } }] },
    });
    compiler.run((failure, stats) => {
      if (failure !== null) reject(failure);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString({ all: false, errors: true })));
      else resolve(readFileSync(path.join(tmpdir(), filename), "utf8"));
      compiler.close(() => undefined);
    });
  });
  return bundle;
}

/** Grids as a page takes them. */
export function plainSheets(grids: readonly Grid[]): SimulatedExcel["sheets"] {
  return grids.map((grid) => ({ ...grid, formulas: [...(grid.formulas ?? [])] }));
}

/** What a test opens a page with. */
export interface PaneOptions extends Partial<SimulatedExcel> {
  readonly page?: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColors?: boolean;
  readonly context?: BrowserContext;
}

/** A page of the add-in beside a simulated Excel that answers Microsoft's own client library. */
export class ExcelPane {
  /** Errors of the console and uncaught ones. */
  readonly errors: string[] = [];
  /** Addresses that were asked for outside of the page's own server. */
  readonly outside: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  /** Opens the task pane (or another page) with these sheets in Excel. */
  static async open(stage: Stage, sheets: SimulatedExcel["sheets"], options: PaneOptions = {}): Promise<ExcelPane> {
    const context =
      options.context ??
      (await stage.browser.newContext({
        viewport: { width: options.width ?? 320, height: options.height ?? 720 },
        colorScheme: options.dark === true ? "dark" : "light",
        ...(options.forcedColors === true ? { forcedColors: "active" as const } : {}),
        permissions: ["clipboard-read", "clipboard-write"],
        reducedMotion: "reduce",
      }));
    const excel: SimulatedExcel = { sheets, language: options.language ?? "vi-VN", theme: options.theme ?? null, document: options.document ?? "", set: options.set ?? "1.15" };
    const page = await context.newPage();
    const pane = new ExcelPane(page, context);
    const script = `${await simulation()}\n;window.simulate.begin(${JSON.stringify(excel)});\n${readFileSync(CLIENT, "utf8")}\n;window.simulate.end();`;
    await page.route(CDN, (route) => route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script }));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`${stage.origin}/`) && !/^(data|blob):/.test(url)) pane.outside.push(url);
    });
    page.on("console", (message) => {
      if (message.type() === "error") pane.errors.push(message.text());
    });
    page.on("pageerror", (error) => pane.errors.push(error.message));
    await page.goto(`${stage.origin}/${options.page ?? "taskpane.html"}`);
    await page.waitForFunction(() => "simulated" in window);
    return pane;
  }

  /** The cards of the findings that are drawn, in order. */
  get findings(): Locator {
    return this.page.locator("[data-finding]");
  }

  /** The card of a rule's finding at a cell. */
  finding(ruleId: string, cell: string): Locator {
    return this.page.locator(`[data-finding^="${ruleId}@"][data-finding*="!${cell}#"]`).first();
  }

  /** Presses the big button and waits for the result. */
  async check(): Promise<void> {
    await this.page.getByRole("button", { name: "Soát phụ lục" }).click();
    await this.page.getByRole("button", { name: "Soát lại" }).waitFor();
  }

  /** What a cell of the workbook in Excel holds. */
  value(sheet: string, cell: string): Promise<unknown> {
    const position = parseAddress(cell);
    if (position === null) throw new Error(`no address: ${cell}`);
    return this.page.evaluate(([name, { row, column }]) => window.simulated.host.workbook.sheet(name).at(row, column).value, [sheet, position] as const);
  }

  /** Someone writes into a cell in Excel. */
  async type(sheet: string, cell: string, text: string, source: "Local" | "Remote" = "Local"): Promise<void> {
    await this.page.evaluate(([name, address, input, who]) => window.simulated.host.type(name, address, input, who), [sheet, cell, text, source] as const);
  }

  /** Does something with the simulated Excel. */
  inExcel<T>(work: (excel: InPage) => T): Promise<T> {
    return this.page.evaluate(`(${work.toString()})(window.simulated)`);
  }

  /** How many cells bear a mark of the product on a sheet. @param severity of this severity only. */
  markedCells(sheet: string, severity = ""): Promise<number> {
    return this.page.evaluate(
      ([name, part]) =>
        window.simulated.host
          .markedAreas(name)
          .filter(({ formula }) => formula.includes(part))
          .reduce((sum, { areas }) => sum + areas.reduce((cells, { top, left, bottom, right }) => cells + (bottom - top + 1) * (right - left + 1), 0), 0),
      [sheet, severity] as const,
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
