import type { Desk } from "../engine/desk";
import type { Sample } from "../samples";
import { localized } from "../words";

/**
 * Fetches a sample from beside the page and opens it; a failure is told like that of any file.
 * @param unlessBusy gives way to whatever the user has opened meanwhile: for the sample that the page begins with.
 */
export async function openSample(desk: Desk, sample: Sample, unlessBusy = false): Promise<void> {
  try {
    const response = await fetch(sample.path);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { file, opening } = desk.getState();
    if (unlessBusy && (file !== null || opening !== null)) return;
    await desk.open(bytes, sample.fileName);
  } catch {
    desk.fail(sample.fileName, localized((words) => words.sampleFailed));
  }
}

/** Larger than this is no appendix: it is not even read into memory. */
const LARGEST_FILE = 100 * 1024 * 1024;

/** Opens a file that the user chose or dropped. */
export async function openFile(desk: Desk, file: File): Promise<void> {
  if (file.size > LARGEST_FILE) {
    desk.fail(file.name, localized((words) => words.tooLarge));
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    desk.fail(file.name, localized((words) => words.unreadable));
    return;
  }
  await desk.open(bytes, file.name);
}
