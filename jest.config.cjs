/** Unit, contract and property tests; the browser tests have a configuration of their own (jest.browser.config.cjs). */
module.exports = {
  testEnvironment: "node",
  // Generous: property tests and made files of 200 MB take their time on a busy machine. No test is about time; `npm run bench` is.
  testTimeout: 120_000,
  roots: ["<rootDir>/src", "<rootDir>/test", "<rootDir>/scripts"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } } },
    ],
  },
};
