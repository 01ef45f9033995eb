import { withCell } from "../../grid/edit";
import type { CellValue, Grid } from "../../grid/grid";
import { RowShift } from "./rowShift";

/** A cell to set, in sheet coordinates, with the text that it will show. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly text: string;
}

/** From here on the list of rows is copied once for all cells, instead of once a cell. */
const MANY = 16;

/** The grid with cells set: the same as `withCell` one by one, for the cost of the rows concerned. */
export function withCells(grid: Grid, changes: readonly CellChange[]): Grid {
  let left = changes;
  let next = grid;
  if (changes.length >= MANY) {
    const texts = [...grid.texts];
    const values = [...grid.values];
    const outside: CellChange[] = [];
    const copied = new Map<number, { texts: string[]; values: CellValue[] }>();
    for (const change of changes) {
      const row = change.row - grid.origin.row;
      const column = change.column - grid.origin.column;
      const oldTexts = grid.texts[row];
      const oldValues = grid.values[row];
      if (oldTexts === undefined || oldValues === undefined || column < 0) {
        outside.push(change);
        continue;
      }
      const cells = copied.get(row) ?? { texts: [...oldTexts], values: [...oldValues] };
      copied.set(row, cells);
      while (cells.texts.length <= column) cells.texts.push("");
      while (cells.values.length <= column) cells.values.push(null);
      cells.texts[column] = change.text;
      cells.values[column] = change.value;
    }
    for (const [row, cells] of copied) {
      while (cells.texts.length > 0 && cells.texts.at(-1) === "") cells.texts.pop();
      while (cells.values.length > 0 && cells.values.at(-1) === null) cells.values.pop();
      texts[row] = cells.texts;
      values[row] = cells.values;
    }
    next = { ...grid, texts, values };
    left = outside;
  }
  for (const { row, column, value, text } of left) next = withCell(next, row, column, value, text);
  return next;
}

/** The grid without some rows (zero-based sheet rows): what is below moves up, merges shrink. */
export function withoutRows(grid: Grid, rows: readonly number[]): Grid {
  const shift = new RowShift(rows);
  const { origin, merges } = grid;
  const keep = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => !shift.has(i + origin.row));
  return {
    ...grid,
    origin: { row: shift.row(origin.row), column: origin.column },
    texts: keep(grid.texts),
    values: keep(grid.values),
    ...(merges === undefined
      ? {}
      : {
          merges: merges.flatMap((merge) => {
            const area = shift.area(merge);
            return area === null || (area.top === area.bottom && area.left === area.right) ? [] : [area];
          }),
        }),
  };
}
