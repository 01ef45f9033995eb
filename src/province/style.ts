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

/**
 * The style of a table's values.
 * @param near measured values by how near they stand: those of the same column next to it, those of the row, those of the whole table. The first
 *   group that tells something decides.
 * @param hasUnit the unit of measure has a column of its own.
 */
export function styleOf(near: readonly (readonly TargetSlot[])[], hasUnit: boolean): ValueStyle {
  const all = near.flat();
  const shares = near.map((group) => group.filter(({ value, field }) => value.kind === "measured" && field.text.includes("%")));
  const percents = shares.flat();
  const bare = all.filter(({ value, field }) => value.kind === "measured" && !field.text.includes("%") && (value.unit === null || value.unit === "%"));
  const decimals = all.flatMap(({ value }) => (value.kind === "measured" && value.decimalMark !== null ? [value.decimalMark] : []));
  const numbers = (near[0]?.length ?? 0) > 0 ? near[0] ?? [] : all;
  const stored = majority(numbers.map(({ field }) => (typeof field.value !== "number" ? "text" : field.text.includes("%") ? "fraction" : "number"))) ?? "text";
  return {
    signs: majority((near.find((group) => group.length > 0) ?? []).map(({ field }) => SIGN.test(field.text))) ?? true,
    percent: percents.length > 0 && percents.length >= bare.length ? (percents.some(({ field }) => field.text.includes(" %")) ? " %" : "%") : hasUnit || (bare.length > 0 && percents.length === 0) ? "" : "%",
    decimalMark: majority(decimals) ?? ",",
    stored,
  };
}

/** What most of the list says, the earlier of two alike; null of an empty list. */
function majority<T>(list: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  let best: T | null = null;
  for (const [one, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = one;
  return best;
}

/** The value as this table would write it. */
export function written(value: MeasuredTarget, style: ValueStyle): CellValue {
  const sign = signOf(value.comparison, style.signs);
  const share = value.unit !== null && value.unit.startsWith("%");
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

/** "At least" goes without saying where the table writes no signs; "at most" never does. */
function signOf(comparison: Comparison, signs: boolean): string {
  if (comparison === "<=" || comparison === "<") return comparison === "<" ? "<" : "≤";
  if (!signs || comparison === "=") return "";
  return comparison === ">" ? ">" : "≥";
}
