import type { Field, Item } from "../../appendix/appendix";
import { readWording, type Wording } from "../../text/spelling/findSlips";
import { columnTexts, NO_TEXT, wordingOfText } from "./columnTexts";

/** The wording of the fields of one item that hold words. It is good until another item is read: the lists are used again. */
export interface ItemWording {
  /** How many fields there are; the lists may be longer. */
  readonly count: number;
  readonly fields: readonly Field[];
  /** Of each field, what is wrong in it and what its words may be about. */
  readonly wordings: readonly Wording[];
  /** Bits of `Interest` of all fields together. */
  readonly interests: number;
  /** Bits of `Sign` of all fields together. */
  readonly signs: number;
  /** True when nothing is wrong in any of them. */
  readonly sound: boolean;
}

const fields: Field[] = [];
const wordings: Wording[] = [];
let last: Item | undefined;
// One object for all items, and no closure in its making: this runs once for each row of a large table.
const read = { count: 0, fields, wordings, interests: 0, signs: 0, sound: true };

/** Reads the wording of an item. The rules look at one item after the other: each text is read once, however many of them ask. */
export function itemWording(item: Item): ItemWording {
  if (last === item) return read;
  last = item;
  read.count = 0;
  read.interests = 0;
  read.signs = 0;
  read.sound = true;
  const own = item.fields;
  const numbered = columnTexts(item);
  // Numbers and target values have rules of their own; named one by one, which is many times faster than a list of roles.
  consider(own.content);
  consider(own.directingLeader);
  considerNumbered(own.leadUnit, numbered.leadUnit);
  considerNumbered(own.coordinatingUnits, numbered.coordinatingUnits);
  consider(own.product);
  considerNumbered(own.deadline, numbered.deadline);
  consider(own.unitOfMeasure);
  consider(own.basis);
  consider(own.note);
  return read;
}

function consider(field: Field | undefined): void {
  if (field === undefined || field.text.length < 2 || typeof field.value === "number") return;
  take(field, readWording(field.text));
}

/** The same for a field whose text has a number. */
function considerNumbered(field: Field | undefined, number: number): void {
  if (number === NO_TEXT) consider(field);
  else if (field !== undefined && field.text.length >= 2) take(field, wordingOfText(number));
}

function take(field: Field, wording: Wording): void {
  fields[read.count] = field;
  wordings[read.count] = wording;
  read.count++;
  read.interests |= wording.interests;
  read.signs |= wording.signs;
  if (wording.slips.length > 0 || wording.fallen.length > 0) read.sound = false;
}
