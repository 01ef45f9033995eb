import { parseArea } from "../../grid/area";
import { CannotMove } from "./cannotMove";
import type { LineShift } from "./lineShift";
import { markSeverity } from "./marking";
import { moveText, moveValue } from "./movedParts";
import { translated } from "./references";
import type { Splice } from "./splices";
import { Tags, xmlText } from "./tags";

const FORMULAS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2"]);

/**
 * From the opening tag of a conditional format or a validation to its closing one: its areas take in new lines of their format, and its formulas
 * are told from the first cell of the areas.
 * @param formula what a formula of the sheet becomes; null when it cannot follow.
 * @returns false when all of its cells go, and it with them.
 * @throws CannotMove when a formula cannot follow.
 */
export function moveFormat(tags: Tags, target: Splice[], shift: LineShift, formula: (text: string) => string | null): boolean {
  const { start } = tags;
  const name = tags.name();
  const text = tags.attribute("sqref");
  const kept = text === null ? "" : shift.list(text);
  const before = text === null ? null : firstCell(text);
  const isEmpty = tags.isEmpty();
  if (text === null || before === null) throw new CannotMove();
  if (kept === "") {
    tags.toClosing();
    target.push({ start, end: tags.end, text: "" });
    return false;
  }
  const isMark = name === "conditionalFormatting" && holdsMark(tags);
  moveValue(tags, target, () => shift.list(text, !isMark));
  if (isEmpty) return true;
  const after = firstCell(shift.list(text, !isMark));
  // The first cell that stays stands for all: where it was, where it is, and from there to the first cell of the area as it is now.
  const line = (cell: { row: number; column: number }): number => (shift.axis === "row" ? cell.row : cell.column);
  let stays = line(before);
  while (shift.has(stays)) stays++;
  const back = after === null ? 0 : line(after) - shift.line(stays);
  const on = (text: string, lines: number): string | null => (shift.axis === "row" ? translated(text, lines, 0) : translated(text, 0, lines));
  const move = (told: string): string | null => {
    const there = on(told, stays - line(before));
    const moved = there === null ? null : formula(there);
    return moved === null ? null : on(moved, back);
  };
  let depth = 1;
  while (depth > 0) {
    if (!tags.next()) throw tags.broken();
    if (tags.closes()) {
      depth--;
      continue;
    }
    if (tags.is("cfvo") && tags.attribute("type") === "formula" && tags.attribute("val") !== null) moveValue(tags, target, move);
    if (tags.isEmpty()) continue;
    // Ends on the closing tag of the formula.
    if (FORMULAS.has(tags.name())) moveText(tags, target, move);
    else depth++;
  }
  return true;
}

/** The top left of the rectangle around all areas of a list: where the formulas of a format are told from. */
function firstCell(list: string): { readonly row: number; readonly column: number } | null {
  const areas = list.split(/\s+/).filter((piece) => piece !== "").map(parseArea);
  let row = Infinity;
  let column = Infinity;
  for (const area of areas) {
    if (area === null) return null;
    row = Math.min(row, area.top);
    column = Math.min(column, area.left);
  }
  return areas.length === 0 ? null : { row, column };
}

/** Looks ahead, from the opening tag of a conditional format: true when it is one of the product's marks. */
function holdsMark(tags: Tags): boolean {
  const ahead = new Tags(tags.bytes, tags.part, tags.end);
  while (ahead.next() && !(ahead.closes() && ahead.is("conditionalFormatting"))) {
    if (ahead.closes() || ahead.isEmpty() || !ahead.is("formula")) continue;
    const from = ahead.end;
    if (!ahead.next()) return false;
    if (markSeverity(xmlText(ahead.bytes, from, ahead.start)) !== null) return true;
  }
  return false;
}
