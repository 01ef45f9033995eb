import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowCounterclockwise16Regular } from "@fluentui/react-icons/svg/arrow-counterclockwise";
import { EyeOff16Regular } from "@fluentui/react-icons/svg/eye-off";
import { QuestionCircle16Regular } from "@fluentui/react-icons/svg/question-circle";
import { Wrench16Regular } from "@fluentui/react-icons/svg/wrench";
import { lazy, Suspense, useId } from "react";
import type { FindingView, IgnoredView } from "../../review/view";
import { SeverityIcon, useSeverityStyles } from "../controls/SeverityIcon";
import { useHiddenStyles } from "../controls/useHiddenStyles";
import { usePane } from "../paneContext";
import { FixPreview } from "./FixPreview";
import { shownIn } from "./shownIn";
import { SlipText } from "./SlipText";

/** The rules' texts and examples are loaded when somebody asks why. */
const RuleExplanation = lazy(() => import("./RuleExplanation"));
const IgnoreForm = lazy(() => import("./ignoring/IgnoreForm"));
const IgnoreNote = lazy(() => import("./ignoring/IgnoreNote"));

const useStyles = makeStyles({
  card: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} calc(${tokens.spacingHorizontalM} - 3px)`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: "3px solid transparent",
    "@media (forced-colors: active)": { borderLeft: "3px solid Canvas" },
    cursor: "pointer",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    ":hover": { backgroundColor: tokens.colorBrandBackground2 },
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { borderLeft: "3px solid Highlight" },
  },
  main: {
    appearance: "none",
    display: "grid",
    gap: "2px",
    width: "100%",
    margin: 0,
    padding: 0,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "inherit",
    borderRadius: tokens.borderRadiusSmall,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "3px" },
  },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, minWidth: 0, fontSize: tokens.fontSizeBase200 },
  severity: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  place: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", color: tokens.colorNeutralForeground2 },
  message: { color: tokens.colorNeutralForeground1 },
  slip: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  actions: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  action: { minWidth: "auto", fontWeight: tokens.fontWeightRegular },
  loading: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** How a card takes part in the list's keyboard and focus. */
export interface CardListProps {
  readonly current: boolean;
  /** Whether Tab enters the list at this card. */
  readonly tabStop: boolean;
  /** The list is to put the focus on the current card after the next change. */
  readonly keepFocus: () => void;
}

/**
 * A finding: severity, cell, the text with the slip, the reason, and what can be done. A click anywhere but on an action selects the cell.
 */
export function FindingCard({ finding, current, tabStop, keepFocus }: { readonly finding: FindingView } & CardListProps) {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const severity = useSeverityStyles();
  const { hidden } = useHiddenStyles();
  const explanationId = useId();
  const explained = state.explainedId === finding.id;
  const preview = shownIn(state.preview) === "card" && state.preview !== null && "findings" in state.preview.request && state.preview.request.findings[0] === finding.id ? state.preview : null;
  const ignored = isIgnored(finding) ? finding : null;
  const ignoring = state.ignoringId === finding.id && ignored === null;
  const busy = state.status !== "idle";
  const tabIndex = tabStop ? 0 : -1;
  return (
    <div
      className={mergeClasses(styles.card, current && styles.current)}
      onClick={(event) => {
        const onPart = event.target instanceof Element && event.target.closest("[data-card-part]") !== null;
        if (!onPart) void store.selectFinding(finding.id);
      }}
    >
      {/* Its click is the card's: one handler serves pointer and keyboard. */}
      <button type="button" className={styles.main} data-finding={finding.id} aria-current={current} tabIndex={tabIndex}>
        <span className={styles.head}>
          <SeverityIcon severity={finding.severity} />
          <span className={mergeClasses(styles.severity, severity[finding.severity])}>{words.severity[finding.severity]}</span>
          <span className={styles.place}>{words.finding.place(finding.cell, finding.sheet)}</span>
        </span>
        <span className={styles.message}>{finding.message[state.language]}</span>
        <span className={hidden}>. </span>
        <span className={styles.slip}>
          <SlipText finding={finding} />
        </span>
      </button>
      {ignored !== null && (
        <Suspense fallback={null}>
          <IgnoreNote finding={ignored} />
        </Suspense>
      )}
      <div className={styles.actions} data-card-part>
        {finding.fixable && ignored === null && (
          <Button size="small" appearance="transparent" className={styles.action} icon={<Wrench16Regular />} tabIndex={tabIndex} disabledFocusable={busy} aria-expanded={preview !== null} onClick={() => void store.previewFix({ findings: [finding.id] })}>
            {words.command.fix}
          </Button>
        )}
        {ignored === null ? (
          <Button size="small" appearance="transparent" className={styles.action} icon={<EyeOff16Regular />} tabIndex={tabIndex} disabledFocusable={busy} aria-expanded={ignoring} onClick={() => store.askReason(finding.id)}>
            {words.command.ignore}
          </Button>
        ) : (
          <Button
            size="small"
            appearance="transparent"
            className={styles.action}
            icon={<ArrowCounterclockwise16Regular />}
            tabIndex={tabIndex}
            disabledFocusable={busy}
            onClick={() => {
              keepFocus();
              void store.restore(finding.id);
            }}
          >
            {words.command.restore}
          </Button>
        )}
        <Button
          size="small"
          appearance="transparent"
          className={styles.action}
          icon={<QuestionCircle16Regular />}
          tabIndex={tabIndex}
          aria-expanded={explained}
          aria-controls={explained ? explanationId : undefined}
          onClick={() => store.explain(finding.id)}
        >
          {words.command.explain}
        </Button>
      </div>
      {preview !== null && (
        <div data-card-part>
          <FixPreview preview={preview} onDone={keepFocus} />
        </div>
      )}
      {ignoring && (
        <div data-card-part>
          <Suspense fallback={<div className={styles.loading}>{words.rule.loading}</div>}>
            <IgnoreForm id={finding.id} onDone={keepFocus} />
          </Suspense>
        </div>
      )}
      {explained && (
        <div id={explanationId} data-card-part>
          <Suspense fallback={<div className={styles.loading}>{words.rule.loading}</div>}>
            <RuleExplanation ruleId={finding.ruleId} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

function isIgnored(finding: FindingView | IgnoredView): finding is IgnoredView {
  return "reason" in finding;
}
