import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** The project's root, whatever the current folder is. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** What a build is made of: when one of these is younger than the build, the build is stale. */
const SOURCES = ["src", "seeds", "assets", "bench", "manifest.xml", "scripts/excel.cjs", "scripts/headers.cjs", "webpack.config.js", "package-lock.json"];

/**
 * Builds one of the two products unless it is there and younger than its sources.
 * @param {"web" | "cli" | "bench"} name the configuration in webpack.config.js
 * @param {string} product a file of the build, from the root; its age is the build's
 * @throws when the build fails; the message holds webpack's own errors
 */
export async function buildIfStale(name, product) {
  if (youngest(path.join(root, product)) > Math.max(...SOURCES.map((source) => youngest(path.join(root, source))))) return;
  const webpack = require("webpack");
  const configs = require(path.join(root, "webpack.config.js"))({ bench: name === "bench" }, { mode: "production" });
  const config = configs.find((candidate) => candidate.name === name);
  await new Promise((resolve, reject) => {
    const compiler = webpack(config);
    compiler.run((failure, stats) => {
      compiler.close(() => {
        if (failure) reject(failure);
        else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true, colors: false })));
        else resolve(undefined);
      });
    });
  });
}

/** The latest change (ms) of a file or of anything in a folder; 0 when it is not there. Tests do not count: they are in no build. */
function youngest(target) {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(target) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(target).map((entry) => youngest(path.join(target, entry))));
}
