import { strToU8, zipSync } from "fflate";
import { formatAddress } from "../src/grid/address";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const VERBS = ["Xây dựng", "Triển khai", "Rà soát", "Hoàn thiện", "Tổ chức", "Phối hợp", "Bảo đảm", "Cập nhật"];
const THINGS = ["kế hoạch", "hạ tầng số", "cơ sở dữ liệu", "hồ sơ điện tử", "dịch vụ công trực tuyến", "lớp tập huấn", "quy chế", "danh mục"];
const PLACES = ["trên địa bàn xã", "tại các thôn", "trong cơ quan", "cho người dân", "theo hướng dẫn của tỉnh"];
const UNITS = ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công", "Công an xã"];
const DEADLINES = ["Năm 2025", "Quý IV/2025", "Thường xuyên", "Tháng 9/2025", "Trước ngày 20/12/2025"];

/**
 * An .xlsx of one sheet, rows of ten columns as appendices have them: two numbers, a task of its own on each row, and texts that recur.
 * The texts are shared strings, as Excel writes them. The same for the same number of rows.
 */
export function vietnameseWorkbook(rows: number): Uint8Array {
  const strings: string[] = [];
  const indices = new Map<string, number>();
  const shared = (text: string): number => {
    const known = indices.get(text);
    if (known !== undefined) return known;
    indices.set(text, strings.length);
    return strings.push(text) - 1;
  };
  const pick = (list: readonly string[], seed: number): string => list[seed % list.length] ?? "";
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const task = `${pick(VERBS, row)} ${pick(THINGS, row * 7 + 3)} ${pick(PLACES, row * 3)}, đợt ${row + 1}`;
    const cells: (string | number)[] = [
      row + 1,
      (row % 25) + 1,
      task,
      `Đồng chí phụ trách lĩnh vực ${(row * 11) % 97}`,
      pick(UNITS, row),
      `${pick(UNITS, row + 1)}; ${pick(UNITS, row + 2)}`,
      `Báo cáo kết quả ${pick(THINGS, row)}`,
      pick(DEADLINES, row),
      `≥${(row * 5) % 100}%`,
      `Ghi chú ${row % 400}`,
    ];
    const xml = cells.map((value, column) => {
      const address = formatAddress(row, column);
      return typeof value === "number" ? `<c r="${address}" s="0"><v>${value}</v></c>` : `<c r="${address}" s="0" t="s"><v>${shared(value)}</v></c>`;
    });
    lines.push(`<row r="${row + 1}" spans="1:10">${xml.join("")}</row>`);
  }
  const items = strings.map((text) => `<si><t>${text.replaceAll("&", "&amp;")}</t></si>`).join("");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zipSync(
    {
      "[Content_Types].xml": strToU8(
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
          `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
          `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
          `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
      ),
      "_rels/.rels": strToU8(
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      "xl/workbook.xml": strToU8(
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><sheets><sheet name="Phụ lục" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
          `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
      "xl/styles.xml": strToU8(
        `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
          '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
          "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
          '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
          '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
          '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
      ),
      "xl/sharedStrings.xml": strToU8(`${HEAD}<sst xmlns="${MAIN}" count="${rows * 8}" uniqueCount="${strings.length}">${items}</sst>`),
      "xl/worksheets/sheet1.xml": strToU8(
        `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:J${rows}"/><sheetData>${lines.join("")}</sheetData></worksheet>`,
      ),
    },
    { level: 6 },
  );
}
