import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { RowView, TargetsView } from "../../review/targets";
import { useFieldStyles } from "../controls/useFieldStyles";
import { usePane } from "../paneContext";
import { rowsToPick } from "./targetRows";
import { TARGET_WORDS } from "./words";

const useStyles = makeStyles({
  picker: { display: "grid", gap: tokens.spacingVerticalXS, padding: tokens.spacingVerticalXS, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2 },
  list: { display: "grid", gap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: "none" },
  row: {
    appearance: "none",
    width: "100%",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "left",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  place: { color: tokens.colorNeutralForeground3 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** Picks the row above that goes with a row here: the near ones, or any other by a few of its words. */
export function RowPicker({ view, rowId, kind, matched, onDone }: { readonly view: TargetsView; readonly rowId: string; readonly kind: RowView["kind"]; readonly matched: boolean; readonly onDone: () => void }) {
  const { store, state } = usePane();
  const styles = useStyles();
  const field = useFieldStyles();
  const words = TARGET_WORDS[state.language];
  const [typed, setTyped] = useState("");
  const rows = useMemo(() => rowsToPick(view, rowId, kind, typed), [view, rowId, kind, typed]);
  const pick = (aboveId: string | null): void => {
    onDone();
    void store.chooseTarget(rowId, aboveId);
  };
  return (
    <div className={styles.picker}>
      <input type="search" className={field.field} aria-label={words.search} placeholder={words.searchPlaceholder} value={typed} autoFocus onChange={(event) => setTyped(event.currentTarget.value)} />
      <ul className={styles.list} aria-label={words.results}>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className={styles.row} lang="vi" onClick={() => pick(row.id)}>
              {row.name} <span className={styles.place}>({row.sheet}, {row.cell})</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <div className={field.hint}>{words.noResults}</div>}
      <div className={styles.actions}>
        {matched && (
          <Button size="small" onClick={() => pick(null)}>
            {words.unmatch}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
