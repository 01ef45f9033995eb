import { expose, wrap } from "comlink";
import type { ReviewSession } from "../../../review/session";
import type { Workbook, WorkbookChange } from "../../../workbook/workbook";
import type { ReviewView } from "../../../review/view";
import type { PaneSession, Progress } from "../../host";
import { HeldErrors } from "./heldErrors";
import type { Ports } from "./reviewWorker";
import { SheetCourier } from "./sheetCourier";

/** The session with what the pane in Excel asks of it besides. */
export interface LinkedSession extends PaneSession {
  refresh(change: WorkbookChange): Promise<ReviewView>;
}

/** The Worker of the built page. */
function makeWorker(): Worker {
  return new Worker(new URL("./reviewWorker.ts", import.meta.url), { name: "phuluc-excel" });
}

/**
 * A review session in a Worker, over a workbook that stays here.
 *
 * Checking takes as long as the workbook is large and would freeze the pane if it happened beside it (a fifth of a second is noticed, after
 * five Office restarts the add-in); the sheets' way over costs a few milliseconds a slice, and after an edit only for the rows that changed.
 * @param workbook the workbook once it can be reached; until then every method waits, and rejects with its reason when it cannot.
 * @param onProgress hears how many rows of how many have been read.
 * @param make for tests: something that takes the place of the Worker.
 */
export function linkSession(workbook: Promise<Workbook>, onProgress?: (progress: Progress) => void, make: () => Worker = makeWorker): LinkedSession {
  const errors = new HeldErrors();
  const remote = workbook.then((reached) => {
    const toWorkbook = new MessageChannel();
    const toSession = new MessageChannel();
    const worker = make();
    const broken = new Promise<never>((_resolve, reject) => {
      worker.addEventListener("error", (event) => reject(new Error(event.message === "" ? "The worker failed." : event.message)));
    });
    broken.catch(() => undefined);
    expose(new SheetCourier(reached, onProgress).port((answer) => errors.hold(answer)), toWorkbook.port1);
    const ports: Ports = { workbook: toWorkbook.port2, session: toSession.port2 };
    worker.postMessage(ports, [ports.workbook, ports.session]);
    return { session: wrap<ReviewSession>(toSession.port1), broken };
  });
  remote.catch(() => undefined);

  type Method = (...args: readonly unknown[]) => Promise<unknown>;
  return new Proxy({} as LinkedSession, {
    get: (_target, name): Method | undefined => {
      // An object that answers to "then" would be taken for a promise.
      if (typeof name !== "string" || name === "then") return undefined;
      return async (...args) => {
        const { session, broken } = await remote;
        const method = (session as unknown as Readonly<Record<string, Method>>)[name];
        if (method === undefined) throw new Error(`The session has no method ${name}.`);
        return errors.release(Promise.race([method(...args), broken]));
      };
    },
  });
}
