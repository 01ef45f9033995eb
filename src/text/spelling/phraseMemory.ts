import { NO_WORD, type Word } from "./word";

/** Phrases remembered at most; a later one takes the place of an earlier one with the same hash. */
const SLOTS = 1 << 13;

/**
 * Remembers a number for some words in a row: office texts say the same few thousand phrases, and what was found at one of them once need
 * not be looked for again. Direct-mapped and exact: a phrase is told by the identity of its words.
 */
export class PhraseMemory {
  private readonly keys: Int32Array;
  private readonly values = new Int8Array(SLOTS);

  /** @param width how many words a phrase has. */
  constructor(private readonly width: number) {
    this.keys = new Int32Array(SLOTS * width).fill(-1);
  }

  /**
   * @param words a list of words; the phrase is those from `from` on.
   * @param follows for each word 1 when it belongs with the one before; where one does not, the phrase ends, and NO_WORD takes its place.
   * @returns the number, -1 when nothing is remembered of the phrase.
   */
  get(words: readonly Word[], follows: Uint8Array, from: number): number {
    const { keys, width } = this;
    const slot = this.slotOf(words, follows, from);
    let going = true;
    for (let k = 0, at = slot * width; k < width; k++, at++) {
      going &&= k === 0 || follows[from + k] === 1;
      if (keys[at] !== (going ? words[from + k]?.id : NO_WORD.id)) return -1;
    }
    return this.values[slot] ?? -1;
  }

  /** @param value 0 to 127. */
  set(words: readonly Word[], follows: Uint8Array, from: number, value: number): void {
    const { keys, width } = this;
    const slot = this.slotOf(words, follows, from);
    let going = true;
    for (let k = 0; k < width; k++) {
      going &&= k === 0 || follows[from + k] === 1;
      keys[slot * width + k] = going ? (words[from + k]?.id ?? NO_WORD.id) : NO_WORD.id;
    }
    this.values[slot] = value;
  }

  private slotOf(words: readonly Word[], follows: Uint8Array, from: number): number {
    let mixed = words[from]?.id ?? 0;
    for (let k = 1; k < this.width && follows[from + k] === 1; k++) mixed = Math.imul(mixed ^ (mixed >>> 13), 0x9e3779b1) ^ (words[from + k]?.id ?? 0);
    mixed = Math.imul(mixed, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
  }
}
