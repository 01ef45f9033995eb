import type { Localized } from "../text/language";
import { en } from "./words/en";
import { vi } from "./words/vi";

/** Written in by the build; a test has none. */
declare const PHULUC_VERSION: string | undefined;
const VERSION = typeof PHULUC_VERSION === "string" ? PHULUC_VERSION : "(dev)";

/** What the pane was doing when something failed. */
export type Doing = keyof typeof vi.failure;

/** Something that could not be done: what happened and what to do, and the details for whoever helps. */
export interface Failure {
  readonly doing: Doing;
  readonly message: Localized;
  /** For "Sao chép chi tiết": what was done, the error and where, without any text of the document. */
  readonly details: string;
}

/**
 * What to tell of an error. An error that explains itself in both languages (`reason`, as the workbook adapters give it, or `localized`:
 * sheet protected, cell being edited, …) is taken at its word; any other becomes the sentence for what was being done.
 * @param environment lines about the host, for the details.
 */
export function toFailure(doing: Doing, error: unknown, environment: readonly string[] = []): Failure {
  return { doing, message: localizedOf(error) ?? { vi: vi.failure[doing], en: en.failure[doing] }, details: detailsOf(doing, error, environment) };
}

/** True for the error of work that was stopped on request. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function localizedOf(error: unknown): Localized | null {
  if (typeof error !== "object" || error === null) return null;
  const localized = "localized" in error ? error.localized : "reason" in error ? error.reason : null;
  if (typeof localized !== "object" || localized === null || !("vi" in localized) || !("en" in localized)) return null;
  return typeof localized.vi === "string" && typeof localized.en === "string" ? { vi: localized.vi, en: localized.en } : null;
}

/** What kind of error it is, for programs, and where in Excel it came from, as Microsoft's client tells it ("Range.values"); of its cause too. */
function originOf(error: unknown): readonly string[] {
  if (typeof error !== "object" || error === null) return [];
  const code = "code" in error && typeof error.code === "string" ? [`code: ${error.code}`] : [];
  const within = "debugInfo" in error ? error.debugInfo : undefined;
  const place = typeof within === "object" && within !== null && "errorLocation" in within ? within.errorLocation : undefined;
  const at = typeof place === "string" && place !== "" ? [`at: ${withoutPersonalData(place)}`] : [];
  return [...code, ...at, ...("cause" in error ? originOf(error.cause) : [])];
}

function detailsOf(doing: Doing, error: unknown, environment: readonly string[]): string {
  const name = error instanceof Error ? error.name : typeof error;
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s*at\s|@/.test(line)).slice(0, 6) : [];
  return [`${vi.appName} ${VERSION}`, ...environment, `doing: ${doing}`, ...originOf(error), `error: ${name}: ${withoutPersonalData(message)}`, ...stack.map((line) => withoutPersonalData(line.trim()))].join("\n");
}

/** Quoted text (it may be a cell's), e-mail addresses, long digit runs (telephone, identity card), folders and file names are taken out. */
function withoutPersonalData(text: string): string {
  return text
    .replace(/"[^"]*"|“[^”]*”|'[^']{3,}'|`[^`]*`/g, "“…”")
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/g, "…@…")
    .replace(/(?:\w+:\/\/|[A-Za-z]:\\|\/)(?:[^\s/\\():]+(?::\d+)?[/\\])+/g, "…/")
    .replace(/[^/\\:*?"<>|\n]*\.xls[xmb]?\b/gi, "….xlsx")
    .replace(/\d[\d .-]{7,}\d/g, "…");
}
