import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import type { FormView, UnitView } from "../../review/unitBook";
import { forgotten, keptApart, merged, renamed } from "../../review/unitDirectory";
import type { DrafterUnit } from "../../text/unit/unit";
import { Choice } from "../controls/Choice";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { asTitle } from "./unitFilter";
import { UNIT_WORDS } from "./words";

const useStyles = makeStyles({
  card: { display: "grid", gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  facts: { color: tokens.colorNeutralForeground3 },
  forms: { display: "grid", gap: tokens.spacingVerticalS, margin: 0, padding: `0 0 0 ${tokens.spacingHorizontalS}`, listStyleType: "none", borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  slip: { color: tokens.colorStatusWarningForeground1, whiteSpace: "nowrap" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  cell: {
    appearance: "none",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: "none",
    background: "none",
    color: tokens.colorBrandForegroundLink,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  action: { minWidth: "auto", fontWeight: tokens.fontWeightRegular },
  merge: { width: "auto", maxWidth: "104px", height: "24px" },
  rename: { display: "grid", gap: tokens.spacingVerticalXS },
});

/** Cells that are listed before "+12" is pressed. */
const PLACES = 6;
const NOWHERE = "";

/** A unit: the name that it is held to, each way in which it is written and where, and what can be decided about it. */
export function UnitCard({ unit, directory, standards, title }: { readonly unit: UnitView; readonly directory: readonly DrafterUnit[]; readonly standards: readonly string[]; readonly title: string }) {
  const { store, state } = usePane();
  const styles = useStyles();
  const words = UNIT_WORDS[state.language];
  const [renaming, setRenaming] = useState(false);
  const busy = state.status !== "idle";
  const { standard, forms } = unit;
  const own = directory.find(({ name }) => asTitle(name) === asTitle(standard ?? ""));
  const lead = forms.reduce((sum, form) => sum + form.lead, 0);
  const coord = forms.reduce((sum, form) => sum + form.coord, 0);
  const facts = [
    forms.length === 0 ? words.notUsed : words.uses(lead, coord),
    ...(standard === null ? [] : [words.from[originOf(unit)]]),
    ...(unit.group ? [words.group] : unit.known || unit.from === "drafter" || standard === null ? [] : [words.notKnown]),
  ];
  return (
    <article className={styles.card} aria-label={title}>
      <h3 className={styles.title} lang={standard === null ? state.language : "vi"}>
        {title}
      </h3>
      <div className={styles.facts}>{facts.join(" · ")}</div>
      {forms.length > 0 && (
        <ul className={styles.forms} aria-label={words.forms}>
          {forms.map((form) => (
            <li key={form.name}>
              <Form form={form} unit={unit} directory={directory} standards={standards} />
            </li>
          ))}
        </ul>
      )}
      {own?.spellings !== undefined && <div className={styles.facts}>{words.spelled(own.spellings)}</div>}
      {renaming ? (
        <Rename
          name={standard ?? ""}
          onCancel={() => setRenaming(false)}
          onSave={(name) => {
            setRenaming(false);
            void store.setUnits(renamed(directory, unit, name));
          }}
        />
      ) : (
        <div className={styles.row}>
          <Button size="small" appearance="transparent" className={styles.action} disabledFocusable={busy} onClick={() => setRenaming(true)}>
            {words.rename}
          </Button>
          {own !== undefined && (
            <Button size="small" appearance="transparent" className={styles.action} disabledFocusable={busy} aria-label={words.forgetLabel(own.name)} onClick={() => void store.setUnits(forgotten(directory, own.name))}>
              {words.forget}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

/** Where the standard name comes from. The form used most gives way to one that is written in full. */
function originOf({ standard, from, forms }: UnitView): UnitView["from"] | "full" {
  const uses = ({ lead, coord }: FormView): number => lead + coord;
  const own = forms.find(({ name }) => name === standard);
  return from === "use" && own !== undefined && forms.some((form) => uses(form) > uses(own)) ? "full" : from;
}

function Form({ form, unit, directory, standards }: { readonly form: FormView; readonly unit: UnitView; readonly directory: readonly DrafterUnit[]; readonly standards: readonly string[] }) {
  const { store, state } = usePane();
  const styles = useStyles();
  const words = UNIT_WORDS[state.language];
  const [allShown, setAllShown] = useState(false);
  const busy = state.status !== "idle";
  const name = asTitle(form.name);
  const isStandard = form.name === unit.standard;
  const places = allShown ? form.places : form.places.slice(0, PLACES);
  const hidden = form.places.length - places.length;
  // In a workbook of one sheet its name would say nothing.
  const severalSheets = new Set(state.view?.appendices.map(({ sheet }) => sheet)).size > 1;
  const merge = (
    <Choice
      labelHidden
      label={words.mergeLabel(name)}
      className={styles.merge}
      value={NOWHERE}
      options={[{ value: NOWHERE, label: words.merge }, ...standards.filter((standard) => standard !== unit.standard && standard !== form.name).map((standard) => ({ value: standard, label: asTitle(standard) }))]}
      onChange={(into) => {
        if (into !== NOWHERE && !busy) void store.setUnits(merged(directory, form.name, into));
      }}
    />
  );
  return (
    <>
      <div>
        <span className={styles.name} lang="vi">
          {name}
        </span>{" "}
        {form.slip !== null && <span className={styles.slip}>({words.slips[form.slip]})</span>} <span className={styles.facts}>{words.uses(form.lead, form.coord)}</span>
      </div>
      <div className={styles.row}>
        {places.map(({ sheet, cell }, index) => (
          <Fragment key={`${sheet}!${cell} ${index}`}>
            {severalSheets && sheet !== places[index - 1]?.sheet && (
              <span className={styles.facts} aria-hidden>
                {sheet}:
              </span>
            )}
            <button type="button" className={styles.cell} aria-label={words.cell(cell, sheet)} title={words.cell(cell, sheet)} onClick={() => void store.goTo(sheet, cell)}>
              {cell}
            </button>
          </Fragment>
        ))}
        {hidden > 0 && (
          <button type="button" className={styles.cell} aria-label={words.moreLabel(hidden)} onClick={() => setAllShown(true)}>
            {words.more(hidden)}
          </button>
        )}
        {isStandard && merge}
      </div>
      {!isStandard && (
        <div className={styles.row}>
          <Button size="small" className={styles.action} disabledFocusable={busy} aria-label={words.useFormLabel(name)} onClick={() => void store.setUnits(renamed(directory, unit, form.name))}>
            {words.useForm}
          </Button>
          <Button size="small" className={styles.action} disabledFocusable={busy} aria-label={words.apartLabel(name)} onClick={() => void store.setUnits(keptApart(directory, unit, form.name))}>
            {words.apart}
          </Button>
          {merge}
        </div>
      )}
    </>
  );
}

/** Another standard name for a unit. */
function Rename({ name, onSave, onCancel }: { readonly name: string; readonly onSave: (name: string) => void; readonly onCancel: () => void }) {
  const { state } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const words = UNIT_WORDS[state.language];
  const [typed, setTyped] = useState(name);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") onSave(typed.normalize("NFC").trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label className={field.label}>
        {words.standard}
        <input ref={focusOnce} className={field.field} value={typed} maxLength={200} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />
      </label>
      <div className={styles.row}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={typed.trim() === ""}>
          {words.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}
