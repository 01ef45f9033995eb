import type { Grid } from "../../../grid/grid";
import type { Workbook } from "../../../workbook/workbook";
import type { Progress } from "../../host";
import type { Reading, RowSlice, SheetNews, WorkbookPort } from "./port";

/** Cells in one slice: some milliseconds of copying, also on an office computer. */
const CELLS_AT_ONCE = 10_000;

interface Delivery extends Pick<Grid, "texts" | "values"> {
  /** The rows that the Worker lacks. */
  readonly lacking: readonly number[];
}

/**
 * Hands a workbook to the Worker (see WorkbookPort). Lives beside Excel's client, which a Worker cannot reach.
 * @param onProgress hears how many rows of how many are over there.
 */
export class SheetCourier {
  /** What the last reading gave, and its number. */
  private known = new Map<string, Grid>();
  private readings = 0;
  private deliveries: readonly Delivery[] = [];
  private progress: Progress = { done: 0, total: 0 };

  constructor(
    private readonly workbook: Workbook,
    private readonly onProgress: (progress: Progress) => void = () => undefined,
  ) {}

  /** The workbook as the Worker asks for it. @param guard is put around every answer. */
  port(guard: <T>(answer: Promise<T>) => Promise<T>): WorkbookPort {
    const { workbook } = this;
    return {
      readSheets: (received) => guard(this.readSheets(received)),
      takeRows: (sheet, from) => guard(Promise.resolve(this.takeRows(sheet, from))),
      applyEdits: (edits) => guard(workbook.applyEdits(edits)),
      undo: () => guard(workbook.undo()),
      redo: () => guard(workbook.redo()),
      showMarks: (marks) => guard(workbook.showMarks(marks)),
      clearMarks: () => guard(workbook.clearMarks()),
      addSheet: (layout) => guard(workbook.addSheet(layout)),
      columnWidths: (sheet) => guard(workbook.columnWidths(sheet)),
      readSettings: () => guard(workbook.readSettings()),
      writeSetting: (key, text) => guard(workbook.writeSetting(key, text)),
    };
  }

  private async readSheets(received: number): Promise<Reading> {
    const before = received === this.readings ? this.known : new Map<string, Grid>();
    const grids = await this.workbook.readGrids();
    const news: SheetNews[] = [];
    const deliveries: Delivery[] = [];
    for (const grid of grids) {
      const { texts, values, ...head } = grid;
      const changed = changedRows(before.get(grid.sheet), grid);
      news.push({ head, rows: texts.length, changed });
      deliveries.push({ texts, values, lacking: changed ?? texts.map((_row, index) => index) });
    }
    this.known = new Map(grids.map((grid) => [grid.sheet, grid]));
    this.deliveries = deliveries;
    this.progress = { done: 0, total: deliveries.reduce((sum, { lacking }) => sum + lacking.length, 0) };
    return { number: ++this.readings, sheets: news };
  }

  private takeRows(sheet: number, from: number): RowSlice {
    const delivery = this.deliveries[sheet];
    const slice: { texts: (readonly string[])[]; values: RowSlice["values"][number][] } = { texts: [], values: [] };
    let cells = 0;
    for (let at = from; delivery !== undefined && at < delivery.lacking.length && cells < CELLS_AT_ONCE; at++) {
      const row = delivery.lacking[at] ?? 0;
      const texts = delivery.texts[row] ?? [];
      slice.texts.push(texts);
      slice.values.push(delivery.values[row] ?? []);
      cells += Math.max(1, texts.length);
    }
    this.progress = { ...this.progress, done: this.progress.done + slice.texts.length };
    if (this.progress.total > slice.texts.length) this.onProgress(this.progress);
    return slice;
  }
}

/** The rows of a grid that are not as before; null when rows or columns have moved as a whole. */
function changedRows(before: Grid | undefined, grid: Grid): readonly number[] | null {
  if (before === undefined || before.origin.row !== grid.origin.row || before.origin.column !== grid.origin.column) return null;
  const changed: number[] = [];
  for (let row = 0; row < grid.texts.length; row++) {
    if (!sameRow(before.texts[row], grid.texts[row]) || !sameRow(before.values[row], grid.values[row])) changed.push(row);
  }
  return changed;
}

function sameRow<T>(before: readonly T[] | undefined, now: readonly T[] | undefined): boolean {
  if (before === now) return true;
  return before?.length === now?.length && (now ?? []).every((cell, column) => cell === before?.[column]);
}
