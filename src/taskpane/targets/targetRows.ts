import type { ProposalView, RowView, TargetsView } from "../../review/targets";
import { fold } from "../../text/normal";

/** What of the comparison is listed. */
export type Shown = "fill" | "differs" | "all" | "unmatched" | "coverage";

/** A row here with everything that is proposed for it: a value for each year. */
export interface MatchedRow {
  readonly rowId: string;
  /** The first one names the rows and the score: they are the same for all. */
  readonly head: ProposalView;
  readonly proposals: readonly ProposalView[];
}

/** The proposals by row, in their order. */
export function matchedRows(proposals: readonly ProposalView[]): readonly MatchedRow[] {
  const byRow = new Map<string, ProposalView[]>();
  for (const proposal of proposals) byRow.set(proposal.rowId, [...(byRow.get(proposal.rowId) ?? []), proposal]);
  return [...byRow.entries()].flatMap(([rowId, list]) => (list[0] === undefined ? [] : [{ rowId, head: list[0], proposals: list }]));
}

/** The rows of which something is to be listed. */
export function rowsShown(rows: readonly MatchedRow[], shown: "fill" | "differs" | "all"): readonly MatchedRow[] {
  if (shown === "all") return rows;
  const state = shown === "fill" ? "fill" : "replace";
  return rows.filter(({ proposals }) => proposals.some((proposal) => proposal.state === state || (shown === "fill" && proposal.state === "blocked" && proposal.beforeText === "")));
}

/** What is ticked before anyone has touched it: values for empty cells whose match is sure. */
export function tickedAtFirst({ state, sure }: ProposalView): boolean {
  return state === "fill" && sure;
}

/** The proposals that are ticked, by what was touched and what was not. */
export function tickedOf(proposals: readonly ProposalView[], touched: ReadonlyMap<string, boolean>): readonly ProposalView[] {
  return proposals.filter((proposal) => (proposal.state === "fill" || proposal.state === "replace") && (touched.get(proposal.id) ?? tickedAtFirst(proposal)));
}

/** So many rows are offered for picking at once. */
const OFFERED = 8;

/** The rows above that can be picked for a row here: those that come near, or those whose text holds every word that was typed. */
export function rowsToPick(view: TargetsView, rowId: string, kind: RowView["kind"], typed: string): readonly RowView[] {
  const rows = view.above.filter((row) => row.kind === kind);
  const words = fold(typed).split(" ").filter((word) => word !== "");
  if (words.length > 0) return rows.filter(({ name }) => words.every((word) => fold(name).includes(word))).slice(0, OFFERED);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const near = (view.candidates[rowId] ?? []).flatMap(({ aboveId }) => byId.get(aboveId) ?? []);
  return near.length > 0 ? near.slice(0, OFFERED) : rows.slice(0, OFFERED);
}
