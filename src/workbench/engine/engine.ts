import type { Edit } from "../../grid/edit";
import type { Grid } from "../../grid/grid";
import type { PlanContext } from "../../appendix/plan";
import type { FixPlan } from "../../review/fixPlan";
import { ReviewSession, type EditOutcome, type FixRequest } from "../../review/session";
import type { ReviewView } from "../../review/view";
import type { RuleSettings } from "../../rules/rule";
import { marksOf } from "../../review/marks";
import { WorkbookFailure } from "../../workbook/failure";
import { openWorkbook, type FileWorkbook } from "../../workbook/file/fileWorkbook";
import { changesBetween } from "./delta";
import type { Answer, Delta, EngineOptions, JournalStep, OpenResult, Progress, WorkbenchEngine } from "./protocol";

interface Open {
  readonly workbook: FileWorkbook;
  readonly session: ReviewSession;
  /** The sheets as the page knows them. */
  grids: readonly Grid[];
  /** The last check, for the marks of a saved file. */
  view: ReviewView | null;
  /** What was set before a restart and the session has not heard of yet. */
  untold: EngineOptions;
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
        else await workbook.redo();
      }
      const grids = await workbook.readGrids();
      this.current = { workbook, session: new ReviewSession(workbook), grids, view: null, untold: options };
      return { ok: true, sheets: grids.map((grid) => ({ grid, look: workbook.look(grid.sheet) })) };
    } catch (error) {
      if (error instanceof WorkbookFailure) return { ok: false, reason: error.reason };
      throw error;
    }
  }

  async check(): Promise<ReviewView> {
    const { untold } = this.file;
    if (untold.settings !== undefined) return this.setRules(untold.settings);
    if (untold.plan !== undefined) return this.setPlan(untold.plan);
    return this.keep(await this.file.session.check());
  }

  async setPlan(plan: Partial<PlanContext>): Promise<ReviewView> {
    const { settings } = this.file.untold;
    this.file.untold = {};
    if (settings !== undefined) await this.file.session.setRules(settings);
    return this.keep(await this.file.session.setPlan(plan));
  }

  async setRules(settings: RuleSettings): Promise<ReviewView> {
    const { plan } = this.file.untold;
    this.file.untold = {};
    if (plan !== undefined) await this.file.session.setPlan(plan);
    return this.keep(await this.file.session.setRules(settings));
  }

  async previewFix(request: FixRequest): Promise<FixPlan> {
    await this.tell();
    return this.file.session.previewFix(request);
  }

  async applyFix(plan: FixPlan): Promise<Answer<EditOutcome>> {
    await this.tell();
    const result = await this.file.session.applyFix(plan);
    this.keep(result.view);
    return { result, delta: await this.delta() };
  }

  async edit(edits: readonly Edit[]): Promise<Answer<EditOutcome>> {
    await this.tell();
    const result = await this.file.session.edit(edits);
    this.keep(result.view);
    return { result, delta: await this.delta() };
  }

  async undo(): Promise<Answer<ReviewView | null>> {
    await this.tell();
    const result = await this.file.session.undo();
    if (result !== null) this.keep(result);
    return { result, delta: await this.delta() };
  }

  async redo(): Promise<Answer<ReviewView | null>> {
    await this.tell();
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

  /** After a restart the session must hear of the plan and the rules before anything is checked. */
  private async tell(): Promise<void> {
    const { untold } = this.file;
    if (untold.plan !== undefined || untold.settings !== undefined) await this.check();
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
    return { cells, sheets };
  }
}
