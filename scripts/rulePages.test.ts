import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { catalog } from "../src/rules/catalog";
import { rulePages } from "./rulePages";

const folder = join(__dirname, "..", "docs", "rules");

const pages = rulePages(catalog);

test("there is a page for each rule and no other (run `npm run docs`)", () => {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  expect(found.map((file) => file.split(sep).join("/")).sort()).toEqual([...pages.keys()].sort());
});

test.each([...pages])("docs/rules/%s says what the rule says (run `npm run docs`)", (path, text) => {
  expect(readFileSync(join(folder, path), "utf8")).toBe(text);
});
