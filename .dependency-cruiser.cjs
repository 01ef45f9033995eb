/**
 * The house's one rule of direction: imports run downwards only.
 * The list is from the top storey to the ground; a folder may import itself and what stands below it.
 */
const storeys = [
  ["taskpane", "workbench", "commands", "cli"],
  ["review"],
  ["workbook", "province", "template"],
  ["rules"],
  ["appendix"],
  ["text"],
  ["grid"],
];

const upward = storeys.flatMap((storey, index) => {
  const above = storeys.slice(0, index).flat();
  return above.length === 0
    ? []
    : [{
        name: `no-upward-import-from-${storey.join("-")}`,
        comment: "Imports run downwards only: move what is shared to the lower folder.",
        severity: "error",
        from: { path: `^src/(${storey.join("|")})/` },
        to: { path: `^src/(${above.join("|")})/` },
      }];
});

module.exports = {
  forbidden: [
    ...upward,
    {
      name: "no-circular",
      severity: "error",
      comment: "Two files that need each other are one idea, or hide a third.",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "entry-points-do-not-know-each-other",
      severity: "error",
      comment: "The command line stands alone; the pane is the one thing the workbench shows.",
      from: { path: "^src/(taskpane|commands|cli)/" },
      to: { path: "^src/(workbench|cli)/", pathNot: "^src/cli/", },
    },
    {
      name: "pure-engine",
      severity: "error",
      comment: "grid, text, appendix and rules take values and give values: no file, no page, no framework.",
      from: { path: "^src/(grid|text|appendix|rules|province|template)/", pathNot: "\\.test\\.tsx?$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-engine-no-libraries-of-the-edges",
      severity: "error",
      from: { path: "^src/(grid|text|appendix|rules|province|template|review)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "node_modules/(react|react-dom|@fluentui|fflate|saxes|comlink|@microsoft|numfmt)/" },
    },
    {
      name: "only-workbook-file-names-the-xlsx-libraries",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbook/file/|\\.test\\.tsx?$" },
      to: { path: "node_modules/(fflate|saxes|numfmt)/" },
    },
    {
      name: "no-test-in-the-product",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "\\.test\\.tsx?$|^test/" },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    // Packages that name their entries by "exports" only (@fluentui/react-icons/svg/…).
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
