const BYTES = 1 << 16;
/** More than there are codes. */
const CODES = 1 << 16;
/** Of a mask; one less than a number has, so that there is a bit that is never set. */
const BITS = 31;

/** A set of pairs of small numbers, none of them negative. A look at a table of bytes answers nearly all questions about pairs that are not in it. */
export class PairSet {
  private readonly bytes = new Uint8Array(BYTES);
  private readonly pairs = new Set<number>();
  private readonly masks = new Map<number, number>();

  add(first: number, second: number): void {
    this.masks.set(first, this.secondsOf(first) | (1 << placeOf(second)));
    this.bytes[slotOf(first, second)] = 1;
    this.pairs.add(first * CODES + second);
  }

  /** The bits of all numbers that stand second in a pair with this first one: where the bit of a number is missing, it does not. */
  secondsOf(first: number): number {
    return this.masks.get(first) ?? 0;
  }

  /** False also for numbers below 0: what has no code is in no pair. */
  has(first: number, second: number): boolean {
    return first >= 0 && second >= 0 && this.bytes[slotOf(first, second)] === 1 && this.pairs.has(first * CODES + second);
  }
}

/** The bit of a second number in `PairSet.secondsOf`, by its place: 0 to 30. */
export function placeOf(second: number): number {
  return (Math.imul(second, 0x9e3779b1) >>> 8) % BITS;
}

function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 16;
}
