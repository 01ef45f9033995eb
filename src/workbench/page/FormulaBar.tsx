import { Button, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUp16Regular } from "@fluentui/react-icons/svg/chevron-up";
import { useState, type ReactNode } from "react";
import { formatArea, parseArea, type Area } from "../../grid/area";
import { formatPosition } from "../../grid/address";
import type { Selection } from "../grid/selection";
import { moveSelection } from "../grid/selection";
import type { SheetModel } from "../grid/sheetModel";
import type { WorkbenchWords } from "../words";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "stretch",
    flexShrink: 0,
    minHeight: "28px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    width: "92px",
    flexShrink: 0,
    minHeight: "28px",
    height: "28px",
    border: "none",
    borderRadius: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    "& input": { fontVariantNumeric: "tabular-nums" },
  },
  content: {
    flex: 1,
    minWidth: 0,
    padding: "4px 10px",
    lineHeight: "20px",
    height: "28px",
    boxSizing: "border-box",
    overflow: "hidden",
    whiteSpace: "pre",
    textOverflow: "ellipsis",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
  },
  tall: { height: "88px", whiteSpace: "pre-wrap", overflowY: "auto" },
  note: { alignSelf: "center", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, padding: "0 8px", whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis" },
  toggle: { minWidth: "28px", height: "28px", borderRadius: 0 },
});

interface FormulaBarProps {
  readonly words: WorkbenchWords;
  readonly model: SheetModel;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Brings the selected cell into view and takes the keyboard there. */
  readonly onGo: () => void;
}

/** The name of the active cell, into which one can type where to go, and the whole of what it holds. */
export function FormulaBar({ words, model, selection, onSelect, onGo }: FormulaBarProps): ReactNode {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const [tall, setTall] = useState(false);
  const { active } = selection;
  const formula = model.isFormula(active.row, active.column);
  const go = (): void => {
    const area: Area | null = typed === null ? null : parseArea(typed.trim());
    setTyped(null);
    if (area === null || area.bottom >= model.rows || area.right >= model.columns) return;
    onSelect(moveSelection(selection, { kind: "area", area }, model.terrain(1)));
    onGo();
  };
  const shown = formatArea(model.spans.grow({ top: active.row, left: active.column, bottom: active.row, right: active.column }));
  return (
    <div className={styles.bar}>
      <Input
        className={styles.name}
        size="small"
        appearance="filled-lighter"
        aria-label={words.goTo}
        title={shown}
        value={typed ?? formatPosition(active)}
        onFocus={(event) => event.target.select()}
        onChange={(_event, { value }) => setTyped(value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            // The focus moves on now: the rest of this key press must not become typing in the cell.
            event.preventDefault();
            go();
          } else if (event.key === "Escape") setTyped(null);
        }}
      />
      <div className={mergeClasses(styles.content, tall && styles.tall)} role="region" aria-label={words.content} {...(tall ? { tabIndex: 0 } : {})} data-testid="content">
        {tall ? model.text(active.row, active.column) : model.text(active.row, active.column).replaceAll("\n", " ⏎ ")}
      </div>
      {formula ? <div className={styles.note}>{words.formulaNote}</div> : null}
      <Button
        appearance="transparent"
        className={styles.toggle}
        size="small"
        icon={tall ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
        aria-label={tall ? words.collapse : words.expand}
        aria-expanded={tall}
        onClick={() => setTall(!tall)}
      />
    </div>
  );
}
