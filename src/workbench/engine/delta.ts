import type { Grid } from "../../grid/grid";
import type { CellChange } from "./protocol";

/** More changed cells than this and the sheet is sent whole. */
const WORTH_LISTING = 5000;

/**
 * What changed between two readings of a sheet, cell by cell. Rows that both share cost one comparison each.
 * @returns null when the sheet is to be sent whole: rows moved, or too much changed to list.
 */
export function changesBetween(before: Grid, after: Grid): readonly CellChange[] | null {
  if (before === after) return [];
  const moved =
    before.merges !== after.merges || before.origin.row !== after.origin.row || before.origin.column !== after.origin.column || before.texts.length > after.texts.length;
  if (moved) return null;
  const changes: CellChange[] = [];
  for (let r = 0; r < after.texts.length; r++) {
    const oldTexts = before.texts[r] ?? [];
    const newTexts = after.texts[r] ?? [];
    const oldValues = before.values[r] ?? [];
    const newValues = after.values[r] ?? [];
    if (oldTexts === newTexts && oldValues === newValues) continue;
    for (let c = 0; c < Math.max(oldTexts.length, newTexts.length); c++) {
      if ((oldTexts[c] ?? "") === (newTexts[c] ?? "") && (oldValues[c] ?? null) === (newValues[c] ?? null)) continue;
      changes.push({ row: r + after.origin.row, column: c + after.origin.column, value: newValues[c] ?? null, text: newTexts[c] ?? "" });
    }
    if (changes.length > WORTH_LISTING) return null;
  }
  return changes;
}
