import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from "playwright-core";
import sirv from "sirv";

/** Where the built page is served and a browser to look at it with; one for a test file. */
export interface Stage {
  readonly origin: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const { headersOf } = createRequire(__filename)("../../scripts/headers.cjs") as { headersOf: (file: string) => Record<string, string> };

/** Serves a folder on a free port, under the headers that a web server should send. */
function serve(folder: string): Promise<Server> {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response, file) => {
      for (const [name, value] of Object.entries(headersOf(file.replace(/^\//, "")))) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    }),
  );
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** Serves the build and starts the browser. */
export async function openStage(): Promise<Stage> {
  const server = await serve(process.env.PHULUC_WEB ?? path.resolve(__dirname, "../../dist/web"));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: ARGUMENTS });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    browser,
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page of the workbench in a fresh profile, and what happened in it. */
export class Workbench {
  /** The addresses of every request that the page made. */
  readonly requests: string[] = [];
  /** Errors of the console and uncaught ones. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  /** Opens the page and waits until its first sample is on show. @param options.early what the user does before the sample may be read */
  static async open(stage: Stage, options: { dark?: boolean; width?: number; height?: number; early?: (page: Page) => Promise<void>; withoutSample?: boolean } = {}): Promise<Workbench> {
    const context = await stage.browser.newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
      colorScheme: options.dark === true ? "dark" : "light",
      permissions: ["clipboard-read", "clipboard-write"],
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const workbench = new Workbench(page, context);
    context.on("request", (request) => workbench.requests.push(request.url()));
    page.on("console", (message) => {
      if (message.type() === "error") workbench.errors.push(message.text());
    });
    page.on("pageerror", (error) => workbench.errors.push(error.message));
    if (options.withoutSample === true) {
      await page.route("**/samples/*.xlsx", (route) => route.abort());
      await page.goto(`${stage.origin}/`);
      return workbench;
    }
    if (options.early === undefined) await page.goto(`${stage.origin}/`);
    else await openSlowly(page, `${stage.origin}/`, options.early);
    await workbench.cell("A1").waitFor();
    return workbench;
  }

  /** The grid cell of an A1 address on the sheet on show. */
  cell(address: string): Locator {
    return this.page.locator(`[role=gridcell][id$="-${address}"]`);
  }

  /** The cards of the findings that are drawn, in order. */
  get findings(): Locator {
    return this.page.locator("[data-finding]");
  }

  /** The card of the first finding of a rule at a cell. */
  finding(ruleId: string, cell?: string): Locator {
    return this.page.locator(cell === undefined ? `[data-finding^="${ruleId}@"]` : `[data-finding^="${ruleId}@"][data-finding*="!${cell}#"]`).first();
  }

  /** The name of the active cell as the name box shows it. */
  active(): Promise<string> {
    return this.page.getByLabel("Đến ô").inputValue();
  }

  /** Presses the big button and waits for the result. */
  async check(): Promise<void> {
    await this.page.getByRole("button", { name: "Soát phụ lục" }).click();
    await this.page.getByRole("button", { name: "Soát lại" }).waitFor();
  }

  /** Opens a file through the file chooser. */
  async openFile(name: string, buffer: Buffer): Promise<void> {
    await this.page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer });
  }

  /** Waits until a file of this name is on show. */
  async shows(name: string): Promise<void> {
    await this.page.locator("header").getByText(name, { exact: true }).waitFor();
  }

  /** Drops a file on the page. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(content)], fileName));
        return data;
      },
      [name, [...bytes]] as const,
    );
    for (const type of ["dragenter", "dragover", "drop"]) await this.page.dispatchEvent("body", type, { dataTransfer: transfer });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Opens the page and holds its sample back until `early` is done. */
async function openSlowly(page: Page, address: string, early: (page: Page) => Promise<void>): Promise<void> {
  let release = (): void => undefined;
  const done = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/samples/*.xlsx", async (route) => {
    await done;
    await route.continue();
  });
  await page.goto(address);
  await early(page);
  release();
}
