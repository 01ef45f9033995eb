import type { Area } from "../../grid/area";
import type { Grid } from "../../grid/grid";
import type { TableBlock } from "./tableBlock";

/** The rows that one merged cell reaches down to, as indexes into the grid's arrays. */
export interface Reach {
  /** The row of the merged cell itself. */
  readonly top: number;
  readonly bottom: number;
}

/**
 * The cells of a table's columns that reach down over further rows: a unit or a deadline that several tasks share, a number and a text
 * that several units share. Rows and columns are indexes into the grid's arrays.
 */
export class MergedDown {
  /** By column: from the top down, none into the next. */
  private readonly reaches: ReadonlyMap<number, readonly Reach[]>;

  private constructor(reaches: ReadonlyMap<number, readonly Reach[]>) {
    this.reaches = reaches;
  }

  /**
   * The cells that reach down in a table's body; null when the host told no merged areas, or none of them reaches down: then rows are
   * what their own cells say.
   * @param start the first row of the body; a header cell that reaches into the body is not carried into it.
   */
  static of(block: TableBlock, start: number): MergedDown | null {
    const { grid } = block;
    if (grid.merges === undefined) return null;
    const columns = new Set([...block.fieldColumns, ...block.targetColumns].map(({ at }) => at));
    const found = new Map<number, Reach[]>();
    for (const { top, bottom, left } of grid.merges) {
      const at = left - grid.origin.column;
      const first = top - grid.origin.row;
      if (top === bottom || first < start || first >= grid.texts.length || !columns.has(at)) continue;
      const reach = { top: first, bottom: Math.min(bottom - grid.origin.row, grid.texts.length - 1) };
      const others = found.get(at);
      if (others === undefined) found.set(at, [reach]);
      else others.push(reach);
    }
    if (found.size === 0) return null;
    for (const [at, reaches] of found) {
      reaches.sort((a, b) => a.top - b.top);
      // Excel has no merged areas that overlap; of a file that has, the upper one counts.
      let covered = -1;
      found.set(at, reaches.filter(({ top, bottom }) => {
        if (top <= covered) return false;
        covered = bottom;
        return true;
      }));
    }
    return new MergedDown(found);
  }

  /** The merged cell that holds the cell of a row and column, its own row included; null when none does. */
  at(row: number, column: number): Reach | null {
    const reaches = this.reaches.get(column);
    if (reaches === undefined) return null;
    let low = 0;
    let high = reaches.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const reach = reaches[middle];
      if (reach === undefined) return null;
      if (row < reach.top) high = middle - 1;
      else if (row > reach.bottom) low = middle + 1;
      else return reach;
    }
    return null;
  }

  /** The row whose cell reaches down over a cell; -1 when no cell above does. */
  rowAbove(row: number, column: number): number {
    const reach = this.at(row, column);
    return reach === null || reach.top === row ? -1 : reach.top;
  }
}

/** True when two states of a sheet have the same merged areas. */
export function sameMerges(a: Grid["merges"], b: Grid["merges"]): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && a.length === b.length && a.every((area, i) => sameArea(area, b[i]));
}

function sameArea(a: Area, b: Area | undefined): boolean {
  return b !== undefined && a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
