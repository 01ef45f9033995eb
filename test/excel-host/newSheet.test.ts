import type { SheetLayout } from "../../src/grid/layout";
import { stage } from "./stage";

const LAYOUT: SheetLayout = {
  name: "Phụ lục mới",
  font: { name: "Times New Roman", size: 13 },
  columnWidths: [5, 40, 20],
  rows: [
    { cells: [{ column: 0, value: "PHỤ LỤC I", style: { bold: true, horizontal: "center", size: 14 } }] },
    { height: 30, cells: [{ column: 0, value: "TT", style: { border: true, fill: "#eeeeee", wrap: true, vertical: "center" } }, { column: 1, value: "Nội dung", style: { border: true } }, { column: 2, value: "Thời gian" }] },
    { cells: [{ column: 0, value: 1, formula: "ROW()-2" }, { column: 1, value: "=không là công thức" }, { column: 2, value: "9/2026", style: { numberFormat: "@" } }] },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
  lists: [{ area: { top: 2, left: 1, bottom: 20, right: 1 }, source: "'Danh mục'!$A$2:$A$30" }],
  page: {
    orientation: "landscape",
    margins: { top: 20, right: 15, bottom: 20, left: 30, header: 10, footer: 10 },
    repeatRows: { first: 1, last: 1 },
    printArea: { top: 0, left: 0, bottom: 20, right: 2 },
    pageNumbers: true,
    fitWidth: 1,
  },
  frozenRows: 2,
};

test("a sheet from a layout holds, looks and prints as told, in three round trips", async () => {
  const { host, workbook } = stage({ I: [["a"]] });
  expect(await workbook.addSheet(LAYOUT)).toBe("Phụ lục mới");
  expect(host.syncs).toBe(3);
  const sheet = host.workbook.sheet("Phụ lục mới");
  expect([sheet.at(0, 0).value, sheet.at(2, 0).formula, sheet.at(2, 1).value, sheet.at(2, 2)]).toEqual(["PHỤ LỤC I", "=ROW()-2", "=không là công thức", { value: "9/2026", numberFormat: "@" }]);
  expect(sheet.at(2, 1).formula).toBeUndefined();
  expect(sheet.merges).toEqual(LAYOUT.merges);
  expect([sheet.columnWidths.get(0), sheet.columnWidths.get(1), sheet.rowHeights.get(1), sheet.frozenRows]).toEqual([30, 213.75, 30, 2]);
  const looks = (address: string): Record<string, unknown> => Object.fromEntries(sheet.looks.filter((look) => look.address === address).map(({ property, value }) => [property, value]));
  expect(looks("A1:XFD1048576")).toEqual({ "font/name": "Times New Roman", "font/size": 13 });
  expect(looks("A1:C1")).toMatchObject({ "font/bold": true, "font/size": 14, horizontalAlignment: "Center" });
  expect(looks("A2")).toMatchObject({ "fill/color": "#eeeeee", wrapText: true, verticalAlignment: "Center", "borders/EdgeTop/style": "Continuous", "borders/EdgeTop/weight": "Thin" });
  expect(sheet.validations).toEqual([
    {
      area: LAYOUT.lists[0]!.area,
      rule: { list: { inCellDropDown: true, source: "='Danh mục'!$A$2:$A$30" } },
      ignoreBlanks: true,
      errorAlert: { showAlert: false, style: "Information", title: "", message: "" },
    },
  ]);
  const { page } = sheet;
  expect(page.get("leftMargin")).toBeCloseTo(85.04, 2);
  expect([page.get("orientation"), page.get("paperSize"), page.get("setPrintTitleRows"), page.get("setPrintArea"), page.get("zoom")]).toEqual(["Landscape", "A4", "$2:$2", "A1:C21", { horizontalFitToPages: 1 }]);
  expect([page.get("firstPageNumber"), page.get("headersFooters/state"), page.get("headersFooters/defaultForAllPages/centerHeader")]).toEqual([1, "FirstAndDefault", '&"Times New Roman,Regular"&13&P']);
});

test("is there all the same where Excel has no printer to lay out pages for", async () => {
  const { host, workbook } = stage({ I: [["a"]] });
  host.faults.refused.set("PageLayout.orientation=", "GeneralException");
  expect(await workbook.addSheet(LAYOUT)).toBe("Phụ lục mới");
  expect(host.workbook.sheet("Phụ lục mới").at(0, 0).value).toBe("PHỤ LỤC I");
});

test("cannot be added where the structure of the workbook is locked, which is told", async () => {
  const { host, workbook } = stage({ I: [["a"]] });
  host.faults.refused.set("WorksheetCollection.add", "AccessDenied");
  await expect(workbook.addSheet(LAYOUT)).rejects.toMatchObject({ code: "structure-locked" });
  expect(await workbook.undo()).toBeNull();
  expect(host.hearsEvents).toBe(true);
});

test("is not taken back once somebody has worked on it", async () => {
  const { host, workbook } = stage({ I: [["a"]] });
  await workbook.addSheet(LAYOUT);
  host.type("Phụ lục mới", "B9", "của người dùng");
  expect(await workbook.undo()).toEqual({ cells: [] });
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["I", "Phụ lục mới"]);
  expect(await workbook.undo()).toBeNull();
});

test("what was done on it is done again on the sheet that is added again", async () => {
  const { host, workbook } = stage({ I: [["a"]] });
  await workbook.addSheet(LAYOUT);
  await workbook.applyEdits([{ sheet: "Phụ lục mới", cell: "B9", expected: null, value: "x" }]);
  await workbook.readGrids();
  await workbook.applyEdits([{ sheet: "Phụ lục mới", cell: "B9", expected: null, value: "x" }]);
  await workbook.undo();
  await workbook.undo();
  expect(host.workbook.sheets).toHaveLength(1);
  await workbook.redo();
  await workbook.redo();
  expect(host.workbook.sheet("Phụ lục mới").at(8, 1).value).toBe("x");
});
