import type { RowStretch } from "../../grid/edit";
import type { CellValue } from "../../grid/grid";
import type { SheetLayout } from "../../grid/layout";

/** A cell that a batch wrote, as it was read before and after. */
export interface WrittenCell {
  /** Zero-based, in the sheet before the batch moved rows and columns. */
  readonly fromRow: number;
  readonly fromColumn: number;
  /** The same cell after the batch. */
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** What a row or column holds: by its place across (zero-based), what to hand to Excel. */
export interface LineContent {
  readonly at: number;
  readonly input: string | number | boolean;
  readonly numberFormat?: string;
}

/** A row or column that is put in or taken out. */
export interface Move {
  readonly kind: "insert" | "remove";
  readonly axis: "row" | "column";
  /** Zero-based, at the time when the move is carried out. */
  readonly index: number;
  /** Which neighbour gives the formats of a new row or column. */
  readonly formatFrom: "before" | "after";
  /** Height or width of a new row or column in points; null for that of the neighbour. */
  readonly size: number | null;
  /** What a new row or column gets. For one that was taken out, what it held. */
  readonly content: readonly LineContent[];
  /** Cells of a column that are merged. */
  readonly merges: readonly RowStretch[];
  /** True for a column that is printed with the neighbour that its formats come from. */
  readonly printed: boolean;
  /** The texts by which one that is to be taken out is known, from the first place on without trailing empty ones. */
  readonly texts: readonly string[];
}

/** What a batch did to one sheet. */
export interface SheetStep {
  readonly id: string;
  readonly cells: readonly WrittenCell[];
  /** In the order in which they were carried out. */
  readonly moves: readonly Move[];
  /** What stands around each move since, to see whether the sheet is still as the batch left it. */
  readonly probes: readonly string[];
}

/** One batch of edits, by sheet. */
export type Batch = readonly SheetStep[];

/** A sheet that was added. */
export interface AddedSheet {
  readonly id: string;
  readonly layout: SheetLayout;
  /** What it held when it was added, to see whether somebody has worked on it since. */
  readonly content: string;
}

/** One step of the history. */
type Step = { readonly edits: Batch } | { readonly added: AddedSheet };

/** How many batches can be taken back. */
const MAX_STEPS = 100;

/** The batches of this session: what the pane's own "Hoàn tác" takes back, besides Excel's Ctrl+Z. */
export class Journal {
  private done: Step[] = [];
  private undone: Step[] = [];

  get lastDone(): Step | undefined {
    return this.done.at(-1);
  }

  get lastUndone(): Step | undefined {
    return this.undone.at(-1);
  }

  /** Enters a step; what was taken back before cannot be done again. */
  enter(step: Step): void {
    if (isEmpty(step)) return;
    this.done = [...this.done, step].slice(-MAX_STEPS);
    this.undone = [];
  }

  /** Moves the last step to those that were taken back, as far as it was taken back. */
  takeBack(rest: Step): void {
    this.done = this.done.slice(0, -1);
    if (!isEmpty(rest)) this.undone = [...this.undone, rest];
  }

  /** Moves the last step that was taken back to those that are done, as far as it was done. */
  doAgain(rest: Step): void {
    this.undone = this.undone.slice(0, -1);
    if (!isEmpty(rest)) this.done = [...this.done, rest];
  }

  /** A sheet that was added again has another id: what is still to be done on it is done there. */
  replaceId(before: string, after: string): void {
    this.undone = this.undone.map((step) => ("added" in step ? step : { edits: step.edits.map((sheet) => (sheet.id === before ? { ...sheet, id: after } : sheet)) }));
  }
}

function isEmpty(step: Step): boolean {
  return "edits" in step && step.edits.length === 0;
}
