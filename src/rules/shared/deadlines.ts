import { parseDeadline } from "../../text/deadline/parseDeadline";
import { deadlineParts, type ConditionalDeadline, type Deadline, type FixedDeadline } from "../../text/deadline/deadline";
import type { Field } from "../../appendix/appendix";
import type { Meanings } from "../rule";

/** A deadline is one object for all fields of one text: what it means in some year is read once. */
const datedReadings = new WeakMap<Deadline, Deadline>();

const NONE: readonly never[] = [];

/**
 * What a field would mean if the plan's year were known: "Cả năm" and "Trước 30/6" point at that year, and are no documents.
 * The year itself means nothing, and no interval of the result is to be compared with a date.
 */
export function inSomeYear(field: Field, meanings: Meanings): Deadline {
  const deadline = meanings.deadline(field);
  if (deadline.kind !== "reference" && deadline.kind !== "compound") return deadline;
  let dated = datedReadings.get(deadline);
  if (dated === undefined) {
    dated = deadlineParts(deadline).some(({ kind }) => kind === "reference") ? parseDeadline(field.value, field.text, 2000) : deadline;
    datedReadings.set(deadline, dated);
  }
  return dated;
}

/** The parts that are fixed in time. */
export function fixedOf(deadline: Deadline): readonly FixedDeadline[] {
  if (deadline.kind === "fixed") return [deadline];
  if (deadline.kind !== "compound") return NONE;
  return deadlineParts(deadline).filter((part): part is FixedDeadline => part.kind === "fixed");
}

/** The parts that wait for something. */
export function conditionsOf(deadline: Deadline): readonly ConditionalDeadline[] {
  if (deadline.kind === "conditional") return [deadline];
  if (deadline.kind !== "compound") return NONE;
  return deadlineParts(deadline).filter((part): part is ConditionalDeadline => part.kind === "conditional");
}

/**
 * True when a day lies before the issue of the plan. A month of issue alone is compared by month (DOMAIN: deadlines).
 * @param day ISO date.
 * @param issued "2025-09" or "2025-09-19".
 */
export function beforeIssue(day: string, issued: string): boolean {
  return day.slice(0, issued.length) < issued;
}

const FOLLOWS_ANOTHER = /^\s*(?:thực hiện\s+)?theo\s.*(?<!\p{L})(?:của|số)\s/iu;

/**
 * True for a deadline that follows a plan or programme which somebody else has or has given a number: "Theo kế hoạch của Sở Nội vụ". It waits,
 * as "Theo hướng dẫn của tỉnh" does; a document's bare name is no time, nor is "theo quy định".
 */
export function followsAnother(deadline: Deadline, text: string): boolean {
  return deadline.kind === "reference" && FOLLOWS_ANOTHER.test(text.normalize("NFC"));
}

/** A whole number of days from one ISO date to a later one. */
export function daysBetween(from: string, to: string): number {
  if (counted.from !== from) counted = { from, day: dayNumber(from) };
  return dayNumber(to) - counted.day;
}

/** The day that was counted from last: in a plan it is always the day of issue. */
let counted = { from: "", day: NaN };

/** Days of an ISO date since 1970. */
function dayNumber(iso: string): number {
  return Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / 86_400_000;
}

/** An ISO date, or month, as Vietnamese offices write it: "2025-09-19" → "19/9/2025", "2025-09" → "9/2025". */
export function showDate(iso: string): string {
  if (shown.iso !== iso) {
    const parts = iso.split("-").map((part) => String(Number(part)));
    shown = { iso, text: parts.reverse().join("/") };
  }
  return shown.text;
}

/** The date that was shown last: a table's findings all show the day of issue. */
let shown = { iso: "", text: "" };

/**
 * What of a deadline is over before the plan is issued.
 * - "all": everything that it names in time, and nothing goes on after it;
 * - "part": a first time is over, but a later one, a recurrence or a condition still stands;
 * - "condition": it hangs on something that the text itself says happened before the issue;
 * - null: nothing.
 */
export function elapsedPart(deadline: Deadline, issued: string | null): "all" | "part" | "condition" | null {
  if (issued === null || deadline.kind === "recurring") return null;
  const isOver = ({ interval, openEnded }: FixedDeadline): boolean => !openEnded && beforeIssue(interval.end, issued);
  // The usual case, without lists.
  if (deadline.kind === "fixed") return isOver(deadline) ? "all" : null;
  const over = fixedOf(deadline).filter(isOver);
  if (over.length > 0) return over.length === deadlineParts(deadline).length ? "all" : "part";
  const met = conditionsOf(deadline).some(({ conditionMet, conditionDate }) => conditionMet && conditionDate !== null && beforeIssue(conditionDate, issued));
  return met ? "condition" : null;
}
