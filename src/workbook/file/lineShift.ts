import { formatArea, parseArea, type Area } from "../../grid/area";
import { MAX_COLUMNS, MAX_ROWS } from "../../grid/address";
import { mapReferences } from "./references";

/** Lines are rows or columns: moving the one is moving the other, turned. */
export type Axis = "row" | "column";

/** A new line: what is at and behind its place moves on by one. */
export interface NewLine {
  /** Zero-based, as the lines were numbered before. */
  readonly at: number;
  /** The neighbour that its formats come from: the line before it (above, left) or after it (below, right). */
  readonly formatFrom: "before" | "after";
}

/** What taking lines out of a sheet and putting new ones in does to the places of everything else. */
export class LineShift {
  private readonly gone: readonly number[];
  private readonly lookup: ReadonlySet<number>;
  /** In order of their place, those of one place in the order that they came. */
  readonly added: readonly NewLine[];
  private readonly limit: number;

  /**
   * @param removed zero-based lines that go.
   * @param added new lines; places are those of before, too.
   */
  constructor(
    readonly axis: Axis,
    removed: readonly number[],
    added: readonly NewLine[] = [],
  ) {
    this.lookup = new Set(removed);
    this.gone = [...this.lookup].sort((a, b) => a - b);
    this.added = [...added].sort((a, b) => a.at - b.at);
    this.limit = axis === "row" ? MAX_ROWS : MAX_COLUMNS;
  }

  /** True when nothing moves. */
  isStill(): boolean {
    return this.gone.length === 0 && this.added.length === 0;
  }

  /** True when the line goes. */
  has(line: number): boolean {
    return this.lookup.has(line);
  }

  /** Where a line that stays comes to stand; for one that goes, where the next one that stays does. */
  line(line: number): number {
    let place = line;
    while (this.lookup.has(place)) place++;
    return place - countBelow(this.gone, place) + this.added.reduce((count, { at }) => (at <= place ? count + 1 : count), 0);
  }

  /** Where the new lines come to stand, in the order of `added`. */
  newLines(): readonly number[] {
    return this.added.map(({ at }, i) => at - countBelow(this.gone, at) + i);
  }

  /** Where a stretch of lines comes to stand, both ends inside; null when nothing of it stays on the sheet. */
  stretch(first: number, last: number): readonly [number, number] | null {
    // A whole column stays one, and so does what reaches to its end.
    if (last >= this.limit - 1) return first === 0 ? [first, last] : [Math.min(this.line(first), last), last];
    let end = last;
    while (end >= first && this.lookup.has(end)) end--;
    if (end < first) return null;
    const from = this.line(first);
    return from >= this.limit ? null : [from, Math.min(this.line(end), this.limit - 1)];
  }

  /** Where an area comes to stand; null when nothing of it stays. */
  area(area: Area): Area | null {
    const { top, left, bottom, right } = area;
    const moved = this.axis === "row" ? this.stretch(top, bottom) : this.stretch(left, right);
    if (moved === null) return null;
    const [from, to] = moved;
    return this.axis === "row" ? { top: from, left, bottom: to, right } : { top, left: from, bottom, right: to };
  }

  /** The same for the area of a format: a new line that takes its formats from the area's edge belongs to it. */
  formatArea(area: Area): Area | null {
    const moved = this.area(area);
    if (moved === null) return null;
    const [first, last] = this.axis === "row" ? [area.top, area.bottom] : [area.left, area.right];
    const before = this.added.filter(({ at, formatFrom }) => at === first && formatFrom === "after").length;
    const after = last >= this.limit - 1 ? 0 : this.added.filter(({ at, formatFrom }) => at === last + 1 && formatFrom === "before").length;
    const { top, left, bottom, right } = moved;
    return this.axis === "row"
      ? { top: top - before, left, bottom: Math.min(bottom + after, this.limit - 1), right }
      : { top, left: left - before, bottom, right: Math.min(right + after, this.limit - 1) };
  }

  /**
   * A list of areas as files write it ("A1:B2 C3"); "" when nothing of it stays. A text that is no such list comes back as it is.
   * @param formats true for the areas of formats, see `formatArea`.
   */
  list(text: string, formats = false): string {
    return text
      .split(/\s+/)
      .filter((piece) => piece !== "")
      .flatMap((piece) => {
        const area = parseArea(piece);
        if (area === null) return [piece];
        const moved = formats ? this.formatArea(area) : this.area(area);
        if (moved === null) return [];
        return [same(moved, area) ? piece : formatArea(moved)];
      })
      .join(" ");
  }

  /**
   * A formula's text with its references moved.
   * @param sheet the sheet whose lines move.
   * @param own true when references without a sheet's name mean that sheet.
   * @returns null when something that it refers to goes, or the formula is not understood.
   */
  formula(text: string, sheet: string, own: boolean): string | null {
    const name = sheet.toLowerCase();
    return mapReferences(text, (reference) => {
      const { ends } = reference;
      if (reference.sheet === null ? !own : reference.sheet !== name) return ends;
      const lines = ends.map((end) => (this.axis === "row" ? end.row : end.column));
      const [first = null] = lines;
      if (first === null) return ends;
      const last = lines[1] ?? first;
      const moved = this.stretch(Math.min(first, last), Math.max(first, last));
      if (moved === null) return null;
      const [from, to] = first <= last ? moved : [moved[1], moved[0]];
      if (from === first && to === last) return ends;
      return ends.map((end, i) => (this.axis === "row" ? { ...end, row: i === 0 ? from : to } : { ...end, column: i === 0 ? from : to }));
    });
  }

  /** What takes everything that stayed back to where it stood. */
  inverse(): LineShift {
    return new LineShift(this.axis, this.newLines(), this.gone.map((line) => ({ at: this.line(line), formatFrom: "before" })));
  }
}

function countBelow(sorted: readonly number[], limit: number): number {
  let count = 0;
  for (const line of sorted) {
    if (line >= limit) break;
    count++;
  }
  return count;
}

function same(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
