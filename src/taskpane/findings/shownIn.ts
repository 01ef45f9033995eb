import type { FixPreview } from "../paneStore";

/** More changes than this do not fit a card: they are shown in the dialog. */
const FITS_CARD = 5;

/** Where a mending is shown: in its finding's card, or, for a whole rule or many changes, in the dialog. */
export function shownIn(preview: FixPreview | null): "card" | "dialog" | null {
  if (preview === null) return null;
  return "findings" in preview.request && preview.request.findings.length === 1 && preview.plan.changes.length <= FITS_CARD ? "card" : "dialog";
}
