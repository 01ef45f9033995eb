import type { Deadline } from "../text/deadline/deadline";
import { parseDeadline } from "../text/deadline/parseDeadline";
import { parseTargetValue } from "../text/target/parseTargetValue";
import type { TargetValue } from "../text/target/targetValue";
import type { Field, Reading } from "../appendix/appendix";

/** A row of the plan above (the province's), and where it stands there. */
export interface RowAbove {
  /** What the plan is called in messages: its number, or its file. */
  readonly plan: string;
  readonly file: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  /** The name of the target, or the text of the task, as written. */
  readonly name: string;
  /** "Phụ lục I", null when the appendix has no label. */
  readonly appendix: string | null;
  /** The running number as written, null when there is none. */
  readonly number: string | null;
  /** True when the plan above gives it to communes; otherwise it is somebody else's, and a yardstick here. */
  readonly assigned: boolean;
}

/** A value here and the value above for the same year. */
export interface HeldValue {
  readonly field: Field;
  readonly here: TargetValue;
  readonly above: TargetValue;
  /** The value above as written. */
  readonly aboveText: string;
  /** "2030", "2026-2030"; "" when neither plan says it. */
  readonly period: string;
  /** True when the smaller number is the better one ("không quá 5%", "xếp hạng"). */
  readonly lowerIsBetter: boolean;
}

/** A target here that surely says the same as one above. */
export interface HeldTarget {
  readonly sheet: string;
  /** The item's first sheet row, zero-based. */
  readonly row: number;
  readonly name: string;
  readonly from: RowAbove;
  readonly values: readonly HeldValue[];
}

/** A task here that surely says the same as one above. */
export interface HeldTask {
  readonly sheet: string;
  /** The item's first sheet row, zero-based. */
  readonly row: number;
  readonly name: string;
  readonly from: RowAbove;
  /** Null when the row here has no place for one. */
  readonly field: Field | null;
  readonly above: Deadline;
  /** The time above as written. */
  readonly aboveText: string;
}

/** What the plan above sets, laid beside the rows here: what the province's rules look at. */
export interface HeldAgainst {
  readonly targets: readonly HeldTarget[];
  readonly tasks: readonly HeldTask[];
  /** What the plan above assigns to communes and has no row here. */
  readonly missing: readonly (RowAbove & { readonly kind: "target" | "task" })[];
}

/** A row of the plan above in a rule's example, and the row of the example (one-based) that carries it out; null for none. */
export interface ExampleRowAbove {
  readonly row: number | null;
  readonly name: string;
  /** False for a row that the plan above gives to someone else. */
  readonly assigned?: false;
  /** Of a target: values by period; one without a period is compared with the row's first value. */
  readonly values?: readonly { readonly period?: string; readonly text: string; readonly lowerIsBetter?: true }[];
  /** Of a task. */
  readonly deadline?: string;
}

/** The plan above of an example, laid beside the rows that the example names. */
export function heldOfExample(rows: readonly ExampleRowAbove[], reading: Reading): HeldAgainst {
  const held: { targets: HeldTarget[]; tasks: HeldTask[]; missing: (RowAbove & { kind: "target" | "task" })[] } = { targets: [], tasks: [], missing: [] };
  for (const [index, above] of rows.entries()) {
    const from: RowAbove = { plan: "Kế hoạch của tỉnh", file: "", sheet: "Phụ lục I", cell: `B${index + 2}`, name: above.name, appendix: "Phụ lục I", number: String(index + 1), assigned: above.assigned !== false };
    const found = reading.appendices.flatMap((appendix) => appendix.items.map((item) => ({ appendix, item }))).find(({ item }) => item.firstRow + 1 === above.row);
    if (found === undefined) {
      held.missing.push({ ...from, kind: above.deadline === undefined ? "target" : "task" });
      continue;
    }
    const place = { sheet: found.appendix.sheet, row: found.item.firstRow, name: found.item.fields.content?.text ?? "", from };
    if (above.deadline !== undefined) {
      held.tasks.push({ ...place, field: found.item.fields.deadline ?? null, above: parseDeadline(above.deadline, above.deadline, null), aboveText: above.deadline });
      continue;
    }
    const values = (above.values ?? []).flatMap(({ period, text, lowerIsBetter }): HeldValue[] => {
      const field = found.item.values.find(({ column }) => period === undefined || column.period === period)?.field;
      if (field === undefined) return [];
      return [{ field, here: parseTargetValue(field.value, field.text), above: parseTargetValue(text, text), aboveText: text, period: period ?? "", lowerIsBetter: lowerIsBetter === true }];
    });
    held.targets.push({ ...place, values });
  }
  return held;
}
