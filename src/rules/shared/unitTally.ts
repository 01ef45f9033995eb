import type { Appendix, Item } from "../../appendix/appendix";
import type { Meanings } from "../rule";

/** How often a text stands in the lead column and in the coordinating column of one appendix. */
export interface TextUse {
  readonly lead: number;
  readonly coord: number;
}

/** The texts of the unit columns of one appendix. */
export interface UnitTally {
  readonly uses: ReadonlyMap<string, TextUse>;
  /** Another number whenever a text or its use changed. */
  readonly version: number;
}

interface Kept {
  items: readonly Item[];
  readonly uses: Map<string, { lead: number; coord: number }>;
  tally: UnitTally;
}

/** By the table's columns, which stay the same object while only items change. */
const kept = new WeakMap<Appendix["columns"], Kept>();
let versions = 0;

/**
 * Counts the texts of the lead and coordinating columns. What was counted is kept: after a change of single cells only their items are
 * counted anew.
 */
export function tallyUnits({ columns, items }: Appendix, meanings: Pick<Meanings, "blank">): UnitTally {
  const known = kept.get(columns);
  if (known !== undefined && known.items.length === items.length) {
    if (known.items === items) return known.tally;
    let changed = false;
    for (let i = 0; i < items.length; i++) {
      const before = known.items[i];
      const now = items[i];
      if (before === now || before === undefined || now === undefined || sameUnits(before, now)) continue;
      count(known.uses, before, -1, meanings);
      count(known.uses, now, 1, meanings);
      changed = true;
    }
    known.items = items;
    if (changed) known.tally = { uses: known.uses, version: ++versions };
    return known.tally;
  }
  const uses = new Map<string, { lead: number; coord: number }>();
  for (const item of items) count(uses, item, 1, meanings);
  const tally = { uses, version: ++versions };
  kept.set(columns, { items, uses, tally });
  return tally;
}

function sameUnits(a: Item, b: Item): boolean {
  return a.fields.leadUnit?.text === b.fields.leadUnit?.text && a.fields.coordinatingUnits?.text === b.fields.coordinatingUnits?.text;
}

function count(uses: Map<string, { lead: number; coord: number }>, { fields }: Item, by: 1 | -1, meanings: Pick<Meanings, "blank">): void {
  for (const role of ["lead", "coord"] as const) {
    const field = role === "lead" ? fields.leadUnit : fields.coordinatingUnits;
    if (field === undefined || meanings.blank(field)) continue;
    const use = uses.get(field.text);
    if (use === undefined) {
      if (by > 0) uses.set(field.text, { lead: role === "lead" ? 1 : 0, coord: role === "coord" ? 1 : 0 });
      continue;
    }
    use[role] += by;
    if (use.lead === 0 && use.coord === 0) uses.delete(field.text);
  }
}
