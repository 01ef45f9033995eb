import { askCells, inParts, sameTexts, type Comparing } from "./comparing";
import type { ExcelClient } from "./excelClient";
import { askLine, askProbe, inverse, settledMoves } from "./moves";
import type { Batch, SheetStep, WrittenCell } from "./journal";
import { sendMoves } from "./moving";
import type { SheetCache } from "./sheetCache";
import type { CellWrite, CellWriting } from "./writing";

/** Takes batches back and does them again, on what Excel holds at that moment. */
export class Repeating {
  constructor(
    private readonly client: ExcelClient,
    private readonly cache: SheetCache,
    private readonly comparing: Comparing,
    private readonly writing: CellWriting,
  ) {}

  /**
   * Takes a batch back, or does one again that was taken back: cells that hold something else since are left alone, and a sheet is left alone
   * whose rows or columns were moved since.
   * @returns what of it was carried out.
   */
  async repeat(step: Batch, direction: "back" | "again"): Promise<Batch> {
    const back = direction === "back";
    return this.client.run(async (context, sync) => {
      const units = step.flatMap((sheet) => inParts(sheet.cells).map((cells, i) => ({ id: sheet.id, sheet, cells, moves: i === 0 ? sheet.moves : [] })));
      const answers = await this.comparing.gather(context, sync, units, ({ cells, moves }, worksheet) => ({
        cells: askCells(worksheet, cells.map((cell) => placeOf(cell, back))),
        probes: back ? settledMoves(moves).map((move) => askProbe(worksheet, move)) : [],
        lines: back ? [] : moves.map((move) => (move.kind === "remove" ? askLine(worksheet, move.axis, move.index) : null)),
      }));
      const asLeft = new Map<SheetStep, boolean>();
      const planned = new Map<SheetStep, Map<CellWrite, WrittenCell>>();
      for (const [{ sheet, cells, moves }, { cells: found, probes, lines }] of answers) {
        if (moves.length > 0) {
          asLeft.set(sheet, back ? probes.every((probe, i) => probe() === sheet.probes[i]) : moves.every((move, i) => sameTexts(lines[i]?.().texts ?? move.texts, move.texts)));
        }
        const writes = planned.get(sheet) ?? new Map<CellWrite, WrittenCell>();
        planned.set(sheet, writes);
        const at = found();
        for (const cell of cells) {
          const place = placeOf(cell, back);
          const now = at(place.row, place.column);
          const [expected, value] = back ? [cell.after, cell.before] : [cell.before, cell.after];
          if (now.isFormula || now.value !== expected) continue;
          writes.set({ id: sheet.id, row: cell.row, column: cell.column, value, before: expected, numberFormat: now.numberFormat }, cell);
        }
      }
      const done: SheetStep[] = [];
      for (const [sheet, writes] of planned) {
        // Rows and cells of one sheet go together.
        if (sheet.moves.length === 0 || asLeft.get(sheet) !== true || writes.size < sheet.cells.length) continue;
        const moves = back ? [...sheet.moves].reverse().map(inverse) : sheet.moves;
        const probes = await sendMoves(context, sync, this.cache, sheet.id, { moves, writes: [...writes.keys()], cellsFirst: back });
        done.push({ ...sheet, probes: back ? sheet.probes : probes });
      }
      const plain = [...planned].filter(([sheet]) => sheet.moves.length === 0);
      const outcomes = await this.writing.write(context, sync, plain.flatMap(([, writes]) => [...writes.keys()]));
      for (const [sheet, writes] of plain) {
        const cells = [...writes].flatMap(([write, cell]) => (outcomes.get(write)?.reason === null ? [cell] : []));
        if (cells.length > 0) done.push({ ...sheet, cells });
      }
      return done;
    });
  }
}

/** Where a cell stands before the batch is taken back, or before it is done again. */
function placeOf(cell: WrittenCell, back: boolean): { readonly row: number; readonly column: number } {
  return back ? cell : { row: cell.fromRow, column: cell.fromColumn };
}
