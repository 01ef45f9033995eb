import type { Rule } from "../rule";
import { conditional } from "./conditional";
import { elapsed } from "./elapsed";
import { imminent } from "./imminent";
import { laterThanProvince } from "./later-than-province";
import { loosened } from "./loosened";
import { missing } from "./missing";
import { outOfPeriod } from "./out-of-period";
import { unreadable } from "./unreadable";
import { vague } from "./vague";
import { variant } from "./variant";

/** The rules of the family "deadline", in the order in which they speak about one cell. */
export const deadlineRules: readonly Rule[] = [missing, unreadable, elapsed, imminent, outOfPeriod, vague, conditional, variant, laterThanProvince, loosened];
