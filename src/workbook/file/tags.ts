import { WorkbookFailure } from "../failure";

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const COLON = 0x3a;
const BANG = 0x21;
const QUESTION = 0x3f;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const CR = 0x0d;

/**
 * Walks over the tags of an XML part in its bytes. The large parts (sheets, shared strings) are read with this, because it makes no
 * object a tag and knows the byte place of everything, which patching needs. Comments and processing instructions are stepped over; a
 * DOCTYPE is refused, so there are no entities but the five of XML.
 */
export class Tags {
  /** Byte place of "<". */
  start = 0;
  /** Byte place after ">". */
  end = 0;
  /** Byte place of the local name (after a prefix). */
  nameStart = 0;
  nameEnd = 0;
  private closing = false;
  private empty = false;

  attributeStart = 0;
  attributeEnd = 0;
  valueStart = 0;
  valueEnd = 0;

  /**
   * @param part the part's name, for the reason when it is broken.
   * @param from byte place to begin at.
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly part: string,
    from = 0,
  ) {
    this.end = from;
  }

  /** Moves to the next tag. @returns false at the end of the part. @throws WorkbookFailure when the part is broken or has a DOCTYPE. */
  next(): boolean {
    const { bytes } = this;
    const { length } = bytes;
    let i = this.end;
    for (;;) {
      while (i < length && bytes[i] !== LT) i++;
      if (i >= length) return false;
      const sign = bytes[i + 1];
      if (sign === BANG) i = this.afterDeclaration(i);
      else if (sign === QUESTION) i = this.after(i + 2, "?>");
      else break;
    }
    this.start = i;
    i++;
    this.closing = bytes[i] === SLASH;
    if (this.closing) i++;
    this.nameStart = i;
    let byte = bytes[i];
    while (byte !== GT && byte !== SLASH && byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
      if (byte === undefined || byte === LT) throw this.broken();
      i++;
      if (byte === COLON) this.nameStart = i;
      byte = bytes[i];
    }
    this.nameEnd = i;
    while (byte !== GT) {
      if (byte === QUOTE || byte === APOSTROPHE) i = bytes.indexOf(byte, i + 1);
      if (byte === undefined || byte === LT || i < 0) throw this.broken();
      byte = bytes[++i];
    }
    this.empty = bytes[i - 1] === SLASH;
    this.end = i + 1;
    return true;
  }

  /** `</name>`. A method, because each `next()` changes it and a compiler would remember a property. */
  closes(): boolean {
    return this.closing;
  }

  /** `<name/>` */
  isEmpty(): boolean {
    return this.empty;
  }

  /** The local name of the tag. */
  name(): string {
    return ascii(this.bytes, this.nameStart, this.nameEnd);
  }

  /** The prefix of the tag with its colon ("x:"), "" for none. */
  prefix(): string {
    return ascii(this.bytes, this.start + (this.closing ? 2 : 1), this.nameStart);
  }

  /** True when the tag's local name is this one. */
  is(name: string): boolean {
    if (this.nameEnd - this.nameStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[this.nameStart + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** Begins to go through the attributes of the tag. */
  toFirstAttribute(): void {
    this.valueEnd = this.nameEnd - 1;
  }

  /** Moves to the next attribute of the tag; names keep their prefix. */
  nextAttribute(): boolean {
    const { bytes } = this;
    const stop = this.end - (this.empty ? 2 : 1);
    let i = this.valueEnd + 1;
    while (i < stop && (bytes[i] as number) <= 0x20) i++;
    if (i >= stop) return false;
    this.attributeStart = i;
    while (i < stop && bytes[i] !== EQUALS && (bytes[i] as number) > 0x20) i++;
    this.attributeEnd = i;
    while (i < stop && (bytes[i] as number) <= 0x20) i++;
    if (bytes[i] !== EQUALS) throw this.broken();
    i++;
    while (i < stop && (bytes[i] as number) <= 0x20) i++;
    const quote = bytes[i];
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.broken();
    this.valueStart = i + 1;
    i++;
    while (i < stop && bytes[i] !== quote) i++;
    if (i >= stop) throw this.broken();
    this.valueEnd = i;
    return true;
  }

  /** True when the attribute's name is this one. */
  attributeIs(name: string): boolean {
    if (this.attributeEnd - this.attributeStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[this.attributeStart + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** The value of an attribute, null when the tag has none of this name. The byte places of the value are left in `valueStart` and `valueEnd`. */
  attribute(name: string): string | null {
    this.toFirstAttribute();
    while (this.nextAttribute()) if (this.attributeIs(name)) return this.value();
    return null;
  }

  /** The value of the attribute at hand. */
  value(): string {
    return xmlText(this.bytes, this.valueStart, this.valueEnd);
  }

  /** From an opening tag: moves to the tag that closes it, stepping over all within. Stays on an empty one. */
  toClosing(): void {
    if (this.empty || this.closing) return;
    let depth = 1;
    while (depth > 0) {
      if (!this.next()) throw this.broken();
      if (this.closes()) depth--;
      else if (!this.isEmpty()) depth++;
    }
  }

  /** The failure that says that this part is broken. */
  broken(): WorkbookFailure {
    return new WorkbookFailure("broken-xml", this.part);
  }

  private afterDeclaration(at: number): number {
    const { bytes } = this;
    if (bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d) return this.after(at + 4, "-->");
    if (bytes[at + 2] === 0x5b) return this.after(at + 9, "]]>");
    throw new WorkbookFailure("unsafe-xml", this.part);
  }

  private after(from: number, mark: string): number {
    const { bytes } = this;
    const last = mark.charCodeAt(mark.length - 1);
    for (let i = bytes.indexOf(last, from); i >= 0; i = bytes.indexOf(last, i + 1)) {
      if (i - from >= mark.length - 1 && ascii(bytes, i - mark.length + 1, i + 1) === mark) return i + 1;
    }
    throw this.broken();
  }
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const SHORT = 512;
const units = new Uint16Array(SHORT);

/** UTF-8 bytes as a string. Short texts are decoded here: a call of TextDecoder costs more than the work. */
function decode(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return utf8.decode(bytes.subarray(start, end));
  let length = 0;
  for (let i = start; i < end; ) {
    const a = bytes[i] as number;
    if (a < 0x80) {
      units[length++] = a;
      i++;
    } else if (a < 0xe0 && i + 1 < end) {
      units[length++] = ((a & 31) << 6) | ((bytes[i + 1] as number) & 63);
      i += 2;
    } else if (a < 0xf0 && i + 2 < end) {
      units[length++] = ((a & 15) << 12) | (((bytes[i + 1] as number) & 63) << 6) | ((bytes[i + 2] as number) & 63);
      i += 3;
    } else {
      return utf8.decode(bytes.subarray(start, end));
    }
  }
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}

/** Character data between two byte places: line ends made one (XML 1.0, 2.11), references and CDATA resolved, tags and comments left out. */
export function xmlText(bytes: Uint8Array, start: number, end: number): string {
  let plain = true;
  for (let i = start; i < end; i++) {
    const byte = bytes[i];
    if (byte === AMPERSAND || byte === CR || byte === LT) {
      plain = false;
      break;
    }
  }
  const raw = decode(bytes, start, end);
  if (plain) return raw;
  return raw
    .replace(/\r\n?/g, "\n")
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>)/)
    .map((piece) =>
      piece.startsWith("<![CDATA[")
        ? piece.slice(9, -3)
        : piece.startsWith("<")
          ? ""
          : piece.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) =>
              decimal !== undefined
                ? codePoint(Number(decimal))
                : hex !== undefined
                  ? codePoint(parseInt(hex, 16))
                  : (ENTITIES.get(name ?? "") ?? whole),
            ),
    )
    .join("");
}

/** Text of a cell: like `xmlText`, with Excel's own escapes `_xHHHH_` resolved (ECMA-376 part 1, 22.9.2.19). */
export function cellText(bytes: Uint8Array, start: number, end: number): string {
  const text = xmlText(bytes, start, end);
  for (let i = start; i + 6 < end; i++) if (bytes[i] === UNDERSCORE && bytes[i + 1] === 0x78) return unescapeCell(text);
  return text;
}

/** Resolves `_x000D_` and the like. */
function unescapeCell(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Writes a cell's text for XML: what XML cannot hold becomes `_xHHHH_`, and a text that looks like such an escape stays itself. */
export function escapeCell(text: string): string {
  return escapeXml(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids, and a carriage return, which it would turn into a line feed
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (sign) =>
        `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
      ),
  );
}

/** Escapes text for character data and attribute values. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : sign === ">" ? "&gt;" : "&quot;"));
}
