import type { FluentIcon } from "@fluentui/react-icons";
import type { Localized } from "../../text/language";
import type { PaneState, PaneStore } from "../paneStore";
import { en } from "../words/en";
import { vi, type Words } from "../words/vi";

/**
 * Something a person can ask for: the pane's buttons, the workbench's toolbar and keys, and the ribbon show and run the same object.
 */
export interface PaneCommand {
  readonly id: string;
  readonly label: Localized;
  readonly icon: FluentIcon;
  /** As it is shown: "Ctrl+Z", "F9", "F"; null for none. */
  readonly shortcut: string | null;
  /** Where the shortcut works: anywhere in the pane, or only in the list of findings (single letters). */
  readonly scope: "pane" | "list";
  readonly run: (store: PaneStore) => void | Promise<void>;
  readonly isEnabled: (state: PaneState) => boolean;
  /** The id of the command that takes it back; null when it changes nothing that needs taking back. */
  readonly undoneBy: string | null;
}

/** A command's label in both languages. */
export function labelOf(key: keyof Words["command"]): Localized {
  return { vi: vi.command[key], en: en.command[key] };
}

/** True when nothing else is under way. */
export function isIdle(state: PaneState): boolean {
  return state.status === "idle";
}

/** What of a key press decides on a shortcut; both DOM and React events fit. */
export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** True when the key press is the shortcut. Ctrl is also the Mac's command key. */
export function isShortcut(shortcut: string | null, press: KeyPress): boolean {
  if (shortcut === null) return false;
  const parts = shortcut.split("+");
  const key = parts.at(-1) ?? "";
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === parts.includes("Ctrl") &&
    press.shiftKey === parts.includes("Shift") &&
    press.altKey === parts.includes("Alt")
  );
}
