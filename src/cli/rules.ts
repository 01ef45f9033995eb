import pc from "picocolors";
import { catalog } from "../rules/catalog";
import { ruleOf } from "../rules/describe";
import { EXIT, UsageError, type CommandContext } from "./console";

/** The error of a rule that is none. */
export function noRule(id: string): UsageError {
  return new UsageError({ vi: `không có quy tắc "${id}"; xem danh sách bằng: phuluc rules`, en: `there is no rule "${id}"; list them with: phuluc rules` });
}

/** Lists every rule, a line each; or explains one, with its examples. */
export function rules(id: string | null, { console, language }: CommandContext): number {
  const paint = pc.createColors(console.colors);
  if (id === null) {
    const width = Math.max(...catalog.map((rule) => rule.id.length));
    for (const rule of catalog) console.out(`${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.title[language]}\n`);
    return EXIT.clean;
  }
  const rule = ruleOf(id);
  if (rule === undefined) throw noRule(id);
  console.out(`${paint.bold(rule.id)}  ${rule.severity}${rule.clarity === null ? "" : `  (rõ ${rule.clarity})`}\n${rule.title[language]}\n\n${rule.explanation[language]}\n${paint.dim(rule.source[language])}\n`);
  for (const example of rule.examples) {
    const verdict = example.flagged.length === 0 ? paint.green("✓") : paint.red("✗");
    console.out(`\n${verdict} ${example.title[language]}${example.flagged.length === 0 ? "" : `  → ${example.flagged.join(", ")}`}\n`);
    for (const row of example.rows) console.out(`    ${row.map((cell) => String(cell ?? "")).join(" | ")}\n`);
  }
  return EXIT.clean;
}
