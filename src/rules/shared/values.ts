import { lower, nfc } from "../../text/normal";
import type { Comparison, MeasuredTarget } from "../../text/target/targetValue";
import { hasRole, type Appendix, type Column, type Item, type TargetCell } from "../../appendix/appendix";
import type { Meanings } from "../rule";

/** For `appliesTo` of a rule that looks at target values. */
export function hasTargets(appendix: Appendix): boolean {
  return hasRole(appendix, "target");
}

/** A value of a target row that is a number. */
export interface Measured {
  readonly cell: TargetCell;
  readonly value: MeasuredTarget;
}

/** Several rules look at one row after the other: the last answers are kept. */
let lastMeasured: { readonly item: Item; readonly meanings: Meanings; readonly measured: readonly Measured[] } | undefined;
let lastMeasure: { readonly item: Item; readonly measure: Measure } | undefined;

/** The values of a row that are numbers, in the order of the columns. */
export function measuredOf(item: Item, meanings: Meanings): readonly Measured[] {
  if (lastMeasured?.item !== item || lastMeasured.meanings !== meanings) lastMeasured = { item, meanings, measured: measureAll(item, meanings) };
  return lastMeasured.measured;
}

function measureAll(item: Item, meanings: Meanings): readonly Measured[] {
  const measured: Measured[] = [];
  for (const cell of item.values) {
    const value = meanings.target(cell.field);
    if (value.kind === "measured") measured.push({ cell, value });
  }
  return measured;
}

/** What a target measures, as far as its name tells: a share of a whole, an index, a count of things; null when it does not. */
export type Measure = "share" | "index" | "count" | null;

// A rate of growth, or a share of what was there before, has no upper bound: it is no share of a whole.
const UNBOUNDED = /(?<!\p{L})(?:tăng|tốc độ|so với|hoàn vốn|lợi nhuận|bình quân)(?!\p{L})/u;
const SHARE = /^[\s\d.\-+*]*(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|mức độ hài lòng|%)/u;
const INDEX = /^[\s\d.\-+*]*(?:chỉ số|hệ số|điểm)(?!\p{L})/u;
const COUNT = /^[\s\d.\-+*]*(?:tổng số|số lượng|số(?!\s+(?:hóa|hoá|liệu)))(?!\p{L})/u;

/** Reads what a target measures from its name: "Tỷ lệ …" → share, "Chỉ số …" → index, "Số …" → count. */
export function measureOf(item: Item): Measure {
  if (lastMeasure?.item !== item) lastMeasure = { item, measure: readMeasure(item) };
  return lastMeasure.measure;
}

function readMeasure(item: Item): Measure {
  const name = lower(nfc(item.fields.content?.text ?? "")).trim();
  if (SHARE.test(name)) return UNBOUNDED.test(name) ? null : "share";
  if (INDEX.test(name)) return "index";
  return COUNT.test(name) ? "count" : null;
}

/** True when the unit of measure stands in a column of its own, so that values need not carry it. */
export function hasUnitOfMeasure(item: Item, meanings: Meanings): boolean {
  const field = item.fields.unitOfMeasure;
  return field !== undefined && !meanings.blank(field);
}

/** The sign of a comparison as messages show it; "" for a bare value. */
export function signOf(comparison: Comparison): string {
  return { "=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<" }[comparison];
}

const REACHED = /(?<!\p{L})(?:ước|th|thực hiện|hiện trạng|kết quả|đã đạt)(?!\p{L})/u;
const reached = new WeakMap<Column, boolean>();

/** True for the column of what was reached ("Ước TH 2025", "Thực hiện năm 2025"), beside those of what is to be reached. */
export function isReached(column: Column): boolean {
  let is = reached.get(column);
  if (is === undefined) {
    is = REACHED.test(lower(nfc(column.period ?? "")));
    reached.set(column, is);
  }
  return is;
}

const SINGLE_YEAR = /^(?:(?:đến|hết|cuối)\s+)*(?:(?:năm|kế hoạch|mục tiêu|chỉ tiêu|giao)\s+)*(\d{4})$/u;

const SCHOOL_YEAR = /^năm học\s(\d{4})(?:\s?[-–]\s?\d{4})?$/u;

/**
 * The year that a value column stands for, the first of a school year's two, null when it is not for the state at one year: a stretch of years sums what single years
 * do, and half-years and quarters begin anew.
 * @param period as in the header: "2025", "Năm 2030", "Đến năm 2030"; not "Giai đoạn 2026 - 2030".
 */
export function yearOfPeriod(period: string | undefined): number | null {
  const said = lower(nfc(period ?? "")).replace(/\s+/g, " ").trim();
  const match = SINGLE_YEAR.exec(said) ?? SCHOOL_YEAR.exec(said);
  return match === null ? null : Number(match[1]);
}
