import { deflateSync } from "fflate";
import type { WorkbookFailureCode } from "../../src/workbook/failure";
import { crc32 } from "../../src/workbook/file/archive";
import { minimal, minimalParts, sheetXml, zipOf } from "./fixtures";

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string): number[] => Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat();
const row = '<row r="1"><c r="A1"><v>1</v></c></row>';

function changed(part: string, content: string | null, xml = sheetXml(row)): Uint8Array {
  const parts: Record<string, string> = minimalParts(xml);
  if (content === null) Reflect.deleteProperty(parts, part);
  else parts[part] = content;
  return zipOf(parts);
}

/** Two tests share one bomb: packing it takes longer than all else here. */
const packs = new Map<Uint8Array, { data: Uint8Array; crc: number }>();

function packed(content: Uint8Array): { data: Uint8Array; crc: number } {
  const known = packs.get(content) ?? { data: deflateSync(content, { level: 1 }), crc: crc32(content) };
  if (content.length > 1_000_000) packs.set(content, known);
  return known;
}

/** One entry deflated, as a local header and its central record: for zips that no writer would make. */
function rawZip(entries: readonly { name: string; content: Uint8Array; declared?: number; flags?: number }[]): Uint8Array {
  const out: number[] = [];
  const central: number[] = [];
  const u16 = (n: number): number[] => [n & 255, (n >> 8) & 255];
  const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];
  for (const { name, content, declared = content.length, flags = 0 } of entries) {
    const { data, crc } = packed(content);
    const bytes = [...new TextEncoder().encode(name)];
    const common = [...u16(20), ...u16(flags), ...u16(8), ...u32(0), ...u32(crc), ...u32(data.length), ...u32(declared), ...u16(bytes.length), ...u16(0)];
    central.push(...u32(0x02014b50), ...u16(20), ...common, ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(out.length), ...bytes);
    out.push(...u32(0x04034b50), ...common, ...bytes);
    for (const byte of data) out.push(byte);
  }
  const start = out.length;
  return Uint8Array.from([...out, ...central, ...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(entries.length), ...u16(entries.length), ...u32(central.length), ...u32(start), ...u16(0)]);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function entriesWith(extra: readonly { name: string; content: Uint8Array; flags?: number }[]): Uint8Array {
  const parts = Object.entries(minimalParts(sheetXml(row))).map(([name, content]) => ({ name, content: utf8(content) }));
  return rawZip([...parts, ...extra]);
}

let bombSheet: Uint8Array | null = null;

/** A sheet with one text of 200 MB. */
function bomb(declared?: number): Uint8Array {
  if (bombSheet === null) {
    const [open = "", close = ""] = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>|</t></is></c></row>').split("|");
    bombSheet = new Uint8Array(200 * 1024 * 1024 + close.length).fill(65);
    bombSheet.set(utf8(open));
    bombSheet.set(utf8(close), bombSheet.length - close.length);
  }
  const sheet = { name: "xl/worksheets/sheet1.xml", content: bombSheet };
  const others = Object.entries(minimalParts("")).filter(([name]) => name !== sheet.name);
  return rawZip([...others.map(([name, content]) => ({ name, content: utf8(content) })), declared === undefined ? sheet : { ...sheet, declared }]);
}

/** Files that are refused, each with the code of its reason. Used by the tests, and by the bench that measures time and memory. */
export const BAD: readonly [name: string, code: WorkbookFailureCode, make: () => Uint8Array][] = [
  ["no bytes", "empty-file", () => new Uint8Array(0)],
  ["a web page named .xlsx", "not-a-workbook", () => utf8("<html><table></table></html>")],
  ["a Word document", "not-a-workbook", () => zipOf({ "word/document.xml": "<w/>", "_rels/.rels": minimalParts("")["_rels/.rels"]!.replace("xl/workbook", "word/document") })],
  ["a zip of something else", "not-a-workbook", () => zipOf({ "a.txt": "a" })],
  ["an old .xls", "old-format", () => Uint8Array.from([...CFB, ...new Array<number>(600).fill(0), ...utf16("Workbook")])],
  ["a file with a password", "encrypted", () => Uint8Array.from([...CFB, ...new Array<number>(600).fill(0), ...utf16("EncryptedPackage")])],
  ["a zip with a password", "encrypted", () => entriesWith([{ name: "x", content: utf8("x"), flags: 1 }])],
  ["a zip cut short", "truncated", () => minimal(row).slice(0, 900)],
  ["a byte turned inside", "damaged", () => {
    const bytes = rawZip(Object.entries(minimalParts(sheetXml(row))).map(([name, content]) => ({ name, content: utf8(content) })));
    const at = new TextDecoder("latin1").decode(bytes).indexOf("sheet1.xml", 400) + 40;
    bytes[at] = bytes[at]! ^ 0x55;
    return bytes;
  }],
  ["no worksheet", "no-sheets", () => changed("xl/workbook.xml", minimalParts("")["xl/workbook.xml"]!.replace(/<sheet .*\/>/, ""))],
  ["the workbook part missing", "missing-part", () => changed("xl/workbook.xml", null)],
  ["a sheet's part missing", "missing-part", () => changed("xl/worksheets/sheet1.xml", null)],
  ["a string that the table does not have", "damaged", () => minimal('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')],
  ["a sheet that ends in the middle", "broken-xml", () => changed("xl/worksheets/sheet1.xml", sheetXml(row).slice(0, -30))],
  ["a tag without end", "broken-xml", () => changed("xl/worksheets/sheet1.xml", sheetXml('<row r="1"><c r="A1"'))],
  ["a number that is none", "broken-xml", () => minimal('<row r="1"><c r="A1"><v>abc</v></c></row>')],
  ["a row beyond the last", "broken-xml", () => minimal('<row r="1048577"><c><v>1</v></c></row>')],
  ["a broken workbook part", "broken-xml", () => changed("xl/workbook.xml", "<workbook><sheets></workbook>")],
  ["an entity in a sheet", "unsafe-xml", () => changed("xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml(row).slice(55)}`)],
  ["an entity in the workbook part", "unsafe-xml", () => changed("xl/workbook.xml", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${minimalParts("")["xl/workbook.xml"]!.slice(56)}`)],
  ["a name that climbs", "unsafe-name", () => entriesWith([{ name: "xl/../../x", content: utf8("x") }])],
  ["a name from the root", "unsafe-name", () => entriesWith([{ name: "/etc/x", content: utf8("x") }])],
  ["a name with a drive", "unsafe-name", () => entriesWith([{ name: "C:\\x", content: utf8("x") }])],
  ["a name twice", "unsafe-name", () => entriesWith([{ name: "xl/workbook.xml", content: utf8("x") }])],
  ["200 MB in a small file", "overblown", () => bomb()],
  ["200 MB that say that they are 100 bytes", "overblown", () => bomb(100)],
  ["thousands of entries", "too-large", () => zipOf({ ...minimalParts(sheetXml(row)), ...Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`x${i}`, ""])) })],
  ["far cells in every row", "too-many-cells", () => minimal(Array.from({ length: 500 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(""))],
  ["too many merges", "too-many-cells", () => minimal(row, `<mergeCells>${Array.from({ length: 20_001 }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`).join("")}</mergeCells>`)],
];

/** Odd but honest files, which are read. */
export const ODD = {
  farCell: () => minimal(`${row}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`),
  giantMerge: () => minimal(row, '<mergeCells count="1"><mergeCell ref="A1:XFD2000"/></mergeCells>'),
  columnValidation: () =>
    minimal(row, '<dataValidations count="1"><dataValidation type="list" sqref="A1:A1048576"><formula1>"x,y"</formula1></dataValidation></dataValidations>'),
  mergesOverMerges: () => minimal(row, `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`),
  styledEmptyRows: () => minimal(`${row}<row r="1048576" s="0" customFormat="1"/>`),
} satisfies Record<string, () => Uint8Array>;
