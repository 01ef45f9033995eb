import type { Appendix, Item } from "../../appendix/appendix";
import { isBlank } from "../../text/normal";
import type { TableMemory } from "../rule";
import { columnTexts, NO_TEXT } from "./columnTexts";
import { fillNow } from "./itemMemory";

/** A text of the unit columns of one appendix, and how often it stands in each. */
export interface TextUse {
  readonly text: string;
  /** Another small number for each text of a table. */
  readonly id: number;
  readonly lead: number;
  readonly coord: number;
}

/** The texts of the unit columns of one appendix. */
export interface UnitTally {
  /** The texts, each once. */
  readonly uses: readonly TextUse[];
  /** The text of each item's lead and coordinating cell, in the order of the items; null where there is none. */
  readonly leads: readonly (TextUse | null)[];
  readonly coords: readonly (TextUse | null)[];
  /** Another number whenever the text of an item changed. */
  readonly version: number;
}

interface Counted extends TextUse {
  lead: number;
  coord: number;
}

interface Kept {
  items: readonly Item[];
  readonly uses: Map<string, Counted>;
  readonly leads: (Counted | null)[];
  readonly coords: (Counted | null)[];
  version: number;
  lastId: number;
}

/** By the table's columns, which stay the same object while only items change. */
const kept = new WeakMap<Appendix["columns"], Kept>();
let versions = 0;

/**
 * Counts the texts of the lead and coordinating columns. What was counted is kept: after a change of single cells only their items are
 * counted anew. The result holds until the next call for the same table.
 */
export function tallyUnits(appendix: Appendix): UnitTally {
  const { columns, items } = appendix;
  fillNow(unitsOfItems, appendix);
  const known = kept.get(columns) ?? emptyTally(items);
  if (known.items !== items) recount(known, items);
  return tallyOf(known);
}

/** Counts the units of a table while the engine looks at its items; one that was counted before is brought up to date when it is asked. */
export const unitsOfItems: TableMemory = {
  fill: ({ columns, items }) => {
    const made = kept.get(columns)?.items.length === items.length ? null : emptyTally(items);
    const byNumber: (Counted | undefined)[] = [];
    const keep = (number: number, use: Counted | undefined): void => {
      if (number !== NO_TEXT) byNumber[number] = use;
    };
    return {
      visit: (item, index) => {
        if (made === null) return;
        const { leadUnit, coordinatingUnits } = columnTexts(item);
        // A text that was counted before needs neither be looked up nor looked at again.
        const lead = leadUnit === NO_TEXT ? undefined : byNumber[leadUnit];
        if (lead === undefined) keep(leadUnit, countLead(made, index, item));
        else (made.leads[index] = lead).lead++;
        const coord = coordinatingUnits === NO_TEXT ? undefined : byNumber[coordinatingUnits];
        if (coord === undefined) keep(coordinatingUnits, countCoord(made, index, item));
        else (made.coords[index] = coord).coord++;
      },
      close: () => {
        if (made !== null) kept.set(columns, made);
      },
    };
  },
};

function emptyTally(items: readonly Item[]): Kept {
  const { length } = items;
  return { items, uses: new Map(), leads: new Array<Counted | null>(length).fill(null), coords: new Array<Counted | null>(length).fill(null), version: ++versions, lastId: 0 };
}

function tallyOf({ uses, leads, coords, version }: Kept): UnitTally {
  return { uses: [...uses.values()], leads, coords, version };
}

/** Counts the items that are others than before. */
function recount(known: Kept, items: readonly Item[]): void {
  let changed = false;
  for (let i = 0; i < items.length; i++) {
    const before = known.items[i];
    const now = items[i];
    if (before === now || before === undefined || now === undefined || sameUnits(before, now)) continue;
    forget(known, "lead", known.leads[i]);
    forget(known, "coord", known.coords[i]);
    countLead(known, i, now);
    countCoord(known, i, now);
    changed = true;
  }
  known.items = items;
  if (changed) known.version = ++versions;
}

function sameUnits(a: Item, b: Item): boolean {
  return a.fields.leadUnit?.text === b.fields.leadUnit?.text && a.fields.coordinatingUnits?.text === b.fields.coordinatingUnits?.text;
}

function forget(known: Kept, column: "lead" | "coord", use: Counted | null | undefined): void {
  if (use === null || use === undefined) return;
  use[column]--;
  if (use.lead === 0 && use.coord === 0) known.uses.delete(use.text);
}

function countLead(known: Kept, index: number, { fields: { leadUnit } }: Item): Counted | undefined {
  const use = leadUnit === undefined || isBlank(leadUnit.text) ? undefined : counted(known, leadUnit.text, "lead");
  known.leads[index] = use ?? null;
  return use;
}

function countCoord(known: Kept, index: number, { fields: { coordinatingUnits } }: Item): Counted | undefined {
  const use = coordinatingUnits === undefined || isBlank(coordinatingUnits.text) ? undefined : counted(known, coordinatingUnits.text, "coord");
  known.coords[index] = use ?? null;
  return use;
}

function counted(known: Kept, text: string, column: "lead" | "coord"): Counted {
  let use = known.uses.get(text);
  if (use === undefined) known.uses.set(text, (use = { text, id: known.lastId++, lead: 0, coord: 0 }));
  use[column]++;
  return use;
}
