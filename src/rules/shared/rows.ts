import type { Position } from "../../grid/address";
import type { Appendix, Field, Item, Role } from "../../appendix/appendix";
import { isBlank } from "../../text/normal";
import type { Meanings } from "../rule";
import { ItemMemory } from "./itemMemory";

/** What an item may lack, as bits: it has no field of the role, or an empty one. */
export const Gap = { content: 1, leadUnit: 2, coordinatingUnits: 4, product: 8, deadline: 16 } as const;

/** What each item lacks. */
export const gapsOfItems = new ItemMemory<number>(
  ({ fields: { content, leadUnit, coordinatingUnits, product, deadline } }) =>
    (isGap(content) ? Gap.content : 0) |
    (isGap(leadUnit) ? Gap.leadUnit : 0) |
    (isGap(coordinatingUnits) ? Gap.coordinatingUnits : 0) |
    (isGap(product) ? Gap.product : 0) |
    (isGap(deadline) ? Gap.deadline : 0),
);

function isGap(field: Field | undefined): boolean {
  return field === undefined || isBlank(field.text);
}

/** Visits the items that lack something but should have it: not those that nothing is to be assigned in. */
export function visitLacking(appendix: Appendix, gap: number, meanings: Meanings, visit: (item: Item, gaps: number) => void): void {
  const gaps = gapsOfItems.of(appendix);
  for (let i = 0; i < gaps.length; i++) {
    const own = gaps[i] ?? 0;
    const item = appendix.items[i];
    if ((own & gap) !== 0 && item !== undefined && !assignsNothing(appendix, i, meanings)) visit(item, own);
  }
}

/** What an assignment says besides its content. */
const ASSIGNMENT: readonly Role[] = ["directingLeader", "leadUnit", "coordinatingUnits", "product", "deadline"];

/** True when the item has no field of the role, or an empty one. */
function lacks(item: Item, role: Role, meanings: Meanings): boolean {
  const field = item.fields[role];
  return field === undefined || meanings.blank(field);
}

/** Where to tell that an item lacks a role: its empty field; in an outline, where there is none, the item's own line. */
export function placeOf(appendix: Appendix, item: Item, role: Role): Field | Position {
  return item.fields[role] ?? item.fields.content ?? { row: item.firstRow, column: appendix.area.left };
}

/**
 * True for a row that nothing is to be assigned in, so that what it lacks is not told: a row that only gathers the rows below it ("1" above
 * "1.1" or "a)"; a line that assigns nothing and ends in a colon), or a numbered row that is empty (content/missing tells that once).
 * @param index the item's place in `appendix.items`.
 */
export function assignsNothing(appendix: Appendix, index: number, meanings: Meanings): boolean {
  const item = appendix.items[index];
  if (item === undefined) return true;
  if (!ASSIGNMENT.every((role) => lacks(item, role, meanings)) || item.values.some(({ field }) => !meanings.blank(field))) return false;
  const content = item.fields.content;
  if (content === undefined || meanings.blank(content)) return true;
  return content.text.trimEnd().endsWith(":") || opensSubItems(item, appendix.items[index + 1], meanings);
}

/** True when the next row's number goes one level deeper: "1" then "1.1", "1" then "a)". */
function opensSubItems(item: Item, next: Item | undefined, meanings: Meanings): boolean {
  if (next === undefined || next.section !== item.section || item.fields.number === undefined || next.fields.number === undefined) return false;
  const above = meanings.number(item.fields.number);
  const below = meanings.number(next.fields.number);
  if (above === null || below === null) return false;
  if (above.style !== "letter" && below.style === "letter") return true;
  return below.parts.length > above.parts.length && above.parts.every((part, i) => below.parts[i] === part);
}
