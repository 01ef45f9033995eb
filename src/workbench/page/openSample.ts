import { NotObtained, type Desk } from "../engine/desk";
import type { Sample } from "../samples";
import { localized } from "../words";

/** Fetches a sample from beside the page and opens it; a failure is told like that of any file. */
export async function openSample(desk: Desk, sample: Sample): Promise<void> {
  await desk.open(bytesOf(sample), sample.fileName);
}

async function bytesOf(sample: Sample): Promise<Uint8Array> {
  const response = await fetch(sample.path).catch(() => null);
  const bytes = response?.ok === true ? await response.arrayBuffer().catch(() => null) : null;
  if (bytes === null) throw new NotObtained(localized((words) => words.sampleFailed));
  return new Uint8Array(bytes);
}

/** Larger than this is no appendix: it is not even read into memory. */
const LARGEST_FILE = 100 * 1024 * 1024;

/** Opens a file that the user chose or dropped. */
export async function openFile(desk: Desk, file: File): Promise<void> {
  if (file.size > LARGEST_FILE) {
    desk.fail(file.name, localized((words) => words.tooLarge));
    return;
  }
  const bytes = file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => {
      throw new NotObtained(localized((words) => words.unreadable));
    },
  );
  await desk.open(bytes, file.name);
}
