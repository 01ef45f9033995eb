import { SaxesParser } from "saxes";
import { WorkbookFailure } from "../failure";

/** An element of a small part: local names only, text joined. */
export interface Element {
  readonly name: string;
  /** By local name, prefix left out ("id" of `r:id`); null prototype. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Building {
  name: string;
  attributes: Record<string, string | undefined>;
  children: Building[];
  text: string;
}

const MAX_DEPTH = 100;

/**
 * Reads a small part (workbook, relationships, styles, theme) as a tree, checking that it is well formed.
 * @throws WorkbookFailure when it is broken or declares a DOCTYPE.
 */
export function parseTree(bytes: Uint8Array, part: string): Element {
  const root: Building = { name: "", attributes: {}, children: [], text: "" };
  const stack: Building[] = [root];
  const parser = new SaxesParser({ xmlns: false, position: false });
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  parser.on("doctype", () => {
    throw new WorkbookFailure("unsafe-xml", part);
  });
  parser.on("error", () => {
    throw new WorkbookFailure("broken-xml", part);
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.create(null) as Record<string, string | undefined>;
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value;
    const element: Building = { name: local(tag.name), attributes, children: [], text: "" };
    (stack.at(-1) ?? root).children.push(element);
    stack.push(element);
    if (stack.length > MAX_DEPTH) throw new WorkbookFailure("broken-xml", part);
  });
  parser.on("closetag", () => void stack.pop());
  const addText = (text: string): void => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  const text = new TextDecoder().decode(bytes);
  if (/<!DOCTYPE|<!ENTITY/.test(text)) throw new WorkbookFailure("unsafe-xml", part);
  parser.write(text).close();
  const [first] = root.children;
  if (first === undefined) throw new WorkbookFailure("broken-xml", part);
  return first;
}

/** The first child of this name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** The children of this name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** A logical attribute: "1", "true" and "on" are true; `absent` when it is not there. */
export function flag(value: string | null | undefined, absent: boolean): boolean {
  return value === undefined || value === null ? absent : value === "1" || value === "true" || value === "on";
}
