import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ProposalView, TargetsView } from "../../review/targets";
import { usePane } from "../paneContext";
import { RowPicker } from "./RowPicker";
import type { MatchedRow } from "./targetRows";
import { TARGET_WORDS } from "./words";

const useStyles = makeStyles({
  card: { display: "grid", gap: tokens.spacingVerticalXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  above: { paddingLeft: tokens.spacingHorizontalS, borderLeft: `2px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  sure: { color: tokens.colorStatusSuccessForeground1 },
  unsure: { color: tokens.colorStatusWarningForeground1 },
  values: { display: "grid", gap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: "none" },
  value: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalXS },
  box: { flexShrink: 0, width: "16px", height: "16px", margin: 0, alignSelf: "center", accentColor: tokens.colorCompoundBrandBackground, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" } },
  noBox: { flexShrink: 0, width: "16px" },
  text: { minWidth: 0, overflowWrap: "anywhere" },
  before: { color: tokens.colorStatusDangerForeground1, textDecorationLine: "line-through" },
  after: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  empty: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  cell: {
    appearance: "none",
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    border: "none",
    background: "none",
    color: tokens.colorBrandForegroundLink,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  actions: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  action: { minWidth: "auto", fontWeight: tokens.fontWeightRegular },
  why: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXXS, margin: 0 },
  reason: { margin: 0, overflowWrap: "anywhere" },
});

/** A row here and the row above that goes with it: the values of each year before and after, how sure the match is, and why. */
export function MatchCard({ row, view, isTicked, onTick }: { readonly row: MatchedRow; readonly view: TargetsView; readonly isTicked: (proposal: ProposalView) => boolean; readonly onTick: (id: string, ticked: boolean) => void }) {
  const { state } = usePane();
  const styles = useStyles();
  const words = TARGET_WORDS[state.language];
  const [open, setOpen] = useState<"why" | "picker" | null>(null);
  const { head } = row;
  const toggle = (what: "why" | "picker"): void => setOpen(open === what ? null : what);
  return (
    <article className={styles.card} aria-label={head.name}>
      <h3 className={styles.name} lang="vi">
        {clipped(head.name)}
      </h3>
      <div className={styles.above}>
        <span className={styles.quiet}>{words.above}: </span>
        <span lang="vi">{clipped(head.from.name)}</span>{" "}
        <span className={styles.quiet}>
          ({head.from.appendix ?? head.from.sheet}, {head.from.number ?? head.from.cell})
        </span>
      </div>
      <div className={head.sure ? styles.sure : styles.unsure}>{words.score(head.score, head.sure, head.chosen)}</div>
      <ul className={styles.values}>
        {row.proposals.map((proposal) => (
          <li key={proposal.id}>
            <Value proposal={proposal} ticked={isTicked(proposal)} onTick={onTick} />
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button size="small" appearance="transparent" className={styles.action} aria-expanded={open === "why"} onClick={() => toggle("why")}>
          {words.why}
        </Button>
        <Button size="small" appearance="transparent" className={styles.action} aria-expanded={open === "picker"} disabledFocusable={state.status !== "idle"} onClick={() => toggle("picker")}>
          {words.rematch}
        </Button>
      </div>
      {open === "why" && <Why proposal={head} />}
      {open === "picker" && <RowPicker view={view} rowId={row.rowId} kind={head.kind} matched onDone={() => setOpen(null)} />}
    </article>
  );
}

function Value({ proposal, ticked, onTick }: { readonly proposal: ProposalView; readonly ticked: boolean; readonly onTick: (id: string, ticked: boolean) => void }) {
  const { store, state } = usePane();
  const styles = useStyles();
  const words = TARGET_WORDS[state.language];
  const { sheet, cell, period, beforeText, afterText } = proposal;
  const writable = proposal.state === "fill" || proposal.state === "replace";
  const before = beforeText === "" ? words.empty : beforeText;
  return (
    <div className={styles.value}>
      {writable ? <input type="checkbox" className={styles.box} checked={ticked} aria-label={words.tick(cell, before, afterText)} onChange={(event) => onTick(proposal.id, event.currentTarget.checked)} /> : <span className={styles.noBox} />}
      <button type="button" className={styles.cell} aria-label={words.goTo(cell, sheet)} title={words.goTo(cell, sheet)} onClick={() => void store.goTo(sheet, cell)}>
        {cell}
      </button>
      <span className={styles.text}>
        {period !== "" && <span className={styles.quiet}>{period}: </span>}
        {beforeText === "" && proposal.state !== "nothing" ? <span className={styles.empty}>{words.empty}</span> : <span className={mergeClasses(proposal.state === "replace" && ticked && styles.before)}>{clipped(beforeText)}</span>}
        {writable && (
          <>
            {" → "}
            <span className={styles.after} lang="vi">
              {clipped(afterText)}
            </span>
          </>
        )}
        {!writable && <span className={styles.quiet}>{beforeText === "" ? words.states[proposal.state] : ` (${words.states[proposal.state]})`}</span>}
      </span>
    </div>
  );
}

function Why({ proposal }: { readonly proposal: ProposalView }) {
  const { state } = usePane();
  const styles = useStyles();
  const words = TARGET_WORDS[state.language];
  const lines: readonly (readonly [string, string])[] = [
    [words.shared, proposal.shared.join(", ")],
    [words.onlyAbove, proposal.onlyAbove.join(", ")],
    [words.onlyHere, proposal.onlyHere.join(", ")],
    [words.doubt, proposal.doubts.map((doubt) => words.doubts[doubt]).join("; ")],
  ];
  return (
    <dl className={styles.why}>
      {lines
        .filter(([, said]) => said !== "")
        .map(([term, said]) => (
          <div key={term} style={{ display: "contents" }}>
            <dt className={styles.quiet}>{term}</dt>
            <dd className={styles.reason}>{said}</dd>
          </div>
        ))}
    </dl>
  );
}

function clipped(text: string): string {
  return text.length > 180 ? `${text.slice(0, 179)}…` : text;
}
