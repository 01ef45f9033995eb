import { collapse, fold } from "../../text/normal";
import { isOwnCommittee } from "../../text/unit/parseUnits";
import type { UnitMention } from "../../text/unit/unit";
import type { PlanContext } from "../../appendix/plan";

/** True for the People's Committee that issues the plan itself, with or without its own name ("UBND xã", "UBND xã Phú Xuyên"); never in a Party plan. */
export function isIssuingCommittee(unit: UnitMention, plan: PlanContext): boolean {
  // "UBND", "Ủy ban", "Uỷ ban": few units begin so, and the rest is dear to compare.
  if (plan.issuer !== "government" || !"uUủỦ".includes(unit.name.charAt(0))) return false;
  if (isOwnCommittee(unit, plan.level)) return true;
  if (plan.place === null) return false;
  const name = collapse(unit.name);
  const bare = name.slice(0, Math.max(0, name.length - plan.place.length)).trimEnd();
  return fold(name.slice(-plan.place.length)) === fold(plan.place) && isOwnCommittee({ name: bare }, plan.level);
}
