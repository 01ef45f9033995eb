import { QuestionCircle20Regular } from "@fluentui/react-icons/svg/question-circle";
import { selectedFinding } from "../paneStore";
import { labelOf, type PaneCommand } from "./command";

/** Shows the rule behind the current finding, or hides it again. */
export const explain: PaneCommand = {
  id: "explain",
  label: labelOf("explain"),
  icon: QuestionCircle20Regular,
  shortcut: "V",
  scope: "list",
  run: (store) => store.explain(store.getState().selectedId),
  isEnabled: (state) => selectedFinding(state) !== undefined,
  undoneBy: "explain",
};
