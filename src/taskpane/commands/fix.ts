import { Wrench20Regular } from "@fluentui/react-icons/svg/wrench";
import { fixableOfRule, selectedFinding } from "../paneStore";
import { isIdle, labelOf, type PaneCommand } from "./command";

/** Shows what mending the current finding would change. Writing comes after a second word. */
export const fix: PaneCommand = {
  id: "fix",
  label: labelOf("fix"),
  icon: Wrench20Regular,
  shortcut: "F",
  scope: "list",
  run: (store) => {
    const finding = selectedFinding(store.getState());
    return finding === undefined ? undefined : store.previewFix({ findings: [finding.id] });
  },
  isEnabled: (state) => isIdle(state) && !state.filter.ignored && selectedFinding(state)?.fixable === true,
  undoneBy: "undo",
};

/** Shows what mending everything that the current finding's rule can mend would change. */
export const fixAll: PaneCommand = {
  id: "fixAll",
  label: labelOf("fixAll"),
  icon: Wrench20Regular,
  shortcut: "Shift+F",
  scope: "list",
  run: (store) => {
    const finding = selectedFinding(store.getState());
    return finding === undefined ? undefined : store.previewFix({ ruleId: finding.ruleId });
  },
  isEnabled: (state) => isIdle(state) && !state.filter.ignored && fixableOfRule(state, selectedFinding(state)?.ruleId ?? "") > 0,
  undoneBy: "undo",
};
