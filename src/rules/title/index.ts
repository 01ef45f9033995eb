import type { Rule } from "../rule";

/** The rules of the family "title", in the order in which they speak about one cell. */
export const titleRules: readonly Rule[] = [];
