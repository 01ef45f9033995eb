import { formatPosition } from "../grid/address";
import type { CellEdit } from "../grid/edit";
import { valueAt, type CellValue, type Grid } from "../grid/grid";
import type { Field, Item } from "../appendix/appendix";
import type { RowAbove } from "../rules/heldAgainst";
import { placeAbove } from "../rules/shared/province";
import { collapse, isBlank } from "../text/normal";
import { meaningKey } from "../text/deadline/parseDeadline";
import { LIKELY, rowAbove, slotAbove, type Comparison, type Pair } from "./compare";
import { SURE, type Doubt } from "./match/likeness";
import { lessIsBetter } from "./match/statement";
import type { PlanRow, PlanTarget, PlanTask, TargetSlot } from "./plan";
import { figures, styleOf, written, type ValueStyle } from "./style";

/**
 * What becomes of a cell: "fill" puts a value where none is, "replace" another one in place of what is there, "same" leaves what already says
 * it, "blocked" writes nothing (a formula, or rows above that contradict each other), "nothing" has no value to write for this year.
 */
export type ProposalState = "fill" | "replace" | "same" | "blocked" | "nothing";

/** A value that is proposed for a cell here. */
export interface Proposal {
  /** The same as long as the cell and the row stay. */
  readonly id: string;
  readonly kind: "target" | "task";
  /** The row here: for choosing another match. */
  readonly rowId: string;
  readonly sheet: string;
  /** A1 address of the cell that the value is for. */
  readonly cell: string;
  /** The name of the target here, or the text of the task. */
  readonly name: string;
  /** The year or period of the value; "" when it is not known. */
  readonly period: string;
  readonly aboveId: string;
  readonly from: RowAbove;
  readonly score: number;
  readonly sure: boolean;
  readonly chosen: boolean;
  readonly doubts: readonly Doubt[];
  readonly shared: readonly string[];
  readonly onlyAbove: readonly string[];
  readonly onlyHere: readonly string[];
  readonly before: CellValue;
  readonly after: CellValue;
  /** Before and after as people read them; of prose the value alone. */
  readonly beforeText: string;
  readonly afterText: string;
  readonly state: ProposalState;
  /** The edits that carry it out: the value, and where it comes from in the column "Căn cứ". Empty when nothing is to be written. */
  readonly edits: readonly CellEdit[];
}

/**
 * The values that the plan above proposes for the rows here, in the order of the rows.
 * @param grids the sheets here, for their formulas.
 * @param least the score from which a match is worth showing.
 */
export function proposalsOf(comparison: Comparison, grids: readonly Grid[], least: number = LIKELY): readonly Proposal[] {
  const sheets = new Map(grids.map((grid) => [grid.sheet, grid]));
  const tables = tablesOf(comparison.here.targets);
  const worthShowing = ({ match, chosen }: Pair<PlanRow>): boolean => chosen || match.score >= least;
  return [
    ...comparison.targets.filter(worthShowing).flatMap((pair) => targetProposals(pair, comparison, tables.get(pair.here.sheet) ?? [], sheets.get(pair.here.sheet))),
    ...comparison.tasks.filter(worthShowing).flatMap((pair) => taskProposal(pair, comparison, sheets.get(pair.here.sheet))),
  ];
}

function tablesOf(targets: readonly PlanTarget[]): ReadonlyMap<string, readonly PlanTarget[]> {
  const tables = new Map<string, PlanTarget[]>();
  for (const target of targets) tables.set(target.sheet, [...(tables.get(target.sheet) ?? []), target]);
  return tables;
}

type Common = Omit<Proposal, "cell" | "period" | "before" | "after" | "beforeText" | "afterText" | "state" | "edits" | "id">;

function commonOf({ here, above, match, chosen }: Pair<PlanRow>, kind: Proposal["kind"], comparison: Comparison): Common {
  return {
    kind,
    rowId: here.id,
    sheet: here.sheet,
    name: here.name,
    aboveId: above.id,
    from: rowAbove(comparison.plan, above),
    score: match.score,
    sure: chosen || match.score >= SURE,
    chosen,
    doubts: match.doubts,
    shared: match.shared,
    onlyAbove: match.onlyAbove,
    onlyHere: match.onlyHere,
  };
}

function targetProposals(pair: Pair<PlanTarget>, comparison: Comparison, table: readonly PlanTarget[], grid: Grid | undefined): readonly Proposal[] {
  const common = commonOf(pair, "target", comparison);
  const { here, above } = pair;
  const proposals = here.slots.flatMap((slot, index): Proposal[] => {
    const other = slotAbove(slot, above);
    if (other === undefined || grid === undefined) return [];
    const value = other.value;
    const cell = formatPosition(slot.field.cell);
    const before = valueAt(grid, slot.field.cell.row, slot.field.cell.column);
    const base = { ...common, id: `${here.id}:${cell}${index === 0 ? "" : `#${index}`}`, cell, period: slot.label, before, beforeText: slot.span === null ? collapse(slot.field.text) : slot.text };
    if (value.kind !== "measured") return slot.value.kind === "missing" && slot.span === null && other.text !== "" && other.text.length <= 20 ? [settle(base, here.item, other.text, other.text, slot, comparison, grid)] : [];
    if (slot.span === null && slot.value.kind === "qualitative") return [];
    if (slot.span !== null || slot.field.span !== undefined) {
      if (slot.value.kind === "qualitative" || slot.span === null) return [];
      const part = inProse(slot, value.number, value.upTo, value.unit);
      return [settle(base, here.item, replaced(slot, part), part, slot, comparison, grid)];
    }
    const after = written(value, styleFor(slot, here, table, value.unit === "%"), lessIsBetter(above.name));
    const afterText = typeof after === "number" && value.unit === "%" && after !== value.number ? `${figures(value.number, { decimalMark: "," })}%` : typeof after === "number" ? figures(after, { decimalMark: "," }) : String(after);
    return [settle(base, here.item, after, afterText, slot, comparison, grid)];
  });
  if (proposals.length > 0) return proposals;
  const cell = formatPosition(here.at);
  const held = grid === undefined ? null : valueAt(grid, here.at.row, here.at.column);
  return [{ ...common, id: here.id, cell, period: "", before: held, after: held, beforeText: "", afterText: "", state: "nothing", edits: [] }];
}

function settle(base: Omit<Proposal, "after" | "afterText" | "state" | "edits">, item: Item, after: CellValue, afterText: string, slot: TargetSlot, comparison: Comparison, grid: Grid): Proposal {
  const blocked = grid.formulas?.has(base.cell) === true || (comparison.plan.unusable.has(base.aboveId) && !base.chosen);
  const missing = slot.value.kind === "missing";
  const same = !missing && saysTheSame(slot, afterText);
  const state: ProposalState = same ? "same" : blocked ? "blocked" : missing ? "fill" : "replace";
  const writes = state === "fill" || state === "replace";
  return { ...base, after: writes ? after : base.before, afterText: same || !writes ? (same ? base.beforeText : afterText) : afterText, state, edits: writes ? [edit(base.sheet, base.cell, base.before, after), ...basisEdit(base, item, grid)] : [] };
}

/** The number and its range are the same; the sign makes no difference. */
function saysTheSame(slot: TargetSlot, afterText: string): boolean {
  if (slot.value.kind !== "measured") return collapse(slot.text) === afterText;
  const digits = (text: string): string => text.replace(/[^\d,.-]/g, "").replace(/\./g, ",");
  const own = figures(slot.value.number, { decimalMark: "," }) + (slot.value.upTo === null ? "" : `-${figures(slot.value.upTo, { decimalMark: "," })}`);
  return digits(own) === digits(afterText);
}

const edit = (sheet: string, cell: string, expected: CellValue, value: CellValue): CellEdit => ({ sheet, cell, expected, value });

/** Where the value comes from, for the column "Căn cứ" of a draft; added behind what stands there. */
function basisEdit({ sheet, from }: Pick<Proposal, "sheet" | "from">, item: Item, grid: Grid): readonly CellEdit[] {
  const basis = item.fields.basis;
  if (basis === undefined || basis.span !== undefined || basis.continued !== undefined) return [];
  const cell = formatPosition(basis.cell);
  const expected = valueAt(grid, basis.cell.row, basis.cell.column);
  const source = placeAbove(from);
  if (grid.formulas?.has(cell) === true || (expected !== null && typeof expected !== "string")) return [];
  if (expected?.includes(source) === true) return [];
  return [edit(sheet, cell, expected, expected === null || isBlank(expected) ? source : `${expected}; ${source}`)];
}

/** The style in which a value of this kind is written at this place. */
function styleFor(slot: TargetSlot, here: PlanTarget, table: readonly PlanTarget[], share: boolean): ValueStyle {
  // Shares are written like shares, counts like counts.
  const measured = (slots: readonly TargetSlot[]): TargetSlot[] =>
    slots.filter((other) => other.value.kind === "measured" && other.span === null && (other.text.includes("%") || other.value.unit === "%") === share);
  const column = table
    .flatMap((target) => measured(target.slots).filter(({ field }) => field.cell.column === slot.field.cell.column))
    .sort((a, b) => Math.abs(a.field.cell.row - slot.field.cell.row) - Math.abs(b.field.cell.row - slot.field.cell.row))
    .slice(0, 6);
  const unit = here.item.fields.unitOfMeasure;
  return styleOf({ column, row: measured(here.slots), table: table.flatMap(({ slots }) => measured(slots)) }, unit !== undefined && !isBlank(unit.text));
}

/** The value in prose, with the words and signs that stand there. */
function inProse(slot: TargetSlot, number: number, upTo: number | null, unit: string | null): string {
  const style = { decimalMark: slot.text.includes(".") ? ("." as const) : ("," as const) };
  const range = `${figures(number, style)}${upTo === null ? "" : ` - ${figures(upTo, style)}`}`;
  if (slot.value.kind !== "measured") return `${range}${unit === "%" ? "%" : ""}`;
  return slot.text.replace(/\d[\d.,]*(?:\s?(?:-|–|đến)\s?\d[\d.,]*)?/u, range);
}

/** The whole cell with the value put in place of the one in its text. */
function replaced({ field, span }: TargetSlot, part: string): string {
  const whole = field.cellText ?? field.text;
  const offset = (field.span?.start ?? 0) + (span?.start ?? 0);
  const end = (field.span?.start ?? 0) + (span?.end ?? field.text.length);
  return whole.slice(0, offset) + part + whole.slice(end);
}

function taskProposal(pair: Pair<PlanTask>, comparison: Comparison, grid: Grid | undefined): readonly Proposal[] {
  const common = commonOf(pair, "task", comparison);
  const { here, above } = pair;
  const field: Field | null = here.deadlineField;
  const text = collapse(above.deadlineField?.text ?? "");
  const target = field ?? here.item.fields.content;
  if (grid === undefined || target === undefined) return [];
  const cell = formatPosition(target.cell);
  const before = valueAt(grid, target.cell.row, target.cell.column);
  const base = { ...common, id: `${here.id}:time`, cell, period: "", before, beforeText: field === null ? "" : collapse(field.text) };
  const nothing = { ...base, after: before, afterText: text, state: "nothing" as const, edits: [] };
  if (field === null || text === "" || above.deadline.kind === "missing" || above.deadline.kind === "unreadable") return [nothing];
  const same = meaningKey(here.deadline) === meaningKey(above.deadline);
  if (same) return [{ ...nothing, state: "same" }];
  // A cell that several rows share, or that says more than the time, is a person's to change.
  if (grid.formulas?.has(cell) === true || field.span !== undefined || field.merged === true || field.continued !== undefined) return [{ ...nothing, state: "blocked" }];
  const after = text;
  return [{ ...base, after, afterText: text, state: here.deadline.kind === "missing" ? "fill" : "replace", edits: [edit(here.sheet, cell, before, after), ...basisEdit(base, here.item, grid)] }];
}
