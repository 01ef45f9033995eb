import { WorkbookFailure } from "../failure";
import { parseSettingXml, SETTING_NAMESPACE, settingXml } from "../settingPart";
import type { Parts } from "./package";
import { withoutPart, withPart } from "./packageEdit";
import { crc32 } from "./archive";

const PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n';
/** The namespace stands in the root element: no farther from the beginning than this, comments before it included. */
const HEAD_BYTES = 4096;
const KEY = /^[A-Za-z0-9-]+$/;

/** A setting that the file holds. */
export interface StoredSetting {
  readonly key: string;
  readonly text: string;
  /** Name of its custom XML part. */
  readonly part: string;
  /** The part that relates to it: the workbook, or "" for the package itself, where LibreOffice moves such parts to. */
  readonly source: string;
}

/** True for what can be the key of a setting. */
export function isSettingKey(key: string): boolean {
  return KEY.test(key);
}

/**
 * The product's settings among the custom XML parts of a workbook, in the order of its relationships, then of those of the package. Parts of
 * others, and parts that cannot be read, are stepped over.
 */
export function readSettingParts(parts: Parts, workbookPart: string): readonly StoredSetting[] {
  const settings: StoredSetting[] = [];
  for (const source of [workbookPart, ""]) {
    for (const { type, target, external } of parts.relationships(source)) {
      const part = type === "customXml" && !external ? parts.find(target) : null;
      if (part === null || settings.some((known) => known.part === part)) continue;
      const xml = textOf(parts, part);
      const setting = xml === null ? null : parseSettingXml(xml);
      if (setting !== null && isSettingKey(setting.key)) settings.push({ ...setting, part, source });
    }
  }
  return settings;
}

/** The text of a custom XML part that may be the product's; null when it is not, or cannot be read. */
function textOf(parts: Parts, part: string): string | null {
  try {
    const bytes = parts.read(part);
    const decoder = new TextDecoder();
    return decoder.decode(bytes.subarray(0, HEAD_BYTES)).includes(SETTING_NAMESPACE) ? decoder.decode(bytes) : null;
  } catch (cause) {
    if (cause instanceof WorkbookFailure) return null;
    throw cause;
  }
}

/**
 * The parts with settings written.
 * @param stored what the file holds.
 * @param wanted new texts by key; null takes the setting out. What is wanted as it is stored changes nothing.
 */
export function withSettings(parts: Parts, workbookPart: string, stored: readonly StoredSetting[], wanted: ReadonlyMap<string, string | null>): Parts {
  let next = parts;
  for (const [key, text] of wanted) {
    const [first, ...copies] = stored.filter((setting) => setting.key === key);
    if (first?.source === workbookPart && text !== null) {
      if (text !== first.text) next = next.with(new Map([[first.part, new TextEncoder().encode(DECLARATION + settingXml(key, text))]]));
      continue;
    }
    // What the package itself holds, Excel does not ask for: it comes back to the workbook.
    for (const { part, source } of first === undefined ? [] : [first, ...copies]) next = withoutPart(next, source, part);
    if (text !== null) next = withNewSetting(next, workbookPart, key, text);
  }
  return next;
}

function withNewSetting(parts: Parts, workbookPart: string, key: string, text: string): Parts {
  let number = 1;
  const name = (kind: string): string => `customXml/${kind}${number}.xml`;
  while (parts.find(name("item")) !== null || parts.find(name("itemProps")) !== null) number++;
  const item = name("item");
  const added = withPart(parts, { source: workbookPart, type: "customXml", name: item, contentType: "application/xml", content: DECLARATION + settingXml(key, text) });
  const properties =
    `${DECLARATION}<ds:datastoreItem ds:itemID="${itemId(key)}" xmlns:ds="${DATA_STORE}">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${SETTING_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`;
  return withPart(added.parts, { source: item, type: "customXmlProps", name: name("itemProps"), contentType: PROPERTIES, content: properties }).parts;
}

/** The same key has the same identity in every file, so that a file is the same whenever it is made (a UUID of version 8: one's own making). */
function itemId(key: string): string {
  const encoder = new TextEncoder();
  const hex = [0, 1, 2, 3].map((salt) => crc32(encoder.encode(`${SETTING_NAMESPACE}:${key}:${salt}`)).toString(16).padStart(8, "0")).join("").toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20)}}`;
}
