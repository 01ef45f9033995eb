import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { displayText } from "../../grid/grid";
import type { Change } from "../../review/fixPlan";
import { useHiddenStyles } from "../controls/useHiddenStyles";
import { usePane } from "../paneContext";
import { excerpt } from "./excerpt";
import { wordDiff, type DiffPart } from "./wordDiff";

const useStyles = makeStyles({
  change: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXXS, margin: 0, overflowWrap: "anywhere" },
  term: { color: tokens.colorNeutralForeground3 },
  text: { margin: 0, whiteSpace: "pre-wrap" },
  removed: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1, textDecorationLine: "line-through", borderRadius: tokens.borderRadiusSmall },
  added: { color: tokens.colorStatusSuccessForeground1, backgroundColor: tokens.colorStatusSuccessBackground1, textDecorationLine: "none", fontWeight: tokens.fontWeightSemibold, borderRadius: tokens.borderRadiusSmall },
  empty: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  goes: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Characters of unchanged text kept on each side of a change. */
const KEPT = 36;

/** One change: what the cell holds and what it will hold, the words that differ highlighted; or a row that goes. */
export function ChangeText({ change }: { readonly change: Change }) {
  const { words } = usePane();
  const styles = useStyles();
  const { hidden } = useHiddenStyles();
  const before = displayText(change.before);
  const after = displayText(change.after);
  const parts = useMemo(() => shortened(wordDiff(before, after)), [before, after]);
  const side = (own: "removed" | "added", text: string) =>
    text === "" ? (
      <span className={styles.empty}>{words.fix.empty}</span>
    ) : (
      parts
        .filter((part) => part.kind === "same" || part.kind === own)
        .map((part, index) => {
          if (part.kind === "same") return <span key={index}>{part.text}</span>;
          const Tag = own === "removed" ? "del" : "ins";
          return (
            <Tag key={index} className={styles[own]}>
              {part.text}
            </Tag>
          );
        })
    );
  return (
    <dl className={styles.change}>
      <dt className={styles.term}>{words.fix.before}</dt>
      <dd className={styles.text} lang="vi">
        {change.removesRow ? <del className={styles.removed}>{excerpt(before).before}</del> : side("removed", before)}
      </dd>
      <dt className={styles.term}>{words.fix.after}</dt>
      <dd className={mergeClasses(styles.text, change.removesRow && styles.goes)}>
        {change.removesRow ? words.fix.removesRow : <span lang="vi">{side("added", after)}</span>}
        {change.removesRow && <span className={hidden}>.</span>}
      </dd>
    </dl>
  );
}

/** Leaves out the middle of long unchanged runs. */
function shortened(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.map((part, index) => {
    if (part.kind !== "same" || part.text.length <= 2 * KEPT + 8) return part;
    const start = index === 0 ? "" : part.text.slice(0, KEPT);
    const end = index === parts.length - 1 ? "" : part.text.slice(-KEPT);
    return { kind: "same", text: `${start}…${end}` };
  });
}
