import { CannotMove } from "./cannotMove";
import type { LineShift } from "./lineShift";
import { moveComments, moveDrawing, moveFormulas, moveNoteShapes, moveTable } from "./movedParts";
import type { NewLineLooks } from "./movedRows";
import { moveSheet } from "./movedSheet";
import { namesSheet } from "./references";
import type { Outline, Parts, SheetEntry } from "./package";
import { withoutPart } from "./packageEdit";
import { withRecalculation } from "./recalculation";
import { withoutSharedFormulas } from "./sharedFormulas";

/** Kinds of parts that a sheet may relate to when its lines move: each is followed here, or does not speak of places. */
const FOLLOWED: ReadonlySet<string> = new Set([
  "drawing", "vmlDrawing", "comments", "threadedComment", "table", "hyperlink", "printerSettings", "image", "customProperty",
]);
const CELL_FORMULAS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "f"]);
const TABLE_FORMULAS: ReadonlySet<string> = new Set(["calculatedColumnFormula", "totalsRowFormula"]);

/**
 * Takes lines out of a sheet and puts new ones in, with everything that speaks of its cells: formulas, merges, conditional formats,
 * validations, links, filters, notes, drawings, tables, defined names, charts.
 * @param computed true when the workbook has formulas: then it asks to be computed anew.
 * @returns null when something in the workbook could not follow (a reference to what goes, a pivot table, a note on the line …).
 */
export function moveLines(parts: Parts, outline: Outline, sheet: SheetEntry, shift: LineShift, looks: NewLineLooks, computed: boolean): Parts | null {
  let next = parts;
  const change = (part: string, rewrite: (bytes: Uint8Array) => Uint8Array): void => {
    const before = next.read(part);
    const after = rewrite(before);
    if (after !== before) next = next.with(new Map([[part, after]]));
  };
  try {
    if (parts.names().some((name) => /^xl\/(pivotCache|pivotTables|queryTables|externalLinks|macrosheets)\//.test(name))) return null;
    change(sheet.part, (bytes) => moveSheet(withoutSharedFormulas(bytes, sheet.part, () => true), sheet, shift, looks));
    const own = new Set<string>();
    for (const { type, target, external } of parts.relationships(sheet.part)) {
      if (external) continue;
      if (!FOLLOWED.has(type)) return null;
      const part = parts.find(target);
      if (part === null) continue;
      own.add(part);
      if (type === "drawing") change(part, (bytes) => moveDrawing(bytes, part, shift));
      else if (type === "vmlDrawing") change(part, (bytes) => moveNoteShapes(bytes, shift));
      else if (type === "comments" || type === "threadedComment") change(part, (bytes) => moveComments(bytes, part, shift));
      else if (type === "table") change(part, (bytes) => moveTable(bytes, part, shift));
    }
    const follow = (part: string, elements: ReadonlySet<string>): void => change(part, (bytes) => moveFormulas(bytes, part, elements, sheet.name, shift));
    for (const other of outline.sheets) {
      if (other === sheet) continue;
      change(other.part, (bytes) => withoutSharedFormulas(bytes, other.part, (text) => namesSheet(text, sheet.name)));
      follow(other.part, CELL_FORMULAS);
    }
    follow(outline.workbookPart, new Set(["definedName"]));
    for (const part of parts.names()) {
      if (/^xl\/charts\/chart[^/]*\.xml$/.test(part)) follow(part, new Set(["f"]));
      else if (/^xl\/tables\/[^/]*\.xml$/.test(part) && !own.has(part)) follow(part, TABLE_FORMULAS);
    }
  } catch (cause) {
    if (cause instanceof CannotMove) return null;
    throw cause;
  }
  if (!computed) return next;
  // The chain names cells with formulas by their places, and a wrong one is a damaged file to Excel; it makes a new one.
  for (const { type, target } of parts.relationships(outline.workbookPart)) {
    const chain = type === "calcChain" ? parts.find(target) : null;
    if (chain !== null) next = withoutPart(next, outline.workbookPart, chain);
  }
  change(outline.workbookPart, (bytes) => withRecalculation(bytes, outline.workbookPart));
  return next;
}
