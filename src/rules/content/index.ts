import type { Rule } from "../rule";
import { citationForm } from "./citation-form";
import { citationMismatch } from "./citation-mismatch";
import { citationSuperseded } from "./citation-superseded";
import { duplicate } from "./duplicate";
import { encoding } from "./encoding";
import { foreignPlace } from "./foreign-place";
import { garbled } from "./garbled";
import { missing } from "./missing";
import { punctuation } from "./punctuation";
import { spelling } from "./spelling";
import { term } from "./term";
import { wrongLevel } from "./wrong-level";

/** The rules of the family "content", in the order in which they speak about one cell. */
export const contentRules: readonly Rule[] = [missing, duplicate, foreignPlace, wrongLevel, citationMismatch, citationSuperseded, citationForm, encoding, garbled, spelling, term, punctuation];
