import { formatArea } from "../../grid/area";
import type { CellValue } from "../../grid/grid";
import { rectanglesOf } from "./addresses";
import { cellAt } from "./cells";
import type { Sync } from "./excelClient";
import { isGone } from "./excelErrors";
import type { SheetCache } from "./sheetCache";
import type { SheetReading } from "./sheetReading";

/** So many ranges are compared in one request. */
const RANGES = 2_000;

/** What a cell held when it was compared. */
export interface Compared {
  readonly value: CellValue;
  readonly text: string;
  readonly isFormula: boolean;
  readonly numberFormat: string;
}

/** Looks at what stands in Excel before something is written over it. */
export class Comparing {
  constructor(
    private readonly reading: SheetReading,
    private readonly cache: SheetCache,
  ) {}

  /** Asks about units of sheets, in as few requests as can be. @returns the answers; none for what was on a sheet that is gone. */
  async gather<U extends { readonly id: string; readonly cells: readonly unknown[] }, A>(
    context: Excel.RequestContext,
    sync: Sync,
    units: readonly U[],
    ask: (unit: U, sheet: Excel.Worksheet) => A,
  ): Promise<ReadonlyMap<U, A>> {
    const answers = new Map<U, A>();
    let left = units;
    while (left.length > 0) {
      const request: U[] = [];
      for (let ranges = 0; request.length < left.length; ) {
        const unit = left[request.length] as U;
        ranges += unit.cells.length;
        if (ranges > RANGES && request.length > 0) break;
        request.push(unit);
      }
      const asked = request.map((unit) => ask(unit, context.workbook.worksheets.getItem(unit.id)));
      try {
        await sync();
      } catch (error) {
        if (!isGone(error)) throw error;
        const list = this.reading.askList(context);
        await sync();
        const alive = new Set(list().map(({ id }) => id));
        const next = left.filter(({ id }) => alive.has(id));
        if (next.length === left.length) throw error;
        this.cache.clear();
        left = next;
        continue;
      }
      request.forEach((unit, i) => answers.set(unit, asked[i] as A));
      left = left.slice(request.length);
    }
    return answers;
  }
}

/** Asks for single cells. @returns what gives each of them after the sync. */
export function askCells(sheet: Excel.Worksheet, cells: readonly { readonly row: number; readonly column: number }[]): () => (row: number, column: number) => Compared {
  const ranges = rectanglesOf(cells).map((area) => {
    const range = sheet.getRange(formatArea(area));
    range.load("values,text,formulas,numberFormat");
    range.untrack();
    return { area, range };
  });
  return () => {
    const found = new Map<string, Compared>();
    for (const { area, range } of ranges) {
      const formats = range.numberFormat;
      const block = { area, values: range.values, texts: range.text, formulas: range.formulas };
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          found.set(`${row} ${column}`, { ...cellAt(block, row, column), numberFormat: String(formats[row - area.top]?.[column - area.left] as unknown) });
        }
      }
    }
    return (row, column) => found.get(`${row} ${column}`) ?? { value: null, text: "", isFormula: false, numberFormat: "General" };
  };
}

/** Cells in parts that one request can ask for; one empty part when there are none. */
export function inParts<T>(cells: readonly T[]): readonly (readonly T[])[] {
  const list: (readonly T[])[] = [cells.slice(0, RANGES)];
  for (let i = RANGES; i < cells.length; i += RANGES) list.push(cells.slice(i, i + RANGES));
  return list;
}

/** True for the same texts in the same order. */
export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
