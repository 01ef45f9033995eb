import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const load = createRequire(__filename);
const { headersOf, EXCEL_META_POLICY, EXCEL_PAGES, OFFICE_CDN } = load("../../scripts/headers.cjs") as {
  headersOf: (file: string) => Record<string, string>;
  EXCEL_META_POLICY: string;
  EXCEL_PAGES: readonly string[];
  OFFICE_CDN: string;
};
const guide = readFileSync(path.resolve(__dirname, "../../docs/deploy.md"), "utf8");
const sources = (policy: string, name: string): string[] => policy.split("; ").find((part) => part.startsWith(`${name} `))!.split(" ").slice(1);

test.each(EXCEL_PAGES)("%s takes scripts from its own server and Microsoft's, connects nowhere else, and may stand in Excel on the web", (page) => {
  const policy = headersOf(page)["Content-Security-Policy"]!;
  expect(sources(policy, "script-src")).toEqual(["'self'", OFFICE_CDN]);
  expect(sources(policy, "connect-src")).toEqual(["'self'"]);
  expect(sources(policy, "default-src")).toEqual(["'none'"]);
  expect(sources(policy, "frame-ancestors")).toEqual(expect.arrayContaining(["https://*.officeapps.live.com", "https://*.cloud.microsoft", "https://*.sharepoint.com"]));
  // What stands in the page says the same, but for who may frame it.
  expect(policy.startsWith(EXCEL_META_POLICY)).toBe(true);
  expect(EXCEL_META_POLICY).not.toContain("frame-ancestors");
});

test("the workbench speaks with nobody and is framed by nobody", () => {
  const policy = headersOf("index.html")["Content-Security-Policy"]!;
  expect(sources(policy, "script-src")).toEqual(["'self'"]);
  expect(sources(policy, "frame-ancestors")).toEqual(["'none'"]);
});

test("no file is kept by the browser that may change under its name", () => {
  expect(headersOf("taskpane.1a2b3c4d.js")["Cache-Control"]).toContain("immutable");
  for (const file of ["taskpane.html", "manifest.xml", "office-js/office.js", "assets/icons/phuluc-32.png", "samples/vinh-tuy.xlsx"]) expect(headersOf(file)["Cache-Control"]).toBe("no-cache");
});

test("the guide for deployment says what the server here sends", () => {
  for (const page of ["taskpane.html", "index.html"]) expect(guide).toContain(`Content-Security-Policy: ${headersOf(page)["Content-Security-Policy"]}`);
  for (const page of EXCEL_PAGES) expect(guide).toContain(page);
});
