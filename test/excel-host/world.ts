import type { ModelSheet, ModelWorkbook } from "./model";
import { HostError } from "./hostError";

/** What happened on a sheet, as an event tells it. */
export interface SheetEvent {
  readonly changeType: string;
  readonly address: string;
}

/** What the objects of the host share: the workbook, and what their doings bring about. */
export interface World {
  readonly workbook: ModelWorkbook;
  /** Tells of a change on a sheet: formulas are worked out, events go out. */
  changed(sheet: ModelSheet, event: SheetEvent): void;
  /** Tells of sheets that came or went. */
  structureChanged(kind: "added" | "deleted", sheet: ModelSheet): void;
  /** Registers for events: "changed", "added", … */
  register(kind: string, on: boolean): void;
  setEvents(on: boolean): void;
  /** @throws HostError AccessDenied on a protected sheet. */
  requireWritable(sheet: ModelSheet): void;
}

/** @throws HostError AccessDenied on a protected sheet. */
export function requireWritable(sheet: ModelSheet): void {
  if (sheet.protected) throw new HostError("AccessDenied", "You do not have permissions to perform the requested operation: the sheet is protected.");
}
