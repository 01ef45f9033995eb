import type { ReviewSession } from "../review/session";
import type { ReviewView } from "../review/view";
import type { WorkbookChange } from "../workbook/workbook";

/** What the pane asks of the session: every method is asynchronous, so that the session may live in a Worker. */
export type PaneSession = Pick<
  ReviewSession,
  | "check" | "setPlan" | "setRules" | "setFileRules" | "ignore" | "restore" | "units" | "setUnits" | "importUnits" | "exportUnits"
  | "previewFix" | "applyFix" | "undo" | "redo" | "showMarks" | "clearMarks"
  | "targets"
  | "addTemplate" | "templateGaps" | "previewStructure" | "officeForm"
>;

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
  /** Changes that come from elsewhere (typed into the sheet, a co-author's), where the host tells of them. */
  readonly live?: LiveSheet;
  /** What helps to understand a failure here: the host and its version, a line each; nothing of the document. */
  readonly environment?: () => readonly string[];
}

/** A workbook that others change while the pane is open. */
export interface LiveSheet {
  /** Hears of changes once they have calmed down. @returns a function that stops hearing. */
  subscribe(listener: (change: WorkbookChange) => void): () => void;
  /** Checks again what a change touched. */
  refresh(change: WorkbookChange): Promise<ReviewView>;
}
