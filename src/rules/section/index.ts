import type { Rule } from "../rule";
import { empty } from "./empty";
import { missingStandard } from "./missing-standard";
import { numeralSequence } from "./numeral-sequence";
import { numeralStyle } from "./numeral-style";
import { rowOutside } from "./row-outside";
import { untitled } from "./untitled";

/** The rules of the family "section", in the order in which they speak about one cell. */
export const sectionRules: readonly Rule[] = [untitled, numeralSequence, empty, rowOutside, numeralStyle, missingStandard];
