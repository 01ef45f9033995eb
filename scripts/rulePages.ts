import { parseAddress } from "../src/grid/address";
import { parseArea, type Area } from "../src/grid/area";
import { columnName } from "../src/grid/address";
import { displayText, gridFromRows, type Grid } from "../src/grid/grid";
import { correctPlan } from "../src/appendix/plan";
import { readAppendices } from "../src/appendix/reader/readAppendices";
import { heldOfExample } from "../src/rules/heldAgainst";
import { describe } from "../src/rules/describe";
import { check } from "../src/rules/engine";
import type { Example, Finding, Rule } from "../src/rules/rule";
import type { Language } from "../src/text/language";

const SEVERITY: Record<Rule["severity"], Record<Language, string>> = {
  error: { vi: "lỗi", en: "error" },
  warning: { vi: "cảnh báo", en: "warning" },
  info: { vi: "thông tin", en: "information" },
};

const NOTICE = "<!-- Made by `npm run docs` from the rule's own metadata; do not edit. -->";

/**
 * Every page of the rules' documentation, from the rules' own metadata: one page a rule and an index.
 * @returns file contents by path below `docs/rules/` ("numbering/gap.md", "README.md").
 */
export function rulePages(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map([["README.md", indexPage(rules)], ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const)]);
}

function indexPage(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, clarity, title }) => `| [${id}](${id}.md) | ${title.vi} | ${title.en} | ${SEVERITY[severity].vi} | ${clarity === null ? "" : `rõ ${clarity}`} |`);
  return [
    NOTICE,
    "# Các quy tắc · The rules",
    "",
    `Soát Phụ lục có ${rules.length} quy tắc. Mức độ ở đây là mức mặc định; trong khung bên và trên dòng lệnh có thể đổi hoặc tắt từng quy tắc.`,
    "",
    `Soát Phụ lục has ${rules.length} rules. The severity is the default one; each rule can be set otherwise, or switched off, in the pane and on the command line.`,
    "",
    "| | | | mức độ · severity | 6 rõ |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function rulePage(rule: Rule): string {
  const clarity = rule.clarity === null ? "" : ` · rõ ${rule.clarity}`;
  return [
    NOTICE,
    `# ${rule.title.vi} · ${rule.title.en}`,
    "",
    `\`${rule.id}\` · ${SEVERITY[rule.severity].vi} (${SEVERITY[rule.severity].en})${clarity}`,
    "",
    rule.explanation.vi,
    "",
    rule.explanation.en,
    "",
    `Nguồn: ${rule.source.vi}.`,
    "",
    `Source: ${rule.source.en}.`,
    ...rule.examples.flatMap((example) => exampleLines(rule, example)),
    "",
  ].join("\n");
}

function exampleLines(rule: Rule, example: Example): string[] {
  const lines = ["", `## ${example.flagged.length > 0 ? "✗" : "✓"} ${example.title.vi} · ${example.title.en}`, ""];
  if (example.plan !== undefined) lines.push(`Kế hoạch · plan: ${Object.values(example.plan).filter((known) => known !== null).join(", ")}`, "");
  if (example.province !== undefined) lines.push("Cấp trên · the plan above:", "", ...example.province.map(aboveLine), "");
  lines.push(...tableLines(gridOf(example), new Set(example.flagged)));
  const findings = findingsOf(rule, example);
  if (findings.length > 0) lines.push("");
  for (const finding of findings) lines.push(`- **${finding.cell}** ${describe(finding, "vi")}`, `  <br>${describe(finding, "en")}`);
  if (example.fixed !== undefined) lines.push("", "Sau khi sửa · mended:", "", ...tableLines(gridFromRows(example.fixed), new Set()));
  return lines;
}

/** A row of the plan above: its name, and its values or its time. */
function aboveLine({ name, values = [], deadline }: NonNullable<Example["province"]>[number]): string {
  const said = deadline ?? values.map(({ period, text }) => (period === undefined ? text : `${period}: ${text}`)).join("; ");
  return `- ${name}: ${said}`;
}

function gridOf(example: Example): Grid {
  const merges = example.merges?.map((text) => parseArea(text)).filter((area): area is Area => area !== null);
  return gridFromRows(example.rows, merges === undefined ? {} : { merges });
}

function findingsOf(rule: Rule, example: Example): readonly Finding[] {
  const reading = readAppendices([gridOf(example)]);
  const province = example.province === undefined ? null : heldOfExample(example.province, reading);
  return check({ ...reading, plan: correctPlan(reading.plan, example.plan ?? {}) }, {}, [rule], province);
}

/** The grid as a Markdown table with the sheet's column letters and row numbers; flagged cells carry a sign. */
function tableLines(grid: Grid, flagged: ReadonlySet<string>): string[] {
  const positions = [...flagged].map((cell) => parseAddress(cell)).filter((position) => position !== null);
  const width = Math.max(1, ...grid.values.map((row) => row.length), ...positions.map(({ column }) => column + 1));
  const columns = Array.from({ length: width }, (_, column) => columnName(column));
  const rows = grid.values.map((row, index) => {
    const cells = columns.map((name, column) => {
      const text = displayText(row[column] ?? null).replace(/\|/g, "\\|").replace(/\n/g, "<br>");
      return flagged.has(`${name}${index + 1}`) ? `⚠️ **${text}**`.replace(" ****", "") : text;
    });
    return `| ${index + 1} | ${cells.join(" | ")} |`;
  });
  return [`| | ${columns.join(" | ")} |`, `|---|${columns.map(() => "---|").join("")}`, ...rows];
}
