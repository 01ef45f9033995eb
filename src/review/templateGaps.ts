import type { Appendix } from "../appendix/appendix";
import { formatAddress, parseAddress } from "../grid/address";
import type { Edit } from "../grid/edit";
import { displayText, type Grid } from "../grid/grid";
import { addBasis, BASIS_HEADER, basisAt, removeBasis } from "../template/basis";
import type { Form } from "../template/form";
import { FORMS } from "../template/forms";
import { fillGaps, gapsOf, nearestForm, type Gap } from "../template/gaps";
import { officeForm } from "../template/officeForm";
import type { Change, FixPlan } from "./fixPlan";
import type { Review } from "./reviewer";

/** What the standard forms have and the appendices of a workbook lack. */
export interface AppendixGaps {
  /** Index of the appendix in the reading. */
  readonly appendix: number;
  /** The id of the form that it was held against: the nearest one unless another was asked for. */
  readonly form: string;
  readonly gaps: readonly Gap[];
  /** Whether the table has a column "Căn cứ": null for an outline, and where neither adding nor removing one would be right. */
  readonly basis: "there" | "absent" | null;
}

/** A change of an appendix's make-up that is shown before it is carried out. */
export type StructureRequest =
  | { readonly kind: "gaps"; readonly appendix: number; readonly form: string; readonly gaps: readonly string[] }
  | { readonly kind: "add-basis"; readonly appendix: number }
  /** Out of every table of the workbook: a draft that is signed has none left. */
  | { readonly kind: "remove-basis" };

/** For each appendix what its form has and it lacks. @param form by the index of an appendix, where not the nearest. */
export function gapsOfReview(review: Review, form: Readonly<Record<number, string>> = {}): readonly AppendixGaps[] {
  const { appendices } = review.reading;
  return appendices.flatMap((appendix, index): readonly AppendixGaps[] => {
    const own = formFor(appendix, form[index]);
    const grid = gridOf(review, appendix);
    if (own === undefined || grid === undefined) return [];
    const removable = removeBasis(grid, appendix, appendices) !== null;
    const addable = addBasis(grid, appendix, appendices) !== null;
    return [{ appendix: index, form: own.id, gaps: gapsOf(grid, appendix, own, appendices), basis: removable ? "there" : addable ? "absent" : null }];
  });
}

/** The edits of a request and what they change, for showing; nothing is written. */
export function planStructure(review: Review, request: StructureRequest): FixPlan {
  const { appendices } = review.reading;
  if (request.kind === "remove-basis") {
    // From the right: a column that goes moves no other that is still to go.
    const removals = appendices
      .flatMap((appendix) => {
        const grid = gridOf(review, appendix);
        const edit = grid === undefined ? null : removeBasis(grid, appendix, appendices);
        return edit === null || grid === undefined ? [] : [{ edit, change: removalChange(grid, appendix) }];
      })
      .sort((a, b) => columnOf(b.edit.removeColumn) - columnOf(a.edit.removeColumn));
    return planOf(removals.map(({ edit }) => [edit]), removals.map(({ change }) => change));
  }
  const appendix = appendices[request.appendix];
  const grid = appendix === undefined ? undefined : gridOf(review, appendix);
  if (appendix === undefined || grid === undefined) return planOf([], []);
  if (request.kind === "add-basis") {
    const edit = addBasis(grid, appendix, appendices);
    if (edit === null) return planOf([], []);
    const cell = formatAddress(edit.cells[0]?.row ?? appendix.area.top, columnOf(edit.insertColumn));
    return planOf([[edit]], [{ sheet: appendix.sheet, cell, before: null, after: BASIS_HEADER, removesRow: false }]);
  }
  const form = formFor(appendix, request.form);
  if (form === undefined) return planOf([], []);
  const wanted = new Set(request.gaps);
  const gaps = gapsOf(grid, appendix, form, appendices).filter(({ id }) => wanted.has(id));
  return planOf(
    fillGaps(grid, appendix, form, appendices, wanted),
    gaps.map(({ sheet, cell, before, after }) => ({ sheet, cell, before: before === "" ? null : before, after, removesRow: false })),
  );
}

/** An appendix as a form of the office's own; null when there is none at this index. @param widths of the columns of its sheet, in characters. */
export function officeFormOf(review: Review, index: number, widths: readonly number[], name: string): Form | null {
  const appendix = review.reading.appendices[index];
  const grid = appendix === undefined ? undefined : gridOf(review, appendix);
  return appendix === undefined || grid === undefined ? null : officeForm(grid, appendix, widths, review.reading.plan, name);
}

function planOf(batches: readonly (readonly Edit[])[], changes: readonly Change[]): FixPlan {
  return { batches, changes, mended: changes.length };
}

/** A column that goes, told by its header and what it holds. */
function removalChange(grid: Grid, appendix: Appendix): Change {
  const at = basisAt(appendix) ?? appendix.area.right;
  const header = appendix.columns.find(({ role }) => role === "basis");
  const texts = appendix.items.map(({ fields }) => fields.basis?.text ?? "").filter((text) => text.trim() !== "");
  const cell = formatAddress(header?.headerCell.row ?? appendix.area.top, at);
  return { sheet: grid.sheet, cell, before: [displayText(header?.header ?? ""), ...texts].join(" · "), after: null, removesRow: false };
}

function columnOf(letters: string): number {
  return parseAddress(`${letters}1`)?.column ?? 0;
}

function gridOf({ grids }: Review, { sheet }: Appendix): Grid | undefined {
  return grids.find((grid) => grid.sheet === sheet);
}

function formFor(appendix: Appendix, id: string | undefined): Form | undefined {
  return FORMS.find((form) => form.id === id) ?? nearestForm(appendix, FORMS);
}
