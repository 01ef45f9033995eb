import type { Rule } from "../rule";
import { missing } from "./missing";

/** The rules of the family "product", in the order in which they speak about one cell. */
export const productRules: readonly Rule[] = [missing];
