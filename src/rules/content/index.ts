import type { Rule } from "../rule";
import { duplicate } from "./duplicate";
import { missing } from "./missing";

/** The rules of the family "content", in the order in which they speak about one cell. */
export const contentRules: readonly Rule[] = [missing, duplicate];
