import type { Rule } from "../rule";
import { detailSequence } from "./detail-sequence";
import { duplicate } from "./duplicate";
import { gap } from "./gap";
import { missing } from "./missing";
import { outOfOrder } from "./out-of-order";

/** The rules of the family "numbering", in the order in which they speak about one cell. */
export const numberingRules: readonly Rule[] = [duplicate, missing, gap, outOfOrder, detailSequence];
