import type { CellValue, Grid } from "../../../grid/grid";
import type { Workbook } from "../../../workbook/workbook";

/** A sheet as it was read, without its rows: those follow in slices. */
export interface SheetNews {
  readonly head: Omit<Grid, "texts" | "values">;
  /** How many rows the sheet has now. */
  readonly rows: number;
  /** The rows (index in the grid) that are not as they were handed over before, ascending; null when the sheet is new or has moved: every row. */
  readonly changed: readonly number[] | null;
}

/** Some rows of a sheet: what they show and what they hold. */
export interface RowSlice {
  readonly texts: readonly (readonly string[])[];
  readonly values: readonly (readonly CellValue[])[];
}

/** What a reading brought. */
export interface Reading {
  /** Another number for each reading. */
  readonly number: number;
  readonly sheets: readonly SheetNews[];
}

/**
 * The workbook as the Worker asks for it. A sheet crosses in slices, each a message of its own, so that the pane stays awake between them; after
 * an edit only the rows cross that are not known there. Everything else is the port's own.
 */
export interface WorkbookPort extends Omit<Workbook, "readGrids" | "onChange"> {
  /**
   * Reads every sheet. What is handed out afterwards is of this reading.
   * @param received the last reading that came over whole, 0 for none: only against that one can rows be left out.
   */
  readSheets(received: number): Promise<Reading>;
  /**
   * The next rows of a sheet that the Worker lacks.
   * @param sheet index in the last reading.
   * @param from how many of the lacking rows it has got already.
   */
  takeRows(sheet: number, from: number): Promise<RowSlice>;
}
