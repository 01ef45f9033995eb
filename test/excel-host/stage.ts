import type { CellValue } from "../../src/grid/grid";
import type { ExcelEnvironment } from "../../src/workbook/excel/excelClient";
import { ExcelWorkbook } from "../../src/workbook/excel/excelWorkbook";
import { ExcelHost } from "./host";
import { ModelWorkbook } from "./model";
import { loadExcel } from "./nodeLoader";

/** A workbook in the simulated Excel, and the adapter on it. */
export interface Stage {
  readonly host: ExcelHost;
  readonly workbook: ExcelWorkbook;
}

/** Sheets by name, each with its rows from A1 on; a text that begins with "=" is a formula (its result 0, or what `recalculate` makes of it). */
export function stage(sheets: Readonly<Record<string, readonly (readonly (CellValue | undefined)[])[]>>, changes: Partial<ExcelEnvironment> = {}): Stage {
  const model = new ModelWorkbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = model.addSheet(name);
    rows.forEach((cells, row) => cells.forEach((value, column) => sheet.enter(row, column, value ?? "")));
  }
  return onStage(model, changes);
}

/** The adapter on a model. */
export function onStage(model: ModelWorkbook, changes: Partial<ExcelEnvironment> = {}): Stage {
  const host = new ExcelHost(model);
  return { host, workbook: new ExcelWorkbook(loadExcel(host, changes)) };
}

/** Waits until events and what follows from them are done. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) await new Promise((resolve) => setTimeout(resolve, 1));
}
