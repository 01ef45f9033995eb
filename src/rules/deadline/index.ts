import type { Rule } from "../rule";

/** The rules of the family "deadline", in the order in which they speak about one cell. */
export const deadlineRules: readonly Rule[] = [];
