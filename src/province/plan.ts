import type { Position } from "../grid/address";
import type { Field, Item } from "../appendix/appendix";
import type { Deadline } from "../text/deadline/deadline";
import type { TargetValue } from "../text/target/targetValue";
import type { Period, Wording } from "./match/statement";
import type { PlanProblem } from "./problems";

/** A row of a plan with the place that it has there. The same for the plan above and the plan here. */
export interface PlanRow {
  /** Names the row within its plan: the cell and, where a cell says several things, which of them. */
  readonly id: string;
  readonly sheet: string;
  /** The cell of the name or text, zero-based. */
  readonly at: Position;
  /** "Phụ lục I", null when the appendix has no label. */
  readonly appendix: string | null;
  /** The running number as written, null when there is none. */
  readonly number: string | null;
  /** As written; of prose that sets several targets, the part that sets this one. */
  readonly name: string;
  readonly item: Item;
  /** True when the row, its units or its section name communes ("UBND các xã, phường", "cấp xã"). */
  readonly namesCommunes: boolean;
  readonly wording: Wording;
}

/** A value of a target, or the place where one belongs. */
export interface TargetSlot {
  /** Null when neither column, text nor title tells. */
  readonly period: Period | null;
  /** The period as people write it: "2030", "2026-2030"; "" when it is not known. */
  readonly label: string;
  readonly value: TargetValue;
  /** The value as written, without the words around it. */
  readonly text: string;
  /** The cell's own field; of prose the field of the name. */
  readonly field: Field;
  /** Where the value stands in the field's text, when it is part of prose; null for a cell of its own. */
  readonly span: { readonly start: number; readonly end: number } | null;
}

/** A target with its values by year. */
export interface PlanTarget extends PlanRow {
  readonly slots: readonly TargetSlot[];
}

/** A task with its time. */
export interface PlanTask extends PlanRow {
  readonly deadline: Deadline;
  /** Null when the row has no place for a time. */
  readonly deadlineField: Field | null;
}

/** The rows of a plan as they are compared. */
export interface PlanRows {
  readonly targets: readonly PlanTarget[];
  readonly tasks: readonly PlanTask[];
}

/** The plan above: a province's, or the nation's. */
export interface ProvincialPlan extends PlanRows {
  /** The file's name, or the sheet's when it stands in the same workbook. */
  readonly file: string;
  /** What messages call it: "Kế hoạch số 12/KH-UBND", or the file. */
  readonly title: string;
  /** The sheets of the user's own workbook that it stands in; they are not part of the plan here. */
  readonly ownSheets: readonly string[];
  /** True when the rows that name no commune are not meant for communes: some rows name them, or units of the province lead them. */
  readonly assigns: (row: PlanRow) => boolean;
  /** What is wrong with it: rows that are not used, or the whole of it. */
  readonly problems: readonly PlanProblem[];
  /** The ids of rows of which nothing is filled in: they contradict each other, or nobody can tell which one is meant. */
  readonly unusable: ReadonlySet<string>;
}
