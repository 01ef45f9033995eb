/// <reference types="office-js" />
import type { OfficeSource } from "./loadOffice";

/** The newest requirement set that is asked for, and the floor. */
const SETS = { newest: 20, oldest: 9 };

/**
 * Which Excel this is, a line each, for the details of a failure: application, platform, version, the newest set of its interface, language,
 * where office.js came from. Nothing of the document and nothing of the person.
 */
export function describeExcel(source: OfficeSource): readonly string[] {
  const { context } = Office;
  const { host, platform, version } = context.diagnostics;
  let set = SETS.newest;
  while (set >= SETS.oldest && !context.requirements.isSetSupported("ExcelApi", `1.${set}`)) set--;
  return [`host: ${host} ${platform} ${version}`, `ExcelApi: 1.${set}`, `language: ${context.displayLanguage}`, `office.js: ${source}`];
}
