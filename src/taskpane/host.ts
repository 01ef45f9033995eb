import type { ReviewSession } from "../review/session";

/** What the pane asks of the session: every method is asynchronous, so that the session may live in a Worker. */
export type PaneSession = Pick<ReviewSession, "check" | "setPlan" | "setRules" | "previewFix" | "applyFix" | "undo" | "redo" | "showMarks" | "clearMarks">;

/**
 * What the pane needs of the place that it stands in: Excel, or the workbench. One pane, two hosts.
 */
export interface PaneHost {
  readonly session: PaneSession;
  /** Selects the cell and brings it into view, in the sheet that it is on. */
  select(sheet: string, cell: string): Promise<void>;
  /** Stops what is under way, where the host can; absent where it cannot. */
  readonly stop?: () => void;
}
