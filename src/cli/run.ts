import { parseArgs, type ParseArgsConfig } from "node:util";
import { SEVERITIES } from "../grid/mark";
import { SURE } from "../province/match/likeness";
import { ruleOf } from "../rules/describe";
import type { RuleSettings } from "../rules/rule";
import type { Language } from "../text/language";
import { check, FORMATS, type Format } from "./check";
import { EXIT, UsageError, type CommandContext, type Console } from "./console";
import { readPlanFile, reasonOf } from "./files";
import { fill } from "./fill";
import { fix } from "./fix";
import { mark } from "./mark";
import { rules } from "./rules";
import { template } from "./template";

const USAGE = `phuluc: soát phụ lục kế hoạch cấp xã

  phuluc check  FILE… [--context PLAN.json] [--against PROVINCE.xlsx] [--format pretty|json] [--output F] [--rule ID=off|info|warning|error]
  phuluc fix    FILE -o OUT.xlsx [--context PLAN.json] [--rule ID]… [--dry-run]
  phuluc mark   FILE -o OUT.xlsx [--context PLAN.json] [--rule ID=off|…]
  phuluc fill   FILE --from PROVINCE.xlsx -o OUT.xlsx [--min-score 0.85] [--dry-run] [--format pretty|json] [--context PLAN.json]
  phuluc template NAME|FORM.json -o OUT.xlsx [--context PLAN.json]
  phuluc rules  [ID]

  FILE là tệp .xlsx hoặc thư mục chứa các tệp .xlsx. --lang en: thông báo bằng tiếng Anh.
  PROVINCE.xlsx là kế hoạch của cấp trên, hoặc tên một nguồn đi kèm: quoc-gia, phu-tho, hai-phong.
  Kết thúc với 0: không có lỗi; 1: có lỗi; 2: không chạy được (lý do ghi ở stderr).
`;

const OPTIONS = {
  context: { type: "string" },
  format: { type: "string" },
  output: { type: "string", short: "o" },
  rule: { type: "string", multiple: true },
  against: { type: "string" },
  from: { type: "string" },
  "min-score": { type: "string" },
  "dry-run": { type: "boolean" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} satisfies ParseArgsConfig["options"];

/**
 * The whole command line.
 * @param argv the arguments after the program's name
 * @returns the exit status: 0 no finding of severity error, 1 at least one, 2 could not run
 */
export async function run(argv: readonly string[], console: Console): Promise<number> {
  try {
    const { values, positionals } = parse(argv);
    const [command, ...names] = positionals;
    if (values.help === true || command === undefined || command === "help") {
      (command === undefined && values.help !== true ? console.err : console.out)(USAGE);
      return values.help === true || command === "help" ? EXIT.clean : EXIT.couldNotRun;
    }
    const context: CommandContext = { console, language: language(values.lang) };
    const plan = values.context === undefined ? {} : await readPlanFile(values.context, context.language);
    switch (command) {
      case "check":
        return await check({ files: names, format: format(values.format), plan, settings: settings(values.rule), output: values.output ?? null, against: values.against ?? null }, context);
      case "fix": {
        const ids = (values.rule ?? []).map(knownRule);
        const dry = values["dry-run"] === true;
        return await fix({ file: single(command, names), output: dry ? null : output(command, values.output), plan, rules: ids }, context);
      }
      case "mark":
        return await mark({ file: single(command, names), output: output(command, values.output), plan, settings: settings(values.rule) }, context);
      case "fill": {
        if (values.from === undefined) throw new UsageError("lệnh fill cần --from PROVINCE.xlsx: kế hoạch của cấp trên.");
        const shown = format(values.format);
        const dry = values["dry-run"] === true;
        return await fill({ file: single(command, names), from: values.from, output: dry ? null : output(command, values.output), least: least(values["min-score"]), json: shown === "json", plan }, context);
      }
      case "template":
        return await template({ name: names[0] ?? null, output: values.output ?? null, plan }, context);
      case "rules":
        return rules(names[0] ?? null, context);
      default:
        throw new UsageError(`không có lệnh "${command}"; các lệnh: check, fix, fill, mark, template, rules.`);
    }
  } catch (failure) {
    console.err(`phuluc: ${failure instanceof UsageError ? failure.message : reasonOf(failure, "vi")}\n`);
    return EXIT.couldNotRun;
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (failure) {
    const name = /'(-[^'\s]*)/.exec(failure instanceof Error ? failure.message : "")?.[1];
    throw new UsageError(`không hiểu tham số ${name ?? ""}; xem: phuluc --help`);
  }
}

function language(name: string | undefined): Language {
  if (name === undefined || name === "vi") return "vi";
  if (name === "en") return "en";
  throw new UsageError(`--lang ${name}: chỉ có vi và en.`);
}

function format(name: string | undefined): Format {
  if (name === undefined) return "pretty";
  const known = FORMATS.find((candidate) => candidate === name);
  if (known === undefined) throw new UsageError(`--format ${name}: chỉ có ${FORMATS.join(", ")}.`);
  return known;
}

/** "0.85", "0,85"; the score from which a match is sure by default. */
function least(text: string | undefined): number {
  if (text === undefined) return SURE;
  const score = Number(text.replace(",", "."));
  if (text.trim() === "" || !(score >= 0 && score <= 1)) throw new UsageError(`--min-score ${text}: viết một số từ 0 đến 1, ví dụ 0.85.`);
  return score;
}

function single(command: string, names: readonly string[]): string {
  const [file, ...more] = names;
  if (file === undefined || more.length > 0) throw new UsageError(`lệnh ${command} cần đúng một tệp: phuluc ${command} FILE.xlsx -o OUT.xlsx`);
  return file;
}

function output(command: string, name: string | undefined): string {
  if (name === undefined) throw new UsageError(`lệnh ${command} cần -o OUT.xlsx để ghi kết quả (tệp gốc không bị ghi đè).`);
  return name;
}

function knownRule(id: string): string {
  if (ruleOf(id) === undefined) throw new UsageError(`không có quy tắc "${id}"; xem danh sách bằng: phuluc rules`);
  return id;
}

/** "--rule ID=off" and the like. */
function settings(pairs: readonly string[] | undefined): RuleSettings {
  const result: Record<string, RuleSettings[string]> = {};
  for (const pair of pairs ?? []) {
    const [id = "", level = ""] = pair.split("=", 2);
    const severity = level === "off" ? "off" : SEVERITIES.find((candidate) => candidate === level);
    if (severity === undefined) throw new UsageError(`--rule ${pair}: viết là ID=off, ID=info, ID=warning hoặc ID=error.`);
    result[knownRule(id)] = severity;
  }
  return result;
}
