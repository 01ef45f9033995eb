#!/usr/bin/env node
// The command line from a clone: builds what is missing or stale, then runs it.
import { createRequire } from "node:module";
import path from "node:path";
import { buildIfStale, root } from "./build.mjs";

const product = "dist/cli/phuluc.cjs";
try {
  await buildIfStale("cli", product);
} catch (failure) {
  process.stderr.write(`phuluc: không dựng được chương trình; chạy "npm ci" rồi thử lại.\n${failure.message}\n`);
  process.exit(2);
}
createRequire(import.meta.url)(path.join(root, product));
