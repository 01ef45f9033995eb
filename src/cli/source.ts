import { stat } from "node:fs/promises";
import path from "node:path";
import { bundledNames } from "../province/bundled";
import type { ProvincialPlan } from "../province/plan";
import { problemText } from "../province/problems";
import { bundledPlan, planOfGrids } from "../review/province";
import type { Language } from "../text/language";
import { UsageError, type CommandContext } from "./console";
import { aboutFile, openFile, under } from "./files";

/**
 * The plan above that an argument names: a workbook, or one of those that come with the product. What is wrong with it is told on the error
 * stream, a line each.
 * @throws UsageError when there is neither a file nor a bundled plan of this name, or it sets nothing
 */
export async function readSource(name: string, { console, language }: CommandContext): Promise<ProvincialPlan> {
  const plan = bundledPlan(name) ?? (await planOfFile(name));
  for (const problem of plan.problems) {
    const said = under(name, problemText(problem));
    if (problem.kind === "no-appendix" || problem.kind === "no-rows") throw new UsageError(said);
    console.err(`phuluc: ${said[language]}\n`);
  }
  return plan;
}

async function planOfFile(name: string): Promise<ProvincialPlan> {
  const entry = await stat(name).catch(() => null);
  if (entry === null && !/\.xls[xmb]?$/i.test(name)) {
    const known = (language: Language): string => bundledNames().map(({ id, title }) => `${id} (${title[language]})`).join("; ");
    throw new UsageError({
      vi: `không có tệp "${name}", cũng không có nguồn đi kèm nào tên như vậy; các nguồn đi kèm: ${known("vi")}.`,
      en: `there is no file "${name}", nor a bundled source of this name; the bundled sources: ${known("en")}.`,
    });
  }
  try {
    const workbook = await openFile(name);
    return planOfGrids(path.basename(name), await workbook.readGrids());
  } catch (failure) {
    throw new UsageError(aboutFile(name, failure));
  }
}
