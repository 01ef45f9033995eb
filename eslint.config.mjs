import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Folders that take values and give values: the date, the page and the console are arguments there, not globals. */
const pure = ["src/grid/**", "src/text/**", "src/appendix/**", "src/rules/**", "src/province/**", "src/template/**"];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts", "**/*.tsx"] })),
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      eqeqeq: ["error", "always"],
      "no-console": "error",
    },
  },
  {
    files: pure.map((folder) => `${folder}/*.ts`),
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", "window", "document", "process", "Office", "Excel", "setTimeout", "fetch"],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The engine has no clock: take the date as an argument." },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "The engine has no clock: take the date as an argument." },
      ],
    },
  },
  { files: ["src/taskpane/**/*.tsx", "src/workbench/**/*.tsx"], ...reactHooks.configs.flat["recommended-latest"] },
  { files: ["**/*.cjs", "webpack.config.js"], languageOptions: { sourceType: "commonjs", globals: { module: "writable", require: "readonly", __dirname: "readonly", process: "readonly" } } },
  { files: ["scripts/**", "bench/**"], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", Buffer: "readonly", performance: "readonly", setTimeout: "readonly" } }, rules: { "no-console": "off" } },
  { files: ["src/cli/**"], rules: { "no-console": "off" } },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "test/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off", "@typescript-eslint/no-floating-promises": "error" },
  },
);
