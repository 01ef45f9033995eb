import { formatAddress, parseAddress } from "../grid/address";
import { isCellEdit, isRowRemoval, withCell, type CellEdit, type Edit, type RowRemoval } from "../grid/edit";
import { valueAt, type CellValue, type Grid } from "../grid/grid";
import type { Finding } from "../rules/rule";
import { findingIds } from "./view";
import { Reviewer, type Review, type ReviewOptions } from "./reviewer";

/** One cell (or row) before and after, for showing. */
export interface Change {
  readonly sheet: string;
  /** A1 address; for a row that goes, its first cell. */
  readonly cell: string;
  readonly before: CellValue;
  /** Null with `removesRow` set when the row is taken out. */
  readonly after: CellValue;
  readonly removesRow: boolean;
}

/** What mending would do: shown first, then carried out batch by batch. */
export interface FixPlan {
  /** Batches for `Workbook.applyEdits`, in order. */
  readonly batches: readonly (readonly Edit[])[];
  readonly changes: readonly Change[];
  /** How many of the wanted findings have a fix in the plan. */
  readonly mended: number;
}

/** Two fixes may want one cell (a unit named twice, another spelt wrong): mending goes round by round until nothing is left. */
const MAX_ROUNDS = 8;

/**
 * Works out the edits that mend the wanted findings, together with what their mending brings to light of the same rules, on copies of the
 * sheets: nothing is written. Cell edits of all rounds are folded into one batch. A fix that takes rows out is carried out whole, in a
 * second batch after all others: what its cell edits bring into another row must leave with the row that they come from, or a later round
 * would bring it over once more.
 * @param wanted says which findings are to be mended; asked again in each round.
 */
export function planFixes(review: Review, wanted: (finding: Finding, id: string) => boolean, options: ReviewOptions = {}): FixPlan {
  const reviewer = new Reviewer();
  const firsts = new Map<string, { sheet: string; cell: string; before: CellValue }>();
  const mended = new Set<string>();
  let current = review;

  for (let round = 0; round < MAX_ROUNDS; round++) {
    const taken = new Set<string>();
    const edits: CellEdit[] = [];
    const ids = findingIds(current.findings);
    for (const [index, finding] of current.findings.entries()) {
      const id = ids[index] ?? "";
      if (finding.fix === undefined || !wanted(finding, id)) continue;
      const fix = finding.fix();
      const cells = fix.filter(isCellEdit);
      if (fix.length === 0) continue;
      if (cells.length < fix.length) {
        if (round === 0) mended.add(id);
        continue;
      }
      if (cells.some((edit) => taken.has(`${edit.sheet}!${edit.cell}`))) continue;
      for (const edit of cells) taken.add(`${edit.sheet}!${edit.cell}`);
      for (const edit of cells) if (edit.expected !== edit.value) edits.push(edit);
      if (round === 0) mended.add(id);
    }
    if (edits.length === 0) break;
    for (const edit of edits) {
      const key = `${edit.sheet}!${edit.cell}`;
      if (!firsts.has(key)) firsts.set(key, { sheet: edit.sheet, cell: edit.cell, before: edit.expected });
    }
    current = reviewer.review(withEdits(current.grids, edits), options);
  }

  const moves = removingEdits(current, wanted);
  const removals = moves.filter(isRowRemoval);
  const joins = moves.filter(isCellEdit);
  const joined = new Map(joins.map((edit) => [`${edit.sheet}!${edit.cell}`, edit]));
  const cellBatch: CellEdit[] = [];
  for (const { sheet, cell, before } of firsts.values()) {
    const value = valueIn(current.grids, sheet, cell);
    if (value !== before) cellBatch.push({ sheet, cell, expected: before, value });
  }
  return {
    batches: [cellBatch, moves].filter((batch) => batch.length > 0),
    changes: [
      ...cellBatch.filter(({ sheet, cell }) => !joined.has(`${sheet}!${cell}`)).map(({ sheet, cell, expected, value }) => ({ sheet, cell, before: expected, after: value, removesRow: false })),
      ...joins.map(({ sheet, cell, expected, value }) => ({ sheet, cell, before: firsts.get(`${sheet}!${cell}`)?.before ?? expected, after: value, removesRow: false })),
      ...removals.map(({ sheet, removeRow, expected }) => ({
        sheet,
        cell: formatAddress(removeRow - 1, 0),
        before: expected.filter((text) => text !== "").join(" · "),
        after: null,
        removesRow: true,
      })),
    ],
    mended: mended.size,
  };
}

/** The edits of all wanted fixes that take rows out, each once: two findings may speak of one row. */
function removingEdits(review: Review, wanted: (finding: Finding, id: string) => boolean): readonly (CellEdit | RowRemoval)[] {
  const ids = findingIds(review.findings);
  const edits = new Map<string, CellEdit | RowRemoval>();
  for (const [index, finding] of review.findings.entries()) {
    if (finding.fix === undefined || !wanted(finding, ids[index] ?? "")) continue;
    const fix = finding.fix();
    if (!fix.some(isRowRemoval)) continue;
    for (const edit of fix) {
      if (isRowRemoval(edit)) edits.set(`${edit.sheet}!${edit.removeRow}`, edit);
      else if (isCellEdit(edit)) edits.set(`${edit.sheet}!${edit.cell}`, edit);
    }
  }
  return [...edits.values()];
}

/** Copies of the grids with the cell edits carried out. */
function withEdits(grids: readonly Grid[], edits: readonly CellEdit[]): readonly Grid[] {
  const bySheet = new Map<string, CellEdit[]>();
  for (const edit of edits) bySheet.set(edit.sheet, [...(bySheet.get(edit.sheet) ?? []), edit]);
  return grids.map((grid) => {
    let next = grid;
    for (const edit of bySheet.get(grid.sheet) ?? []) {
      const position = parseAddress(edit.cell);
      if (position !== null) next = withCell(next, position.row, position.column, edit.value);
    }
    return next;
  });
}

function valueIn(grids: readonly Grid[], sheet: string, cell: string): CellValue {
  const grid = grids.find((candidate) => candidate.sheet === sheet);
  const position = parseAddress(cell);
  return grid === undefined || position === null ? null : valueAt(grid, position.row, position.column);
}
