import type { Area } from "../grid/area";
import type { LayoutCell, LayoutRow, LayoutStyle } from "../grid/layout";
import type { SheetColumn } from "./columns";
import { BODY_SIZE, textHeight } from "./page";

const STYLE: LayoutStyle = { size: BODY_SIZE, bold: true, horizontal: "center", vertical: "center", wrap: true, border: true };

/**
 * The header of a table: one row, or several where columns share words above ("STT" over "TT" and "Chi tiết"). Shared words are one merged
 * cell across, the others reach down to the last row.
 * @param top the sheet row of the first header row.
 */
export function headerRows(columns: readonly SheetColumn[], top: number): { readonly rows: readonly LayoutRow[]; readonly merges: readonly Area[] } {
  const paths = columns.map((column, index) => pathOf(columns, column, index));
  const depth = Math.max(...paths.map((path) => path.length));
  const merges: Area[] = [];
  const cells: LayoutCell[][] = Array.from({ length: depth }, () => []);
  const heights = new Array<number>(depth).fill(0);
  for (let level = 0; level < depth; level++) {
    for (let at = 0; at < paths.length; ) {
      const path = paths[at] ?? [];
      const words = path[level];
      let next = at + 1;
      if (words === undefined) {
        // A cell that a merged one covers: it still has the table's lines.
        cells[level]?.push({ column: at, value: null, style: STYLE });
        at = next;
        continue;
      }
      const last = level === path.length - 1;
      while (!last && next < paths.length && startsAlike(path, paths[next] ?? [], level)) next++;
      const area = { top: top + level, left: at, bottom: last ? top + depth - 1 : top + level, right: next - 1 };
      if (area.top !== area.bottom || area.left !== area.right) merges.push(area);
      cells[level]?.push({ column: at, value: words, style: STYLE });
      for (let covered = at + 1; covered < next; covered++) cells[level]?.push({ column: covered, value: null, style: STYLE });
      const width = columns.slice(at, next).reduce((sum, column) => sum + column.width, 0);
      const height = textHeight(words, width, { size: BODY_SIZE, bold: true });
      const own = last ? depth - level : 1;
      for (let row = level; row < level + own; row++) heights[row] = Math.max(heights[row] ?? 0, Math.ceil(height / own));
      at = next;
    }
  }
  return { rows: cells.map((row, level) => ({ height: heights[level] ?? 0, cells: row })), merges };
}

/** The words of a column's header; a header above that no other column shares is left out. */
function pathOf(columns: readonly SheetColumn[], { role, header }: SheetColumn, index: number): readonly string[] {
  const [shared, ...rest] = header;
  if (shared === undefined || rest.length === 0) return header;
  if (columns[index - 1]?.header[0] === shared || columns[index + 1]?.header[0] === shared) return header;
  return role === "number" ? [shared] : rest;
}

function startsAlike(path: readonly string[], other: readonly string[], level: number): boolean {
  return other.length > level + 1 && path.slice(0, level + 1).every((words, i) => words === other[i]);
}
