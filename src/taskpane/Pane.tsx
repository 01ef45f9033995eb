import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, useId, useMemo, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import { commandOf } from "./commands";
import { panelId, tabId, Tabs } from "./controls/Tabs";
import { useHiddenStyles } from "./controls/useHiddenStyles";
import { Header } from "./header/Header";
import { LiveRegion } from "./message/LiveRegion";
import { MessageStrip } from "./message/MessageStrip";
import { WorkBar } from "./message/WorkBar";
import { pages } from "./pages";
import { PaneProvider } from "./paneContext";
import type { PaneStore } from "./paneStore";
import { THEMES } from "./theme";
import { useTheme } from "./useTheme";
import { WORDS } from "./words/words";

const useStyles = makeStyles({
  // Nothing that is positioned may widen or scroll what the pane stands in.
  pane: { position: "relative", display: "flex", flexDirection: "column", height: "100%", minWidth: 0, overflow: "hidden", backgroundColor: tokens.colorNeutralBackground1 },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  loading: { padding: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  panel: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
});

/**
 * The pane, the same in Excel and in the workbench, 320 px wide and up. It fills the height of what it stands in.
 * @param store the state that it shows and the commands that it gives.
 */
export function Pane({ store }: { readonly store: PaneStore }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const words = WORDS[state.language];
  const theme = useTheme(state.theme);
  const styles = useStyles();
  const { hidden } = useHiddenStyles();
  const baseId = useId();
  const [open, setOpen] = useState<string>(pages[0].id);
  const page = pages.find(({ id }) => id === open) ?? pages[0];
  const parts = useMemo(() => ({ store, state, words }), [store, state, words]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // A field keeps its own keys: Ctrl+Z takes back what is typed there.
    if (event.defaultPrevented || isField(event.target)) return;
    const command = commandOf(event, store.getState(), false);
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void command.run(store);
  };

  // The pane's own box is inside of the provider: Fluent gives the provider's class to its portals too, and a dialog's would then cover the page.
  return (
    <FluentProvider theme={THEMES[theme]} style={{ height: "100%" }} lang={state.language} onKeyDown={onKeyDown}>
      <PaneProvider value={parts}>
        <div className={styles.pane}>
          <Header />
          <div className={styles.tabs}>
            <Tabs baseId={baseId} label={words.page.label} tabs={pages.map(({ id }) => ({ id, label: words.page[id] }))} selected={page.id} onSelect={setOpen} />
          </div>
          <WorkBar />
          <MessageStrip />
          <div className={styles.panel} role="tabpanel" id={panelId(baseId, page.id)} aria-labelledby={tabId(baseId, page.id)}>
            {/* The cards' headings are of the third order. */}
            <h2 className={hidden}>{words.page[page.id]}</h2>
            <Suspense fallback={<div className={styles.loading}>{words.rule.loading}</div>}>
              <page.Component />
            </Suspense>
          </div>
          <LiveRegion />
        </div>
      </PaneProvider>
    </FluentProvider>
  );
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && (target.closest("input, select, textarea") !== null || target.isContentEditable);
}
