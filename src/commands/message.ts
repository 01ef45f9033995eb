import type { Told } from "./command";

/**
 * Where a message waits for the window that shows it: both pages are of one server, and so share the browser's storage. It does not go by the
 * window's address, because addresses end up in the server's log.
 */
const KEY = "phuluc.told";

/** Leaves a message for the window. Where storage is forbidden, the window says something general. */
export function leaveMessage(told: Told): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(told));
  } catch {
    // The window copes without.
  }
}

/** Takes the message that was left; null when there is none. */
export function takeMessage(): Told | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    localStorage.removeItem(KEY);
    return isTold(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isTold(kept: unknown): kept is Told {
  if (typeof kept !== "object" || kept === null || !("message" in kept) || !("details" in kept)) return false;
  const { message, details } = kept;
  if (typeof message !== "object" || message === null || !("vi" in message) || !("en" in message)) return false;
  return typeof message.vi === "string" && typeof message.en === "string" && (details === null || typeof details === "string");
}
