import type { Outcome } from "../outcome";
import { countBySeverity } from "../findingFilter";
import type { ReviewView } from "../../review/view";
import type { Words } from "../words/words";

/** An outcome in one sentence. */
export function outcomeText(outcome: Outcome, view: ReviewView | null, words: Words): string {
  switch (outcome.kind) {
    case "checked": {
      if (view !== null && view.appendices.length === 0) return words.noTable.title;
      const { error, warning, info } = countBySeverity(view?.findings ?? []);
      return words.outcome.checked(error, warning, info);
    }
    case "mended": {
      const done = words.outcome.mended(outcome.cells, outcome.rows, outcome.columns);
      return outcome.skipped.length === 0 ? done : `${done} ${words.outcome.skipped(outcome.skipped.length)}`;
    }
    case "template-added":
      return words.outcome["template-added"](outcome.sheet);
    case "marked":
      return words.outcome.marked(outcome.cells);
    case "unmarked":
      return words.outcome.unmarked(outcome.cells);
    default:
      return words.outcome[outcome.kind];
  }
}
