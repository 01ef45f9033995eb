import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { EmptyState } from "../findings/EmptyState";
import { usePane } from "../paneContext";
import { SourceBar } from "./SourceBar";
import { TargetList } from "./TargetList";
import { TARGET_WORDS } from "./words";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  bar: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
});

/** The page "Chỉ tiêu": the plan above laid beside the appendices here, its values proposed and filled in. */
export default function TargetsPage() {
  const { store, state } = usePane();
  const styles = useStyles();
  const words = TARGET_WORDS[state.language];
  const { targets, view } = state;

  // What is written, taken back or typed into the sheet changes what is proposed.
  useEffect(() => {
    if (view !== null) void store.refreshTargets();
  }, [store, view]);

  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <SourceBar />
      </div>
      {targets === null ? <EmptyState icon="document" hint={words.first} /> : <TargetList key={targets.title} targets={targets} />}
    </div>
  );
}
