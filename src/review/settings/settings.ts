import { z } from "zod";
import type { PlanContext } from "../../appendix/plan";
import { planSchema } from "../../appendix/planSchema";
import type { RuleSettings } from "../../rules/rule";
import type { DrafterUnit } from "../../text/unit/unit";
import type { IgnoredFinding } from "../ignored";
import type { Setting } from "./fileSettings";

/** The drafter's corrections of the plan context. */
export const PLAN: Setting<Partial<PlanContext>> = { key: "plan", schema: planSchema };

/** Rules off, or of another severity, in this file. */
export const RULES: Setting<RuleSettings> = {
  key: "rules",
  schema: z.record(z.string().regex(/^[a-z]+\/[a-z-]+$/).max(80), z.enum(["off", "info", "warning", "error"])),
};

/** More units, or more spellings of one, than any commune writes; a file that says so is not ours. */
const MOST_UNITS = 2_000;
const MOST_SPELLINGS = 100;

const unitName = z
  .string()
  .max(300)
  .transform((name) => name.normalize("NFC").trim())
  .refine((name) => name !== "");

/** The drafter's directory of units. */
export const UNITS: Setting<readonly DrafterUnit[]> = {
  key: "units",
  schema: z.array(z.object({ name: unitName, spellings: z.array(unitName).max(MOST_SPELLINGS).optional() })).max(MOST_UNITS),
};

const text = z.string().max(1_000);

/** The findings that were looked at and let stand, with their reasons. */
export const IGNORED: Setting<readonly IgnoredFinding[]> = {
  key: "ignored",
  schema: z
    .array(
      z.object({
        ruleId: text,
        messageId: text,
        role: text,
        what: text,
        row: text,
        sheet: text,
        cell: z.string().regex(/^[A-Z]{1,3}\d{1,7}$/),
        reason: text,
        on: z.string().regex(/^\d{4}-\d\d-\d\d$/).nullable(),
      }),
    )
    .max(20_000),
};

/** Every setting that a review takes into account. */
export const REVIEW_SETTINGS: readonly Setting<unknown>[] = [PLAN, RULES, UNITS, IGNORED];
