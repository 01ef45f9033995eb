import { formatAddress } from "./address";
import { displayText, type CellValue, type Grid } from "./grid";
import type { SheetLayout } from "./layout";

/** The grid that a layout becomes when its sheet is added: what a reader would find there, without the sheet. */
export function gridOfLayout(layout: SheetLayout): Grid {
  const values: CellValue[][] = [];
  const formulas = new Set<string>();
  for (const [row, { cells }] of layout.rows.entries()) {
    const line: CellValue[] = [];
    for (const { column, value, formula } of cells) {
      while (line.length <= column) line.push(null);
      line[column] = value;
      if (formula !== undefined) formulas.add(formatAddress(row, column));
    }
    while (line.length > 0 && line[line.length - 1] === null) line.pop();
    values.push(line);
  }
  return {
    sheet: layout.name,
    visibility: "visible",
    origin: { row: 0, column: 0 },
    values,
    texts: values.map((row) => row.map(displayText)),
    merges: layout.merges,
    formulas,
  };
}
