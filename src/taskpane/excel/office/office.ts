/// <reference types="office-js" />
import { loadOffice, type OfficeSource } from "./loadOffice";
import { OfficeFailure } from "./officeFailure";

/** How long Excel may take to answer once office.js is there (ms); longer with the copy, after which there is nothing else to try. */
const PATIENCE = { cdn: 8000, local: 20_000 };

/** Kept for the session of this pane: Microsoft's server gave office.js but not the rest. */
const COPY_ONLY = "phuluc.office";

/**
 * Microsoft's library, there but perhaps not yet ready: early enough to name a page's functions to Excel.
 * Rejects with an OfficeFailure.
 */
export const officeLoaded: Promise<OfficeSource> = load();

/**
 * Microsoft's library, ready to speak with Excel.
 * Rejects with an OfficeFailure that says why it cannot.
 */
export const officeReady: Promise<OfficeSource> = start();
// Whoever awaits them hears of a failure; here nobody does yet.
officeLoaded.catch(() => undefined);
officeReady.catch(() => undefined);

async function load(): Promise<OfficeSource> {
  const copyOnly = session()?.getItem(COPY_ONLY) === "local";
  try {
    return await loadOffice(document, copyOnly ? ["local"] : ["cdn", "local"]);
  } catch {
    throw new OfficeFailure("not-loaded");
  }
}

async function start(): Promise<OfficeSource> {
  const source = await officeLoaded;
  const host = await Promise.race([Office.onReady().then((info) => info.host as Office.HostType | null), later(PATIENCE[source], "late" as const)]);
  if (host === "late") {
    // The library's second file did not come: once more, with the copy alone. Where that fails too, a person is told.
    if (source === "cdn" && rememberCopy()) {
      location.reload();
      return new Promise(() => undefined);
    }
    throw new OfficeFailure("no-answer");
  }
  if (host !== Office.HostType.Excel) throw new OfficeFailure("not-in-excel");
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9")) throw new OfficeFailure("too-old");
  return source;
}

function later<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}

/** @returns false when it cannot be kept: then nothing may be tried again, or it would be forever. */
function rememberCopy(): boolean {
  const storage = session();
  if (storage === null) return false;
  try {
    storage.setItem(COPY_ONLY, "local");
    return true;
  } catch {
    return false;
  }
}

function session(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}
