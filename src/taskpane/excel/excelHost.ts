import type { Workbook, WorkbookChange } from "../../workbook/workbook";
import type { LiveSheet, PaneHost, PaneSession, Progress } from "../host";
import { linkSession, type LinkedSession } from "./engine/sessionLink";
import { onCalmChange } from "./liveChanges";

/** The workbook that is open in Excel, and the way to its cells. */
export interface ExcelBook extends Workbook {
  /** Selects a cell and brings it into view. */
  select(sheet: string, cell: string): Promise<void>;
}

/** The pane's place in Excel: a workbook that Excel shows, and a session in a Worker. */
export class ExcelHost implements PaneHost {
  readonly session: PaneSession;
  readonly live: LiveSheet;
  private readonly linked: LinkedSession;
  private readonly listeners = new Set<(progress: Progress) => void>();

  /**
   * @param book the workbook, once Excel can be reached. When it rejects, so does everything that the pane asks, with the same reason.
   * @param environment lines about Excel for the details of a failure.
   */
  constructor(
    private readonly book: Promise<ExcelBook>,
    readonly environment: () => readonly string[],
    make?: () => Worker,
  ) {
    this.linked = linkSession(book, (progress) => this.tell(progress), make);
    this.session = this.linked;
    this.live = {
      subscribe: (listener) => this.hear(listener),
      refresh: (change) => this.linked.refresh(change),
    };
  }

  readonly onProgress = (listener: (progress: Progress) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async select(sheet: string, cell: string): Promise<void> {
    await (await this.book).select(sheet, cell);
  }

  private hear(listener: (change: WorkbookChange) => void): () => void {
    let stop: (() => void) | null = null;
    let ended = false;
    this.book.then(
      (book) => {
        if (!ended) stop = onCalmChange(book, listener);
      },
      // Whoever waits for the workbook tells of it.
      () => undefined,
    );
    return () => {
      ended = true;
      stop?.();
    };
  }

  private tell(progress: Progress): void {
    for (const listener of this.listeners) listener(progress);
  }
}
