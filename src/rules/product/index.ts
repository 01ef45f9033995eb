import type { Rule } from "../rule";

/** The rules of the family "product", in the order in which they speak about one cell. */
export const productRules: readonly Rule[] = [];
