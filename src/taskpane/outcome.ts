import { isRowRemoval, type EditReport, type SkipReason } from "../grid/edit";
import type { FixPlan } from "../review/fixPlan";

/** An edit that was left undone: where, and why. */
interface Skipped {
  readonly sheet: string;
  /** A1 address, or the one-based number of a row that was to go. */
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
  return {
    kind: "mended",
    cells: report.applied.length - rows,
    rows,
    skipped: report.skipped.map(({ edit, reason }) => ({
      sheet: edit.sheet,
      place: isRowRemoval(edit) ? String(edit.removeRow) : edit.cell,
      reason,
    })),
  };
}

/**
 * How many steps of the workbook's history a carried-out plan took: one for each batch of which anything was written. Undoing the
 * plan takes back as many. Edits are compared by place, because a report that crossed to another thread holds copies.
 */
export function historySteps(plan: FixPlan, report: EditReport): number {
  const key = (edit: EditReport["applied"][number]): string => `${edit.sheet}!${isRowRemoval(edit) ? `row ${edit.removeRow}` : edit.cell}`;
  const written = new Set(report.applied.map(key));
  return plan.batches.filter((batch) => batch.some((edit) => written.has(key(edit)))).length;
}
