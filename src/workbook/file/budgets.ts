/** What reading one workbook may cost. Sizes are in bytes and are counted while inflating: what a file declares is not trusted. */
export interface Budgets {
  /** Size of the file itself. */
  readonly fileBytes: number;
  /** Number of entries in the zip. */
  readonly entries: number;
  /** One part, inflated. */
  readonly entryBytes: number;
  /** All parts that were inflated, together. */
  readonly totalBytes: number;
  /** Inflated to compressed size of a part, looked at once a part is larger than 1 MB. */
  readonly ratio: number;
  /** Cells that hold something, in the whole workbook. */
  readonly cells: number;
  /** Places that ragged rows take up in memory, in the whole workbook: empty rows and empty cells before the last one count. */
  readonly places: number;
  /** Merged areas of one sheet. */
  readonly merges: number;
}

/** Ample for any appendix (a few hundred rows), and for a hundred of them in one file. */
export const BUDGETS: Budgets = {
  fileBytes: 20 * 1024 * 1024,
  entries: 2000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 200,
  cells: 2_000_000,
  places: 6_000_000,
  merges: 20_000,
};
