import type { Position } from "../grid/address";
import type { Grid } from "../grid/grid";
import type { Notice, Reading } from "../appendix/appendix";
import { correctPlan, type PlanContext } from "../appendix/plan";
import { readAppendices } from "../appendix/reader/readAppendices";
import { rereadAppendices } from "../appendix/reader/rereadAppendices";
import { RuleEngine } from "../rules/engine";
import type { HeldAgainst } from "../rules/heldAgainst";
import type { Finding, RuleSettings } from "../rules/rule";
import { isChoicesSheet } from "../template/choices";
import type { DrafterUnit } from "../text/unit/unit";
import { sortOut, type IgnoredFinding, type Sorted } from "./ignored";

/** What a check takes besides the sheets. */
export interface ReviewOptions {
  /** The drafter's plan context; each key that is given takes precedence over what the title lines say. */
  readonly plan?: Partial<PlanContext>;
  readonly settings?: RuleSettings;
  /** The drafter's directory of units; the same object as long as it stays. */
  readonly units?: readonly DrafterUnit[];
  /** The findings that were let stand: they are told apart from the others. */
  readonly ignored?: readonly IgnoredFinding[];
  /** Lays what is read beside the plan above that was chosen. */
  readonly province?: (reading: Reading) => HeldAgainst;
}

/** The result of a check. */
export interface Review {
  readonly grids: readonly Grid[];
  /** What was read; `plan` is the corrected one. */
  readonly reading: Reading;
  /** What the title lines alone say of the plan. */
  readonly planRead: PlanContext;
  /** In reading order: sheet, row, column, gravity. Without the ignored ones. */
  readonly findings: readonly Finding[];
  /** In the same order. */
  readonly ignored: Sorted["ignored"];
}

/** A cell of a sheet that changed since the last check. */
export interface ChangedCell extends Position {
  readonly sheet: string;
}

/** Checks sheets, and checks them again after an edit for little. One reviewer for one open workbook. */
export class Reviewer {
  private readonly engine = new RuleEngine();
  private last: { read: Reading; grids: readonly Grid[] } | null = null;

  /** Reads and checks everything. */
  review(grids: readonly Grid[], options: ReviewOptions = {}): Review {
    return this.judge(readAppendices(grids), grids, options);
  }

  /**
   * Checks again after single cells changed. The same result as `review(grids, options)`, for the cost of what changed.
   * @param changed every cell that differs from the grids of the last check.
   */
  reviewAgain(grids: readonly Grid[], changed: readonly ChangedCell[], options: ReviewOptions = {}): Review {
    const read = this.last === null ? readAppendices(grids) : rereadAppendices(this.last.read, this.last.grids, grids, changed);
    return this.judge(read, grids, options);
  }

  private judge(read: Reading, grids: readonly Grid[], options: ReviewOptions): Review {
    this.last = { read, grids };
    const reading = { ...read, plan: correctPlan(read.plan, options.plan ?? {}), notices: withoutChoices(read.notices, grids) };
    const { open, ignored } = sortOut(this.engine.check(reading, options.settings, options.units, options.province?.(reading)), options.ignored ?? [], reading, grids);
    return { grids, reading, planRead: read.plan, findings: open, ignored };
  }
}

/** The notices without those of our own sheet of choices: it holds no appendix, and nobody takes it for a checked one. */
function withoutChoices(notices: readonly Notice[], grids: readonly Grid[]): readonly Notice[] {
  if (notices.length === 0) return notices;
  const own = new Set(grids.filter(isChoicesSheet).map(({ sheet }) => sheet));
  return own.size === 0 ? notices : notices.filter(({ sheet }) => !own.has(sheet));
}
