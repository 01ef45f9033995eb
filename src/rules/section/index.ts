import type { Rule } from "../rule";

/** The rules of the family "section", in the order in which they speak about one cell. */
export const sectionRules: readonly Rule[] = [];
