import { proxy, transfer, wrap, type Remote } from "comlink";
import type { EngineOptions, JournalStep, OpenResult, WorkbenchEngine } from "./protocol";

/** What a page needs of a Worker; a test gives it something else that speaks through messages. */
export type WorkerMaker = () => Worker;

/** The error of work that was stopped on request. Its name is the platform's, so that everyone knows it. */
export class Stopped extends Error {
  override readonly name = "AbortError";
}

/** The Worker of the built page. */
function makeWorker(): Worker {
  return new Worker(new URL("../worker.ts", import.meta.url), { name: "phuluc" });
}

/** One Worker and the way to it. Once ended it answers nothing more; what was under way rejects. */
export class EngineLink {
  private readonly worker: Worker;
  private readonly remote: Remote<WorkbenchEngine>;
  private readonly ended: Promise<never>;
  private reject: (reason: Error) => void = () => undefined;

  constructor(make: WorkerMaker = makeWorker) {
    this.worker = make();
    this.ended = new Promise((_resolve, reject) => (this.reject = reject));
    // An ended link with nothing under way is no failure that anyone must hear of.
    this.ended.catch(() => undefined);
    this.worker.addEventListener("error", (event) => this.reject(new Error(event.message === "" ? "The worker failed." : event.message)));
    this.remote = wrap<WorkbenchEngine>(this.worker);
  }

  /** Reads a file; the bytes stay with the caller (a copy crosses). @param onProgress hears the share that is done, 0 to 1. */
  open(bytes: Uint8Array, name: string, onProgress: (share: number) => void, journal: readonly JournalStep[], options: EngineOptions): Promise<OpenResult> {
    const copy = bytes.slice();
    return this.race<OpenResult>(this.remote.open(transfer(copy, [copy.buffer]), name, proxy(onProgress), journal, options));
  }

  /** Asks the engine for something. Rejects with `Stopped` when the link is stopped meanwhile. */
  ask<T>(question: (engine: Remote<WorkbenchEngine>) => Promise<T>): Promise<T> {
    return this.race(question(this.remote));
  }

  /** What others are working out for this link. Rejects with `Stopped` when the link is stopped meanwhile. */
  until<T>(work: Promise<T>): Promise<T> {
    return this.race(work);
  }

  /** Ends the Worker at once, whatever it is doing. */
  stop(): void {
    this.reject(new Stopped("Stopped on request."));
    this.worker.terminate();
  }

  private race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.ended]);
  }
}
