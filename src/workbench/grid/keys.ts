import type { Direction, Move } from "./selection";

/** What a key press in the grid asks for, as in Excel. */
export type GridCommand =
  | { readonly kind: "move"; readonly move: Move }
  | { readonly kind: "edit" }
  | { readonly kind: "clear" }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  | { readonly kind: "sheet"; readonly delta: 1 | -1 }
  | { readonly kind: "dismiss" };

/** The part of a keyboard event that decides. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

/** The command of a key pressed while no cell is being edited; null when the key is not the grid's (typing, the browser's own). */
export function commandOf(key: Key): GridCommand | null {
  const control = key.ctrlKey || key.metaKey;
  const extend = key.shiftKey;
  const arrow = ARROWS[key.key];
  if (arrow !== undefined && !key.altKey) {
    return { kind: "move", move: { kind: control ? "jump" : "step", direction: arrow, extend } };
  }
  if (key.altKey) return null;
  switch (key.key) {
    case "Home":
      return { kind: "move", move: { kind: control ? "first" : "home", extend } };
    case "End":
      return { kind: "move", move: { kind: control ? "last" : "end", extend } };
    case "PageUp":
    case "PageDown": {
      const down = key.key === "PageDown";
      if (control) return { kind: "sheet", delta: down ? 1 : -1 };
      return { kind: "move", move: { kind: "page", direction: down ? "down" : "up", extend } };
    }
    case "Tab":
      return control ? null : { kind: "move", move: { kind: "walk", direction: extend ? "left" : "right" } };
    case "Enter":
      return control ? null : { kind: "move", move: { kind: "walk", direction: extend ? "up" : "down" } };
    case "F2":
      return { kind: "edit" };
    case "Delete":
    case "Backspace":
      return control ? null : { kind: "clear" };
    case "Escape":
      return { kind: "dismiss" };
    default:
  }
  if (!control) return null;
  switch (key.key.toLowerCase()) {
    case "a":
      return { kind: "move", move: { kind: "all" } };
    case "z":
      return extend ? { kind: "redo" } : { kind: "undo" };
    case "y":
      return { kind: "redo" };
    default:
      return null;
  }
}
