import type { Area } from "../../grid/area";
import { isCellEdit, type Edit, type EditReport } from "../../grid/edit";
import { valueAt, type CellValue, type Grid } from "../../grid/grid";
import type { SheetLayout } from "../../grid/layout";
import type { Mark } from "../../grid/mark";
import { WorkbookFailure } from "../failure";
import type { CellStyle, SheetLook } from "../look";
import { MAX_SETTING_BYTES, type Workbook, type WorkbookChange } from "../workbook";
import { Archive } from "./archive";
import { BUDGETS, type Budgets } from "./budgets";
import { cellOf, patchCells, type CellWrites } from "./cellPatch";
import { columnWidths, digitPixels, storedWidth } from "./columnWidth";
import { readContents, readNewSheet, type Contents } from "./contents";
import { withCells, withMoves, type CellChange } from "./gridEdits";
import { allSkipped, foundIn, judge, type Moves } from "./judging";
import { moveLines } from "./lineMove";
import { newContents, newMerges, printedColumns, shiftsOf, type Lines } from "./lines";
import type { LineShift } from "./lineShift";
import { countCells, markedAreas, type MarkedArea } from "./marking";
import { applyMarks } from "./markParts";
import { withMerges } from "./mergePatch";
import type { NumberFormats } from "./numberFormat";
import { Parts, type Outline } from "./package";
import { withPrinted } from "./printArea";
import { withRecalculation } from "./recalculation";
import { addSheetPart, cellStyles } from "./sheetAddition";
import { isSettingKey, readSettingParts, withSettings, type StoredSetting } from "./settingParts";
import { readLayout, styleAt, type SheetLayout as StoredLayout } from "./sheetLayout";
import { makeLook } from "./sheetLook";

/** How a workbook is opened. */
export interface OpenOptions {
  /** The file's name, kept for showing. */
  readonly name?: string;
  readonly budgets?: Partial<Budgets>;
  /** Told how far reading is, 0 to 1, in compressed bytes; between two calls the page can paint. */
  readonly onProgress?: (fraction: number) => void;
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
  /** How lines moved, one axis after the other, by index of the sheet. */
  readonly shifts: ReadonlyMap<number, readonly LineShift[]>;
}

/** How a file is written. */
export interface SaveOptions {
  /** True: with the marks that are shown (the default). False: without any. A list: with exactly these. */
  readonly marks?: boolean | readonly Mark[];
}

/**
 * An .xlsx file in memory, as a `Workbook`. Edits are seen in the grids at once; the file's parts are patched when it is saved, and
 * whatever was not edited is written as it came. Formulas are not computed here: what they show is what the file says, and where lines moved or
 * cells were written, the file asks to be computed anew when it is opened.
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
    const before = this.state;
    const { skipped, writes, moves } = judge(before.grids, edits);
    // Lines go and come together with all that belongs to them, or not at all.
    if (skipped.length > 0 && edits.some((edit) => !isCellEdit(edit))) return allSkipped(edits, skipped);
    let after = this.written(before, writes);
    const shifts = new Map<number, readonly LineShift[]>();
    for (const [sheet, ofSheet] of moves) {
      const ofLines = shiftsOf(ofSheet);
      const next = this.moved(after, sheet, ofSheet, ofLines);
      if (typeof next === "string") return allSkipped(edits, this.refused(edits, sheet, next));
      after = next;
      shifts.set(sheet, [ofLines.rows, ofLines.columns]);
    }
    const left = new Set(skipped.map(({ edit }) => edit));
    const applied = edits.filter((edit) => !left.has(edit));
    if (applied.length > 0) {
      const cells = shifts.size > 0 ? null : applied.filter(isCellEdit).map(({ sheet, cell }) => ({ sheet, cell }));
      this.carryOut({ before, after, change: { cells }, shifts });
      this.followMoves(shifts);
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
    this.followMoves(new Map([...step.shifts].map(([sheet, shifts]) => [sheet, shifts.map((shift) => shift.inverse()).reverse()])));
    return Promise.resolve(step.change);
  }

  redo(): Promise<WorkbookChange | null> {
    const step = this.undone.at(-1);
    if (step === undefined) return Promise.resolve(null);
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, step];
    this.state = step.after;
    this.followMoves(step.shifts);
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
    const grid = readNewSheet(parts, entry, formats, outline.date1904);
    const after = { outline, formats, parts, grids: [...before.grids, grid], stored: [...before.stored, grid], pending: [...before.pending, new Map()] };
    this.carryOut({ before, after, change: { cells: null }, shifts: new Map() });
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

  /** The state with lines moved and new ones filled; the axis when something in the workbook cannot follow its lines. */
  private moved(state: State, sheet: number, moves: Moves, lines: Lines): State | "row" | "column" {
    const { outline } = state;
    const entry = outline.sheets[sheet];
    const start = state.grids[sheet];
    if (entry === undefined || start === undefined) return "row";
    const computed = state.grids.some(({ formulas }) => formulas !== undefined);
    const digit = digitPixels(this.cellStyles()[0]);
    const widths = moves.newColumns.map(({ width }) => (width === undefined ? null : storedWidth(width, digit)));
    let parts = this.patched(state, sheet, state.pending[sheet] ?? new Map());
    let grid = start;
    for (const shift of [lines.rows, lines.columns]) {
      if (shift.isStill()) continue;
      const next = moveLines(parts, outline, entry, shift, { layout: this.layoutOf({ parts, outline }, sheet), widths }, computed);
      if (next === null) return shift.axis;
      parts = next;
      grid = withMoves(grid, shift);
    }
    const merges = newMerges(moves, lines);
    if (merges.length > 0) grid = { ...grid, merges: [...(grid.merges ?? []), ...merges] };
    const changed = (part: string, change: (bytes: Uint8Array) => Uint8Array): void => {
      const before = parts.read(part);
      const bytes = change(before);
      if (bytes !== before) parts = parts.with(new Map([[part, bytes]]));
    };
    changed(entry.part, (bytes) => withMerges(bytes, entry.part, merges));
    changed(outline.workbookPart, (bytes) => withPrinted(bytes, outline.workbookPart, entry.name, printedColumns(moves, lines)));
    const at = <T>(list: readonly T[], value: T): readonly T[] => list.map((old, i) => (i === sheet ? value : old));
    const after = { ...state, grids: at(state.grids, grid), stored: at(state.stored, grid), pending: at<CellWrites>(state.pending, new Map()), parts };
    return this.written(after, new Map([[sheet, newContents(moves, lines)]]));
  }

  /** The moves of a batch that could not be made because the lines of a sheet cannot follow. */
  private refused(edits: readonly Edit[], sheet: number, axis: "row" | "column"): EditReport["skipped"] {
    const grid = this.state.grids[sheet];
    return edits.flatMap((edit) => {
      if (isCellEdit(edit) || grid === undefined || edit.sheet !== grid.sheet) return [];
      if (("removeRow" in edit || "insertRow" in edit) !== (axis === "row")) return [];
      return [{ edit, reason: `${axis}s-cannot-move` as const, found: foundIn(grid, edit) }];
    });
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

  private followMoves(shifts: ReadonlyMap<number, readonly LineShift[]>): void {
    const follow = (area: Area, ofSheet: readonly LineShift[]): Area | null => ofSheet.reduce<Area | null>((moved, shift) => (moved === null ? null : shift.area(moved)), area);
    this.marks = this.marks.map((marks, i) => {
      const ofSheet = shifts.get(i);
      if (ofSheet === undefined) return marks;
      return marks.flatMap(({ area, severity }) => {
        const moved = follow(area, ofSheet);
        return moved === null ? [] : [{ area: moved, severity }];
      });
    });
  }
}
