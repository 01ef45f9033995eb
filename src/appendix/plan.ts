/** The tier of a commune-level unit since 1/7/2025 (Law on Organization of Local Government 72/2025/QH15). */
export type Level = "xã" | "phường" | "đặc khu";

/**
 * What is known of the plan that the appendices belong to: from the title lines, or given by the drafter. A null key is not known.
 * The same shape is read from PLAN.json of the command line.
 */
export interface PlanContext {
  /** The commune's own name without its tier: "Phú Xuyên". */
  readonly place: string | null;
  readonly level: Level | null;
  /** The province's own name: "Hà Nội". */
  readonly province: string | null;
  /** The plan's number as written, null when blank: "139/KH-UBND". */
  readonly number: string | null;
  /** Date of issue, "2025-09" when only the month is known, or "2025-09-19". */
  readonly issued: string | null;
  /** The years that the plan covers: "2026" or "2025-2030". */
  readonly period: string | null;
  /** Whether the Party Committee (Đảng ủy) or the People's Committee (UBND) issues it. */
  readonly issuer: "party" | "government" | null;
}

export const UNKNOWN_PLAN: PlanContext = { place: null, level: null, province: null, number: null, issued: null, period: null, issuer: null };

/** The context that was read, with the drafter's keys in place of it; a key that is null or absent in `given` leaves what was read. */
export function correctPlan(read: PlanContext, given: Partial<PlanContext>): PlanContext {
  return {
    place: given.place ?? read.place,
    level: given.level ?? read.level,
    province: given.province ?? read.province,
    number: given.number ?? read.number,
    issued: given.issued ?? read.issued,
    period: given.period ?? read.period,
    issuer: given.issuer ?? read.issuer,
  };
}
