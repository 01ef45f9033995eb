import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Runs the benchmarks: all, or those named (`npm run bench -- reading`). */
const main = fileURLToPath(new URL("../bench/main.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--import", "tsx", main, ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = status ?? 1;
