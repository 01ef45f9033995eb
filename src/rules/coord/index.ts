import type { Rule } from "../rule";

/** The rules of the family "coord", in the order in which they speak about one cell. */
export const coordRules: readonly Rule[] = [];
