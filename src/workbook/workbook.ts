import type { Edit, EditReport } from "../grid/edit";
import type { Grid } from "../grid/grid";
import type { Mark } from "../grid/mark";

/** What changed in a workbook, told after the fact. */
export interface WorkbookChange {
  /** A1 addresses of single cells, by sheet; null when rows moved or more changed than is worth listing: read again. */
  readonly cells: readonly { readonly sheet: string; readonly cell: string }[] | null;
}

/**
 * A workbook as the product needs it: the port that Excel (Office.js) and an .xlsx file both fill. One contract suite
 * (test/workbook/contract.ts) runs against every adapter.
 */
export interface Workbook {
  /** Every worksheet in tab order, hidden ones too. */
  readGrids(): Promise<readonly Grid[]>;

  /**
   * Carries out a batch of edits as one step of the undo history. An edit whose cell no longer holds what was expected, or
   * whose cell holds a formula, is skipped and told; the others are carried out.
   */
  applyEdits(edits: readonly Edit[]): Promise<EditReport>;

  /** Takes the last batch of this session back. Null when there is none. */
  undo(): Promise<WorkbookChange | null>;

  /** Carries the last batch that was taken back out again. Null when there is none. */
  redo(): Promise<WorkbookChange | null>;

  /**
   * Shows exactly these marks: those of an earlier call, or found in the file, are replaced. The user's own formats are never
   * touched: a mark is a conditional format whose formula names the product.
   */
  showMarks(marks: readonly Mark[]): Promise<void>;

  /** Takes every mark of the product away, without a trace. @returns how many cells had one. */
  clearMarks(): Promise<number>;
}
