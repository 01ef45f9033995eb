import type { Rule } from "../rule";
import { belowProvince } from "./below-province";
import { duplicate } from "./duplicate";
import { impossible } from "./impossible";
import { missing } from "./missing";
import { missingProvince } from "./missing-province";
import { numberFormat } from "./number-format";
import { operatorMixed } from "./operator-mixed";
import { regress } from "./regress";
import { unitMixed } from "./unit-mixed";
import { unreadable } from "./unreadable";

/** The rules of the family "target", in the order in which they speak about one cell. */
export const targetRules: readonly Rule[] = [missing, unreadable, unitMixed, impossible, regress, duplicate, numberFormat, operatorMixed, belowProvince, missingProvince];
