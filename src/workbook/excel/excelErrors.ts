import { WorkbookFailure } from "../failure";

/** The code of an error of the client library ("AccessDenied"), "" for any other error. */
export function errorCode(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** True when Excel says that something does not exist: most often a sheet that was deleted meanwhile. */
export function isGone(error: unknown): boolean {
  return errorCode(error) === "ItemNotFound";
}

/** True when Excel refuses to write, as on a protected sheet. */
export function isDenied(error: unknown): boolean {
  return errorCode(error) === "AccessDenied";
}

/** True when what Excel would have to answer is more than it passes on at one time. */
export function isTooLarge(error: unknown): boolean {
  const code = errorCode(error);
  return code === "ResponsePayloadSizeLimitExceeded" || code === "RequestPayloadSizeLimitExceeded";
}

/**
 * What an error of the client library means to the user.
 * @param sheet the sheet that the work was about, "" when it was about several.
 */
export function failureOf(error: unknown, sheet: string): WorkbookFailure {
  if (error instanceof WorkbookFailure) return error;
  const code = errorCode(error);
  const named = sheet === "" ? "" : `“${sheet}”`;
  if (code === "InvalidOperationInCellEditMode") return new WorkbookFailure("cell-being-edited", "", error);
  if (code === "AccessDenied") return new WorkbookFailure("sheet-protected", named, error);
  if (code === "ItemNotFound") return new WorkbookFailure("sheet-gone", named, error);
  if (code === "ApiNotFound" || code === "ApiNotAvailable") return new WorkbookFailure("excel-too-old", "", error);
  if (isTooLarge(error)) return new WorkbookFailure("request-too-large", "5 MB", error);
  return new WorkbookFailure("excel-refused", code === "" ? "?" : code, error);
}
