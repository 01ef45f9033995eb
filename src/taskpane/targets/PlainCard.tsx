import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CoverageView, RowView, TargetsView } from "../../review/targets";
import { usePane } from "../paneContext";
import { RowPicker } from "./RowPicker";
import { TARGET_WORDS } from "./words";

const useStyles = makeStyles({
  card: { display: "grid", gap: tokens.spacingVerticalXXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  action: { minWidth: "auto", fontWeight: tokens.fontWeightRegular },
});

/** A row here that no row above goes with: it can be matched by hand. */
export function UnmatchedCard({ row, view }: { readonly row: RowView; readonly view: TargetsView }) {
  const { store, state } = usePane();
  const styles = useStyles();
  const words = TARGET_WORDS[state.language];
  const [picking, setPicking] = useState(false);
  return (
    <article className={styles.card} aria-label={row.name}>
      <div className={styles.name} lang="vi">
        {clipped(row.name)}
      </div>
      <div className={styles.quiet}>
        {words[row.kind]} · {row.sheet}, {row.cell}
      </div>
      <div className={styles.actions}>
        <Button size="small" appearance="transparent" className={styles.action} aria-expanded={picking} disabledFocusable={state.status !== "idle"} onClick={() => setPicking(!picking)}>
          {words.match}
        </Button>
        <Button size="small" appearance="transparent" className={styles.action} onClick={() => void store.goTo(row.sheet, row.cell)}>
          {words.goTo(row.cell, row.sheet)}
        </Button>
      </div>
      {picking && <RowPicker view={view} rowId={row.id} kind={row.kind} matched={false} onDone={() => setPicking(false)} />}
    </article>
  );
}

/** A row that the plan above assigns to communes and that has no sure row here. */
export function CoverageCard({ row }: { readonly row: CoverageView }) {
  const { state } = usePane();
  const styles = useStyles();
  const words = TARGET_WORDS[state.language];
  return (
    <article className={styles.card} aria-label={row.name}>
      <div className={styles.name} lang="vi">
        {clipped(row.name)}
      </div>
      <div className={styles.quiet}>
        {words[row.kind]} · {words.above}: {row.sheet}, {row.cell}
      </div>
      {row.here !== null && <div className={styles.quiet}>{words.likelyHere(clipped(row.here.name))}</div>}
    </article>
  );
}

function clipped(text: string): string {
  return text.length > 180 ? `${text.slice(0, 179)}…` : text;
}
