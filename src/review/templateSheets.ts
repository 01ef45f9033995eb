import type { SheetLayout } from "../grid/layout";
import { CHOICES_SHEET, choicesFor, choiceSources, choicesOfSheet, isChoicesSheet, layOutChoices } from "../template/choices";
import type { Form } from "../template/form";
import { layOutForm, type TemplateOptions } from "../template/layOut";
import { sheetName } from "../workbook/sheetName";
import type { Workbook } from "../workbook/workbook";
import type { ReviewView } from "./view";

/** A form to lay out, and what of it. Plain data. */
export interface TemplateRequest {
  readonly form: Form;
  readonly options: Omit<TemplateOptions, "lists">;
}

/** What was added. */
export interface AddedTemplate {
  /** The name that the appendix's sheet got. */
  readonly sheet: string;
  /** Every sheet that was added, in order: one step of the workbook's history each. */
  readonly layouts: readonly SheetLayout[];
}

/** What was added, and the workbook after it. */
export interface TemplateOutcome extends AddedTemplate {
  readonly view: ReviewView;
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
  // A list must name a sheet that is there: the choices go first, under the name that they will get.
  const choicesLayout = layOutChoices(choices);
  const choicesSheet = known?.sheet ?? sheetName(choicesLayout.name, grids.map(({ sheet }) => sheet));
  const appendix = layOutForm(form, { ...options, lists: choiceSources(choices, choicesSheet) });
  const layouts = known === undefined && appendix.lists.length > 0 ? [choicesLayout, appendix] : [appendix];
  let sheet = "";
  for (const layout of layouts) sheet = await workbook.addSheet(layout);
  return { sheet, layouts };
}

/** The sheets of a new workbook with an appendix from a form: the appendix, then the choices for its lists. */
export function templateSheets({ form, options }: TemplateRequest): readonly [SheetLayout, ...SheetLayout[]] {
  const choices = choicesFor(options.plan);
  const appendix = layOutForm(form, { ...options, lists: choiceSources(choices, CHOICES_SHEET) });
  return appendix.lists.length === 0 ? [appendix] : [appendix, layOutChoices(choices)];
}
