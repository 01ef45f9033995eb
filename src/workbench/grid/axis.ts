/** One direction of a sheet (its rows or its columns) as pixels: where each begins and how wide it is. Hidden ones have no width. */
export class Axis {
  private readonly starts: Float64Array;

  /** @param sizes pixels of each row or column, 0 when hidden. */
  constructor(sizes: readonly number[]) {
    const starts = new Float64Array(sizes.length + 1);
    for (let i = 0; i < sizes.length; i++) starts[i + 1] = (starts[i] ?? 0) + (sizes[i] ?? 0);
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length - 1;
  }

  /** Pixels of all together. */
  get total(): number {
    return this.starts[this.count] ?? 0;
  }

  /** Where index `i` begins, in pixels from the first; beyond the last, where the last ends. */
  start(i: number): number {
    return this.starts[Math.max(0, Math.min(i, this.count))] ?? 0;
  }

  /** Where index `i` ends. */
  end(i: number): number {
    return this.start(i + 1);
  }

  size(i: number): number {
    return this.end(i) - this.start(i);
  }

  /** Pixels from the beginning of `from` to the end of `to`. */
  span(from: number, to: number): number {
    return this.end(to) - this.start(from);
  }

  /** The index that covers an offset, clamped to the first and the last. Never a hidden one, unless all are hidden. */
  at(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.end(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    while (low > 0 && this.size(low) === 0) low--;
    return Math.max(0, low);
  }
}
