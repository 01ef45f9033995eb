import type { Rule } from "../rule";
import { alsoCoordinating } from "./also-coordinating";
import { collective } from "./collective";
import { missing } from "./missing";
import { multiple } from "./multiple";
import { unknown } from "./unknown";
import { variant } from "./variant";

/** The rules of the family "lead", in the order in which they speak about one cell. */
export const leadRules: readonly Rule[] = [missing, unknown, variant, collective, multiple, alsoCoordinating];
