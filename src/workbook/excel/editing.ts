import { parseAddress } from "../../grid/address";
import { hidesOwnContent, isCellEdit, type CellEdit, type Edit, type EditReport, type SkipReason } from "../../grid/edit";
import type { CellValue } from "../../grid/grid";
import { WorkbookFailure } from "../failure";
import { inputOf } from "./cellInput";
import { columnPoints } from "./columnWidth";
import { askCells, inParts, sameTexts, type Comparing } from "./comparing";
import type { ExcelClient, Sync } from "./excelClient";
import { isDenied, isGone } from "./excelErrors";
import { askLine, inOrder, isPlace, moved, type Line } from "./moves";
import { sendMoves } from "./moving";
import { withPrinted } from "./printing";
import type { Batch, Move, SheetStep, WrittenCell } from "./journal";
import type { SheetCache } from "./sheetCache";
import type { CellWrite, CellWriting } from "./writing";

/** Excel's limit for the text of one cell (Excel specifications and limits). */
const MAX_TEXT = 32_767;
type Skip = EditReport["skipped"][number];

/** The edits of one sheet, on the way to being carried out. */
interface SheetEdits {
  readonly id: string;
  readonly cells: { readonly edit: CellEdit; readonly row: number; readonly column: number }[];
  readonly moves: { readonly edit: Exclude<Edit, CellEdit>; readonly move: Move }[];
}

/** What was found by comparing: what is to be written where, the rows and columns that are moved, and the standard widths of the sheets. */
interface Seen {
  readonly writes: Map<CellEdit, CellWrite>;
  readonly lines: Map<Edit, Line>;
  readonly widths: Map<string, number>;
}

/** Carries out batches of edits on what Excel holds at that moment: compares first, then writes, then reads back. */
export class Editing {
  constructor(
    private readonly client: ExcelClient,
    private readonly cache: SheetCache,
    private readonly comparing: Comparing,
    private readonly writing: CellWriting,
  ) {}

  /** See `Workbook.applyEdits`. @returns the report, and what to enter into the journal. */
  async apply(edits: readonly Edit[]): Promise<{ readonly report: EditReport; readonly step: Batch }> {
    if (this.cache.known.length === 0) await this.client.run((context, sync) => this.cache.readAll(context, sync));
    const skipped: Skip[] = [];
    const bySheet = this.sorted(edits, skipped);
    const inOrderOfBatch = (): readonly Skip[] => {
      const places = new Map(edits.map((edit, i) => [edit, i]));
      return [...skipped].sort((a, b) => (places.get(a.edit) ?? 0) - (places.get(b.edit) ?? 0));
    };
    if (bySheet.length === 0) return { report: { applied: [], skipped: inOrderOfBatch() }, step: [] };
    const before = skipped.length;
    const work = async (context: Excel.RequestContext, sync: Sync): Promise<{ applied: Edit[]; step: SheetStep[] }> => {
      // The work may be done a second time when Excel refuses to do it as one step.
      skipped.length = before;
      const seen = await this.compare(context, sync, bySheet, skipped);
      const applied = new Set<Edit>();
      const step: SheetStep[] = [];
      const withMoves = bySheet.some(({ moves }) => moves.length > 0);
      // A batch that moves rows or columns is carried out whole or not at all.
      if (withMoves && skipped.length > before) {
        skipped.push(...others(bySheet, skipped));
        return { applied: [], step };
      }
      for (const sheet of bySheet) {
        if (sheet.moves.length === 0) continue;
        const done = await this.moveOnSheet(context, sync, sheet, seen, skipped);
        if (done === null) continue;
        step.push(done);
        for (const { edit } of [...sheet.moves, ...sheet.cells]) applied.add(edit);
      }
      const plain = new Map([...seen.writes].filter(([, { id }]) => bySheet.some((sheet) => sheet.id === id && sheet.moves.length === 0)));
      step.push(...(await this.writeCells(context, sync, plain, applied, skipped)));
      return { applied: edits.filter((edit) => applied.has(edit)), step };
    };
    // One request is one step of Excel's history by itself; only more of them need joining.
    const values = bySheet.flatMap(({ cells }) => cells.map(({ edit }) => edit.value));
    const many = bySheet.every(({ moves }) => moves.length === 0) && !this.writing.isOneRequest(values);
    const { applied, step } = many ? await this.client.runWriting(work) : await this.client.run(work);
    return { report: { applied, skipped: inOrderOfBatch() }, step };
  }

  /** Puts the edits to their sheets; those that name no sheet or no place are skipped. */
  private sorted(edits: readonly Edit[], skipped: Skip[]): readonly SheetEdits[] {
    const bySheet = new Map<string, SheetEdits>();
    for (const edit of edits) {
      const sheet = this.cache.byName(edit.sheet);
      if (sheet === undefined) {
        skipped.push({ edit, reason: "no-sheet", found: "" });
        continue;
      }
      const { id } = sheet.entry;
      const known = bySheet.get(id) ?? { id, cells: [], moves: [] };
      bySheet.set(id, known);
      if (isCellEdit(edit)) {
        const position = parseAddress(edit.cell);
        if (position === null) skipped.push({ edit, reason: "bad-address", found: "" });
        else known.cells.push({ edit, ...position });
        checkLength(edit.value, `${edit.sheet}!${edit.cell}`);
        continue;
      }
      const move = moveOf(edit);
      if (isPlace(move.axis, move.index)) known.moves.push({ edit, move });
      else skipped.push({ edit, reason: "bad-address", found: "" });
      if ("insertColumn" in edit && hidesOwnContent(edit)) skipped.push({ edit, reason: "merged-away", found: "" });
      if ("cells" in edit) for (const { value } of edit.cells) checkLength(value, edit.sheet);
    }
    const sheets = [...bySheet.values()].filter(({ cells, moves }) => cells.length + moves.length > 0);
    // One bad place stops a batch that moves rows: nothing is left to carry out.
    if (skipped.length === 0 || !sheets.some(({ moves }) => moves.length > 0)) return sheets;
    skipped.push(...others(sheets, skipped));
    return [];
  }

  /** Looks at every cell, row and column that the edits speak of, in one round trip; those that hold something else are skipped. */
  private async compare(context: Excel.RequestContext, sync: Sync, bySheet: readonly SheetEdits[], skipped: Skip[]): Promise<Seen> {
    const seen: Seen = { writes: new Map(), lines: new Map(), widths: new Map() };
    const skip = (edit: Edit, reason: SkipReason, found = ""): void => void skipped.push({ edit, reason, found });
    const units = bySheet.flatMap((sheet) => inParts(sheet.cells).map((cells, i) => ({ id: sheet.id, cells, moves: i === 0 ? sheet.moves : [] })));
    const answers = await this.comparing.gather(context, sync, units, ({ cells, moves }, worksheet) => {
      if (moves.length > 0) worksheet.load("standardWidth");
      return { worksheet, cells: askCells(worksheet, cells), lines: moves.map(({ move }) => askLine(worksheet, move.axis, neighbour(move))) };
    });
    for (const unit of units) {
      const answer = answers.get(unit);
      if (answer === undefined) {
        for (const { edit } of [...unit.cells, ...unit.moves]) skip(edit, "no-sheet");
        continue;
      }
      if (unit.moves.length > 0) seen.widths.set(unit.id, answer.worksheet.standardWidth);
      const found = answer.cells();
      for (const { edit, row, column } of unit.cells) {
        const now = found(row, column);
        if (now.isFormula) skip(edit, "formula", now.text);
        else if (now.value !== content(edit.expected)) skip(edit, "changed", now.text);
        else seen.writes.set(edit, { id: unit.id, row, column, value: content(edit.value), before: now.value, numberFormat: now.numberFormat });
      }
      const taken = new Set<string>();
      unit.moves.forEach(({ edit, move }, i) => {
        const line = answer.lines[i]?.();
        if (line === undefined) return;
        seen.lines.set(edit, line);
        if (move.kind !== "remove") return;
        const place = `${move.axis} ${move.index}`;
        if (!sameTexts(line.texts, move.texts) || taken.has(place)) skip(edit, "changed", line.texts.filter((text) => text !== "").join(" · "));
        taken.add(place);
      });
    }
    return seen;
  }

  /** Moves the rows and columns of one sheet and writes its cells, in one request. Null when Excel refused, which is told. */
  private async moveOnSheet(
    context: Excel.RequestContext,
    sync: Sync,
    sheet: SheetEdits,
    { writes, lines, widths }: Seen,
    skipped: Skip[],
  ): Promise<SheetStep | null> {
    const rows = sheet.moves.map(({ move }) => move).filter(({ axis }) => axis === "row");
    const ordered = inOrder(
      sheet.moves.map(({ edit, move }) => {
        const line = lines.get(edit);
        if (move.kind === "remove") return { ...move, content: line?.content ?? [], size: line?.size ?? null };
        if ("insertColumn" in edit) {
          // Rows are moved before columns: what the new column holds goes where its rows are by then.
          const content = move.content.flatMap(({ at, ...rest }) => {
            const place = moved(at, 0, rows);
            return place === null ? [] : [{ at: place.row, ...rest }];
          });
          const merges = move.merges.flatMap(({ first, last }) => {
            const [top, bottom] = [moved(first, 0, rows), moved(last, 0, rows)];
            return top === null || bottom === null ? [] : [{ first: top.row, last: bottom.row }];
          });
          return { ...move, content, merges, size: edit.width === undefined ? (line?.size ?? null) : columnPoints(edit.width, widths.get(sheet.id) ?? 0) };
        }
        return move;
      }),
    );
    const moves = await withPrinted(context, sync, sheet.id, ordered);
    const cells: WrittenCell[] = [];
    const own: CellWrite[] = [];
    for (const { edit, row, column } of sheet.cells) {
      const planned = writes.get(edit);
      const place = moved(row, column, sheet.moves.map(({ move }) => move));
      if (planned === undefined || place === null) continue;
      own.push({ ...planned, ...place });
      cells.push({ fromRow: row, fromColumn: column, ...place, before: planned.before, after: heldBy(planned) });
    }
    try {
      const probes = await sendMoves(context, sync, this.cache, sheet.id, { moves, writes: own, cellsFirst: false });
      return { id: sheet.id, cells, moves, probes };
    } catch (error) {
      const reason = isDenied(error) ? "protected" : isGone(error) ? "no-sheet" : null;
      if (reason === null) throw error;
      for (const { edit } of [...sheet.moves, ...sheet.cells]) skipped.push({ edit, reason, found: "" });
      return null;
    }
  }

  private async writeCells(context: Excel.RequestContext, sync: Sync, writes: ReadonlyMap<CellEdit, CellWrite>, applied: Set<Edit>, skipped: Skip[]): Promise<readonly SheetStep[]> {
    if (writes.size === 0) return [];
    // Of several edits of one cell the last one counts, as when they are written one after the other.
    const last = new Map([...writes.values()].map((entry) => [`${entry.id} ${entry.row} ${entry.column}`, entry]));
    const outcomes = await this.writing.write(context, sync, [...last.values()]);
    const cells = new Map<string, WrittenCell[]>();
    for (const [{ id, row, column, before }, outcome] of outcomes) {
      if (outcome.reason !== null || outcome.found.value === before) continue;
      const list = cells.get(id) ?? [];
      cells.set(id, list);
      list.push({ fromRow: row, fromColumn: column, row, column, before, after: outcome.found.value });
    }
    for (const [edit, entry] of writes) {
      const outcome = outcomes.get(last.get(`${entry.id} ${entry.row} ${entry.column}`) ?? entry);
      if (outcome === undefined) continue;
      if (outcome.reason === null) applied.add(edit);
      else skipped.push({ edit, reason: outcome.reason, found: outcome.found?.text ?? "" });
    }
    return [...cells].map(([id, list]) => ({ id, cells: list, moves: [], probes: [] }));
  }

}

/** What a cell holds once it is written: one of the format "text" keeps a number as its digits. */
function heldBy({ value, numberFormat }: CellWrite): CellValue {
  return typeof value === "number" && numberFormat === "@" ? String(value) : value;
}

/** An empty text is an empty cell. */
function content(value: CellValue): CellValue {
  return value === "" ? null : value;
}

function checkLength(value: CellValue, place: string): void {
  if (typeof value === "string" && value.length > MAX_TEXT) throw new WorkbookFailure("text-too-long", place);
}

/** What an edit does to a row or column. */
function moveOf(edit: Exclude<Edit, CellEdit>): Move {
  const plain = { formatFrom: "before", size: null, content: [], merges: [], printed: false, texts: [] } as const;
  if ("removeRow" in edit) return { ...plain, kind: "remove", axis: "row", index: edit.removeRow - 1, texts: edit.expected };
  if ("removeColumn" in edit) return { ...plain, kind: "remove", axis: "column", index: columnIndex(edit.removeColumn), merges: edit.merges ?? [], texts: edit.expected };
  if ("insertRow" in edit) {
    const entries = edit.cells.map(({ column, value }) => ({ at: column, input: inputOf(value) }));
    return { ...plain, kind: "insert", axis: "row", index: edit.insertRow - 1, formatFrom: edit.formatFrom === "above" ? "before" : "after", content: entries };
  }
  const entries = edit.cells.map(({ row, value }) => ({ at: row, input: inputOf(value) }));
  const { merges = [], printed = false } = edit;
  return { ...plain, kind: "insert", axis: "column", index: columnIndex(edit.insertColumn), formatFrom: edit.formatFrom === "left" ? "before" : "after", content: entries, merges, printed };
}

/** The zero-based column of its letters; -1 when they are none. */
function columnIndex(letters: string): number {
  return /^[A-Za-z]+$/.test(letters) ? (parseAddress(`${letters}1`)?.column ?? -1) : -1;
}

/** The row or column to look at before a move: the one that goes, or the one that a new one takes its formats from. */
function neighbour({ kind, index, formatFrom }: Move): number {
  return kind === "insert" && formatFrom === "before" ? Math.max(0, index - 1) : index;
}

/** The edits of a batch that nothing was found against, but which do not go without the others. */
function others(sheets: readonly SheetEdits[], skipped: readonly Skip[]): readonly Skip[] {
  const told = new Set(skipped.map(({ edit }) => edit));
  return sheets.flatMap(({ cells, moves }) => [...cells, ...moves].flatMap(({ edit }) => (told.has(edit) ? [] : [{ edit, reason: "with-others" as const, found: "" }])));
}
