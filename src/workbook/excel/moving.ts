import { formatAddress } from "../../grid/address";
import { WorkbookFailure } from "../failure";
import { inputOf } from "./cellInput";
import type { Sync } from "./excelClient";
import type { Move } from "./journal";
import { askProbe, move as carryOut, settledMoves } from "./moves";
import { printNewColumns } from "./printing";
import type { SheetCache } from "./sheetCache";
import { hush, type CellWrite } from "./writing";

/**
 * Moves rows and columns of one sheet and writes its cells in one request, which Excel takes back as one step; then sees to what is
 * printed of them.
 * @param cellsFirst true to write the cells before the moves: their places are those of that time.
 * @returns what stands around each move since.
 * @throws WorkbookFailure "partly-written" when Excel fell silent; else the error as the client library raised it.
 */
export async function sendMoves(
  context: Excel.RequestContext,
  sync: Sync,
  cache: SheetCache,
  id: string,
  { moves, writes, cellsFirst }: { readonly moves: readonly Move[]; readonly writes: readonly CellWrite[]; readonly cellsFirst: boolean },
): Promise<readonly string[]> {
  const sheet = context.workbook.worksheets.getItem(id);
  const writeCells = (): void => {
    for (const { row, column, value, numberFormat } of writes) {
      const cell = sheet.getRange(formatAddress(row, column));
      cell.untrack();
      cell.values = [[inputOf(value, numberFormat)]];
    }
  };
  hush(context, true);
  if (cellsFirst) writeCells();
  for (const move of moves) carryOut(sheet, move);
  if (!cellsFirst) writeCells();
  const probes = settledMoves(moves).map((move) => askProbe(sheet, move));
  hush(context, false);
  cache.touch(id, "all");
  try {
    await sync();
  } catch (error) {
    if (error instanceof WorkbookFailure && error.code === "excel-silent") throw new WorkbookFailure("partly-written", String(moves.length + writes.length), error);
    // Events of this add-in are off until they are set on again; where that fails too, the next request does it.
    hush(context, false);
    await sync().catch(() => undefined);
    throw error;
  }
  const around = probes.map((probe) => probe());
  await printNewColumns(context, sync, id, moves);
  return around;
}
