import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BAD, ODD } from "../test/workbook/oddFiles";
import type { ReadingResult } from "./readingChild";

/** The figures to keep for any file, however odd. */
const WANTED = { ms: 1000, mb: 200 };

/** Opens every bad and every odd file in a process of its own; prints the time until it is refused or read, and the memory. */
export function run(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "phuluc-bench-"));
  try {
    const files: [string, () => Uint8Array][] = [...BAD.map(([name, , make]): [string, () => Uint8Array] => [name, make]), ...Object.entries(ODD)];
    let slowest = 0;
    let largest = 0;
    for (const [name, make] of files) {
      const file = path.join(folder, "odd.xlsx");
      writeFileSync(file, make());
      const child = path.join(__dirname, "readingChild.cjs");
      const { ms, peak, bare } = JSON.parse(execFileSync(process.execPath, [child, "odd", file], { encoding: "utf8" })) as ReadingResult;
      slowest = Math.max(slowest, ms ?? 0);
      largest = Math.max(largest, peak - bare);
      print(`  ${name.padEnd(44)}${(ms ?? NaN).toFixed(0).padStart(6)} ms  +${Math.round(peak - bare).toString().padStart(4)} MB`);
    }
    const reached = slowest <= WANTED.ms && largest <= WANTED.mb;
    print(`${reached ? "ok  " : "MISS"}  bad and odd files: at most ${slowest.toFixed(0)} ms and ${Math.round(largest)} MB (wanted <= ${WANTED.ms} ms and ${WANTED.mb} MB)`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return Promise.resolve();
}
