const BYTES = 1 << 16;
/** More than there are codes. */
const CODES = 1 << 16;

/** A set of pairs of small numbers, none of them negative. A look at a table of bytes answers nearly all questions about pairs that are not in it. */
export class PairSet {
  private readonly bytes = new Uint8Array(BYTES);
  private readonly pairs = new Set<number>();

  add(first: number, second: number): void {
    this.bytes[slotOf(first, second)] = 1;
    this.pairs.add(first * CODES + second);
  }

  /** False also for numbers below 0: what has no code is in no pair. */
  has(first: number, second: number): boolean {
    return first >= 0 && second >= 0 && this.bytes[slotOf(first, second)] === 1 && this.pairs.has(first * CODES + second);
  }
}

function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16;
}
