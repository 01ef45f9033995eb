import { MINIMAL_STYLES, withMarkFormats, withMarks, withoutMarkFormats, withoutMarks } from "./markPatch";
import type { MarkedArea } from "./marking";
import type { Outline, Parts } from "./package";
import { withPart } from "./packageEdit";

const STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

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
export function withStyles(parts: Parts, outline: Outline): { parts: Parts; stylesPart: string } {
  const folder = outline.workbookPart.slice(0, outline.workbookPart.lastIndexOf("/") + 1);
  let stylesPart = `${folder}styles.xml`;
  for (let i = 1; parts.find(stylesPart) !== null; i++) stylesPart = `${folder}styles${i}.xml`;
  const added = withPart(parts, { source: outline.workbookPart, type: "styles", name: stylesPart, contentType: STYLES, content: MINIMAL_STYLES });
  return { parts: added.parts, stylesPart };
}
