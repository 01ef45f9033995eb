import { Highlight20Regular } from "@fluentui/react-icons/svg/highlight";
import { isIdle, labelOf, type PaneCommand } from "./command";

/** Shows the findings on the sheet. */
export const showMarks: PaneCommand = {
  id: "showMarks",
  label: labelOf("showMarks"),
  icon: Highlight20Regular,
  shortcut: null,
  scope: "pane",
  run: (store) => store.showMarks(true),
  isEnabled: (state) => isIdle(state) && !state.marksShown,
  undoneBy: "hideMarks",
};

/** Takes every mark off the sheet, also those found in the file. */
export const hideMarks: PaneCommand = {
  id: "hideMarks",
  label: labelOf("hideMarks"),
  icon: Highlight20Regular,
  shortcut: null,
  scope: "pane",
  run: (store) => store.showMarks(false),
  isEnabled: isIdle,
  undoneBy: "showMarks",
};
