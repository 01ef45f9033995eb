import type { TargetValue } from "../../text/target/targetValue";
import { deadlineEnd, type Deadline } from "../../text/deadline/deadline";
import { fold } from "../../text/normal";
import type { RowAbove } from "../heldAgainst";
import { conditionsOf } from "./deadlines";

/** Two numbers that differ by less are the same number written otherwise. */
const TINY = 1e-9;

/**
 * True when a value here is weaker than the one above. The sign of comparison alone is no conflict ("trên 80%", "≥ 80%", "đạt 80%"); of a
 * range the better end here counts against the weaker end above. Values in different units are not compared.
 * @param lowerIsBetter by the name of the target; a "≤" above says it too.
 */
export function fallsShort(here: TargetValue, above: TargetValue, lowerIsBetter: boolean): boolean {
  if (here.kind !== "measured" || above.kind !== "measured") return false;
  const [unitHere, unitAbove] = [here.unit ?? above.unit, above.unit ?? here.unit];
  if ((unitHere === "%") !== (unitAbove === "%")) return false;
  // A share that is stored as 0.9 beside "90%": another rule tells of it.
  if (unitAbove === "%" && here.unit === null && here.number <= 1 && above.number > 1) return false;
  const most = above.comparison === "<=" || above.comparison === "<";
  const least = above.comparison === ">=" || above.comparison === ">";
  if (most || (lowerIsBetter && !least)) {
    const limit = above.upTo ?? above.number;
    return (here.upTo === null ? here.number : Math.min(here.number, here.upTo)) > limit + TINY;
  }
  return Math.max(here.number, here.upTo ?? here.number) < above.number - TINY;
}

/**
 * The last days of both deadlines, when the one here is later (ISO); null when it is not, or when they cannot be compared: one has no end, or
 * they wait for different things.
 */
export function laterThan(here: Deadline, above: Deadline): { readonly here: string; readonly above: string } | null {
  const [endHere, endAbove] = [deadlineEnd(here), deadlineEnd(above)];
  if (endHere === null || endAbove === null || endHere <= endAbove) return null;
  const waits = (deadline: Deadline): string => conditionsOf(deadline).map(({ condition }) => fold(condition)).sort().join(" + ");
  return waits(here) === waits(above) ? { here: endHere, above: endAbove } : null;
}

/** Where a row stands in the plan above, as a message names it: "Kế hoạch số 5/KH-UBND, Phụ lục I, số 3". */
export function placeAbove({ plan, appendix, number, sheet, cell }: RowAbove): string {
  return [plan, appendix ?? sheet, number === null || number === "" ? cell : `số ${number.replace(/\.$/, "")}`].join(", ");
}

/** The same in English. */
export function placeAboveEn({ plan, appendix, number, sheet, cell }: RowAbove): string {
  return [plan, appendix ?? sheet, number === null || number === "" ? cell : `no. ${number.replace(/\.$/, "")}`].join(", ");
}
