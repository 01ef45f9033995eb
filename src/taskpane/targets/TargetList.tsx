import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import type { TargetsView } from "../../review/targets";
import { Choice } from "../controls/Choice";
import { EmptyState } from "../findings/EmptyState";
import { useVirtualRows } from "../findings/useVirtualRows";
import { usePane } from "../paneContext";
import { MatchCard } from "./MatchCard";
import { CoverageCard, UnmatchedCard } from "./PlainCard";
import { matchedRows, rowsShown, tickedAtFirst, tickedOf, type Shown } from "./targetRows";
import { TARGET_WORDS } from "./words";

const useStyles = makeStyles({
  bar: { display: "grid", gap: tokens.spacingVerticalS, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  problems: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, maxHeight: "140px", overflowY: "auto" },
  summary: { cursor: "pointer", color: tokens.colorStatusWarningForeground1, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  problemList: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
  scroll: { flexGrow: 1, minHeight: 0, overflowY: "auto" },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  item: { position: "absolute", top: 0, left: 0, width: "100%" },
  foot: { display: "grid", gap: tokens.spacingVerticalXXS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  warning: { color: tokens.colorStatusWarningForeground1, fontSize: tokens.fontSizeBase200 },
});

const SHOWN: readonly Shown[] = ["fill", "differs", "all", "unmatched", "coverage"];

/** What a plan above proposes, by kind: empty cells, other values, everything, what could not be matched, what has no row here. */
export function TargetList({ targets }: { readonly targets: TargetsView }) {
  const { store, state } = usePane();
  const styles = useStyles();
  const words = TARGET_WORDS[state.language];
  const [picked, setPicked] = useState<Shown | null>(null);
  const [touched, setTouched] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);

  const rows = useMemo(() => matchedRows(targets.proposals), [targets]);
  const ticked = useMemo(() => tickedOf(targets.proposals, touched), [targets, touched]);
  const lacking = useMemo(() => targets.coverage.filter((row) => row.state !== "sure"), [targets]);
  const counts: Readonly<Record<Shown, number>> = {
    fill: rowsShown(rows, "fill").length,
    differs: rowsShown(rows, "differs").length,
    all: rows.length,
    unmatched: targets.unmatched.length,
    coverage: lacking.length,
  };
  const shown = picked ?? SHOWN.find((one) => counts[one] > 0) ?? "all";
  const cards: readonly { readonly key: string; readonly card: () => ReactNode }[] = useMemo(() => {
    if (shown === "unmatched") return targets.unmatched.map((row) => ({ key: row.id, card: () => <UnmatchedCard row={row} view={targets} /> }));
    if (shown === "coverage") return lacking.map((row) => ({ key: row.id, card: () => <CoverageCard row={row} /> }));
    return rowsShown(rows, shown).map((row) => ({
      key: row.rowId,
      card: () => <MatchCard row={row} view={targets} isTicked={(proposal) => touched.get(proposal.id) ?? tickedAtFirst(proposal)} onTick={(id, on) => setTouched((before) => new Map(before).set(id, on))} />,
    }));
  }, [targets, shown, rows, lacking, touched]);
  const virtualizer = useVirtualRows({ count: cards.length, scroll, estimate: () => 120, overscan: 4, keyOf: (index) => cards[index]?.key ?? index });

  const overwritten = ticked.filter((proposal) => proposal.state === "replace").length;
  return (
    <>
      <div className={styles.bar}>
        {targets.problems.length > 0 && (
          <details className={styles.problems}>
            <summary className={styles.summary}>{words.problems(targets.problems.length)}</summary>
            <ul className={styles.problemList}>
              {targets.problems.map((problem) => (
                <li key={problem.vi}>{problem[state.language]}</li>
              ))}
            </ul>
          </details>
        )}
        <Choice labelHidden label={words.show} value={shown} options={SHOWN.map((value) => ({ value, label: words.shows[value](counts[value]) }))} onChange={setPicked} />
      </div>
      <div ref={setScroll} className={styles.scroll}>
        {cards.length === 0 && <EmptyState icon="success" hint={words.none[shown]} />}
        <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }} aria-label={words.list}>
          {virtualizer.getVirtualItems().map((item) => (
            <li key={item.key} ref={virtualizer.measureElement} data-index={item.index} aria-setsize={cards.length} aria-posinset={item.index + 1} className={styles.item} style={{ transform: `translateY(${item.start}px)` }}>
              {cards[item.index]?.card()}
            </li>
          ))}
        </ul>
      </div>
      {(ticked.length > 0 || counts.fill + counts.differs > 0) && (
        <div className={styles.foot}>
          {overwritten > 0 && (
            <div className={styles.warning}>
              {words.chosen(ticked.length)}, {words.overwrites(overwritten)}
            </div>
          )}
          <Button
            appearance="primary"
            disabledFocusable={state.status !== "idle" || ticked.length === 0}
            onClick={() => {
              setTouched(new Map());
              void store.applyTargets(ticked.map(({ id }) => id));
            }}
          >
            {words.apply(ticked.length)}
          </Button>
        </div>
      )}
    </>
  );
}
