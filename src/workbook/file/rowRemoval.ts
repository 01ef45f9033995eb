import type { SheetEntry, Outline, Parts } from "./package";
import { RowShift } from "./rowShift";
import { spliced, type Splice } from "./splices";
import { escapeXml, Tags, xmlText } from "./tags";

/** Elements whose areas follow their cells; one whose cells are all gone goes with them, if it is one of these. */
const GOES_WITH_ITS_CELLS: ReadonlySet<string> = new Set([
  "mergeCell", "conditionalFormatting", "dataValidation", "hyperlink", "protectedRange", "ignoredError", "autoFilter",
]);
const CONTAINERS: ReadonlySet<string> = new Set(["mergeCells", "dataValidations", "hyperlinks", "protectedRanges", "ignoredErrors"]);
/** Parts of a sheet that hold places in ways that are not followed here. */
const CANNOT_MOVE: ReadonlySet<string> = new Set(["f", "oleObjects", "controls", "scenarios", "customSheetViews", "dataConsolidate", "legacyDrawingHF"]);
const AREA_ATTRIBUTES = ["ref", "sqref", "activeCell", "topLeftCell"];
const FORMULAS: ReadonlySet<string> = new Set(["formula", "formula1", "formula2", "f"]);
/** Kinds of parts that a sheet may relate to when its rows move: each is followed here, or does not speak of rows. */
const FOLLOWED: ReadonlySet<string> = new Set([
  "drawing", "vmlDrawing", "comments", "threadedComment", "table", "hyperlink", "printerSettings", "image", "customProperty",
]);

/** Thrown inside, when something would come to a wrong place. */
class CannotMove extends Error {}

/**
 * Takes rows out of a sheet with everything that speaks of its cells: merges, conditional formats, validations, links, filters, notes,
 * drawings, tables, defined names, charts.
 * @param rows zero-based rows.
 * @returns the parts that change, or null when something in the workbook could not follow (a formula, a pivot table, a note on the row …).
 */
export function removeRows(parts: Parts, outline: Outline, sheet: SheetEntry, rows: readonly number[]): ReadonlyMap<string, Uint8Array> | null {
  const shift = new RowShift(rows);
  const changes = new Map<string, Uint8Array>();
  const change = (part: string, rewrite: (bytes: Uint8Array) => Uint8Array): void => {
    const before = changes.get(part) ?? parts.read(part);
    const after = rewrite(before);
    if (after !== before) changes.set(part, after);
  };
  try {
    if (parts.names().some((name) => /^xl\/(pivotCache|pivotTables|queryTables|externalLinks|macrosheets)\//.test(name))) return null;
    change(sheet.part, (bytes) => moveSheet(bytes, sheet, shift));
    for (const { type, target, external } of parts.relationships(sheet.part)) {
      if (external) continue;
      if (!FOLLOWED.has(type)) return null;
      const part = parts.find(target);
      if (part === null) continue;
      if (type === "drawing") change(part, (bytes) => moveDrawing(bytes, part, shift));
      else if (type === "vmlDrawing") change(part, (bytes) => moveNoteShapes(bytes, shift));
      else if (type === "comments" || type === "threadedComment") change(part, (bytes) => moveComments(bytes, part, shift));
      else if (type === "table") change(part, (bytes) => moveTable(bytes, part, shift));
    }
    for (const other of outline.sheets) if (other !== sheet) change(other.part, (bytes) => moveFormulas(bytes, other.part, FORMULAS, sheet.name, shift));
    change(outline.workbookPart, (bytes) => moveFormulas(bytes, outline.workbookPart, new Set(["definedName"]), sheet.name, shift));
    for (const part of parts.names()) {
      if (/^xl\/charts\/chart[^/]*\.xml$/.test(part)) change(part, (bytes) => moveFormulas(bytes, part, new Set(["f"]), sheet.name, shift));
    }
  } catch (cause) {
    if (cause instanceof CannotMove) return null;
    throw cause;
  }
  return changes;
}

function moveSheet(bytes: Uint8Array, sheet: SheetEntry, shift: RowShift): Uint8Array {
  const tags = new Tags(bytes, sheet.part);
  const splices: Splice[] = [];
  let container: { start: number; openEnd: number; count: Splice | null; kept: number; inner: Splice[] } | null = null;
  let inExtensions = false;
  while (tags.next()) {
    if (tags.closes()) {
      if (tags.is("extLst")) inExtensions = false;
      if (container !== null && CONTAINERS.has(tags.name())) {
        if (container.kept === 0) splices.push({ start: container.start, end: tags.end, text: "" });
        else {
          splices.push(...container.inner);
          if (container.count !== null) splices.push({ ...container.count, text: String(container.kept) });
        }
        container = null;
      }
      continue;
    }
    if (CANNOT_MOVE.has(tags.name()) && !(inExtensions && tags.is("f"))) throw new CannotMove();
    if (tags.is("extLst")) inExtensions = !tags.isEmpty();
    if (tags.is("sheetData")) {
      moveRows(tags, shift, splices);
      continue;
    }
    if (CONTAINERS.has(tags.name()) && !tags.isEmpty() && !inExtensions) {
      const { start, end: openEnd } = tags;
      const count = tags.attribute("count") === null ? null : { start: tags.valueStart, end: tags.valueEnd, text: "" };
      container = { start, openEnd, count, kept: 0, inner: [] };
      continue;
    }
    if (tags.is("pane")) movePane(tags, shift, splices);
    if (tags.is("brk")) moveBreak(tags, shift, splices);
    const target = container?.inner ?? splices;
    const name = tags.name();
    const { start } = tags;
    const moved: Splice[] = [];
    let lost = false;
    tags.toFirstAttribute();
    while (tags.nextAttribute()) {
      if (tags.attributeIs("location")) moveLocation(tags, moved, (text) => shift.formula(text, sheet.name, true));
      if (!AREA_ATTRIBUTES.some((attribute) => tags.attributeIs(attribute))) continue;
      const before = tags.value();
      const after = shift.list(before);
      if (after === "") lost = true;
      else if (after !== before) moved.push({ start: tags.valueStart, end: tags.valueEnd, text: after });
    }
    if (lost) {
      if (GOES_WITH_ITS_CELLS.has(name) && !inExtensions) {
        tags.toClosing();
        target.push({ start, end: tags.end, text: "" });
        continue;
      }
      // The cursor is not content: it goes home.
      if (name === "selection") {
        tags.toClosing();
        target.push({ start, end: tags.end, text: "" });
        continue;
      }
      throw new CannotMove();
    }
    target.push(...moved);
    if (container !== null && GOES_WITH_ITS_CELLS.has(name)) container.kept++;
    if (tags.isEmpty()) continue;
    if (FORMULAS.has(name)) moveText(tags, target, (text) => shift.formula(text, sheet.name, true));
    else if (name === "sqref") {
      moveText(tags, target, (text) => {
        const after = shift.list(text);
        if (after === "") throw new CannotMove();
        return after;
      });
    }
  }
  return spliced(bytes, splices);
}

/** Takes the rows out and numbers the others anew. */
function moveRows(tags: Tags, shift: RowShift, splices: Splice[]): void {
  if (tags.isEmpty()) return;
  let row = -1;
  let moved = -1;
  for (;;) {
    if (!tags.next()) throw tags.broken();
    if (tags.closes() && tags.is("sheetData")) return;
    if (tags.closes()) continue;
    if (tags.is("row")) {
      const number = tags.attribute("r");
      row = number === null ? row + 1 : Number(number) - 1;
      moved = shift.row(row);
      if (shift.has(row)) {
        const { start } = tags;
        tags.toClosing();
        splices.push({ start, end: tags.end, text: "" });
      } else if (number !== null && moved !== row) {
        splices.push({ start: tags.valueStart, end: tags.valueEnd, text: String(moved + 1) });
      }
    } else if (tags.is("c")) {
      const address = tags.attribute("r");
      if (address !== null && moved !== row) {
        splices.push({ start: tags.valueStart, end: tags.valueEnd, text: address.replace(/\d+$/, String(moved + 1)) });
      }
    } else if (tags.is("f")) {
      throw new CannotMove();
    }
  }
}

/** Frozen rows that go are frozen no more. */
function movePane(tags: Tags, shift: RowShift, splices: Splice[]): void {
  const state = tags.attribute("state");
  const rows = Number(tags.attribute("ySplit") ?? 0);
  if (state === null || !state.startsWith("frozen") || rows < 1) return;
  const after = Math.max(1, shift.row(rows));
  if (after !== rows) splices.push({ start: tags.valueStart, end: tags.valueEnd, text: String(after) });
}

function moveBreak(tags: Tags, shift: RowShift, splices: Splice[]): void {
  // Breaks between columns look alike; theirs have the number of a row as their end.
  if (Number(tags.attribute("max") ?? 0) > 16_383) return;
  const id = Number(tags.attribute("id") ?? 0);
  const after = shift.row(id);
  if (after !== id) splices.push({ start: tags.valueStart, end: tags.valueEnd, text: String(after) });
}

/** From the opening tag of an element that holds only text. */
function moveText(tags: Tags, splices: Splice[], move: (text: string) => string): void {
  const start = tags.end;
  if (!tags.next()) throw tags.broken();
  const before = xmlText(tags.bytes, start, tags.start);
  const after = move(before);
  if (after !== before) splices.push({ start, end: tags.start, text: escapeXml(after) });
}

/** Formula texts of another part that speak of the sheet by its name. */
function moveFormulas(bytes: Uint8Array, part: string, elements: ReadonlySet<string>, sheet: string, shift: RowShift): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  while (tags.next()) {
    if (tags.closes()) continue;
    if (tags.is("hyperlink") && tags.attribute("location") !== null) moveLocation(tags, splices, (text) => shift.formula(text, sheet, false));
    if (!tags.isEmpty() && elements.has(tags.name())) moveText(tags, splices, (text) => shift.formula(text, sheet, false));
  }
  return spliced(bytes, splices);
}

/** The value of the attribute at hand: the place in the workbook that a link leads to. */
function moveLocation(tags: Tags, splices: Splice[], move: (text: string) => string): void {
  const before = tags.value();
  const after = move(before);
  if (after !== before) splices.push({ start: tags.valueStart, end: tags.valueEnd, text: escapeXml(after) });
}

/** Pictures, charts and text boxes: the rows that they are anchored to. */
function moveDrawing(bytes: Uint8Array, part: string, shift: RowShift): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  while (tags.next()) {
    if (tags.closes() || tags.isEmpty() || !tags.is("row")) continue;
    moveText(tags, splices, (text) => String(shift.row(Number(text))));
  }
  return spliced(bytes, splices);
}

/** Notes and threaded comments. A note on a row that goes is somebody's word: the row stays. */
function moveComments(bytes: Uint8Array, part: string, shift: RowShift): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  while (tags.next()) {
    if (tags.closes() || !(tags.is("comment") || tags.is("threadedComment"))) continue;
    const before = tags.attribute("ref");
    if (before === null) continue;
    const after = shift.list(before);
    if (after === "") throw new CannotMove();
    if (after !== before) splices.push({ start: tags.valueStart, end: tags.valueEnd, text: after });
  }
  return spliced(bytes, splices);
}

/** The boxes of notes are VML, which need not be well-formed XML: two known elements are found by their text. */
function moveNoteShapes(bytes: Uint8Array, shift: RowShift): Uint8Array {
  const before = new TextDecoder().decode(bytes);
  const after = before
    .replace(/(<x:Row>\s*)(\d+)/g, (_, open: string, row: string) => open + String(shift.row(Number(row))))
    .replace(/(<x:Anchor>)([^<]*)/g, (whole, open: string, list: string) => {
      const numbers = list.split(",");
      if (numbers.length !== 8) return whole;
      // Column and offset, row and offset, of the top left and of the bottom right corner.
      return open + numbers.map((number, i) => (i % 4 === 2 ? ` ${shift.row(Number(number))}` : number)).join(",");
    });
  return after === before ? bytes : new TextEncoder().encode(after);
}

/** Tables keep their header, their totals and at least one row between. */
function moveTable(bytes: Uint8Array, part: string, shift: RowShift): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices: Splice[] = [];
  while (tags.next()) {
    if (tags.closes()) continue;
    if (tags.is("calculatedColumnFormula") || tags.is("totalsRowFormula")) throw new CannotMove();
    const isTable = tags.is("table");
    const header = isTable ? Number(tags.attribute("headerRowCount") ?? 1) : 0;
    const totals = isTable ? Number(tags.attribute("totalsRowCount") ?? 0) : 0;
    const before = tags.attribute("ref");
    if (before === null) continue;
    const { valueStart: start, valueEnd: end } = tags;
    const after = shift.list(before);
    if (isTable) {
      const [first = 0, last = 0] = (before.match(/\d+/g) ?? []).map((row) => Number(row) - 1);
      for (let i = 0; i < header; i++) if (shift.has(first + i)) throw new CannotMove();
      for (let i = 0; i < totals; i++) if (shift.has(last - i)) throw new CannotMove();
      const left = shift.row(last + 1) - shift.row(first);
      if (left < header + totals + 1) throw new CannotMove();
    }
    if (after === "") throw new CannotMove();
    if (after !== before) splices.push({ start, end, text: after });
  }
  return spliced(bytes, splices);
}
