import type { CellValue, Grid } from "../../../grid/grid";
import type { Edit, EditReport } from "../../../grid/edit";
import type { SheetLayout } from "../../../grid/layout";
import type { Mark } from "../../../grid/mark";
import type { Workbook, WorkbookChange } from "../../../workbook/workbook";
import type { SheetNews, WorkbookPort } from "./port";

/** The workbook in Excel as the Worker has it: rows that did not change stay the very same objects, so that a re-check costs what has changed. */
export class RemoteWorkbook implements Workbook {
  private known = new Map<string, Grid>();
  /** The reading that `known` is. */
  private received = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly port: WorkbookPort) {}

  /** One reading after the other: the rows that follow belong to the last one. */
  readGrids(): Promise<readonly Grid[]> {
    const reading = this.last.then(() => this.read());
    this.last = reading.catch(() => undefined);
    return reading;
  }

  applyEdits(edits: readonly Edit[]): Promise<EditReport> {
    return this.port.applyEdits(edits);
  }

  undo(): Promise<WorkbookChange | null> {
    return this.port.undo();
  }

  redo(): Promise<WorkbookChange | null> {
    return this.port.redo();
  }

  showMarks(marks: readonly Mark[]): Promise<void> {
    return this.port.showMarks(marks);
  }

  clearMarks(): Promise<number> {
    return this.port.clearMarks();
  }

  addSheet(layout: SheetLayout): Promise<string> {
    return this.port.addSheet(layout);
  }

  columnWidths(sheet: string): Promise<readonly number[]> {
    return this.port.columnWidths(sheet);
  }

  readSettings(): Promise<Readonly<Record<string, string>>> {
    return this.port.readSettings();
  }

  writeSetting(key: string, text: string | null): Promise<void> {
    return this.port.writeSetting(key, text);
  }

  /** Never calls: changes are heard of where Excel is, and come here as a refresh. */
  onChange(): () => void {
    return () => undefined;
  }

  private async read(): Promise<readonly Grid[]> {
    const { number, sheets } = await this.port.readSheets(this.received);
    const grids: Grid[] = [];
    for (const [index, sheet] of sheets.entries()) grids.push(await this.receive(index, sheet));
    this.known = new Map(grids.map((grid) => [grid.sheet, grid]));
    this.received = number;
    return grids;
  }

  private async receive(index: number, { head, rows, changed }: SheetNews): Promise<Grid> {
    const before = changed === null ? undefined : this.known.get(head.sheet);
    const lacking = changed ?? Array.from({ length: rows }, (_, row) => row);
    const texts: (readonly string[])[] = before?.texts.slice(0, rows) ?? [];
    const values: (readonly CellValue[])[] = before?.values.slice(0, rows) ?? [];
    for (let got = 0; got < lacking.length; ) {
      const slice = await this.port.takeRows(index, got);
      if (slice.texts.length === 0) throw new Error("The rows of a sheet stopped coming.");
      for (const [i, row] of slice.texts.entries()) {
        const target = lacking[got + i] ?? 0;
        texts[target] = row;
        values[target] = slice.values[i] ?? [];
      }
      got += slice.texts.length;
    }
    return { ...head, texts, values };
  }
}
