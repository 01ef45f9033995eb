import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { CLARITIES } from "../../../review/clarities";
import { useFieldStyles } from "../../controls/useFieldStyles";
import { usePane } from "../../paneContext";
import { CLARITY_WORDS } from "./words";

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none", display: "grid", gap: tokens.spacingVerticalXXS },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  choices: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(112px, 1fr))", gap: tokens.spacingHorizontalXS },
  choice: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, cursor: "pointer" },
  box: { width: "16px", height: "16px", margin: 0, accentColor: tokens.colorCompoundBrandBackground, cursor: "inherit", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" } },
});

/** Chooses the clarities that are scored: the six of the Government, or those that the province asks for. */
export default function ClarityChoice() {
  const { store, state } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const hintId = useId();
  const words = CLARITY_WORDS[state.language];
  return (
    <fieldset className={styles.group} aria-describedby={hintId}>
      <legend className={styles.legend}>{words.setting}</legend>
      <div id={hintId} className={field.hint}>
        {words.settingHint}
      </div>
      <div className={styles.choices}>
        {CLARITIES.map((clarity) => (
          <label key={clarity} className={styles.choice}>
            <input
              type="checkbox"
              className={styles.box}
              checked={state.clarities.includes(clarity)}
              onChange={(event) => store.setClarities(CLARITIES.filter((other) => (other === clarity ? event.currentTarget.checked : state.clarities.includes(other))))}
            />
            {words.clarity[clarity]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
