import { Button, mergeClasses } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { PlanContext } from "../../appendix/plan";
import type { Form } from "../../template/form";
import { sectionsOf } from "../../template/forms";
import { labelOf } from "../../template/layOut";
import { Choice } from "../controls/Choice";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { hasYears, readYears, shownYears, type Ticked } from "./formOptions";
import { usePanelStyles } from "./usePanelStyles";
import { TEMPLATE_WORDS } from "./words";

/** As many as any plan has. */
const NUMERALS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Which sections and columns of a form are taken up, which years, and the appendix's number. */
export function FormOptions({ form, ticked, plan, numeral, onChange }: {
  readonly form: Form;
  readonly ticked: Ticked;
  readonly plan: PlanContext;
  /** The appendix's number as it will be; 0 for none. */
  readonly numeral: number;
  readonly onChange: (ticked: Ticked) => void;
}) {
  const { state } = usePane();
  const panel = usePanelStyles();
  const field = useFieldStyles();
  const words = TEMPLATE_WORDS[state.language];
  const errorId = useId();
  const sections = sectionsOf(form);
  const years = shownYears(form, ticked, plan);
  const wrongYears = ticked.years !== null && readYears(ticked.years) === null;
  const all = (count: number): ReadonlySet<number> => new Set(Array.from({ length: count }, (_, index) => index));
  return (
    <>
      <div className={panel.fields}>
        <Choice
          label={words.numeral}
          value={String(numeral)}
          options={NUMERALS.map((value) => ({ value: String(value), label: value === 0 ? words.noNumeral : labelOf(value) }))}
          onChange={(value) => onChange({ ...ticked, numeral: Number(value) })}
        />
        {hasYears(form) && (
          <label className={field.label}>
            {words.years}
            <input
              className={mergeClasses(field.field, wrongYears && field.invalid)}
              value={years}
              title={words.yearsHint}
              maxLength={80}
              aria-invalid={wrongYears}
              aria-describedby={wrongYears ? errorId : undefined}
              onChange={(event) => onChange({ ...ticked, years: event.currentTarget.value })}
            />
            {wrongYears && (
              <span id={errorId} className={field.error}>
                {words.yearsWrong}
              </span>
            )}
          </label>
        )}
      </div>
      {sections.length === 0 ? (
        <p className={mergeClasses(panel.said, field.hint)}>{words.noSections}</p>
      ) : (
        <Ticks
          title={words.sections(ticked.sections.size, sections.length)}
          ticked={ticked.sections}
          labels={sections.map(({ title }) => title)}
          deep={sections.map(({ level }) => level === 2)}
          onChange={(chosen) => onChange({ ...ticked, sections: chosen })}
        >
          <Button size="small" onClick={() => onChange({ ...ticked, sections: all(sections.length) })}>
            {words.all}
          </Button>
          <Button size="small" onClick={() => onChange({ ...ticked, sections: new Set() })}>
            {words.none}
          </Button>
        </Ticks>
      )}
      <Ticks
        title={words.columns(ticked.columns.size)}
        ticked={ticked.columns}
        labels={form.columns.map(({ header }) => (header.at(-1) ?? "").replace("{year}", years))}
        fixed={form.columns.map(({ use }) => use === "always")}
        onChange={(chosen) => onChange({ ...ticked, columns: chosen })}
      />
    </>
  );
}

/** A list of ticks that opens and closes. */
function Ticks({ title, ticked, labels, deep = [], fixed = [], onChange, children }: {
  readonly title: string;
  readonly ticked: ReadonlySet<number>;
  readonly labels: readonly string[];
  /** Which of them stand inside of the one above. */
  readonly deep?: readonly boolean[];
  /** Which of them cannot be left out. */
  readonly fixed?: readonly boolean[];
  readonly onChange: (ticked: ReadonlySet<number>) => void;
  readonly children?: ReactNode;
}) {
  const panel = usePanelStyles();
  return (
    <details className={panel.panel}>
      <summary className={panel.summary}>{title}</summary>
      <div className={panel.body}>
        {children !== undefined && <div className={panel.actions}>{children}</div>}
        <ul className={panel.ticks}>
          {labels.map((label, index) => (
            <li key={index} className={mergeClasses(deep[index] === true && panel.deep)}>
              <label className={panel.tick}>
                <input
                  type="checkbox"
                  className={panel.box}
                  checked={ticked.has(index)}
                  disabled={fixed[index] === true}
                  onChange={(event) => {
                    const next = new Set(ticked);
                    if (event.currentTarget.checked) next.add(index);
                    else next.delete(index);
                    onChange(next);
                  }}
                />
                <span lang="vi">{label}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
