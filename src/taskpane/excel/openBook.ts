import type { ExcelBook } from "./excelHost";
import { describeExcel } from "./office/describeExcel";
import { officeReady } from "./office/office";

/** The workbook that the page stands beside, and what is known of the Excel around it. */
export interface OpenBook {
  readonly book: ExcelBook;
  /** Lines for the details of a failure. */
  readonly environment: readonly string[];
}

/**
 * Reaches the workbook once Excel answers. What works with it is fetched meanwhile, apart from what the pane shows first.
 * @throws OfficeFailure that says why it cannot be reached.
 */
export async function openBook(): Promise<OpenBook> {
  const [source, { ExcelWorkbook }] = await Promise.all([officeReady, import("../../workbook/excel/excelWorkbook")]);
  return { book: new ExcelWorkbook(), environment: describeExcel(source) };
}
