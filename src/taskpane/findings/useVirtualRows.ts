import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";

/**
 * Draws only the rows in sight of a scrolling element; their heights are measured as they are drawn.
 * The virtualiser changes in place, so what it answers must not be remembered between renderings.
 */
export function useVirtualRows(options: {
  readonly count: number;
  readonly scroll: HTMLElement | null;
  /** A guess of a row's height in px, until it is measured. */
  readonly estimate: (index: number) => number;
  readonly keyOf?: (index: number) => string | number;
  readonly overscan: number;
  /** A row that stays drawn when it is scrolled out of sight, so that the focus in it is not lost. */
  readonly keep?: number | undefined;
}): Virtualizer<HTMLElement, HTMLElement> {
  const { count, scroll, estimate, keyOf, overscan, keep } = options;
  return useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroll,
    estimateSize: estimate,
    overscan,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (keep === undefined || keep >= count || shown.includes(keep)) return shown;
      return [...shown, keep].sort((a, b) => a - b);
    },
    ...(keyOf === undefined ? {} : { getItemKey: keyOf }),
  });
}
