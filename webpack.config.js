const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { DefinePlugin } = require("webpack");
const { version } = require("./package.json");
const { EXCEL_META_POLICY } = require("./scripts/headers.cjs");
const { baseUrlOf, manifestFor, officeFiles } = require("./scripts/excel.cjs");

const officeFolder = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
const src = (file) => path.resolve(__dirname, "src", file);

/** TypeScript by swc: types are checked by `npm run typecheck`, not at every build. */
const rules = [
  {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    loader: "swc-loader",
    options: { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } } },
  },
];
const resolve = { extensions: [".ts", ".tsx", ".js"] };

/** A page that Excel shows or runs; the way to Microsoft's library is the same for all. */
const excelPage = (filename, template, chunk) =>
  new HtmlPlugin({ template: src(template), filename, chunks: ["office", chunk], chunksSortMode: "manual", policy: EXCEL_META_POLICY });

/** The browser pages, in Excel and outside of it: static files only, served by any web server. */
const web = (mode, baseUrl) => ({
  name: "web",
  mode,
  target: "web",
  devtool: mode === "production" ? false : "source-map",
  entry: {
    workbench: src("workbench/index.tsx"),
    office: src("taskpane/excel/office/office.ts"),
    taskpane: { import: src("taskpane/excel/main.tsx"), dependOn: "office" },
    commands: { import: src("commands/main.ts"), dependOn: "office" },
    told: { import: src("commands/told.ts"), dependOn: "office" },
  },
  output: {
    path: path.resolve(__dirname, "dist/web"),
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    assetModuleFilename: "assets/[name].[contenthash:8][ext]",
    clean: true,
  },
  module: { rules },
  resolve,
  performance: { hints: false },
  plugins: [
    new DefinePlugin({ PHULUC_VERSION: JSON.stringify(version) }),
    new HtmlPlugin({ template: src("workbench/index.html"), filename: "index.html", chunks: ["workbench"] }),
    excelPage("taskpane.html", "taskpane/excel/index.html", "taskpane"),
    excelPage("commands.html", "commands/index.html", "commands"),
    excelPage("told.html", "commands/told.html", "told"),
    new CopyPlugin({
      patterns: [
        { from: "seeds/appendices/*.xlsx", to: "samples/[name][ext]", noErrorOnMissing: true },
        { from: "assets", to: "assets", noErrorOnMissing: true, globOptions: { ignore: ["**/*.md", "**/*.svg", "**/assets/*.png"] } },
        { from: "manifest.xml", transform: (manifest) => manifestFor(manifest.toString("utf8"), baseUrl) },
        ...officeFiles.map((file) => ({ from: path.join(officeFolder, file), to: `office-js/${file}`, info: { minimized: true } })),
        { from: path.join(officeFolder, "../LICENSE.md"), to: "office-js/LICENSE.md" },
      ],
    }),
  ],
});

/** The command line: one file for Node, its libraries inside. */
const cli = (mode) => ({
  name: "cli",
  mode: mode === "production" ? "production" : "development",
  target: "node20",
  devtool: false,
  entry: { phuluc: src("cli/main.ts") },
  output: { path: path.resolve(__dirname, "dist/cli"), filename: "[name].cjs", chunkFilename: "[name].cjs", clean: true },
  module: { rules },
  resolve,
  optimization: { minimize: false },
  performance: { hints: false },
});

/** The benchmarks, built like the product: what is measured is what is shipped. The other readers stay outside of the bundle. */
const bench = () => ({
  name: "bench",
  mode: "production",
  target: "node20",
  devtool: false,
  entry: { main: path.resolve(__dirname, "bench/main.ts"), readingChild: path.resolve(__dirname, "bench/readingChild.ts") },
  output: { path: path.resolve(__dirname, "dist/bench"), filename: "[name].cjs", chunkFilename: "[name].cjs", clean: true },
  externals: [({ request }, done) => (/^(exceljs|@e965\/xlsx|read-excel-file)(\/|$)/.test(request) ? done(null, `commonjs ${request}`) : done())],
  module: { rules },
  resolve,
  node: { __dirname: false },
  optimization: { minimize: false },
  performance: { hints: false },
});

/**
 * `--mode` and `--config-name web|cli|bench` of webpack's own command line choose what is built; `--env baseUrl=https://…` (or PHULUC_BASE_URL)
 * says where the pages will be served, for the manifest.
 */
module.exports = (env, argv) => {
  const mode = argv.mode ?? "production";
  return [web(mode, baseUrlOf(env.baseUrl ?? process.env.PHULUC_BASE_URL)), cli(mode), ...(env.bench ? [bench()] : [])];
};
