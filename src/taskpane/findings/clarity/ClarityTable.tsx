import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { shareText, type ClarityScore } from "../../../review/clarities";
import type { ReviewView } from "../../../review/view";
import { usePane } from "../../paneContext";
import { CLARITY_WORDS } from "./words";

const useStyles = makeStyles({
  box: { flexShrink: 0, maxHeight: "max(30%, 96px)", overflowY: "auto", padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200 },
  summary: { cursor: "pointer", color: tokens.colorNeutralForeground2, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: { width: "100%", tableLayout: "fixed", borderCollapse: "collapse", textAlign: "center" },
  head: { padding: 0, verticalAlign: "bottom", fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100, color: tokens.colorNeutralForeground2 },
  title: { padding: `${tokens.spacingVerticalXXS} 0 0`, textAlign: "left", fontWeight: tokens.fontWeightSemibold, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  cell: { padding: "1px" },
  score: {
    appearance: "none",
    position: "relative",
    width: "100%",
    height: "24px",
    padding: "0 0 3px",
    overflow: "hidden",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: { backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorCompoundBrandStroke}`, fontWeight: tokens.fontWeightSemibold, "@media (forced-colors: active)": { border: "2px solid Highlight" } },
  bar: { position: "absolute", left: 0, bottom: 0, height: "3px", backgroundColor: tokens.colorStatusSuccessForeground1, forcedColorAdjust: "none" },
  partly: { backgroundColor: tokens.colorStatusWarningForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
});

/** How clear each appendix is on each of the "6 rõ": a small table of figures, each of which filters the list. */
export function ClarityTable({ view }: { readonly view: ReviewView }) {
  const { state } = usePane();
  const styles = useStyles();
  const words = CLARITY_WORDS[state.language];
  const shown = view.appendices.map((appendix, index) => ({ ...appendix, index, scores: appendix.clarity.filter(({ clarity }) => state.clarities.includes(clarity)) })).filter(({ items, scores }) => items > 0 && scores.length > 0);
  if (shown.length === 0) return null;
  return (
    <details className={styles.box} open={shown.length <= 2}>
      <summary className={styles.summary} title={words.hint}>
        {words.label(state.clarities.length)}
      </summary>
      <table className={styles.table} aria-label={words.hint}>
        <thead>
          <tr>
            {shown[0]?.scores.map(({ clarity }) => (
              <th key={clarity} scope="col" className={styles.head}>
                {words.clarity[clarity]}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map(({ index, title, items, scores }) => (
          <tbody key={index}>
            {shown.length > 1 && (
              <tr>
                <th colSpan={scores.length} scope="rowgroup" className={styles.title} lang="vi" title={title}>
                  {title}
                </th>
              </tr>
            )}
            <tr>
              {scores.map((score) => (
                <td key={score.clarity} className={styles.cell}>
                  <Score score={score} appendix={index} items={items} />
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </details>
  );
}

function Score({ score: { clarity, share, unclear }, appendix, items }: { readonly score: ClarityScore; readonly appendix: number; readonly items: number }) {
  const { store, state } = usePane();
  const styles = useStyles();
  const words = CLARITY_WORDS[state.language];
  const name = words.clarity[clarity];
  if (share === null) {
    return (
      <span className={styles.none} role="img" aria-label={words.none(name)} title={words.noColumn}>
        –
      </span>
    );
  }
  const { filter } = state;
  const pressed = filter.clarity?.clarity === clarity && filter.clarity.appendix === appendix;
  const told = words.score(name, shareText(share), unclear, items);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={told}
      title={told}
      className={mergeClasses(styles.score, pressed && styles.pressed)}
      onClick={() => store.setFilter({ ...filter, clarity: pressed ? null : { clarity, appendix }, ignored: false })}
    >
      {shareText(share)}
      <span className={mergeClasses(styles.bar, share < 1 && styles.partly)} style={{ width: `${share * 100}%` }} />
    </button>
  );
}
