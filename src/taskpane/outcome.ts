import { editKey, editPlace, isCellEdit, isRowRemoval, type EditReport, type SkipReason } from "../grid/edit";
import type { FixPlan } from "../review/fixPlan";

/** An edit that was left undone: where, and why. */
interface Skipped {
  readonly sheet: string;
  /** A1 address, the one-based number of a row, or the letters of a column. */
  readonly place: string;
  readonly reason: SkipReason;
}

/** How many columns came in and went. */
export interface ColumnCount {
  readonly added: number;
  readonly removed: number;
}

/** What the last command brought about, for the message strip and the live region. */
export type Outcome =
  | { readonly kind: "checked" }
  | { readonly kind: "stopped" }
  | { readonly kind: "mended"; readonly cells: number; readonly rows: number; readonly columns?: ColumnCount; readonly skipped: readonly Skipped[] }
  | { readonly kind: "undone" | "redone" }
  | { readonly kind: "nothing-to-undo" | "nothing-to-redo" }
  | { readonly kind: "nothing-to-mend" }
  | { readonly kind: "ignored" | "restored" }
  | { readonly kind: "units-kept" | "no-directory" }
  | { readonly kind: "template-added"; readonly sheet: string }
  | { readonly kind: "marked"; readonly cells: number }
  | { readonly kind: "unmarked"; readonly cells: number };

/** Counts what was written and lists what was left. */
export function mendedOutcome(report: EditReport): Outcome {
  const rows = report.applied.filter(isRowRemoval).length;
  const cells = report.applied.filter(isCellEdit).length;
  const added = report.applied.filter((edit) => "insertColumn" in edit).length;
  const removed = report.applied.filter((edit) => "removeColumn" in edit).length;
  return {
    kind: "mended",
    cells,
    rows,
    ...(added + removed === 0 ? {} : { columns: { added, removed } }),
    skipped: report.skipped.map(({ edit, reason }) => ({
      sheet: edit.sheet,
      place: editPlace(edit),
      reason,
    })),
  };
}

/**
 * How many steps of the workbook's history a carried-out plan took: one for each batch of which anything was written. Undoing the
 * plan takes back as many. Edits are compared by place, because a report that crossed to another thread holds copies.
 */
export function historySteps(plan: FixPlan, report: EditReport): number {
  const written = new Set(report.applied.map(editKey));
  return plan.batches.filter((batch) => batch.some((edit) => written.has(editKey(edit)))).length;
}
