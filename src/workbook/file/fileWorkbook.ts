import type { Area } from "../../grid/area";
import { formatAddress, MAX_ROWS, parseAddress } from "../../grid/address";
import { isCellEdit, isRowRemoval, rowTexts, type CellEdit, type Edit, type EditReport, type RowRemoval, type SkipReason } from "../../grid/edit";
import { textAt, valueAt, type CellValue, type Grid } from "../../grid/grid";
import type { SheetLayout } from "../../grid/layout";
import type { Mark } from "../../grid/mark";
import { WorkbookFailure } from "../failure";
import type { CellStyle, SheetLook } from "../look";
import { MAX_SETTING_BYTES, type Workbook, type WorkbookChange } from "../workbook";
import { Archive } from "./archive";
import { BUDGETS, type Budgets } from "./budgets";
import { cellKey, cellOf, patchCells, type CellWrites } from "./cellPatch";
import { columnWidths, digitPixels } from "./columnWidth";
import { withCells, withoutRows, type CellChange } from "./gridEdits";
import { countCells, markedAreas, mergeAt, type MarkedArea } from "./marking";
import { applyMarks } from "./markParts";
import { NumberFormats } from "./numberFormat";
import { Parts, readOutline, type Outline, type SheetEntry } from "./package";
import { withRecalculation } from "./recalculation";
import { addSheetPart, cellStyles } from "./sheetAddition";
import { removeRows } from "./rowRemoval";
import { RowShift } from "./rowShift";
import { isSettingKey, readSettingParts, withSettings, type StoredSetting } from "./settingParts";
import { readSharedStrings } from "./sharedStrings";
import { readLayout, styleAt, type SheetLayout as StoredLayout } from "./sheetLayout";
import { makeLook } from "./sheetLook";
import { readSheet, type SheetContent } from "./sheetReader";

/** How a workbook is opened. */
export interface OpenOptions {
  /** The file's name, kept for showing. */
  readonly name?: string;
  readonly budgets?: Partial<Budgets>;
  /** Told how far reading is, 0 to 1, in compressed bytes; between two calls the page can paint. */
  readonly onProgress?: (fraction: number) => void;
}

/** What was read of a workbook. */
interface Contents {
  readonly outline: Outline;
  readonly formats: NumberFormats;
  readonly grids: readonly Grid[];
  readonly marks: readonly (readonly MarkedArea[])[];
}

/**
 * Opens an .xlsx file.
 * @param bytes the whole file.
 * @throws WorkbookFailure with a reason for people when the file is none, is unsafe, damaged or over budget.
 */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions = {}): Promise<FileWorkbook> {
  const budgets = { ...BUDGETS, ...options.budgets };
  const parts = new Parts(new Archive(bytes, budgets));
  return new FileWorkbook(options.name ?? "", parts, await readContents(parts, budgets, options.onProgress));
}

async function readContents(parts: Parts, budgets: Budgets, onProgress?: (fraction: number) => void): Promise<Contents> {
  const outline = readOutline(parts);
  const { stylesPart, stringsPart, sheets, date1904 } = outline;
  const work = (part: string | null): number => (part === null ? 0 : parts.archive.compressedSize(part));
  const total = sheets.reduce((sum, { part }) => sum + work(part), work(stringsPart)) || 1;
  let done = 0;
  const step = async (part: string | null): Promise<void> => {
    done += work(part);
    if (onProgress === undefined) return;
    onProgress(done / total);
    await new Promise((resolve) => setTimeout(resolve));
  };
  const formats = new NumberFormats(stylesPart === null ? null : parts.read(stylesPart), date1904);
  if (stringsPart !== null) await parts.archive.prepare(stringsPart);
  const strings = stringsPart === null ? [] : readSharedStrings(parts.read(stringsPart), stringsPart);
  await step(stringsPart);
  const allowance = { cells: budgets.cells, places: budgets.places };
  const grids: Grid[] = [];
  const marks: (readonly MarkedArea[])[] = [];
  for (const sheet of sheets) {
    const { part } = sheet;
    await parts.archive.prepare(part);
    const content = readSheet(parts.read(part), part, { strings, formats, date1904, budgets, allowance });
    grids.push(gridOf(sheet, content));
    marks.push(content.marks);
    await step(part);
  }
  return { outline, formats, grids, marks };
}

function gridOf({ name, visibility }: SheetEntry, { origin, texts, values, merges, formulas }: SheetContent): Grid {
  return { sheet: name, visibility, origin, texts, values, merges, ...(formulas.size === 0 ? {} : { formulas }) };
}

/** Excel's limit for the text of one cell (Excel specifications and limits). */
const MAX_TEXT = 32_767;
/** Steps that can be taken back. */
const MAX_STEPS = 100;

/** Everything that an edit changes; never altered in place, so that a step back is the state before it. */
interface State {
  readonly outline: Outline;
  readonly formats: NumberFormats;
  readonly grids: readonly Grid[];
  /** The sheets as the parts hold them. */
  readonly stored: readonly Grid[];
  readonly parts: Parts;
  /** Cells that differ from the parts, by sheet. */
  readonly pending: readonly CellWrites[];
}

/** One batch of edits. */
interface Step {
  readonly before: State;
  readonly after: State;
  readonly change: WorkbookChange;
  /** Rows that were taken out, by index of the sheet. */
  readonly removed: ReadonlyMap<number, readonly number[]>;
}

/** How a file is written. */
export interface SaveOptions {
  /** True: with the marks that are shown (the default). False: without any. A list: with exactly these. */
  readonly marks?: boolean | readonly Mark[];
}

/**
 * An .xlsx file in memory, as a `Workbook`. Edits are seen in the grids at once; the file's parts are patched when it is saved, and
 * whatever was not edited is written as it came.
 */
export class FileWorkbook implements Workbook {
  private state: State;
  private done: readonly Step[] = [];
  private undone: readonly Step[] = [];
  private marks: readonly (readonly MarkedArea[])[];
  /** The marks are those that the file came with. */
  private marksAsRead = true;
  private readonly layouts = new Map<string, { readonly source: Uint8Array | null | undefined; readonly layout: StoredLayout }>();
  private styles: { readonly source: Uint8Array | null | undefined; readonly styles: readonly CellStyle[] } | null = null;
  private stored: readonly StoredSetting[] | null = null;
  /** Settings that differ from those that the file came with; null for one that was taken out. */
  private readonly settings = new Map<string, string | null>();

  /** Use `openWorkbook`. */
  constructor(
    /** The file's name, for showing. */
    readonly name: string,
    parts: Parts,
    { outline, formats, grids, marks }: Contents,
  ) {
    this.state = { outline, formats, grids, stored: grids, parts, pending: grids.map(() => new Map()) };
    this.marks = marks;
  }

  readGrids(): Promise<readonly Grid[]> {
    return Promise.resolve(this.state.grids);
  }

  /** How a sheet looks. @throws RangeError when there is no sheet of this name. */
  look(sheet: string): SheetLook {
    const index = this.state.grids.findIndex((grid) => grid.sheet === sheet);
    const grid = this.state.grids[index];
    if (grid === undefined) throw new RangeError(`No sheet is named ${JSON.stringify(sheet)}`);
    return makeLook(grid, this.layoutOf(this.state, index), this.cellStyles());
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a failure must come as a rejection, as the port says
  async applyEdits(edits: readonly Edit[]): Promise<EditReport> {
    const { before, applied, skipped, writes, rows } = this.judge(edits);
    const cells = applied.flatMap((edit) => (isCellEdit(edit) ? [{ sheet: edit.sheet, cell: edit.cell }] : []));
    let after = this.written(before, writes);
    const removed = new Map<number, readonly number[]>();
    for (const [sheet, removals] of rows) {
      const next = this.withoutRows(after, sheet, [...removals.keys()]);
      for (const edit of removals.values()) {
        if (next === null) skipped.push({ edit, reason: "rows-cannot-move", found: this.rowText(sheet, edit.removeRow - 1) });
        else applied.push(edit);
      }
      if (next === null) continue;
      after = next;
      removed.set(sheet, [...removals.keys()]);
    }
    if (applied.length > 0) {
      this.carryOut({ before, after, change: { cells: removed.size > 0 ? null : cells }, removed });
      for (const [sheet, gone] of removed) this.moveMarks(sheet, (area) => new RowShift(gone).area(area));
    }
    return { applied, skipped };
  }

  undo(): Promise<WorkbookChange | null> {
    const step = this.done.at(-1);
    if (step === undefined) return Promise.resolve(null);
    this.done = this.done.slice(0, -1);
    this.undone = [...this.undone, step];
    this.state = step.before;
    // A sheet that is no more has no marks.
    this.marks = this.marks.slice(0, step.before.grids.length);
    for (const [sheet, gone] of step.removed) this.moveMarks(sheet, (area) => restored(area, gone));
    return Promise.resolve(step.change);
  }

  redo(): Promise<WorkbookChange | null> {
    const step = this.undone.at(-1);
    if (step === undefined) return Promise.resolve(null);
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, step];
    this.state = step.after;
    for (const [sheet, gone] of step.removed) this.moveMarks(sheet, (area) => new RowShift(gone).area(area));
    return Promise.resolve(step.change);
  }

  showMarks(marks: readonly Mark[]): Promise<void> {
    this.marks = this.areasOf(marks);
    this.marksAsRead = false;
    return Promise.resolve();
  }

  clearMarks(): Promise<number> {
    const count = this.state.grids.reduce((sum, grid, i) => sum + countCells(grid, this.marks[i] ?? []), 0);
    this.marks = this.state.grids.map(() => []);
    this.marksAsRead = false;
    return Promise.resolve(count);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a failure must come as a rejection, as the port says
  async addSheet(layout: SheetLayout): Promise<string> {
    const before = this.state;
    const { parts, outline, formats } = addSheetPart(before.parts, before.outline, layout);
    const entry = outline.sheets.at(-1);
    if (entry === undefined) throw new WorkbookFailure("no-sheets");
    const allowance = { cells: BUDGETS.cells, places: BUDGETS.places };
    const content = readSheet(parts.read(entry.part), entry.part, { strings: [], formats, date1904: outline.date1904, budgets: BUDGETS, allowance });
    const grid = gridOf(entry, content);
    const after = { outline, formats, parts, grids: [...before.grids, grid], stored: [...before.stored, grid], pending: [...before.pending, new Map()] };
    this.carryOut({ before, after, change: { cells: null }, removed: new Map() });
    return entry.name;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a failure must come as a rejection, as the port says
  async columnWidths(sheet: string): Promise<readonly number[]> {
    const index = this.state.grids.findIndex((grid) => grid.sheet === sheet);
    const grid = this.state.grids[index];
    if (grid === undefined) throw new WorkbookFailure("no-such-sheet", sheet);
    const count = grid.texts.reduce((most, row) => Math.max(most, row.length === 0 ? 0 : grid.origin.column + row.length), 0);
    return columnWidths(this.layoutOf(this.state, index), count, digitPixels(this.cellStyles()[0]));
  }

  readSettings(): Promise<Readonly<Record<string, string>>> {
    const all = new Map(this.storedSettings().map(({ key, text }) => [key, text] as const).reverse());
    for (const [key, text] of this.settings) {
      if (text === null) all.delete(key);
      else all.set(key, text);
    }
    return Promise.resolve(Object.fromEntries(all));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a failure must come as a rejection, as the port says
  async writeSetting(key: string, text: string | null): Promise<void> {
    if (!isSettingKey(key)) throw new RangeError(`The key of a setting is made of letters, digits and "-", not ${JSON.stringify(key)}`);
    if (text !== null && new TextEncoder().encode(text).length > MAX_SETTING_BYTES) throw new WorkbookFailure("setting-too-large", key);
    const held = this.storedSettings().find((setting) => setting.key === key);
    if ((held?.text ?? null) === text) this.settings.delete(key);
    else this.settings.set(key, text);
  }

  /** Nobody else changes a file in memory: the listener is never called. */
  onChange(): () => void {
    return () => undefined;
  }

  /** The marks that are shown, or that the file came with, as rectangles by sheet. */
  marksShown(): readonly (MarkedArea & { readonly sheet: string })[] {
    return this.state.grids.flatMap(({ sheet }, i) => (this.marks[i] ?? []).map((mark) => ({ sheet, ...mark })));
  }

  /**
   * The file as it is now. Only the parts of edited or marked sheets are written anew, and of those only the bytes concerned; nothing
   * edited gives the bytes that were opened.
   */
  save(options: SaveOptions = {}): Uint8Array {
    const { outline } = this.state;
    const { marks = true } = options;
    let parts = this.state.parts;
    this.state.pending.forEach((pending, i) => (parts = this.patched({ ...this.state, parts }, i, pending)));
    if (parts !== this.state.parts && this.state.grids.some(({ formulas }) => formulas !== undefined)) {
      const workbook = outline.workbookPart;
      parts = parts.with(new Map([[workbook, withRecalculation(parts.read(workbook), workbook)]]));
    }
    if (marks !== true) parts = applyMarks(parts, outline, marks === false ? [] : this.areasOf(marks));
    else if (!this.marksAsRead) parts = applyMarks(parts, outline, this.marks);
    if (this.settings.size > 0) parts = withSettings(parts, outline.workbookPart, this.storedSettings(), this.settings);
    return parts.archive.write(parts.changes);
  }

  private carryOut(step: Step): void {
    this.done = [...this.done, step].slice(-MAX_STEPS);
    this.undone = [];
    this.state = step.after;
  }

  private storedSettings(): readonly StoredSetting[] {
    return (this.stored ??= readSettingParts(this.state.parts, this.state.outline.workbookPart));
  }

  /** Says what becomes of each edit, looking at the sheets as they are. */
  private judge(edits: readonly Edit[]): {
    before: State;
    applied: Edit[];
    skipped: EditReport["skipped"][number][];
    writes: Map<number, Map<number, CellValue>>;
    rows: Map<number, Map<number, RowRemoval>>;
  } {
    const before = this.state;
    const applied: Edit[] = [];
    const skipped: EditReport["skipped"][number][] = [];
    const writes = new Map<number, Map<number, CellValue>>();
    const rows = new Map<number, Map<number, RowRemoval>>();
    const wantedRows = new Map<string, Set<number>>();
    for (const edit of edits) {
      if (!isRowRemoval(edit)) continue;
      const wanted = wantedRows.get(edit.sheet) ?? new Set<number>();
      wantedRows.set(edit.sheet, wanted.add(edit.removeRow - 1));
    }
    for (const edit of edits) {
      const sheet = before.grids.findIndex((grid) => grid.sheet === edit.sheet);
      const grid = before.grids[sheet];
      const skip = (reason: SkipReason, found = ""): void => void skipped.push({ edit, reason, found });
      if (grid === undefined) skip("no-sheet");
      else if (isRowRemoval(edit)) {
        const reason = refuseRow(grid, edit, wantedRows.get(edit.sheet) ?? new Set());
        const known = rows.get(sheet) ?? new Map<number, RowRemoval>();
        if (reason !== null) skip(reason, this.rowText(sheet, edit.removeRow - 1));
        else if (known.has(edit.removeRow - 1)) skip("changed");
        else rows.set(sheet, known.set(edit.removeRow - 1, edit));
      } else if (!isCellEdit(edit)) {
        skip("insertRow" in edit ? "rows-cannot-move" : "columns-cannot-move");
      } else {
        const position = parseAddress(edit.cell);
        if (position === null) {
          skip("bad-address");
          continue;
        }
        const { row, column } = position;
        const reason = refuseCell(grid, row, column, edit);
        if (reason !== null) {
          skip(reason, textAt(grid, row, column));
          continue;
        }
        if (typeof edit.value === "string" && edit.value.length > MAX_TEXT) throw new WorkbookFailure("text-too-long", `${edit.sheet}!${edit.cell}`);
        const known = writes.get(sheet) ?? new Map<number, CellValue>();
        writes.set(sheet, known.set(cellKey(row, column), content(edit.value)));
        applied.push(edit);
      }
    }
    return { before, applied, skipped, writes, rows };
  }

  private written(state: State, writes: ReadonlyMap<number, CellWrites>): State {
    if (writes.size === 0) return state;
    const grids = [...state.grids];
    const pending = [...state.pending];
    for (const [sheet, cells] of writes) {
      const stored = state.stored[sheet];
      const grid = grids[sheet];
      if (grid === undefined || stored === undefined) continue;
      const next = new Map(pending[sheet]);
      const changes: CellChange[] = [];
      for (const [key, value] of cells) {
        const { row, column } = cellOf(key);
        changes.push({ row, column, value, text: this.shownText(state, sheet, row, column, value) });
        // A cell that is as it was needs no patch: taking everything back gives the file that was opened.
        if (valueAt(stored, row, column) === value) next.delete(key);
        else next.set(key, value);
      }
      grids[sheet] = withCells(grid, changes);
      pending[sheet] = next;
    }
    return { ...state, grids, pending };
  }

  /** Null when something in the workbook cannot follow its rows. */
  private withoutRows(state: State, sheet: number, rows: readonly number[]): State | null {
    const { outline } = state;
    const entry = outline.sheets[sheet];
    const grid = state.grids[sheet];
    if (entry === undefined || grid === undefined || state.grids.some(({ formulas }) => formulas !== undefined)) return null;
    const patched = this.patched(state, sheet, state.pending[sheet] ?? new Map());
    const changes = removeRows(patched, outline, entry, rows);
    if (changes === null) return null;
    const moved = withoutRows(grid, rows);
    const at = <T>(list: readonly T[], value: T): readonly T[] => list.map((old, i) => (i === sheet ? value : old));
    return {
      ...state,
      grids: at(state.grids, moved),
      stored: at(state.stored, moved),
      pending: at<CellWrites>(state.pending, new Map()),
      parts: patched.with(changes),
    };
  }

  private patched(state: State, sheet: number, writes: CellWrites): Parts {
    const { parts, outline, formats } = state;
    const part = outline.sheets[sheet]?.part;
    if (part === undefined || writes.size === 0) return parts;
    return parts.with(new Map([[part, patchCells(parts.read(part), part, writes, this.layoutOf(state, sheet), formats)]]));
  }

  private shownText(state: State, sheet: number, row: number, column: number, value: CellValue): string {
    const { formats } = state;
    if (value === null) return "";
    if (typeof value === "string" && !formats.formatTexts) return value;
    return formats.text(styleAt(this.layoutOf(state, sheet), row, column), value);
  }

  private layoutOf({ parts, outline }: Pick<State, "parts" | "outline">, sheet: number): StoredLayout {
    const part = outline.sheets[sheet]?.part ?? "";
    const source = parts.changes.get(part);
    const known = this.layouts.get(part);
    if (known !== undefined && known.source === source) return known.layout;
    const layout = readLayout(parts.read(part), part);
    this.layouts.set(part, { source, layout });
    return layout;
  }

  private cellStyles(): readonly CellStyle[] {
    const { parts, outline } = this.state;
    const source = outline.stylesPart === null ? null : parts.changes.get(outline.stylesPart);
    if (this.styles === null || this.styles.source !== source) this.styles = { source, styles: cellStyles(parts, outline) };
    return this.styles.styles;
  }

  private areasOf(marks: readonly Mark[]): readonly (readonly MarkedArea[])[] {
    const bySheet = new Map<string, Mark[]>();
    for (const mark of marks) {
      const known = bySheet.get(mark.sheet);
      if (known === undefined) bySheet.set(mark.sheet, [mark]);
      else known.push(mark);
    }
    return this.state.grids.map((grid) => markedAreas(grid, bySheet.get(grid.sheet) ?? []));
  }

  private moveMarks(sheet: number, move: (area: Area) => Area | null): void {
    this.marks = this.marks.map((marks, i) =>
      i !== sheet
        ? marks
        : marks.flatMap(({ area, severity }) => {
            const moved = move(area);
            return moved === null ? [] : [{ area: moved, severity }];
          }),
    );
  }

  private rowText(sheet: number, row: number): string {
    const grid = this.state.grids[sheet];
    return grid === undefined ? "" : rowTexts(grid, row).filter((text) => text !== "").join(" · ");
  }
}

/** An empty text is an empty cell. */
function content(value: CellValue): CellValue {
  return value === "" ? null : value;
}

function refuseCell(grid: Grid, row: number, column: number, edit: CellEdit): SkipReason | null {
  const merge = mergeAt(grid, row, column);
  if (merge !== null && (merge.top !== row || merge.left !== column)) return "merged-away";
  if (grid.formulas?.has(formatAddress(row, column)) === true) return "formula";
  return content(valueAt(grid, row, column)) === content(edit.expected) ? null : "changed";
}

function refuseRow(grid: Grid, edit: RowRemoval, wanted: ReadonlySet<number>): SkipReason | null {
  const row = edit.removeRow - 1;
  if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) return "bad-address";
  const found = rowTexts(grid, row);
  if (found.length !== edit.expected.length || found.some((text, i) => text !== edit.expected[i])) return "changed";
  // A merged cell that begins here and goes on below would lose its text.
  const torn = grid.merges?.some(({ top, left, bottom }) => {
    if (top !== row || bottom === row || valueAt(grid, top, left) === null) return false;
    for (let i = top; i <= bottom; i++) if (!wanted.has(i)) return true;
    return false;
  });
  return torn === true ? "rows-cannot-move" : null;
}

/** Where an area stood before rows were taken out. */
function restored({ top, left, bottom, right }: Area, rows: readonly number[]): Area {
  const back = (row: number): number => [...rows].sort((a, b) => a - b).reduce((at, gone) => (gone <= at ? at + 1 : at), row);
  return { top: back(top), left, bottom: back(bottom), right };
}
