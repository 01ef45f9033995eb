import { isCellEdit, isRowRemoval, type Edit, type EditReport, type SkipReason } from "../grid/edit";
import type { FixPlan } from "../review/fixPlan";

/** An edit that was left undone: where, and why. */
interface Skipped {
  readonly sheet: string;
  /** A1 address, the one-based number of a row, or the letters of a column. */
  readonly place: string;
  readonly reason: SkipReason;
}

/** What the last command brought about, for the message strip and the live region. */
export type Outcome =
  | { readonly kind: "checked" }
  | { readonly kind: "stopped" }
  | { readonly kind: "mended"; readonly cells: number; readonly rows: number; readonly skipped: readonly Skipped[] }
  | { readonly kind: "undone" | "redone" }
  | { readonly kind: "nothing-to-undo" | "nothing-to-redo" }
  | { readonly kind: "nothing-to-mend" }
  | { readonly kind: "marked"; readonly cells: number }
  | { readonly kind: "unmarked"; readonly cells: number };

/** Counts what was written and lists what was left. */
export function mendedOutcome(report: EditReport): Outcome {
  const rows = report.applied.filter(isRowRemoval).length;
  const cells = report.applied.filter(isCellEdit).length;
  return {
    kind: "mended",
    cells,
    rows,
    skipped: report.skipped.map(({ edit, reason }) => ({
      sheet: edit.sheet,
      place: placeOf(edit),
      reason,
    })),
  };
}

/**
 * How many steps of the workbook's history a carried-out plan took: one for each batch of which anything was written. Undoing the
 * plan takes back as many. Edits are compared by place, because a report that crossed to another thread holds copies.
 */
export function historySteps(plan: FixPlan, report: EditReport): number {
  const key = (edit: Edit): string => `${edit.sheet}!${isCellEdit(edit) || isRowRemoval(edit) ? "" : "new "}${placeOf(edit)}`;
  const written = new Set(report.applied.map(key));
  return plan.batches.filter((batch) => batch.some((edit) => written.has(key(edit)))).length;
}

/** Where an edit writes, as people name it: a cell, a row's number, a column's letters. */
function placeOf(edit: Edit): string {
  if (isCellEdit(edit)) return edit.cell;
  if ("removeRow" in edit) return String(edit.removeRow);
  if ("insertRow" in edit) return String(edit.insertRow);
  return "insertColumn" in edit ? edit.insertColumn : edit.removeColumn;
}
