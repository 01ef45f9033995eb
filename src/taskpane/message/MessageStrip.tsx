import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info20Filled } from "@fluentui/react-icons/svg/info";
import { useState } from "react";
import { undo } from "../commands";
import { CommandButton } from "../controls/CommandButton";
import type { Failure } from "../failure";
import { usePane } from "../paneContext";
import { outcomeText } from "./messageText";

const useStyles = makeStyles({
  strip: {
    display: "grid",
    gridTemplateColumns: "auto 1fr auto",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    alignItems: "start",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
  },
  danger: { backgroundColor: tokens.colorStatusDangerBackground1 },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  plain: { backgroundColor: tokens.colorNeutralBackground3 },
  dangerIcon: { color: tokens.colorStatusDangerForeground1 },
  successIcon: { color: tokens.colorStatusSuccessForeground1 },
  actions: { gridColumn: "2 / -1", display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  list: { gridColumn: "2 / -1", margin: 0, paddingLeft: tokens.spacingHorizontalL },
  details: { gridColumn: "1 / -1", margin: 0, padding: tokens.spacingHorizontalS, whiteSpace: "pre-wrap", userSelect: "text", fontFamily: tokens.fontFamilyMonospace, backgroundColor: tokens.colorNeutralBackground1 },
});

const SKIPPED_SHOWN = 5;

/** What went wrong, or what was written, with what can be done about it. Nothing when there is nothing to tell. */
export function MessageStrip() {
  const { state } = usePane();
  if (state.failure !== null) return <FailureStrip key={state.failure.details} failure={state.failure} />;
  return <OutcomeStrip />;
}

function FailureStrip({ failure }: { readonly failure: Failure }) {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const [copy, setCopy] = useState<"none" | "done" | "failed">("none");
  const copyDetails = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(failure.details);
      setCopy("done");
    } catch {
      setCopy("failed");
    }
  };
  return (
    <div className={mergeClasses(styles.strip, styles.danger)}>
      <ErrorCircle20Filled aria-hidden className={styles.dangerIcon} />
      <span>{failure.message[state.language]}</span>
      <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.failureActions.close} title={words.failureActions.close} onClick={() => store.dismissFailure()} />
      <div className={styles.actions}>
        <Button size="small" icon={<Copy16Regular />} onClick={() => void copyDetails()}>
          {copy === "done" ? words.failureActions.copied : words.failureActions.copy}
        </Button>
      </div>
      {copy === "failed" && (
        <>
          <span className={styles.actions}>{words.failureActions.copyFailed}</span>
          <pre className={styles.details} tabIndex={0}>
            {failure.details}
          </pre>
        </>
      )}
    </div>
  );
}

function OutcomeStrip() {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const outcome = state.lastOutcome;
  // The state line already says what a check found.
  if (outcome === null || outcome.kind === "checked") return null;
  const mended = outcome.kind === "mended";
  const skipped = mended ? outcome.skipped : [];
  return (
    <div className={mergeClasses(styles.strip, mended && skipped.length === 0 ? styles.success : styles.plain)}>
      {mended ? <CheckmarkCircle20Filled aria-hidden className={styles.successIcon} /> : <Info20Filled aria-hidden />}
      <span>{outcomeText(outcome, state.view, words)}</span>
      <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.failureActions.close} title={words.failureActions.close} onClick={() => store.dismissOutcome()} />
      {skipped.length > 0 && (
        <ul className={styles.list}>
          {skipped.slice(0, SKIPPED_SHOWN).map(({ sheet, place, reason }) => (
            <li key={`${sheet}!${place}`}>{words.outcome.skippedAt(place, sheet, reason)}</li>
          ))}
          {skipped.length > SKIPPED_SHOWN && <li>{words.outcome.more(skipped.length - SKIPPED_SHOWN)}</li>}
        </ul>
      )}
      {mended && state.canUndo && (
        <div className={styles.actions}>
          <CommandButton command={undo} size="small" />
        </div>
      )}
    </div>
  );
}
