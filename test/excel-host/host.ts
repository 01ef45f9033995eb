import type { Area } from "../../src/grid/area";
import { formatArea, parseArea } from "../../src/grid/area";
import { HostError } from "./hostError";
import { camel, HostObject } from "./hostObject";
import type { ModelSheet, ModelWorkbook } from "./model";
import { workbookObject } from "./workbookObjects";
import { requireWritable, type SheetEvent, type World } from "./world";

/** What the client library finds as `_richApiNativeBridge`. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client library. */
  onMessageFromHost?: (text: string) => void;
}

/** What the host counted of one request. */
export interface CountedRequest {
  readonly actions: number;
  /** UTF-8 bytes of the request's message, and of its answer. */
  readonly sent: number;
  received: number;
  /** "Worksheet.getRange", "Range.values", "Range.values=" where it was set: every member that it used, in order, each once. */
  readonly members: readonly string[];
  /** True for a request that only lets go of references: the client library sends these by itself. */
  readonly isCleanup: boolean;
  readonly flags: number;
}

/** What goes wrong, on request. */
export interface Faults {
  /** The user is typing in a cell: requests fail, or wait where they may be put off. */
  editingCell: boolean;
  /** Requests are not answered any more. */
  silent: boolean;
  /** Bytes of a request or an answer; Excel on the web has 5 MB. */
  payloadLimit: number;
  /** The newest requirement set of ExcelApi that this Excel has: "1.15". */
  set: string;
  /** Members that this Excel refuses, by name ("Worksheet.getRanges"), with the code that it answers. */
  readonly refused: Map<string, string>;
  /** Called before a request is carried out, with its number from 1: what a co-author, or the user, does in between. */
  before: (request: number) => void;
  /** Called before an action is carried out; may throw a HostError. */
  beforeAction: (member: string) => void;
}

interface PathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly unknown[] };
  /** Set for a proxy that is not to be kept track of. */
  readonly D?: boolean;
}

interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly unknown[] };
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

interface Body {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Readonly<Record<string, PathInfo>>;
}

/** The flag by which a request may be put off until no cell is being edited. */
const DELAY_FOR_CELL_EDIT = 64;
/** Numbers of the event messages of the client library, by what is registered. */
const EVENTS: Readonly<Record<string, number>> = { DataChanged: 10, Added: 13, Deleted: 15, Calculated: 16 };
const EVENT_CATEGORY = 65_536;

/**
 * A simulated Excel behind Microsoft's own client library: answers its wire protocol from a model of a workbook. It needs nothing of
 * Node.js, so that it can stand in a browser page as well. What it does not know it refuses by name.
 */
export class ExcelHost {
  readonly bridge: NativeBridge = { sendMessageToHost: (text) => this.receive(text) };
  readonly requests: CountedRequest[] = [];
  readonly faults: Faults = {
    editingCell: false,
    silent: false,
    payloadLimit: Number.POSITIVE_INFINITY,
    set: "1.15",
    refused: new Map(),
    before: () => undefined,
    beforeAction: () => undefined,
  };
  /** References that the client asked to keep, and let go of. */
  keptReferences = 0;
  removedReferences = 0;
  private readonly references = new WeakMap<HostObject, string>();
  private readonly registered = new Set<string>();
  private events = true;
  /** True while a request is carried out: what changes then is the add-in's own doing. */
  private working = false;
  private waiting: (() => void)[] = [];
  private outbox: string[] = [];

  private readonly world: World;

  constructor(readonly workbook: ModelWorkbook) {
    this.world = {
      workbook,
      changed: (sheet, event) => this.changed(sheet, event, "Local"),
      structureChanged: (kind, sheet) => {
        const own = this.working ? { triggerSource: "ThisLocalAddin" } : {};
        this.emit(kind === "added" ? "Added" : "Deleted", { type: kind === "added" ? "WorksheetAdded" : "WorksheetDeleted", worksheetId: sheet.id, source: "Local", ...own });
      },
      register: (kind, on) => {
        if (on) this.registered.add(kind);
        else this.registered.delete(kind);
      },
      setEvents: (on) => {
        this.events = on;
      },
      requireWritable,
    };
  }

  /** Requests that asked for something, without those by which the client library lets go of references. */
  get syncs(): number {
    return this.requests.filter(({ isCleanup }) => !isCleanup).length;
  }

  /** Forgets what was counted. */
  resetCounts(): void {
    this.requests.length = 0;
  }

  /** Every member that was used since the counts were reset. */
  get members(): ReadonlySet<string> {
    return new Set(this.requests.flatMap(({ members }) => members));
  }

  /** What the client library asks `Office.context.requirements`. */
  isSetSupported(name: string, version?: string): boolean {
    if (name === "DelayForCellEdit") return this.isSetSupported("ExcelApi", "1.5");
    if (name !== "ExcelApi") return false;
    const [major = 0, minor = 0] = (version ?? "1.1").split(".").map(Number);
    const [ownMajor = 0, ownMinor = 0] = this.faults.set.split(".").map(Number);
    return major < ownMajor || (major === ownMajor && minor <= ownMinor);
  }

  /** What the user, or a co-author, does in the window: a value into a cell, with the event that follows. */
  type(sheet: string, address: string, input: unknown, source: "Local" | "Remote" = "Local"): void {
    const model = this.workbook.sheet(sheet);
    const area = parseArea(address);
    if (area === null) throw new Error(`no address: ${address}`);
    for (let row = area.top; row <= area.bottom; row++) for (let column = area.left; column <= area.right; column++) model.enter(row, column, input);
    this.changed(model, { changeType: "RangeEdited", address: formatArea(area) }, source);
  }

  /** The user puts whole rows in before a one-based row, or takes rows out from it on with a negative count. */
  moveRows(sheet: string, row: number, count: number): void {
    const model = this.workbook.sheet(sheet);
    model.shift("row", row - 1, count);
    this.changed(model, { changeType: count > 0 ? "RowInserted" : "RowDeleted", address: `${row}:${row + Math.abs(count) - 1}` }, "Local");
  }

  /** The user deletes a sheet. */
  deleteSheet(name: string): void {
    const model = this.workbook.sheet(name);
    this.workbook.sheets = this.workbook.sheets.filter((sheet) => sheet !== model);
    this.emit("Deleted", { type: "WorksheetDeleted", worksheetId: model.id, source: "Local" });
    this.flush();
  }

  /** The cell that was being edited is left: what was put off is carried out. */
  endCellEdit(): void {
    this.faults.editingCell = false;
    const { waiting } = this;
    this.waiting = [];
    for (const go of waiting) go();
  }

  private receive(text: string): void {
    const message = JSON.parse(text) as { id: number; flags: number; message: { body: Body } };
    if (this.faults.silent) return;
    const go = (): void => this.answer(message, byteLength(text));
    if (this.faults.editingCell && (message.flags & DELAY_FOR_CELL_EDIT) !== 0) this.waiting.push(go);
    else setTimeout(go, 0);
  }

  private answer({ id, flags, message: { body } }: { id: number; flags: number; message: { body: Body } }, sent: number): void {
    const members: string[] = [];
    const isCleanup = body.Actions.length > 0 && body.Actions.every(({ ActionType, Name }) => Name === "_RemoveReference" || ActionType === 1);
    const counted: CountedRequest = { actions: body.Actions.length, sent, received: 0, members, isCleanup, flags };
    this.requests.push(counted);
    if (!isCleanup) this.faults.before(this.syncs);
    let answer = JSON.stringify(this.carryOut(body, sent, members));
    counted.received = byteLength(answer);
    if (counted.received > this.faults.payloadLimit) {
      answer = JSON.stringify(failed(new HostError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit."), 0, []));
    }
    this.bridge.onMessageFromHost?.(`{"id":${id},"type":2,"message":{"statusCode":200,"headers":{},"body":${answer}}}`);
    this.flush();
  }

  private carryOut(body: Body, sent: number, members: string[]): unknown {
    if (this.faults.editingCell) return failed(new HostError("InvalidOperationInCellEditMode", "Excel is in cell-editing mode."), 0, []);
    if (sent > this.faults.payloadLimit) return failed(new HostError("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit."), 0, []);
    const used = new Set<string>();
    const objects = new Map<number, HostObject>();
    const note = (object: HostObject, member: string): void => {
      const name = `${object.name}.${member}`;
      used.add(name);
      const code = this.faults.refused.get(name);
      if (code !== undefined) throw new HostError(code, `${name} is refused.`);
      this.faults.beforeAction(name);
    };
    const resolve = (id: number): HostObject => {
      const known = objects.get(id);
      if (known !== undefined) return known;
      const path = body.ObjectPaths[id];
      if (path === undefined) throw new HostError("InvalidObjectPath", `No object path ${id}.`);
      const object = this.find(path, resolve, note);
      objects.set(id, object);
      return object;
    };
    const results: { ActionId: number; Value: unknown }[] = [];
    this.working = true;
    let index = 0;
    try {
      for (const action of body.Actions) {
        results.push({ ActionId: action.Id, Value: this.act(action, body, resolve, note) });
        index++;
      }
      return { Results: results };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return failed(error, index, results);
    } finally {
      this.working = false;
      members.push(...used);
    }
  }

  private keep(object: HostObject): string {
    const known = this.references.get(object);
    if (known !== undefined) return known;
    const reference = `reference-${++this.keptReferences}`;
    this.references.set(object, reference);
    return reference;
  }

  private find(path: PathInfo, resolve: (id: number) => HostObject, note: (object: HostObject, member: string) => void): HostObject {
    if (path.ObjectPathType === 1) return workbookObject(this.world);
    const parent = resolve(path.ParentObjectPathId ?? -1);
    const args = path.ArgumentInfo?.Arguments ?? [];
    if (path.ObjectPathType === 5) {
      note(parent, "getItem");
      return parent.item(args[0]);
    }
    const name = path.Name.startsWith("_") ? path.Name : camel(path.Name);
    note(parent, name);
    if (path.ObjectPathType === 4) return parent.child(name);
    if (path.ObjectPathType !== 3) throw new HostError("ApiNotFound", `The simulated host knows no object path of type ${path.ObjectPathType}.`);
    const object = name === "getItem" ? parent.item(args[0]) : parent.call(name, args);
    if (!(object instanceof HostObject)) throw new HostError("ApiNotFound", `${parent.name}.${name} gives no object.`);
    return object;
  }

  private act(action: ActionInfo, body: Body, resolve: (id: number) => HostObject, note: (object: HostObject, member: string) => void): unknown {
    if (action.ActionType === 5) return null;
    const object = resolve(action.ObjectPathId);
    const references = action.ArgumentInfo?.ReferencedObjectPathIds ?? [];
    // An argument that is an object is named by its path.
    const args = (action.ArgumentInfo?.Arguments ?? []).map((argument, i) => (typeof references[i] === "number" && references[i] > 0 ? resolve(references[i]) : argument));
    const name = action.Name.startsWith("_") ? action.Name : camel(action.Name);
    switch (action.ActionType) {
      case 1: {
        if (object.isNull) return null;
        const id = object.type.id?.();
        // What the client asks for keeps every range of the request alive, but those that it says it does not need.
        const keeps = body.AutoKeepReference === true && object.type.tracked === true && body.ObjectPaths[action.ObjectPathId]?.D !== true;
        return { ...(id === undefined ? {} : { Id: id }), ...(this.references.has(object) || keeps ? { _ReferenceId: this.keep(object) } : {}) };
      }
      case 2: {
        const select = action.QueryInfo?.Select ?? [];
        for (const path of select) note(object, path.replace(/^items\//, ""));
        return object.query(select.map((path) => path.replace(/^items\//, "")));
      }
      case 3: {
        if (name === "_KeepReference") this.keep(object);
        else if (name === "_RemoveReference") this.removedReferences++;
        if (name === "_KeepReference" || name === "_RemoveReference") return null;
        note(object, name);
        const value = object.call(name, args);
        if (value instanceof HostObject) throw new HostError("ApiNotFound", `${object.name}.${name} gives an object.`);
        return value ?? null;
      }
      case 4:
        note(object, `${name}=`);
        object.set(name, args[0]);
        return null;
      default:
        throw new HostError("ApiNotFound", `The simulated host knows no action of type ${action.ActionType}.`);
    }
  }

  private changed(sheet: ModelSheet, event: SheetEvent, source: "Local" | "Remote"): void {
    this.workbook.recalculate();
    const own = this.working && this.isSetSupported("ExcelApi", "1.14") ? { triggerSource: "ThisLocalAddin" } : {};
    this.emit("DataChanged", { type: "WorksheetChanged", worksheetId: sheet.id, source, ...event, ...own });
    this.emit("Calculated", { type: "WorksheetCalculated", worksheetId: sheet.id, address: event.address });
    if (!this.working) this.flush();
  }

  private emit(kind: string, args: Readonly<Record<string, unknown>>): void {
    const messageType = EVENTS[kind];
    // An add-in that switched events off hears of nothing meanwhile, its own doings included.
    if (messageType === undefined || !this.registered.has(kind) || !this.events) return;
    const entry = { messageCategory: EVENT_CATEGORY, messageType, targetId: "Workbook", message: JSON.stringify(args) };
    this.outbox.push(JSON.stringify({ type: 3, message: { entries: [entry] } }));
  }

  private flush(): void {
    const { outbox } = this;
    this.outbox = [];
    for (const text of outbox) this.bridge.onMessageFromHost?.(text);
  }

  /** False while the add-in keeps its events off. */
  get hearsEvents(): boolean {
    return this.events;
  }

  /** The formulas of a sheet's conditional formats, and where they hold. */
  markedAreas(sheet: string): readonly { readonly formula: string; readonly areas: readonly Area[] }[] {
    return this.workbook.sheet(sheet).formats.map(({ formula, areas }) => ({ formula, areas }));
  }
}

function failed(error: HostError, index: number, results: readonly unknown[]): unknown {
  return { Error: { Code: error.code, Message: error.message, Location: "", ActionIndex: index }, Results: results };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
