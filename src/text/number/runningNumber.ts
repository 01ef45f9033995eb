/** A running number as written: "7", "07", "7.", "1.2", "III.1", "NV01", "a)". */
export interface RunningNumber {
  /** The parts from the outermost: "2.3" → [2, 3]; "III.1" → [3, 1]; "NV01" → [1]; "b)" → [2]. */
  readonly parts: readonly number[];
  readonly style: "arabic" | "roman" | "letter";
  /** What stands before the number ("NV"), usually "". */
  readonly prefix: string;
  /** What stands after it: "", "." or ")". */
  readonly suffix: string;
}
