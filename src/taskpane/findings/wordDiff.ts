/** A run of text that stayed, went or came. */
export interface DiffPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** The table of the longest common sequence is not built over more cells than this: such texts are told apart by their ends only. */
const LARGEST_TABLE = 250_000;

/**
 * The words that differ between two texts, removed ones before added ones. White space and punctuation are words of their own, so
 * that a comma or a double blank is seen. Joining "same" and "removed" gives `before`; "same" and "added" gives `after`.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const a = words(before);
  const b = words(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;

  const parts: DiffPart[] = [];
  const push = (kind: DiffPart["kind"], text: string): void => {
    const last = parts.at(-1);
    if (text === "") return;
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  push("same", a.slice(0, start).join(""));
  for (const part of middle(a.slice(start, a.length - end), b.slice(start, b.length - end))) push(part.kind, part.text);
  push("same", a.slice(a.length - end).join(""));
  return parts;
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
}

function middle(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  if (a.length * b.length > LARGEST_TABLE) {
    return [
      { kind: "removed", text: a.join("") },
      { kind: "added", text: b.join("") },
    ];
  }
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  // Between two words that stayed, everything that went is told before everything that came.
  let removed = "";
  let added = "";
  const flush = (): void => {
    parts.push({ kind: "removed", text: removed }, { kind: "added", text: added });
    removed = "";
    added = "";
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      flush();
      parts.push({ kind: "same", text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      removed += left;
      i++;
    } else {
      added += right ?? "";
      j++;
    }
  }
  flush();
  return parts;
}
