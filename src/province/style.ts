import type { CellValue } from "../grid/grid";
import type { Comparison, MeasuredTarget } from "../text/target/targetValue";
import type { TargetSlot } from "./plan";

/** How a table writes its values, as its neighbours show. */
export interface ValueStyle {
  /** Signs of comparison stand before the numbers. */
  readonly signs: boolean;
  /** "%" or " %" behind a share; "" when the unit stands elsewhere. */
  readonly percent: "" | "%" | " %";
  readonly decimalMark: "," | ".";
  /** How the cells store a number: as text, as the number itself, or as a fraction that is shown in per cent. */
  readonly stored: "text" | "number" | "fraction";
}

const SIGN = /^\s*(?:[≥≤<>]|=[<>]|tối thiểu|tối đa|trên|dưới|không quá|ít nhất)/iu;

/** The measured values around a cell, of the same kind as what is to be written there. */
export interface Neighbours {
  /** The nearest of its column. */
  readonly column: readonly TargetSlot[];
  readonly row: readonly TargetSlot[];
  readonly table: readonly TargetSlot[];
}

/**
 * The style of a table's values: how numbers are stored is the column's matter, whether signs are set the row's; what neither tells, the whole
 * table does.
 * @param hasUnit the unit of measure has a column of its own.
 */
export function styleOf({ column, row, table }: Neighbours, hasUnit: boolean): ValueStyle {
  const near = [column, row, table];
  const all = near.flat();
  const shares = near.map((group) => group.filter(({ value, field }) => value.kind === "measured" && field.text.includes("%")));
  const percents = shares.flat();
  const bare = all.filter(({ value, field }) => value.kind === "measured" && !field.text.includes("%") && (value.unit === null || value.unit === "%"));
  const decimals = all.flatMap(({ value }) => (value.kind === "measured" && value.decimalMark !== null ? [value.decimalMark] : []));
  const numbers = column.length > 0 ? column : all;
  const stored = majority(numbers.map(({ field }) => (typeof field.value !== "number" ? "text" : field.text.includes("%") ? "fraction" : "number"))) ?? "text";
  return {
    signs: majority(signsOf(row)) ?? majority(signsOf(table)) ?? true,
    percent: percents.length > 0 && percents.length >= bare.length ? (percents.some(({ field }) => field.text.includes(" %")) ? " %" : "%") : hasUnit || (bare.length > 0 && percents.length === 0) ? "" : "%",
    decimalMark: majority(decimals) ?? ",",
    stored,
  };
}

/** Whether each value has a sign; all of a share needs none, and says nothing. */
function signsOf(slots: readonly TargetSlot[]): readonly boolean[] {
  return slots.filter(({ value }) => value.kind === "measured" && value.number !== 100).map(({ field }) => SIGN.test(field.text));
}

/** What most of the list says, the earlier of two alike; null of an empty list. */
function majority<T>(list: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  let best: T | null = null;
  for (const [one, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = one;
  return best;
}

/** The value as this table would write it. @param lowerIsBetter the smaller number is the better one: a bare number is then the most that may be. */
export function written(value: MeasuredTarget, style: ValueStyle, lowerIsBetter: boolean): CellValue {
  const share = value.unit !== null && value.unit.startsWith("%");
  const sign = value.upTo !== null || (share && value.number === 100) ? "" : signOf(value.comparison, style.signs, lowerIsBetter);
  if (sign === "" && value.upTo === null) {
    if (style.stored === "number" && (!share || style.percent === "")) return value.number;
    if (style.stored === "fraction" && share) return Math.round(value.number * 1e10) / 1e12;
  }
  const range = value.upTo === null ? "" : ` - ${figures(value.upTo, style)}`;
  return `${sign}${figures(value.number, style)}${range}${share ? style.percent : ""}`;
}

/** The number in figures, with the table's decimal mark. Thousands are parted where the comma marks decimals. */
export function figures(number: number, { decimalMark }: Pick<ValueStyle, "decimalMark">): string {
  const [whole = "", decimals] = String(Math.abs(number)).split(".");
  const grouped = decimalMark === "," && whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ".") : whole;
  return `${number < 0 ? "-" : ""}${grouped}${decimals === undefined ? "" : decimalMark + decimals}`;
}

/** "At least" goes without saying where the table writes no signs; "at most" never does. A bare number is the bound that its table writes. */
function signOf(comparison: Comparison, signs: boolean, lowerIsBetter: boolean): string {
  if (comparison === "<=" || comparison === "<") return comparison === "<" ? "<" : "≤";
  if (!signs) return "";
  if (comparison === "=") return lowerIsBetter ? "≤" : "≥";
  return comparison === ">" ? ">" : "≥";
}
