import { textAt, valueAt, type CellValue, type Grid } from "../../src/grid/grid";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";
import { minimal, minimalParts, relationships, sheetXml, styledParts, stylesXml, zipOf } from "./fixtures";

async function only(bytes: Uint8Array): Promise<Grid> {
  const [grid, ...more] = await (await openWorkbook(bytes)).readGrids();
  expect(more).toEqual([]);
  return grid!;
}

const cell = (xml: string): Promise<Grid> => only(minimal(`<row r="1">${xml}</row>`));

describe("cells", () => {
  test.each<[name: string, xml: string, value: CellValue, text: string]>([
    ["a number", '<c r="A1"><v>12</v></c>', 12, "12"],
    ["a fraction as it is stored", '<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004, "0.3"],
    ["a number in scientific form", '<c r="A1"><v>1.5E-3</v></c>', 0.0015, "0.0015"],
    ["a negative number", '<c r="A1"><v>-7</v></c>', -7, "-7"],
    ["a logical value", '<c r="A1" t="b"><v>1</v></c>', true, "TRUE"],
    ["an error", '<c r="A1" t="e"><v>#REF!</v></c>', "#REF!", "#REF!"],
    ["an inline text", '<c r="A1" t="inlineStr"><is><t>Xã</t></is></c>', "Xã", "Xã"],
    ["rich inline runs", '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Phòng </t></r><r><t>Kinh tế</t></r></is></c>', "Phòng Kinh tế", "Phòng Kinh tế"],
    ["a phonetic reading left out", '<c r="A1" t="inlineStr"><is><t>một</t><rPh sb="0" eb="1"><t>hai</t></rPh></is></c>', "một", "một"],
    ["a text that a formula gave", '<c r="A1" t="str"><f>B1</f><v>kết quả</v></c>', "kết quả", "kết quả"],
    ["references of XML", '<c r="A1" t="inlineStr"><is><t>a &amp; b &lt;c&gt; &#x1EC7;&#10;d</t></is></c>', "a & b <c> ệ\nd", "a & b <c> ệ\nd"],
    ["a CDATA section", '<c r="A1" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>', "a<b", "a<b"],
    ["line ends made one", '<c r="A1" t="inlineStr"><is><t>a\r\nb\rc</t></is></c>', "a\nb\nc", "a\nb\nc"],
    ["Excel's own escapes", '<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', "a\rb_x0041_", "a\rb_x0041_"],
    ["spaces at the ends", '<c r="A1" t="inlineStr"><is><t xml:space="preserve">  a </t></is></c>', "  a ", "  a "],
    ["beyond the first plane", '<c r="A1" t="inlineStr"><is><t>😀 xã</t></is></c>', "😀 xã", "😀 xã"],
    ["a date in ISO form", '<c r="A1" t="d"><v>2025-09-19</v></c>', 45919, "45919"],
    ["an empty text", '<c r="A1" t="inlineStr"><is><t></t></is></c>', null, ""],
    ["a style alone", '<c r="A1" s="0"/>', null, ""],
    ["a comment inside", '<c r="A1"><!-- x --><v>5</v></c>', 5, "5"],
  ])("%s", async (_, xml, value, text) => {
    const grid = await cell(xml);
    expect(valueAt(grid, 0, 0)).toEqual(value);
    expect(textAt(grid, 0, 0)).toBe(text);
  });

  test("a long text with every kind of letter is decoded as a whole", async () => {
    const long = "Ủy ban nhân dân 😀 ".repeat(200);
    expect(valueAt(await cell(`<c r="A1" t="inlineStr"><is><t>${long}</t></is></c>`), 0, 0)).toBe(long);
  });

  test("formulas are told by address, with those that an array formula fills", async () => {
    const grid = await only(minimal('<row r="2"><c r="B2"><f t="array" ref="B2:C2">X</f><v>1</v></c><c r="C2"><v>2</v></c><c r="D2"><v>3</v></c></row>'));
    expect([...grid.formulas!].sort()).toEqual(["B2", "C2"]);
  });
});

describe("number formats", () => {
  test.each<[pattern: string, value: string, text: string]>([
    ["0%", "0.3", "30%"],
    ["0.0%", "0.015", "1.5%"],
    ["dd/mm/yyyy", "45919", "19/09/2025"],
    ["mm/yyyy", "45919", "09/2025"],
    ["#,##0", "1234567", "1,234,567"],
    ['0" năm"', "5", "5 năm"],
    ["00", "7", "07"],
    ["General", "12345", "12345"],
  ])("%s shows %s as %s", async (pattern, value, text) => {
    const bytes = zipOf(styledParts(sheetXml(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`), stylesXml([pattern])));
    expect(textAt(await only(bytes), 0, 0)).toBe(text);
  });

  test("the system's short date is the Vietnamese one", async () => {
    const styles = stylesXml(["0"]).replace('numFmtId="170" fontId', 'numFmtId="14" fontId');
    const bytes = zipOf(styledParts(sheetXml('<row r="1"><c r="A1" s="1"><v>45919</v></c></row>'), styles));
    expect(textAt(await only(bytes), 0, 0)).toBe("19/09/2025");
  });

  test("days counted from 1904 become days counted from 1900, and go back so", async () => {
    const parts = styledParts(sheetXml('<row r="1"><c r="A1" s="1"><v>44457</v></c><c r="B1"><v>5</v></c></row>'), stylesXml(["dd/mm/yyyy"]));
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
    const workbook = await openWorkbook(zipOf(parts));
    const [grid] = await workbook.readGrids();
    expect(valueAt(grid!, 0, 0)).toBe(45919);
    expect(textAt(grid!, 0, 0)).toBe("19/09/2025");
    expect(valueAt(grid!, 0, 1)).toBe(5);
    await workbook.applyEdits([{ sheet: "Phụ lục", cell: "A1", expected: 45919, value: 45920 }]);
    const again = await only(workbook.save());
    expect(textAt(again, 0, 0)).toBe("20/09/2025");
  });
});

describe("shapes of files", () => {
  test("shared strings, rich ones too", async () => {
    const shared = "<si><t>một</t></si><si><r><t>h</t></r><r><t>ai</t></r></si>";
    const bytes = zipOf(styledParts(sheetXml('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'), stylesXml(), shared));
    expect((await only(bytes)).texts).toEqual([["hai", "một"]]);
  });

  test("rows and cells without an address follow one another", async () => {
    const grid = await only(minimal('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="B4"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>'));
    expect(grid.values).toEqual([[1, null, 3], [], [], [null, 5, 6], [7]]);
  });

  test("a main namespace with a prefix", async () => {
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Xã</x:t></x:is></x:c>' +
      '</x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>';
    const workbook = await openWorkbook(zipOf(minimalParts(xml)));
    const [grid] = await workbook.readGrids();
    expect(textAt(grid!, 0, 0)).toBe("Xã");
    expect(grid!.merges).toHaveLength(1);
    await workbook.applyEdits([{ sheet: "Phụ lục", cell: "A1", expected: "Xã", value: "Phường" }, { sheet: "Phụ lục", cell: "A3", expected: null, value: "mới" }]);
    await workbook.showMarks([{ sheet: "Phụ lục", cell: "A1", severity: "error" }]);
    const again = await openWorkbook(workbook.save());
    expect((await again.readGrids())[0]!.texts).toEqual([["Phường"], [], ["mới"]]);
    expect(again.marksShown()).toHaveLength(1);
  });

  test("targets with a leading slash, part names in another case, a part in UTF-16", async () => {
    const parts: Record<string, string | Uint8Array> = minimalParts("");
    delete parts["xl/worksheets/sheet1.xml"];
    const text = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Huế</t></is></c></row>').replace("UTF-8", "UTF-16");
    parts["xl/worksheets/Sheet1.xml"] = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).buffer);
    parts["xl/_rels/workbook.xml.rels"] = relationships([["rId1", "worksheet", "/xl/worksheets/sheet1.xml"]]);
    const workbook = await openWorkbook(zipOf(parts));
    expect((await workbook.readGrids())[0]!.texts).toEqual([["Huế"]]);
    await workbook.applyEdits([{ sheet: "Phụ lục", cell: "A1", expected: "Huế", value: "Vinh" }]);
    expect((await only(workbook.save())).texts).toEqual([["Vinh"]]);
  });

  test("tabs in their order, hidden ones told, chart sheets stepped over", async () => {
    const parts = minimalParts(sheetXml(""), {
      "xl/worksheets/b.xml": sheetXml('<row r="1"><c r="A1"><v>2</v></c></row>'),
      "xl/chartsheets/sheet1.xml": "<chartsheet/>",
      "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "worksheet", "worksheets/b.xml"], ["rId3", "chartsheet", "chartsheets/sheet1.xml"]]),
    });
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace(
      /<sheets>.*<\/sheets>/,
      '<sheets><sheet name="B &amp; C" sheetId="9" state="veryHidden" r:id="rId2"/><sheet name="Biểu đồ" sheetId="3" r:id="rId3"/><sheet name="A" sheetId="1" r:id="rId1"/></sheets>',
    );
    const grids = await (await openWorkbook(zipOf(parts))).readGrids();
    expect(grids.map(({ sheet, visibility, texts }) => [sheet, visibility, texts])).toEqual([["B & C", "veryHidden", [["2"]]], ["A", "visible", []]]);
  });

  test("merged areas are rectangles, and what lies under them is not there", async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row>';
    const grid = await only(minimal(rows, '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'));
    expect(grid.values).toEqual([[1, null, 3]]);
    expect(grid.texts).toEqual([["1", "", "3"]]);
    expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });

  test("the origin is the first row and column that hold something", async () => {
    const grid = await only(minimal('<row r="3"><c r="C3" s="0"/><c r="D3"><v>1</v></c></row><row r="4"><c r="E4"><v>2</v></c></row><row r="9"><c r="A9"/></row>'));
    expect(grid.origin).toEqual({ row: 2, column: 3 });
    expect(grid.values).toEqual([[1], [null, 2]]);
  });

  test("tells how far it is", async () => {
    const seen: number[] = [];
    await openWorkbook(minimal('<row r="1"><c r="A1"><v>1</v></c></row>'), { onProgress: (fraction) => seen.push(fraction) });
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });
});
