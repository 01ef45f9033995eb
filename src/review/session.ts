import { parseAddress } from "../grid/address";
import { isCellEdit, isRowRemoval, rowTexts, type Edit, type EditReport } from "../grid/edit";
import { displayText, valueAt, type Grid } from "../grid/grid";
import type { PlanContext } from "../appendix/plan";
import type { RuleSettings } from "../rules/rule";
import type { Workbook, WorkbookChange } from "../workbook/workbook";
import { planFixes, type FixPlan } from "./fixPlan";
import { marksOf } from "./marks";
import { Reviewer, type ChangedCell, type Review, type ReviewOptions } from "./reviewer";
import { viewOf, type ReviewView } from "./view";

/** What to mend: single findings by id, or everything that a rule can mend. */
export type FixRequest = { readonly findings: readonly string[] } | { readonly ruleId: string };

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
  private options: ReviewOptions = {};
  private marked = false;

  constructor(private readonly workbook: Workbook) {}

  /** Reads the whole workbook and checks it. */
  async check(): Promise<ReviewView> {
    return this.settle(this.reviewer.review(await this.workbook.readGrids(), this.options));
  }

  /** The drafter's corrections of the plan context (a missing key: as the title lines say), then a check. */
  async setPlan(plan: Partial<PlanContext>): Promise<ReviewView> {
    this.options = { ...this.options, plan };
    return this.check();
  }

  /** Rules off or of another severity, then a check. */
  async setRules(settings: RuleSettings): Promise<ReviewView> {
    this.options = { ...this.options, settings };
    return this.check();
  }

  /** What mending would change; nothing is written. */
  async previewFix(request: FixRequest): Promise<FixPlan> {
    const review = this.review ?? (await this.check(), this.review);
    if (review === null) return { batches: [], changes: [], mended: 0 };
    if ("ruleId" in request) return planFixes(review, (finding) => finding.ruleId === request.ruleId, this.options);
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
      applied.push(...outcome.report.applied);
      skipped.push(...outcome.report.skipped);
      view = outcome.view;
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
    await this.workbook.showMarks(marks);
    this.marked = true;
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
    const changed: ChangedCell[] = change.cells.flatMap(({ sheet, cell }) => {
      const position = parseAddress(cell);
      return position === null ? [] : [{ sheet, ...position }];
    });
    return this.settle(this.reviewer.reviewAgain(await this.workbook.readGrids(), changed, this.options));
  }

  private async settle(review: Review): Promise<ReviewView> {
    this.review = review;
    if (this.marked) await this.workbook.showMarks(marksOf(review.findings));
    return viewOf(review);
  }
}

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
