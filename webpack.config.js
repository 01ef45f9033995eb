const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

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

/** The browser pages: static files only, served by any web server. */
const web = (mode) => ({
  name: "web",
  mode,
  target: "web",
  devtool: mode === "production" ? false : "source-map",
  entry: { workbench: src("workbench/index.tsx") },
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
    new HtmlPlugin({ template: src("workbench/index.html"), filename: "index.html", chunks: ["workbench"] }),
    new CopyPlugin({
      patterns: [
        { from: "seeds/appendices/*.xlsx", to: "samples/[name][ext]", noErrorOnMissing: true },
        { from: "assets", to: "assets", noErrorOnMissing: true, globOptions: { ignore: ["**/*.md"] } },
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

/** `--mode` and `--config-name web|cli|bench` of webpack's own command line choose what is built. */
module.exports = (env, argv) => {
  const mode = argv.mode ?? "production";
  return [web(mode), cli(mode), ...(env.bench ? [bench()] : [])];
};
