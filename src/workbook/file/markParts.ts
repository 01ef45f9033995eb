import { MINIMAL_STYLES, withMarkFormats, withMarks, withoutMarkFormats, withoutMarks } from "./markPatch";
import type { MarkedArea } from "./marking";
import { relationshipPart, type Outline, type Parts } from "./package";
import { spliced } from "./splices";
import { Tags } from "./tags";

/**
 * The parts with exactly these marks shown, and those of before taken away.
 * @param marks by index of the sheet; an empty list takes all marks away.
 */
export function applyMarks(parts: Parts, outline: Outline, marks: readonly (readonly MarkedArea[])[]): Parts {
  const changes = new Map<string, Uint8Array>();
  const wanted = marks.some((ofSheet) => ofSheet.length > 0);
  let next = parts;
  let stylesPart = outline.stylesPart;
  if (stylesPart === null && wanted) ({ parts: next, stylesPart } = withStyles(parts, outline));
  let formats = { error: 0, warning: 0, info: 0 };
  if (stylesPart !== null) {
    const before = next.read(stylesPart);
    let after = withoutMarkFormats(before, stylesPart);
    if (wanted) ({ bytes: after, formats } = withMarkFormats(after, stylesPart));
    if (!same(before, after)) changes.set(stylesPart, after);
  }
  outline.sheets.forEach(({ part }, i) => {
    const before = next.read(part);
    const after = withMarks(withoutMarks(before, part), part, marks[i] ?? [], formats);
    if (!same(before, after)) changes.set(part, after);
  });
  return next.with(changes);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]));
}

/** Gives a workbook that has no styles part an empty one. */
function withStyles(parts: Parts, outline: Outline): { parts: Parts; stylesPart: string } {
  const folder = outline.workbookPart.slice(0, outline.workbookPart.lastIndexOf("/") + 1);
  let stylesPart = `${folder}styles.xml`;
  for (let i = 1; parts.find(stylesPart) !== null; i++) stylesPart = `${folder}styles${i}.xml`;
  const relationships = parts.find(relationshipPart(outline.workbookPart)) ?? relationshipPart(outline.workbookPart);
  const ids = new Set(parts.relationships(outline.workbookPart).map(({ id }) => id));
  let id = "rIdStyles";
  for (let i = 1; ids.has(id); i++) id = `rIdStyles${i}`;
  const types = parts.find("[Content_Types].xml") ?? "[Content_Types].xml";
  const changes = new Map([
    [stylesPart, new TextEncoder().encode(MINIMAL_STYLES)],
    [
      relationships,
      beforeEnd(parts.read(relationships), relationships, (prefix) =>
        `<${prefix}Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="/${stylesPart}"/>`,
      ),
    ],
    [
      types,
      beforeEnd(parts.read(types), types, (prefix) =>
        `<${prefix}Override PartName="/${stylesPart}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`,
      ),
    ],
  ]);
  return { parts: parts.with(changes), stylesPart };
}

/** The part with something more at the end of its root element. */
function beforeEnd(bytes: Uint8Array, part: string, text: (prefix: string) => string): Uint8Array {
  const tags = new Tags(bytes, part);
  if (!tags.next()) throw tags.broken();
  const prefix = tags.prefix();
  if (tags.isEmpty()) throw tags.broken();
  tags.toClosing();
  return spliced(bytes, [{ start: tags.start, end: tags.start, text: text(prefix) }]);
}
