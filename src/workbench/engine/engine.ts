import type { Edit } from "../../grid/edit";
import type { Grid } from "../../grid/grid";
import type { FixPlan } from "../../review/fixPlan";
import { ReviewSession, type EditOutcome, type FixRequest } from "../../review/session";
import type { AppendixGaps, StructureRequest } from "../../review/templateGaps";
import type { TemplateOutcome, TemplateRequest } from "../../review/templateSheets";
import type { UnitView } from "../../review/unitBook";
import type { TargetsAnswer, TargetsRequest } from "../../review/targets";
import type { ReviewView } from "../../review/view";
import type { RuleSettings } from "../../rules/rule";
import type { Form } from "../../template/form";
import { marksOf } from "../../review/marks";
import { WorkbookFailure } from "../../workbook/failure";
import { openWorkbook, type FileWorkbook } from "../../workbook/file/fileWorkbook";
import { changesBetween } from "./delta";
import type { Answer, Decision, Delta, EngineOptions, JournalStep, OpenResult, Progress, WorkbenchEngine } from "./protocol";

interface Open {
  readonly workbook: FileWorkbook;
  readonly session: ReviewSession;
  /** The sheets as the page knows them. */
  grids: readonly Grid[];
  /** What the file keeps, as the page knows it. */
  settings: Readonly<Record<string, string>>;
  /** The last check, for the marks of a saved file. */
  view: ReviewView | null;
}

/**
 * One open file and its review: what runs in the Worker. It knows nothing of threads, so that tests run it as it is.
 * Every method but `open` rejects with an Error when no file is open.
 */
export class Engine implements WorkbenchEngine {
  private current: Open | null = null;

  async open(bytes: Uint8Array, name: string, onProgress: Progress, journal: readonly JournalStep[] = [], options: EngineOptions = {}): Promise<OpenResult> {
    try {
      const workbook = await openWorkbook(bytes, { name, onProgress });
      for (const step of journal) {
        if (step.kind === "edits") await workbook.applyEdits(step.edits);
        else if (step.kind === "undo") await workbook.undo();
        else if (step.kind === "redo") await workbook.redo();
        else if (step.kind === "sheet") await workbook.addSheet(step.layout);
        else await workbook.writeSetting(step.key, step.text);
      }
      const grids = await workbook.readGrids();
      const session = new ReviewSession(workbook, options.settings === undefined ? {} : { preferences: options.settings });
      this.current = { workbook, session, grids, settings: await workbook.readSettings(), view: null };
      for (const request of options.targets ?? []) await session.targets(request);
      return { ok: true, sheets: grids.map((grid) => ({ grid, look: workbook.look(grid.sheet) })) };
    } catch (error) {
      if (error instanceof WorkbookFailure) return { ok: false, reason: error.reason };
      throw error;
    }
  }

  async check(): Promise<ReviewView> {
    return this.keep(await this.file.session.check());
  }

  async setRules(settings: RuleSettings): Promise<ReviewView> {
    return this.keep(await this.file.session.setRules(settings));
  }

  async decide(decision: Decision): Promise<Answer<ReviewView | null>> {
    const result = await decided(this.file.session, decision);
    if (result !== null) this.keep(result);
    return { result, delta: await this.delta() };
  }

  units(): Promise<readonly UnitView[]> {
    return this.file.session.units();
  }

  exportUnits(): Promise<string> {
    return this.file.session.exportUnits();
  }

  async previewFix(request: FixRequest): Promise<FixPlan> {
    return this.file.session.previewFix(request);
  }

  async applyFix(plan: FixPlan): Promise<Answer<EditOutcome>> {
    const result = await this.file.session.applyFix(plan);
    this.keep(result.view);
    return { result, delta: await this.delta() };
  }

  async edit(edits: readonly Edit[]): Promise<Answer<EditOutcome>> {
    const result = await this.file.session.edit(edits);
    this.keep(result.view);
    return { result, delta: await this.delta() };
  }

  async targets(request: TargetsRequest): Promise<Answer<TargetsAnswer>> {
    const result = await this.file.session.targets(request);
    if (result.view !== undefined) this.keep(result.view);
    return { result, delta: await this.delta() };
  }

  async addTemplate(request: TemplateRequest): Promise<Answer<TemplateOutcome>> {
    const result = await this.file.session.addTemplate(request);
    this.keep(result.view);
    return { result, delta: await this.delta() };
  }

  templateGaps(forms?: Readonly<Record<number, string>>): Promise<readonly AppendixGaps[]> {
    return this.file.session.templateGaps(forms);
  }

  previewStructure(request: StructureRequest): Promise<FixPlan> {
    return this.file.session.previewStructure(request);
  }

  officeForm(appendix: number, name: string): Promise<Form | null> {
    return this.file.session.officeForm(appendix, name);
  }

  async undo(): Promise<Answer<ReviewView | null>> {
    const result = await this.file.session.undo();
    if (result !== null) this.keep(result);
    return { result, delta: await this.delta() };
  }

  async redo(): Promise<Answer<ReviewView | null>> {
    const result = await this.file.session.redo();
    if (result !== null) this.keep(result);
    return { result, delta: await this.delta() };
  }

  async save(marks: boolean): Promise<Uint8Array> {
    const { workbook } = this.file;
    return workbook.save({ marks: marks ? marksOf((this.file.view ?? (await this.check())).findings) : [] });
  }

  private get file(): Open {
    if (this.current === null) throw new Error("No file is open: call open first.");
    return this.current;
  }

  private keep(view: ReviewView): ReviewView {
    this.file.view = view;
    return view;
  }

  private async delta(): Promise<Delta> {
    const before = new Map(this.file.grids.map((grid) => [grid.sheet, grid]));
    const after = await this.file.workbook.readGrids();
    this.file.grids = after;
    const cells: Delta["cells"][number][] = [];
    const sheets: Delta["sheets"][number][] = [];
    for (const grid of after) {
      const old = before.get(grid.sheet);
      const changes = old === undefined ? null : changesBetween(old, grid);
      if (changes === null) sheets.push({ grid, look: this.file.workbook.look(grid.sheet) });
      else if (changes.length > 0) cells.push({ sheet: grid.sheet, changes });
    }
    const there = new Set(after.map(({ sheet }) => sheet));
    return { cells, sheets, gone: [...before.keys()].filter((sheet) => !there.has(sheet)), settings: await this.settingChanges() };
  }

  private async settingChanges(): Promise<Delta["settings"]> {
    const before = this.file.settings;
    const after = await this.file.workbook.readSettings();
    this.file.settings = after;
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].filter((key) => before[key] !== after[key]).map((key) => ({ key, text: after[key] ?? null }));
  }
}

function decided(session: ReviewSession, decision: Decision): Promise<ReviewView | null> {
  switch (decision.kind) {
    case "plan":
      return session.setPlan(decision.plan);
    case "rules":
      return session.setFileRules(decision.rules);
    case "ignore":
      return session.ignore(decision.id, decision.reason, decision.on);
    case "restore":
      return session.restore(decision.id);
    case "units":
      return session.setUnits(decision.units);
    case "import-units":
      return session.importUnits(decision.text);
  }
}
