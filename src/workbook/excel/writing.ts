import { formatArea, type Area } from "../../grid/area";
import type { SkipReason } from "../../grid/edit";
import type { CellValue } from "../../grid/grid";
import { WorkbookFailure } from "../failure";
import { rectanglesOf } from "./addresses";
import { inputOf } from "./cellInput";
import { cellAt, type Block, type ReadCell } from "./cells";
import type { Sync } from "./excelClient";
import { isDenied, isGone } from "./excelErrors";
import type { SheetCache } from "./sheetCache";
import { askBlock, formulaAreas, type SheetReading } from "./sheetReading";

/** A cell that is to be written. */
export interface CellWrite {
  /** The sheet's id. */
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The number format of the cell before, which writing must not change. */
  readonly numberFormat: string;
  readonly before: CellValue;
}

/** What became of a cell that was to be written. */
export type WriteOutcome = { readonly found: ReadCell; readonly reason: null } | { readonly found: ReadCell | null; readonly reason: SkipReason };

/** One request writes so many rectangles at most: some 700 bytes each with the answer to read back. */
const RANGES = 2_000;
/** … and so many characters of text, which are up to three bytes each. */
const CHARACTERS = 1_000_000;
/** The client library cuts larger matrices itself, into more calls. */
const MATRIX_CELLS = 1_500;

/** Writes cells that were compared before, and reads back what became of them. */
export class CellWriting {
  constructor(
    private readonly reading: SheetReading,
    private readonly cache: SheetCache,
  ) {}

  /** True when all of it goes out in one request, which is then one step of Excel's undo history by itself. */
  isOneRequest(values: readonly CellValue[]): boolean {
    return chunks(values.map((value) => ({ value }))).length <= 1;
  }

  /**
   * Writes the cells and says of each what became of it, also when Excel breaks off on the way: then what was written is found out by
   * reading. A text that Excel made something else of after all is written once more with an apostrophe.
   * @throws WorkbookFailure "partly-written" when Excel fell silent; the error itself when nothing was written.
   */
  async write(context: Excel.RequestContext, sync: Sync, writes: readonly CellWrite[]): Promise<ReadonlyMap<CellWrite, WriteOutcome>> {
    const outcomes = new Map<CellWrite, WriteOutcome>();
    let pending = writes;
    while (pending.length > 0) {
      const chunk = chunks(pending)[0] ?? [];
      let failure: unknown = null;
      let found: ReadonlyMap<CellWrite, ReadCell>;
      try {
        found = await this.writeChunk(context, sync, chunk, false);
      } catch (error) {
        failure = error;
        found = await this.readAfterFailure(context, sync, chunk, error);
      }
      const mistaken: CellWrite[] = [];
      const left: CellWrite[] = [];
      for (const write of chunk) {
        const cell = found.get(write);
        if (cell !== undefined && holds(cell, write.value)) outcomes.set(write, { found: cell, reason: null });
        else if (failure !== null) left.push(write);
        else if (typeof write.value === "string" && cell !== undefined && (cell.value !== null || cell.isFormula)) mistaken.push(write);
        // A cell that a merge covers takes what is written to it, and forgets it.
        else outcomes.set(write, { found: cell ?? null, reason: (cell?.value ?? null) === null ? "merged-away" : "changed" });
      }
      const rest = new Set(pending);
      for (const write of chunk) rest.delete(write);
      pending = [...rest];
      if (mistaken.length > 0) await this.writeAsText(context, sync, mistaken, outcomes);
      const first = left[0];
      if (failure === null || first === undefined) continue;
      // Excel carries out a request in order: it broke off at the sheet of the first cell that was not written.
      const reason: SkipReason | null = isDenied(failure) ? "protected" : isGone(failure) ? "no-sheet" : null;
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the client library's own error, by whose code the caller goes
      if (reason === null && outcomes.size === 0) throw failure;
      const refused = [...left, ...pending].filter(({ id }) => reason === null || id === first.id);
      for (const write of refused) outcomes.set(write, { found: found.get(write) ?? null, reason: reason ?? "with-others" });
      const gone = new Set(refused);
      pending = [...left, ...pending].filter((write) => !gone.has(write));
    }
    return outcomes;
  }

  private async writeAsText(context: Excel.RequestContext, sync: Sync, writes: readonly CellWrite[], outcomes: Map<CellWrite, WriteOutcome>): Promise<void> {
    const found = await this.writeChunk(context, sync, writes, true);
    for (const write of writes) {
      const cell = found.get(write) ?? null;
      outcomes.set(write, cell !== null && holds(cell, write.value) ? { found: cell, reason: null } : { found: cell, reason: "changed" });
    }
  }

  /**
   * One request: writes, and reads back what was written, what formulas made of it, and which area is used now.
   * @param asText true to write with apostrophes, under the number formats that the cells had.
   */
  private async writeChunk(context: Excel.RequestContext, sync: Sync, writes: readonly CellWrite[], asText: boolean): Promise<ReadonlyMap<CellWrite, ReadCell>> {
    const input = ({ value, numberFormat }: CellWrite): string | number | boolean => {
      return asText && typeof value === "string" ? `'${value}` : inputOf(value, numberFormat);
    };
    hush(context, true);
    const answers = [...grouped(writes)].map(([id, cells]) => {
      const sheet = context.workbook.worksheets.getItem(id);
      const blocks = rectanglesOf(cells.values()).flatMap(cut).map((area) => {
        const range = sheet.getRange(formatArea(area));
        range.untrack();
        const matrix = matrixOf(area, (row, column) => cells.get(key(row, column)));
        if (asText) range.numberFormat = matrix.map((line) => line.map((write) => write?.numberFormat ?? null));
        range.values = matrix.map((line) => line.map((write) => (write === undefined ? null : input(write))));
        return askBlock(range, area);
      });
      return { id, cells, blocks, used: this.reading.askUsed(context, id) };
    });
    const computed = this.askFormulas(context);
    hush(context, false);
    await sync();
    for (const { id, blocks } of computed) this.cache.take(id, blocks(), this.cache.byId(id)?.used ?? null);
    const found = new Map<CellWrite, ReadCell>();
    for (const { id, cells, blocks, used } of answers) {
      const read = blocks.map((block) => block());
      this.cache.take(id, read, used());
      for (const block of read) collect(block, cells, found);
    }
    return found;
  }

  /** Asks for the cells that formulas compute, of every sheet: what was written may have changed any of them. */
  private askFormulas(context: Excel.RequestContext): { id: string; blocks: () => readonly Block[] }[] {
    return this.cache.known.flatMap(({ entry: { id }, grid }) => {
      const areas = formulaAreas(grid);
      if (areas === null) this.cache.touch(id, "all");
      return areas === null || areas.length === 0 ? [] : [{ id, blocks: this.reading.askAreas(context, id, areas) }];
    });
  }

  /** Finds out what was written before Excel broke off. */
  private async readAfterFailure(context: Excel.RequestContext, sync: Sync, writes: readonly CellWrite[], failure: unknown): Promise<ReadonlyMap<CellWrite, ReadCell>> {
    const unsure = new WorkbookFailure("partly-written", String(writes.length), failure);
    this.cache.clear();
    if (failure instanceof WorkbookFailure) throw failure.code === "excel-silent" ? unsure : failure;
    const found = new Map<CellWrite, ReadCell>();
    try {
      hush(context, false);
      const list = this.reading.askList(context);
      await sync();
      const alive = new Set(list().map(({ id }) => id));
      const asked = [...grouped(writes)].flatMap(([id, cells]) => (alive.has(id) ? [{ cells, blocks: this.reading.askAreas(context, id, rectanglesOf(cells.values())) }] : []));
      await sync();
      for (const { cells, blocks } of asked) for (const block of blocks()) collect(block, cells, found);
      return found;
    } catch {
      // Nothing was carried out of a request that Excel did not take while a cell is being edited.
      throw (failure as { code?: unknown }).code === "InvalidOperationInCellEditMode" ? failure : unsure;
    }
  }
}

/** Keeps the screen and the events of this add-in still while it writes; on again at the end. */
export function hush(context: Excel.RequestContext, on: boolean): void {
  if (on) context.application.suspendScreenUpdatingUntilNextSync();
  context.runtime.enableEvents = !on;
}

/** True when the cell holds what was to be written; a cell of the format "text" holds a number as its digits. */
function holds({ value, isFormula }: ReadCell, wanted: CellValue): boolean {
  if (isFormula) return false;
  return value === (wanted === "" ? null : wanted) || (typeof wanted === "number" && value === String(wanted));
}

function key(row: number, column: number): number {
  return row * 16_384 + column;
}

function grouped(writes: readonly CellWrite[]): ReadonlyMap<string, ReadonlyMap<number, CellWrite>> {
  const bySheet = new Map<string, Map<number, CellWrite>>();
  for (const write of writes) {
    const cells = bySheet.get(write.id) ?? new Map<number, CellWrite>();
    bySheet.set(write.id, cells.set(key(write.row, write.column), write));
  }
  return bySheet;
}

function collect(block: Block, cells: ReadonlyMap<number, CellWrite>, found: Map<CellWrite, ReadCell>): void {
  const { top, left, bottom, right } = block.area;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const write = cells.get(key(row, column));
      if (write !== undefined) found.set(write, cellAt(block, row, column));
    }
  }
}

function matrixOf<T>({ top, left, bottom, right }: Area, at: (row: number, column: number) => T): T[][] {
  const matrix: T[][] = [];
  for (let row = top; row <= bottom; row++) {
    const line: T[] = [];
    for (let column = left; column <= right; column++) line.push(at(row, column));
    matrix.push(line);
  }
  return matrix;
}

function cut(area: Area): readonly Area[] {
  const rows = Math.max(1, Math.floor(MATRIX_CELLS / (area.right - area.left + 1)));
  const areas: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) areas.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  return areas;
}

/** What goes out in one request each. */
function chunks<T extends Pick<CellWrite, "value">>(writes: readonly T[]): readonly (readonly T[])[] {
  const list: T[][] = [];
  let chunk: T[] = [];
  let characters = 0;
  for (const write of writes) {
    const length = typeof write.value === "string" ? write.value.length : 8;
    if (chunk.length >= RANGES || (chunk.length > 0 && characters + length > CHARACTERS)) {
      list.push(chunk);
      chunk = [];
      characters = 0;
    }
    chunk.push(write);
    characters += length;
  }
  if (chunk.length > 0) list.push(chunk);
  return list;
}
