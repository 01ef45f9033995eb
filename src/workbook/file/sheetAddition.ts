import type { SheetLayout } from "../../grid/layout";
import { WorkbookFailure } from "../failure";
import type { CellStyle } from "../look";
import { sheetName } from "../sheetName";
import { readCellStyles } from "./cellStyles";
import { digitPixels } from "./columnWidth";
import { withStyles } from "./markParts";
import { newSheetXml, printNames } from "./newSheet";
import { NumberFormats } from "./numberFormat";
import type { Outline, Parts } from "./package";
import { isStrict, withPart } from "./packageEdit";
import { spliced, type Splice } from "./splices";
import { StyleBook } from "./styleBook";
import { escapeXml, Tags } from "./tags";
import { child, childrenOf, flag } from "./tree";

const WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
/** What stands before the defined names in a workbook part (CT_Workbook). */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "absPath", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences",
]);

/** A workbook with one more sheet. */
export interface Addition {
  readonly parts: Parts;
  readonly outline: Outline;
  readonly formats: NumberFormats;
}

/**
 * Puts a new worksheet after the last tab: its part, its styles behind those that are there, its print area and titles as names.
 * @throws WorkbookFailure when the structure of the workbook is locked, or a part of it is broken.
 */
export function addSheetPart(before: Parts, outline: Outline, layout: SheetLayout): Addition {
  const { workbookPart } = outline;
  const workbook = before.tree(workbookPart);
  if (flag(child(workbook, "workbookProtection")?.attributes["lockStructure"], false)) throw new WorkbookFailure("structure-locked");
  const tabs = childrenOf(child(workbook, "sheets"), "sheet").map(({ attributes }) => attributes);
  const name = sheetName(layout.name, tabs.map((tab) => tab["name"] ?? ""));

  const styled = outline.stylesPart === null ? withStyles(before, outline) : { parts: before, stylesPart: outline.stylesPart };
  const { stylesPart } = styled;
  const book = new StyleBook(styled.parts.read(stylesPart), stylesPart);
  const digit = digitPixels(cellStyles(styled.parts, { ...outline, stylesPart })[0]);
  const strict = isStrict(before, workbookPart);
  // Which styles there are is known before the cells are written: what a date cell stores depends on them.
  for (const { cells } of layout.rows) for (const { style } of cells) book.indexOf(style ?? {}, layout.font);
  book.indexOf({}, layout.font);
  const styles = book.written();
  const formats = new NumberFormats(styles, outline.date1904);
  const xml = newSheetXml(layout, {
    styleOf: (style) => book.indexOf(style, layout.font),
    toStored: (style, value) => formats.toStored(style, value),
    digit,
    strict,
  });

  const folder = `${workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1)}worksheets/`;
  let number = tabs.length + 1;
  while (styled.parts.find(`${folder}sheet${number}.xml`) !== null) number++;
  const part = `${folder}sheet${number}.xml`;
  const added = withPart(styled.parts, { source: workbookPart, type: "worksheet", name: part, contentType: WORKSHEET, content: xml });
  const sheetId = tabs.reduce((most, tab) => Math.max(most, Number(tab["sheetId"] ?? 0) || 0), 0) + 1;
  const names = printNames(layout.page, name).map((defined) => ({ ...defined, tab: tabs.length }));
  const tab = { name, sheetId, relationship: added.id, relations: strict ? STRICT_RELATIONS : RELATIONS };
  const bytes = withTab(added.parts.read(workbookPart), workbookPart, tab, names);
  return {
    parts: added.parts.with(new Map([[stylesPart, styles], [workbookPart, bytes]])),
    outline: { ...outline, stylesPart, sheets: [...outline.sheets, { name, part, tab: tabs.length, visibility: "visible" }] },
    formats,
  };
}

/** The cell styles of a workbook; those of a workbook without any when the styles cannot be read, because a sheet can be used without its looks. */
export function cellStyles(parts: Parts, { stylesPart, themePart }: Pick<Outline, "stylesPart" | "themePart">): readonly CellStyle[] {
  try {
    return readCellStyles(stylesPart === null ? null : parts.tree(stylesPart), themePart === null ? null : parts.tree(themePart));
  } catch (cause) {
    if (!(cause instanceof WorkbookFailure)) throw cause;
    return readCellStyles(null, null);
  }
}

interface Tab {
  readonly name: string;
  readonly sheetId: number;
  /** Id of the relationship to its part. */
  readonly relationship: string;
  /** Namespace of relationship ids. */
  readonly relations: string;
}

interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
  /** The tab that the name belongs to. */
  readonly tab: number;
}

/** The workbook part with one more tab at the end and names that belong to it. */
function withTab(bytes: Uint8Array, part: string, tab: Tab, names: readonly DefinedName[]): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  if (!tags.next()) throw tags.broken();
  const prefix = tags.prefix();
  // Some programs declare the prefix on each tab instead of the workbook.
  const declared = tags.attribute("xmlns:r") === tab.relations ? "" : ` xmlns:r="${tab.relations}"`;
  const item = `<${prefix}sheet${declared} name="${escapeXml(tab.name)}" sheetId="${tab.sheetId}" r:id="${tab.relationship}"/>`;
  let namesAt = -1;
  let hasSheets = false;
  let hasNames = false;
  while (tags.next() && !tags.closes()) {
    if (tags.is("sheets")) {
      hasSheets = true;
      splices.push(atEnd(tags, prefix, item));
    } else if (tags.is("definedNames")) {
      hasNames = true;
      if (names.length > 0) splices.push(...amongNames(tags, prefix, names));
    }
    const before = BEFORE_NAMES.has(tags.name());
    tags.toClosing();
    if (before) namesAt = tags.end;
  }
  if (!hasSheets) throw tags.broken();
  if (!hasNames && names.length > 0) {
    splices.push({ start: namesAt, end: namesAt, text: `<${prefix}definedNames>${names.map((defined) => nameXml(prefix, defined)).join("")}</${prefix}definedNames>` });
  }
  return spliced(bytes, splices);
}

/** From an opening tag: what puts something more at the end of its element; the tags end on the closing one. */
function atEnd(tags: Tags, prefix: string, text: string): Splice {
  const name = tags.name();
  if (tags.isEmpty()) return { start: tags.end - 2, end: tags.end, text: `>${text}</${prefix}${name}>` };
  tags.toClosing();
  return { start: tags.start, end: tags.start, text };
}

/** Names stand in the order of the alphabet, and equal ones in the order of their tabs, as Excel writes them. */
function amongNames(tags: Tags, prefix: string, names: readonly DefinedName[]): readonly Splice[] {
  if (tags.isEmpty()) return [atEnd(tags, prefix, names.map((defined) => nameXml(prefix, defined)).join(""))];
  const left = [...names].sort((a, b) => (a.name < b.name ? -1 : 1));
  const splices: Splice[] = [];
  while (tags.next() && !tags.closes()) {
    const { start } = tags;
    const name = (tags.attribute("name") ?? "").toLowerCase();
    tags.toClosing();
    while (left[0] !== undefined && left[0].name.toLowerCase() < name) splices.push({ start, end: start, text: left.splice(0, 1).map((defined) => nameXml(prefix, defined)).join("") });
  }
  if (left.length > 0) splices.push({ start: tags.start, end: tags.start, text: left.map((defined) => nameXml(prefix, defined)).join("") });
  return splices;
}

function nameXml(prefix: string, { name, refersTo, tab }: DefinedName): string {
  return `<${prefix}definedName name="${name}" localSheetId="${tab}">${escapeXml(refersTo)}</${prefix}definedName>`;
}
