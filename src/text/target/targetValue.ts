/** How a value is to be compared; "=" when nothing is written. */
export type Comparison = "=" | ">=" | ">" | "<=" | "<";

/** A number to reach: "≥30%", "1,5%", "≥0.6", "01 mô hình", "trên 80%", "16 - 18%". */
export interface MeasuredTarget {
  readonly kind: "measured";
  readonly comparison: Comparison;
  readonly number: number;
  /** The upper end of a range "16 - 18%", otherwise null. */
  readonly upTo: number | null;
  /** "%" or the word that follows the number ("mô hình", "hạng"); null when there is none. */
  readonly unit: string | null;
  /** Where the decimals are: "," or "." as written, null for a whole number. */
  readonly decimalMark: "," | "." | null;
  /** Start and end of the comparison, number and unit in the text that was read. */
  readonly start: number;
  readonly end: number;
}

/** "qualitative": a target without a number ("x", "Hoàn thành", "toàn quốc"); "missing": empty or a placeholder; "unreadable": none of these. */
export type TargetValue = MeasuredTarget | { readonly kind: "qualitative" } | { readonly kind: "missing" } | { readonly kind: "unreadable" };
