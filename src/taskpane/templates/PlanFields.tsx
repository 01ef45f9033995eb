import { mergeClasses } from "@fluentui/react-components";
import { useId, useState } from "react";
import { Choice } from "../controls/Choice";
import { useFieldStyles } from "../controls/useFieldStyles";
import { LEVELS, type TypedField } from "../header/planFields";
import { usePane } from "../paneContext";
import { isReadable, type TypedPlan } from "./typedPlan";
import { usePanelStyles } from "./usePanelStyles";
import { TEMPLATE_WORDS } from "./words";

/** The details of the plan that go into the title lines. */
export function PlanFields({ typed, onChange }: { readonly typed: TypedPlan; readonly onChange: (typed: TypedPlan) => void }) {
  const { state, words: shared } = usePane();
  const panel = usePanelStyles();
  const field = useFieldStyles();
  const words = TEMPLATE_WORDS[state.language];
  const baseId = useId();
  /** Errors show once a field was left. */
  const [visited, setVisited] = useState<ReadonlySet<TypedField>>(new Set());
  const input = (name: TypedField) => {
    const wrong = visited.has(name) && !isReadable(typed, name);
    const errorId = `${baseId}-${name}`;
    return (
      <label className={mergeClasses(field.label, name === "place" && panel.wide)}>
        {shared.plan.fields[name]}
        <input
          name={name}
          className={mergeClasses(field.field, wrong && field.invalid)}
          value={typed[name]}
          placeholder={shared.plan.example[name]}
          autoComplete="off"
          maxLength={60}
          aria-invalid={wrong}
          aria-describedby={wrong ? errorId : undefined}
          onChange={(event) => onChange({ ...typed, [name]: event.currentTarget.value })}
          onBlur={() => setVisited((before) => new Set(before).add(name))}
        />
        {wrong && (
          <span id={errorId} className={field.error}>
            {shared.plan.errors[name]}
          </span>
        )}
      </label>
    );
  };
  return (
    <div className={panel.fields}>
      <div className={mergeClasses(panel.wide, field.hint)}>{words.detailsHint}</div>
      {input("place")}
      <Choice
        label={shared.plan.fields.level}
        value={typed.level}
        options={[{ value: "", label: words.unknown }, ...LEVELS.map((value) => ({ value, label: shared.plan.levels[value] }))]}
        onChange={(level) => onChange({ ...typed, level })}
      />
      {input("province")}
      {input("number")}
      {input("issued")}
      {input("period")}
      <Choice
        label={shared.plan.fields.issuer}
        value={typed.issuer}
        options={[
          { value: "", label: words.unknown },
          { value: "government", label: shared.plan.issuers.government },
          { value: "party", label: shared.plan.issuers.party },
        ]}
        onChange={(issuer) => onChange({ ...typed, issuer })}
      />
    </div>
  );
}
