import { makeStyles, tokens } from "@fluentui/react-components";
import type { CSSProperties } from "react";
import { displayText } from "../../grid/grid";
import type { LayoutCell, SheetLayout } from "../../grid/layout";

const useStyles = makeStyles({
  scroll: { overflow: "auto", maxHeight: "320px", border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" } },
  // A sheet of paper in any theme.
  sheet: { minWidth: "560px", borderCollapse: "collapse", tableLayout: "fixed", backgroundColor: "#ffffff", color: "#1b1b1b", fontFamily: "'Times New Roman', Times, serif", fontSize: "9px", lineHeight: "11px" },
  cell: { padding: "2px 3px", whiteSpace: "pre-line", overflowWrap: "break-word" },
});

/** The sheet that will be added, as it will look: title lines, header, sections and the rows made ready. */
export function FormPreview({ layout, label }: { readonly layout: SheetLayout; readonly label: string }) {
  const styles = useStyles();
  const total = layout.columnWidths.reduce((sum, width) => sum + width, 0);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.sheet} lang="vi" style={{ width: layout.page.orientation === "landscape" ? "100%" : "560px" }}>
        <colgroup>
          {layout.columnWidths.map((width, index) => (
            <col key={index} style={{ width: `${(width / total) * 100}%` }} />
          ))}
        </colgroup>
        <tbody>
          {layout.rows.map(({ cells }, row) => (
            <tr key={row}>
              {cells.length === 0 && <td className={styles.cell} colSpan={layout.columnWidths.length} />}
              {cells.map((cell) => {
                const merge = layout.merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && cell.column >= left && cell.column <= right);
                if (merge !== undefined && (merge.top !== row || merge.left !== cell.column)) return null;
                return (
                  <td
                    key={cell.column}
                    className={styles.cell}
                    style={lookOf(cell)}
                    rowSpan={merge === undefined ? 1 : merge.bottom - merge.top + 1}
                    colSpan={merge === undefined ? 1 : merge.right - merge.left + 1}
                  >
                    {displayText(cell.value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lookOf({ style }: LayoutCell): CSSProperties {
  return {
    fontWeight: style?.bold === true ? 700 : 400,
    fontStyle: style?.italic === true ? "italic" : "normal",
    textAlign: style?.horizontal ?? "left",
    verticalAlign: "middle",
    ...(style?.border === true ? { border: "1px solid #5c6b6b" } : {}),
    ...((style?.size ?? 12) > 12 ? { fontSize: "10.5px", lineHeight: "13px" } : {}),
  };
}
