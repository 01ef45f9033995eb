import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "../paneContext";
import { fixableOfRule, selectedFinding, type FixPreview as Preview } from "../paneStore";
import { ChangeText } from "./ChangeText";
import { ChangePlace } from "./ChangePlace";

const useStyles = makeStyles({
  box: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Before and after of a small mending, in its card; nothing is written until "Sửa" is pressed. */
export function FixPreview({ preview, onDone }: { readonly preview: Preview; readonly onDone: () => void }) {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const { changes } = preview.plan;
  const ruleId = selectedFinding(state)?.ruleId ?? "";
  const many = fixableOfRule(state, ruleId);
  return (
    <div className={styles.box}>
      {changes.map((change) => (
        <div key={`${change.sheet}!${change.cell}!${String(change.removesRow)}`}>
          {changes.length > 1 && <ChangePlace change={change} />}
          <ChangeText change={change} />
        </div>
      ))}
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={state.status !== "idle"}
          onClick={() => {
            onDone();
            void store.applyFix();
          }}
        >
          {words.fix.apply}
        </Button>
        {many > 1 && (
          <Button size="small" disabledFocusable={state.status !== "idle"} aria-haspopup="dialog" onClick={() => void store.previewFix({ ruleId })}>
            {words.finding.fixAll(many)}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            onDone();
            store.cancelFix();
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
