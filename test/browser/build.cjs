const { execFileSync } = require("node:child_process");
const { existsSync, readdirSync, statSync } = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");

/** The time of the newest file under a folder, in milliseconds. */
function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(file) : statSync(file).mtimeMs);
  }
  return time;
}

/** Builds the page unless it is newer than everything that it is made of. */
module.exports = async () => {
  if (process.env.PHULUC_WEB !== undefined) return;
  const index = path.join(root, "dist/web/index.html");
  const sources = ["src", "seeds/appendices"].map((folder) => path.join(root, folder)).filter((folder) => existsSync(folder));
  const files = ["manifest.xml", "webpack.config.js", "scripts/excel.cjs", "scripts/headers.cjs"].map((file) => statSync(path.join(root, file)).mtimeMs);
  if (existsSync(index) && statSync(index).mtimeMs > Math.max(...sources.map(newest), ...files)) return;
  execFileSync(process.execPath, [require.resolve("webpack/bin/webpack.js"), "--mode", "development", "--config-name", "web"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
};
