/// <reference types="office-js" />
import { WorkbookFailure } from "../failure";
import { errorCode, failureOf } from "./excelErrors";

/** What the adapter runs on: Microsoft's client library, and what it says of the Excel behind it. */
export interface ExcelEnvironment {
  /** The namespace of the client library, `Excel`. */
  readonly excel: Pick<typeof Excel, "run">;
  /** True when Excel has everything of a requirement set ("1.9"); `Office.context.requirements.isSetSupported("ExcelApi", set)`. */
  readonly supports: (set: string) => boolean;
  /** How many bytes Excel passes on in one answer: 5 MB on the web, where nothing larger arrives; no such limit on the desktop. */
  readonly answerLimit: number;
  /** How long one round trip may take in milliseconds before Excel counts as silent. */
  readonly timeLimit: number;
}

/** The floor: RangeAreas, page layout and workbook-wide change events came with it. */
const REQUIRED_SET = "1.9";

/** One round trip: sends what was asked for so far, and waits for Excel's answer. */
export type Sync = () => Promise<void>;

/** A piece of work with Excel. */
export type Work<T> = (context: Excel.RequestContext, sync: Sync) => Promise<T>;

/**
 * Excel, one piece of work after the other: what reads must not run between the comparing and the writing of something else. Every round
 * trip has a time limit, because Excel is known to fall silent (office-js #697, #2154).
 */
export class ExcelClient {
  private last: Promise<unknown> = Promise.resolve();
  /** False once Excel has refused to join round trips into one step of its undo history. */
  private mergesUndo = true;

  constructor(private readonly environment: ExcelEnvironment) {}

  get answerLimit(): number {
    return this.environment.answerLimit;
  }

  /** True when this Excel has everything of a requirement set. */
  supports(set: string): boolean {
    return this.environment.supports(set);
  }

  /**
   * Does a piece of work after all that was asked for before. While the user is typing in a cell, Excel puts the work off until the cell is
   * left, where it can (ExcelApi 1.5).
   * @throws WorkbookFailure for whatever went wrong in Excel.
   */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      throw failureOf(error, "");
    }
  }

  /**
   * One `Excel.run`, inside of `alone`. Errors come as the client library raises them, a silent Excel as WorkbookFailure.
   * @throws WorkbookFailure "excel-too-old" below the required set.
   */
  async run<T>(work: Work<T>): Promise<T> {
    this.requireFloor();
    return this.environment.excel.run({ delayForCellEdit: true }, (context) => work(context, this.syncOf(context)));
  }

  /**
   * The same for work that writes: all of it is one step of Excel's undo history where Excel can do that (ExcelApi 1.20). Excel on the web
   * may refuse the option (office-js #6711), and some writes within a group (#6491, #6255): then the work is done again without it.
   * `work` must therefore bear being done twice.
   */
  async runWriting<T>(work: Work<T>): Promise<T> {
    if (!this.mergesUndo || !this.supports("1.20")) return this.run(work);
    this.requireFloor();
    try {
      return await this.environment.excel.run({ mergeUndoGroup: true }, (context) => work(context, this.syncOf(context)));
    } catch (error) {
      const code = errorCode(error);
      if (code !== "UndoNotSupported" && code !== "GeneralException" && code !== "InvalidArgument" && code !== "InvalidOperationInCellEditMode") throw error;
      // A cell that is being typed in says nothing about groups.
      if (code !== "InvalidOperationInCellEditMode") this.mergesUndo = false;
      return this.run(work);
    }
  }

  private requireFloor(): void {
    if (!this.supports(REQUIRED_SET)) throw new WorkbookFailure("excel-too-old");
  }

  /** A round trip in a context that was made before, within the time limit. */
  syncOf(context: OfficeExtension.ClientRequestContext): Sync {
    const { timeLimit } = this.environment;
    return async () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new WorkbookFailure("excel-silent", String(Math.round(timeLimit / 1000)))), timeLimit);
      });
      try {
        await Promise.race([context.sync(), silence]);
      } finally {
        clearTimeout(timer);
      }
    };
  }
}

/** The Excel that the page runs in: the globals that office.js makes. Call it once `Office.onReady` has answered. */
export function excelOfPage(): ExcelEnvironment {
  const { context } = Office;
  const onWeb = String(context.platform) === "OfficeOnline";
  return {
    excel: Excel,
    supports: (set) => context.requirements.isSetSupported("ExcelApi", set),
    answerLimit: onWeb ? WEB_LIMIT : Number.POSITIVE_INFINITY,
    timeLimit: 30_000,
  };
}

/** Excel on the web passes on 5 MB a request and a response (Microsoft, "Resource limits and performance optimization"). */
export const WEB_LIMIT = 5_000_000;
