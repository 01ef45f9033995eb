import { formatArea, parseArea, type Area } from "../../grid/area";
import { formatAddress, MAX_COLUMNS, parseAddress } from "../../grid/address";
import type { CellValue } from "../../grid/grid";
import { styleAt, type SheetLayout } from "./sheetLayout";
import { spliced, type Splice } from "./splices";
import { escapeCell, Tags } from "./tags";
import type { NumberFormats } from "./numberFormat";

/** Values to write, by `cellKey`. */
export type CellWrites = ReadonlyMap<number, CellValue>;

/** One number for a cell of a sheet, ordered by row and column. */
export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** The cell of a `cellKey`. */
export function cellOf(key: number): { row: number; column: number } {
  return { row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS };
}

interface Write {
  readonly column: number;
  readonly value: CellValue;
}

/**
 * A worksheet part with cells written: only the bytes of those cells change (and the row and the used area, where a cell is new). Cells
 * keep their style; texts go in as inline strings, so that no other part changes and nothing that begins with "=" becomes a formula.
 */
export function patchCells(bytes: Uint8Array, part: string, writes: CellWrites, layout: SheetLayout, formats: NumberFormats): Uint8Array {
  const byRow = new Map<number, Write[]>();
  for (const [key, value] of [...writes].sort(([a], [b]) => a - b)) {
    const { row, column } = cellOf(key);
    const writesOfRow = byRow.get(row);
    if (writesOfRow === undefined) byRow.set(row, [{ column, value }]);
    else writesOfRow.push({ column, value });
  }
  return new CellPatch(new Tags(bytes, part), byRow, layout, formats).run();
}

class CellPatch {
  private readonly splices: Splice[] = [];
  private readonly rows: number[];
  private prefix = "";

  constructor(
    private readonly tags: Tags,
    private readonly byRow: ReadonlyMap<number, readonly Write[]>,
    private readonly layout: SheetLayout,
    private readonly formats: NumberFormats,
  ) {
    this.rows = [...byRow.keys()];
  }

  run(): Uint8Array {
    const { tags } = this;
    let dimension: { start: number; end: number; text: string } | null = null;
    while (tags.next()) {
      if (tags.is("dimension") && !tags.closes()) {
        const text = tags.attribute("ref");
        if (text !== null) dimension = { start: tags.valueStart, end: tags.valueEnd, text };
      } else if (tags.is("sheetData")) {
        this.prefix = tags.prefix();
        this.patchRows();
        break;
      }
    }
    if (dimension !== null) {
      const area = this.used(parseArea(dimension.text));
      if (area !== null) this.splices.push({ ...dimension, text: formatArea(area) });
    }
    return spliced(tags.bytes, this.splices);
  }

  /** The used area with the written cells in it; null when it stays as it is. */
  private used(area: Area | null): Area | null {
    if (area === null) return null;
    let { top, left, bottom, right } = area;
    for (const [row, writes] of this.byRow) {
      for (const { column, value } of writes) {
        if (value === null) continue;
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    }
    return top === area.top && left === area.left && bottom === area.bottom && right === area.right ? null : { top, left, bottom, right };
  }

  private patchRows(): void {
    const { tags } = this;
    if (tags.isEmpty()) {
      const rows = this.newRows(Infinity);
      if (rows !== "") this.splices.push({ start: tags.end - 2, end: tags.end, text: `>${rows}</${this.prefix}sheetData>` });
      return;
    }
    let row = -1;
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) break;
      if (!tags.is("row")) {
        tags.toClosing();
        continue;
      }
      const number = tags.attribute("r");
      row = number === null ? row + 1 : Number(number) - 1;
      const before = this.newRows(row);
      if (before !== "") this.splices.push({ start: tags.start, end: tags.start, text: before });
      if (this.rows[0] === row) {
        this.rows.shift();
        this.patchRow(row, this.byRow.get(row) ?? []);
      } else {
        tags.toClosing();
      }
    }
    const after = this.newRows(Infinity);
    if (after !== "") this.splices.push({ start: tags.start, end: tags.start, text: after });
  }

  /** Rows that the part does not have, above this one. */
  private newRows(below: number): string {
    let text = "";
    for (let row = this.rows[0]; row !== undefined && row < below; row = this.rows[0]) {
      this.rows.shift();
      const cells = this.newCells(row, this.byRow.get(row) ?? []);
      if (cells !== "") text += `<${this.prefix}row r="${row + 1}">${cells}</${this.prefix}row>`;
    }
    return text;
  }

  private newCells(row: number, writes: readonly Write[]): string {
    return writes.map(({ column, value }) => (value === null ? "" : this.cell(row, column, styleAt(this.layout, row, column), value))).join("");
  }

  private patchRow(row: number, writes: readonly Write[]): void {
    const { tags } = this;
    this.widenSpans(writes);
    if (tags.isEmpty()) {
      const cells = this.newCells(row, writes);
      if (cells !== "") this.splices.push({ start: tags.end - 2, end: tags.end, text: `>${cells}</${this.prefix}row>` });
      return;
    }
    const left = [...writes];
    let column = -1;
    for (;;) {
      if (!tags.next()) throw tags.broken();
      if (tags.closes()) break;
      if (!tags.is("c")) {
        tags.toClosing();
        continue;
      }
      const address = tags.attribute("r");
      column = address === null ? column + 1 : (parseAddress(address)?.column ?? column + 1);
      const style = Number(tags.attribute("s") ?? 0);
      const { start } = tags;
      const before: Write[] = [];
      while (left[0] !== undefined && left[0].column < column) before.push(...left.splice(0, 1));
      const inserted = this.newCells(row, before);
      if (inserted !== "") this.splices.push({ start, end: start, text: inserted });
      tags.toClosing();
      if (left[0]?.column === column) {
        const { value } = left[0];
        left.shift();
        const text = value === null && style === 0 && address !== null ? "" : this.cell(row, column, style, value);
        this.splices.push({ start, end: tags.end, text });
      }
    }
    const after = this.newCells(row, left);
    if (after !== "") this.splices.push({ start: tags.start, end: tags.start, text: after });
  }

  /** `spans` only helps a reader to plan ahead, but it must not lie. */
  private widenSpans(writes: readonly Write[]): void {
    const spans = /^(\d+):(\d+)$/.exec(this.tags.attribute("spans") ?? "");
    if (spans === null) return;
    const columns = writes.filter(({ value }) => value !== null).map(({ column }) => column + 1);
    const first = Math.min(Number(spans[1]), ...columns);
    const last = Math.max(Number(spans[2]), ...columns);
    const text = `${first}:${last}`;
    if (text !== spans[0]) this.splices.push({ start: this.tags.valueStart, end: this.tags.valueEnd, text });
  }

  private cell(row: number, column: number, style: number, value: CellValue): string {
    const p = this.prefix;
    const head = `<${p}c r="${formatAddress(row, column)}"${style === 0 ? "" : ` s="${style}"`}`;
    if (value === null) return `${head}/>`;
    if (typeof value === "boolean") return `${head} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    if (typeof value === "number") return `${head}><${p}v>${this.formats.toStored(style, value)}</${p}v></${p}c>`;
    return `${head} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeCell(value)}</${p}t></${p}is></${p}c>`;
  }
}
