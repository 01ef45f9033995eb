import { standardSections } from "../rules/section/standardSections";
import targetsOfYear from "../../seeds/templates/chi-tieu-hang-nam.json";
import targetsByYear from "../../seeds/templates/chi-tieu-nam.json";
import outline from "../../seeds/templates/danh-muc.json";
import draft from "../../seeds/templates/nhiem-vu-du-thao.json";
import withLeader from "../../seeds/templates/nhiem-vu-lanh-dao.json";
import withProduct from "../../seeds/templates/nhiem-vu-san-pham.json";
import inWords from "../../seeds/templates/nhiem-vu-thu-tu.json";
import tasks from "../../seeds/templates/nhiem-vu.json";
import { parseForm, type Form, type FormSection } from "./form";

/** The standard forms (seeds/templates), in the order in which they are offered. */
export const FORMS: readonly Form[] = [tasks, withLeader, withProduct, draft, inWords, targetsByYear, targetsOfYear, outline].map((data) =>
  parseForm(data, `seeds/templates/${data.id}.json`),
);

/** The standard form of an id, undefined when there is none. */
export function formOf(id: string): Form | undefined {
  return FORMS.find((form) => form.id === id);
}

/** The sections that a form offers: its own, or the groups of the programme. */
export function sectionsOf(form: Form): readonly FormSection[] {
  if (form.sections === null) return [];
  return form.sections.standard ? standardSections.map(({ title }) => ({ title, level: 1 })) : form.sections.titles;
}
