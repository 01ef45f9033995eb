import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useMemo } from "react";
import { UNKNOWN_PLAN } from "../../appendix/plan";
import type { Form } from "../../template/form";
import { layOutForm } from "../../template/layOut";
import { useFieldStyles } from "../controls/useFieldStyles";
import { useHiddenStyles } from "../controls/useHiddenStyles";
import { usePane } from "../paneContext";
import { FormPicture } from "./FormPicture";
import { TEMPLATE_WORDS } from "./words";

const useStyles = makeStyles({
  fieldset: { margin: 0, padding: 0, border: "none", minWidth: 0, display: "grid", gap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  cards: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(128px, 1fr))", gap: tokens.spacingHorizontalS },
  card: {
    display: "grid",
    alignContent: "start",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: "pointer",
    ":hover": { border: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
    ":focus-within": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ":hover": { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  own: { color: tokens.colorNeutralForeground3 },
  about: { margin: 0 },
});

/** The forms as cards to choose from, and what the chosen one is for. */
export function FormGallery({ forms, own, chosen, onChoose, onRemove }: {
  readonly forms: readonly Form[];
  /** Ids of the forms that are the office's own. */
  readonly own: ReadonlySet<string>;
  readonly chosen: Form;
  readonly onChoose: (form: Form) => void;
  readonly onRemove: (form: Form) => void;
}) {
  const { state } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const { hidden } = useHiddenStyles();
  const words = TEMPLATE_WORDS[state.language];
  const name = useId();
  const layouts = useMemo(() => new Map(forms.map((form) => [form.id, layOutForm(form, { plan: UNKNOWN_PLAN })])), [forms]);
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{words.forms}</legend>
      <div className={styles.cards}>
        {forms.map((form) => {
          const layout = layouts.get(form.id);
          return (
            <label key={form.id} className={mergeClasses(styles.card, form.id === chosen.id && styles.chosen)}>
              <input type="radio" name={name} className={hidden} checked={form.id === chosen.id} onChange={() => onChoose(form)} />
              {layout !== undefined && <FormPicture layout={layout} />}
              <span>
                {form.name[state.language]}
                {own.has(form.id) && <span className={styles.own}> ({words.own})</span>}
              </span>
            </label>
          );
        })}
      </div>
      <p className={mergeClasses(field.hint, styles.about)}>
        {chosen.about[state.language]}
        {chosen.usedBy.length > 0 && ` ${words.usedBy(chosen.usedBy.map(({ plan, appendix }) => `${plan} (${appendix})`).join("; "))}`}
      </p>
      {own.has(chosen.id) && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => onRemove(chosen)}>
            {words.remove}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
