import { check } from "./check";
import { isShortcut, type KeyPress, type PaneCommand } from "./command";
import { explain } from "./explain";
import { fix, fixAll } from "./fix";
import { ignore, restore } from "./ignore";
import { redo, undo } from "./history";
import { hideMarks, showMarks } from "./marks";
import { nextFinding, previousFinding } from "./navigate";
import { stop } from "./stop";
import type { PaneState } from "../paneStore";

export type { PaneCommand } from "./command";
export { check, redo, stop, undo };

/** Every command. */
export const commands: readonly PaneCommand[] = [check, stop, fix, fixAll, ignore, restore, explain, undo, redo, showMarks, hideMarks, nextFinding, previousFinding];

/** The enabled command of a key press; a list's shortcuts count only when the press came from the list. */
export function commandOf(press: KeyPress, state: PaneState, inList: boolean): PaneCommand | undefined {
  return commands.find((command) => (inList || command.scope === "pane") && isShortcut(command.shortcut, press) && command.isEnabled(state));
}
