import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pasteSeed } from "./paste";
import { pasteSchema, seedSchema, type Seed } from "./schema";

/**
 * Reads every sample of a folder; a pasted one is made from the sample that it copies.
 * @param folder the folder of the .json files.
 * @returns the samples in order of their names.
 * @throws Error naming the file that is not as the schema says.
 */
export function readSeeds(folder: string): readonly Seed[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
  const files = new Map(names.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as unknown]));
  const seeds: Seed[] = [];
  for (const [name, data] of files) {
    try {
      if (typeof data === "object" && data !== null && "pasteOf" in data) {
        const paste = pasteSchema.parse(data);
        seeds.push(pasteSeed(paste, seedSchema.parse(files.get(paste.pasteOf))));
      } else seeds.push(seedSchema.parse(data));
    } catch (error) {
      throw new Error(`${name}.json: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    if (seeds[seeds.length - 1]?.name !== name) throw new Error(`${name}.json: "name" must be the file's own name`);
  }
  return seeds;
}
