import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import type { ReviewView } from "../../review/view";
import type { OpenFile } from "../engine/desk";
import type { WorkbenchWords } from "../words";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "stretch",
    flexShrink: 0,
    height: "32px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  tabs: { display: "flex", minWidth: 0, overflowX: "auto", scrollbarWidth: "none", paddingLeft: "46px", "@media (max-width: 600px)": { paddingLeft: 0 } },
  tab: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    flexShrink: 0,
    maxWidth: "220px",
    padding: "0 14px",
    border: "none",
    borderBottom: "2px solid transparent",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold, borderBottomColor: tokens.colorCompoundBrandStroke },
  label: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  count: { minWidth: "16px", padding: "0 5px", boxSizing: "border-box", lineHeight: "16px", fontSize: "11px", borderRadius: tokens.borderRadiusCircular, textAlign: "center", fontWeight: tokens.fontWeightSemibold },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1, boxShadow: `inset 0 0 0 1px ${tokens.colorStatusDangerBorder1}` },
  mild: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground1, boxShadow: `inset 0 0 0 1px ${tokens.colorStatusWarningBorder1}` },
  info: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground2 },
  status: { marginLeft: "auto", display: "flex", alignItems: "center", gap: "12px", padding: "0 10px", whiteSpace: "nowrap" },
  optional: { "@media (max-width: 700px)": { display: "none" } },
  zoom: {
    height: "24px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: "inherit",
    font: "inherit",
    cursor: "pointer",
    "& option": { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** The zooms offered, in per cent. */
const ZOOMS: readonly number[] = [50, 60, 70, 80, 90, 100, 110, 125, 150, 200];

interface SheetBarProps {
  readonly words: WorkbenchWords;
  readonly file: OpenFile;
  readonly sheet: string;
  readonly view: ReviewView | null;
  readonly onSheet: (sheet: string) => void;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  /** How many cells are selected. */
  readonly selected: number;
}

/** The tabs of the sheets, with how many findings each has, and the zoom. */
export function SheetBar({ words, file, sheet, view, onSheet, zoom, onZoom, selected }: SheetBarProps): ReactNode {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const visible = file.sheets.filter(({ grid }) => grid.visibility === "visible").map(({ grid }) => grid.sheet);
  const hidden = file.sheets.length - visible.length;
  const keyDown = (event: KeyboardEvent): void => {
    const at = visible.indexOf(sheet);
    const to = event.key === "ArrowRight" ? at + 1 : event.key === "ArrowLeft" ? at - 1 : event.key === "Home" ? 0 : event.key === "End" ? visible.length - 1 : null;
    const next = to === null ? undefined : visible[to];
    if (next === undefined) return;
    event.preventDefault();
    onSheet(next);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[visible.indexOf(next)]?.focus();
  };
  return (
    <div className={styles.bar}>
      <div ref={list} className={styles.tabs} role="tablist" aria-label={words.sheets} onKeyDown={keyDown}>
        {visible.map((name) => {
          const here = view?.findings.filter((finding) => finding.sheet === name) ?? [];
          const tone = here.some(({ severity }) => severity === "error") ? styles.bad : here.some(({ severity }) => severity === "warning") ? styles.mild : styles.info;
          return (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === sheet}
              title={words.sheetTab(name, here.length)}
              tabIndex={name === sheet ? 0 : -1}
              className={mergeClasses(styles.tab, name === sheet && styles.chosen)}
              onClick={() => onSheet(name)}
            >
              <span className={styles.label}>{name}</span>
              {here.length > 0 ? <span className={mergeClasses(styles.count, tone)}>{words.count(here.length)}</span> : null}
            </button>
          );
        })}
      </div>
      <div className={styles.status}>
        {hidden > 0 ? <span className={styles.optional}>{words.hiddenSheets(hidden)}</span> : null}
        {selected > 1 ? <span className={styles.optional}>{words.selected(selected)}</span> : null}
        <select className={styles.zoom} aria-label={words.zoom} title={words.zoom} value={zoom} onChange={(event) => onZoom(Number(event.target.value))}>
          {ZOOMS.map((value) => (
            <option key={value} value={value}>
              {value}%
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
