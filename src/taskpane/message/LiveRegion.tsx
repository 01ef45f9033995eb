import { listedFindings, visibleFindings } from "../paneStore";
import { narrows } from "../findingFilter";
import { usePane } from "../paneContext";
import { useHiddenStyles } from "../controls/useHiddenStyles";
import { useDelayed } from "../useDelayed";
import { outcomeText } from "./messageText";

/** Tells outcomes, failures and how many findings a filter leaves to those who do not see them. Always in the page, always polite. */
export function LiveRegion() {
  const { state, words } = usePane();
  const { hidden } = useHiddenStyles();
  const working = useDelayed(state.status === "checking", 1000);
  const outcome = state.lastOutcome === null ? "" : outcomeText(state.lastOutcome, state.view, words);
  const shown = state.view !== null && narrows(state.filter) ? words.filter.shown(visibleFindings(state).length, listedFindings(state.view, state.filter.ignored).length) : "";
  // The same words twice would not be read twice: every other outcome ends in a no-break space.
  const again = state.outcomes % 2 === 0 ? "" : "\u00a0";
  return (
    <>
      <div role="status" aria-live="polite" className={hidden}>
        {state.failure !== null ? state.failure.message[state.language] : working ? words.state.checking : outcome + again}
      </div>
      <div role="status" aria-live="polite" className={hidden}>
        {shown}
      </div>
    </>
  );
}
