import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { SEVERITIES, type Severity } from "../../grid/mark";
import { catalog } from "../../rules/catalog";
import type { Rule, RuleSettings } from "../../rules/rule";
import { Choice } from "../controls/Choice";
import { useFieldStyles } from "../controls/useFieldStyles";
import { familyName } from "../findings/FilterBar";
import { familyOf } from "../findingFilter";
import { usePane } from "../paneContext";

const useStyles = makeStyles({
  section: { display: "grid", gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  family: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXS} 0` },
  summary: { cursor: "pointer", padding: `${tokens.spacingVerticalXXS} 0`, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  rule: { display: "grid", gridTemplateColumns: "1fr 132px", gap: tokens.spacingHorizontalS, alignItems: "center", padding: `${tokens.spacingVerticalXXS} 0`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  id: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100 },
});

const DEFAULT = "default";
type State = Severity | "off" | typeof DEFAULT;

/** Every rule by family, each with its severity or off. A change is checked at once. */
export default function RuleList() {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const settings = state.rules;
  const families = new Map<string, readonly Rule[]>();
  for (const rule of catalog) families.set(familyOf(rule.id), [...(families.get(familyOf(rule.id)) ?? []), rule]);
  const set = (id: string, value: State): void => {
    const rest: RuleSettings = Object.fromEntries(Object.entries(settings).filter(([key]) => key !== id));
    void store.setRules(value === DEFAULT ? rest : { ...rest, [id]: value });
  };
  return (
    <section className={styles.section} aria-label={words.settings.rules}>
      <h2 className={styles.title}>{words.settings.rules}</h2>
      <div className={field.hint}>{words.settings.rulesHint}</div>
      {[...families].map(([family, rules]) => (
        <details key={family} className={styles.family}>
          <summary className={styles.summary}>
            {familyName(family, words)}{" "}
            <span className={styles.count}>
              {words.settings.ruleCount(rules.length, rules.filter((rule) => settings[rule.id] === "off").length)}
            </span>
          </summary>
          {rules.map((rule) => (
            <div key={rule.id} className={styles.rule}>
              <span title={rule.explanation[state.language]}>
                {rule.title[state.language]}
                <span className={styles.id}>{rule.id}</span>
              </span>
              <Choice<State>
                labelHidden
                label={rule.title[state.language]}
                value={settings[rule.id] ?? DEFAULT}
                options={[
                  { value: DEFAULT, label: words.settings.byDefault(rule.severity) },
                  ...SEVERITIES.map((severity) => ({ value: severity, label: words.severity[severity] })),
                  { value: "off", label: words.settings.off },
                ]}
                onChange={(value) => set(rule.id, value)}
              />
            </div>
          ))}
        </details>
      ))}
      {Object.keys(settings).length > 0 && (
        <div>
          <Button size="small" onClick={() => void store.setRules({})}>
            {words.settings.reset}
          </Button>
        </div>
      )}
    </section>
  );
}
