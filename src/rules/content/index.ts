import type { Rule } from "../rule";

/** The rules of the family "content", in the order in which they speak about one cell. */
export const contentRules: readonly Rule[] = [];
