import { ArrowCounterclockwise20Regular } from "@fluentui/react-icons/svg/arrow-counterclockwise";
import { EyeOff20Regular } from "@fluentui/react-icons/svg/eye-off";
import { selectedFinding } from "../paneStore";
import { isIdle, labelOf, type PaneCommand } from "./command";

/** Asks why the current finding may stand. It is let stand after a second word. */
export const ignore: PaneCommand = {
  id: "ignore",
  label: labelOf("ignore"),
  icon: EyeOff20Regular,
  shortcut: "B",
  scope: "list",
  run: (store) => store.askReason(store.getState().selectedId),
  isEnabled: (state) => isIdle(state) && !state.filter.ignored && selectedFinding(state) !== undefined,
  undoneBy: "restore",
};

/** Counts the current one of the ignored findings again. */
export const restore: PaneCommand = {
  id: "restore",
  label: labelOf("restore"),
  icon: ArrowCounterclockwise20Regular,
  shortcut: null,
  scope: "list",
  run: (store) => {
    const finding = selectedFinding(store.getState());
    return finding === undefined ? undefined : store.restore(finding.id);
  },
  isEnabled: (state) => isIdle(state) && state.filter.ignored && selectedFinding(state) !== undefined,
  undoneBy: "ignore",
};
