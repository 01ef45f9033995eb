import type { Clarity } from "../rules/rule";

/** The "6 rõ" in the order of Decision 2179/QĐ-TTg of 6/10/2025. */
export const CLARITIES: readonly Clarity[] = ["người", "việc", "thời gian", "trách nhiệm", "sản phẩm", "thẩm quyền"];

/** How clear an appendix is on one of the "6 rõ". */
export interface ClarityScore {
  readonly clarity: Clarity;
  /** The items that are clear, as a share of all, 0 to 1; null when the appendix has no column that bears the clarity ("không có cột"), or no item. */
  readonly share: number | null;
  /** How many items are not clear; 0 when `share` is null. */
  readonly unclear: number;
}

/** A share in per cent; 100 % only when nothing is unclear, 0 % only when nothing is clear. */
export function shareText(share: number): string {
  const percent = Math.round(share * 100);
  return `${share < 1 && percent === 100 ? 99 : share > 0 && percent === 0 ? 1 : percent}%`;
}
