import type { PrintedColumn } from "./lines";
import { moveText } from "./movedParts";
import { mapReferences } from "./references";
import { spliced, type Splice } from "./splices";
import { Tags } from "./tags";

/** Excel's own name for what is printed of a sheet (ECMA-376 part 1, 18.2.5). */
const PRINT_AREA = "_xlnm.Print_Area";

/**
 * The workbook part with new columns of a sheet printed: an area that ends with their neighbour takes them in. A sheet of which all is
 * printed has no such area, and one that a formula computes is left alone.
 */
export function withPrinted(bytes: Uint8Array, part: string, sheet: string, columns: readonly PrintedColumn[]): Uint8Array {
  if (columns.length === 0) return bytes;
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  while (tags.next()) {
    if (tags.closes() || tags.isEmpty() || !tags.is("definedName") || tags.attribute("name") !== PRINT_AREA) continue;
    moveText(tags, splices, (text) => columns.reduce((area, column) => widened(area, sheet.toLowerCase(), column), text));
  }
  return spliced(bytes, splices);
}

function widened(text: string, name: string, { column, beside }: PrintedColumn): string {
  // Areas alone have brackets only in the quoted name of the sheet.
  if (text.replace(/'(?:[^']|'')*'/g, "").includes("(")) return text;
  const wider = mapReferences(text, ({ sheet, ends }) => {
    const [a, b = a] = ends;
    if (sheet !== name || a === undefined || b === undefined || a.column === null || b.column === null) return ends;
    const [left, right] = a.column <= b.column ? [a, b] : [b, a];
    if (beside < column) return right.column === beside ? [left, { ...right, column }] : ends;
    return left.column === beside ? [{ ...left, column }, right] : ends;
  });
  return wider ?? text;
}
