import type { PlanContext } from "../../appendix/plan";
import { UNKNOWN_PLAN } from "../../appendix/plan";
import { planSchema } from "../../appendix/planSchema";
import { formSchema, type Form } from "../../template/form";
import type { PreferenceStorage } from "../preferences";

/** What a person's machine remembers of this page: whose plans they are, and the office's own forms. No task of any document is among it. */
export interface TemplateMemory {
  readonly plan: Pick<PlanContext, "place" | "level" | "province" | "issuer">;
  readonly forms: readonly Form[];
}

const KEY = "phuluc.templates";
/** Own forms beyond this many push the oldest out. */
const MOST_FORMS = 20;

const NOTHING: TemplateMemory = { plan: UNKNOWN_PLAN, forms: [] };

/** What was remembered; a part that is missing or broken is left out. Never throws: storage may be forbidden. */
export function loadMemory(storage: PreferenceStorage | null): TemplateMemory {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? "{}");
    if (typeof kept !== "object" || kept === null) return NOTHING;
    const { plan, forms } = kept as Readonly<Record<string, unknown>>;
    const read = planSchema.safeParse(plan);
    const { place = null, level = null, province = null, issuer = null } = read.success ? read.data : {};
    return {
      plan: { place, level, province, issuer },
      forms: (Array.isArray(forms) ? forms : []).flatMap((form) => {
        const own = formSchema.safeParse(form);
        return own.success ? [own.data] : [];
      }),
    };
  } catch {
    return NOTHING;
  }
}

/** Remembers where storage allows it; where it does not, until the pane is closed. */
export function saveMemory(storage: PreferenceStorage | null, { plan, forms }: TemplateMemory): void {
  const { place, level, province, issuer } = plan;
  try {
    storage?.setItem(KEY, JSON.stringify({ plan: { place, level, province, issuer }, forms: forms.slice(-MOST_FORMS) }));
  } catch {
    // Storage is full or forbidden: what is remembered is a convenience.
  }
}

/** The forms with one more; one of the same id is replaced. */
export function withForm(forms: readonly Form[], form: Form): readonly Form[] {
  return [...forms.filter(({ id }) => id !== form.id), form].slice(-MOST_FORMS);
}
