/** The browser tests: the built workbench in Chromium. `CHROMIUM` names another browser, `PHULUC_WEB` another build. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test/browser"],
  testMatch: ["**/*.browser.test.ts"],
  globalSetup: "<rootDir>/test/browser/build.cjs",
  testTimeout: 60_000,
  maxWorkers: 1,
  transform: { "^.+\\.tsx?$": ["@swc/jest", { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022" } }] },
};
