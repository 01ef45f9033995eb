import type { Remote } from "comlink";
import { formatPosition, parseAddress, type Position } from "../../grid/address";
import { editKey, editPlace, withCell, type CellEdit, type EditReport, type SkipReason } from "../../grid/edit";
import { valueAt, type CellValue, type Grid } from "../../grid/grid";
import type { PaneHost, PaneSession } from "../../taskpane/host";
import type { ReviewView } from "../../review/view";
import { marksOf } from "../../review/marks";
import type { TargetsRequest } from "../../review/targets";
import type { Localized } from "../../text/language";
import { selectCell, type Selection } from "../grid/selection";
import { Spans } from "../grid/spans";
import { EngineLink, Stopped, type WorkerMaker } from "./engineLink";
import type { Decision, Delta, EngineOptions, JournalStep, SheetData, WorkbenchEngine } from "./protocol";

/** A file that is open, as the page knows it. A new object at every change. */
export interface OpenFile {
  /** Another number for each file that was opened. */
  readonly id: number;
  readonly name: string;
  readonly sheets: readonly SheetData[];
  /** True when something was changed since it was opened or last downloaded. */
  readonly dirty: boolean;
}

/** Why a cell that the user wanted to change stays as it is. */
export interface Refusal {
  readonly reason: SkipReason;
  /** A1 address. */
  readonly cell: string;
  /** How many cells were left in all. */
  readonly count: number;
}

/** A cell that the grid is asked to bring into the middle; the number tells two requests for the same cell apart. */
interface RevealRequest {
  readonly sheet: string;
  readonly cell: Position;
  readonly number: number;
}

/** What the workbench shows besides the pane's own state. */
export interface DeskState {
  readonly file: OpenFile | null;
  /** The file that is being read, and how far it is (0 to 1). */
  readonly opening: { readonly name: string; readonly share: number } | null;
  /** Why the last file could not be opened; what was open is still open. */
  readonly failure: { readonly name: string; readonly reason: Localized } | null;
  readonly sheet: string;
  readonly selections: ReadonlyMap<string, Selection>;
  readonly reveal: RevealRequest | null;
  readonly refusal: Refusal | null;
  /** A download is being made. */
  readonly saving: boolean;
}

/** A cell of the sheet on show and what it is to hold. */
export interface CellInput extends Position {
  readonly value: CellValue;
}

const HOME: Selection = selectCell({ row: 0, column: 0 });

const UNREADABLE: Localized = {
  vi: "Không đọc được tệp này: bộ đọc đã dừng giữa chừng. Hãy mở tệp bằng Excel, lưu lại dạng .xlsx rồi thử lại.",
  en: "This file could not be read: the reader stopped on the way. Open it in Excel, save it as .xlsx and try again.",
};

/** A file whose bytes could not be had: `reason` says why and what to do. */
export class NotObtained extends Error {
  override readonly name = "NotObtained";

  constructor(readonly reason: Localized) {
    super(reason.en);
  }
}

/** Something was asked of the session while no file is open. */
class NoFile extends Error {
  readonly reason: Localized = {
    vi: "Chưa mở tệp nào. Bấm Mở tệp để chọn tệp .xlsx, hoặc chọn một phụ lục ở Bản mẫu.",
    en: "No file is open. Press Open to choose an .xlsx file, or choose an appendix from Samples.",
  };

  constructor() {
    super("No file is open.");
  }
}

/**
 * The open file and the Worker behind it: the state of the workbench outside of React. It is the pane's host, so pane and grid speak of
 * the same session. A file opens in a Worker of its own, which takes the place of the old one only when it has succeeded; a Worker that was
 * stopped is replaced by one that carries out the journal again.
 */
export class Desk implements PaneHost {
  private state: DeskState = {
    file: null,
    opening: null,
    failure: null,
    sheet: "",
    selections: new Map(),
    reveal: null,
    refusal: null,
    saving: false,
  };
  private readonly listeners = new Set<() => void>();
  private link: EngineLink | null = null;
  private openingLink: EngineLink | null = null;
  private bytes: Uint8Array = new Uint8Array();
  private journal: JournalStep[] = [];
  private options: EngineOptions = {};
  /** The steps that are carried out, newest last, by number; what is on top tells whether the file is as it was last saved. */
  private done: number[] = [];
  private undone: number[] = [];
  private savedAt = 0;
  /** A decision that the file keeps has been made since it was last saved. */
  private unsavedSettings = false;
  private steps = 0;
  private files = 0;
  private view: ReviewView | null = null;
  /** Settled when a replaced Worker has caught up. */
  private ready: Promise<unknown> = Promise.resolve();
  /** The opening under way, or the last one; it never rejects. */
  private opened: Promise<boolean> = Promise.resolve(false);
  /** Hears of every file that was opened, before the page shows it, and whether another was open until then. */
  onOpened: (replaced: boolean) => void = () => undefined;

  constructor(private readonly make?: WorkerMaker) {}

  readonly getState = (): DeskState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Opens a file in place of what is open. When it cannot be read, or is stopped, what was open stays and `failure` says why. What is asked
   * of the session while the first file is still on its way waits for it.
   * @param source the file's bytes, or where they are still to come from; when that fails with `NotObtained`, its reason is told.
   * @returns true when the file is open.
   */
  open(source: Uint8Array | Promise<Uint8Array>, name: string): Promise<boolean> {
    return (this.opened = this.read(source, name));
  }

  private async read(source: Uint8Array | Promise<Uint8Array>, name: string): Promise<boolean> {
    this.openingLink?.stop();
    const link = new EngineLink(this.make);
    this.openingLink = link;
    this.set({ opening: { name, share: 0 }, failure: null });
    try {
      const bytes = await link.until(Promise.resolve(source));
      const opened = await link.open(bytes, name, (share) => {
        if (this.openingLink === link) this.set({ opening: { name, share } });
      }, [], {});
      if (!opened.ok) {
        link.stop();
        if (this.openingLink === link) this.set({ opening: null, failure: { name, reason: opened.reason } });
        return false;
      }
      const replaced = this.link !== null;
      this.link?.stop();
      this.link = link;
      this.bytes = bytes;
      this.journal = [];
      this.options = {};
      this.done = [];
      this.undone = [];
      this.savedAt = 0;
      this.unsavedSettings = false;
      this.view = null;
      this.ready = Promise.resolve();
      this.onOpened(replaced);
      const first = opened.sheets.find(({ grid }) => grid.visibility === "visible") ?? opened.sheets[0];
      this.set({
        file: { id: ++this.files, name, sheets: opened.sheets, dirty: false },
        opening: null,
        sheet: first?.grid.sheet ?? "",
        selections: new Map(),
        reveal: null,
        refusal: null,
      });
      return true;
    } catch (error) {
      link.stop();
      if (this.openingLink === link) this.set({ opening: null, failure: error instanceof Stopped ? null : { name, reason: error instanceof NotObtained ? error.reason : UNREADABLE } });
      return false;
    } finally {
      if (this.openingLink === link) this.openingLink = null;
    }
  }

  /** Tells why a file was not even tried. */
  fail(name: string, reason: Localized): void {
    this.set({ failure: { name, reason } });
  }

  /** Puts the message about a file that could not be opened away. */
  dismissFailure(): void {
    this.set({ failure: null });
  }

  dismissRefusal(): void {
    if (this.state.refusal !== null) this.set({ refusal: null });
  }

  /** Says why a cell was not changed. */
  refuse(refusal: Refusal): void {
    this.set({ refusal });
  }

  /** Stops opening a file; what was open stays. */
  stopOpening(): void {
    this.openingLink?.stop();
  }

  /** Stops what the Worker is doing and brings up another one in the state of the page. */
  stop(): void {
    const stopped = this.link;
    if (stopped === null || this.state.file === null) {
      // What is under way can only be waiting for the file.
      this.stopOpening();
      return;
    }
    const link = new EngineLink(this.make);
    this.link = link;
    this.ready = link.open(this.bytes, this.state.file.name, () => undefined, this.journal, this.options);
    this.ready.catch(() => undefined);
    stopped.stop();
  }

  /** Shows another sheet. */
  showSheet(sheet: string): void {
    this.set({ sheet, refusal: null });
  }

  /** Shows the visible sheet before or after the present one, if there is one. */
  turnSheet(delta: 1 | -1): void {
    const visible = (this.state.file?.sheets ?? []).filter(({ grid }) => grid.visibility === "visible").map(({ grid }) => grid.sheet);
    const next = visible[visible.indexOf(this.state.sheet) + delta];
    if (next !== undefined) this.showSheet(next);
  }

  /** The selection of a sheet; A1 when it was never selected in. */
  selectionOf(sheet: string): Selection {
    return this.state.selections.get(sheet) ?? HOME;
  }

  setSelection(sheet: string, selection: Selection): void {
    this.set({ selections: new Map(this.state.selections).set(sheet, selection), refusal: null });
  }

  /** The pane's way to a cell: shows its sheet, selects it and brings it into the middle. */
  select(sheet: string, cell: string): Promise<void> {
    const position = parseAddress(cell);
    const data = this.state.file?.sheets.find(({ grid }) => grid.sheet === sheet);
    if (position === null || data === undefined) return Promise.reject(new Error(`No cell ${cell} on a sheet of this name.`));
    const merge = new Spans(data.look.merges).at(position.row, position.column);
    const target = merge === null ? position : { row: merge.top, column: merge.left };
    this.set({
      sheet,
      selections: new Map(this.state.selections).set(sheet, selectCell(target)),
      reveal: { sheet, cell: target, number: (this.state.reveal?.number ?? 0) + 1 },
      refusal: null,
    });
    return Promise.resolve();
  }

  /**
   * Writes cells of the sheet on show as one step of the history and checks again. Cells that cannot be written are told in `refusal`.
   * @returns the new view, null when nothing was written.
   */
  async write(inputs: readonly CellInput[]): Promise<ReviewView | null> {
    const grid = this.gridOf(this.state.sheet);
    if (grid === null) return null;
    const edits: CellEdit[] = inputs.map(({ row, column, value }) => ({
      sheet: grid.sheet,
      cell: formatPosition({ row, column }),
      expected: valueAt(grid, row, column),
      value,
    }));
    if (edits.length === 0) return null;
    // What was typed is on the screen before the Worker answers; what it leaves undone comes back with its answer.
    this.show(grid.sheet, inputs);
    try {
      const { result, delta } = await this.change((engine) => engine.edit(edits));
      this.wrote(result.report, edits);
      this.apply(delta);
      this.restore(grid, result.report);
      this.tellSkipped(result.report);
      this.view = result.view;
      return result.report.applied.length === 0 ? null : result.view;
    } catch (error) {
      this.show(grid.sheet, edits.flatMap(({ cell, expected }) => toInput(cell, expected)));
      throw error;
    }
  }

  /** The file as it is now. @param marks whether the findings are shown in it. */
  async save(marks: boolean): Promise<Uint8Array> {
    this.set({ saving: true });
    try {
      const bytes = await this.ask((engine) => engine.save(marks));
      this.savedAt = this.done.at(-1) ?? 0;
      this.unsavedSettings = false;
      this.set({ file: this.state.file === null ? null : { ...this.state.file, dirty: false } });
      return bytes;
    } finally {
      this.set({ saving: false });
    }
  }

  /** The session as the pane sees it: the Worker's, with what changes on the sheets carried over to the page. */
  readonly session: PaneSession = {
    check: () => this.look(this.ask((engine) => engine.check())),
    setRules: (settings) =>
      this.look(
        this.ask((engine) => {
          this.options = { ...this.options, settings };
          return engine.setRules(settings);
        }),
      ),
    setPlan: (plan) => this.decideSurely({ kind: "plan", plan }),
    setFileRules: (rules) => this.decideSurely({ kind: "rules", rules }),
    ignore: (id, reason, on) => this.decideSurely({ kind: "ignore", id, reason, on }),
    restore: (id) => this.decideSurely({ kind: "restore", id }),
    units: () => this.ask((engine) => engine.units()),
    setUnits: (units) => this.decideSurely({ kind: "units", units }),
    importUnits: (text) => this.decide({ kind: "import-units", text }),
    exportUnits: () => this.ask((engine) => engine.exportUnits()),
    previewFix: (request) => this.ask((engine) => engine.previewFix(request)),
    applyFix: async (plan) => {
      const { result, delta } = await this.change((engine) => engine.applyFix(plan));
      for (const batch of plan.batches) this.wrote(result.report, batch);
      this.apply(delta);
      this.view = result.view;
      return result;
    },
    targets: async (request) => {
      const { result, delta } = await this.change((engine) => engine.targets(request));
      if (result.failure === undefined) this.options = withTargets(this.options, request);
      if (result.report !== undefined) this.wrote(result.report, result.report.applied);
      this.apply(delta);
      if (result.view !== undefined) this.view = result.view;
      return result;
    },
    addTemplate: async (request) => {
      const { result, delta } = await this.change((engine) => engine.addTemplate(request));
      for (const layout of result.layouts) {
        this.journal.push({ kind: "sheet", layout });
        this.done.push(++this.steps);
      }
      this.undone = [];
      this.apply(delta);
      this.view = result.view;
      return result;
    },
    templateGaps: (forms) => this.ask((engine) => engine.templateGaps(forms)),
    previewStructure: (request) => this.ask((engine) => engine.previewStructure(request)),
    officeForm: (appendix, name) => this.ask((engine) => engine.officeForm(appendix, name)),
    undo: async () => {
      const { result, delta } = await this.change((engine) => engine.undo());
      if (result === null) return null;
      this.journal.push({ kind: "undo" });
      const step = this.done.pop();
      if (step !== undefined) this.undone.push(step);
      this.apply(delta);
      return (this.view = result);
    },
    redo: async () => {
      const { result, delta } = await this.change((engine) => engine.redo());
      if (result === null) return null;
      this.journal.push({ kind: "redo" });
      const step = this.undone.pop();
      if (step !== undefined) this.done.push(step);
      this.apply(delta);
      return (this.view = result);
    },
    // Marks are an overlay of the grid, drawn from the view: the file itself gets them when it is downloaded with them.
    showMarks: () => Promise.resolve(marksOf(this.view?.findings ?? []).length),
    clearMarks: () => Promise.resolve(marksOf(this.view?.findings ?? []).length),
  };

  /** Lets the Worker keep a decision in the file, and carries it over to the page. */
  private async decide(decision: Decision): Promise<ReviewView | null> {
    const { result, delta } = await this.change((engine) => engine.decide(decision));
    this.apply(delta);
    if (result !== null) this.view = result;
    return result;
  }

  private async decideSurely(decision: Decision): Promise<ReviewView> {
    const view = await this.decide(decision);
    if (view === null) throw new Error(`The decision "${decision.kind}" was not taken.`);
    return view;
  }

  private async look(view: Promise<ReviewView>): Promise<ReviewView> {
    return (this.view = await view);
  }

  /** Asks the present Worker, once it has caught up; before the first file is open, once that is. */
  private async ask<T>(question: (engine: Remote<WorkbenchEngine>) => Promise<T>): Promise<T> {
    while (this.link === null && this.openingLink !== null) await this.opened;
    const link = this.link;
    if (link === null) throw new NoFile();
    await this.ready;
    return link.ask(question);
  }

  /** Asks for a change. When it breaks half way, a new Worker takes over in the state of the page, so that both go on alike. */
  private async change<T>(question: (engine: Remote<WorkbenchEngine>) => Promise<T>): Promise<T> {
    const link = this.link;
    try {
      return await this.ask(question);
    } catch (error) {
      if (link !== null && link === this.link) this.stop();
      throw error;
    }
  }

  private gridOf(sheet: string): Grid | null {
    return this.state.file?.sheets.find(({ grid }) => grid.sheet === sheet)?.grid ?? null;
  }

  /** Enters into the journal what was carried out of a batch. */
  private wrote(report: EditReport, batch: readonly EditReport["applied"][number][]): void {
    const applied = new Set(report.applied.map(editKey));
    const edits = batch.filter((edit) => applied.has(editKey(edit)));
    if (edits.length === 0) return;
    this.journal.push({ kind: "edits", edits });
    this.done.push(++this.steps);
    this.undone = [];
  }

  private tellSkipped(report: EditReport): void {
    const first = report.skipped[0];
    if (first === undefined) return;
    this.set({ refusal: { reason: first.reason, cell: editPlace(first.edit), count: report.skipped.length } });
  }

  /** Takes back from the page what the Worker did not write. */
  private restore(before: Grid, report: EditReport): void {
    const inputs = report.skipped.flatMap(({ edit }) => ("cell" in edit ? toInput(edit.cell, edit.expected) : []));
    if (inputs.length > 0) this.show(before.sheet, inputs, before);
  }

  /** Puts contents on the page. @param source where texts are taken from when the value is the one it had there. */
  private show(sheet: string, inputs: readonly CellInput[], source?: Grid): void {
    this.changeSheet(sheet, (grid) =>
      inputs.reduce((next, { row, column, value }) => {
        const text = source === undefined ? undefined : source.texts[row - source.origin.row]?.[column - source.origin.column];
        return withCell(next, row, column, value, text);
      }, grid),
    );
  }

  private apply(delta: Delta): void {
    const { file } = this.state;
    if (file === null) return;
    for (const { sheet, changes } of delta.cells) {
      this.changeSheet(sheet, (grid) => changes.reduce((next, { row, column, value, text }) => withCell(next, row, column, value, text), grid));
    }
    for (const setting of delta.settings) this.journal.push({ kind: "setting", ...setting });
    this.unsavedSettings ||= delta.settings.length > 0;
    const whole = new Map(delta.sheets.map((data) => [data.grid.sheet, data]));
    const known = (this.state.file ?? file).sheets;
    const names = new Set(known.map(({ grid }) => grid.sheet));
    // New sheets come last, as in the file.
    const sheets = [
      ...known.filter(({ grid }) => !delta.gone.includes(grid.sheet)).map((data) => whole.get(data.grid.sheet) ?? data),
      ...delta.sheets.filter(({ grid }) => !names.has(grid.sheet)),
    ];
    const shown = delta.gone.includes(this.state.sheet) ? (sheets.findLast(({ grid }) => grid.visibility === "visible")?.grid.sheet ?? "") : this.state.sheet;
    this.set({
      file: {
        ...(this.state.file ?? file),
        sheets,
        dirty: this.unsavedSettings || (this.done.at(-1) ?? 0) !== this.savedAt,
      },
      sheet: shown,
    });
  }

  private changeSheet(sheet: string, change: (grid: Grid) => Grid): void {
    const { file } = this.state;
    if (file === null) return;
    this.set({ file: { ...file, sheets: file.sheets.map((data) => (data.grid.sheet === sheet ? { ...data, grid: change(data.grid) } : data)) } });
  }

  private set(change: Partial<DeskState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** What a new Worker must be asked again to have the same plan above open. */
function withTargets({ settings, targets = [] }: EngineOptions, request: TargetsRequest): EngineOptions {
  const kept = request.kind === "open" ? [request] : request.kind === "close" ? [] : request.kind === "choose" ? [...targets, request] : targets;
  return { ...(settings === undefined ? {} : { settings }), ...(kept.length === 0 ? {} : { targets: kept }) };
}

function toInput(cell: string, value: CellValue): readonly CellInput[] {
  const position = parseAddress(cell);
  return position === null ? [] : [{ ...position, value }];
}

