import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, Script } from "node:vm";
import type { ExcelEnvironment } from "../../src/workbook/excel/excelClient";
import type { ExcelHost } from "./host";

const CLIENT = "@microsoft/office-js/dist/excel-web-16.00.debug.js";

let script: Script | null = null;

/**
 * Microsoft's own client library in a realm of its own, with a simulated host behind it.
 * @param changes what the environment is to say otherwise.
 */
export function loadExcel(host: ExcelHost, changes: Partial<ExcelEnvironment> = {}): ExcelEnvironment {
  const path = createRequire(__filename).resolve(CLIENT);
  script ??= new Script(readFileSync(path, "utf8"), { filename: path });
  const realm: Record<string, unknown> = { console, setTimeout, clearTimeout, performance, _richApiNativeBridge: host.bridge };
  const requirements = { isSetSupported: (name: string, version?: string) => host.isSetSupported(name, version) };
  Object.assign(realm, { window: realm, self: realm, document: {}, navigator: { userAgent: "node" }, Office: {} });
  createContext(realm);
  script.runInContext(realm);
  // In Excel, office.js fills this in when it has found its host; the client library looks it up each time that it asks.
  realm["Office"] = { context: { requirements, platform: "OfficeOnline" } };
  return {
    excel: realm["Excel"] as ExcelEnvironment["excel"],
    supports: (set) => host.isSetSupported("ExcelApi", set),
    answerLimit: 5_000_000,
    timeLimit: 5_000,
    ...changes,
  };
}
