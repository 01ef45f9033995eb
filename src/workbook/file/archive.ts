import { Inflate, deflateSync } from "fflate";
import { WorkbookFailure } from "../failure";
import type { Budgets } from "./budgets";

/** One entry of the zip, as the central directory tells; sizes there are hints and are checked while inflating. */
interface Entry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  readonly time: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly externalAttributes: number;
  readonly localOffset: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const UTF8_NAME = 0x800;
/** This many compressed bytes are inflated at a time: deflate grows at most 1032-fold, so a bomb is caught within 33 MB. */
const PUSH = 32 * 1024;
const RATIO_FROM = 1024 * 1024;
/** Compressed parts from this size on are inflated ahead: below it, waiting for a stream costs more than it saves. */
const PREPARE_FROM = 64 * 1024;

/** CFB, the container of old .xls files and of encrypted .xlsx files ([MS-CFB] 2.2). */
const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** An .xlsx file as a zip: parts are inflated when asked for, and go back as they came when nothing changed. */
export class Archive {
  private readonly entries = new Map<string, Entry>();
  private readonly folded = new Map<string, string>();
  private inflatedBytes = 0;
  /** Parts that were inflated ahead of their reading. */
  private readonly prepared = new Map<string, Uint8Array>();

  /**
   * Reads the zip's directory; nothing is inflated yet.
   * @throws WorkbookFailure when the bytes are no zip, are encrypted or cut short, or hold unsafe names.
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly budgets: Budgets,
  ) {
    if (bytes.length === 0) throw new WorkbookFailure("empty-file");
    if (bytes.length > budgets.fileBytes) throw new WorkbookFailure("too-large", megabytes(bytes.length));
    refuseOtherFormats(bytes);
    this.readDirectory();
  }

  /** Names of all parts in the order of the zip, without a leading slash. */
  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The part's own spelling of a name: part names are compared without case (ECMA-376 part 2, 6.2.2.3). Null when there is none. */
  find(name: string): string | null {
    return this.entries.has(name) ? name : (this.folded.get(name.toLowerCase()) ?? null);
  }

  /**
   * Inflates a part, counting the bytes as they come.
   * @param onChunk called after every slice, for progress.
   * @throws WorkbookFailure when the part is missing, damaged or over budget.
   */
  read(name: string): Uint8Array {
    const found = this.find(name);
    const entry = found === null ? undefined : this.entries.get(found);
    if (entry === undefined) throw new WorkbookFailure("missing-part", name);
    const content = this.prepared.get(entry.name) ?? this.inflate(entry);
    this.prepared.delete(entry.name);
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw new WorkbookFailure("damaged", entry.name);
    return content;
  }

  /**
   * Inflates a large part ahead of its reading by the platform's own inflater, which is faster than one in JavaScript and leaves less behind;
   * where there is none, or for a small part, nothing happens, and `read` inflates it.
   * @param room where the bytes are put if they have room there (see `roomFor`): they are good until the next part is put there.
   * @throws WorkbookFailure when the part is damaged or over budget.
   */
  async prepare(name: string, room?: Uint8Array): Promise<void> {
    const found = this.find(name);
    const entry = found === null ? undefined : this.entries.get(found);
    if (entry?.method !== 8 || entry.compressedSize < PREPARE_FROM || typeof DecompressionStream === "undefined") return;
    this.prepared.set(entry.name, await this.inflateNatively(entry, room));
  }

  /** Room for the largest of some parts, as far as can be told: parts that are read one after the other need no more than one of them does. */
  roomFor(names: readonly string[]): Uint8Array {
    const entries = names.flatMap((name) => this.entries.get(this.find(name) ?? "") ?? []);
    return new Uint8Array(Math.max(0, ...entries.map((entry) => this.expected(entry))));
  }

  /** The compressed size of a part in bytes, 0 when there is none: a measure of the work that it is to read. */
  compressedSize(name: string): number {
    const found = this.find(name);
    return found === null ? 0 : (this.entries.get(found)?.compressedSize ?? 0);
  }

  /**
   * The file with some parts replaced, added or (null) left out; every other part is copied as the compressed bytes that it came as.
   */
  write(changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
    if (changes.size === 0) return this.bytes.slice();
    const files: { entry: Entry; data: Uint8Array }[] = [];
    for (const entry of this.entries.values()) {
      const change = changes.get(entry.name);
      if (change === null) continue;
      files.push(change === undefined ? { entry, data: this.compressed(entry) } : deflated(entry, change));
    }
    for (const [name, content] of changes) {
      if (content === null || this.entries.has(name)) continue;
      const nameBytes = new TextEncoder().encode(name);
      const flags = nameBytes.length === name.length ? 0 : UTF8_NAME;
      // The first day that a zip can tell: files are the same whenever they are made.
      const blank = { name, nameBytes, flags, method: 8, time: 0x00210000, crc: 0, compressedSize: 0, size: 0, externalAttributes: 0, localOffset: 0 };
      files.push(deflated(blank, content));
    }
    return assemble(files);
  }

  private readDirectory(): void {
    const { bytes } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let end = bytes.length - 22;
    const stop = Math.max(0, bytes.length - 22 - 0xffff);
    while (end >= stop && view.getUint32(end, true) !== END) end--;
    if (end < stop || bytes.length < 22) throw new WorkbookFailure("truncated");
    let count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if ((count === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === END64_LOCATOR) {
      const end64 = Number(view.getBigUint64(end - 12, true));
      if (end64 + 56 > bytes.length || view.getUint32(end64, true) !== END64) throw new WorkbookFailure("truncated");
      count = Number(view.getBigUint64(end64 + 32, true));
      at = Number(view.getBigUint64(end64 + 48, true));
    }
    if (count > this.budgets.entries) throw new WorkbookFailure("too-large", `${count} parts`);
    for (let i = 0; i < count; i++) {
      if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new WorkbookFailure("truncated");
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
      if (next > end) throw new WorkbookFailure("truncated");
      const nameBytes = bytes.slice(at + 46, at + 46 + nameLength);
      const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
      readZip64(view, at + 46 + nameLength, extraLength, sizes);
      const [size = 0, compressedSize = 0, localOffset = 0] = sizes;
      const entry: Entry = {
        name: new TextDecoder().decode(nameBytes).replaceAll("\\", "/"),
        nameBytes,
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        time: view.getUint32(at + 12, true),
        crc: view.getUint32(at + 16, true),
        compressedSize,
        size,
        externalAttributes: view.getUint32(at + 38, true),
        localOffset,
      };
      at = next;
      this.admit(entry);
    }
  }

  private admit(entry: Entry): void {
    const { name } = entry;
    const segments = name.split("/");
    if (name === "" || name.startsWith("/") || /^[A-Za-z]:/.test(name) || segments.includes("..") || name.includes("\0")) {
      throw new WorkbookFailure("unsafe-name", JSON.stringify(name));
    }
    if (this.folded.has(name.toLowerCase())) throw new WorkbookFailure("unsafe-name", `${name} x 2`);
    if ((entry.flags & 1) !== 0) throw new WorkbookFailure("encrypted");
    this.folded.set(name.toLowerCase(), name);
    this.entries.set(name, entry);
  }

  private compressed(entry: Entry): Uint8Array {
    const { bytes } = this;
    const at = entry.localOffset;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw new WorkbookFailure("damaged", entry.name);
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (start + entry.compressedSize > bytes.length) throw new WorkbookFailure("truncated");
    return bytes.subarray(start, start + entry.compressedSize);
  }

  private inflate(entry: Entry): Uint8Array {
    const data = this.compressed(entry);
    if (entry.method === 0) {
      this.count(entry, data.length, data.length);
      return data.slice();
    }
    if (entry.method !== 8) throw new WorkbookFailure("damaged", entry.name);
    const output = this.outputFor(entry);
    let ended = 0;
    const stream = new Inflate((chunk, final) => {
      output.add(chunk);
      if (final) ended++;
    });
    try {
      for (let at = 0; at < data.length || at === 0; at += PUSH) {
        stream.push(data.subarray(at, at + PUSH), at + PUSH >= data.length);
        this.count(entry, output.length, at + PUSH);
      }
    } catch (cause) {
      if (cause instanceof WorkbookFailure) throw cause;
      throw new WorkbookFailure("damaged", entry.name);
    }
    if (ended !== 1) throw new WorkbookFailure("damaged", entry.name);
    this.inflatedBytes += output.length;
    return output.content();
  }

  private async inflateNatively(entry: Entry, room?: Uint8Array): Promise<Uint8Array> {
    const output = this.outputFor(entry, room);
    const inflater = new DecompressionStream("deflate-raw");
    // Errors come out at the reading end.
    void feed(inflater.writable.getWriter(), this.compressed(entry)).catch(() => undefined);
    const reader = inflater.readable.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        output.add(next.value);
        this.count(entry, output.length, entry.compressedSize);
      }
    } catch (cause) {
      void reader.cancel().catch(() => undefined);
      if (cause instanceof WorkbookFailure) throw cause;
      throw new WorkbookFailure("damaged", entry.name);
    }
    this.inflatedBytes += output.length;
    return output.content();
  }

  private outputFor(entry: Entry, room?: Uint8Array): Output {
    const expected = this.expected(entry);
    return new Output(entry.name, room !== undefined && room.length >= expected ? room : new Uint8Array(expected), this.budgets.entryBytes);
  }

  /** How large a part will likely be in bytes, within the budget: what it says of itself is no more than a hint. */
  private expected(entry: Entry): number {
    return Math.min(entry.size, entry.compressedSize * 20 + 1024, this.budgets.entryBytes);
  }

  private count(entry: Entry, length: number, consumed: number): void {
    const { entryBytes, totalBytes, ratio } = this.budgets;
    if (length > entryBytes) throw new WorkbookFailure("too-large", `${entry.name} > ${megabytes(entryBytes)}`);
    if (this.inflatedBytes + length > totalBytes) throw new WorkbookFailure("too-large", `> ${megabytes(totalBytes)}`);
    if (length > RATIO_FROM && length > ratio * Math.min(consumed, entry.compressedSize)) {
      throw new WorkbookFailure("overblown", entry.name);
    }
  }
}

/** Writes the bytes slice by slice, each when the one before is taken, so that what is read keeps up with what is written. */
async function feed(writer: WritableStreamDefaultWriter<BufferSource>, data: Uint8Array): Promise<void> {
  for (let at = 0; at < data.length; at += PUSH) {
    await writer.ready;
    // Bytes on a shared buffer are copied: a stream does not take them.
    await writer.write(isUnshared(data) ? data.subarray(at, at + PUSH) : data.slice(at, at + PUSH));
  }
  await writer.close();
}

function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer;
}

/** What was inflated so far, growing up to a limit. */
class Output {
  length = 0;

  /** @param bytes where to put it; when it is more, it moves to larger room. */
  constructor(
    private readonly name: string,
    private bytes: Uint8Array,
    private readonly limit: number,
  ) {}

  add(chunk: Uint8Array): void {
    const length = this.length + chunk.length;
    if (length > this.limit) throw new WorkbookFailure("too-large", `${this.name} > ${megabytes(this.limit)}`);
    if (length > this.bytes.length) {
      const larger = new Uint8Array(Math.min(this.limit, Math.max(length, this.bytes.length * 2)));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(chunk, this.length);
    this.length = length;
  }

  content(): Uint8Array {
    return this.length === this.bytes.length ? this.bytes : this.bytes.subarray(0, this.length);
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (CFB.every((byte, i) => bytes[i] === byte)) {
    // The names of the container's streams are UTF-16 in its first sectors; an encrypted workbook has "EncryptedPackage".
    const name = Array.from("EncryptedPackage").flatMap((letter) => [letter.charCodeAt(0), 0]);
    throw new WorkbookFailure(includes(bytes, name) ? "encrypted" : "old-format");
  }
  // "PK": anything else (HTML or CSV named .xls, a PDF, an empty file) is no zip at all.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WorkbookFailure("not-a-workbook");
}

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** Replaces size, compressed size and offset (in this order) where the 32-bit fields say "see the zip64 extra field" (APPNOTE 4.5.3). */
function readZip64(view: DataView, start: number, length: number, sizes: number[]): void {
  if (!sizes.includes(0xffffffff)) return;
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), start + length);
    let field = at + 4;
    for (let i = 0; i < sizes.length; i++) {
      if (sizes[i] !== 0xffffffff || field + 8 > end) continue;
      sizes[i] = Number(view.getBigUint64(field, true));
      field += 8;
    }
    return;
  }
}

function deflated(entry: Entry, content: Uint8Array): { entry: Entry; data: Uint8Array } {
  const data = entry.method === 0 ? content : deflateSync(content);
  return { entry: { ...entry, crc: crc32(content), size: content.length, compressedSize: data.length }, data };
}

function assemble(files: readonly { entry: Entry; data: Uint8Array }[]): Uint8Array {
  let length = 22;
  for (const { entry, data } of files) length += 30 + 46 + 2 * entry.nameBytes.length + data.length;
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  const common = (entry: Entry, start: number): void => {
    view.setUint16(start, 20, true);
    // Sizes stand in the header, so the flag that promises them after the data goes.
    view.setUint16(start + 2, entry.flags & ~8, true);
    view.setUint16(start + 4, entry.method, true);
    view.setUint32(start + 6, entry.time, true);
    view.setUint32(start + 10, entry.crc, true);
    view.setUint32(start + 14, entry.compressedSize, true);
    view.setUint32(start + 18, entry.size, true);
    view.setUint16(start + 22, entry.nameBytes.length, true);
  };
  for (const { entry, data } of files) {
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    common(entry, at + 4);
    out.set(entry.nameBytes, at + 30);
    out.set(data, at + 30 + entry.nameBytes.length);
    at += 30 + entry.nameBytes.length + data.length;
  }
  const directory = at;
  files.forEach(({ entry }, i) => {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    common(entry, at + 6);
    view.setUint32(at + 38, entry.externalAttributes, true);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    out.set(entry.nameBytes, at + 46);
    at += 46 + entry.nameBytes.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** Four tables, so that the checksum takes four bytes a step ("slicing by 4"). */
const CRC_TABLES = ((): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] => {
  const tables = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = (c & 1) === 0 ? c >>> 1 : 0xedb88320 ^ (c >>> 1);
    tables[0][n] = c;
  }
  for (let n = 0; n < 256; n++) {
    let c = tables[0][n] ?? 0;
    for (const table of [tables[1], tables[2], tables[3]]) {
      c = (tables[0][c & 255] ?? 0) ^ (c >>> 8);
      table[n] = c;
    }
  }
  return tables;
})();

/** The checksum of the zip format (CRC-32, ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = CRC_TABLES;
  let c = 0xffffffff;
  let i = 0;
  for (const whole = bytes.length - 3; i < whole; i += 4) {
    c ^= (bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16) | ((bytes[i + 3] as number) << 24);
    c = (t3[c & 255] as number) ^ (t2[(c >>> 8) & 255] as number) ^ (t1[(c >>> 16) & 255] as number) ^ (t0[c >>> 24] as number);
  }
  for (; i < bytes.length; i++) c = (t0[(c ^ (bytes[i] as number)) & 255] as number) ^ (c >>> 8);
  return ~c >>> 0;
}
