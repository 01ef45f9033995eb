import { isRowRemoval } from "../grid/edit";
import type { PlanContext } from "../appendix/plan";
import { planFixes } from "../review/fixPlan";
import { Reviewer } from "../review/reviewer";
import { ReviewSession } from "../review/session";
import { FileSettings } from "../review/settings/fileSettings";
import { optionsOf } from "../review/settings/options";
import { SKIP_REASONS } from "../review/skipReasons";
import type { Finding } from "../rules/rule";
import { EXIT, type CommandContext } from "./console";
import { openNamed, writeOutput } from "./files";
import { editLine } from "./pretty";

/** What `fix` was asked. */
export interface FixRequest {
  readonly file: string;
  /** Null on a dry run. */
  readonly output: string | null;
  readonly plan: Partial<PlanContext>;
  /** Only these rules; all that can mend when empty. */
  readonly rules: readonly string[];
}

/** Joining a row that was cut brings whole texts together, which may then be mended in their turn. */
const MAX_PASSES = 4;

/**
 * Mends what can safely be mended, prints every change, and writes the result to another file. A dry run does the same in memory and
 * writes nothing.
 */
export async function fix(request: FixRequest, { console, language }: CommandContext): Promise<number> {
  const workbook = await openNamed(request.file);
  const session = new ReviewSession(workbook, { plan: request.plan });
  const options = optionsOf(await FileSettings.read(workbook), { plan: request.plan });
  const wanted = ({ ruleId }: Finding): boolean => request.rules.length === 0 || request.rules.includes(ruleId);
  let cells = 0;
  let rows = 0;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const plan = planFixes(new Reviewer().review(await workbook.readGrids(), options), wanted, options);
    if (plan.batches.length === 0) break;
    const { report } = await session.applyFix(plan);
    for (const edit of report.applied) {
      console.out(`${editLine(edit, language)}\n`);
      if (isRowRemoval(edit)) rows++;
      else cells++;
    }
    for (const { edit, reason } of report.skipped) {
      const why = SKIP_REASONS[reason][language];
      console.err(`phuluc: ${editLine(edit, language)}: ${language === "vi" ? "để nguyên" : "left alone"}, ${why}.\n`);
    }
    if (report.applied.length === 0) break;
  }
  if (request.output === null) {
    console.out(language === "vi" ? `Sẽ sửa ${cells} ô, bỏ ${rows} hàng. Chưa ghi gì.\n` : `Would change ${cells} cells and remove ${rows} rows. Nothing was written.\n`);
    return EXIT.clean;
  }
  await writeOutput(request.file, request.output, workbook.save());
  console.out(language === "vi" ? `Đã sửa ${cells} ô, bỏ ${rows} hàng → ${request.output}\n` : `Changed ${cells} cells, removed ${rows} rows → ${request.output}\n`);
  return EXIT.clean;
}
