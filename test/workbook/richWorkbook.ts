import ExcelJS from "exceljs";
import { partsOf, relationships, zipOf } from "./fixtures";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

/** One transparent pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/**
 * A workbook with much besides cells: a picture, names, print titles and area, a validation, conditional formats, links, a note and a
 * threaded comment with its persons, a chart, a custom XML part, printer settings. Sheet "Phụ lục I" has a header in rows 3 and 4 and items
 * in rows 5 to 9; nothing in it is a formula.
 */
export async function richWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Phụ lục I", { views: [{ state: "frozen", ySplit: 4, xSplit: 1 }], properties: { defaultRowHeight: 18 } });
  sheet.columns = [{ width: 6 }, { width: 52 }, { width: 18 }, { width: 16, hidden: true }];
  sheet.mergeCells("A1:D1");
  sheet.getCell("A1").value = { richText: [{ text: "PHỤ LỤC I", font: { bold: true } }, { text: ": NHIỆM VỤ" }] };
  sheet.getCell("A1").style = { font: { name: "Times New Roman", size: 14, bold: true }, alignment: { horizontal: "center", vertical: "middle", wrapText: true } };
  sheet.mergeCells("A3:A4");
  ["TT", "Nội dung", "Chủ trì", "Thời gian"].forEach((text, i) => (sheet.getRow(3).getCell(i + 1).value = text));
  for (let row = 5; row <= 9; row++) {
    const cells = [row - 4, `Nhiệm vụ số ${row - 4}`, "Phòng Kinh tế", new Date(Date.UTC(2025, 8, row))];
    cells.forEach((value, i) => {
      const cell = sheet.getRow(row).getCell(i + 1);
      cell.value = value;
      cell.border = { top: { style: "thin" }, left: { style: "thin" }, bottom: { style: "medium", color: { argb: "FFFF0000" } }, right: { style: "dotted" } };
      if (i === 3) cell.numFmt = "dd/mm/yyyy";
    });
  }
  sheet.getRow(6).height = 30;
  sheet.getRow(7).hidden = true;
  sheet.getCell("B5").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFF00" } };
  sheet.getCell("C9").dataValidation = { type: "list", allowBlank: true, formulae: ['"Phòng Kinh tế,Công an xã"'] };
  sheet.getCell("B8").note = "Xem lại";
  sheet.getCell("B9").value = { text: "Nhiệm vụ số 5", hyperlink: "https://example.org/" };
  sheet.addConditionalFormatting({
    ref: "A5:A9",
    rules: [{ type: "expression", formulae: ["$A5>3"], priority: 1, style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FF00FF00" } } } }],
  });
  sheet.pageSetup.printTitlesRow = "3:4";
  sheet.pageSetup.printArea = "A1:D9";
  workbook.definedNames.add("'Phụ lục I'!$B$5:$B$9", "NhiemVu");
  sheet.addImage(workbook.addImage({ base64: PIXEL, extension: "png" }), { tl: { col: 5, row: 6 }, ext: { width: 20, height: 20 } });
  const second = workbook.addWorksheet("Biểu đồ");
  second.getCell("A1").value = "Số liệu";
  const parts: Record<string, string | Uint8Array> = { ...partsOf(new Uint8Array(await workbook.xlsx.writeBuffer())) };
  const text = (name: string): string => {
    const part = parts[name];
    if (part === undefined) throw new Error(`exceljs wrote no ${name}`);
    return typeof part === "string" ? part : new TextDecoder().decode(part);
  };
  const insert = (name: string, before: string, more: string): void => {
    const whole = text(name);
    if (!whole.includes(before)) throw new Error(`${name} has no ${before}`);
    parts[name] = whole.replace(before, more + before);
  };

  insert("xl/worksheets/sheet2.xml", "</worksheet>", `<drawing xmlns:r="${OFFICE}" r:id="rIdChart"/>`);
  parts["xl/worksheets/_rels/sheet2.xml.rels"] = relationships([["rIdChart", "drawing", "../drawings/drawingChart.xml"]]);
  parts["xl/drawings/drawingChart.xml"] =
    `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>` +
    "<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>" +
    "<xdr:to><xdr:col>8</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>18</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>" +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Biểu đồ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic>` +
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>";
  parts["xl/drawings/_rels/drawingChart.xml.rels"] = relationships([["rId1", "chart", "../charts/chart1.xml"]]);
  parts["xl/charts/chart1.xml"] =
    `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>` +
    "<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:val><c:numRef><c:f>'Phụ lục I'!$A$5:$A$9</c:f></c:numRef></c:val></c:ser>" +
    '<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>' +
    '<c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';

  insert("xl/worksheets/_rels/sheet1.xml.rels", "</Relationships>",
    '<Relationship Id="rIdThread" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>');
  const threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
  parts["xl/threadedComments/threadedComment1.xml"] =
    `${HEAD}<ThreadedComments xmlns="${threads}"><threadedComment ref="B8" dT="2025-09-19T08:00:00.00" personId="{11111111-1111-1111-1111-111111111111}" ` +
    'id="{22222222-2222-2222-2222-222222222222}"><text>Đề nghị xem lại</text></threadedComment></ThreadedComments>';
  parts["xl/persons/person.xml"] = `${HEAD}<personList xmlns="${threads}"><person displayName="Cán bộ" id="{11111111-1111-1111-1111-111111111111}" userId="x" providerId="None"/></personList>`;
  insert("xl/_rels/workbook.xml.rels", "</Relationships>",
    '<Relationship Id="rIdPerson" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/>' +
    `<Relationship Id="rIdCustom" Type="${OFFICE}/customXml" Target="../customXml/item1.xml"/>`);
  parts["customXml/item1.xml"] = "<b:more xmlns:b=\"urn:x\">của tiện ích khác</b:more>";
  const type = "application/vnd.openxmlformats-officedocument";
  insert("[Content_Types].xml", "</Types>",
    `<Override PartName="/xl/drawings/drawingChart.xml" ContentType="${type}.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="${type}.drawingml.chart+xml"/>` +
    '<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>' +
    '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>');
  return zipOf(parts);
}
