import { formatPosition } from "../grid/address";
import type { Edit, EditReport } from "../grid/edit";
import { bundledNames, type SourceName } from "../province/bundled";
import { Comparer, coverageOf, heldAgainst, type Comparison, type Covered } from "../province/compare";
import type { PlanRow, ProvincialPlan } from "../province/plan";
import { problemText } from "../province/problems";
import { proposalsOf, type Proposal } from "../province/proposals";
import type { Localized } from "../text/language";
import { WorkbookFailure } from "../workbook/failure";
import type { Workbook } from "../workbook/workbook";
import { bundledPlan, cellsOf, editsOf, keepProvenance, planOfGrids, planOfSheet } from "./province";
import type { Review, ReviewOptions } from "./reviewer";
import type { ReviewView } from "./view";

/** Where a plan above is taken from. */
export type TargetSource =
  | { readonly kind: "bundled"; readonly id: string }
  | { readonly kind: "sheet"; readonly sheet: string }
  /** An .xlsx that the user picked. */
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array };

/** What can be chosen without picking a file. */
export interface TargetSources {
  /** The sheets of the user's own workbook that hold an appendix. */
  readonly sheets: readonly string[];
  readonly bundled: readonly SourceName[];
}

/** A row as lists name it. */
export interface RowView {
  readonly id: string;
  readonly kind: "target" | "task";
  readonly name: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
}

/** A proposal without its edits: what is written is worked out anew when it is written. */
export type ProposalView = Omit<Proposal, "edits">;

/** A row that the plan above assigns to communes. */
export interface CoverageView extends RowView {
  readonly state: Covered["state"];
  /** The row here, null when there is none. */
  readonly here: RowView | null;
}

/** A plan here laid beside a plan above, as the pane shows it: plain data. */
export interface TargetsView {
  readonly title: string;
  /** How many targets and tasks the plan above has. */
  readonly targets: number;
  readonly tasks: number;
  readonly problems: readonly Localized[];
  readonly proposals: readonly ProposalView[];
  /** Rows here without a match. */
  readonly unmatched: readonly RowView[];
  /** Rows above, for choosing by hand. */
  readonly above: readonly RowView[];
  /** For each row here the rows above that come near, the nearest first. */
  readonly candidates: Readonly<Record<string, readonly { readonly aboveId: string; readonly score: number }[]>>;
  readonly coverage: readonly CoverageView[];
}

/** What the pane asks about the plan above. */
export type TargetsRequest =
  | { readonly kind: "sources" }
  /** Opens a plan above in place of the one before, and checks the workbook against it. */
  | { readonly kind: "open"; readonly source: TargetSource }
  /** The proposals as the sheets are now. */
  | { readonly kind: "look" }
  /** Lets a row here go with another row above, or with none (null). */
  | { readonly kind: "choose"; readonly rowId: string; readonly aboveId: string | null }
  /** Writes these proposals as one step of the history. */
  | { readonly kind: "apply"; readonly ids: readonly string[] }
  /** Puts the plan above away: the workbook is no longer held against it. */
  | { readonly kind: "close" };

/** The answer to any request; what it does not bring is absent. */
export interface TargetsAnswer {
  /** Why a source cannot be used; what was open stays open. */
  readonly failure?: Localized;
  readonly sources?: TargetSources;
  /** Null when no plan above is open. */
  readonly targets?: TargetsView | null;
  /** The check under the plan above that is open now. */
  readonly view?: ReviewView;
  readonly report?: EditReport;
}

/** A source that cannot be used: what happened and what to do. */
class SourceFailure extends Error {
  override readonly name = "SourceFailure";

  constructor(readonly localized: Localized) {
    super(localized.en);
  }
}

/** What is asked of the review of the open workbook. */
interface CheckedBook {
  reviewed(): Promise<Review>;
  holdAgainst(province: ReviewOptions["province"]): Promise<ReviewView>;
  edit(edits: readonly Edit[]): Promise<{ readonly view: ReviewView; readonly report: EditReport }>;
}

/**
 * The use case of the page "Chỉ tiêu": one plan above laid beside the open workbook. While one is open, the workbook is checked against it.
 * Takes and gives plain data, so that it may live in a Worker.
 */
export class TargetSession {
  private comparer: Comparer | null = null;
  private choices = new Map<string, string | null>();

  constructor(
    private readonly workbook: Workbook,
    private readonly session: CheckedBook,
  ) {}

  /** Answers one request of the pane. */
  async ask(request: TargetsRequest): Promise<TargetsAnswer> {
    switch (request.kind) {
      case "sources":
        return { sources: await this.sources() };
      case "open":
        try {
          return await this.open(request.source);
        } catch (error) {
          if (error instanceof SourceFailure) return { failure: error.localized };
          throw error;
        }
      case "look":
        return { targets: this.comparer === null ? null : await this.viewOf() };
      case "choose":
        return this.choose(request.rowId, request.aboveId);
      case "apply":
        return this.apply(request.ids);
      case "close":
        this.comparer = null;
        this.choices = new Map();
        return { view: await this.session.holdAgainst(undefined), targets: null };
    }
  }

  private async sources(): Promise<TargetSources> {
    const { reading } = await this.session.reviewed();
    return { sheets: [...new Set(reading.appendices.map(({ sheet }) => sheet))], bundled: bundledNames() };
  }

  private async open(source: TargetSource): Promise<TargetsAnswer> {
    const plan = await this.read(source);
    const fatal = plan.problems.find(({ kind }) => kind === "no-appendix" || kind === "no-rows");
    if (fatal !== undefined) throw new SourceFailure(problemText(fatal));
    this.comparer = new Comparer(plan);
    this.choices = new Map();
    return this.hold();
  }

  private async choose(rowId: string, aboveId: string | null): Promise<TargetsAnswer> {
    // A row above goes with one row here.
    for (const [other, chosen] of this.choices) if (chosen === aboveId && aboveId !== null) this.choices.delete(other);
    this.choices.set(rowId, aboveId);
    return this.hold();
  }

  private async apply(ids: readonly string[]): Promise<TargetsAnswer> {
    const wanted = new Set(ids);
    const { grids } = await this.session.reviewed();
    const proposals = proposalsOf(await this.comparison(), grids).filter(({ id, state }) => wanted.has(id) && (state === "fill" || state === "replace"));
    const { view, report } = await this.session.edit(editsOf(proposals));
    await keepProvenance(this.workbook, proposals, cellsOf(report.applied));
    return { view, report, targets: await this.viewOf() };
  }

  private async hold(): Promise<TargetsAnswer> {
    const { comparer, choices } = this;
    if (comparer === null) throw new Error("No plan above is open: call open first.");
    const view = await this.session.holdAgainst((reading) => heldAgainst(comparer.compare(reading, choices)));
    return { targets: await this.viewOf(), view };
  }

  private async comparison(): Promise<Comparison> {
    if (this.comparer === null) throw new Error("No plan above is open: call open first.");
    const { reading } = await this.session.reviewed();
    return this.comparer.compare(reading, this.choices);
  }

  private async read(source: TargetSource): Promise<ProvincialPlan> {
    switch (source.kind) {
      case "bundled": {
        const plan = bundledPlan(source.id);
        if (plan === null) throw new Error(`No bundled plan "${source.id}".`);
        return plan;
      }
      case "sheet": {
        const { grids } = await this.session.reviewed();
        return planOfSheet(source.sheet, grids);
      }
      case "file": {
        try {
          // The reader of .xlsx files is not needed before a file is picked.
          const { openWorkbook } = await import("../workbook/file/fileWorkbook");
          const workbook = await openWorkbook(source.bytes, { name: source.name });
          return planOfGrids(source.name, await workbook.readGrids());
        } catch (error) {
          throw error instanceof WorkbookFailure ? new SourceFailure({ vi: `${source.name}: ${error.reason.vi}`, en: `${source.name}: ${error.reason.en}` }) : error;
        }
      }
    }
  }

  private async viewOf(): Promise<TargetsView> {
    const comparison = await this.comparison();
    const { grids } = await this.session.reviewed();
    const { plan, here } = comparison;
    const proposals = proposalsOf(comparison, grids);
    const shown = new Set(proposals.map(({ rowId }) => rowId));
    const rows = [...here.targets.map((row) => rowView(row, "target")), ...here.tasks.map((row) => rowView(row, "task"))];
    return {
      title: plan.title,
      targets: plan.targets.length,
      tasks: plan.tasks.length,
      problems: comparison.problems.map(problemText),
      proposals: proposals.map(withoutEdits),
      unmatched: rows.filter(({ id }) => !shown.has(id)),
      above: [...plan.targets.map((row) => rowView(row, "target")), ...plan.tasks.map((row) => rowView(row, "task"))],
      candidates: Object.fromEntries(comparison.candidates),
      coverage: coverageOf(comparison).map(({ kind, row, state, here: found }) => ({ ...rowView(row, kind), state, here: found === null ? null : rowView(found, kind) })),
    };
  }
}

function withoutEdits(proposal: Proposal): ProposalView {
  const view: ProposalView & { edits?: unknown } = { ...proposal };
  delete view.edits;
  return view;
}

function rowView(row: PlanRow, kind: RowView["kind"]): RowView {
  return { id: row.id, kind, name: row.name, sheet: row.sheet, cell: formatPosition(row.at) };
}
