import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown12Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUp12Regular } from "@fluentui/react-icons/svg/chevron-up";
import { useId, useRef, useState } from "react";
import { correctPlan, UNKNOWN_PLAN } from "../../appendix/plan";
import { SEVERITIES } from "../../grid/mark";
import { check, redo, undo } from "../commands";
import { CommandButton } from "../controls/CommandButton";
import { SeverityIcon, useSeverityStyles } from "../controls/SeverityIcon";
import { countBySeverity } from "../findingFilter";
import { usePane } from "../paneContext";
import { planLine } from "./planFields";
import { PlanForm } from "./PlanForm";

const useStyles = makeStyles({
  plan: {
    appearance: "none",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS}`,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  planText: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  unknown: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  chevron: { flexShrink: 0 },
  line: { display: "flex", alignItems: "center", minHeight: "32px", padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS}`, gap: tokens.spacingHorizontalXS },
  state: { flexGrow: 1, minWidth: 0, display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  check: { flexShrink: 0, whiteSpace: "nowrap", minWidth: "auto" },
  count: { display: "inline-flex", alignItems: "center", gap: "3px", whiteSpace: "nowrap" },
});

/** The plan in one line (a click corrects it); below it what the last check found, and the way back and forth in what was done. */
export function Header() {
  const { state, words } = usePane();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const formId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const plan = state.view?.plan ?? correctPlan(UNKNOWN_PLAN, state.plan);
  const parts = planLine(plan, words);
  const known = state.view !== null || parts.some((part) => part.known);
  const line = known ? parts.map((part) => part.text).join(" · ") : words.plan.notRead;
  const Chevron = open ? ChevronUp12Regular : ChevronDown12Regular;
  return (
    <header>
      <button
        ref={button}
        type="button"
        className={styles.plan}
        aria-expanded={open}
        aria-controls={open ? formId : undefined}
        title={`${line}\n${words.plan.edit}`}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.planText}>
          {known
            ? parts.map((part, index) => (
                <span key={index} className={mergeClasses(!part.known && styles.unknown)}>
                  {index > 0 && " · "}
                  {part.text}
                </span>
              ))
            : <span className={styles.unknown}>{words.plan.notRead}</span>}
        </span>
        <Chevron aria-label={words.plan.edit} className={styles.chevron} />
      </button>
      {open && (
        <div id={formId}>
          <PlanForm
            onClose={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </div>
      )}
      <div className={styles.line}>
        <StateLine />
        <CommandButton command={undo} iconOnly size="small" appearance="subtle" />
        <CommandButton command={redo} iconOnly size="small" appearance="subtle" />
        {state.view !== null && <CommandButton command={check} text={words.state.checkAgain} textOnly size="small" className={styles.check} />}
      </div>
    </header>
  );
}

/** "12 lỗi · 31 cảnh báo · 8 lưu ý", or what prevents a check. */
function StateLine() {
  const { state, words } = usePane();
  const styles = useStyles();
  const severity = useSeverityStyles();
  const { view } = state;
  if (view === null) return <div className={styles.state}>{words.state.notChecked}</div>;
  if (view.appendices.length === 0) return <div className={styles.state}>{words.state.noTable}</div>;
  const counts = countBySeverity(view.findings);
  const present = SEVERITIES.filter((kind) => counts[kind] > 0);
  return (
    <div className={styles.state}>
      {present.length === 0
        ? words.state.clean
        : present.map((kind) => (
            <span key={kind} className={mergeClasses(styles.count, severity[kind])}>
              <SeverityIcon severity={kind} />
              {words.severityCount(kind, counts[kind])}
            </span>
          ))}
    </div>
  );
}
