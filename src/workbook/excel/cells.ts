import { formatAddress } from "../../grid/address";
import type { Area } from "../../grid/area";
import type { CellValue } from "../../grid/grid";

/** A rectangle of cells as Excel answers it: three matrices of the area's shape, in the order of its rows. */
export interface Block {
  readonly area: Area;
  readonly values: readonly (readonly unknown[])[];
  readonly texts: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** One cell as it was read. */
export interface ReadCell {
  readonly value: CellValue;
  readonly text: string;
  readonly isFormula: boolean;
}

const EMPTY: ReadCell = { value: null, text: "", isFormula: false };

/** What a cell of a block holds (zero-based sheet row and column inside of the block's area). */
export function cellAt(block: Block, row: number, column: number): ReadCell {
  const y = row - block.area.top;
  const x = column - block.area.left;
  const stored = block.values[y]?.[x];
  const formula = block.formulas[y]?.[x];
  // A text that begins with "=" comes back without the apostrophe that makes it one (office-js #6687): only a formula differs from its value.
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== stored;
  if (stored === undefined || stored === null || stored === "") return isFormula ? { ...EMPTY, isFormula } : EMPTY;
  const text = block.texts[y]?.[x];
  if (typeof stored === "string") {
    // "###" instead of a text says that a column is narrow, and nothing of the cell.
    return { value: stored, text: typeof text === "string" && text !== "" && !/^#+$/.test(text) ? text : stored, isFormula };
  }
  if (typeof stored === "boolean") return { value: stored, text: typeof text === "string" ? text : String(stored).toUpperCase(), isFormula };
  const value = Number(stored);
  return { value, text: typeof text === "string" ? text : String(value), isFormula };
}

/** What a sheet holds, as a `Grid` says it: ragged rows, no empty ones around, no empty columns before. */
export interface SheetCells {
  readonly origin: { readonly row: number; readonly column: number };
  readonly texts: readonly (readonly string[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: ReadonlySet<string>;
}

/** @param blocks of one sheet, from top to bottom, each as wide as the others: together what is used of the sheet. */
export function sheetCells(blocks: readonly Block[]): SheetCells {
  const formulas = new Set<string>();
  const texts: string[][] = [];
  const values: CellValue[][] = [];
  let top = -1;
  let first = Number.POSITIVE_INFINITY;
  const left = blocks[0]?.area.left ?? 0;
  for (const block of blocks) {
    const { area } = block;
    for (let row = area.top; row <= area.bottom; row++) {
      const rowTexts: string[] = [];
      const rowValues: CellValue[] = [];
      let begun = false;
      for (let column = area.left; column <= area.right; column++) {
        const { value, text, isFormula } = cellAt(block, row, column);
        if (isFormula) formulas.add(formatAddress(row, column));
        if (value === null) continue;
        while (rowValues.length < column - left) {
          rowValues.push(null);
          rowTexts.push("");
        }
        if (!begun) first = Math.min(first, column - left);
        begun = true;
        rowValues.push(value);
        rowTexts.push(text);
      }
      if (top < 0 && rowValues.length > 0) top = row;
      if (top < 0) continue;
      values.push(rowValues);
      texts.push(rowTexts);
    }
  }
  while (values.length > 0 && values.at(-1)?.length === 0) {
    values.pop();
    texts.pop();
  }
  if (values.length === 0) return { origin: { row: 0, column: 0 }, texts: [], values: [], formulas };
  const cut = <T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] => (first === 0 ? rows : rows.map((cells) => cells.slice(first)));
  return { origin: { row: top, column: left + first }, texts: cut(texts), values: cut(values), formulas };
}
