import type { PlanContext } from "../appendix/plan";
import { ReviewSession } from "../review/session";
import type { RuleSettings } from "../rules/rule";
import { EXIT, type CommandContext } from "./console";
import { openNamed, writeOutput } from "./files";

/** What `mark` was asked. */
export interface MarkRequest {
  readonly file: string;
  readonly output: string;
  readonly plan: Partial<PlanContext>;
  readonly settings: RuleSettings;
}

/** Writes a copy of the workbook in which every cell with a finding is marked. */
export async function mark(request: MarkRequest, { console, language }: CommandContext): Promise<number> {
  const workbook = await openNamed(request.file);
  const session = new ReviewSession(workbook, { plan: request.plan, settings: request.settings });
  const cells = await session.showMarks();
  await writeOutput(request.file, request.output, workbook.save({ marks: true }));
  console.out(language === "vi" ? `Đã đánh dấu ${cells} ô → ${request.output}\n` : `Marked ${cells} cells → ${request.output}\n`);
  return EXIT.clean;
}
