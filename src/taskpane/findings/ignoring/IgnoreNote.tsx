import { makeStyles, tokens } from "@fluentui/react-components";
import type { IgnoredView } from "../../../review/view";
import { usePane } from "../../paneContext";
import { IGNORE_WORDS } from "./words";

const useStyles = makeStyles({ note: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 } });

/** Why a finding was let stand, and when. */
export default function IgnoreNote({ finding }: { readonly finding: Pick<IgnoredView, "reason" | "on"> }) {
  const { state } = usePane();
  const styles = useStyles();
  const words = IGNORE_WORDS[state.language];
  const [year = 0, month = 0, day = 0] = (finding.on ?? "").split("-").map(Number);
  return (
    <div className={styles.note}>
      {finding.reason === "" ? words.none : words.given(finding.reason)}
      {finding.on !== null && ` · ${words.on(day, month, year)}`}
    </div>
  );
}
