import type { Area } from "../../grid/area";
import type { Position } from "../../grid/address";
import type { CellValue } from "../../grid/grid";
import type { SheetModel } from "../grid/sheetModel";
import { valueOfTyped } from "../grid/typed";
import { formatHtmlTable, type TableCell } from "./htmlTable";
import { formatTsv } from "./tsv";

/** The part of a sheet that copying and pasting look at. */
export type Sheet = Pick<SheetModel, "text" | "value" | "style" | "spans" | "used" | "hiddenRow" | "hiddenColumn">;

/** An area for the clipboard, as text and as a table. Hidden rows and columns stay behind; what lies beyond the used part is cut off. */
export function copyArea(sheet: Sheet, area: Area): { readonly text: string; readonly html: string } {
  const texts: string[][] = [];
  const cells: (TableCell | null)[][] = [];
  const bottom = Math.max(area.top, Math.min(area.bottom, sheet.used.row));
  const right = Math.max(area.left, Math.min(area.right, sheet.used.column));
  for (let row = area.top; row <= bottom; row++) {
    if (sheet.hiddenRow(row)) continue;
    const line: string[] = [];
    const tableRow: (TableCell | null)[] = [];
    for (let column = area.left; column <= right; column++) {
      if (sheet.hiddenColumn(column)) continue;
      const merge = sheet.spans.at(row, column);
      const covered = merge !== null && (merge.top !== row || merge.left !== column);
      line.push(covered ? "" : sheet.text(row, column));
      if (covered) tableRow.push(null);
      else {
        const { bold, italic } = sheet.style(row, column);
        tableRow.push({
          text: sheet.text(row, column),
          rowSpan: merge === null ? 1 : count(merge.top, Math.min(merge.bottom, bottom), (r) => sheet.hiddenRow(r)),
          columnSpan: merge === null ? 1 : count(merge.left, Math.min(merge.right, right), (c) => sheet.hiddenColumn(c)),
          bold,
          italic,
        });
      }
    }
    texts.push(line);
    cells.push(tableRow);
  }
  return { text: formatTsv(texts), html: formatHtmlTable(cells) };
}

function count(from: number, to: number, hidden: (i: number) => boolean): number {
  let shown = 0;
  for (let i = from; i <= to; i++) if (!hidden(i)) shown++;
  return shown;
}

/** What pasting writes, the area that it fills, and the first merged-away cell that was to take a text (its text is left out and told). */
export interface Pasted {
  readonly writes: readonly (Position & { readonly value: CellValue })[];
  readonly area: Area;
  readonly blocked: Position | null;
}

/**
 * Lays rows of texts into a sheet from the top left of the selection. A single text fills the whole selection; rows whose size divides
 * the selection's are repeated in it, as Excel does.
 */
export function pasteRows(sheet: Sheet, selection: Area, rows: readonly (readonly string[])[]): Pasted {
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  const selectedHeight = selection.bottom - selection.top + 1;
  const selectedWidth = selection.right - selection.left + 1;
  const whole = sheet.spans.at(selection.top, selection.left);
  const oneMerged = whole !== null && whole.bottom === selection.bottom && whole.right === selection.right;
  const down = !oneMerged && selectedHeight % height === 0 ? selectedHeight : height;
  const across = !oneMerged && selectedWidth % width === 0 ? selectedWidth : width;
  const writes: (Position & { readonly value: CellValue })[] = [];
  let blocked: Position | null = null;
  for (let r = 0; r < down; r++) {
    for (let c = 0; c < across; c++) {
      const position = { row: selection.top + r, column: selection.left + c };
      const text = rows[r % height]?.[c % width] ?? "";
      if (sheet.spans.covers(position.row, position.column)) {
        if (text !== "" && height * width > 1) blocked ??= position;
        continue;
      }
      writes.push({ ...position, value: valueOfTyped(text, sheet.value(position.row, position.column), sheet.text(position.row, position.column)) });
    }
  }
  const area = sheet.spans.grow({ top: selection.top, left: selection.left, bottom: selection.top + down - 1, right: selection.left + across - 1 });
  return { writes, area, blocked };
}
