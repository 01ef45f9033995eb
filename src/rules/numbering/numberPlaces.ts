/** Where each number of a sequence stands, and which numbers are there; worked out when first asked: most sequences are never asked. */
export class NumberPlaces {
  private dense: Dense | null = null;
  private sparse: Sparse | null = null;

  /**
   * @param numbers whole numbers in their order.
   * @param none stands where an entry has none.
   */
  constructor(
    private readonly numbers: readonly number[],
    private readonly none: number,
  ) {}

  /** The place of the first entry with the number; Infinity when there is none. */
  firstOf(number: number): number {
    const dense = this.prepare();
    if (dense === null) return this.sparse?.firsts.get(number) ?? Infinity;
    const place = dense.firsts[number - dense.least] ?? 0;
    return place === 0 ? Infinity : place - 1;
  }

  /** True when every whole number from `from` up to but not `to` is in the sequence. */
  holdsAll(from: number, to: number): boolean {
    if (to - from > this.numbers.length) return false;
    const dense = this.prepare();
    if (dense === null) return this.sparse === null || countBelow(this.sparse.sorted, to) - countBelow(this.sparse.sorted, from) === to - from;
    const below = (bound: number): number => dense.below[Math.max(0, Math.min(bound - dense.least, dense.below.length - 1))] ?? 0;
    return below(to) - below(from) === to - from;
  }

  private prepare(): Dense | null {
    if (this.dense === null && this.sparse === null) {
      let least = Infinity;
      let largest = -Infinity;
      for (const number of this.numbers) {
        if (number === this.none) continue;
        if (number < least) least = number;
        if (number > largest) largest = number;
      }
      // Numbers that count rows are hardly more than the rows: they index a table. Codes do not.
      if (least <= largest && largest - least <= this.numbers.length * 4 + 64) this.dense = denseOf(this.numbers, this.none, least, largest);
      else this.sparse = sparseOf(this.numbers, this.none);
    }
    return this.dense;
  }
}

interface Dense {
  /** The least number, which stands first in both tables. */
  readonly least: number;
  /** For each number one more than its first place; 0 where it is not. */
  readonly firsts: Int32Array;
  /** For each number how many different smaller ones there are. */
  readonly below: Int32Array;
}

function denseOf(numbers: readonly number[], none: number, least: number, largest: number): Dense {
  const firsts = new Int32Array(largest - least + 1);
  for (let i = numbers.length - 1; i >= 0; i--) {
    const number = numbers[i] ?? none;
    if (number !== none) firsts[number - least] = i + 1;
  }
  const below = new Int32Array(firsts.length + 1);
  for (let i = 0; i < firsts.length; i++) below[i + 1] = (below[i] ?? 0) + (firsts[i] === 0 ? 0 : 1);
  return { least, firsts, below };
}

interface Sparse {
  readonly firsts: ReadonlyMap<number, number>;
  /** The different numbers, from the least. */
  readonly sorted: Float64Array;
}

function sparseOf(numbers: readonly number[], none: number): Sparse {
  const firsts = new Map<number, number>();
  numbers.forEach((number, i) => {
    if (number !== none && !firsts.has(number)) firsts.set(number, i);
  });
  return { firsts, sorted: Float64Array.from(firsts.keys()).sort() };
}

/** How many of the sorted numbers are below a bound. */
function countBelow(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
