import type { CellValue } from "../../grid/grid";
import { cellKey, type CellWrites } from "./cellPatch";
import { columnOf, content, type Moves } from "./judging";
import { LineShift } from "./lineShift";

/** How the lines of a sheet move: rows first, then columns. */
export interface Lines {
  readonly rows: LineShift;
  readonly columns: LineShift;
}

/** The shifts that the moves of a batch make. */
export function shiftsOf({ removedRows, removedColumns, newRows, newColumns }: Moves): Lines {
  const rows = newRows.map(({ insertRow, formatFrom }) => ({ at: insertRow - 1, formatFrom: formatFrom === "above" ? ("before" as const) : ("after" as const) }));
  const columns = newColumns.map(({ insertColumn, formatFrom }) => ({
    at: columnOf(insertColumn) ?? 0,
    formatFrom: formatFrom === "left" ? ("before" as const) : ("after" as const),
  }));
  return { rows: new LineShift("row", [...removedRows], rows), columns: new LineShift("column", [...removedColumns], columns) };
}

/** What new lines hold, at the places where they have come to stand; places across are told as they were before, too. */
export function newContents({ newRows, newColumns }: Moves, { rows, columns }: Lines): CellWrites {
  const writes = new Map<number, CellValue>();
  const write = (row: number, column: number, value: CellValue): void => {
    if (content(value) !== null) writes.set(cellKey(row, column), value);
  };
  newRows.forEach(({ cells }, i) => {
    for (const { column, value } of cells) if (!columns.has(column)) write(rows.newLines()[i] ?? 0, columns.line(column), value);
  });
  newColumns.forEach(({ cells }, i) => {
    for (const { row, value } of cells) if (!rows.has(row)) write(rows.line(row), columns.newLines()[i] ?? 0, value);
  });
  return writes;
}
