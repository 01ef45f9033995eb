import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent } from "react";

const useStyles = makeStyles({
  // Five short names fit beside each other at 320 px; where they do not (larger letters), they go on in a second row.
  list: { display: "flex", flexWrap: "wrap", minWidth: 0, padding: `0 ${tokens.spacingHorizontalSNudge}` },
  tab: {
    appearance: "none",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalSNudge}`,
    border: "none",
    borderBottom: "2px solid transparent",
    "@media (forced-colors: active)": { borderBottom: "2px solid Canvas" },
    background: "none",
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { borderBottom: "2px solid Highlight" },
  },
});

/** A row of tabs (WAI-ARIA tabs pattern: arrows, Home and End move and open). The panels are `panelId(id)`, labelled by `tabId(id)`. */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
  baseId,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: string }[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly baseId: string;
}) {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const targets: Readonly<Record<string, number>> = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 };
    const target = targets[event.key];
    const tab = target === undefined ? undefined : tabs[target];
    if (target === undefined || tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    (row.current?.children[target] as HTMLElement | undefined)?.focus();
  };
  return (
    <div ref={row} role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(baseId, tab.id)}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? panelId(baseId, tab.id) : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          className={mergeClasses(styles.tab, tab.id === selected && styles.selected)}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

export function tabId(baseId: string, id: string): string {
  return `${baseId}-tab-${id}`;
}

export function panelId(baseId: string, id: string): string {
  return `${baseId}-panel-${id}`;
}
