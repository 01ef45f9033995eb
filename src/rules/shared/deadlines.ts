import type { ConditionalDeadline, Deadline, FixedDeadline, SimpleDeadline } from "../../text/deadline/deadline";

/** The single statements that a deadline is made of; none when it is missing or unreadable. */
export function statements(deadline: Deadline): readonly SimpleDeadline[] {
  if (deadline.kind === "compound") return deadline.parts;
  return deadline.kind === "missing" || deadline.kind === "unreadable" ? [] : [deadline];
}

/** The statements that are fixed in time. */
export function fixedOf(deadline: Deadline): readonly FixedDeadline[] {
  return statements(deadline).filter((part): part is FixedDeadline => part.kind === "fixed");
}

/** The statements that wait for something. */
export function conditionsOf(deadline: Deadline): readonly ConditionalDeadline[] {
  return statements(deadline).filter((part): part is ConditionalDeadline => part.kind === "conditional");
}

/**
 * True when a day lies before the issue of the plan. A month of issue alone is compared by month (DOMAIN: deadlines).
 * @param day ISO date.
 * @param issued "2025-09" or "2025-09-19".
 */
export function beforeIssue(day: string, issued: string): boolean {
  return day.slice(0, issued.length) < issued;
}

/** A whole number of days from one ISO date to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** An ISO date, or month, as Vietnamese offices write it: "2025-09-19" → "19/9/2025", "2025-09" → "9/2025". */
export function showDate(iso: string): string {
  return iso
    .split("-")
    .map((part) => String(Number(part)))
    .reverse()
    .join("/");
}

/**
 * What of a deadline is over before the plan is issued.
 * - "all": everything that it names in time, and nothing goes on after it;
 * - "part": a first time is over, but a later one, a recurrence or a condition still stands;
 * - "condition": it hangs on something that the text itself says happened before the issue;
 * - null: nothing.
 */
export function elapsedPart(deadline: Deadline, issued: string | null): "all" | "part" | "condition" | null {
  if (issued === null) return null;
  const parts = statements(deadline);
  const fixed = fixedOf(deadline);
  const over = fixed.filter(({ interval, openEnded }) => !openEnded && beforeIssue(interval.end, issued));
  if (over.length > 0) return over.length === parts.length ? "all" : "part";
  const met = conditionsOf(deadline).some(({ conditionMet, conditionDate }) => conditionMet && conditionDate !== null && beforeIssue(conditionDate, issued));
  return met ? "condition" : null;
}
