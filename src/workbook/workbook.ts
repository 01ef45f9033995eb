import type { Edit, EditReport } from "../grid/edit";
import type { Grid } from "../grid/grid";
import type { SheetLayout } from "../grid/layout";
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

  /**
   * Puts a new visible sheet after the last one, laid out as told, as one step of the undo history.
   * @returns the name that it got: the layout's, with " (2)" and so on when that is taken.
   */
  addSheet(layout: SheetLayout): Promise<string>;

  /** The widths of a sheet's columns in characters, from column A to the last one that holds something. @throws WorkbookFailure when there is no such sheet. */
  columnWidths(sheet: string): Promise<readonly number[]>;

  /**
   * What the product keeps in the file itself, by key: texts that travel with it and are no part of its sheets. A key that was never written
   * is absent. What the file holds under a key is handed out as it is: whoever asks judges it.
   */
  readSettings(): Promise<Readonly<Record<string, string>>>;

  /**
   * Keeps a text in the file under a key (letters, digits and "-"), or takes it out with null. No step of the undo history.
   * @throws WorkbookFailure when the text is larger than MAX_SETTING_BYTES.
   */
  writeSetting(key: string, text: string | null): Promise<void>;

  /**
   * Hears of changes that did not come through this port: the user's own edits in Excel, a co-author's. A workbook that nobody else can
   * change never calls. @returns a function that stops hearing.
   */
  onChange(listener: (change: WorkbookChange) => void): () => void;
}

/** How large one setting may be in UTF-8: Excel on the web refuses custom XML parts of a megabyte and more. */
export const MAX_SETTING_BYTES = 900_000;
