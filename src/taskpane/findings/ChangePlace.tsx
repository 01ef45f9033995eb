import { makeStyles, tokens } from "@fluentui/react-components";
import type { Change } from "../../review/fixPlan";
import { usePane } from "../paneContext";

const useStyles = makeStyles({ place: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 } });

/** Where a change is: "E9 · Phụ lục I", or the row that goes. */
export function ChangePlace({ change }: { readonly change: Change }) {
  const { words } = usePane();
  const styles = useStyles();
  const where = change.removesRow ? words.fix.row(change.cell.replace(/^[A-Z]+/, "")) : change.cell;
  return <div className={styles.place}>{words.finding.place(where, change.sheet)}</div>;
}
