import type { AppendixKind, Column, Role } from "../appendix";
import type { Grid } from "../../grid/grid";

/** A headed column that has no role. */
export interface UnknownColumn {
  readonly column: number;
  readonly header: string;
  readonly row: number;
}

/**
 * A table as its header lays it out, before its rows are read. Rows and columns are indexes into the grid's own arrays (the grid's
 * origin not added), except in `columns`, which are what the appendix shows.
 */
export interface TableBlock {
  readonly grid: Grid;
  readonly kind: AppendixKind;
  /** Header rows, and the row of column numbers "(1) (2) (3)" below them when there is one. */
  readonly headerRows: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly columns: readonly Column[];
  readonly unknown: readonly UnknownColumn[];
  /** -1 when the table has no such column. */
  readonly numberAt: number;
  readonly detailAt: number;
  readonly contentAt: number;
  /** Every headed column besides number, detail and content: a section row leaves them empty. */
  readonly othersAt: readonly number[];
  /** The columns of `othersAt` without a role of their own say nothing of "in charge" and "when". */
  readonly leadAt: number;
  readonly deadlineAt: number;
  readonly productAt: number;
  readonly fieldColumns: readonly { readonly role: Role; readonly at: number; readonly column: Column }[];
  readonly targetColumns: readonly { readonly at: number; readonly column: Column }[];
  /** The column in which one cell may name both units; -1 when there is none. */
  readonly sharedUnitsAt: number;
  /** Columns inside the table without a header. */
  readonly unheadedAt: readonly number[];
  /** The header's texts as they stand, for recognising a repeated header: one list of [column, bare text] for each header row. */
  readonly headerTexts: readonly (readonly { readonly at: number; readonly text: string }[])[];
}
