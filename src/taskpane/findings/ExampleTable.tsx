import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { formatAddress } from "../../grid/address";
import { contains, parseArea, type Area } from "../../grid/area";
import { displayText, type CellValue } from "../../grid/grid";
import type { Severity } from "../../grid/mark";
import { SLIP, useSeverityStyles } from "../controls/SeverityIcon";
import { useHiddenStyles } from "../controls/useHiddenStyles";
import { usePane } from "../paneContext";

const useStyles = makeStyles({
  scroll: { overflowX: "auto", border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusSmall, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase200, backgroundColor: tokens.colorNeutralBackground1 },
  cell: { minWidth: "28px", maxWidth: "180px", padding: "2px 4px", verticalAlign: "top", border: `1px solid ${tokens.colorNeutralStroke2}`, whiteSpace: "pre-line" },
  flagged: { outline: `2px solid ${tokens.colorStatusDangerBorder2}`, outlineOffset: "-2px" },
});

/** A small table of an example, the cells that the rule flags highlighted. Row 1, column A is the first cell. */
export function ExampleTable({
  rows,
  merges,
  flagged,
  severity,
  label,
}: {
  readonly rows: readonly (readonly (CellValue | undefined)[])[];
  /** Merged areas, "A4:B4". */
  readonly merges: readonly string[];
  readonly flagged: readonly string[];
  readonly severity: Severity;
  readonly label: string;
}) {
  const { words } = usePane();
  const styles = useStyles();
  const slip = useSeverityStyles();
  const { hidden } = useHiddenStyles();
  const areas = merges.flatMap((merge) => parseArea(merge) ?? []);
  const flags = new Set(flagged);
  const width = Math.max(1, ...rows.map((row) => row.length), ...flagged.map((cell) => (parseArea(cell)?.right ?? 0) + 1));
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} lang="vi">
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {Array.from({ length: width }, (_, c) => {
                const merge: Area | undefined = areas.find((area) => contains(area, r, c));
                if (merge !== undefined && (merge.top !== r || merge.left !== c)) return null;
                const isFlagged = flags.has(formatAddress(r, c));
                return (
                  <td
                    key={c}
                    rowSpan={merge === undefined ? 1 : merge.bottom - merge.top + 1}
                    colSpan={merge === undefined ? 1 : merge.right - merge.left + 1}
                    className={mergeClasses(styles.cell, isFlagged && slip[SLIP[severity]], isFlagged && styles.flagged)}
                  >
                    {displayText(row[c] ?? null)}
                    {isFlagged && <span className={hidden}> ({words.rule.flagged})</span>}
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
