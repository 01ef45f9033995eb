/** A stretch of a part that is to read otherwise: the bytes from `start` to `end` give way to `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The bytes with the splices carried out; everything else stays as it is, byte for byte.
 * @param splices in any order, not overlapping; several insertions at one place keep their order.
 */
export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  if (splices.length === 0) return bytes;
  const encoder = new TextEncoder();
  const ordered = splices.map(({ start, end, text }) => ({ start, end, data: encoder.encode(text) })).sort((a, b) => a.start - b.start || a.end - b.end);
  const length = ordered.reduce((sum, { start, end, data }) => sum + data.length - (end - start), bytes.length);
  const out = new Uint8Array(length);
  let from = 0;
  let to = 0;
  for (const { start, end, data } of ordered) {
    out.set(bytes.subarray(from, start), to);
    to += start - from;
    out.set(data, to);
    to += data.length;
    from = end;
  }
  out.set(bytes.subarray(from), to);
  return out;
}
