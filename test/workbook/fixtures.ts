import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** The parts of an .xlsx by name, inflated. */
export type PartTexts = Readonly<Record<string, string>>;

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A zip of texts. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) files[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(files, { level: 6 });
}

/** The parts of a zip as they come out. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes);
}

/** One part of a zip as text. */
export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes)[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(part);
}

/** The smallest parts of a workbook with one sheet, to change for a test. */
export function minimalParts(sheetXml: string, more: PartTexts = {}): Record<string, string> {
  return {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="Phụ lục" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"]]),
    "xl/worksheets/sheet1.xml": sheetXml,
    ...more,
  };
}

/** A relationship part. */
export function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.includes("/") ? type : `${RELATIONS}/${type}`}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

/** A worksheet part with these rows. */
export function sheetXml(rows: string, tail = "", head = ""): string {
  return `${HEAD}<worksheet ${MAIN} xmlns:r="${RELATIONS}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

/** A workbook of one sheet with these rows of XML. */
export function minimal(rows: string, tail = "", more: PartTexts = {}): Uint8Array {
  return zipOf(minimalParts(sheetXml(rows, tail), more));
}

/** A styles part: number formats by style index (0 is General), and what comes after the cell formats. */
export function stylesXml(patterns: readonly string[] = [], tail = ""): string {
  const formats = patterns.map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("");
  const xfs = patterns.map((_, i) => `<xf numFmtId="${170 + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("");
  return (
    `${HEAD}<styleSheet ${MAIN}>${patterns.length === 0 ? "" : `<numFmts count="${patterns.length}">${formats}</numFmts>`}` +
    '<fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${1 + patterns.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${tail}</styleSheet>`
  );
}

/** The parts of a minimal workbook that has a styles part and, when given, shared strings. */
export function styledParts(sheet: string, styles: string, shared?: string): Record<string, string> {
  const list: [string, string, string][] = [
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "styles", "styles.xml"],
  ];
  if (shared !== undefined) list.push(["rId3", "sharedStrings", "sharedStrings.xml"]);
  return minimalParts(sheet, {
    "xl/_rels/workbook.xml.rels": relationships(list),
    "xl/styles.xml": styles,
    ...(shared === undefined ? {} : { "xl/sharedStrings.xml": `${HEAD}<sst ${MAIN}>${shared}</sst>` }),
  });
}
