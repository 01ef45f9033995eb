import { DocumentSearch20Regular } from "@fluentui/react-icons/svg/document-search";
import { isIdle, labelOf, type PaneCommand } from "./command";

/** Reads and checks the whole workbook. */
export const check: PaneCommand = {
  id: "check",
  label: labelOf("check"),
  icon: DocumentSearch20Regular,
  shortcut: "F9",
  scope: "pane",
  run: (store) => store.check(),
  isEnabled: isIdle,
  undoneBy: null,
};
