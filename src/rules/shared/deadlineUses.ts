import type { Appendix, Field } from "../../appendix/appendix";
import { isBlank } from "../../text/normal";
import type { TableMemory } from "../rule";
import { columnTexts, NO_TEXT } from "./columnTexts";
import { fillNow } from "./itemMemory";

/** One way in which a table writes a deadline, and the fields that do. All of them mean the same. */
export interface DeadlineUse {
  /** The first of `fields`. */
  readonly field: Field;
  readonly fields: readonly Field[];
}

const known = new WeakMap<Appendix, readonly DeadlineUse[]>();

/** The deadlines of a table by what its cells hold, in the order in which they are met; empty cells and placeholders are left out. */
export function deadlineUses(appendix: Appendix): readonly DeadlineUse[] {
  const uses = known.get(appendix);
  if (uses !== undefined) return uses;
  fillNow(deadlinesOfItems, appendix);
  return known.get(appendix) ?? [];
}

/** Gathers the deadlines while the engine looks at the items. */
export const deadlinesOfItems: TableMemory = {
  fill: (appendix) => {
    const all: Field[][] = [];
    const byNumber: (Field[] | undefined)[] = [];
    const others = new Map<string, Field[]>();
    return {
      visit: (item) => {
        const { deadline } = item.fields;
        if (deadline === undefined) return;
        const number = columnTexts(item).deadline;
        // A number that is shown as some text may mean another day than the text.
        const key = number !== NO_TEXT ? "" : typeof deadline.value === "number" ? `${String(deadline.value)} ${deadline.text}` : deadline.text;
        const alike = number === NO_TEXT ? others.get(key) : byNumber[number];
        if (alike !== undefined) {
          alike.push(deadline);
          return;
        }
        const fields = [deadline];
        all.push(fields);
        if (number === NO_TEXT) others.set(key, fields);
        else byNumber[number] = fields;
      },
      close: () => void known.set(appendix, usesOf(all)),
    };
  },
};

function usesOf(all: readonly (readonly Field[])[]): readonly DeadlineUse[] {
  const uses: DeadlineUse[] = [];
  for (const fields of all) {
    const [field] = fields;
    if (field !== undefined && !isBlank(field.text)) uses.push({ field, fields });
  }
  return uses;
}
