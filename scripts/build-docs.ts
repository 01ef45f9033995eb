/** Writes docs/rules/: a page a rule and an index, from the rules' own metadata. Pages of rules that are gone are taken away. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { catalog } from "../src/rules/catalog";
import { rulePages } from "./rulePages";

const folder = join(__dirname, "..", "docs", "rules");

rmSync(folder, { recursive: true, force: true });
for (const [path, text] of rulePages(catalog)) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
