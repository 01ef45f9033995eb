import type { Workbook, WorkbookChange } from "../../workbook/workbook";

/** Changes are told once nothing more has come for so long (ms) … */
const CALM = 300;
/** … or once the first has waited for so long: someone who types without a pause sees the list follow all the same. */
const LONGEST = 2000;
/** More cells than this are not worth listing. */
const MOST_CELLS = 2000;

/** Both changes as one. */
export function mergeChanges(first: WorkbookChange, second: WorkbookChange): WorkbookChange {
  if (first.cells === null || second.cells === null) return { cells: null };
  const cells = new Map([...first.cells, ...second.cells].map((place) => [`${place.sheet}!${place.cell}`, place]));
  return { cells: cells.size > MOST_CELLS ? null : [...cells.values()] };
}

/**
 * Hears of a workbook's changes, gathered until they have calmed down.
 * @returns a function that stops hearing.
 */
export function onCalmChange(workbook: Pick<Workbook, "onChange">, listener: (change: WorkbookChange) => void): () => void {
  let gathered: WorkbookChange | null = null;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const change = gathered;
    gathered = null;
    if (change !== null) listener(change);
  };
  const stop = workbook.onChange((change) => {
    const now = Date.now();
    if (gathered === null) since = now;
    gathered = gathered === null ? change : mergeChanges(gathered, change);
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(CALM, since + LONGEST - now)));
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
