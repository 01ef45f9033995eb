import { parseAddress } from "../grid/address";
import { isCellEdit, isRowRemoval, rowTexts, type Edit, type EditReport } from "../grid/edit";
import { displayText, valueAt, type Grid } from "../grid/grid";
import type { PlanContext } from "../appendix/plan";
import type { RuleSettings } from "../rules/rule";
import type { Workbook, WorkbookChange } from "../workbook/workbook";
import { changedCells } from "./changedCells";
import { planFixes, type FixPlan } from "./fixPlan";
import { marksOf } from "./marks";
import type { Form } from "../template/form";
import type { DrafterUnit } from "../text/unit/unit";
import { FindingNamer } from "./ignored";
import { Reviewer, type Review, type ReviewOptions } from "./reviewer";
import { FileSettings, textOf, valueIn, type Setting } from "./settings/fileSettings";
import { optionsOf, type GivenOptions } from "./settings/options";
import { IGNORED, PLAN, REVIEW_SETTINGS, RULES, UNITS } from "./settings/settings";
import { unitBookOf, type UnitView } from "./unitBook";
import { joined } from "./unitDirectory";
import { gapsOfReview, officeFormOf, planStructure, type AppendixGaps, type StructureRequest } from "./templateGaps";
import { TargetSession, type TargetsAnswer, type TargetsRequest } from "./targets";
import { addTemplate, type TemplateOutcome, type TemplateRequest } from "./templateSheets";
import { findingIds, NOTHING_KEPT, viewOf, type KeptView, type ReviewView } from "./view";

/** What to mend: single findings by id, everything that a rule can mend, or every name of a unit that departs from its standard. */
export type FixRequest = { readonly findings: readonly string[] } | { readonly ruleId: string } | { readonly units: true };

/** The rules that hold units to their standard. */
const UNIT_RULES: ReadonlySet<string> = new Set(["lead/variant", "lead/unknown", "coord/variant", "coord/truncated"]);

/** A review after something was written, and what became of each edit. */
export interface EditOutcome {
  readonly view: ReviewView;
  readonly report: EditReport;
}

/**
 * The use case: one open workbook under review. The pane speaks to this, in Excel and in the workbench alike (there across a
 * Worker, so every method takes and gives plain data).
 */
export class ReviewSession {
  private readonly reviewer = new Reviewer();
  private review: Review | null = null;
  private settings: FileSettings | null = null;
  private given: GivenOptions;
  private options: ReviewOptions = {};
  private marked = false;
  private targetSession: TargetSession | null = null;

  /** @param given what is asked for from outside of the file: it takes precedence over what the file keeps, and is never written into it. */
  constructor(
    private readonly workbook: Workbook,
    given: GivenOptions = {},
  ) {
    this.given = given;
  }

  /** Reads the whole workbook and checks it; the first time also what the file keeps of the drafter's decisions. */
  async check(): Promise<ReviewView> {
    // Sheets first: a workbook may bring the settings along.
    const grids = await this.workbook.readGrids();
    await this.fileSettings();
    return this.settle(this.reviewer.review(grids, this.options));
  }

  /** The drafter's corrections of the plan context (a missing key: as the title lines say), kept in the file; then a check. */
  setPlan(plan: Partial<PlanContext>): Promise<ReviewView> {
    return this.decide(PLAN, Object.keys(plan).length === 0 ? null : plan);
  }

  /** Rules off or of another severity on this machine, in every file that does not say otherwise; then a check. Nothing is written. */
  async setRules(settings: RuleSettings): Promise<ReviewView> {
    this.given = { ...this.given, preferences: settings };
    await this.gather();
    return this.check();
  }

  /** Rules off or of another severity in this file, whatever is set on the machine; kept in the file, then a check. */
  setFileRules(settings: RuleSettings): Promise<ReviewView> {
    return this.decide(RULES, Object.keys(settings).length === 0 ? null : settings);
  }

  /**
   * Lets a finding stand: it is no longer told, marked or mended, and the file keeps why. Nothing when there is no finding of this id.
   * @param on the day, "2026-11-22".
   */
  async ignore(id: string, reason: string, on: string): Promise<ReviewView> {
    if (this.review === null) await this.check();
    const review = this.review;
    const finding = review?.findings[findingIds(review.findings).indexOf(id)];
    if (review === null || finding === undefined) return this.check();
    const name = new FindingNamer(review.reading.appendices, review.grids).nameOf(finding);
    return this.decide(IGNORED, [...(this.options.ignored ?? []), { ...name, reason: reason.trim().slice(0, MOST_REASON), on }]);
  }

  /** Counts an ignored finding again. Nothing when there is none of this id. */
  async restore(id: string): Promise<ReviewView> {
    if (this.review === null) await this.check();
    const ignored = this.review?.ignored ?? [];
    const entry = ignored[findingIds(ignored.map(({ finding }) => finding)).indexOf(id)]?.entry;
    const left = (this.options.ignored ?? []).filter((other) => other !== entry);
    return this.decide(IGNORED, left.length === 0 ? null : left);
  }

  /** Every unit that the workbook names, with its forms and where they stand. */
  async units(): Promise<readonly UnitView[]> {
    if (this.review === null) await this.check();
    return this.review === null ? [] : unitBookOf(this.review, this.options.units ?? []);
  }

  /** The drafter's directory of units in place of the one before, kept in the file; then a check. */
  setUnits(units: readonly DrafterUnit[]): Promise<ReviewView> {
    return this.decide(UNITS, units.length === 0 ? null : units);
  }

  /** Takes in a directory that was exported from another file; null, and nothing changes, when the text is none. */
  async importUnits(text: string): Promise<ReviewView | null> {
    const incoming = valueIn(text, UNITS);
    if (incoming === null) return null;
    await this.fileSettings();
    return this.setUnits(joined(this.options.units ?? [], incoming));
  }

  /** The drafter's directory as a text for `importUnits`. */
  async exportUnits(): Promise<string> {
    const settings = await this.fileSettings();
    return textOf(settings.get(UNITS) ?? []);
  }

  /** Holds the workbook against a plan above from now on, or against none (undefined); then a check. */
  async holdAgainst(province: ReviewOptions["province"]): Promise<ReviewView> {
    const { plan, settings, preferences } = this.given;
    const others: GivenOptions = { ...(plan === undefined ? {} : { plan }), ...(settings === undefined ? {} : { settings }), ...(preferences === undefined ? {} : { preferences }) };
    this.given = province === undefined ? others : { ...others, province };
    await this.gather();
    return this.check();
  }

  /** What the last check read and found; checks first where nothing was checked yet. */
  async reviewed(): Promise<Review> {
    if (this.review === null) await this.check();
    if (this.review === null) throw new Error("A check leaves a review behind.");
    return this.review;
  }

  /** What the page "Chỉ tiêu" asks: opens a plan above, proposes its values, writes them. */
  targets(request: TargetsRequest): Promise<TargetsAnswer> {
    this.targetSession ??= new TargetSession(this.workbook, this);
    return this.targetSession.ask(request);
  }

  /** Adds an appendix from a form and checks. What its title lines cannot say of the plan (its province) is kept in the file. */
  async addTemplate(request: TemplateRequest): Promise<TemplateOutcome> {
    await this.fileSettings();
    const added = await addTemplate(this.workbook, request, (this.options.units ?? []).map(({ name }) => name));
    const view = await this.check();
    const untold = Object.entries(request.options.plan).filter(([key, value]) => value !== null && view.plan[key as keyof PlanContext] === null);
    if (untold.length === 0) return { ...added, view };
    // The appendix is there: that a file keeps no settings is no reason to tell that it could not be added.
    return { ...added, view: await this.setPlan({ ...view.kept.plan, ...Object.fromEntries(untold) }).catch(() => view) };
  }

  /** What the standard forms have and the appendices lack. @param forms ids of forms by the index of an appendix, where not the nearest one. */
  async templateGaps(forms: Readonly<Record<number, string>> = {}): Promise<readonly AppendixGaps[]> {
    if (this.review === null) await this.check();
    return this.review === null ? [] : gapsOfReview(this.review, forms);
  }

  /** What filling gaps, or putting in or taking out the column "Căn cứ", would change; nothing is written. `applyFix` carries it out. */
  async previewStructure(request: StructureRequest): Promise<FixPlan> {
    if (this.review === null) await this.check();
    return this.review === null ? { batches: [], changes: [], mended: 0 } : planStructure(this.review, request);
  }

  /** An appendix of the workbook as a form of the office's own; null when there is none at this index. */
  async officeForm(appendix: number, name: string): Promise<Form | null> {
    if (this.review === null) await this.check();
    const sheet = this.review?.reading.appendices[appendix]?.sheet;
    return this.review === null || sheet === undefined ? null : officeFormOf(this.review, appendix, await this.workbook.columnWidths(sheet), name);
  }

  /** What mending would change; nothing is written. */
  async previewFix(request: FixRequest): Promise<FixPlan> {
    const review = this.review ?? (await this.check(), this.review);
    if (review === null) return { batches: [], changes: [], mended: 0 };
    if ("ruleId" in request) return planFixes(review, (finding) => finding.ruleId === request.ruleId, this.options);
    // Whoever asks for one form of each name wants it also where the rules that tell of it are off.
    if ("units" in request) {
      const options = { ...this.options, settings: Object.fromEntries(Object.entries(this.options.settings ?? {}).filter(([id]) => !UNIT_RULES.has(id))) };
      return planFixes(new Reviewer().review(review.grids, options), ({ ruleId }) => UNIT_RULES.has(ruleId), options);
    }
    const wanted = new Set(request.findings);
    return planFixes(review, (_, id) => wanted.has(id), this.options);
  }

  /** Carries out what was shown. Cells that changed in between are left alone and told. */
  async applyFix(plan: FixPlan): Promise<EditOutcome> {
    const applied: Edit[] = [];
    const skipped: EditReport["skipped"][number][] = [];
    let view: ReviewView | null = null;
    for (const batch of plan.batches) {
      // Rows go only together with what is joined to the rows that stay: all of the batch, or nothing of it.
      const stale = batch.some(isRowRemoval) ? staleEdits(batch, await this.workbook.readGrids()) : [];
      if (stale.length > 0) {
        skipped.push(...stale);
        continue;
      }
      const outcome = await this.edit(batch);
      // One by one: a batch may hold more edits than a call takes arguments.
      for (const edit of outcome.report.applied) applied.push(edit);
      for (const skip of outcome.report.skipped) skipped.push(skip);
      view = outcome.view;
      // The next batch speaks of the sheet as this one would have left it.
      if (outcome.report.applied.length === 0 && batch.some((edit) => !isCellEdit(edit))) break;
    }
    return { view: view ?? (await this.check()), report: { applied, skipped } };
  }

  /** Writes the user's own edits, then checks what they touched. */
  async edit(edits: readonly Edit[]): Promise<EditOutcome> {
    const report = await this.workbook.applyEdits(edits);
    const cells = report.applied.every(isCellEdit) ? report.applied.map(({ sheet, cell }) => ({ sheet, cell })) : null;
    return { view: await this.refresh({ cells }), report };
  }

  /** Takes the last batch back; null when there is none. */
  async undo(): Promise<ReviewView | null> {
    const change = await this.workbook.undo();
    return change === null ? null : this.refresh(change);
  }

  /** Does again what was taken back; null when there is none. */
  async redo(): Promise<ReviewView | null> {
    const change = await this.workbook.redo();
    return change === null ? null : this.refresh(change);
  }

  /** Shows the findings on the sheet, and keeps them shown after every change. @returns how many cells are marked. */
  async showMarks(): Promise<number> {
    if (this.review === null) await this.check();
    const marks = marksOf(this.review?.findings ?? []);
    // Where one sheet refuses its marks, those of the others are shown, and are kept shown.
    this.marked = true;
    await this.workbook.showMarks(marks);
    return marks.length;
  }

  /** Takes every mark away. @returns how many cells had one. */
  async clearMarks(): Promise<number> {
    this.marked = false;
    return this.workbook.clearMarks();
  }

  /** Checks again after a change, reading only what it touched. */
  async refresh(change: WorkbookChange): Promise<ReviewView> {
    if (change.cells === null || this.review === null) return this.check();
    const grids = await this.workbook.readGrids();
    // Formulas compute cells anew that nobody wrote to.
    const changed = changedCells(this.review.grids, grids, change.cells);
    return this.settle(changed === null ? this.reviewer.review(grids, this.options) : this.reviewer.reviewAgain(grids, changed, this.options));
  }

  private async settle(review: Review): Promise<ReviewView> {
    this.review = review;
    // What was found counts more than its marks: that a sheet refuses them is told when they are asked for.
    if (this.marked) await this.workbook.showMarks(marksOf(review.findings)).catch(() => undefined);
    return viewOf(review, this.kept());
  }

  /** Keeps a decision in the file and checks under it. It counts also when the file takes no writing; then the call rejects. */
  private async decide<T>(setting: Setting<T>, value: T | null): Promise<ReviewView> {
    const settings = await this.fileSettings();
    try {
      await settings.write(setting, value);
    } finally {
      await this.gather();
    }
    return this.check();
  }

  private async fileSettings(): Promise<FileSettings> {
    if (this.settings === null) {
      this.settings = await FileSettings.read(this.workbook);
      this.options = optionsOf(this.settings, this.given);
    }
    return this.settings;
  }

  private async gather(): Promise<void> {
    this.options = optionsOf(await this.fileSettings(), this.given);
  }

  private kept(): KeptView {
    const { settings } = this;
    if (settings === null) return NOTHING_KEPT;
    return { plan: settings.get(PLAN) ?? {}, rules: settings.get(RULES) ?? {}, units: this.options.units ?? [], damage: settings.damage(REVIEW_SETTINGS) };
  }
}

/** A reason is a few words, not a letter. */
const MOST_REASON = 200;

/** The edits of a batch whose cell or row no longer holds what was seen. */
function staleEdits(batch: readonly Edit[], grids: readonly Grid[]): EditReport["skipped"] {
  const sheets = new Map(grids.map((grid) => [grid.sheet, grid]));
  return batch.flatMap((edit): EditReport["skipped"] => {
    const grid = sheets.get(edit.sheet);
    if (grid === undefined) return [{ edit, reason: "no-sheet", found: "" }];
    if (isRowRemoval(edit)) {
      const texts = rowTexts(grid, edit.removeRow - 1);
      const same = texts.length === edit.expected.length && texts.every((text, i) => text === edit.expected[i]);
      return same ? [] : [{ edit, reason: "changed", found: texts.join(" · ") }];
    }
    // Rows and columns that are put in expect nothing.
    if (!isCellEdit(edit)) return [];
    const position = parseAddress(edit.cell);
    if (position === null) return [{ edit, reason: "bad-address", found: "" }];
    const found = valueAt(grid, position.row, position.column);
    return found === edit.expected ? [] : [{ edit, reason: "changed", found: displayText(found) }];
  });
}
