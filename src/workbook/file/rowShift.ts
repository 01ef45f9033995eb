import { formatArea, parseArea, type Area } from "../../grid/area";
import { MAX_ROWS, parseAddress } from "../../grid/address";

/** What taking rows out of a sheet does to the places of everything else. */
export class RowShift {
  private readonly gone: readonly number[];
  private readonly lookup: ReadonlySet<number>;

  /** @param rows zero-based rows that go. */
  constructor(rows: readonly number[]) {
    this.lookup = new Set(rows);
    this.gone = [...this.lookup].sort((a, b) => a - b);
  }

  /** True when the row goes. */
  has(row: number): boolean {
    return this.lookup.has(row);
  }

  /** Where a row that stays comes to stand; for one that goes, where the next one that stays does. */
  row(row: number): number {
    let before = 0;
    for (const gone of this.gone) {
      if (gone >= row) break;
      before++;
    }
    return row - before;
  }

  /** Where an area comes to stand; null when all of its rows go. */
  area({ top, left, bottom, right }: Area): Area | null {
    // A whole column stays one: rows come in at the bottom.
    if (bottom === MAX_ROWS - 1) return { top: this.row(top), left, bottom, right };
    const first = this.row(top);
    const last = this.row(bottom + 1) - 1;
    return last < first ? null : { top: first, left, bottom: last, right };
  }

  /** A list of areas as files write it ("A1:B2 C3"); "" when nothing of it stays. A text that is no such list comes back as it is. */
  list(text: string): string {
    return text
      .split(/\s+/)
      .filter((piece) => piece !== "")
      .flatMap((piece) => {
        const area = parseArea(piece);
        if (area === null) return [piece];
        const moved = this.area(area);
        if (moved === null) return [];
        return [moved === area ? piece : formatArea(moved)];
      })
      .join(" ");
  }

  /**
   * A formula's text with its references moved.
   * @param sheet the sheet that the rows go from.
   * @param own true when references without a sheet's name mean that sheet.
   */
  formula(text: string, sheet: string, own: boolean): string {
    return text.replace(REFERENCE, (whole: string, prefix: string | undefined, reference: string | undefined) => {
      if (reference === undefined) return whole;
      if (prefix === undefined ? !own : sheetOf(prefix) !== sheet.toLowerCase()) return whole;
      return (prefix ?? "") + this.reference(reference);
    });
  }

  private reference(reference: string): string {
    const ends = reference.split(":").map((end) => /^(\$?)([A-Za-z]*)(\$?)(\d+)$/.exec(end));
    // Letters beyond the last column are a name.
    if (ends.some((end) => end === null || (end[2] !== "" && parseAddress(`${end[2] ?? ""}1`) === null))) return reference;
    const rows = ends.map((end) => Number(end?.[4]) - 1);
    const top = Math.min(...rows);
    const moved = this.area({ top, left: 0, bottom: Math.max(...rows), right: 0 });
    if (moved === null) return "#REF!";
    return ends
      .map((end, i) => {
        const row = rows[i] === top ? moved.top : moved.bottom;
        return `${end?.[1] ?? ""}${end?.[2] ?? ""}${end?.[3] ?? ""}${row + 1}`;
      })
      .join(":");
  }
}

/**
 * Texts, structured references, and names are stepped over; what is left are cells, areas and whole rows, each with its sheet's name
 * ("'Phụ lục I'!") or without.
 */
const REFERENCE =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[\p{L}\p{N}_.\\[\]]+)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(\\])|\[[^\]]*\]|[\p{L}\p{N}_.\\$]+!?/gu;

function sheetOf(prefix: string): string {
  const name = prefix.slice(0, -1);
  return (name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name).toLowerCase();
}
