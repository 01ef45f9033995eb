import type { SheetLayout } from "../grid/layout";
import { CHOICES_SHEET, choicesFor, choiceSources, choicesOfSheet, isChoicesSheet, layOutChoices } from "../template/choices";
import type { Form } from "../template/form";
import { layOutForm, type TemplateOptions } from "../template/layOut";
import type { Workbook } from "../workbook/workbook";

/** A form to lay out, and what of it. Plain data. */
export interface TemplateRequest {
  readonly form: Form;
  readonly options: Omit<TemplateOptions, "lists">;
}

/** Sheets that were added, and how many steps of the workbook's history that took. */
export interface AddedTemplate {
  /** The name that the appendix's sheet got. */
  readonly sheet: string;
  readonly steps: number;
}

/**
 * Adds an appendix from a form to a workbook, with a sheet of the choices for its drop-down lists; one of our own sheets that is there already
 * is used again, whatever the office has changed in it.
 * @param units the drafter's own directory, in place of the usual units.
 */
export async function addTemplate(workbook: Workbook, { form, options }: TemplateRequest, units: readonly string[] = []): Promise<AddedTemplate> {
  const grids = await workbook.readGrids();
  const known = grids.find(isChoicesSheet);
  const choices = known === undefined ? choicesFor(options.plan, units) : choicesOfSheet(known);
  const plain = layOutForm(form, options);
  const needsLists = form.kind !== "outline" && form.columns.some((column) => column.choices !== undefined);
  if (!needsLists) return { sheet: await workbook.addSheet(plain), steps: 1 };
  // A list must name a sheet that is there: the choices go first.
  const choicesSheet = known === undefined ? await workbook.addSheet(layOutChoices(choices)) : known.sheet;
  const sheet = await workbook.addSheet(layOutForm(form, { ...options, lists: choiceSources(choices, choicesSheet) }));
  return { sheet, steps: known === undefined ? 2 : 1 };
}

/** The sheets of a new workbook with an appendix from a form: the appendix, then the choices for its lists. */
export function templateSheets({ form, options }: TemplateRequest): readonly [SheetLayout, ...SheetLayout[]] {
  const choices = choicesFor(options.plan);
  const appendix = layOutForm(form, { ...options, lists: choiceSources(choices, CHOICES_SHEET) });
  return appendix.lists.length === 0 ? [appendix] : [appendix, layOutChoices(choices)];
}
