import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { Language } from "../../text/language";
import { Choice } from "../controls/Choice";
import { Toggle } from "../controls/Toggle";
import { usePane } from "../paneContext";
import type { Theme } from "../preferences";
import { WORDS } from "../words/words";

/** The rules' titles come with the whole catalogue: loaded when this page is opened. */
const RuleList = lazy(() => import("./RuleList"));
const ClarityChoice = lazy(() => import("../findings/clarity/ClarityChoice"));

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, overflowY: "auto", display: "grid", alignContent: "start", gap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}` },
  pair: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(128px, 1fr))", gap: tokens.spacingHorizontalM },
});

const LANGUAGES: readonly Language[] = ["vi", "en"];
const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** The page "Cài đặt": language, theme, marks, rules. */
export function SettingsPage() {
  const { store, state, words } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.pair}>
        <Choice label={words.settings.language} value={state.language} options={LANGUAGES.map((value) => ({ value, label: WORDS[value].language }))} onChange={(value) => store.setLanguage(value)} />
        <Choice label={words.settings.theme} value={state.theme} options={THEMES.map((value) => ({ value, label: words.settings.themes[value] }))} onChange={(value) => store.setTheme(value)} />
      </div>
      <Toggle label={words.settings.marks} hint={words.settings.marksHint} checked={state.marksShown} disabled={state.status !== "idle"} onChange={(shown) => void store.showMarks(shown)} />
      {state.canFollow && <Toggle label={words.settings.live} hint={words.settings.liveHint} checked={state.live} onChange={(live) => store.setLive(live)} />}
      <Suspense fallback={<div>{words.rule.loading}</div>}>
        <ClarityChoice />
        <RuleList />
      </Suspense>
    </div>
  );
}
