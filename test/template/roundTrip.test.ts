import { UNKNOWN_PLAN, type PlanContext } from "../../src/appendix/plan";
import { gridOfLayout } from "../../src/grid/layoutGrid";
import { describe as say } from "../../src/rules/describe";
import { Reviewer } from "../../src/review/reviewer";
import { choicesFor, layOutChoices } from "../../src/template/choices";
import { columnsOf } from "../../src/template/columns";
import { FORMS } from "../../src/template/forms";
import { layOutForm, sectionsTaken } from "../../src/template/layOut";

const PLAN: PlanContext = { place: "Phú Xuyên", level: "xã", province: "Hà Nội", number: "139/KH-UBND", issued: "2026-02-05", period: "2026", issuer: "government" };
const PLANS: readonly (readonly [string, PlanContext])[] = [
  ["everything known", PLAN],
  ["nothing known", UNKNOWN_PLAN],
  ["a ward, month and years known", { ...UNKNOWN_PLAN, place: "Vĩnh Tuy", level: "phường", issued: "2025-09", period: "2025-2030" }],
  ["a Party Committee", { ...PLAN, issuer: "party", number: "10-KH/ĐU" }],
];

describe.each(FORMS.map((form) => [form.id, form] as const))("%s", (_, form) => {
  test.each(PLANS)("is read as the form that made it: %s", (_name, plan) => {
    const layout = layOutForm(form, { plan });
    const { reading, findings } = new Reviewer().review([gridOfLayout(layout), gridOfLayout(layOutChoices(choicesFor(plan)))]);
    expect(reading.appendices).toHaveLength(1);
    const [appendix] = reading.appendices;
    expect(appendix?.kind).toBe(form.kind);
    const sections = sectionsTaken(form, {});
    expect(appendix?.sections.map(({ title, level }) => [title?.text, level])).toEqual(sections.map(({ title, level }) => [title, level]));
    const columns = columnsOf(form, { plan });
    if (form.kind !== "outline") expect(appendix?.columns.map(({ role }) => role)).toEqual(columns.map(({ role }) => role));
    else expect(new Set(appendix?.columns.map(({ role }) => role))).toEqual(new Set(["number", ...columns.map(({ role }) => role)]));
    expect(findings.filter(({ severity }) => severity !== "info").map((finding) => `${finding.cell} ${finding.ruleId} ${say(finding, "vi")}`)).toEqual([]);
  });
});
