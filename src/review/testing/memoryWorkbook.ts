import { parseAddress } from "../../grid/address";
import { isCellEdit, withCell, type Edit, type EditReport } from "../../grid/edit";
import { valueAt, type Grid } from "../../grid/grid";
import type { Mark } from "../../grid/mark";
import type { Workbook, WorkbookChange } from "../../workbook/workbook";

/** A workbook of one sheet in memory, for tests of the use case: cell edits, their history, marks and settings. */
export class MemoryWorkbook implements Workbook {
  marks: readonly Mark[] = [];
  reads = 0;
  /** The keys of every setting that was written, in order. */
  readonly written: string[] = [];
  private history: Grid[] = [];

  constructor(
    public grid: Grid,
    public settings: Readonly<Record<string, string>> = {},
  ) {}

  readGrids() {
    this.reads++;
    return Promise.resolve([this.grid]);
  }
  applyEdits(edits: readonly Edit[]): Promise<EditReport> {
    this.history.push(this.grid);
    const applied: Edit[] = [];
    const skipped: EditReport["skipped"][number][] = [];
    for (const edit of edits) {
      if (!isCellEdit(edit)) throw new Error("this test workbook keeps its rows and columns");
      const position = parseAddress(edit.cell) ?? { row: 0, column: 0 };
      const found = valueAt(this.grid, position.row, position.column);
      if (found === edit.expected) {
        this.grid = withCell(this.grid, position.row, position.column, edit.value);
        applied.push(edit);
      } else skipped.push({ edit, reason: "changed", found: String(found ?? "") });
    }
    return Promise.resolve({ applied, skipped });
  }
  undo(): Promise<WorkbookChange | null> {
    const before = this.history.pop();
    if (before !== undefined) this.grid = before;
    return Promise.resolve(before === undefined ? null : { cells: null });
  }
  redo() {
    return Promise.resolve(null);
  }
  showMarks(marks: readonly Mark[]) {
    this.marks = marks;
    return Promise.resolve();
  }
  clearMarks() {
    const { length } = this.marks;
    this.marks = [];
    return Promise.resolve(length);
  }
  addSheet(): Promise<string> {
    return Promise.reject(new Error("this test workbook keeps its one sheet"));
  }
  columnWidths() {
    return Promise.resolve([]);
  }
  readSettings() {
    return Promise.resolve(this.settings);
  }
  writeSetting(key: string, text: string | null) {
    this.written.push(key);
    const others = Object.fromEntries(Object.entries(this.settings).filter(([other]) => other !== key));
    this.settings = text === null ? others : { ...others, [key]: text };
    return Promise.resolve();
  }
  onChange() {
    return () => undefined;
  }
}
