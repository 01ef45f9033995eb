import fc from "fast-check";
import { UNKNOWN_PLAN, type PlanContext } from "../../src/appendix/plan";
import { Reviewer } from "../../src/review/reviewer";
import { gridOfLayout } from "../../src/grid/layoutGrid";
import { columnsOf } from "../../src/template/columns";
import { FORMS, sectionsOf } from "../../src/template/forms";
import { layOutForm, sectionsTaken } from "../../src/template/layOut";
import { officeForm } from "../../src/template/officeForm";

const plans: fc.Arbitrary<PlanContext> = fc.record({
  place: fc.constantFrom(null, "Phú Xuyên", "Vĩnh Tuy", "Bà Rịa", "Cô Tô"),
  level: fc.constantFrom(null, "xã", "phường", "đặc khu"),
  province: fc.constantFrom(null, "Hà Nội", "Phú Thọ"),
  number: fc.constantFrom(null, "139/KH-UBND", "10-KH/ĐU"),
  issued: fc.constantFrom(null, "2026-01", "2026-02-05", "2025-12-31"),
  period: fc.constantFrom(null, "2026", "2026-2030"),
  issuer: fc.constantFrom(null, "government", "party"),
});

const requests = fc.constantFrom(...FORMS).chain((form) =>
  fc.record({
    form: fc.constant(form),
    plan: plans,
    sections: fc.option(fc.subarray(sectionsOf(form).map((_, index) => index)), { nil: undefined }),
    columns: fc.option(fc.subarray(form.columns.map((_, index) => index)), { nil: undefined }),
    numeral: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  }),
);

/** A Party number on a plan of the People's Committee, or the other way round, is the drafter's own contradiction. */
const agrees = ({ number, issuer }: PlanContext): boolean => number === null || issuer === null || (issuer === "party") === number.includes("ĐU");

test("whatever is chosen of a form is read back as it was chosen, with nothing to tell but what is to be filled in", () => {
  fc.assert(
    fc.property(requests, ({ form, plan, sections, columns, numeral }) => {
      fc.pre(agrees(plan));
      const options = { plan, ...(sections === undefined ? {} : { sections }), ...(columns === undefined ? {} : { columns }), ...(numeral === undefined ? {} : { numeral }) };
      const layout = layOutForm(form, options);
      const { reading, findings } = new Reviewer().review([gridOfLayout(layout)], { plan: UNKNOWN_PLAN });
      expect(reading.appendices.map(({ kind }) => kind)).toEqual([form.kind]);
      const [appendix] = reading.appendices;
      expect(appendix?.sections.map(({ title, level }) => [title?.text, level])).toEqual(sectionsTaken(form, options).map(({ title, level }) => [title, level]));
      if (form.kind !== "outline") expect(appendix?.columns.map(({ role }) => role)).toEqual(columnsOf(form, options).map(({ role }) => role));
      expect(findings.filter(({ severity }) => severity !== "info").map(({ ruleId, cell }) => `${ruleId} ${cell}`)).toEqual([]);
      // What was read is a form again that lays out the same rows.
      const again = layOutForm(officeForm(gridOfLayout(layout), appendix!, layout.columnWidths, reading.plan, "Mẫu"), options.numeral === undefined ? { plan } : { plan, numeral: options.numeral });
      expect(again.rows.length).toBe(layout.rows.length);
    }),
    { numRuns: 300 },
  );
});
