import { createContext, useContext } from "react";
import type { PaneState, PaneStore } from "./paneStore";
import type { Words } from "./words/words";

/** What every part of the pane shares. */
export interface PaneParts {
  readonly store: PaneStore;
  readonly state: PaneState;
  readonly words: Words;
}

const PaneContext = createContext<PaneParts | null>(null);

export const PaneProvider = PaneContext.Provider;

/** The store, its present state and the words of its language. */
export function usePane(): PaneParts {
  const parts = useContext(PaneContext);
  if (parts === null) throw new Error("usePane works inside of <Pane> only: render the component under it.");
  return parts;
}
