import type { Rule } from "../rule";
import { duplicate } from "./duplicate";
import { missing } from "./missing";
import { ownCommittee } from "./own-committee";
import { sameAsLead } from "./same-as-lead";
import { truncated } from "./truncated";
import { variant } from "./variant";

/** The rules of the family "coord", in the order in which they speak about one cell. */
export const coordRules: readonly Rule[] = [missing, truncated, sameAsLead, duplicate, variant, ownCommittee];
