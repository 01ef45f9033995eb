import type { Appendix } from "../appendix";
import { UNKNOWN_PLAN, type PlanContext } from "../plan";
import { bare } from "./bareText";

const YEARS = /(?:giai doan|nhiem ky)(?: nam)? (20\d\d) ?[-–] ?(20\d\d)|(?:^| )nam (20\d\d)(?!\d)/;

/** The plan context that the title lines of a workbook's appendices give: the period is what the titles name. */
export function planOfTitles(appendices: readonly Appendix[]): PlanContext {
  for (const { titleLines } of appendices) {
    const found = YEARS.exec(bare(titleLines.title?.text ?? ""));
    if (found === null) continue;
    const [, from, to, year] = found;
    return { ...UNKNOWN_PLAN, period: year ?? `${from ?? ""}-${to ?? ""}` };
  }
  return UNKNOWN_PLAN;
}
