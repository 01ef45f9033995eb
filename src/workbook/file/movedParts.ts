import { parseArea } from "../../grid/area";
import { CannotMove } from "./cannotMove";
import type { LineShift } from "./lineShift";
import { spliced, type Splice } from "./splices";
import { escapeXml, Tags, xmlText } from "./tags";

/** From the opening tag of an element that holds only text: the text written anew. */
export function moveText(tags: Tags, splices: Splice[], move: (text: string) => string | null): void {
  const start = tags.end;
  if (!tags.next()) throw tags.broken();
  const before = xmlText(tags.bytes, start, tags.start);
  const after = move(before);
  if (after === null) throw new CannotMove();
  if (after !== before) splices.push({ start, end: tags.start, text: escapeXml(after) });
}

/** The value of the attribute at hand written anew. */
export function moveValue(tags: Tags, splices: Splice[], move: (text: string) => string | null): void {
  const before = tags.value();
  const after = move(before);
  if (after === null) throw new CannotMove();
  if (after !== before) splices.push({ start: tags.valueStart, end: tags.valueEnd, text: escapeXml(after) });
}

/** Formula texts of another part that speak of the sheet by its name. */
export function moveFormulas(bytes: Uint8Array, part: string, elements: ReadonlySet<string>, sheet: string, shift: LineShift): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  const move = (text: string): string | null => shift.formula(text, sheet, false);
  while (tags.next()) {
    if (tags.closes()) continue;
    if (tags.is("hyperlink") && tags.attribute("location") !== null) moveValue(tags, splices, move);
    if (!tags.isEmpty() && elements.has(tags.name())) moveText(tags, splices, move);
  }
  return spliced(bytes, splices);
}

/** Pictures, charts and text boxes: the lines that they are anchored to. Those that move with no cells stay. */
export function moveDrawing(bytes: Uint8Array, part: string, shift: LineShift): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  const element = shift.axis === "row" ? "row" : "col";
  while (tags.next()) {
    if (tags.closes() || tags.isEmpty()) continue;
    if (tags.is("twoCellAnchor") && tags.attribute("editAs") === "absolute") tags.toClosing();
    else if (tags.is(element)) moveText(tags, splices, (text) => String(shift.line(Number(text))));
  }
  return spliced(bytes, splices);
}

/** Notes and threaded comments. A note on a line that goes is somebody's word: the line stays. */
export function moveComments(bytes: Uint8Array, part: string, shift: LineShift): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  while (tags.next()) {
    if (tags.closes() || !(tags.is("comment") || tags.is("threadedComment"))) continue;
    if (tags.attribute("ref") !== null) moveValue(tags, splices, (text) => shift.list(text) || null);
  }
  return spliced(bytes, splices);
}

/** The boxes of notes are VML, which need not be well-formed XML: two known elements are found by their text. */
export function moveNoteShapes(bytes: Uint8Array, shift: LineShift): Uint8Array {
  const before = new TextDecoder().decode(bytes);
  const [element, place] = shift.axis === "row" ? ["Row", 2] : ["Column", 0];
  const after = before
    .replace(new RegExp(`(<x:${element}>\\s*)(\\d+)`, "g"), (_, open: string, line: string) => open + String(shift.line(Number(line))))
    .replace(/(<x:Anchor>)([^<]*)/g, (whole, open: string, list: string) => {
      const numbers = list.split(",");
      if (numbers.length !== 8) return whole;
      // Column and offset, row and offset, of the top left and of the bottom right corner.
      return open + numbers.map((number, i) => (i % 4 === place ? ` ${shift.line(Number(number))}` : number)).join(",");
    });
  return after === before ? bytes : new TextEncoder().encode(after);
}

/** Tables keep their header, their totals, at least one row between, and all of their columns. */
export function moveTable(bytes: Uint8Array, part: string, shift: LineShift): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  while (tags.next()) {
    if (tags.closes()) continue;
    if (tags.is("calculatedColumnFormula") || tags.is("totalsRowFormula")) throw new CannotMove();
    const isTable = tags.is("table");
    const header = isTable ? Number(tags.attribute("headerRowCount") ?? 1) : 0;
    const totals = isTable ? Number(tags.attribute("totalsRowCount") ?? 0) : 0;
    const text = tags.attribute("ref");
    if (text === null) continue;
    moveValue(tags, splices, (ref) => shift.list(ref) || null);
    const area = parseArea(text);
    if (!isTable || area === null) continue;
    const moved = shift.area(area);
    if (moved === null) throw new CannotMove();
    if (shift.axis === "column") {
      const torn = moved.right - moved.left !== area.right - area.left;
      for (let column = area.left; column <= area.right; column++) if (torn || shift.has(column)) throw new CannotMove();
    } else {
      for (let i = 0; i < header; i++) if (shift.has(area.top + i)) throw new CannotMove();
      for (let i = 0; i < totals; i++) if (shift.has(area.bottom - i)) throw new CannotMove();
      if (moved.bottom - moved.top + 1 < header + totals + 1) throw new CannotMove();
    }
  }
  return spliced(bytes, splices);
}
