import { ArrowDown20Regular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUp20Regular } from "@fluentui/react-icons/svg/arrow-up";
import { visibleFindings, type PaneStore } from "../paneStore";
import { labelOf, type PaneCommand } from "./command";

/** Goes to the finding so many places further in the list, around the ends, and selects its cell. */
function step(store: PaneStore, by: 1 | -1): Promise<void> | undefined {
  const findings = visibleFindings(store.getState());
  const at = findings.findIndex((finding) => finding.id === store.getState().selectedId);
  const next = at < 0 ? (by === 1 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
  const finding = findings[next];
  return finding === undefined ? undefined : store.selectFinding(finding.id);
}

export const nextFinding: PaneCommand = {
  id: "next",
  label: labelOf("next"),
  icon: ArrowDown20Regular,
  shortcut: "F8",
  scope: "pane",
  run: (store) => step(store, 1),
  isEnabled: (state) => visibleFindings(state).length > 0,
  undoneBy: null,
};

export const previousFinding: PaneCommand = {
  id: "previous",
  label: labelOf("previous"),
  icon: ArrowUp20Regular,
  shortcut: "Shift+F8",
  scope: "pane",
  run: (store) => step(store, -1),
  isEnabled: (state) => visibleFindings(state).length > 0,
  undoneBy: null,
};
