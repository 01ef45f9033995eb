import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useRef, useState, type SyntheticEvent } from "react";
import type { Level, PlanContext } from "../../appendix/plan";
import { UNKNOWN_PLAN } from "../../appendix/plan";
import { Choice } from "../controls/Choice";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { formatIssued, LEVELS, readField, TYPED_FIELDS, typedIssued, type TypedField } from "./planFields";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(128px, 1fr))",
    gap: tokens.spacingHorizontalS,
    alignItems: "start",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { gridColumn: "1 / -1" },
  actions: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type Typed = Readonly<Record<TypedField, string>>;

/** The drafter's corrections of the plan context. A field left blank follows the title lines; what they say stands there as a hint. */
export function PlanForm({ onClose }: { readonly onClose: () => void }) {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const baseId = useId();
  const form = useRef<HTMLFormElement>(null);
  const read: PlanContext = state.view?.planRead ?? UNKNOWN_PLAN;
  const given = state.plan;
  const [typed, setTyped] = useState<Typed>({
    place: given.place ?? "",
    province: given.province ?? "",
    number: given.number ?? "",
    issued: typedIssued(given.issued ?? null),
    period: given.period ?? "",
  });
  const [level, setLevel] = useState<Level | "">(given.level ?? "");
  const [issuer, setIssuer] = useState<"party" | "government" | "">(given.issuer ?? "");
  /** Errors show once something was sent or the field was left. */
  const [visited, setVisited] = useState<ReadonlySet<TypedField>>(new Set());

  const placeholderOf = (name: TypedField): string => {
    const value = name === "issued" ? formatIssued(read.issued, words) : read[name];
    return value === null ? words.plan.asRead : words.plan.asReadValue(value);
  };
  const asRead = (value: string | null): string => (value === null ? words.plan.asRead : words.plan.asReadValue(value));

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const plan: Partial<Record<TypedField, string>> = {};
    for (const name of TYPED_FIELDS) {
      const reading = readField(name, typed[name]);
      if (!reading.ok) {
        setVisited(new Set(TYPED_FIELDS));
        form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
        return;
      }
      if (reading.value !== null) plan[name] = reading.value;
    }
    onClose();
    void store.setPlan({ ...plan, ...(level === "" ? {} : { level }), ...(issuer === "" ? {} : { issuer }) });
  };

  const input = (name: TypedField) => {
    const wrong = visited.has(name) && !readField(name, typed[name]).ok;
    const errorId = `${baseId}-${name}`;
    return (
      <label className={field.label}>
        {words.plan.fields[name]}
        <input
          name={name}
          className={mergeClasses(field.field, wrong && field.invalid)}
          value={typed[name]}
          placeholder={placeholderOf(name)}
          title={placeholderOf(name)}
          autoComplete="off"
          maxLength={60}
          aria-invalid={wrong}
          aria-describedby={wrong ? errorId : undefined}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTyped((before) => ({ ...before, [name]: value }));
          }}
          onBlur={() => setVisited((before) => new Set(before).add(name))}
        />
        {wrong && (
          <span id={errorId} className={field.error}>
            {words.plan.errors[name]}
          </span>
        )}
      </label>
    );
  };

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={words.plan.formTitle}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={mergeClasses(styles.wide, field.hint)}>{words.plan.formHint}</div>
      {input("place")}
      <Choice
        label={words.plan.fields.level}
        value={level}
        options={[{ value: "", label: asRead(read.level === null ? null : words.plan.levels[read.level]) }, ...LEVELS.map((value) => ({ value, label: words.plan.levels[value] }))]}
        onChange={setLevel}
      />
      {input("province")}
      {input("number")}
      {input("issued")}
      {input("period")}
      <div className={styles.wide}>
        <Choice
          label={words.plan.fields.issuer}
          value={issuer}
          options={[
            { value: "", label: asRead(read.issuer === null ? null : words.plan.issuers[read.issuer]) },
            { value: "government", label: words.plan.issuers.government },
            { value: "party", label: words.plan.issuers.party },
          ]}
          onChange={setIssuer}
        />
      </div>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" size="small">
          {words.plan.save}
        </Button>
        <Button size="small" onClick={onClose}>
          {words.cancel}
        </Button>
        {Object.keys(given).length > 0 && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              onClose();
              void store.setPlan({});
            }}
          >
            {words.plan.clear}
          </Button>
        )}
      </div>
    </form>
  );
}
