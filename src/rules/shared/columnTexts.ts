import type { Field, Item } from "../../appendix/appendix";
import { readWording, type Wording } from "../../text/spelling/findSlips";

/**
 * Numbers for the texts of the columns in which a table says the same few things again and again: whoever keeps something of each text keeps
 * it in a list by these numbers, and a text is looked up once for each cell, however many rules ask. A number is good until `numberTextsAnew`.
 */
export interface ColumnTexts {
  /** Of each column the number of the item's text; NO_TEXT for a cell without one, one that stores a number, or a very long one. */
  readonly leadUnit: number;
  readonly coordinatingUnits: number;
  readonly deadline: number;
}

/** The columns whose texts are numbered. */
export type NumberedRole = keyof ColumnTexts;

export const NO_TEXT = -1;

/** Longer texts are no names nor times, and do not recur. */
const LONGEST = 400;

const numbers = new Map<string, number>();
/** What was read of each text, by its number. */
const wordings: Wording[] = [];
let last: Item | undefined;
const texts = { leadUnit: NO_TEXT, coordinatingUnits: NO_TEXT, deadline: NO_TEXT };

/**
 * Forgets all numbers: to be called before a table is looked at, so that its texts have small ones. Never between two of its items: what is
 * kept by a number would be taken for another text's.
 */
export function numberTextsAnew(): void {
  numbers.clear();
  wordings.length = 0;
  last = undefined;
}

/** The numbers of an item's texts; good until another item is asked for. */
export function columnTexts(item: Item): ColumnTexts {
  if (last === item) return texts;
  last = item;
  const { leadUnit, coordinatingUnits, deadline } = item.fields;
  texts.leadUnit = numberOf(leadUnit);
  texts.coordinatingUnits = numberOf(coordinatingUnits);
  texts.deadline = numberOf(deadline);
  return texts;
}

/** What was read of a numbered text. */
export function wordingOfText(number: number): Wording {
  return wordings[number] ?? readWording("");
}

function numberOf(field: Field | undefined): number {
  if (field === undefined || typeof field.value === "number") return NO_TEXT;
  const { text } = field;
  if (text.length === 0 || text.length > LONGEST) return NO_TEXT;
  let number = numbers.get(text);
  if (number === undefined) {
    number = wordings.length;
    wordings.push(readWording(text));
    numbers.set(text, number);
  }
  return number;
}
