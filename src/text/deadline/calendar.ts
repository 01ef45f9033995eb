import type { Interval, Precision } from "./deadline";

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month (1 to 12) of a year; 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** The ISO form of a calendar day. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** One day as an interval; null when the calendar has no such day. */
export function dayInterval(year: number, month: number, day: number): Interval | null {
  if (day < 1 || day > daysIn(year, month)) return null;
  const iso = isoDay(year, month, day);
  return { start: iso, end: iso, precision: "day" };
}

/** The months `from` to `to` (1 to 12, both inside) of a year. */
export function monthsInterval(year: number, from: number, to: number, precision: Precision): Interval {
  return { start: isoDay(year, from, 1), end: isoDay(year, to, daysIn(year, to)), precision };
}

/** The stretch of the same length in months that ends on the day before the interval: what "before" a month, quarter or year means. */
export function intervalBefore(interval: Interval): Interval {
  const year = Number(interval.start.slice(0, 4));
  const month = Number(interval.start.slice(5, 7));
  const length = (Number(interval.end.slice(0, 4)) - year) * 12 + Number(interval.end.slice(5, 7)) - month + 1;
  const first = year * 12 + month - 1 - length;
  const last = year * 12 + month - 2;
  const end = isoDay(Math.floor(last / 12), (last % 12) + 1, daysIn(Math.floor(last / 12), (last % 12) + 1));
  return { start: isoDay(Math.floor(first / 12), (first % 12) + 1, 1), end, precision: interval.precision };
}

/** The day that follows an ISO day. */
export function dayAfter(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  if (day < daysIn(year, month)) return isoDay(year, month, day + 1);
  return month < 12 ? isoDay(year, month + 1, 1) : isoDay(year + 1, 1, 1);
}

/** Days from 1970-01-01 to Excel's day 0, 30/12/1899 (the 1900 date system, exact from 1/3/1900 on). */
const EXCEL_EPOCH = -25_569;
const MILLISECONDS = 86_400_000;

/** The calendar day of an Excel serial day, without its time of day. */
export function ofSerial(serial: number): string {
  return new Date((Math.floor(serial) + EXCEL_EPOCH) * MILLISECONDS).toISOString().slice(0, 10);
}
