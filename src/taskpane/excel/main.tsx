/// <reference types="office-js" />
import { StrictMode, useEffect, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { commandOf } from "../commands";
import { useHiddenStyles } from "../controls/useHiddenStyles";
import { Pane } from "../Pane";
import { PaneStore } from "../paneStore";
import { useTheme } from "../useTheme";
import { WORDS } from "../words/words";
import { ExcelHost } from "./excelHost";
import { languageAtStart, languageOf } from "./office/language";
import { followTheme } from "./office/theme";
import { openBook } from "./openBook";
import { answerRibbon } from "./ribbonCalls";

const root = document.getElementById("pane");
if (root === null) throw new Error("The page lacks its element #pane.");

/** The pane stands before Excel has answered: nothing of it waits for a server. */
const opened = openBook();
let environment: readonly string[] = [];
const store = new PaneStore(new ExcelHost(opened.then(({ book }) => book), () => environment), { language: languageAtStart(location.search) });

/** The pane, and the page around it in the same language and on the same ground. */
function Page() {
  const { language, theme } = useSyncExternalStore(store.subscribe, store.getState);
  const ground = useTheme(theme);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.colorScheme = ground;
  }, [language, ground]);
  useEffect(() => {
    // A pane that has just been entered has the keyboard on the page itself, where no control hears it.
    const keyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.target !== document.body) return;
      const command = commandOf(event, store.getState(), false);
      if (command === undefined) return;
      event.preventDefault();
      void command.run(store);
    };
    window.addEventListener("keydown", keyDown);
    return () => window.removeEventListener("keydown", keyDown);
  }, []);
  const { hidden } = useHiddenStyles();
  return (
    <>
      <h1 className={hidden}>{WORDS[language].appName}</h1>
      <Pane store={store} />
    </>
  );
}

createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);

opened.then(
  (open) => {
    environment = open.environment;
    followTheme();
    store.suggestLanguage(languageOf(Office.context.displayLanguage));
    answerRibbon(store, Office.context.document.url);
  },
  (error: unknown) => store.fail("start", error),
);
