import { formatPosition } from "../grid/address";
import type { Reading } from "../appendix/appendix";
import type { HeldAgainst, HeldTarget, HeldTask, RowAbove } from "../rules/heldAgainst";
import { SURE, type Doubt } from "./match/likeness";
import { matchRows, type Match, type Matching } from "./match/matchRows";
import { lessIsBetter, type Period, type Wording } from "./match/statement";
import { showPeriod } from "./periods";
import type { PlanRow, PlanRows, PlanTarget, PlanTask, ProvincialPlan, TargetSlot } from "./plan";
import type { PlanProblem } from "./problems";
import { planRowsOf } from "./readPlan";

/** From this score on two rows may well be the same: shown, and never taken by itself. */
export const LIKELY = 0.7;

/** A row here and the one above that goes with it. */
export interface Pair<T extends PlanRow> {
  readonly here: T;
  readonly above: T;
  readonly match: Pick<Match, "score" | "shared" | "onlyAbove" | "onlyHere" | "doubts">;
  /** True when a person chose it. */
  readonly chosen: boolean;
}

/** Rows above that a row here may go with, by their ids, the nearest first. */
export type Candidates = ReadonlyMap<string, readonly { readonly aboveId: string; readonly score: number }[]>;

/** A plan here laid beside a plan above. */
export interface Comparison {
  readonly plan: ProvincialPlan;
  readonly here: PlanRows;
  readonly targets: readonly Pair<PlanTarget>[];
  readonly tasks: readonly Pair<PlanTask>[];
  readonly candidates: Candidates;
  /** What is wrong with the two together: the plan's own problems, and years that do not meet. */
  readonly problems: readonly PlanProblem[];
}

/** What a person chose: the id of a row here, and of the row above that goes with it; null for none. */
export type Choices = ReadonlyMap<string, string | null>;

/** Lays plans here beside one plan above; the matching is remembered as long as no name changes. */
export class Comparer {
  private readonly memory = new Map<"targets" | "tasks", { readonly key: string; readonly matching: Matching }>();

  constructor(readonly plan: ProvincialPlan) {}

  /** @param choices what a person chose in place of the best match. */
  compare(reading: Reading, choices: Choices = new Map()): Comparison {
    const { plan } = this;
    const here = planRowsOf(reading, plan.ownSheets);
    const targets = this.match("targets", plan.targets, here.targets);
    const tasks = this.match("tasks", plan.tasks, here.tasks);
    const candidates = new Map<string, readonly { aboveId: string; score: number }[]>();
    for (const [rows, above, matching] of [[here.targets, plan.targets, targets], [here.tasks, plan.tasks, tasks]] as const) {
      for (const [index, row] of rows.entries()) {
        candidates.set(row.id, (matching.candidates[index] ?? []).map(({ above: at, score }) => ({ aboveId: above[at]?.id ?? "", score })));
      }
    }
    const years = otherYears(plan, here);
    return {
      plan,
      here,
      targets: pairsOf(here.targets, plan.targets, targets, choices, plan.unusable),
      tasks: pairsOf(here.tasks, plan.tasks, tasks, choices, plan.unusable),
      candidates,
      problems: years === null ? plan.problems : [...plan.problems, years],
    };
  }

  private match(kind: "targets" | "tasks", above: readonly PlanRow[], here: readonly PlanRow[]): Matching {
    const wordings = here.map(({ wording }): Wording => wording);
    const key = JSON.stringify(wordings);
    const known = this.memory.get(kind);
    if (known?.key === key) return known.matching;
    const matching = matchRows(above.map(({ wording }) => wording), wordings);
    this.memory.set(kind, { key, matching });
    return matching;
  }
}

const CHOSEN: Pair<PlanRow>["match"] = { score: 1, shared: [], onlyAbove: [], onlyHere: [], doubts: [] };

function pairsOf<T extends PlanRow>(here: readonly T[], above: readonly T[], matching: Matching, choices: Choices, unusable: ReadonlySet<string>): readonly Pair<T>[] {
  const taken = new Set([...choices.values()].filter((id) => id !== null));
  const byId = new Map(above.map((row) => [row.id, row]));
  const matches = new Map(matching.matches.map((match) => [match.here, match]));
  return here.flatMap((row, index): Pair<T>[] => {
    const choice = choices.get(row.id);
    const chosen = choice === undefined || choice === null ? undefined : byId.get(choice);
    if (chosen !== undefined) {
      const near = (matching.candidates[index] ?? []).find((match) => above[match.above] === chosen);
      return [{ here: row, above: chosen, match: near === undefined ? CHOSEN : { ...CHOSEN, ...near }, chosen: true }];
    }
    const match = matches.get(index);
    const found = match === undefined ? undefined : above[match.above];
    if (choice === null || match === undefined || found === undefined || taken.has(found.id)) return [];
    // Of two rows above that nobody can tell apart neither is sure.
    const doubtful = unusable.has(found.id) && match.score >= SURE ? { ...match, score: SURE - 0.01, doubts: [...match.doubts, "ambiguous" as Doubt] } : match;
    return [{ here: row, above: found, match: doubtful, chosen: false }];
  });
}

/** Told when both plans name years and none of them is the same. */
function otherYears(plan: ProvincialPlan, here: PlanRows): PlanProblem | null {
  const years = (targets: readonly PlanTarget[]): Map<number, string> => {
    const found = new Map<number, string>();
    for (const { slots } of targets) for (const { period } of slots) if (period !== null) found.set(period.to, showPeriod(period));
    return found;
  };
  const [above, own] = [years(plan.targets), years(here.targets)];
  if (above.size === 0 || own.size === 0 || [...own.keys()].some((year) => above.has(year))) return null;
  const list = (found: Map<number, string>): string => [...found.entries()].sort(([a], [b]) => a - b).map(([, label]) => label).join(", ");
  return { kind: "other-years", above: list(above), here: list(own) };
}

/** The value above that a value here is for: of the same year; where a plan names no year, its only value. Undefined when there is none. */
export function slotAbove(slot: TargetSlot, target: PlanTarget): TargetSlot | undefined {
  const told = target.slots.filter(({ value }) => value.kind === "measured" || value.kind === "qualitative");
  const { period } = slot;
  if (period === null) return told.length === 1 ? told[0] : undefined;
  const same = told.find((other) => other.period !== null && meets(period, other.period, other));
  if (same !== undefined) return same;
  return told.length === 1 && told[0]?.period === null ? told[0] : undefined;
}

/** What grows over a period is counted over it; a share is what it is at its end. */
function meets(here: Period, above: Period, { value }: TargetSlot): boolean {
  if (here.to !== above.to) return false;
  return here.from === above.from || (value.kind === "measured" && value.unit === "%") || value.kind !== "measured";
}

/** A row of the plan above with its place. */
export function rowAbove(plan: ProvincialPlan, row: PlanRow): RowAbove {
  return { plan: plan.title, file: plan.file, sheet: row.sheet, cell: formatPosition(row.at), name: row.name, appendix: row.appendix, number: row.number, assigned: plan.assigns(row) };
}

/** What the rules look at: the rows that surely go together, and what the plan above assigns and nobody took up. @param least the score from which a match counts. */
export function heldAgainst(comparison: Comparison, least: number = SURE): HeldAgainst {
  const { plan } = comparison;
  const sure = ({ match, chosen }: Pair<PlanRow>): boolean => chosen || match.score >= least;
  const targets = comparison.targets.filter(sure).map(({ here, above }): HeldTarget => {
    const lower = lessIsBetter(above.name) || lessIsBetter(here.name);
    return {
      sheet: here.sheet,
      row: here.item.firstRow,
      name: here.name,
      from: rowAbove(plan, above),
      values: plan.unusable.has(above.id)
        ? []
        : here.slots.flatMap((slot) => {
            const other = slotAbove(slot, above);
            // A place in prose without a number asks for none.
            if (other === undefined || (slot.span === null && slot.value.kind === "qualitative")) return [];
            return [{ field: slot.field, here: slot.value, above: other.value, aboveText: other.text, period: slot.label, lowerIsBetter: lower }];
          }),
    };
  });
  const tasks = comparison.tasks.filter(sure).map(
    ({ here, above }): HeldTask => ({
      sheet: here.sheet,
      row: here.item.firstRow,
      name: here.name,
      from: rowAbove(plan, above),
      field: here.deadlineField,
      above: above.deadline,
      aboveText: above.deadlineField?.text ?? "",
    }),
  );
  return { targets, tasks, missing: coverageOf(comparison).filter(({ state }) => state === "none").map(({ row, kind }) => ({ ...rowAbove(plan, row), kind })) };
}

/** A row that the plan above assigns to communes, and whether one here takes it up. */
export interface Covered {
  readonly kind: "target" | "task";
  readonly row: PlanRow;
  readonly state: "sure" | "likely" | "none";
  /** The row here, null when there is none. */
  readonly here: PlanRow | null;
}

/** Which rows that the plan above assigns to communes have a row here. */
export function coverageOf(comparison: Comparison): readonly Covered[] {
  const { plan } = comparison;
  const of = (kind: Covered["kind"], rows: readonly PlanRow[], pairs: readonly Pair<PlanRow>[]): readonly Covered[] => {
    const byAbove = new Map(pairs.map((pair) => [pair.above.id, pair]));
    return rows.filter(plan.assigns).map((row): Covered => {
      const pair = byAbove.get(row.id);
      // Which of two rows of one name is taken up here nobody can tell: neither is missing.
      if (pair === undefined && plan.unusable.has(row.id)) return { kind, row, state: "likely", here: null };
      if (pair === undefined || (!pair.chosen && pair.match.score < LIKELY)) return { kind, row, state: "none", here: null };
      return { kind, row, state: pair.chosen || pair.match.score >= SURE || pair.match.doubts.includes("ambiguous") ? "sure" : "likely", here: pair.here };
    });
  };
  return [...of("target", plan.targets, comparison.targets), ...of("task", plan.tasks, comparison.tasks)];
}
