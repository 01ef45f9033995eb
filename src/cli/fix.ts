import { isRowRemoval } from "../grid/edit";
import { planFixes } from "../review/fixPlan";
import { Reviewer } from "../review/reviewer";
import { ReviewSession } from "../review/session";
import { EXIT, type CommandContext } from "./console";
import { openFile, writeOutput } from "./files";
import { editLines } from "./pretty";

/** What `fix` was asked. */
export interface FixRequest {
  readonly file: string;
  /** Null on a dry run. */
  readonly output: string | null;
  /** Only these rules; all that can mend when empty. */
  readonly rules: readonly string[];
}

/** Mends what can safely be mended, prints every change, and writes the result to another file; on a dry run only prints. */
export async function fix(request: FixRequest, { console, language }: CommandContext): Promise<number> {
  const workbook = await openFile(request.file, language);
  const review = new Reviewer().review(await workbook.readGrids());
  const plan = planFixes(review, ({ ruleId }) => request.rules.length === 0 || request.rules.includes(ruleId));
  for (const batch of plan.batches) {
    for (const edit of batch) console.out(`${edit.sheet}!${editLines([edit], language).join("")}\n`);
  }
  const cells = plan.batches.flat().filter((edit) => !isRowRemoval(edit)).length;
  const rows = plan.batches.flat().length - cells;
  if (request.output === null) {
    console.out(language === "vi" ? `Sẽ sửa ${cells} ô, bỏ ${rows} hàng. Chưa ghi gì.\n` : `Would change ${cells} cells and remove ${rows} rows. Nothing was written.\n`);
    return EXIT.clean;
  }
  const { report } = await new ReviewSession(workbook).applyFix(plan);
  await writeOutput(request.file, request.output, workbook.save(), language);
  for (const { edit, found } of report.skipped) {
    const where = isRowRemoval(edit) ? `${edit.sheet}!${edit.removeRow}` : `${edit.sheet}!${edit.cell}`;
    console.err(language === "vi" ? `phuluc: ${where}: để nguyên, ô đang chứa “${found}”.\n` : `phuluc: ${where}: left alone, the cell holds “${found}”.\n`);
  }
  console.out(language === "vi" ? `Đã sửa ${cells} ô, bỏ ${rows} hàng → ${request.output}\n` : `Changed ${cells} cells, removed ${rows} rows → ${request.output}\n`);
  return EXIT.clean;
}
