import type { PaneStore } from "../paneStore";

/** What the ribbon's buttons ask for. */
export type RibbonCall = "check" | "clear";

interface Question {
  readonly call: RibbonCall;
  /** The address of the workbook whose ribbon was pressed. */
  readonly document: string;
  readonly number: string;
}

/** Pages of one server hear each other on a machine, those of every open workbook: a question names its workbook. */
const CHANNEL = "phuluc.ribbon";

/** How long a pane may take to answer (ms): it is on the same machine, and the user waits. */
const PATIENCE = 300;

/**
 * Lets an open pane do what the ribbon asks for, so that its list, its history and the marks stay one.
 * @param document the address of the pane's workbook; a workbook that was never saved has none and cannot be told from others.
 * @returns a function that stops answering.
 */
export function answerRibbon(store: Pick<PaneStore, "check" | "showMarks" | "getState">, document: string | null | undefined): () => void {
  if (typeof BroadcastChannel === "undefined" || document === null || document === undefined || document === "") return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Question | { readonly taken: string }>) => {
    if (!("call" in data) || data.document !== document) return;
    channel.postMessage({ taken: data.number });
    if (data.call === "clear") void store.showMarks(false);
    else void store.check().then(() => (store.getState().marksShown ? undefined : store.showMarks(true)));
  };
  return () => channel.close();
}

/** Asks the pane of a workbook. @returns false when none is open: then the work is one's own. */
export function askPane(call: RibbonCall, document: string | null | undefined): Promise<boolean> {
  if (typeof BroadcastChannel === "undefined" || document === null || document === undefined || document === "") return Promise.resolve(false);
  const channel = new BroadcastChannel(CHANNEL);
  const number = crypto.randomUUID();
  return new Promise((resolve) => {
    const settle = (taken: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(taken);
    };
    const timer = setTimeout(settle, PATIENCE, false);
    channel.onmessage = ({ data }: MessageEvent<Question | { readonly taken: string }>) => {
      if ("taken" in data && data.taken === number) settle(true);
    };
    channel.postMessage({ call, document, number } satisfies Question);
  });
}
