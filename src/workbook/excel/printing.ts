import type { Area } from "../../grid/area";
import { WorkbookFailure } from "../failure";
import { addressLists, parseAreas } from "./addresses";
import type { Sync } from "./excelClient";
import type { Move } from "./journal";
import { settledMoves } from "./moves";

/**
 * Lets the print area take in new columns that are printed with a neighbour at its edge; a sheet of which all is printed has no such area.
 * Excel speaks of pages only where a printer is installed: what it refuses here is left, as the columns themselves are there.
 * @param moves that were carried out just now.
 */
export async function printNewColumns(context: Excel.RequestContext, sync: Sync, id: string, moves: readonly Move[]): Promise<void> {
  const columns = settledMoves(moves).filter(({ kind, axis, printed }) => kind === "insert" && axis === "column" && printed);
  if (columns.length === 0) return;
  // The columns are in: nothing that goes wrong from here on may be told as if they were not.
  const before = await printAreas(context, sync, id).catch(() => []);
  const after = columns.reduce<readonly Area[]>((areas, { index, formatFrom }) => areas.map((area) => widened(area, index, formatFrom)), before);
  const [addresses, ...more] = addressLists(after);
  if (addresses === undefined || more.length > 0 || after.every((area, i) => area === before[i])) return;
  context.workbook.worksheets.getItem(id).pageLayout.setPrintArea(addresses);
  await sync().catch(() => undefined);
}

/** The moves, those of columns that go told whether they are the last that is printed: then they are again when they come back. */
export async function withPrinted(context: Excel.RequestContext, sync: Sync, id: string, moves: readonly Move[]): Promise<readonly Move[]> {
  if (!moves.some(({ kind, axis }) => kind === "remove" && axis === "column")) return moves;
  const areas = await printAreas(context, sync, id);
  return moves.map((move) => {
    const { kind, axis, index } = move;
    return kind === "remove" && axis === "column" ? { ...move, printed: areas.some(({ left, right }) => left < index && right === index) } : move;
  });
}

async function printAreas(context: Excel.RequestContext, sync: Sync, id: string): Promise<readonly Area[]> {
  const areas = context.workbook.worksheets.getItem(id).pageLayout.getPrintAreaOrNullObject();
  areas.load("address");
  areas.untrack();
  try {
    await sync();
  } catch (error) {
    if (error instanceof WorkbookFailure) throw error;
    return [];
  }
  return areas.isNullObject ? [] : parseAreas(areas.address);
}

function widened(area: Area, column: number, formatFrom: Move["formatFrom"]): Area {
  if (formatFrom === "before") return area.right === column - 1 ? { ...area, right: column } : area;
  return area.left === column + 1 ? { ...area, left: column } : area;
}
