import type { Rule } from "../rule";

/** The rules of the family "table", in the order in which they speak about one cell. */
export const tableRules: readonly Rule[] = [];
