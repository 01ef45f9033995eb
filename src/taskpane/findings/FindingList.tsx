import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { SEVERITIES, type Severity } from "../../grid/mark";
import type { FindingView } from "../../review/view";
import { commandOf } from "../commands";
import { SeverityIcon, useSeverityStyles } from "../controls/SeverityIcon";
import { usePane } from "../paneContext";
import { FindingCard } from "./FindingCard";
import { useVirtualRows } from "./useVirtualRows";

const useStyles = makeStyles({
  scroll: { flexGrow: 1, flexShrink: 1, flexBasis: "0px", minHeight: "160px", overflowY: "scroll", overflowAnchor: "none", scrollbarGutter: "stable" },
  list: { position: "relative", width: "100%", margin: 0, padding: 0, listStyleType: "none" },
  row: { position: "absolute", top: 0, left: 0, width: "100%" },
  group: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Row = { readonly kind: "group"; readonly severity: Severity; readonly count: number } | { readonly kind: "finding"; readonly finding: FindingView; readonly place: number };

const GROUP_HEIGHT = 29;
const CARD_HEIGHT = 128;
const PAGE = 5;

/**
 * The findings, only those in sight drawn. One tab stop: up, down, Home, End and Page keys move the current finding, Enter selects its
 * cell, single letters run the list's commands. The focus moves only on a key press or a click of the person.
 */
export function FindingList({ findings }: { readonly findings: readonly FindingView[] }) {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const severity = useSeverityStyles();
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null);
  const focusWanted = useRef(false);
  const rows = useMemo(() => rowsOf(findings), [findings]);
  const rowOf = useMemo(() => new Map(rows.flatMap((row, index) => (row.kind === "finding" ? [[row.finding.id, index] as const] : []))), [rows]);
  const { selectedId } = state;
  const currentRow = selectedId === null ? undefined : rowOf.get(selectedId);
  const virtualizer = useVirtualRows({
    count: rows.length,
    scroll,
    estimate: (index) => (rows[index]?.kind === "group" ? GROUP_HEIGHT : CARD_HEIGHT),
    keyOf: (index) => {
      const row = rows[index];
      return row === undefined ? index : row.kind === "group" ? row.severity : row.finding.id;
    },
    overscan: 4,
    keep: currentRow,
  });

  // The current finding comes into sight when it becomes the current one, not when the list is redrawn for another reason.
  useEffect(() => {
    if (currentRow !== undefined) virtualizer.scrollToIndex(currentRow, { align: "auto" });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId]);

  // The card to focus may be drawn only after the scroll, or take its place only after the writing: tried after every drawing until it
  // is there and the list is at rest. A focus that the person has meanwhile moved out of the list stays where it is.
  useLayoutEffect(() => {
    if (!focusWanted.current || selectedId === null || scroll === null) return;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body && !scroll.contains(activeElement)) {
      focusWanted.current = false;
      return;
    }
    const target = [...scroll.querySelectorAll<HTMLElement>("[data-finding]")].find((element) => element.dataset.finding === selectedId);
    if (target === undefined) return;
    focusWanted.current = state.status !== "idle";
    target.focus({ preventScroll: true });
  });

  const move = (to: number): void => {
    const finding = findings[Math.max(0, Math.min(findings.length - 1, to))];
    if (finding === undefined) return;
    focusWanted.current = true;
    if (finding.id === selectedId) virtualizer.scrollToIndex(rowOf.get(finding.id) ?? 0);
    store.moveTo(finding.id);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLElement && event.target.closest("[data-card-part]") !== null && event.key !== "Escape") return;
    const focused = event.target instanceof HTMLElement ? event.target.dataset.finding : undefined;
    const at = findings.findIndex((finding) => finding.id === (focused ?? selectedId));
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: findings.length - 1, PageDown: at + PAGE, PageUp: at - PAGE }[event.key];
    if (target !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      move(target);
      return;
    }
    if (event.key === "Escape" && state.preview !== null) {
      event.preventDefault();
      event.stopPropagation();
      focusWanted.current = true;
      store.cancelFix();
      return;
    }
    const command = commandOf(event, store.getState(), true);
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void command.run(store);
  };

  const keepFocus = (): void => {
    focusWanted.current = true;
  };
  const tabStopId = currentRow === undefined ? findings[0]?.id : selectedId;
  return (
    <div
      ref={setScroll}
      className={styles.scroll}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // What has the focus is what the keys and the commands are about.
        const { finding } = event.target.dataset;
        if (finding !== undefined) store.moveTo(finding);
      }}
    >
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }} aria-label={words.finding.list}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = { className: styles.row, style: { transform: `translateY(${item.start}px)` }, "data-index": item.index, ref: virtualizer.measureElement };
          return row.kind === "group" ? (
            // Each card says its severity itself: the heading is for the eye.
            <li key={item.key} aria-hidden {...place}>
              <div className={mergeClasses(styles.group, severity[row.severity])}>
                <SeverityIcon severity={row.severity} />
                {words.finding.group(row.severity, row.count)}
              </div>
            </li>
          ) : (
            <li key={item.key} aria-setsize={findings.length} aria-posinset={row.place} {...place}>
              <FindingCard finding={row.finding} current={row.finding.id === selectedId} tabStop={row.finding.id === tabStopId} keepFocus={keepFocus} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A heading before the findings of each severity. */
function rowsOf(findings: readonly FindingView[]): readonly Row[] {
  let place = 0;
  return SEVERITIES.flatMap((severity): readonly Row[] => {
    const own = findings.filter((finding) => finding.severity === severity);
    return own.length === 0 ? [] : [{ kind: "group", severity, count: own.length }, ...own.map((finding): Row => ({ kind: "finding", finding, place: ++place }))];
  });
}
