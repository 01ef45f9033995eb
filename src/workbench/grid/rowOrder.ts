/** The rows that scroll, in order, without the hidden ones: index in the scrolling list ↔ sheet row. */
export class RowOrder {
  private readonly shown: Int32Array | null;
  readonly count: number;

  /**
   * @param first the first row that scrolls (those above are frozen).
   * @param rows how many rows the sheet shows in all.
   * @param hidden which rows are hidden; in order to be cheap for long sheets, none hidden costs no list.
   */
  constructor(
    private readonly first: number,
    rows: number,
    hidden: ReadonlySet<number>,
  ) {
    let gone = 0;
    for (const row of hidden) if (row >= first && row < rows) gone++;
    this.count = Math.max(0, rows - first - gone);
    if (gone === 0) this.shown = null;
    else {
      this.shown = new Int32Array(this.count);
      let next = 0;
      for (let row = first; row < rows; row++) if (!hidden.has(row)) this.shown[next++] = row;
    }
  }

  /** The sheet row at an index of the scrolling list. */
  row(index: number): number {
    return this.shown === null ? this.first + index : (this.shown[index] ?? this.first);
  }

  /** The index of a sheet row; of a hidden one, that of the next shown. */
  index(row: number): number {
    if (this.shown === null) return Math.max(0, Math.min(this.count - 1, row - this.first));
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.shown[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low);
  }
}
