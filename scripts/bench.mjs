import { spawnSync } from "node:child_process";
import path from "node:path";
import { buildIfStale, root } from "./build.mjs";

// Runs the benchmarks: all, or those named (`npm run bench -- reading`).
const product = "dist/bench/main.cjs";
await buildIfStale("bench", product);
const { status } = spawnSync(process.execPath, [path.join(root, product), ...process.argv.slice(2)], { stdio: "inherit", cwd: root });
process.exitCode = status ?? 1;
