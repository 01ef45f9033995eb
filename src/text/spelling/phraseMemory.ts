import type { Word } from "./word";

/** Phrases remembered at most; a later one takes the place of an earlier one with the same hash. */
const SLOTS = 1 << 13;

/**
 * Remembers a number for three words in a row: office texts say the same few thousand phrases, and what was found at one of them once need
 * not be looked for again. Direct-mapped and exact: a phrase is told by the identity of its words.
 */
export class PhraseMemory {
  private readonly keys = new Int32Array(SLOTS * 3).fill(-1);
  private readonly values = new Int8Array(SLOTS);

  /** @returns the number, -1 when nothing is remembered of these words. */
  get(first: Word, second: Word, third: Word): number {
    const slot = slotOf(first.id, second.id, third.id);
    const { keys } = this;
    const at = slot * 3;
    return keys[at] === first.id && keys[at + 1] === second.id && keys[at + 2] === third.id ? (this.values[slot] ?? -1) : -1;
  }

  /** @param value 0 to 127. */
  set(first: Word, second: Word, third: Word, value: number): void {
    const slot = slotOf(first.id, second.id, third.id);
    this.keys.set([first.id, second.id, third.id], slot * 3);
    this.values[slot] = value;
  }
}

function slotOf(first: number, second: number, third: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
}
