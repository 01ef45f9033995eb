import { ExcelWorkbook } from "../../src/workbook/excel/excelWorkbook";
import { describeWorkbookContract } from "../workbook/contract";
import { ExcelHost } from "./host";
import { modelOfSheets } from "./models";
import { loadExcel } from "./nodeLoader";

describeWorkbookContract("Excel", (sheets) => Promise.resolve(new ExcelWorkbook(loadExcel(new ExcelHost(modelOfSheets(sheets))))));
