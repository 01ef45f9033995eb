import type { Appendix, Field } from "../../appendix/appendix";
import { isBlank } from "../../text/normal";
import type { TableMemory } from "../rule";
import { columnTexts, NO_TEXT } from "./columnTexts";
import { fillNow } from "./itemMemory";

/** One way in which a table writes a deadline. All cells that do mean the same. */
export interface DeadlineUse {
  /** The first of the cells. */
  readonly field: Field;
  /** How many cells. */
  readonly count: number;
}

interface Counted extends DeadlineUse {
  count: number;
}

interface Known {
  readonly uses: readonly DeadlineUse[];
  /** All uses, blank ones too, in the order in which they are met. */
  readonly all: readonly DeadlineUse[];
  /** Of each item one more than the place of its use in `all`; 0 where it has no deadline. */
  readonly places: Int32Array;
}

const known = new WeakMap<Appendix, Known>();

function knownOf(appendix: Appendix): Known | undefined {
  if (!known.has(appendix)) fillNow(deadlinesOfItems, appendix);
  return known.get(appendix);
}

/** The deadlines of a table by what its cells hold, in the order in which they are met; empty cells and placeholders are left out. */
export function deadlineUses(appendix: Appendix): readonly DeadlineUse[] {
  return knownOf(appendix)?.uses ?? [];
}

/** Visits the cells that some of a table's deadlines stand in. The cells of all are not kept: rules speak of few. */
export function visitUses(appendix: Appendix, wanted: ReadonlySet<DeadlineUse>, visit: (field: Field, use: DeadlineUse) => void): void {
  const { all, places } = knownOf(appendix) ?? { all: [], places: [] };
  if (wanted.size === 0) return;
  const wantedAt = all.map((use) => wanted.has(use));
  for (let i = 0; i < places.length; i++) {
    const place = (places[i] ?? 0) - 1;
    if (wantedAt[place] !== true) continue;
    const field = appendix.items[i]?.fields.deadline;
    const use = all[place];
    if (field !== undefined && use !== undefined) visit(field, use);
  }
}

/** Gathers the deadlines while the engine looks at the items. */
export const deadlinesOfItems: TableMemory = {
  fill: (appendix) => {
    const all: Counted[] = [];
    const places = new Int32Array(appendix.items.length);
    const byNumber: (number | undefined)[] = [];
    const others = new Map<string, number>();
    return {
      visit: (item, index) => {
        const { deadline } = item.fields;
        if (deadline === undefined) return;
        const number = columnTexts(item).deadline;
        // A number that is shown as some text may mean another day than the text.
        const key = number !== NO_TEXT ? "" : typeof deadline.value === "number" ? `${String(deadline.value)} ${deadline.text}` : deadline.text;
        let place = number === NO_TEXT ? others.get(key) : byNumber[number];
        if (place === undefined) {
          place = all.push({ field: deadline, count: 0 });
          if (number === NO_TEXT) others.set(key, place);
          else byNumber[number] = place;
        }
        places[index] = place;
        const use = all[place - 1];
        if (use !== undefined) use.count++;
      },
      close: () => void known.set(appendix, { uses: all.filter(({ field }) => !isBlank(field.text)), all, places }),
    };
  },
};
