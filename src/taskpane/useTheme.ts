import { useSyncExternalStore } from "react";
import type { Theme } from "./preferences";

const DARK = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const query = typeof matchMedia === "function" ? matchMedia(DARK) : null;
  query?.addEventListener("change", listener);
  return () => query?.removeEventListener("change", listener);
}

/** The theme to draw with: the chosen one, or the computer's while "system" is chosen. */
export function useTheme(chosen: Theme): "light" | "dark" {
  const dark = useSyncExternalStore(subscribe, () => typeof matchMedia === "function" && matchMedia(DARK).matches, () => false);
  return chosen === "system" ? (dark ? "dark" : "light") : chosen;
}
