import type { Reading } from "../appendix";
import type { MergedDown } from "./mergedDown";
import type { TableBlock } from "./tableBlock";

/** What a later reading needs to know of a table that was read: not part of what the reading shows. */
export interface ReadTable {
  readonly block: TableBlock;
  /** Index of the first grid row below the header. */
  readonly bodyStart: number;
  readonly splitsUnits: boolean;
  /** The merged cells that several rows share; null when there are none. */
  readonly merged: MergedDown | null;
  /** Index into the reading's appendices. */
  readonly appendix: number;
}

const memory = new WeakMap<Reading, readonly ReadTable[]>();

/** Keeps the layout of a reading's tables for as long as the reading is in use. */
export function remember(reading: Reading, tables: readonly ReadTable[]): void {
  memory.set(reading, tables);
}

/** The layout of a reading's tables; null for a reading that the reader did not make itself. */
export function recall(reading: Reading): readonly ReadTable[] | null {
  return memory.get(reading) ?? null;
}
