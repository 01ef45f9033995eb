import { writeFile } from "node:fs/promises";
import type { Reading } from "../appendix/appendix";
import type { PlanContext } from "../appendix/plan";
import { Comparer, heldAgainst } from "../province/compare";
import { failedReport, fileReport, type CheckReport, type FileReport } from "../review/fileReport";
import { Reviewer, type Review } from "../review/reviewer";
import { FileSettings, type SettingDamage } from "../review/settings/fileSettings";
import { optionsOf } from "../review/settings/options";
import { REVIEW_SETTINGS } from "../review/settings/settings";
import type { RuleSettings } from "../rules/rule";
import { EXIT, type CommandContext } from "./console";
import { notWritten, openFile, reasonOf, workbooksOf } from "./files";
import { readSource } from "./source";
import { prettyFailure, prettyFile, prettySummary } from "./pretty";

/** The formats that `check` can print. */
export const FORMATS = ["pretty", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** What `check` was asked. */
export interface CheckRequest {
  readonly files: readonly string[];
  readonly format: Format;
  readonly plan: Partial<PlanContext>;
  readonly settings: RuleSettings;
  /** A file to write the report to instead of the standard output. */
  readonly output: string | null;
  /** The plan above to hold the files against: a workbook, or the name of a bundled one; null for none. */
  readonly against: string | null;
}

/**
 * Checks each file on its own and prints what was found. A file that cannot be read is told on the error stream; the others are still
 * checked.
 * @returns the exit status
 */
export async function check(request: CheckRequest, context: CommandContext): Promise<number> {
  const { console, language } = context;
  const above = request.against === null ? null : await readSource(request.against, context);
  const province = above === null ? {} : { province: (reading: Reading) => heldAgainst(new Comparer(above).compare(reading)) };
  const files = await workbooksOf(request.files);
  const toTerminal = request.output === null;
  const reports: FileReport[] = [];
  const pages: string[] = [];
  let failed = 0;
  let errors = 0;
  for (const [index, file] of files.entries()) {
    if (files.length > 1 && console.interactive) console.err(`\r\u001b[K[${index + 1}/${files.length}] ${file}`);
    let review: Review;
    let damage: readonly SettingDamage[];
    try {
      const workbook = await openFile(file);
      const kept = await FileSettings.read(workbook);
      review = new Reviewer().review(await workbook.readGrids(), optionsOf(kept, { plan: request.plan, settings: request.settings, ...province }));
      damage = kept.damage(REVIEW_SETTINGS);
    } catch (failure) {
      failed++;
      const reason = reasonOf(failure, language);
      if (console.interactive) console.err("\r\u001b[K");
      console.err(`phuluc: ${file}: ${reason}\n`);
      reports.push(failedReport(file, reason));
      pages.push(prettyFailure(file, reason, console.colors && toTerminal));
      continue;
    }
    if (review.findings.some(({ severity }) => severity === "error")) errors++;
    if (request.format === "json") reports.push(fileReport(file, review, language, damage));
    else pages.push(prettyFile(file, review, language, console.colors && toTerminal, damage));
  }
  if (files.length > 1 && console.interactive) console.err("\r\u001b[K");
  const text =
    request.format === "json"
      ? `${JSON.stringify({ version: 1, files: reports } satisfies CheckReport, null, 2)}\n`
      : `${pages.join("\n")}${files.length > 1 ? prettySummary(files.length, errors, failed, language) : ""}`;
  if (request.output === null) console.out(text);
  else
    await writeFile(request.output, text).catch((failure: unknown) => {
      throw notWritten(request.output ?? "", failure);
    });
  if (failed > 0) return EXIT.couldNotRun;
  return errors > 0 ? EXIT.errorsFound : EXIT.clean;
}
