import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState, type SyntheticEvent } from "react";
import { useFieldStyles } from "../../controls/useFieldStyles";
import { usePane } from "../../paneContext";
import { IGNORE_WORDS } from "./words";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    cursor: "auto",
  },
  usual: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  suggestion: {
    appearance: "none",
    padding: `1px ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  actions: { display: "flex", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXXS },
});

/** Asks why a finding may stand: a few usual reasons, or one's own words, or none. */
export default function IgnoreForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { store, state, words: common } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const hintId = useId();
  const [reason, setReason] = useState("");
  const words = IGNORE_WORDS[state.language];
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onDone();
    void store.ignore(id, reason);
  };
  return (
    <form
      className={styles.box}
      aria-label={words.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onDone();
        store.askReason(null);
      }}
    >
      <label className={field.label}>
        {words.reason}
        {/* Whoever chose "Bỏ qua" is about to write here. */}
        <input
          ref={focusOnce}
          className={field.field}
          value={reason}
          maxLength={200}
          autoComplete="off"
          aria-describedby={hintId}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <div className={styles.usual} role="group" aria-label={words.usual}>
        {words.reasons.map((usual) => (
          <button key={usual} type="button" className={styles.suggestion} onClick={() => setReason(usual)}>
            {usual}
          </button>
        ))}
      </div>
      <div id={hintId} className={field.hint}>
        {words.hint}
      </div>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={state.status !== "idle"}>
          {words.ignore}
        </Button>
        <Button
          size="small"
          onClick={() => {
            onDone();
            store.askReason(null);
          }}
        >
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}
