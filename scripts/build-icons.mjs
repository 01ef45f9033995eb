#!/usr/bin/env node
// Draws the icons of the ribbon and of the add-in's entry from their sources: assets/icons/*.svg → *.png, in the sizes that Office asks for.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { root } from "./build.mjs";

const folder = path.join(root, "assets/icons");

/** Office shows 16, 32 and 80 on the ribbon; 32 and 64 stand for the add-in as a whole. Sixteen pixels have a drawing of their own. */
const SIZES = { phuluc: [16, 32, 64, 80], check: [16, 32, 80], clear: [16, 32, 80] };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(SIZES)) {
  for (const size of sizes) {
    const source = readFileSync(path.join(folder, size === 16 ? `${name}-16.svg` : `${name}.svg`), "utf8");
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`);
    writeFileSync(path.join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`assets/icons/${name}-${size}.png`);
  }
}
await browser.close();
