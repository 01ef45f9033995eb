import type { Area } from "../../grid/area";
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

/** The merged cells of new columns, where they have come to stand. */
export function newMerges({ newColumns }: Moves, { rows, columns }: Lines): readonly Area[] {
  return newColumns.flatMap(({ merges = [] }, i) =>
    merges.flatMap(({ first, last }): Area[] => {
      const [top, bottom] = rows.stretch(first, last) ?? [0, 0];
      const column = columns.newLines()[i] ?? 0;
      return top === bottom ? [] : [{ top, left: column, bottom, right: column }];
    }),
  );
}

/** A column that came in, and its neighbour with which it is printed. */
export interface PrintedColumn {
  readonly column: number;
  readonly beside: number;
}

/** The new columns that are printed with a neighbour, where they have come to stand. */
export function printedColumns({ newColumns }: Moves, { columns }: Lines): readonly PrintedColumn[] {
  return newColumns.flatMap(({ printed, formatFrom }, i): PrintedColumn[] => {
    const column = columns.newLines()[i] ?? 0;
    return printed === true ? [{ column, beside: formatFrom === "left" ? column - 1 : column + 1 }] : [];
  });
}
