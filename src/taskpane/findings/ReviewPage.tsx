import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { check } from "../commands";
import { CommandButton } from "../controls/CommandButton";
import { EVERYTHING, narrows } from "../findingFilter";
import { usePane } from "../paneContext";
import { visibleFindings } from "../paneStore";
// Not loaded later: the list would jump under the pointer when it comes.
import { ClarityTable } from "./clarity/ClarityTable";
import { EmptyState } from "./EmptyState";
import { FilterBar } from "./FilterBar";
import { FindingList } from "./FindingList";
import { Notices } from "./Notices";
import { shownIn } from "./shownIn";

/** The dialog is loaded when many changes are to be shown for the first time. */
const FixDialog = lazy(() => import("./FixDialog"));

const useStyles = makeStyles({
  // In a low pane, or at a high zoom, the list keeps a height to read in and the page scrolls.
  page: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0, overflowY: "auto" },
  rest: { flexGrow: 1, flexShrink: 1, flexBasis: "0px", minHeight: "160px", overflowY: "auto" },
});

/** The page "Soát": before the first check one big button, then the findings. */
export function ReviewPage() {
  const { store, state, words } = usePane();
  const styles = useStyles();
  const { view, preview, filter } = state;
  if (view === null) {
    return (
      <div className={styles.rest}>
        <EmptyState icon="document" hint={words.first.hint}>
          <CommandButton command={check} appearance="primary" size="large" />
        </EmptyState>
      </div>
    );
  }
  const findings = visibleFindings(state);
  const all = view.findings.length + view.ignored.length;
  const items = view.appendices.reduce((sum, appendix) => sum + appendix.items, 0);
  return (
    <div className={styles.page}>
      <ClarityTable view={view} />
      {all > 0 && <FilterBar view={view} />}
      {findings.length > 0 ? (
        <FindingList findings={findings} />
      ) : (
        <div className={styles.rest}>
          {narrows(filter) && all > 0 ? (
            <EmptyState icon="search" title={words.filteredOut.title} hint={words.filteredOut.hint(view.findings.length)}>
              <Button onClick={() => store.setFilter(EVERYTHING)}>{words.command.clearFilter}</Button>
            </EmptyState>
          ) : view.appendices.length === 0 ? (
            <EmptyState icon="document" title={words.noTable.title} hint={words.noTable.hint} />
          ) : (
            <EmptyState icon="success" title={words.clean.title} hint={words.clean.hint(view.appendices.length, items)} />
          )}
        </div>
      )}
      <Notices notices={view.notices} damage={view.kept.damage} />
      {shownIn(preview) === "dialog" && preview !== null && (
        <Suspense fallback={null}>
          <FixDialog preview={preview} />
        </Suspense>
      )}
    </div>
  );
}
