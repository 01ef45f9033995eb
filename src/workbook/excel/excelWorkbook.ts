import { columnName, formatAddress } from "../../grid/address";
import type { Edit, EditReport } from "../../grid/edit";
import type { Grid } from "../../grid/grid";
import type { SheetLayout } from "../../grid/layout";
import type { Mark } from "../../grid/mark";
import { WorkbookFailure } from "../failure";
import type { Workbook, WorkbookChange } from "../workbook";
import { ExcelChanges } from "./changes";
import { columnCharacters } from "./columnWidth";
import { Comparing } from "./comparing";
import { Editing } from "./editing";
import { failureOf, isGone } from "./excelErrors";
import { ExcelClient, excelOfPage, type ExcelEnvironment, type Sync } from "./excelClient";
import { Journal, type Batch } from "./journal";
import { Marking } from "./marks";
import { addSheet, takeAway } from "./newSheet";
import { Repeating } from "./repeating";
import { Settings } from "./settings";
import { changeBetween, SheetCache } from "./sheetCache";
import { SheetReading } from "./sheetReading";
import { CellWriting } from "./writing";

/**
 * The workbook that is open in Excel, as a `Workbook`. Nothing of it is kept but what was read last, so as to read again only what changed.
 * Every error of Excel comes as a WorkbookFailure that says what to do.
 */
export class ExcelWorkbook implements Workbook {
  private readonly client: ExcelClient;
  private readonly reading: SheetReading;
  private readonly cache: SheetCache;
  private readonly editing: Editing;
  private readonly repeating: Repeating;
  private readonly marking: Marking;
  private readonly settings: Settings;
  private readonly changes: ExcelChanges;
  private readonly journal = new Journal();
  private readonly listeners = new Set<(change: WorkbookChange) => void>();
  /** What the next reading needs: everything anew, what changed, or nothing because it was read for a listener just now. */
  private next: "all" | "changes" | "nothing" = "all";
  /** The sheets as whoever uses this port knows them. */
  private told: readonly Grid[] = [];
  private listening = false;

  /** @param environment the Excel to work on: that of the page unless told otherwise. */
  constructor(environment: ExcelEnvironment = excelOfPage()) {
    this.client = new ExcelClient(environment);
    this.reading = new SheetReading(this.client);
    this.cache = new SheetCache(this.reading);
    const comparing = new Comparing(this.reading, this.cache);
    const writing = new CellWriting(this.reading, this.cache);
    this.editing = new Editing(this.client, this.cache, comparing, writing);
    this.repeating = new Repeating(this.client, this.cache, comparing, writing);
    this.marking = new Marking(this.client, this.reading, this.cache);
    this.settings = new Settings(this.client);
    this.changes = new ExcelChanges(this.client, this.cache, () => this.listen());
  }

  readGrids(): Promise<readonly Grid[]> {
    return this.client.alone(async () => {
      const { next } = this;
      this.next = "all";
      if (next === "nothing" && !this.cache.isStale && this.cache.known.length > 0) return this.tell();
      await this.client.run((context, sync) => {
        if (this.cache.known.length === 0) return this.readFirst(context, sync);
        return next === "all" ? this.cache.readAll(context, sync) : this.cache.readChanges(context, sync, this.cache.isStale);
      });
      // Where beginning to listen failed, it is tried again with every check.
      if (this.listeners.size > 0) await this.changes.start().catch(() => undefined);
      return this.tell();
    });
  }

  applyEdits(edits: readonly Edit[]): Promise<EditReport> {
    return this.client.alone(async () => {
      this.next = "changes";
      const { report, step } = await this.editing.apply(edits);
      this.journal.enter({ edits: step });
      this.told = this.cache.grids;
      return report;
    });
  }

  undo(): Promise<WorkbookChange | null> {
    return this.client.alone(async () => {
      const step = this.journal.lastDone;
      if (step === undefined) return null;
      this.next = "changes";
      if ("added" in step) {
        const gone = await takeAway(this.client, step.added);
        this.journal.takeBack(gone ? step : { edits: [] });
        return { cells: gone ? null : [] };
      }
      const edits = await this.repeating.repeat(step.edits, "back");
      this.journal.takeBack({ edits });
      return this.changed(edits, true);
    });
  }

  redo(): Promise<WorkbookChange | null> {
    return this.client.alone(async () => {
      const step = this.journal.lastUndone;
      if (step === undefined) return null;
      this.next = "changes";
      if ("added" in step) {
        const { added } = await addSheet(this.client, step.added.layout);
        this.journal.doAgain({ added });
        this.journal.replaceId(step.added.id, added.id);
        return { cells: null };
      }
      const edits = await this.repeating.repeat(step.edits, "again");
      this.journal.doAgain({ edits });
      return this.changed(edits, false);
    });
  }

  showMarks(marks: readonly Mark[]): Promise<void> {
    return this.client.alone(() => this.marking.show(marks));
  }

  clearMarks(): Promise<number> {
    return this.client.alone(() => this.marking.clear());
  }

  addSheet(layout: SheetLayout): Promise<string> {
    return this.client.alone(async () => {
      this.next = "changes";
      const { name, added } = await addSheet(this.client, layout);
      this.journal.enter({ added });
      return name;
    });
  }

  columnWidths(sheet: string): Promise<readonly number[]> {
    return this.client.alone(() =>
      this.client.run(async (context, sync) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
        worksheet.load("standardWidth");
        await sync();
        if (worksheet.isNullObject) throw new WorkbookFailure("no-such-sheet", sheet);
        const used = worksheet.getUsedRangeOrNullObject(true);
        used.load("columnIndex,columnCount");
        used.untrack();
        await sync();
        if (used.isNullObject) return [];
        const columns = Array.from({ length: used.columnIndex + used.columnCount }, (_, column) => {
          const range = worksheet.getRange(`${columnName(column)}:${columnName(column)}`);
          range.load("format/columnWidth");
          range.untrack();
          return range;
        });
        await sync();
        return columns.map(({ format }) => columnCharacters(format.columnWidth, worksheet.standardWidth));
      }),
    );
  }

  readSettings(): Promise<Readonly<Record<string, string>>> {
    return this.client.alone(() => this.settings.read());
  }

  writeSetting(key: string, text: string | null): Promise<void> {
    return this.client.alone(() => this.settings.write(key, text));
  }

  /**
   * Brings a cell into view and selects it, on whatever sheet it is. Excel wants the sheet to be in front before it selects
   * (office-js #5118): two round trips.
   * @param cell A1 address.
   * @throws WorkbookFailure "no-such-sheet" when the sheet is gone.
   */
  select(sheet: string, cell: string): Promise<void> {
    return this.client.alone(() =>
      this.client.run(async (context, sync) => {
        const worksheet = context.workbook.worksheets.getItem(this.cache.byName(sheet)?.entry.id ?? sheet);
        worksheet.activate();
        try {
          await sync();
        } catch (error) {
          throw isGone(error) ? new WorkbookFailure("no-such-sheet", sheet, error) : failureOf(error, sheet);
        }
        const range = worksheet.getRange(cell);
        range.untrack();
        range.select();
        await sync();
      }),
    );
  }

  onChange(listener: (change: WorkbookChange) => void): () => void {
    const own = (change: WorkbookChange): void => listener(change);
    this.listeners.add(own);
    // A workbook that cannot be listened to is checked by hand; nothing else depends on it.
    if (this.listeners.size === 1) this.client.alone(() => this.changes.start()).catch(() => undefined);
    return () => {
      if (!this.listeners.delete(own) || this.listeners.size > 0) return;
      this.client.alone(() => this.changes.stop()).catch(() => undefined);
    };
  }

  /** The first reading of the workbook brings along what the file keeps for the product: whoever checks it asks for that next. */
  private readFirst(context: Excel.RequestContext, sync: Sync): Promise<void> {
    const along = this.settings.askAlong(context);
    return this.cache.readAll(context, async () => {
      await sync();
      along();
    });
  }

  private tell(): readonly Grid[] {
    this.told = this.cache.grids;
    return this.told;
  }

  /** Reads what Excel told of, once for all news that come in one go, and tells the listeners what differs from what they know. */
  private listen(): void {
    if (this.listening) return;
    this.listening = true;
    const work = async (): Promise<void> => {
      this.listening = false;
      if (this.told.length === 0 || this.listeners.size === 0) return;
      await this.client.run((context, sync) => this.cache.readChanges(context, sync, true));
      const change = changeBetween(this.told, this.cache.grids);
      if (change === null) return;
      this.next = "nothing";
      for (const listener of this.listeners) listener(change);
    };
    // What could not be read now stays noted: the next news, or the next check, reads it.
    this.client.alone(work).catch(() => undefined);
  }

  private changed(step: Batch, back: boolean): WorkbookChange {
    this.told = this.cache.grids;
    if (step.some(({ moves }) => moves.length > 0)) return { cells: null };
    const names = new Map(this.cache.known.map(({ entry }) => [entry.id, entry.name]));
    return {
      cells: step.flatMap(({ id, cells }) => {
        const sheet = names.get(id);
        if (sheet === undefined) return [];
        return cells.map((cell) => ({ sheet, cell: back ? formatAddress(cell.row, cell.column) : formatAddress(cell.fromRow, cell.fromColumn) }));
      }),
    };
  }
}
