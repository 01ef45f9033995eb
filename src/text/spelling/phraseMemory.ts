/** Phrases remembered at most; each has two places where it may stand, and a later one takes the place of an earlier one. */
const SLOTS = 1 << 14;

/**
 * Remembers a number for three words in a row: office texts say the same few thousand phrases, and what was found at one of them once need
 * not be looked for again. Exact: a phrase is told by the ids of its words, 0 for one that is not there.
 */
export class TripleMemory {
  private readonly keys = new Int32Array(SLOTS * 4).fill(-1);

  /** @returns the number, -1 when nothing is remembered of the phrase. */
  get(first: number, second: number, third: number): number {
    const { keys } = this;
    const at = slotOf(first, second, third) * WIDTH;
    if (keys[at] === first && keys[at + 1] === second && keys[at + 2] === third) return keys[at + 3] ?? -1;
    const other = at ^ WIDTH;
    return keys[other] === first && keys[other + 1] === second && keys[other + 2] === third ? (keys[other + 3] ?? -1) : -1;
  }

  /** @param value 0 or more. */
  set(first: number, second: number, third: number, value: number): void {
    const { keys } = this;
    const at = slotOf(first, second, third) * WIDTH;
    // What stood here moves next door: of three phrases that meet, the two met last are kept.
    keys.copyWithin(at ^ WIDTH, at, at + WIDTH);
    keys[at] = first;
    keys[at + 1] = second;
    keys[at + 2] = third;
    keys[at + 3] = value;
  }
}

const WIDTH = 4;

function slotOf(first: number, second: number, third: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
}

/** The same for longer phrases: `width` words, of which those behind a break do not count. */
export class LongMemory {
  private readonly keys: Int32Array;
  private readonly stride: number;

  constructor(private readonly width: number) {
    this.stride = width + 1;
    this.keys = new Int32Array(SLOTS * this.stride).fill(-1);
  }

  /**
   * @param ids the ids of the words of a text; the phrase is those from `from` on.
   * @param follows for each word 1 when it belongs with the one before: where one does not, the phrase ends.
   */
  get(ids: Int32Array, follows: Uint8Array, from: number): number {
    const { keys, width } = this;
    const at = this.placeOf(ids, follows, from);
    for (let k = 0, going = true; k < width; k++) {
      going &&= k === 0 || follows[from + k] === 1;
      if (keys[at + k] !== (going ? ids[from + k] : 0)) return -1;
    }
    return keys[at + width] ?? -1;
  }

  /** @param value 0 or more. */
  set(ids: Int32Array, follows: Uint8Array, from: number, value: number): void {
    const { keys, width } = this;
    const at = this.placeOf(ids, follows, from);
    for (let k = 0, going = true; k < width; k++) {
      going &&= k === 0 || follows[from + k] === 1;
      keys[at + k] = going ? (ids[from + k] ?? 0) : 0;
    }
    keys[at + width] = value;
  }

  private placeOf(ids: Int32Array, follows: Uint8Array, from: number): number {
    let mixed = ids[from] ?? 0;
    for (let k = 1; k < this.width && follows[from + k] === 1; k++) mixed = Math.imul(mixed ^ (mixed >>> 13), 0x9e3779b1) ^ (ids[from + k] ?? 0);
    mixed = Math.imul(mixed, 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) & (SLOTS - 1)) * this.stride;
  }
}
