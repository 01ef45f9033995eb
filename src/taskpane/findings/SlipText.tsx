import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FindingView } from "../../review/view";
import { SLIP, useSeverityStyles } from "../controls/SeverityIcon";
import { usePane } from "../paneContext";
import { excerpt } from "./excerpt";

const useStyles = makeStyles({
  text: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  empty: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
});

/** The cell's text around the slip, the slip highlighted. */
export function SlipText({ finding }: { readonly finding: FindingView }) {
  const { words } = usePane();
  const styles = useStyles();
  const severity = useSeverityStyles();
  if (finding.text.trim() === "") return <span className={styles.empty}>{words.finding.emptyCell}</span>;
  const { before, slip, after } = excerpt(finding.text, finding.span);
  return (
    <span className={styles.text} lang="vi">
      {before}
      {slip !== "" && <mark className={mergeClasses(severity.slip, severity[SLIP[finding.severity]])}>{slip}</mark>}
      {after}
    </span>
  );
}
