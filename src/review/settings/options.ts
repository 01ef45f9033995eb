import type { PlanContext } from "../../appendix/plan";
import type { RuleSettings } from "../../rules/rule";
import type { ReviewOptions } from "../reviewer";
import type { FileSettings } from "./fileSettings";
import { IGNORED, PLAN, RULES, UNITS } from "./settings";

/** What is asked for from outside of the file. */
export interface GivenOptions {
  /** From the command line; takes precedence over the file. */
  readonly plan?: Partial<PlanContext>;
  /** From the command line; takes precedence over the file. */
  readonly settings?: RuleSettings;
  /** What is set on this machine for all files; the file takes precedence. */
  readonly preferences?: RuleSettings;
  /** Lays what is read beside the plan above that was chosen. */
  readonly province?: ReviewOptions["province"];
}

/** What a check of a file takes into account: what is set on the machine, then what the file keeps, then what is asked for this time. */
export function optionsOf(file: FileSettings, given: GivenOptions = {}): ReviewOptions {
  const units = file.get(UNITS);
  const ignored = file.get(IGNORED);
  return {
    plan: { ...file.get(PLAN), ...given.plan },
    settings: { ...given.preferences, ...file.get(RULES), ...given.settings },
    ...(units === null ? {} : { units }),
    ...(ignored === null ? {} : { ignored }),
    ...(given.province === undefined ? {} : { province: given.province }),
  };
}
