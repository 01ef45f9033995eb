import type { Area } from "../../grid/area";

/** Merges of more rows than this are looked through one by one instead of being entered at each of their rows. */
const TALL = 256;

/** The merged areas of a sheet, found by cell. A giant merge costs one entry, never one a row. */
export class Spans {
  private readonly byRow = new Map<number, Area[]>();
  private readonly tall: Area[] = [];

  constructor(merges: readonly Area[] = []) {
    for (const area of merges) {
      if (area.top === area.bottom && area.left === area.right) continue;
      if (area.bottom - area.top >= TALL) {
        this.tall.push(area);
        continue;
      }
      for (let row = area.top; row <= area.bottom; row++) {
        const here = this.byRow.get(row);
        if (here === undefined) this.byRow.set(row, [area]);
        else here.push(area);
      }
    }
  }

  /** The merged area that the cell belongs to, null when it stands alone. */
  at(row: number, column: number): Area | null {
    for (const area of this.byRow.get(row) ?? []) if (column >= area.left && column <= area.right) return area;
    for (const area of this.tall) {
      if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) return area;
    }
    return null;
  }

  /** The merged areas that cross a row. */
  inRow(row: number): readonly Area[] {
    const here = this.byRow.get(row) ?? [];
    const tall = this.tall.filter((area) => row >= area.top && row <= area.bottom);
    return tall.length === 0 ? here : [...here, ...tall];
  }

  /** True when the cell is covered by a merged area and is not its top left. */
  covers(row: number, column: number): boolean {
    const area = this.at(row, column);
    return area !== null && (area.top !== row || area.left !== column);
  }

  /** The area grown until it cuts no merged area, as a selection in a spreadsheet does. */
  grow(area: Area): Area {
    let { top, left, bottom, right } = area;
    for (let grown = true; grown; ) {
      grown = false;
      const take = (merge: Area): void => {
        if (merge.left > right || merge.right < left || merge.top > bottom || merge.bottom < top) return;
        if (merge.top >= top && merge.bottom <= bottom && merge.left >= left && merge.right <= right) return;
        top = Math.min(top, merge.top);
        left = Math.min(left, merge.left);
        bottom = Math.max(bottom, merge.bottom);
        right = Math.max(right, merge.right);
        grown = true;
      };
      for (const merge of this.tall) take(merge);
      if (this.byRow.size < bottom - top) {
        for (const [row, merges] of this.byRow) if (row >= top && row <= bottom) merges.forEach(take);
      } else {
        for (let row = top; row <= bottom; row++) this.byRow.get(row)?.forEach(take);
      }
    }
    return { top, left, bottom, right };
  }

  /**
   * The rows above `row` whose merged cells reach down to it: a virtualised grid that starts drawing at `row` must draw these too.
   * @returns anchor rows in order, each once.
   */
  anchorsReaching(row: number): readonly number[] {
    const rows = new Set<number>();
    for (const area of this.inRow(row)) if (area.top < row) rows.add(area.top);
    return [...rows].sort((a, b) => a - b);
  }
}
