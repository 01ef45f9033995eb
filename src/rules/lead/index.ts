import type { Rule } from "../rule";
import { alsoCoordinating } from "./also-coordinating";
import { collective } from "./collective";
import { missing } from "./missing";
import { multiple } from "./multiple";

/** The rules of the family "lead", in the order in which they speak about one cell. */
export const leadRules: readonly Rule[] = [missing, collective, multiple, alsoCoordinating];
