import { Stop20Regular } from "@fluentui/react-icons/svg/stop";
import { isIdle, labelOf, type PaneCommand } from "./command";

/** Stops what is under way. */
export const stop: PaneCommand = {
  id: "stop",
  label: labelOf("stop"),
  icon: Stop20Regular,
  shortcut: "Escape",
  scope: "pane",
  run: (store) => store.stop(),
  isEnabled: (state) => state.canStop && !isIdle(state),
  undoneBy: null,
};
