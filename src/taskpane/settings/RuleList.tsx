import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { SEVERITIES, type Severity } from "../../grid/mark";
import { catalog } from "../../rules/catalog";
import type { Rule, RuleSettings } from "../../rules/rule";
import { Choice } from "../controls/Choice";
import { useFieldStyles } from "../controls/useFieldStyles";
import { familyName } from "../findings/FilterBar";
import { familyOf } from "../findingFilter";
import { usePane } from "../paneContext";
import { RULE_SCOPE_WORDS } from "./words";

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

type Scope = "machine" | "file";
const SCOPES: readonly Scope[] = ["machine", "file"];

/** Every rule by family, each with its severity or off, on this machine or in the open file alone. A change is checked at once. */
export default function RuleList() {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const scopeWords = RULE_SCOPE_WORDS[state.language];
  const [chosen, setChosen] = useState<Scope>("machine");
  const inFile = state.view?.kept.rules ?? {};
  const scope: Scope = state.view === null ? "machine" : chosen;
  const settings = scope === "file" ? inFile : state.rules;
  const write = (next: RuleSettings): void => void (scope === "file" ? store.setFileRules(next) : store.setRules(next));
  const families = new Map<string, readonly Rule[]>();
  for (const rule of catalog) families.set(familyOf(rule.id), [...(families.get(familyOf(rule.id)) ?? []), rule]);
  const set = (id: string, value: State): void => {
    const rest: RuleSettings = Object.fromEntries(Object.entries(settings).filter(([key]) => key !== id));
    write(value === DEFAULT ? rest : { ...rest, [id]: value });
  };
  const nameOf = (value: Severity | "off"): string => (value === "off" ? words.settings.off : words.severity[value]);
  return (
    <section className={styles.section} aria-label={words.settings.rules}>
      <h2 className={styles.title}>{words.settings.rules}</h2>
      <div className={field.hint}>{words.settings.rulesHint}</div>
      {state.view === null ? (
        <div className={field.hint}>{scopeWords.noFile}</div>
      ) : (
        <Choice label={scopeWords.scope} value={scope} options={SCOPES.map((value) => ({ value, label: scopeWords.scopes[value] }))} onChange={setChosen} />
      )}
      {scope === "file" && <div className={field.hint}>{scopeWords.fileHint}</div>}
      {[...families].map(([family, rules]) => (
        <details key={family} className={styles.family}>
          <summary className={styles.summary}>
            {familyName(family, words)}{" "}
            <span className={styles.count}>
              {words.settings.ruleCount(rules.length, rules.filter((rule) => (inFile[rule.id] ?? state.rules[rule.id]) === "off").length)}
            </span>
          </summary>
          {rules.map((rule) => {
            const here = inFile[rule.id];
            const elsewhere = state.rules[rule.id];
            return (
              <div key={rule.id} className={styles.rule}>
                <span title={rule.explanation[state.language]}>
                  {rule.title[state.language]}
                  <span className={styles.id}>{rule.id}</span>
                  {scope === "machine" && here !== undefined && <span className={styles.id}>{scopeWords.inFile(nameOf(here))}</span>}
                </span>
                <Choice<State>
                  labelHidden
                  label={rule.title[state.language]}
                  value={settings[rule.id] ?? DEFAULT}
                  options={[
                    { value: DEFAULT, label: scope === "file" ? scopeWords.asElsewhere(nameOf(elsewhere ?? rule.severity)) : words.settings.byDefault(rule.severity) },
                    ...SEVERITIES.map((severity) => ({ value: severity, label: words.severity[severity] })),
                    { value: "off", label: words.settings.off },
                  ]}
                  onChange={(value) => set(rule.id, value)}
                />
              </div>
            );
          })}
        </details>
      ))}
      {Object.keys(settings).length > 0 && (
        <div>
          <Button size="small" onClick={() => write({})}>
            {scope === "file" ? scopeWords.resetFile : words.settings.reset}
          </Button>
        </div>
      )}
    </section>
  );
}
