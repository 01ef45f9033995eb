import { parseArgs, type ParseArgsConfig } from "node:util";
import { SEVERITIES } from "../grid/mark";
import { SURE } from "../province/match/likeness";
import { ruleOf } from "../rules/describe";
import type { RuleSettings } from "../rules/rule";
import type { Language, Localized } from "../text/language";
import { check, FORMATS, type Format } from "./check";
import { EXIT, UsageError, type CommandContext, type Console } from "./console";
import { readPlanFile, reasonOf } from "./files";
import { fill } from "./fill";
import { fix } from "./fix";
import { mark } from "./mark";
import { noRule, rules } from "./rules";
import { template } from "./template";

const COMMANDS = `
  phuluc check  FILE… [--context PLAN.json] [--against PROVINCE.xlsx] [--format pretty|json] [--output F] [--rule ID=off|info|warning|error]
  phuluc fix    FILE -o OUT.xlsx [--context PLAN.json] [--rule ID]… [--dry-run]
  phuluc mark   FILE -o OUT.xlsx [--context PLAN.json] [--rule ID=off|…]
  phuluc fill   FILE --from PROVINCE.xlsx -o OUT.xlsx [--min-score 0.85] [--dry-run] [--format pretty|json] [--context PLAN.json]
  phuluc template NAME|FORM.json -o OUT.xlsx [--context PLAN.json]
  phuluc rules  [ID]

`;

const USAGE: Localized = {
  vi: `phuluc: soát phụ lục kế hoạch cấp xã

${COMMANDS}
  FILE là tệp .xlsx hoặc thư mục chứa các tệp .xlsx. --lang en: thông báo bằng tiếng Anh.
  PROVINCE.xlsx là kế hoạch của cấp trên, hoặc tên một nguồn đi kèm: quoc-gia, phu-tho, hai-phong.
  Kết thúc với 0: không có lỗi; 1: có lỗi; 2: không chạy được (lý do ghi ở stderr).
`,
  en: `phuluc: checks the appendices of communes' plans

${COMMANDS}
  FILE is an .xlsx file, or a folder of .xlsx files. --lang en: messages in English.
  PROVINCE.xlsx is the plan above, or the name of a bundled source: quoc-gia, phu-tho, hai-phong.
  Ends with 0: no error found; 1: errors found; 2: could not run (the reason goes to stderr).
`,
};

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
  const wanted = languageAsked(argv);
  try {
    const { values, positionals } = parse(argv);
    const [command, ...names] = positionals;
    if (values.help === true || command === undefined || command === "help") {
      (command === undefined && values.help !== true ? console.err : console.out)(USAGE[wanted]);
      return values.help === true || command === "help" ? EXIT.clean : EXIT.couldNotRun;
    }
    const context: CommandContext = { console, language: language(values.lang) };
    const plan = values.context === undefined ? {} : await readPlanFile(values.context);
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
        if (values.from === undefined) throw new UsageError({ vi: "lệnh fill cần --from PROVINCE.xlsx: kế hoạch của cấp trên.", en: "the command fill needs --from PROVINCE.xlsx: the plan above." });
        const shown = format(values.format);
        const dry = values["dry-run"] === true;
        return await fill({ file: single(command, names), from: values.from, output: dry ? null : output(command, values.output), least: least(values["min-score"]), json: shown === "json", plan }, context);
      }
      case "template":
        return await template({ name: names[0] ?? null, output: values.output ?? null, plan }, context);
      case "rules":
        return rules(names[0] ?? null, context);
      default:
        throw new UsageError({ vi: `không có lệnh "${command}"; các lệnh: check, fix, fill, mark, template, rules.`, en: `there is no command "${command}"; the commands: check, fix, fill, mark, template, rules.` });
    }
  } catch (failure) {
    console.err(`phuluc: ${reasonOf(failure, wanted)}\n`);
    return EXIT.couldNotRun;
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (failure) {
    const { code, message = "" }: { code?: unknown; message?: string } = typeof failure === "object" && failure !== null ? failure : {};
    const name = /'(-[^'\s,]*)/.exec(message)?.[1] ?? "";
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
      throw new UsageError({ vi: `tham số ${name} thiếu giá trị đi kèm, hoặc không nhận giá trị; xem: phuluc --help`, en: `${name} lacks its value, or takes none; see: phuluc --help --lang en` });
    }
    throw new UsageError({ vi: `không hiểu tham số ${name}; xem: phuluc --help`, en: `the option ${name} is not understood; see: phuluc --help --lang en` });
  }
}

/** The language to tell in that the rest cannot be understood: as it stands among the arguments, whatever is wrong with them. */
function languageAsked(argv: readonly string[]): Language {
  const at = argv.lastIndexOf("--lang");
  return argv.includes("--lang=en") || (at >= 0 && argv[at + 1] === "en") ? "en" : "vi";
}

function language(name: string | undefined): Language {
  if (name === undefined || name === "vi") return "vi";
  if (name === "en") return "en";
  throw new UsageError({ vi: `--lang ${name}: chỉ có vi và en.`, en: `--lang ${name}: there are vi and en only.` });
}

function format(name: string | undefined): Format {
  if (name === undefined) return "pretty";
  const known = FORMATS.find((candidate) => candidate === name);
  if (known === undefined) throw new UsageError({ vi: `--format ${name}: chỉ có ${FORMATS.join(", ")}.`, en: `--format ${name}: there are ${FORMATS.join(", ")} only.` });
  return known;
}

/** "0.85", "0,85"; the score from which a match is sure by default. */
function least(text: string | undefined): number {
  if (text === undefined) return SURE;
  const score = Number(text.replace(",", "."));
  if (text.trim() === "" || !(score >= 0 && score <= 1)) throw new UsageError({ vi: `--min-score ${text}: viết một số từ 0 đến 1, ví dụ 0.85.`, en: `--min-score ${text}: write a number from 0 to 1, such as 0.85.` });
  return score;
}

function single(command: string, names: readonly string[]): string {
  const [file, ...more] = names;
  if (file === undefined || more.length > 0) {
    throw new UsageError({ vi: `lệnh ${command} cần đúng một tệp: phuluc ${command} FILE.xlsx -o OUT.xlsx`, en: `the command ${command} needs exactly one file: phuluc ${command} FILE.xlsx -o OUT.xlsx` });
  }
  return file;
}

function output(command: string, name: string | undefined): string {
  if (name === undefined) {
    throw new UsageError({ vi: `lệnh ${command} cần -o OUT.xlsx để ghi kết quả (tệp gốc không bị ghi đè).`, en: `the command ${command} needs -o OUT.xlsx to write to (the original is never written over).` });
  }
  return name;
}

function knownRule(id: string): string {
  if (ruleOf(id) === undefined) throw noRule(id);
  return id;
}

/** "--rule ID=off" and the like. */
function settings(pairs: readonly string[] | undefined): RuleSettings {
  const result: Record<string, RuleSettings[string]> = {};
  for (const pair of pairs ?? []) {
    const [id = "", level = ""] = pair.split("=", 2);
    const severity = level === "off" ? "off" : SEVERITIES.find((candidate) => candidate === level);
    if (severity === undefined) throw new UsageError({ vi: `--rule ${pair}: viết là ID=off, ID=info, ID=warning hoặc ID=error.`, en: `--rule ${pair}: write ID=off, ID=info, ID=warning or ID=error.` });
    result[knownRule(id)] = severity;
  }
  return result;
}
