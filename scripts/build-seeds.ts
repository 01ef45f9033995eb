import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSeeds } from "../seeds/appendices";
import { buildWorkbook } from "../seeds/workbook";

/** Builds the .xlsx of every sample appendix beside its data. */
const folder = fileURLToPath(new URL("../seeds/appendices/", import.meta.url));

async function build(): Promise<void> {
  for (const seed of readSeeds(folder)) {
    const bytes = await buildWorkbook(seed);
    writeFileSync(join(folder, `${seed.name}.xlsx`), bytes);
    console.log(`${seed.name}.xlsx  ${bytes.length} bytes`);
  }
}

build().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
