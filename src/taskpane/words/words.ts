import type { Language } from "../../text/language";
import { en } from "./en";
import { vi, type Words } from "./vi";

export type { Words } from "./vi";

/** The pane's words by language. */
export const WORDS: Readonly<Record<Language, Words>> = { vi, en };
