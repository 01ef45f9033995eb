import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { EyeOff16Regular } from "@fluentui/react-icons/svg/eye-off";
import { useMemo } from "react";
import { SEVERITIES } from "../../grid/mark";
import type { ReviewView } from "../../review/view";
import { Choice } from "../controls/Choice";
import { SeverityIcon, useSeverityStyles } from "../controls/SeverityIcon";
import { useFieldStyles } from "../controls/useFieldStyles";
import { countBySeverity, familyOf, toggleSeverity } from "../findingFilter";
import { usePane } from "../paneContext";
import { listedFindings, visibleFindings } from "../paneStore";
import type { Words } from "../words/words";

const useStyles = makeStyles({
  bar: { flexShrink: 0, display: "grid", gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, alignItems: "center" },
  choices: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))", gap: tokens.spacingHorizontalXS },
  chip: {
    appearance: "none",
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    height: "24px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { border: "2px solid Highlight" },
  },
  shown: { marginLeft: "auto", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
});

const ALL = "";

/** Narrows the list: by severity, by kind of rule, by sheet, by words. */
export function FilterBar({ view }: { readonly view: ReviewView }) {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const severity = useSeverityStyles();
  const { filter } = state;
  const counts = useMemo(() => countBySeverity(view.findings), [view]);
  const families = useMemo(() => countBy(view, (finding) => familyOf(finding.ruleId)), [view]);
  const sheets = useMemo(() => countBy(view, (finding) => finding.sheet), [view]);
  return (
    <div className={styles.bar} role="search" aria-label={words.filter.label}>
      <div className={styles.row} role="group" aria-label={words.filter.severities}>
        {SEVERITIES.map((kind) => {
          const pressed = filter.severities.includes(kind);
          return (
            <button key={kind} type="button" aria-pressed={pressed} className={mergeClasses(styles.chip, pressed && styles.pressed)} onClick={() => store.setFilter(toggleSeverity(filter, kind))}>
              <SeverityIcon severity={kind} />
              <span className={severity[kind]}>{words.severity[kind]}</span> {words.count(counts[kind])}
            </button>
          );
        })}
        {(view.ignored.length > 0 || filter.ignored) && (
          <button type="button" aria-pressed={filter.ignored} className={mergeClasses(styles.chip, filter.ignored && styles.pressed)} onClick={() => store.setFilter({ ...filter, ignored: !filter.ignored, clarity: null })}>
            <EyeOff16Regular aria-hidden />
            {words.filter.ignored(view.ignored.length)}
          </button>
        )}
        <span className={styles.shown}>{words.filter.shown(visibleFindings(state).length, listedFindings(view, filter.ignored).length)}</span>
      </div>
      <div className={styles.choices}>
        <Choice
          labelHidden
          label={words.filter.family}
          value={filter.family ?? ALL}
          options={[
            { value: ALL, label: words.filter.allFamilies },
            ...[...withChosen(families, filter.family)].map(([family, count]) => ({ value: family, label: words.filter.option(familyName(family, words), count) })),
          ]}
          onChange={(value) => store.setFilter({ ...filter, family: value === ALL ? null : value })}
        />
        {(sheets.size > 1 || filter.sheet !== null) && (
          <Choice
            labelHidden
            label={words.filter.sheet}
            value={filter.sheet ?? ALL}
            options={[
              { value: ALL, label: words.filter.allSheets },
              ...[...withChosen(sheets, filter.sheet)].map(([sheet, count]) => ({ value: sheet, label: words.filter.option(sheet, count) })),
            ]}
            onChange={(value) => store.setFilter({ ...filter, sheet: value === ALL ? null : value })}
          />
        )}
        <input
          type="search"
          className={field.field}
          aria-label={words.filter.search}
          placeholder={words.filter.searchPlaceholder}
          value={filter.text}
          onChange={(event) => store.setFilter({ ...filter, text: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

/** The name of a rule family; one that has none here goes by its id. */
export function familyName(family: string, words: Words): string {
  return (words.family as Readonly<Record<string, string>>)[family] ?? family;
}

function countBy(view: ReviewView, keyOf: (finding: ReviewView["findings"][number]) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of view.findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

/** What was chosen stays choosable when its last finding is gone. */
function withChosen(counts: ReadonlyMap<string, number>, chosen: string | null): ReadonlyMap<string, number> {
  return chosen === null || counts.has(chosen) ? counts : new Map([...counts, [chosen, 0]]);
}
