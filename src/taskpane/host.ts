import type { ReviewSession } from "../review/session";

/** What the pane asks of the session: every method is asynchronous, so that the session may live in a Worker. */
export type PaneSession = Pick<ReviewSession, "check" | "setPlan" | "setRules" | "previewFix" | "applyFix" | "undo" | "redo" | "showMarks" | "clearMarks">;

/** How far a long piece of work is: `done` of `total`, in whatever it counts (rows, sheets, bytes). */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * What the pane needs of the place that it stands in: Excel, or the workbench. One pane, two hosts.
 */
export interface PaneHost {
  readonly session: PaneSession;
  /** Selects the cell and brings it into view, in the sheet that it is on. */
  select(sheet: string, cell: string): Promise<void>;
  /**
   * Stops what is under way, where the host can; absent where it cannot. What was under way then rejects, best with an error
   * named "AbortError"; the pane takes any rejection after a stop as the stop itself.
   */
  readonly stop?: () => void;
  /** Hears how far the work under way is, where the host knows. @returns a function that stops hearing. */
  readonly onProgress?: (listener: (progress: Progress) => void) => () => void;
}
