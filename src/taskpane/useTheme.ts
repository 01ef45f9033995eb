import { useSyncExternalStore } from "react";
import type { Theme } from "./preferences";

/** What a theme is drawn with: everything else is one of the two. */
export type Ground = "light" | "dark";

const DARK = "(prefers-color-scheme: dark)";

/** What the host around the pane looks like; null where it does not say (Excel on the web, office-js #6134) and in the workbench. */
let hostGround: Ground | null = null;
const listeners = new Set<() => void>();

/** Tells what the host around the pane looks like, now and whenever it changes. */
export function setHostGround(ground: Ground | null): void {
  hostGround = ground;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const query = typeof matchMedia === "function" ? matchMedia(DARK) : null;
  query?.addEventListener("change", listener);
  listeners.add(listener);
  return () => {
    query?.removeEventListener("change", listener);
    listeners.delete(listener);
  };
}

function systemGround(): Ground {
  return hostGround ?? (typeof matchMedia === "function" && matchMedia(DARK).matches ? "dark" : "light");
}

/** The theme to draw with: the chosen one, or while "system" is chosen the host's, or else the computer's. */
export function useTheme(chosen: Theme): Ground {
  const ground = useSyncExternalStore<Ground>(subscribe, systemGround, () => "light");
  return chosen === "system" ? ground : chosen;
}
