import type { PlanContext } from "../appendix/plan";
import type { EditOutcome, FixRequest } from "../review/session";
import type { FixPlan } from "../review/fixPlan";
import type { AppendixGaps, StructureRequest } from "../review/templateGaps";
import type { TemplateRequest } from "../review/templateSheets";
import type { TargetsRequest, TargetSource, TargetSources, TargetsView } from "../review/targets";
import type { UnitView } from "../review/unitBook";
import type { FindingView, ReviewView } from "../review/view";
import type { Clarity, RuleSettings } from "../rules/rule";
import type { Form } from "../template/form";
import type { DrafterUnit } from "../text/unit/unit";
import type { Language } from "../text/language";
import type { WorkbookChange } from "../workbook/workbook";
import { isAbort, toFailure, type Doing, type Failure } from "./failure";
import { byGravity, EVERYTHING, filterFindings, type FindingFilter } from "./findingFilter";
import type { PaneHost, Progress } from "./host";
import { historySteps, mendedOutcome, type Outcome } from "./outcome";
import { browserStorage, loadPreferences, savePreferences, type Preferences, type PreferenceStorage, type Theme } from "./preferences";

/** What the pane is busy with; commands that read or write the workbook wait until it is idle. */
export type Status = "idle" | "checking" | "previewing" | "writing";

/** A mending that is shown and not yet carried out. */
export interface FixPreview {
  readonly request: FixRequest;
  readonly plan: FixPlan;
}

/** Everything that the pane shows. A new object at every change, never altered. */
export interface PaneState extends Preferences {
  /** The last check, null before the first. */
  readonly view: ReviewView | null;
  readonly status: Status;
  /** How far the work is, null when the host cannot say. */
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  /** The finding that the keyboard and the commands are about. */
  readonly selectedId: string | null;
  /** The finding whose rule is explained in place. */
  readonly explainedId: string | null;
  /** The finding that is about to be ignored: its card asks for the reason. */
  readonly ignoringId: string | null;
  readonly preview: FixPreview | null;
  readonly filter: FindingFilter;
  /** The plan above laid beside the workbook; null when none is open. */
  readonly targets: TargetsView | null;
  /** The drafter's corrections of the plan context; what is absent is as the title lines say. */
  readonly plan: Partial<PlanContext>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canStop: boolean;
  /** Whether the host tells of changes made on the sheet, so that `live` means something. */
  readonly canFollow: boolean;
  readonly lastOutcome: Outcome | null;
  /** Grows by one with every outcome, so that two alike are still told twice. */
  readonly outcomes: number;
}

/** How a view from outside came about: a written edit can be taken back, a mere re-reading cannot. */
export type Cause = "edit" | "reading";

/**
 * The pane's state and its commands, outside of React (`useSyncExternalStore`), so that pane, workbench and ribbon share one.
 * Commands that read or write the workbook run one after another; a command never rejects: what fails stands in `failure`.
 */
export class PaneStore {
  private state: PaneState;
  private readonly listeners = new Set<() => void>();
  private readonly storage: PreferenceStorage | null;
  /** The steps of the workbook's history that each undoable command took. */
  private undoSteps: number[] = [];
  private redoSteps: number[] = [];
  /** The rule settings that the session knows of: at its start none, while some may be kept from the last time. */
  private rulesTold: RuleSettings = {};
  private marksTold = false;
  /** Why the marks could not be shown, as it was last told: nobody needs to hear the same at every check. */
  private marksRefused: string | null = null;
  private stopping = false;
  /** Something changed on the sheet while changes were not followed. */
  private missed = false;
  /** Grows with every reset: what an earlier workbook answers late is not shown. */
  private epoch = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private checking: Promise<void> | null = null;

  constructor(
    private readonly host: PaneHost,
    options: { readonly storage?: PreferenceStorage | null; readonly language?: Language } = {},
  ) {
    this.storage = options.storage === undefined ? browserStorage() : options.storage;
    this.state = { ...loadPreferences(this.storage, options.language), ...NOTHING_CHECKED, canStop: host.stop !== undefined, canFollow: host.live !== undefined, outcomes: 0 };
    host.onProgress?.((progress) => {
      if (this.state.status !== "idle") this.set({ progress });
    });
    host.live?.subscribe((change) => void this.follow(change));
  }

  /** The present state: the same object until something changes. */
  readonly getState = (): PaneState => this.state;

  /** Calls the listener after every change. @returns a function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Forgets the workbook and everything about it: the host has opened another one. Preferences stay; a check that was asked for and has not
   * been answered yet is made of the new workbook.
   */
  reset(): void {
    const asked = this.checking !== null;
    this.epoch++;
    this.undoSteps = [];
    this.redoSteps = [];
    this.rulesTold = {};
    this.marksTold = false;
    this.marksRefused = null;
    this.checking = null;
    this.missed = false;
    this.queue = Promise.resolve();
    this.set(NOTHING_CHECKED);
    if (asked) void this.check();
  }

  /** Reads the whole workbook and checks it; while a check is under way, the same one. */
  check(): Promise<void> {
    if (this.checking !== null) return this.checking;
    const checking = this.run("check", "checking", async () => {
      this.settle(await this.freshView());
      await this.tellMarks();
      return { kind: "checked" };
    }).finally(() => {
      if (this.checking === checking) this.checking = null;
    });
    this.checking = checking;
    return checking;
  }

  /** Stops what is under way, where the host can. */
  stop(): void {
    if (this.host.stop === undefined || this.state.status === "idle") return;
    this.stopping = true;
    this.host.stop();
  }

  /** Shows a view that came from outside, such as the re-check after an edit in the grid. */
  accept(view: ReviewView, cause: Cause = "edit"): void {
    if (cause === "edit") this.remember(1);
    // A mending that someone is looking at stays on the screen: what changed meanwhile is left alone when it is carried out.
    // What was mended before offers to be undone: that would take back this edit instead.
    const told = this.state.lastOutcome?.kind === "mended" ? { lastOutcome: null } : {};
    this.set({ ...this.withView(view), ...(cause === "edit" ? { preview: null, ...told } : {}) });
  }

  /** Tells of something that failed outside of a command. */
  fail(doing: Doing, error: unknown): void {
    this.set({ failure: this.failureOf(doing, error) });
  }

  /** Makes a finding the current one, without touching the sheet (arrow keys in the list). */
  moveTo(id: string | null): void {
    if (id === this.state.selectedId) return;
    this.set({ selectedId: id });
  }

  /** Makes a finding the current one and selects its cell in the sheet. */
  async selectFinding(id: string): Promise<void> {
    const finding = this.find(id);
    if (finding === undefined) return;
    this.set({ selectedId: id });
    try {
      await this.host.select(finding.sheet, finding.cell);
    } catch (error) {
      this.set({ failure: this.failureOf("select", error) });
    }
  }

  /** Selects a cell in the sheet. */
  async goTo(sheet: string, cell: string): Promise<void> {
    try {
      await this.host.select(sheet, cell);
    } catch (error) {
      this.set({ failure: this.failureOf("select", error) });
    }
  }

  /** Makes the gravest finding of a cell the current one: the cell was selected in the sheet. Nothing when the cell has none. */
  selectFirstAt(sheet: string, cell: string): void {
    const here = (finding: FindingView): boolean => finding.sheet === sheet && finding.cell === cell;
    if (here(this.find(this.state.selectedId ?? "") ?? NO_FINDING)) return;
    const first = visibleFindings(this.state).find(here);
    if (first !== undefined) this.moveTo(first.id);
  }

  /** Shows the rule of a finding in place, or hides it again. */
  explain(id: string | null): void {
    this.set({ explainedId: id === this.state.explainedId ? null : id, ...(id === null ? {} : { selectedId: id }) });
  }

  setFilter(filter: FindingFilter): void {
    // The ignored ones are another list: what was current in the one is nothing in the other.
    const other = filter.ignored !== this.state.filter.ignored;
    this.set({ filter, ...(other ? { selectedId: null, explainedId: null, ignoringId: null, preview: null } : {}) });
  }

  /** Asks in a finding's card why it may stand, or no longer (null). */
  askReason(id: string | null): void {
    this.set({ ignoringId: id === this.state.ignoringId ? null : id, ...(id === null ? {} : { selectedId: id }) });
  }

  /** Lets a finding stand; the file keeps that and why. @param reason "" for none. */
  ignore(id: string, reason: string): Promise<void> {
    return this.run("keep", "writing", async () => {
      this.set({ ignoringId: null });
      this.settle(await this.ask(this.host.session.ignore(id, reason, today())));
      return { kind: "ignored" };
    });
  }

  /** Counts an ignored finding again. */
  restore(id: string): Promise<void> {
    return this.run("keep", "writing", async () => {
      this.settle(await this.ask(this.host.session.restore(id)));
      return { kind: "restored" };
    });
  }

  /** The units that the workbook names; null when they could not be had (then `failure` says why). */
  async units(): Promise<readonly UnitView[] | null> {
    try {
      await this.queue;
      return await this.ask(this.host.session.units());
    } catch (error) {
      if (!(error instanceof LateAnswer)) this.set({ failure: this.failureOf("units", error) });
      return null;
    }
  }

  /** Keeps the drafter's directory of units in the file, and checks under it. */
  setUnits(units: readonly DrafterUnit[]): Promise<void> {
    return this.run("keep", "checking", async () => {
      this.settle(await this.ask(this.host.session.setUnits(units)));
      return { kind: "units-kept" };
    });
  }

  /** Takes in a directory from another file. @param text what that file holds. */
  importUnits(text: string): Promise<void> {
    return this.run("keep", "checking", async () => {
      const view = await this.ask(this.host.session.importUnits(text));
      if (view === null) return { kind: "no-directory" };
      this.settle(view);
      return { kind: "units-kept" };
    });
  }

  /** The drafter's directory for another file; null when it could not be had. */
  async exportUnits(): Promise<string | null> {
    try {
      return await this.ask(this.host.session.exportUnits());
    } catch (error) {
      this.set({ failure: this.failureOf("units", error) });
      return null;
    }
  }

  /** Adds an appendix from a form as a new sheet, shows it and checks. */
  addTemplate(request: TemplateRequest): Promise<void> {
    return this.run("template", "writing", async () => {
      const { sheet, layouts, view } = await this.ask(this.host.session.addTemplate(request));
      this.remember(layouts.length);
      this.settle(view);
      await this.host.select(sheet, "A1");
      return { kind: "template-added", sheet };
    });
  }

  /** What the standard forms have and the appendices lack; null when it could not be told (then `failure` says why). */
  templateGaps(forms: Readonly<Record<number, string>>): Promise<readonly AppendixGaps[] | null> {
    return this.lookUp("structure", () => this.host.session.templateGaps(forms));
  }

  /** What a change of an appendix's make-up would write, for `applyFix`; null when it could not be told. */
  previewStructure(request: StructureRequest): Promise<FixPlan | null> {
    return this.lookUp("structure", () => this.host.session.previewStructure(request));
  }

  /** An appendix of the workbook as a form of the office's own; null when it could not be had. */
  officeForm(appendix: number, name: string): Promise<Form | null> {
    return this.lookUp("structure", () => this.host.session.officeForm(appendix, name));
  }

  /** An answer that changes nothing; null when it could not be had. */
  private async lookUp<T>(doing: Doing, question: () => Promise<T>): Promise<T | null> {
    try {
      await this.queue;
      return await this.ask(question());
    } catch (error) {
      if (!(error instanceof LateAnswer)) this.set({ failure: this.failureOf(doing, error) });
      return null;
    }
  }

  /** What plans above can be chosen without picking a file; null when they could not be had (then `failure` says why). */
  async targetSources(): Promise<TargetSources | null> {
    try {
      await this.queue;
      return (await this.ask(this.host.session.targets({ kind: "sources" }))).sources ?? null;
    } catch (error) {
      if (!(error instanceof LateAnswer)) this.set({ failure: this.failureOf("targets", error) });
      return null;
    }
  }

  /** Opens a plan above and checks the workbook against it; what cannot be used becomes `failure`. */
  openTargets(source: TargetSource): Promise<void> {
    return this.askTargets({ kind: "open", source }, "checking");
  }

  /** Lets a row here go with another row above, or with none (null). */
  chooseTarget(rowId: string, aboveId: string | null): Promise<void> {
    return this.askTargets({ kind: "choose", rowId, aboveId }, "checking");
  }

  /** Writes proposals of the plan above, as one step that can be undone. */
  applyTargets(ids: readonly string[]): Promise<void> {
    return this.askTargets({ kind: "apply", ids }, "writing");
  }

  /** Puts the plan above away. */
  closeTargets(): Promise<void> {
    return this.askTargets({ kind: "close" }, "checking");
  }

  /** Brings the proposals up to what the sheets hold now. */
  async refreshTargets(): Promise<void> {
    if (this.state.targets === null) return;
    try {
      await this.queue;
      const { targets = null } = await this.ask(this.host.session.targets({ kind: "look" }));
      this.set({ targets });
    } catch (error) {
      if (!(error instanceof LateAnswer) && !isAbort(error)) this.set({ failure: this.failureOf("targets", error) });
    }
  }

  private askTargets(request: TargetsRequest, status: Status): Promise<void> {
    return this.run("targets", status, async () => {
      if (this.state.view === null) this.settle(await this.freshView());
      const { failure, targets, view, report } = await this.ask(this.host.session.targets(request));
      if (failure !== undefined) throw Object.assign(new Error(failure.en), { localized: failure });
      if (report !== undefined && report.applied.length > 0) this.remember(1);
      if (targets !== undefined) this.set({ targets });
      if (view !== undefined) this.settle(view);
      return report === undefined ? null : mendedOutcome(report);
    });
  }

  /** Works out what mending would change and puts it into `preview`; nothing is written. */
  previewFix(request: FixRequest): Promise<void> {
    return this.run("preview", "previewing", async () => {
      const plan = await this.ask(this.host.session.previewFix(request));
      if (plan.changes.length === 0) return { kind: "nothing-to-mend" };
      const first = "findings" in request ? request.findings[0] : undefined;
      this.set({ preview: { request, plan }, explainedId: null, ...(first === undefined ? {} : { selectedId: first }) });
      return null;
    });
  }

  /** Puts the shown mending away. */
  cancelFix(): void {
    this.set({ preview: null });
  }

  /** Carries out a mending that was shown; the one in `preview` by default. */
  applyFix(plan: FixPlan | undefined = this.state.preview?.plan): Promise<void> {
    if (plan === undefined) return Promise.resolve();
    return this.run("apply", "writing", async () => {
      const outcome: EditOutcome = await this.ask(this.host.session.applyFix(plan));
      this.remember(historySteps(plan, outcome.report));
      this.set({ preview: null });
      this.settle(outcome.view);
      return mendedOutcome(outcome.report);
    });
  }

  /** Takes the last mending or edit back, whole. */
  undo(): Promise<void> {
    return this.run("undo", "writing", async () => {
      const steps = this.undoSteps.at(-1) ?? 1;
      const { view, done } = await repeat(steps, () => this.ask(this.host.session.undo()));
      this.undoSteps = view === null ? [] : this.undoSteps.slice(0, -1);
      if (view === null) return { kind: "nothing-to-undo" };
      this.redoSteps.push(done);
      this.settle(view);
      return { kind: "undone" };
    });
  }

  /** Does again what was taken back. */
  redo(): Promise<void> {
    return this.run("redo", "writing", async () => {
      const steps = this.redoSteps.at(-1) ?? 1;
      const { view, done } = await repeat(steps, () => this.ask(this.host.session.redo()));
      this.redoSteps = view === null ? [] : this.redoSteps.slice(0, -1);
      if (view === null) return { kind: "nothing-to-redo" };
      this.undoSteps.push(done);
      this.settle(view);
      return { kind: "redone" };
    });
  }

  /** Corrects the plan context and checks with it. A missing key: as the title lines say. */
  setPlan(plan: Partial<PlanContext>): Promise<void> {
    this.set({ plan });
    return this.run("check", "checking", async () => {
      const view = await this.ask(this.host.session.setPlan(plan));
      this.settle(this.rulesAreTold() ? view : await this.freshView());
      await this.tellMarks();
      return { kind: "checked" };
    });
  }

  /** Switches rules off, or to another severity. Checks again only when something has been checked. */
  setRules(rules: RuleSettings): Promise<void> {
    this.prefer({ rules });
    if (this.state.view === null) return Promise.resolve();
    return this.run("check", "checking", async () => {
      this.settle(await this.freshView());
      return { kind: "checked" };
    });
  }

  /** Switches rules off, or to another severity, in the open file only: the file keeps it. */
  setFileRules(rules: RuleSettings): Promise<void> {
    return this.run("keep", "checking", async () => {
      this.settle(await this.ask(this.host.session.setFileRules(rules)));
      return { kind: "checked" };
    });
  }

  /** Chooses the clarities that the scores show. */
  setClarities(clarities: readonly Clarity[]): void {
    const { filter } = this.state;
    this.prefer({ clarities });
    if (filter.clarity !== null && !clarities.includes(filter.clarity.clarity)) this.setFilter({ ...filter, clarity: null });
  }

  /** Shows the findings on the sheet, or takes every mark away. */
  showMarks(shown: boolean): Promise<void> {
    this.prefer({ marksShown: shown });
    if (shown && this.state.view === null) return Promise.resolve();
    return this.run("marks", "writing", async () => {
      if (shown) {
        const cells = await this.ask(this.host.session.showMarks());
        this.marksTold = true;
        this.marksRefused = null;
        return { kind: "marked", cells };
      }
      this.marksTold = false;
      return { kind: "unmarked", cells: await this.ask(this.host.session.clearMarks()) };
    });
  }

  setLanguage(language: Language): void {
    this.prefer({ language, languageChosen: true });
  }

  /** Speaks the language of the host as long as a person has chosen none. */
  suggestLanguage(language: Language): void {
    if (!this.state.languageChosen && language !== this.state.language) this.set({ language });
  }

  /** Follows what is changed on the sheet, or leaves it until the next check. What was missed meanwhile is checked at once. */
  setLive(live: boolean): void {
    this.prefer({ live });
    if (live && this.missed) void this.follow({ cells: null });
  }

  setTheme(theme: Theme): void {
    this.prefer({ theme });
  }

  dismissFailure(): void {
    this.set({ failure: null });
  }

  dismissOutcome(): void {
    this.set({ lastOutcome: null });
  }

  /** Shows what a change on the sheet has brought, in its turn among the commands and without touching what the user is at. */
  private follow(change: WorkbookChange): Promise<void> {
    const { live } = this.host;
    const epoch = this.epoch;
    const task = this.queue.then(async () => {
      if (live === undefined || epoch !== this.epoch || this.state.view === null) return;
      if (!this.state.live) {
        this.missed = true;
        return;
      }
      try {
        const view = await live.refresh(this.missed ? { cells: null } : change);
        if (epoch !== this.epoch) return;
        this.missed = false;
        this.accept(view, "reading");
        if (this.state.failure?.doing === "follow") this.set({ failure: null });
      } catch (error) {
        if (epoch !== this.epoch) return;
        this.missed = true;
        this.fail("follow", error);
      }
    });
    this.queue = task;
    return task;
  }

  private failureOf(doing: Doing, error: unknown): Failure {
    return toFailure(doing, error, this.host.environment?.() ?? []);
  }

  private rulesAreTold(): boolean {
    return JSON.stringify(this.state.rules) === JSON.stringify(this.rulesTold);
  }

  /** A check, under the rule settings that were chosen here. */
  private async freshView(): Promise<ReviewView> {
    this.missed = false;
    if (this.rulesAreTold()) return this.ask(this.host.session.check());
    const { rules } = this.state;
    const view = await this.ask(this.host.session.setRules(rules));
    this.rulesTold = rules;
    return view;
  }

  /**
   * Marks are shown once; from then on the session keeps them in step with the findings. A sheet that takes no marks (protected) is told
   * once and does not make the check fail.
   */
  private async tellMarks(): Promise<void> {
    if (!this.state.marksShown || this.marksTold) return;
    try {
      await this.ask(this.host.session.showMarks());
      this.marksTold = true;
      this.marksRefused = null;
    } catch (error) {
      if (error instanceof LateAnswer || this.wasStopped(error)) throw error;
      const failure = this.failureOf("marks", error);
      if (failure.message.vi !== this.marksRefused) this.set({ failure });
      this.marksRefused = failure.message.vi;
    }
  }

  /** Runs one command after those before it; its outcome is told, its error becomes `failure`. */
  private run(doing: Doing, status: Status, work: () => Promise<Outcome | null>): Promise<void> {
    const epoch = this.epoch;
    const task = this.queue.then(async () => {
      if (epoch !== this.epoch) return;
      this.stopping = false;
      this.set({ status, progress: null, failure: null });
      try {
        const outcome = await work();
        if (epoch !== this.epoch) return;
        this.set({ status: "idle", progress: null, ...(outcome === null ? {} : { lastOutcome: outcome, outcomes: this.state.outcomes + 1 }) });
      } catch (error) {
        if (epoch !== this.epoch) return;
        const stopped = this.wasStopped(error);
        this.set({
          status: "idle",
          progress: null,
          ...(stopped ? { lastOutcome: { kind: "stopped" }, outcomes: this.state.outcomes + 1 } : { failure: this.failureOf(doing, error) }),
        });
      }
    });
    this.queue = task;
    return task;
  }

  /** An answer of the session; one that comes after another workbook was opened ends the command without a trace. */
  private async ask<T>(answer: Promise<T>): Promise<T> {
    const epoch = this.epoch;
    const value = await answer;
    if (epoch !== this.epoch) throw new LateAnswer("Another workbook was opened before the answer came.");
    return value;
  }

  private wasStopped(error: unknown): boolean {
    return this.stopping || isAbort(error);
  }

  private settle(view: ReviewView): void {
    this.set(this.withView(view));
  }

  /** The view, with the current finding kept; when it is gone, the one that took its place in the list. */
  private withView(view: ReviewView): Partial<PaneState> {
    const { selectedId, explainedId, ignoringId } = this.state;
    const listed = this.state.filter.ignored ? view.ignored : view.findings;
    const exists = (id: string | null): boolean => id !== null && listed.some((finding) => finding.id === id);
    let next = selectedId;
    if (selectedId !== null && !exists(selectedId)) {
      const at = visibleFindings(this.state).findIndex((finding) => finding.id === selectedId);
      const after = visibleFindings({ view, filter: this.state.filter });
      next = at < 0 ? null : (after[Math.min(at, after.length - 1)]?.id ?? null);
    }
    // The scores' filter names an appendix by its place, and the last ignored finding may have been taken back.
    const filter: FindingFilter = {
      ...this.state.filter,
      clarity: view.appendices.length === this.state.view?.appendices.length ? this.state.filter.clarity : null,
      ignored: this.state.filter.ignored && view.ignored.length > 0,
    };
    return { view, filter, plan: view.kept.plan, selectedId: next, explainedId: exists(explainedId) ? explainedId : null, ignoringId: exists(ignoringId) ? ignoringId : null };
  }

  private remember(steps: number): void {
    if (steps === 0) return;
    this.undoSteps.push(steps);
    this.redoSteps = [];
    this.set({});
  }

  private find(id: string): FindingView | undefined {
    const { view, filter } = this.state;
    return (filter.ignored ? view?.ignored : view?.findings)?.find((finding) => finding.id === id);
  }

  private prefer(chosen: Partial<Preferences>): void {
    this.set(chosen);
    const { language, languageChosen, theme, marksShown, live, rules, clarities } = this.state;
    savePreferences(this.storage, { language, languageChosen, theme, marksShown, live, rules, clarities });
  }

  private set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change, canUndo: this.undoSteps.length > 0, canRedo: this.redoSteps.length > 0 };
    for (const listener of this.listeners) listener();
  }
}

/** Thrown inside of a command whose workbook is no longer the open one. */
class LateAnswer extends Error {}

const NOTHING_CHECKED = {
  view: null,
  status: "idle",
  progress: null,
  failure: null,
  selectedId: null,
  explainedId: null,
  ignoringId: null,
  preview: null,
  filter: EVERYTHING,
  targets: null,
  plan: {},
  canUndo: false,
  canRedo: false,
  lastOutcome: null,
} as const satisfies Partial<PaneState>;

/** The day on the user's own calendar, "2026-11-22". */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

const NO_FINDING = { sheet: "", cell: "" } as FindingView;

/** Takes a step of the history so many times, or until there is none left. */
async function repeat(times: number, step: () => Promise<ReviewView | null>): Promise<{ view: ReviewView | null; done: number }> {
  const views: ReviewView[] = [];
  while (views.length < times) {
    const view = await step();
    if (view === null) break;
    views.push(view);
  }
  return { view: views.at(-1) ?? null, done: views.length };
}

const ordered = new WeakMap<readonly FindingView[], readonly FindingView[]>();
let lastShown: { view: ReviewView; filter: FindingFilter; findings: readonly FindingView[] } | null = null;

/** The findings of the last check in the order of the list, or the ignored ones. The same array for the same view. */
export function listedFindings(view: ReviewView, ignored = false): readonly FindingView[] {
  const source = ignored ? view.ignored : view.findings;
  let findings = ordered.get(source);
  if (findings === undefined) {
    findings = byGravity(source);
    ordered.set(source, findings);
  }
  return findings;
}

/** The findings that the list shows, in its order. The same array as long as view and filter stay. */
export function visibleFindings({ view, filter }: Pick<PaneState, "view" | "filter">): readonly FindingView[] {
  if (view === null) return [];
  if (lastShown?.view !== view || lastShown.filter !== filter) lastShown = { view, filter, findings: filterFindings(listedFindings(view, filter.ignored), filter) };
  return lastShown.findings;
}

/** The finding that the keyboard and the commands are about. */
export function selectedFinding({ view, filter, selectedId }: Pick<PaneState, "view" | "filter" | "selectedId">): FindingView | undefined {
  return selectedId === null ? undefined : (filter.ignored ? view?.ignored : view?.findings)?.find((finding) => finding.id === selectedId);
}

const fixable = new WeakMap<ReviewView, ReadonlyMap<string, number>>();

/** How many findings of a rule can be mended at once, filtered away or not. */
export function fixableOfRule({ view }: Pick<PaneState, "view">, ruleId: string): number {
  if (view === null) return 0;
  let counts = fixable.get(view);
  if (counts === undefined) {
    const counted = new Map<string, number>();
    for (const finding of view.findings) if (finding.fixable) counted.set(finding.ruleId, (counted.get(finding.ruleId) ?? 0) + 1);
    counts = counted;
    fixable.set(view, counts);
  }
  return counts.get(ruleId) ?? 0;
}
