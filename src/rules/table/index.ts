import type { Rule } from "../rule";
import { leftover } from "./leftover";

/** The rules of the family "table", in the order in which they speak about one cell. */
export const tableRules: readonly Rule[] = [leftover];
