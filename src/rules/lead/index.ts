import type { Rule } from "../rule";

/** The rules of the family "lead", in the order in which they speak about one cell. */
export const leadRules: readonly Rule[] = [];
