import { formatArea } from "../../grid/area";
import { SEVERITIES, type Severity } from "../../grid/mark";
import { markFormula, markSeverity, type MarkedArea } from "./marking";
import { spliced, type Splice } from "./splices";
import { escapeXml, Tags, xmlText } from "./tags";

/** Names the product's differential formats in the styles part, by the schema's own place for such (ECMA-376 part 1, 18.2.10). */
const EXTENSION = "{6D3F3B5E-57C1-4B0F-9B5C-706875C16C75}";
const NAMESPACE = "urn:phuluc:marks";
const PREFIX = "phuluc:";

/**
 * How a mark looks: a light fill for the screen, and besides it a font and a kind of line that tell the severities apart on a black and
 * white print.
 */
const LOOKS: Record<Severity, { readonly font: string; readonly fill: string; readonly line: string; readonly ink: string }> = {
  error: { font: "<b/>", fill: "FFFFC7CE", line: "thin", ink: "FF9C0006" },
  warning: { font: "<i/>", fill: "FFFFE699", line: "dashed", ink: "FF7F4F00" },
  info: { font: "", fill: "FFDDEBF7", line: "dotted", ink: "FF1F4E79" },
};

/** One conditional format names this many rectangles at most; Excel itself writes as many. */
const RANGES = 500;

/** What a worksheet's elements before the conditional formats are called, in the order of the schema (CT_Worksheet). */
const BEFORE_FORMATS: ReadonlySet<string> = new Set([
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
  "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
]);

/** The worksheet part without the product's conditional formats. */
export function withoutMarks(bytes: Uint8Array, part: string): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  toSheetDataEnd(tags);
  while (tags.next()) {
    if (tags.closes()) continue;
    if (!tags.is("conditionalFormatting")) {
      tags.toClosing();
      continue;
    }
    const { start } = tags;
    let rules = 0;
    const ours: Splice[] = [];
    if (!tags.isEmpty()) {
      let depth = 1;
      let ruleStart = 0;
      let isOurs = false;
      while (depth > 0) {
        if (!tags.next()) throw tags.broken();
        if (tags.closes()) {
          depth--;
          if (tags.is("cfRule")) {
            rules++;
            if (isOurs) ours.push({ start: ruleStart, end: tags.end, text: "" });
          }
        } else {
          if (tags.is("cfRule")) {
            ruleStart = tags.start;
            isOurs = false;
            if (tags.isEmpty()) rules++;
          } else if (tags.is("formula") && !tags.isEmpty()) {
            const from = tags.end;
            if (!tags.next()) throw tags.broken();
            isOurs ||= markSeverity(xmlText(bytes, from, tags.start)) !== null;
            continue;
          }
          if (!tags.isEmpty()) depth++;
        }
      }
    }
    // Another program may have put a mark's rule and one of the user's under one list of cells.
    if (ours.length > 0) splices.push(...(ours.length === rules ? [{ start, end: tags.end, text: "" }] : ours));
  }
  return spliced(bytes, splices);
}

/**
 * The worksheet part with marks shown: a few conditional formats after the user's own and of lower priority, so that what the user
 * formats by condition stays as it was.
 * @param formats index of the differential format of each severity.
 */
export function withMarks(bytes: Uint8Array, part: string, marks: readonly MarkedArea[], formats: Readonly<Record<Severity, number>>): Uint8Array {
  if (marks.length === 0) return bytes;
  const tags = new Tags(bytes, part);
  let priority = 0;
  let at = -1;
  let prefix = "";
  let depth = 0;
  while (tags.next()) {
    if (tags.closes()) {
      depth--;
      // A closing tag at depth 1 closes a child of the worksheet.
      if (depth === 1 && BEFORE_FORMATS.has(tags.name())) at = tags.end;
      continue;
    }
    if (tags.is("cfRule")) priority = Math.max(priority, Number(tags.attribute("priority") ?? 0) || 0);
    if (tags.is("sheetData")) {
      prefix = tags.prefix();
      tags.toClosing();
      at = tags.end;
    } else if (tags.isEmpty()) {
      if (depth === 1 && BEFORE_FORMATS.has(tags.name())) at = tags.end;
    } else depth++;
  }
  if (at < 0) throw tags.broken();
  let text = "";
  for (const severity of SEVERITIES) {
    const areas = marks.filter((mark) => mark.severity === severity).map(({ area }) => formatArea(area));
    for (let i = 0; i < areas.length; i += RANGES) {
      priority++;
      text +=
        `<${prefix}conditionalFormatting sqref="${areas.slice(i, i + RANGES).join(" ")}">` +
        `<${prefix}cfRule type="expression" dxfId="${formats[severity]}" priority="${priority}">` +
        `<${prefix}formula>${escapeXml(markFormula(severity))}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`;
    }
  }
  return spliced(bytes, [{ start: at, end: at, text }]);
}

function toSheetDataEnd(tags: Tags): void {
  while (tags.next()) {
    if (tags.closes() || !tags.is("sheetData")) continue;
    tags.toClosing();
    return;
  }
  throw tags.broken();
}

/** Where the differential formats of a styles part stand. */
interface FormatList {
  readonly prefix: string;
  /** Place of the list, or where one goes. */
  readonly start: number;
  readonly end: number;
  /** The list's opening tag as written; "" when there is no list. */
  readonly open: string;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly items: readonly { readonly start: number; readonly end: number; readonly ours: Severity | null; readonly was: string | null }[];
}

/** What stands before the differential formats in a styles part (CT_Stylesheet). */
const BEFORE_LIST: ReadonlySet<string> = new Set(["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"]);

function findFormats(bytes: Uint8Array, part: string): FormatList {
  const tags = new Tags(bytes, part);
  let at = -1;
  let prefix = "";
  while (tags.next()) {
    if (tags.closes()) continue;
    if (tags.is("styleSheet")) {
      prefix = tags.prefix();
      at = tags.end;
      if (tags.isEmpty()) throw tags.broken();
      continue;
    }
    if (!tags.is("dxfs")) {
      const before = BEFORE_LIST.has(tags.name());
      tags.toClosing();
      if (before) at = tags.end;
      continue;
    }
    const { start, end: openEnd } = tags;
    const open = new TextDecoder().decode(bytes.subarray(start, openEnd));
    const items: FormatList["items"][number][] = [];
    if (tags.isEmpty()) return { prefix, start, end: openEnd, open, openEnd, closeStart: openEnd, items };
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) return { prefix, start, end: tags.end, open, openEnd, closeStart: tags.start, items };
      const itemStart = tags.start;
      let ours: Severity | null = null;
      let was: string | null = null;
      let depth = tags.isEmpty() ? 0 : 1;
      while (depth > 0) {
        if (!tags.next()) throw tags.broken();
        if (tags.closes()) depth--;
        else {
          if (tags.is("marks") && tags.prefix() === PREFIX) {
            const severity = tags.attribute("severity");
            ours = SEVERITIES.find((known) => known === severity) ?? null;
          } else if (tags.is("before") && tags.prefix() === PREFIX) was = tags.attribute("dxfs");
          if (!tags.isEmpty()) depth++;
        }
      }
      items.push({ start: itemStart, end: tags.end, ours, was });
    }
  }
  return { prefix, start: at, end: at, open: "", openEnd: at, closeStart: at, items: [] };
}

/**
 * The styles part without the product's differential formats. The list's opening tag comes back as it was written before they were
 * added, so that nothing of a mark remains. Formats that others were added behind stay: their numbers are in use.
 */
export function withoutMarkFormats(bytes: Uint8Array, part: string): Uint8Array {
  const list = findFormats(bytes, part);
  const first = list.items.findIndex(({ ours }) => ours !== null);
  if (first < 0 || list.items.slice(first).some(({ ours }) => ours === null)) return bytes;
  const was = list.items[first]?.was ?? null;
  const gone = was === "" || was?.endsWith("/>") === true;
  // The tag as it was is only right for the formats that it was written for.
  const fits = was !== null && (gone ? first === 0 : (/count="(\d*)"/.exec(was)?.[1] ?? String(first)) === String(first));
  if (fits && gone) return spliced(bytes, [{ start: list.start, end: list.end, text: was }]);
  const open = fits ? was : list.open.replace(/count="\d*"/, `count="${first}"`);
  return spliced(bytes, [
    { start: list.start, end: list.openEnd, text: open },
    { start: list.items[first]?.start ?? list.openEnd, end: list.items.at(-1)?.end ?? list.openEnd, text: "" },
  ]);
}

/** The styles part with a differential format for each severity, and the index of each. */
export function withMarkFormats(bytes: Uint8Array, part: string): { readonly bytes: Uint8Array; readonly formats: Readonly<Record<Severity, number>> } {
  const list = findFormats(bytes, part);
  const known = SEVERITIES.map((severity) => list.items.findIndex(({ ours }) => ours === severity));
  const [error = -1, warning = -1, info = -1] = known;
  if (!known.includes(-1)) return { bytes, formats: { error, warning, info } };
  const count = list.items.length;
  const p = list.prefix;
  const added = SEVERITIES.map((severity, i) => format(p, severity, i === 0 ? list.open : null)).join("");
  const formats = { error: count, warning: count + 1, info: count + 2 };
  const total = count + SEVERITIES.length;
  if (list.open === "" || list.open.endsWith("/>")) {
    return { bytes: spliced(bytes, [{ start: list.start, end: list.end, text: `<${p}dxfs count="${total}">${added}</${p}dxfs>` }]), formats };
  }
  const at = list.items.at(-1)?.end ?? list.openEnd;
  const open = /count="\d*"/.test(list.open) ? list.open.replace(/count="\d*"/, `count="${total}"`) : list.open;
  return {
    bytes: spliced(bytes, [
      { start: list.start, end: list.openEnd, text: open },
      { start: at, end: at, text: added },
    ]),
    formats,
  };
}

/** @param was the list's opening tag before the marks' formats were added; goes into the first of them. */
function format(p: string, severity: Severity, was: string | null): string {
  const { font, fill, line, ink } = LOOKS[severity];
  const tag = (text: string): string => text.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${p}`);
  const sides = ["left", "right", "top", "bottom"].map((side) => `<${side} style="${line}"><color rgb="${ink}"/></${side}>`).join("");
  // An extension holds one element (CT_Extension).
  const name = `${PREFIX}marks`;
  const ours = was === null ? `<${name} severity="${severity}"/>` : `<${name} severity="${severity}"><${PREFIX}before dxfs="${escapeXml(was)}"/></${name}>`;
  return (
    tag(`<dxf><font>${font}<color rgb="${ink}"/></font>`) +
    tag(`<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill>`) +
    tag(`<border>${sides}</border>`) +
    `<${p}extLst><${p}ext uri="${EXTENSION}" xmlns:${PREFIX.slice(0, -1)}="${NAMESPACE}">${ours}</${p}ext></${p}extLst></${p}dxf>`
  );
}

/** A styles part for a workbook that has none: marks need one. */
export const MINIMAL_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';
