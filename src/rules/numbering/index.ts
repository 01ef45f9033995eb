import type { Rule } from "../rule";

/** The rules of the family "numbering", in the order in which they speak about one cell. */
export const numberingRules: readonly Rule[] = [];
