import ExcelJS from "exceljs";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { describeWorkbookContract, type ContractSheet } from "./contract";

async function fileOf(sheets: readonly ContractSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, cells, formulas = {}, merges = [], hidden = false } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? "hidden" : "visible" });
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
    for (const [address, { formula, value }] of Object.entries(formulas)) sheet.getCell(address).value = { formula, result: value as number };
    for (const merge of merges) sheet.mergeCells(merge);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describeWorkbookContract(".xlsx file", async (sheets) => openWorkbook(await fileOf(sheets)));
