import type { PlanContext } from "../appendix/plan";
import type { ChoiceKind } from "./choices";
import type { Form, FormColumn } from "./form";
import { pageWidth } from "./page";
import { yearColumns } from "./placeholders";

/** Which columns of a form are taken up. Plain data. */
export interface ColumnOptions {
  readonly plan: PlanContext;
  /** Indexes of the form's columns that are not "always" there; the usual ones when absent. */
  readonly columns?: readonly number[];
  /** For a column headed "{year}"; when absent the years of the plan's period, or else the form's. */
  readonly years?: readonly string[];
}

/** A column of the sheet that is laid out: one of the form's, a column of years once for each year. */
export interface SheetColumn {
  readonly role: FormColumn["role"];
  /** From the top level down. */
  readonly header: readonly string[];
  /** In characters. */
  readonly width: number;
  readonly align: FormColumn["align"];
  readonly choices?: ChoiceKind;
}

/** The content column is not made narrower than this, in characters: then the page is printed smaller. */
const NARROWEST = 28;

/** The years that a form's columns of years are for. */
export function yearsOf(form: Form, { plan, years }: Pick<ColumnOptions, "plan" | "years">): readonly string[] {
  if (years !== undefined) return years;
  const own = yearColumns(plan.period);
  // A form with years of its own names milestones: a plan of one year has no use for all of them.
  if (own !== null && (own.length > 1 || form.years.length === 0)) return own;
  if (form.years.length > 0) return form.years;
  return plan.issued === null ? [] : [plan.issued.slice(0, 4)];
}

/** The columns of the sheet, in order. */
export function columnsOf(form: Form, options: ColumnOptions): readonly SheetColumn[] {
  const taken = form.columns.filter(({ use }, index) => use === "always" || (options.columns === undefined ? use === "usual" : options.columns.includes(index)));
  const columns = taken.flatMap(({ role, header, width, align, choices }): readonly SheetColumn[] => {
    const column = { role, width, align, ...(choices === undefined ? {} : { choices }) };
    if (!header.some((words) => words.includes("{year}"))) return [{ ...column, header }];
    return yearsOf(form, options).map((year) => ({ ...column, header: header.map((words) => words.replace("{year}", year)) }));
  });
  if (!form.fit || form.kind === "outline") return columns;
  const others = columns.reduce((sum, { role, width }) => (role === "content" ? sum : sum + width), 0);
  const left = Math.max(NARROWEST, pageWidth(form.orientation) - others);
  return columns.map((column) => (column.role === "content" ? { ...column, width: left } : column));
}
