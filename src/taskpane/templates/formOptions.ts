import type { PlanContext } from "../../appendix/plan";
import { yearsOf } from "../../template/columns";
import type { Form } from "../../template/form";
import { sectionsOf } from "../../template/forms";
import type { TemplateOptions } from "../../template/layOut";

/** What of a form is taken up, as it is ticked; null in `years` and `numeral`: what goes without saying. */
export interface Ticked {
  readonly sections: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
  readonly years: string | null;
  /** 0 for an appendix without a number. */
  readonly numeral: number | null;
}

/** A form with all its sections and its usual columns. */
export function tickedAtFirst(form: Form): Ticked {
  return {
    sections: new Set(sectionsOf(form).map((_, index) => index)),
    columns: new Set(form.columns.flatMap(({ use }, index) => (use === "optional" ? [] : [index]))),
    years: null,
    numeral: null,
  };
}

/** The years typed into the field; null when something there is no year. */
export function readYears(text: string): readonly string[] | null {
  const years = text.split(/[;,\s]+/).filter((year) => year !== "");
  return years.length > 0 && years.length <= 12 && years.every((year) => /^20\d\d$/.test(year)) ? years : null;
}

/** True when a column of the form is for years. */
export function hasYears(form: Form): boolean {
  return form.columns.some(({ header }) => header.some((words) => words.includes("{year}")));
}

/** The years as the field shows them. */
export function shownYears(form: Form, ticked: Ticked, plan: PlanContext): string {
  return ticked.years ?? yearsOf(form, { plan }).join("; ");
}

/**
 * The options of a layout.
 * @param appendices how many appendices the workbook has: one more has the next number.
 */
export function optionsOf(form: Form, ticked: Ticked, plan: PlanContext, appendices: number): Omit<TemplateOptions, "lists"> {
  const years = ticked.years === null ? null : readYears(ticked.years);
  const numeral = ticked.numeral ?? (appendices === 0 ? 0 : appendices + 1);
  return {
    plan,
    sections: [...ticked.sections].sort((a, b) => a - b),
    columns: [...ticked.columns].sort((a, b) => a - b),
    ...(years === null || !hasYears(form) ? {} : { years }),
    ...(numeral === 0 ? {} : { numeral }),
  };
}
