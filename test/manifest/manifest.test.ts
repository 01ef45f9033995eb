import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { SaxesParser } from "saxes";

const load = createRequire(__filename);
const root = path.resolve(__dirname, "../..");
const { baseUrlOf, manifestFor, DEVELOPMENT_URL, officeFiles } = load("../../scripts/excel.cjs") as {
  baseUrlOf: (text?: string) => string;
  manifestFor: (manifest: string, baseUrl: string) => string;
  DEVELOPMENT_URL: string;
  officeFiles: readonly string[];
};
const text = readFileSync(path.join(root, "manifest.xml"), "utf8");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
  text: string;
}

/** Every element of the manifest in reading order, with the names of those around it. */
function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, parents: open.map((parent) => parent.name), text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += piece;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}

const elements = elementsOf(text);
const named = (name: string): Element[] => elements.filter((element) => element.name === name);
const resources = elements.filter(({ name }) => /^bt:(Image|Url|String)$/.test(name) && !name.includes("Override")).filter(({ attributes }) => "DefaultValue" in attributes);

/** The width and height that a PNG says it has. */
function pixels(file: string): [number, number] {
  const bytes = readFileSync(path.join(root, file));
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** What Microsoft's own reader makes of the manifest. It runs in a process of its own: Jest cannot load what it is made of. */
function readByMicrosoft(): { id?: string; description?: string } {
  const program = `require(${JSON.stringify(require.resolve("office-addin-manifest"))}).OfficeAddinManifest.readManifestFile(process.argv[1]).then((info) => console.log(JSON.stringify(info)))`;
  return JSON.parse(execFileSync(process.execPath, ["-e", program, path.join(root, "manifest.xml")], { encoding: "utf8" })) as { id?: string; description?: string };
}

test("Microsoft's own reader finds what it must", () => {
  const info = readByMicrosoft();
  expect(info).toMatchObject({
    officeAppType: "TaskPaneApp",
    defaultLocale: "vi-VN",
    displayName: "Soát Phụ lục",
    hosts: ["Workbook"],
    permissions: "ReadWriteDocument",
    appDomains: [DEVELOPMENT_URL],
    version: `${version}.0`,
  });
  expect(info.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(info.description!.length).toBeLessThanOrEqual(250);
});

test("the floor is ExcelApi 1.9, what perpetual Office 2021 has", () => {
  expect(named("Set").map(({ attributes }) => attributes)).toEqual([{ Name: "ExcelApi", MinVersion: "1.9" }]);
});

test("the parts stand in the order of the schema", () => {
  expect(elements.filter(({ parents }) => parents.length === 1 && parents[0] === "OfficeApp").map(({ name }) => name)).toEqual([
    "Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides",
  ]);
  expect(elements.filter(({ parents }) => parents.at(-1) === "Resources").map(({ name }) => name)).toEqual(["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"]);
});

test("every resource that is named exists once, and every one that exists is used", () => {
  const ids = resources.map(({ attributes }) => attributes.id!);
  const used = elements.flatMap(({ attributes }) => (attributes.resid === undefined ? [] : [attributes.resid]));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(used)].sort()).toEqual([...ids].sort());
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
});

test.each([
  ["bt:ShortStrings", 125],
  ["bt:LongStrings", 250],
])("%s fit into what Office shows, in both languages", (list, most) => {
  const strings = elements.filter(({ name, parents }) => name === "bt:String" && parents.at(-1) === list);
  expect(strings.length).toBeGreaterThan(0);
  for (const string of strings) {
    const after = elements.slice(elements.indexOf(string) + 1);
    const english = after[0];
    expect(english).toMatchObject({ name: "bt:Override", attributes: { Locale: "en-US" } });
    for (const value of [string.attributes.DefaultValue!, english!.attributes.Value!]) {
      expect(value.length).toBeLessThanOrEqual(most);
      expect(value).toBe(value.normalize("NFC"));
    }
  }
});

test("icons have the pixels that they are asked for in", () => {
  const addressOf = new Map(resources.map(({ attributes }) => [attributes.id, attributes.DefaultValue!]));
  const asked = [
    ...named("bt:Image").filter(({ attributes }) => "size" in attributes).map(({ attributes }) => [addressOf.get(attributes.resid)!, Number(attributes.size)] as const),
    [named("IconUrl")[0]!.attributes.DefaultValue!, 32] as const,
    [named("HighResolutionIconUrl")[0]!.attributes.DefaultValue!, 64] as const,
  ];
  for (const [address, size] of asked) expect([address, pixels(address.slice(DEVELOPMENT_URL.length + 1))]).toEqual([address, [size, size]]);
  // Each place on the ribbon has the three sizes that Office asks for.
  for (const icon of named("Icon")) {
    const sizes = elements.slice(elements.indexOf(icon) + 1, elements.indexOf(icon) + 4).map(({ attributes }) => attributes.size);
    expect(sizes).toEqual(["16", "32", "80"]);
  }
});

/** The files that the build makes, as webpack is told to make them. */
function built(): { pages: string[]; copies: string[] } {
  type Plugin = { constructor: { name: string }; userOptions?: { filename: string }; patterns?: { from: string; to?: string }[] };
  const configs = (load("../../webpack.config.js") as (env: object, argv: object) => { name: string; plugins: Plugin[] }[])({}, {});
  const { plugins } = configs.find(({ name }) => name === "web")!;
  return {
    pages: plugins.flatMap(({ userOptions }) => (userOptions === undefined ? [] : [userOptions.filename])),
    copies: plugins.flatMap(({ patterns }) => (patterns ?? []).map(({ from, to }) => to ?? path.basename(from))),
  };
}

test("every address is a file of the build", () => {
  const { pages, copies } = built();
  expect(copies).toEqual(expect.arrayContaining(["assets", "manifest.xml", ...officeFiles.map((file) => `office-js/${file}`)]));
  const addresses = elements.flatMap(({ attributes }) => Object.values(attributes)).filter((value) => value.startsWith(DEVELOPMENT_URL));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) {
    const file = address.slice(DEVELOPMENT_URL.length + 1);
    if (!file.startsWith("assets/")) expect(pages).toContain(file);
    else expect(pixels(file)[0]).toBeGreaterThan(0);
  }
});

test("every button runs a function that the command page names to Excel", () => {
  const functions = named("FunctionName").map((element) => element.text.trim());
  const source = readFileSync(path.join(root, "src/commands/main.ts"), "utf8");
  expect(functions).toEqual(["checkNow", "clearMarks"]);
  for (const name of functions) expect(source).toContain(`"${name}"`);
});

describe("another address", () => {
  test.each([
    [undefined, DEVELOPMENT_URL],
    ["", DEVELOPMENT_URL],
    ["https://phuluc.example.vn", "https://phuluc.example.vn"],
    ["https://phuluc.example.vn/soat/", "https://phuluc.example.vn/soat"],
    ["https://phuluc.example.vn:8443/a&b/", "https://phuluc.example.vn:8443/a&b"],
  ])("%s is %s", (given, url) => expect(baseUrlOf(given)).toBe(url));

  test.each(["phuluc.example.vn", "http://phuluc.example.vn", "https://phuluc.example.vn/?a=1", "https://phuluc.example.vn/#a"])("%s is refused with a reason", (given) =>
    expect(() => baseUrlOf(given)).toThrow(/https|\?/));

  test("stands in every address of the manifest, and its origin in the application's domain", () => {
    const moved = manifestFor(text, baseUrlOf("https://phuluc.example.vn/a&b/"));
    expect(moved).not.toContain(DEVELOPMENT_URL);
    const now = elementsOf(moved);
    expect(now.find(({ name }) => name === "SourceLocation")!.attributes.DefaultValue).toBe("https://phuluc.example.vn/a&b/taskpane.html");
    expect(now.find(({ name }) => name === "AppDomain")!.text).toBe("https://phuluc.example.vn");
    expect(now).toHaveLength(elements.length);
  });
});
