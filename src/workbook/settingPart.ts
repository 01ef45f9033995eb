/** What `settingXml` writes is a part of this namespace: one custom XML part a setting. */
export const SETTING_NAMESPACE = "urn:phuluc:setting:1";

/** What XML 1.0 cannot hold, not even escaped: control characters but tab and line ends, two others, halves of pairs of surrogates. */
const UNWRITABLE = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/u;

/** What the readers of XML may change unless it is written as a reference: the signs of the language, and line ends. */
const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * A setting as the custom XML part that both adapters keep it in:
 * `<setting xmlns="urn:phuluc:setting:1" key="plan" xml:space="preserve">…</setting>`.
 * A text that XML cannot hold is written as a JSON string, which `form="json"` says.
 * @param key letters, digits and "-".
 * @param text any text.
 */
export function settingXml(key: string, text: string): string {
  const awkward = UNWRITABLE.test(text);
  const content = awkward ? asciiJson(text) : text;
  return `<setting xmlns="${SETTING_NAMESPACE}" key="${escaped(key)}"${awkward ? ' form="json"' : ""} xml:space="preserve">${escapedContent(content)}</setting>`;
}

/**
 * Reads a custom XML part, as `settingXml` wrote it or as another program wrote it again: with a declaration, comments, a prefix, the
 * attributes in another order, the text in CDATA sections.
 * @returns null when the part is none of the product's, or is broken.
 */
export function parseSettingXml(xml: string): { readonly key: string; readonly text: string } | null {
  const body = xml.replace(/^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?/, "");
  const start = afterComments(body);
  const root = /^<((?:[A-Za-z_][\w.-]*:)?)setting((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/.exec(body.slice(start));
  if (root === null) return null;
  const [open, prefix = "", list = "", empty] = root;
  const attributes = new Map<string, string>();
  for (const [, name = "", quoted = ""] of list.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) attributes.set(name, unescaped(quoted.slice(1, -1)));
  if (attributes.get(prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`) !== SETTING_NAMESPACE) return null;
  const key = attributes.get("key");
  if (key === undefined) return null;
  const content = empty === "/" ? "" : contentOf(body.slice(start + open.length), `</${prefix}setting`);
  if (content === null) return null;
  if (attributes.get("form") !== "json") return { key, text: content };
  const text = parsedText(content);
  return text === null ? null : { key, text };
}

/** Where the root element begins, after comments and the white space between them. */
function afterComments(xml: string): number {
  let at = 0;
  while (xml.startsWith("<!--", at)) {
    const end = xml.indexOf("-->", at + 4);
    if (end < 0) return xml.length;
    at = end + 3;
    while (/\s/.test(xml.charAt(at))) at++;
  }
  return at;
}

/** The text of an element up to its closing tag; null when something other than text is in it, or the closing tag is missing. */
function contentOf(xml: string, closing: string): string | null {
  let text = "";
  let at = 0;
  for (;;) {
    const tag = xml.indexOf("<", at);
    if (tag < 0) return null;
    text += unescaped(xml.slice(at, tag));
    if (xml.startsWith(closing, tag)) return text;
    const isData = xml.startsWith("<![CDATA[", tag);
    if (!isData && !xml.startsWith("<!--", tag)) return null;
    const end = xml.indexOf(isData ? "]]>" : "-->", tag);
    if (end < 0) return null;
    if (isData) text += xml.slice(tag + 9, end);
    at = end + 3;
  }
}

/** Quotes need no reference outside of attributes, and settings are JSON: six bytes for each would push a large one over what Excel takes. */
function escapedContent(text: string): string {
  return text.replace(/[&<>\r]/g, (sign) => REFERENCES[sign] ?? sign);
}

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => REFERENCES[sign] ?? sign);
}

function unescaped(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A JSON string in which every character that XML cannot hold is an escape. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

function parsedText(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
