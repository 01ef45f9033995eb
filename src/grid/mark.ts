/** How grave a finding is; the order is the order of gravity. */
export type Severity = "error" | "warning" | "info";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** A cell to be shown as having a finding. Several findings on one cell are one mark of the gravest severity. */
export interface Mark {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly severity: Severity;
}

/** Rank for sorting: 0 for an error, 2 for a piece of information. */
export function severityRank(severity: Severity): number {
  return severity === "error" ? 0 : severity === "warning" ? 1 : 2;
}
