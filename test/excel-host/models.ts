import { formatAddress, parseAddress } from "../../src/grid/address";
import { textAt, valueAt, type CellValue, type Grid } from "../../src/grid/grid";
import type { ContractSheet } from "../workbook/contract";
import { areaOf, ModelWorkbook, shownText } from "./model";

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** A model of the sheets of a contract test. */
export function modelOfSheets(sheets: readonly ContractSheet[]): ModelWorkbook {
  const workbook = new ModelWorkbook();
  for (const { name, cells, formulas = {}, merges = [], hidden = false } of sheets) {
    const sheet = workbook.addSheet(name);
    sheet.visibility = hidden ? "Hidden" : "Visible";
    sheet.merges = merges.map(areaOf);
    for (const [address, value] of Object.entries(cells)) {
      const { row, column } = place(address);
      sheet.put(row, column, { value });
    }
    for (const [address, { formula, value }] of Object.entries(formulas)) {
      const { row, column } = place(address);
      sheet.put(row, column, { value, formula: `=${formula}` });
    }
  }
  return workbook;
}

/** A model of sheets as they were read of a file: values, shown texts, formulas (their results are what the file holds) and merged areas. */
export function modelOfGrids(grids: readonly Grid[]): ModelWorkbook {
  const workbook = new ModelWorkbook();
  for (const grid of grids) {
    const sheet = workbook.addSheet(grid.sheet);
    sheet.visibility = VISIBILITY[grid.visibility];
    sheet.merges = [...(grid.merges ?? [])];
    grid.values.forEach((values, y) =>
      values.forEach((_, x) => {
        const [row, column] = [grid.origin.row + y, grid.origin.column + x];
        const value: CellValue = valueAt(grid, row, column);
        if (value === null) return;
        const text = textAt(grid, row, column);
        const formula = grid.formulas?.has(formatAddress(row, column)) === true ? { formula: "=NA()" } : {};
        sheet.put(row, column, { value, ...formula, ...(text === shownText({ value }) ? {} : { text }) });
      }),
    );
    for (const address of grid.formulas ?? []) {
      const { row, column } = place(address);
      if (sheet.at(row, column).formula === undefined) sheet.put(row, column, { value: null, formula: "=NA()" });
    }
  }
  return workbook;
}

function place(address: string): { row: number; column: number } {
  const position = parseAddress(address);
  if (position === null) throw new Error(`no address: ${address}`);
  return position;
}
