import fc from "fast-check";
import { formatAddress } from "../../src/grid/address";
import { contains } from "../../src/grid/area";
import { SEVERITIES, type Mark } from "../../src/grid/mark";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { parseTree, type Element } from "../../src/workbook/file/tree";
import { minimal, partsOf, partText, sheetXml, styledParts, stylesXml, zipOf } from "./fixtures";

const SHEET = "Phụ lục";
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const ONE: readonly Mark[] = [{ sheet: SHEET, cell: "A1", severity: "error" }];
const DXF = '<dxf><font><b/></font></dxf>';

function same(a: Uint8Array, b: Uint8Array): void {
  const before = partsOf(a);
  const after = partsOf(b);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const name of Object.keys(before)) expect([name, new TextDecoder().decode(after[name])]).toEqual([name, new TextDecoder().decode(before[name])]);
}

describe("marks come and go without a trace", () => {
  test.each([
    ["no list of formats", ""],
    ["an empty list", '<dxfs count="0"/>'],
    ["an empty list without a count", "<dxfs/>"],
    ["an empty list with an end", '<dxfs count="0"></dxfs>'],
    ["a list", `<dxfs count="1">${DXF}</dxfs>`],
    ["a list without a count", `<dxfs>${DXF}</dxfs>`],
    ["a list over several lines", `\n<dxfs count='2'>\n  ${DXF}\n  ${DXF}\n</dxfs>\n`],
  ])("styles with %s", async (_, list) => {
    const bytes = zipOf(styledParts(sheetXml(ROWS), stylesXml([], list)));
    const first = await openWorkbook(bytes);
    await first.showMarks(ONE);
    const marked = await openWorkbook(first.save());
    expect(marked.marksShown()).toEqual([{ sheet: SHEET, severity: "error", area: { top: 0, left: 0, bottom: 0, right: 0 } }]);
    await marked.showMarks([...ONE, { sheet: SHEET, cell: "B2", severity: "info" }]);
    const twice = await openWorkbook(marked.save());
    expect(partText(marked.save(), "xl/styles.xml").match(/phuluc:marks /g)).toHaveLength(3);
    expect(await twice.clearMarks()).toBe(2);
    same(bytes, twice.save());
  });

  test.each([
    ["nothing after the cells", ""],
    ["a merge and a page set-up", '<mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>'],
    ["formats of the user", '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="7"><formula>A1&gt;0</formula></cfRule></conditionalFormatting><dataValidations count="0"/>'],
  ])("a sheet with %s", async (_, tail) => {
    const bytes = zipOf(styledParts(sheetXml(ROWS, tail), stylesXml()));
    const workbook = await openWorkbook(bytes);
    await workbook.showMarks(ONE);
    const saved = workbook.save();
    const xml = partText(saved, "xl/worksheets/sheet1.xml");
    const order = ["</sheetData>", "mergeCells", "phuluc:", "dataValidations", "pageMargins"].map((word) => xml.lastIndexOf(word)).filter((at) => at >= 0);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const again = await openWorkbook(saved);
    await again.clearMarks();
    same(bytes, again.save());
  });

  test("a workbook without styles gets some, and its sheet comes back as it was", async () => {
    const bytes = minimal(ROWS);
    const workbook = await openWorkbook(bytes);
    await workbook.showMarks(ONE);
    const again = await openWorkbook(workbook.save());
    expect(again.marksShown()).toHaveLength(1);
    await again.clearMarks();
    expect(partText(again.save(), "xl/worksheets/sheet1.xml")).toBe(partText(bytes, "xl/worksheets/sheet1.xml"));
  });

  test("a mark's rule that another program put beside the user's goes alone", async () => {
    const mine = '<cfRule type="expression" dxfId="0" priority="2"><formula>N("phuluc:error")=0</formula></cfRule>';
    const theirs = '<cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule>';
    const make = (rules: string): Uint8Array => zipOf(styledParts(sheetXml(ROWS, `<conditionalFormatting sqref="A1">${rules}</conditionalFormatting>`), stylesXml([], `<dxfs count="1">${DXF}</dxfs>`)));
    const workbook = await openWorkbook(make(theirs + mine));
    expect(await workbook.clearMarks()).toBe(1);
    same(make(theirs), workbook.save());
  });
});

describe("which cells are marked", () => {
  test("a list for one save leaves the workbook's own marks as they are", async () => {
    const workbook = await openWorkbook(minimal(ROWS));
    const saved = await openWorkbook(workbook.save({ marks: ONE }));
    expect(saved.marksShown()).toHaveLength(1);
    expect(workbook.marksShown()).toEqual([]);
  });

  test("a mark on a merged cell covers all of it and counts once", async () => {
    const workbook = await openWorkbook(minimal(ROWS, '<mergeCells count="1"><mergeCell ref="A1:C3"/></mergeCells>'));
    await workbook.showMarks(ONE);
    expect(workbook.marksShown().map(({ area }) => area)).toEqual([{ top: 0, left: 0, bottom: 2, right: 2 }]);
    expect(await (await openWorkbook(workbook.save())).clearMarks()).toBe(1);
  });

  test("any set of marks is covered exactly, each cell by its gravest", async () => {
    const mark = fc.record({ row: fc.nat(6), column: fc.nat(6), severity: fc.constantFrom(...SEVERITIES) });
    await fc.assert(
      fc.asyncProperty(fc.array(mark, { maxLength: 60 }), async (list) => {
        const workbook = await openWorkbook(minimal(ROWS));
        const gravest = new Map<string, string>();
        for (const severity of [...SEVERITIES].reverse()) for (const one of list) if (one.severity === severity) gravest.set(formatAddress(one.row, one.column), severity);
        await workbook.showMarks(list.map(({ row, column, severity }) => ({ sheet: SHEET, cell: formatAddress(row, column), severity })));
        const again = await openWorkbook(workbook.save());
        const areas = again.marksShown();
        for (let row = 0; row < 8; row++) {
          for (let column = 0; column < 8; column++) {
            const over = areas.filter(({ area }) => contains(area, row, column)).map(({ severity }) => severity);
            const wanted = gravest.get(formatAddress(row, column));
            expect(over).toEqual(wanted === undefined ? [] : [wanted]);
          }
        }
        expect(await again.clearMarks()).toBe(gravest.size);
      }),
      { numRuns: 60 },
    );
  });

  test("thousands of marks are few formats", async () => {
    const workbook = await openWorkbook(minimal(ROWS));
    const marks: Mark[] = Array.from({ length: 5000 }, (_, i) => ({ sheet: SHEET, cell: formatAddress(i, i % 2), severity: "warning" }));
    await workbook.showMarks([...marks, ...marks.map((mark, i) => ({ ...mark, cell: formatAddress(i, 5) }))]);
    const xml = partText(workbook.save(), "xl/worksheets/sheet1.xml");
    expect(xml.match(/<conditionalFormatting/g)!.length).toBeLessThanOrEqual(11);
  });
});

test("an extension holds one element, as the schema wants (CT_Extension)", async () => {
  const workbook = await openWorkbook(zipOf(styledParts(sheetXml(ROWS), stylesXml([], `<dxfs count="1">${DXF}</dxfs>`))));
  await workbook.showMarks(ONE);
  const styles = parseTree(partsOf(workbook.save())["xl/styles.xml"]!, "styles");
  const extensions: Element[] = [];
  const collect = (element: Element): void => {
    if (element.name === "ext") extensions.push(element);
    element.children.forEach(collect);
  };
  collect(styles);
  expect(extensions.map(({ children }) => children.length)).toEqual([1, 1, 1]);
});
