import type { Appendix, Field } from "../../appendix/appendix";
import { isBlank } from "../../text/normal";

/** One way in which a table writes a deadline, and the fields that do. All of them mean the same. */
export interface DeadlineUse {
  /** The first of `fields`. */
  readonly field: Field;
  readonly fields: readonly Field[];
}

const known = new WeakMap<Appendix, readonly DeadlineUse[]>();

/** The deadlines of a table by what its cells hold, in the order in which they are met; empty cells and placeholders are left out. */
export function deadlineUses(appendix: Appendix): readonly DeadlineUse[] {
  let uses = known.get(appendix);
  if (uses === undefined) known.set(appendix, (uses = gather(appendix)));
  return uses;
}

function gather({ items }: Appendix): readonly DeadlineUse[] {
  const byText = new Map<string, Field[]>();
  for (const { fields } of items) {
    const field = fields.deadline;
    if (field === undefined) continue;
    // A number that is shown as some text may mean another day than the text.
    const key = typeof field.value === "number" ? `${String(field.value)} ${field.text}` : field.text;
    const alike = byText.get(key);
    if (alike !== undefined) alike.push(field);
    else byText.set(key, [field]);
  }
  const uses: DeadlineUse[] = [];
  for (const fields of byText.values()) {
    const [field] = fields;
    if (field !== undefined && !isBlank(field.text)) uses.push({ field, fields });
  }
  return uses;
}
