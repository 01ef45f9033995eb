/** @jest-environment jsdom */
import { parseArea, type Area } from "../../grid/area";
import { gridFromRows, type CellValue } from "../../grid/grid";
import type { CellStyle, SheetLook } from "../../workbook/look";
import { SheetModel } from "../grid/sheetModel";
import { copyArea, pasteRows } from "./area";
import { parseHtmlTable } from "./htmlTable";

const style: CellStyle = {
  fontName: "Times New Roman", fontSize: 12, bold: false, italic: false, underline: false, strike: false, color: null, fill: null, border: {},
  horizontal: "general", vertical: "bottom", wrap: true, indent: 0, rotation: 0,
};

function sheet(rows: CellValue[][], merges: string[] = [], hiddenRows: number[] = []): SheetModel {
  const areas = merges.map((text) => parseArea(text)).filter((area): area is Area => area !== null);
  const look: SheetLook = {
    sheet: "A", defaultColumnWidth: 64, defaultRowHeight: 20, columns: [], rowHeights: [], hiddenRows, frozenRows: 0, frozenColumns: 0, showGridLines: true,
    merges: areas, styles: [style], cells: [],
  };
  return new SheetModel({ grid: gridFromRows(rows, { merges: areas }), look }, 1);
}

const area = (text: string): Area => parseArea(text)!;

describe("copyArea", () => {
  const model = sheet([["STT", null, "Nội dung"], ["TT", "Chi tiết", null], [1, 1, "một\nhai"]], ["A1:B1", "C1:C2"], []);

  test("text/plain as Excel writes it", () => {
    expect(copyArea(model, area("A1:C3")).text).toBe('STT\t\tNội dung\r\nTT\tChi tiết\t\r\n1\t1\t"một\nhai"');
  });

  test("text/html keeps merged cells", () => {
    const { html } = copyArea(model, area("A1:C3"));
    expect(html).toContain('colspan="2"');
    expect(html).toContain('rowspan="2"');
    expect(parseHtmlTable(html)).toEqual([["STT", "", "Nội dung"], ["TT", "Chi tiết", ""], ["1", "1", "một\nhai"]]);
  });

  test("hidden rows stay behind", () => {
    expect(copyArea(sheet([["a"], ["b"], ["c"]], [], [1]), area("A1:A3")).text).toBe("a\r\nc");
  });

  test("a whole column ends with what is used", () => {
    expect(copyArea(sheet([["a"], ["b"]]), area("A1:A60")).text).toBe("a\r\nb");
  });
});

describe("pasteRows", () => {
  test("a block goes in from the top left", () => {
    const pasted = pasteRows(sheet([["x"]]), area("B2"), [["1", "b"], ["30%", ""]]);
    expect(pasted.writes).toEqual([
      { row: 1, column: 1, value: 1 },
      { row: 1, column: 2, value: "b" },
      { row: 2, column: 1, value: "30%" },
      { row: 2, column: 2, value: null },
    ]);
    expect(pasted.area).toEqual(area("B2:C3"));
  });

  test("one text fills the selection", () => {
    expect(pasteRows(sheet([["x"]]), area("A1:B2"), [["Quý I/2026"]]).writes.map(({ value }) => value)).toEqual(Array(4).fill("Quý I/2026"));
  });

  test("one text goes once into a merged area", () => {
    expect(pasteRows(sheet([["x"]], ["A1:B2"]), area("A1:B2"), [["y"]]).writes).toEqual([{ row: 0, column: 0, value: "y" }]);
  });

  test("a text for a covered cell is left out and told", () => {
    const pasted = pasteRows(sheet([["x"]], ["A1:B1"]), area("A1"), [["y", "z"], ["1", "2"]]);
    expect(pasted.blocked).toEqual({ row: 0, column: 1 });
    expect(pasted.writes).toHaveLength(3);
  });
});
