import type { CellValue, Grid } from "../../grid/grid";
import type { Edit } from "../../grid/edit";
import type { SheetLayout } from "../../grid/layout";
import type { AppendixGaps, StructureRequest } from "../../review/templateGaps";
import type { TemplateOutcome, TemplateRequest } from "../../review/templateSheets";
import type { Form } from "../../template/form";
import type { PlanContext } from "../../appendix/plan";
import type { TargetsAnswer, TargetsRequest } from "../../review/targets";
import type { FixPlan } from "../../review/fixPlan";
import type { EditOutcome, FixRequest } from "../../review/session";
import type { UnitView } from "../../review/unitBook";
import type { ReviewView } from "../../review/view";
import type { RuleSettings } from "../../rules/rule";
import type { Localized } from "../../text/language";
import type { DrafterUnit } from "../../text/unit/unit";
import type { SheetLook } from "../../workbook/look";

/** A sheet as the page shows it: what it holds and how it looks. Crosses once when the file is opened. */
export interface SheetData {
  readonly grid: Grid;
  readonly look: SheetLook;
}

/** A cell whose content is another than before. */
export interface CellChange {
  /** Zero-based sheet row and column. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly text: string;
}

/** What the file itself keeps under a key from now on; null when nothing any more. */
export interface SettingChange {
  readonly key: string;
  readonly text: string | null;
}

/** What an operation changed: single cells by sheet, sheets in which rows moved and new ones, whole, and what the file keeps besides its sheets. */
export interface Delta {
  readonly settings: readonly SettingChange[];
  readonly cells: readonly { readonly sheet: string; readonly changes: readonly CellChange[] }[];
  readonly sheets: readonly SheetData[];
  /** Names of sheets that are no longer there. */
  readonly gone: readonly string[];
}

/** The result of an operation, with what it changed on the sheets. */
export interface Answer<T> {
  readonly result: T;
  readonly delta: Delta;
}

/** One step that changed the file since it was opened; replayed when a stopped Worker is replaced. */
export type JournalStep = { readonly kind: "edits"; readonly edits: readonly Edit[] } | { readonly kind: "undo" } | { readonly kind: "redo" } | { readonly kind: "sheet"; readonly layout: SheetLayout } | ({ readonly kind: "setting" } & SettingChange);

/** What is set on this machine, which a new Worker must know again. */
export interface EngineOptions {
  readonly settings?: RuleSettings;
  /** The plan above that is open: how it was opened, and what was matched by hand since. */
  readonly targets?: readonly TargetsRequest[];
}

/** What the drafter decides about a file, and the file keeps. */
export type Decision =
  | { readonly kind: "plan"; readonly plan: Partial<PlanContext> }
  | { readonly kind: "rules"; readonly rules: RuleSettings }
  | { readonly kind: "ignore"; readonly id: string; readonly reason: string; readonly on: string }
  | { readonly kind: "restore"; readonly id: string }
  | { readonly kind: "units"; readonly units: readonly DrafterUnit[] }
  | { readonly kind: "import-units"; readonly text: string };

/** A file that could be opened, or the reason why not in both languages. */
export type OpenResult = { readonly ok: true; readonly sheets: readonly SheetData[] } | { readonly ok: false; readonly reason: Localized };

/** Share of the work that is done, 0 to 1. */
export type Progress = (share: number) => void;

/** What the page asks of the Worker. Everything taken and given is plain data. */
export interface WorkbenchEngine {
  /** Reads an .xlsx. @param journal steps to carry out again, in order, on the file as it was opened. */
  open(bytes: Uint8Array, name: string, onProgress: Progress, journal?: readonly JournalStep[], options?: EngineOptions): Promise<OpenResult>;
  check(): Promise<ReviewView>;
  setRules(settings: RuleSettings): Promise<ReviewView>;
  /** Keeps a decision in the file and checks under it; null when it cannot be taken. */
  decide(decision: Decision): Promise<Answer<ReviewView | null>>;
  units(): Promise<readonly UnitView[]>;
  exportUnits(): Promise<string>;
  previewFix(request: FixRequest): Promise<FixPlan>;
  applyFix(plan: FixPlan): Promise<Answer<EditOutcome>>;
  edit(edits: readonly Edit[]): Promise<Answer<EditOutcome>>;
  targets(request: TargetsRequest): Promise<Answer<TargetsAnswer>>;
  addTemplate(request: TemplateRequest): Promise<Answer<TemplateOutcome>>;
  templateGaps(forms?: Readonly<Record<number, string>>): Promise<readonly AppendixGaps[]>;
  previewStructure(request: StructureRequest): Promise<FixPlan>;
  officeForm(appendix: number, name: string): Promise<Form | null>;
  undo(): Promise<Answer<ReviewView | null>>;
  redo(): Promise<Answer<ReviewView | null>>;
  /** The bytes of the .xlsx as it is now, with or without the marks. */
  save(marks: boolean): Promise<Uint8Array>;
}
