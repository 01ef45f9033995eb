import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Form } from "../../template/form";
import { FORMS } from "../../template/forms";
import { layOutForm } from "../../template/layOut";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { browserStorage } from "../preferences";
import { hasYears, optionsOf, readYears, tickedAtFirst, type Ticked } from "./formOptions";
import { FormGallery } from "./FormGallery";
import { FormOptions } from "./FormOptions";
import { FormPreview } from "./FormPreview";
import { GapsPanel } from "./GapsPanel";
import { OfficeForms } from "./OfficeForms";
import { PlanFields } from "./PlanFields";
import { loadMemory, saveMemory, withForm } from "./templateMemory";
import { planOfTyped, shownPlan, startingPlan, typedPlan, type Typing } from "./typedPlan";
import { usePanelStyles } from "./usePanelStyles";
import { TEMPLATE_WORDS } from "./words";

const useStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "grid",
    alignContent: "start",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
  },
  hint: { margin: 0 },
});

/** The page "Mẫu": a standard form or the office's own as a new sheet, what an appendix that is there lacks, and forms of the office's own. */
export default function TemplatesPage() {
  const { store, state } = usePane();
  const styles = useStyles();
  const panel = usePanelStyles();
  const field = useFieldStyles();
  const words = TEMPLATE_WORDS[state.language];
  const [storage] = useState(browserStorage);
  const [memory, setMemory] = useState(() => loadMemory(storage));
  const forms = useMemo(() => [...FORMS, ...memory.forms], [memory.forms]);
  const own = useMemo(() => new Set(memory.forms.map(({ id }) => id)), [memory.forms]);
  const [chosenId, setChosenId] = useState(FORMS[0]?.id ?? "");
  const [ticks, setTicks] = useState<ReadonlyMap<string, Ticked>>(new Map());
  const [typing, setTyping] = useState<Typing | null>(null);
  const known = useMemo(() => typedPlan(startingPlan(memory.plan, { ...state.view?.plan, ...state.plan })), [memory.plan, state.view?.plan, state.plan]);
  const typed = shownPlan(known, typing);
  const [previewed, setPreviewed] = useState(false);
  const [openAtFirst] = useState(typed.place === "");

  const form = forms.find(({ id }) => id === chosenId) ?? forms[0];
  const plan = useMemo(() => planOfTyped(typed), [typed]);
  const ticked = form === undefined ? undefined : (ticks.get(form.id) ?? tickedAtFirst(form));
  const appendices = state.view?.appendices.length ?? 0;
  const options = useMemo(() => (form === undefined || ticked === undefined ? null : optionsOf(form, ticked, plan, appendices)), [form, ticked, plan, appendices]);
  const layout = useMemo(() => (form === undefined || options === null ? null : layOutForm(form, options)), [form, options]);
  if (form === undefined || ticked === undefined || options === null || layout === null) return null;

  const remember = (next: Partial<typeof memory>): void => {
    const kept = { ...memory, ...next };
    setMemory(kept);
    saveMemory(storage, kept);
  };
  const addOwn = (added: Form): void => {
    // A form of the office's own never hides a standard one of the same id.
    const kept = FORMS.some(({ id }) => id === added.id) ? { ...added, id: `${added.id}-rieng` } : added;
    remember({ forms: withForm(memory.forms, kept) });
    setChosenId(kept.id);
  };
  const wrong = hasYears(form) && ticked.years !== null && readYears(ticked.years) === null;
  return (
    <div className={styles.page}>
      <FormGallery
        forms={forms}
        own={own}
        chosen={form}
        onChoose={({ id }) => setChosenId(id)}
        onRemove={({ id }) => {
          remember({ forms: memory.forms.filter((other) => other.id !== id) });
          setChosenId(FORMS[0]?.id ?? "");
        }}
      />
      <FormOptions form={form} ticked={ticked} plan={plan} numeral={options.numeral ?? 0} onChange={(next) => setTicks(new Map(ticks).set(form.id, next))} />
      <details className={panel.panel} open={openAtFirst}>
        <summary className={panel.summary}>{words.details}</summary>
        <div className={panel.body}>
          <PlanFields typed={typed} onChange={(next) => setTyping({ over: known, typed: next })} />
        </div>
      </details>
      <details className={panel.panel} onToggle={(event) => setPreviewed(event.currentTarget.open)}>
        <summary className={panel.summary}>{words.preview}</summary>
        <div className={panel.body}>{previewed && <FormPreview layout={layout} label={words.previewLabel(form.name[state.language])} />}</div>
      </details>
      <div className={panel.actions}>
        <Button
          appearance="primary"
          disabledFocusable={state.status !== "idle" || wrong}
          onClick={() => {
            const { place, level, province, issuer } = plan;
            remember({ plan: { place, level, province, issuer } });
            void store.addTemplate({ form, options });
          }}
        >
          {words.add}
        </Button>
      </div>
      <p className={mergeClasses(styles.hint, field.hint)}>{words.formsHint}</p>
      <details className={panel.panel} open={appendices > 0}>
        <summary className={panel.summary}>{words.structure}</summary>
        {state.view === null || appendices === 0 ? <p className={mergeClasses(panel.said, field.hint)}>{words.structureFirst}</p> : <GapsPanel view={state.view} />}
      </details>
      <details className={panel.panel}>
        <summary className={panel.summary}>{words.office}</summary>
        <OfficeForms view={state.view} onForm={addOwn} />
      </details>
    </div>
  );
}
