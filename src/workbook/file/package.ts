import { WorkbookFailure } from "../failure";
import type { Archive } from "./archive";
import { child, childrenOf, flag, parseTree, type Element } from "./tree";

/** A relationship of a part, its target resolved to a part name. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: "worksheet", "styles", … (the same in the transitional and the strict form). */
  readonly type: string;
  /** Part name, or the address when `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** A worksheet of the workbook. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Name of its part. */
  readonly part: string;
  /** Its place among all tabs, chart sheets too: what `localSheetId` counts. */
  readonly tab: number;
}

/** Parts that replace those of the file, or (null) take them out. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

/** Workbook, styles and the like are read as trees; no honest one is larger. */
const MAX_TREE_BYTES = 8 * 1024 * 1024;

/** The parts of an open package: those of the file, and over them those that were changed. */
export class Parts {
  constructor(
    readonly archive: Archive,
    readonly changes: Changes = new Map(),
  ) {}

  /** The name of a part as the package spells it, null when there is none. */
  find(name: string): string | null {
    const changed = this.changes.get(name);
    if (changed !== undefined) return changed === null ? null : name;
    return this.archive.find(name);
  }

  /** Names of all parts. */
  names(): readonly string[] {
    const added = [...this.changes.keys()].filter((name) => this.archive.find(name) === null);
    return [...this.archive.names(), ...added].filter((name) => this.changes.get(name) !== null);
  }

  /** The bytes of an XML part as UTF-8. @throws WorkbookFailure when it is missing, damaged or over budget. */
  read(name: string): Uint8Array {
    return this.changes.get(name) ?? inUtf8(this.archive.read(name));
  }

  /** A small part as a tree. */
  tree(name: string): Element {
    const bytes = this.read(name);
    if (bytes.length > MAX_TREE_BYTES) throw new WorkbookFailure("too-large", name);
    return parseTree(bytes, name);
  }

  /** The relationships of a part ("" for the package itself); none when it has no relationship part. */
  relationships(part: string): readonly Relationship[] {
    const name = this.find(relationshipPart(part));
    if (name === null) return [];
    return childrenOf(this.tree(name), "Relationship").map(({ attributes }) => {
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      return {
        id: attributes["Id"] ?? "",
        type: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        target: external ? target : resolveTarget(part, target),
        external,
      };
    });
  }

  /** The parts with more changes over these. */
  with(changes: Changes): Parts {
    return new Parts(this.archive, new Map([...this.changes, ...changes]));
  }
}

/** The part that holds the relationships of a part. */
export function relationshipPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** The part name that a relationship's target means: relative to its source, or from the root with a leading slash. */
function resolveTarget(source: string, target: string): string {
  const clean = target.replaceAll("\\", "/");
  const path = clean.startsWith("/") ? clean.slice(1) : source.slice(0, source.lastIndexOf("/") + 1) + clean;
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "." && segment !== "") segments.push(segment);
  }
  const name = segments.join("/");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What the workbook part says: which sheets there are, and where the shared parts lie. */
export interface Outline {
  readonly workbookPart: string;
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
  readonly themePart: string | null;
}

/**
 * Reads the workbook part. Tabs that are no worksheets (chart sheets, macro sheets) are stepped over.
 * @throws WorkbookFailure when the package is no workbook, or has no worksheet.
 */
export function readOutline(parts: Parts): Outline {
  const office = parts.relationships("").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbookPart = parts.find(office);
  if (workbookPart?.endsWith(".bin") === true) throw new WorkbookFailure("binary-format");
  if (workbookPart === null) {
    const inside = parts.names().some((name) => name === "[Content_Types].xml" || name.startsWith("xl/"));
    throw inside ? new WorkbookFailure("missing-part", office) : new WorkbookFailure("not-a-workbook");
  }
  const workbook = parts.tree(workbookPart);
  if (workbook.name !== "workbook") throw new WorkbookFailure("not-a-workbook");
  const relationships = parts.relationships(workbookPart);
  const partOf = (type: string): string | null => {
    const relationship = relationships.find((candidate) => candidate.type === type && !candidate.external);
    return relationship === undefined ? null : parts.find(relationship.target);
  };
  const sheets: SheetEntry[] = [];
  childrenOf(child(workbook, "sheets"), "sheet").forEach(({ attributes }, tab) => {
    const relationship = relationships.find(({ id }) => id === attributes["id"]);
    const name = attributes["name"] ?? "";
    if (relationship === undefined) throw new WorkbookFailure("missing-part", name);
    if (relationship.type !== "worksheet") return;
    const part = parts.find(relationship.target);
    if (part === null) throw new WorkbookFailure("missing-part", relationship.target);
    const state = attributes["state"];
    sheets.push({ name, part, tab, visibility: state === "hidden" || state === "veryHidden" ? state : "visible" });
  });
  if (sheets.length === 0) throw new WorkbookFailure("no-sheets");
  return {
    workbookPart,
    sheets,
    date1904: flag(child(workbook, "workbookPr")?.attributes["date1904"], false),
    stylesPart: partOf("styles"),
    stringsPart: partOf("sharedStrings"),
    themePart: partOf("theme"),
  };
}

/** XML parts are UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5): everything here works on UTF-8. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (!little && !big) return bytes;
  const text = new TextDecoder(little ? "utf-16le" : "utf-16be").decode(bytes);
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?encoding=["'])[^"']*/, "$1UTF-8"));
}
