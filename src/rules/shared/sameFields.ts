import type { Field, Item, Role } from "../../appendix/appendix";
import { isBlank } from "../../text/normal";

/** For `ignoresChange` of a rule that reads only these roles of an item. */
export function sameFields(...roles: readonly Role[]): (before: Item, after: Item) => boolean {
  return (before, after) => roles.every((role) => sameField(before.fields[role], after.fields[role]));
}

/** For `ignoresChange` of a rule that reads only the target values of an item, and these roles. */
export function sameValues(...roles: readonly Role[]): (before: Item, after: Item) => boolean {
  const same = sameFields(...roles);
  return (before, after) =>
    same(before, after) && before.values.length === after.values.length && before.values.every(({ field }, i) => sameField(field, after.values[i]?.field));
}

/** For `ignoresChange` of a rule that tells items without a field of this role: an item that has one, before and after, is none of its business. */
export function filledAlike(role: Role): (before: Item, after: Item) => boolean {
  const filled = ({ fields }: Item): boolean => fields[role] !== undefined && !isBlank(fields[role].text);
  return (before, after) => filled(before) && filled(after) && (sameNumber(before, after) || (isPlainlyNumbered(before) && isPlainlyNumbered(after)));
}

const sameNumber = sameFields("number");

/** True for a number of one level: only "1.1" or "a)" would make the row above one that gathers this one. */
function isPlainlyNumbered({ fields }: Item): boolean {
  return fields.number !== undefined && /^\d+$/.test(fields.number.text);
}

/** For `ignoresChange` of a rule that looks at sections and title lines only. */
export function anyChange(): boolean {
  return true;
}

/** True when two fields say the same at the same place, so that what is found there and how it is mended is the same too. */
function sameField(before: Field | undefined, after: Field | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return (
    before.text === after.text &&
    before.value === after.value &&
    before.cellText === after.cellText &&
    before.cell.row === after.cell.row &&
    before.cell.column === after.cell.column &&
    before.span?.start === after.span?.start &&
    before.span?.end === after.span?.end &&
    before.continued === after.continued &&
    before.merged === after.merged &&
    before.formula === after.formula
  );
}
