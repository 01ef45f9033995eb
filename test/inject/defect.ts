import type { Item, Role } from "../../src/appendix/appendix";
import type { CleanTable, Injection } from "./cleanTable";
import type { Random } from "./random";

/** A way of spoiling a clean table, and the rule that is to notice. */
export interface Defect {
  readonly rule: string;
  /** Rules that may speak in its place: one slip, one speaker. */
  readonly or?: readonly string[];
  /** What is done, in a few words. */
  readonly kind: string;
  /** Spoils the table at a random place; null when it has no place for this defect. */
  readonly inject: (table: CleanTable, random: Random) => Injection | null;
}

/** A random good item for which something holds, of which the rule says nothing at this role's cell yet. */
export function pickItem(table: CleanTable, random: Random, rule: string, role: Role, holds: (item: Item, text: string) => boolean = () => true): Item | null {
  const fitting = table.good.filter((item) => {
    const field = item.fields[role];
    return field !== undefined && !table.isTold(rule, field.cell) && holds(item, field.text);
  });
  return random.pick(fitting) ?? null;
}

/** Defects of one rule that put another text into one column of a random item; null from `spoil` when the text does not lend itself. */
export function inColumn(rule: string, role: Role, kinds: Readonly<Record<string, (text: string, context: { readonly table: CleanTable; readonly item: Item; readonly random: Random }) => string | null>>): readonly Defect[] {
  return Object.entries(kinds).map(([kind, spoil]) => ({
    rule,
    kind,
    inject: (table, random) => {
      // Some texts do not lend themselves: another item is tried.
      for (let attempt = 0; attempt < 20; attempt++) {
        const item = pickItem(table, random, rule, role);
        if (item === null) return null;
        const text = table.text(item, role);
        const spoilt = spoil(text, { table, item, random });
        if (spoilt !== null && spoilt !== text) return table.say(item, role, spoilt);
      }
      return null;
    },
  }));
}
