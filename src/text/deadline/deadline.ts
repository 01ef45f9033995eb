/** How exactly a date is said. */
export type Precision = "day" | "month" | "quarter" | "half" | "year" | "period";

/** A stretch of calendar days, both ends inside, as ISO dates ("2025-07-31"). */
export interface Interval {
  readonly start: string;
  readonly end: string;
  readonly precision: Precision;
}

/** Done once, inside (or by the end of) a known interval. */
export interface FixedDeadline {
  readonly kind: "fixed";
  readonly interval: Interval;
  /** "by": the end counts ("Trước ngày …", "Đến năm 2030"); "within": the whole interval ("Trong tháng 8/2025", "2025"). */
  readonly bound: "by" | "within";
  /** True when the text goes on without an end: "Năm 2025 và các năm tiếp theo", "từ năm 2026". */
  readonly openEnded: boolean;
  /** True when the year was not written and comes from the plan ("Trước 30/6", "Cả năm", "6 tháng đầu năm"). */
  readonly yearAssumed: boolean;
}

/** Done again and again: "Thường xuyên", "Hằng năm", "Hàng quý", "Tháng 6, tháng 12 hằng năm". */
export interface RecurringDeadline {
  readonly kind: "recurring";
  readonly every: "always" | "week" | "month" | "quarter" | "half" | "year" | "period";
  /** True when the moment inside each turn is named ("Tháng 6, tháng 12 hằng năm", "ngày 25 hằng tháng"). */
  readonly momentNamed: boolean;
  /** The moments named, in a normal form ("tháng 6", "ngày 15/12"); empty when none is. */
  readonly moments: readonly string[];
}

/** Starts after something that has no date yet: "Khi có văn bản của cấp trên", "Theo hướng dẫn của Tỉnh", "30 ngày sau khi …". */
export interface ConditionalDeadline {
  readonly kind: "conditional";
  /** What it waits for, as written. */
  readonly condition: string;
  /** The date of the document or event that it waits for, when one is written ("… Công văn số … ngày 27/5/2025"). */
  readonly conditionDate: string | null;
  /** True when the text says that the event is past ("đã ban hành"). */
  readonly conditionMet: boolean;
}

/**
 * Points at another plan or document instead of a time: "Kế hoạch công tác hằng năm", "Theo Kế hoạch số 139/KH-UBND"; also at the plan's
 * own year when that is not known ("Cả năm", "Trước 30/6").
 */
export interface ReferenceDeadline {
  readonly kind: "reference";
  readonly to: string;
}

/** Several at once: "Nhiệm vụ thường xuyên (sau khi có hướng dẫn của cấp trên)", "Quý IV/2026; hoàn thành quý II/2027". */
export interface CompoundDeadline {
  readonly kind: "compound";
  readonly parts: readonly SimpleDeadline[];
}

export type SimpleDeadline = FixedDeadline | RecurringDeadline | ConditionalDeadline | ReferenceDeadline;

/** "missing" is an empty cell or a placeholder ("…", "[...]", "-"); "unreadable" is text that names no time. */
export type Deadline = SimpleDeadline | CompoundDeadline | { readonly kind: "missing" } | { readonly kind: "unreadable" };

/** The single deadlines in a deadline; none for a missing or unreadable one. */
export function deadlineParts(deadline: Deadline): readonly SimpleDeadline[] {
  switch (deadline.kind) {
    case "compound":
      return deadline.parts;
    case "missing":
    case "unreadable":
      return [];
    default:
      return [deadline];
  }
}

/**
 * The last day by which the work is to be done (ISO): the latest end of the fixed parts. Null when there is none, or when a fixed part
 * goes on without an end ("Năm 2025 và các năm tiếp theo").
 */
export function deadlineEnd(deadline: Deadline): string | null {
  let latest: string | null = null;
  for (const part of deadlineParts(deadline)) {
    if (part.kind !== "fixed") continue;
    if (part.openEnded) return null;
    if (latest === null || part.interval.end > latest) latest = part.interval.end;
  }
  return latest;
}
