import type { Field, Item } from "../../appendix/appendix";
import { readWording, type Wording } from "../../text/spelling/findSlips";

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
let lastRead: ItemWording = { count: 0, fields, wordings, interests: 0, signs: 0, sound: true };

/** Reads the wording of an item. The rules look at one item after the other: each text is read once, however many of them ask. */
export function itemWording(item: Item): ItemWording {
  if (last === item) return lastRead;
  last = item;
  let count = 0;
  let interests = 0;
  let signs = 0;
  let sound = true;
  const consider = (field: Field | undefined): void => {
    if (field === undefined || field.text.length < 2 || typeof field.value === "number") return;
    const wording = readWording(field.text);
    fields[count] = field;
    wordings[count] = wording;
    count++;
    interests |= wording.interests;
    signs |= wording.signs;
    if (wording.slips.length > 0 || wording.fallen.length > 0) sound = false;
  };
  const own = item.fields;
  // Numbers and target values have rules of their own; named one by one, which is many times faster than a list of roles.
  consider(own.content);
  consider(own.directingLeader);
  consider(own.leadUnit);
  consider(own.coordinatingUnits);
  consider(own.product);
  consider(own.deadline);
  consider(own.unitOfMeasure);
  consider(own.basis);
  consider(own.note);
  lastRead = { count, fields, wordings, interests, signs, sound };
  return lastRead;
}
