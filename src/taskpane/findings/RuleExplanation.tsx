import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Filled } from "@fluentui/react-icons/svg/checkmark";
import { ruleOf } from "../../rules/describe";
import { SeverityIcon } from "../controls/SeverityIcon";
import { usePane } from "../paneContext";
import { ExampleTable } from "./ExampleTable";

const useStyles = makeStyles({
  box: { marginTop: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, cursor: "auto", userSelect: "text" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: `${tokens.spacingVerticalXS} 0` },
  source: { margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorNeutralForeground3 },
  caption: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXXS}` },
  verdict: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  good: { color: tokens.colorStatusSuccessForeground1 },
  icon: { flexShrink: 0 },
});

/** A rule in place: what is wrong, why it matters, what it serves, where it comes from, and its examples. */
export default function RuleExplanation({ ruleId }: { readonly ruleId: string }) {
  const { state, words } = usePane();
  const styles = useStyles();
  const rule = ruleOf(ruleId);
  if (rule === undefined) return <p className={styles.text}>{words.rule.unknown}</p>;
  const { language } = state;
  return (
    <div className={styles.box}>
      <h3 className={styles.title}>{rule.title[language]}</h3>
      <p className={styles.text}>{rule.explanation[language]}</p>
      {rule.clarity !== null && <p className={styles.text}>{words.rule.clarity(rule.clarity)}.</p>}
      <p className={styles.source}>
        {words.rule.source}: {rule.source[language]}
      </p>
      {rule.examples.map((example, index) => {
        const bad = example.flagged.length > 0;
        return (
          <div key={index}>
            <div className={styles.caption}>
              {bad ? <SeverityIcon severity={rule.severity} /> : <Checkmark16Filled aria-hidden className={mergeClasses(styles.icon, styles.good)} />}
              <span>
                <span className={styles.verdict}>{bad ? words.rule.bad : words.rule.good}</span>: {example.title[language]}
              </span>
            </div>
            <ExampleTable rows={example.rows} merges={example.merges ?? []} flagged={example.flagged} severity={rule.severity} label={example.title[language]} />
            {example.fixed !== undefined && (
              <>
                <div className={styles.caption}>
                  <Checkmark16Filled aria-hidden className={mergeClasses(styles.icon, styles.good)} />
                  <span className={styles.verdict}>{words.rule.fixed}</span>
                </div>
                <ExampleTable rows={example.fixed} merges={[]} flagged={[]} severity={rule.severity} label={words.rule.fixed} />
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
