import { relationshipPart, type Parts } from "./package";
import { spliced } from "./splices";
import { escapeXml, Tags } from "./tags";

const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
const RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml";
const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** A part that is to come into a package, and how another part relates to it. */
export interface NewPart {
  /** The part that the relationship starts from. */
  readonly source: string;
  /** The last word of the relationship's type: "styles", "worksheet", "customXml". */
  readonly type: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
}

/** The parts with one more, its relationship and its content type. @returns also the relationship's id. */
export function withPart(parts: Parts, { source, type, name, contentType, content }: NewPart): { readonly parts: Parts; readonly id: string } {
  const added = withContentType(parts, name, contentType).with(new Map([[name, new TextEncoder().encode(content)]]));
  const relationships = added.relationships(source);
  const taken = new Set(relationships.map(({ id }) => id));
  let number = relationships.length + 1;
  while (taken.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  let holder = added.find(relationshipPart(source));
  let next = added;
  if (holder === null) {
    holder = relationshipPart(source);
    next = withContentType(added, holder, RELATIONSHIPS).with(new Map([[holder, new TextEncoder().encode(EMPTY_RELATIONSHIPS)]]));
  }
  const address = (isStrict(parts, source) ? STRICT : TRANSITIONAL) + type;
  const target = escapeXml(relativeTarget(source, name));
  const bytes = withLast(next.read(holder), holder, (prefix) => `<${prefix}Relationship Id="${id}" Type="${address}" Target="${target}"/>`);
  return { parts: next.with(new Map([[holder, bytes]])), id };
}

/**
 * The parts without one, its relationship from `source`, its content type, and the parts that it alone relates to (one level deep: the
 * properties of a custom XML part).
 */
export function withoutPart(parts: Parts, source: string, name: string): Parts {
  const inner = parts.relationships(name).flatMap(({ target, external }) => (external ? [] : [parts.find(target)]));
  const gone = [name, parts.find(relationshipPart(name)), ...inner].filter((part) => part !== null);
  const changes = new Map<string, Uint8Array | null>(gone.map((part) => [part, null]));
  const holder = parts.find(relationshipPart(source));
  if (holder !== null) {
    const ids = new Set(parts.relationships(source).flatMap(({ id, target, external }) => (!external && parts.find(target) === name ? [id] : [])));
    changes.set(holder, without(parts.read(holder), holder, "Relationship", "Id", (id) => ids.has(id)));
  }
  const types = typesPart(parts);
  const names = new Set(gone.map((part) => `/${part}`.toLowerCase()));
  changes.set(types, without(parts.read(types), types, "Override", "PartName", (part) => names.has(part.toLowerCase())));
  return parts.with(changes);
}

/** True when the workbook is of the strict form (ISO/IEC 29500-1 strict): its namespaces differ. */
export function isStrict(parts: Parts, workbookPart: string): boolean {
  const holder = parts.find(relationshipPart(workbookPart));
  if (holder === null) return false;
  const tags = new Tags(parts.read(holder), holder);
  while (tags.next()) {
    if (!tags.closes() && tags.is("Relationship") && tags.attribute("Type")?.startsWith(STRICT) === true) return true;
  }
  return false;
}

function typesPart(parts: Parts): string {
  return parts.find("[Content_Types].xml") ?? "[Content_Types].xml";
}

/** Says of what type a part is, unless its extension says so already. */
function withContentType(parts: Parts, name: string, contentType: string): Parts {
  const types = typesPart(parts);
  const bytes = parts.read(types);
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const tags = new Tags(bytes, types);
  while (tags.next()) {
    if (tags.closes() || !tags.is("Default") || tags.attribute("Extension")?.toLowerCase() !== extension) continue;
    if (tags.attribute("ContentType") === contentType) return parts;
  }
  const more = (prefix: string): string => `<${prefix}Override PartName="/${escapeXml(name)}" ContentType="${contentType}"/>`;
  return parts.with(new Map([[types, withLast(bytes, types, more)]]));
}

/** The part with something more at the end of its root element. */
function withLast(bytes: Uint8Array, part: string, text: (prefix: string) => string): Uint8Array {
  const tags = new Tags(bytes, part);
  if (!tags.next()) throw tags.broken();
  const prefix = tags.prefix();
  if (tags.isEmpty()) {
    return spliced(bytes, [{ start: tags.end - 2, end: tags.end, text: `>${text(prefix)}</${prefix}${tags.name()}>` }]);
  }
  tags.toClosing();
  return spliced(bytes, [{ start: tags.start, end: tags.start, text: text(prefix) }]);
}

/** The part without the elements of a name whose attribute is one of those unwanted. */
function without(bytes: Uint8Array, part: string, element: string, attribute: string, unwanted: (value: string) => boolean): Uint8Array {
  const tags = new Tags(bytes, part);
  const splices = [];
  while (tags.next()) {
    if (tags.closes() || !tags.is(element)) continue;
    const { start } = tags;
    const value = tags.attribute(attribute);
    tags.toClosing();
    if (value !== null && unwanted(value)) splices.push({ start, end: tags.end, text: "" });
  }
  return spliced(bytes, splices);
}

/** How a part names another one in its relationships: "xl/workbook.xml" names "customXml/item1.xml" as "../customXml/item1.xml". */
function relativeTarget(source: string, name: string): string {
  const from = source.split("/").slice(0, -1);
  const to = name.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
