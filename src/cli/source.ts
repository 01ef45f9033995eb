import { stat } from "node:fs/promises";
import path from "node:path";
import { bundledNames } from "../province/bundled";
import type { ProvincialPlan } from "../province/plan";
import { problemText } from "../province/problems";
import { bundledPlan, planOfGrids } from "../review/province";
import type { Language } from "../text/language";
import { UsageError, type CommandContext } from "./console";
import { openFile } from "./files";

/**
 * The plan above that an argument names: a workbook, or one of those that come with the product. What is wrong with it is told on the error
 * stream, a line each.
 * @throws UsageError when there is neither a file nor a bundled plan of this name, or it sets nothing
 */
export async function readSource(name: string, { console, language }: CommandContext): Promise<ProvincialPlan> {
  const plan = bundledPlan(name) ?? (await planOfFile(name, language));
  for (const problem of plan.problems) {
    const said = problemText(problem)[language];
    if (problem.kind === "no-appendix" || problem.kind === "no-rows") throw new UsageError(`${name}: ${said}`);
    console.err(`phuluc: ${name}: ${said}\n`);
  }
  return plan;
}

async function planOfFile(name: string, language: Language): Promise<ProvincialPlan> {
  const entry = await stat(name).catch(() => null);
  if (entry === null && /\.xls[xmb]?$/i.test(name)) throw new UsageError(`${name}: ${language === "vi" ? "không có tệp này; xem lại đường dẫn." : "there is no such file; check the path."}`);
  if (entry === null) {
    const known = bundledNames().map(({ id, title }) => `${id} (${title[language]})`).join("; ");
    throw new UsageError(`không có tệp "${name}", cũng không có nguồn đi kèm nào tên như vậy; các nguồn đi kèm: ${known}.`);
  }
  try {
    const workbook = await openFile(name, language);
    return planOfGrids(path.basename(name), await workbook.readGrids());
  } catch (failure) {
    throw new UsageError(`${name}: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}
