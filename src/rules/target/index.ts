import type { Rule } from "../rule";

/** The rules of the family "target", in the order in which they speak about one cell. */
export const targetRules: readonly Rule[] = [];
