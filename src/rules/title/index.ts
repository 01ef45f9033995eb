import type { Rule } from "../rule";
import { attachmentLine } from "./attachment-line";
import { dateMismatch } from "./date-mismatch";
import { missing } from "./missing";
import { numberBlank } from "./number-blank";
import { placeMismatch } from "./place-mismatch";
import { placeMissing } from "./place-missing";

/** The rules of the family "title", in the order in which they speak about one cell. */
export const titleRules: readonly Rule[] = [placeMismatch, placeMissing, dateMismatch, attachmentLine, missing, numberBlank];
