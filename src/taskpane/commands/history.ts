import { ArrowRedo20Regular } from "@fluentui/react-icons/svg/arrow-redo";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { isIdle, labelOf, type PaneCommand } from "./command";

/** Takes the last mending or edit back. */
export const undo: PaneCommand = {
  id: "undo",
  label: labelOf("undo"),
  icon: ArrowUndo20Regular,
  shortcut: "Ctrl+Z",
  scope: "pane",
  run: (store) => store.undo(),
  isEnabled: (state) => isIdle(state) && state.canUndo,
  undoneBy: "redo",
};

/** Does again what was taken back. */
export const redo: PaneCommand = {
  id: "redo",
  label: labelOf("redo"),
  icon: ArrowRedo20Regular,
  shortcut: "Ctrl+Y",
  scope: "pane",
  run: (store) => store.redo(),
  isEnabled: (state) => isIdle(state) && state.canRedo,
  undoneBy: "undo",
};
