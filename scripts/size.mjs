#!/usr/bin/env node
// Says what each page of the last build loads first, and fails where that is more than size-budget.json allows.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./build.mjs";

const folder = path.join(root, "dist/web");
const budget = JSON.parse(readFileSync(path.join(root, "size-budget.json"), "utf8"));
let over = 0;
for (const [page, most] of Object.entries(budget)) {
  if (page === "//") continue;
  let html;
  try {
    html = readFileSync(path.join(folder, page), "utf8");
  } catch {
    console.error(`dist/web/${page} chưa có: chạy "npm run build" trước.`);
    process.exit(2);
  }
  const files = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="?([^"\s>]+\.(?:js|css))"?/g)].map(([, file]) => file);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length, 0);
  const fits = files.length > 0 && bytes <= most * 1000;
  if (!fits) over++;
  console.log(`${fits ? "  " : "! "}${page.padEnd(16)} ${(bytes / 1000).toFixed(1).padStart(6)} kB / ${most} kB   ${files.join(", ")}`);
}
if (over > 0) {
  console.error(`${over} trang nặng hơn mức trong size-budget.json: tách phần chưa cần ngay thành trang nạp sau (import()).`);
  process.exit(1);
}
