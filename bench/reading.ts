import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ReadingResult } from "./readingChild";
import { vietnameseWorkbook } from "./vietnameseWorkbook";

const ROWS = [1_000, 10_000, 50_000];
const READERS = ["phuluc", "exceljs", "@e965/xlsx", "read-excel-file"];

/** Reads the same files with our reader and three others, each in a process of its own; prints times, ratios and peak memory. */
export function run(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "phuluc-bench-"));
  try {
    const bare = measure("bare", "");
    print(`Reading .xlsx: 10 columns of Vietnamese text, best of 3 in one process each; memory is the peak over a bare process (${Math.round(bare.peak)} MB)`);
    for (const rows of ROWS) {
      const bytes = vietnameseWorkbook(rows);
      const file = path.join(folder, `${rows}.xlsx`);
      writeFileSync(file, bytes);
      print(`${rows.toLocaleString("en")} rows, ${rows * 10} cells, ${Math.round(bytes.length / 1024)} kB`);
      let ours = 0;
      for (const reader of READERS) {
        const { ms, cells, peak } = measure(reader, file);
        const time = ms ?? NaN;
        if (reader === "phuluc") ours = time;
        print(
          `  ${reader.padEnd(16)}${time.toFixed(0).padStart(6)} ms  ${Math.round(cells / time).toLocaleString("en").padStart(6)} k cells/s  ` +
            `${(time / ours).toFixed(1).padStart(5)} x  +${Math.round(peak - bare.peak).toString().padStart(4)} MB  ${cells} cells`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return Promise.resolve();
}

function measure(reader: string, file: string): ReadingResult {
  const child = path.join(__dirname, "readingChild.cjs");
  return JSON.parse(execFileSync(process.execPath, [child, reader, file], { encoding: "utf8" })) as ReadingResult;
}
