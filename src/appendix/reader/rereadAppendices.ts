import { textAt, valueAt, type Grid } from "../../grid/grid";
import type { Appendix, Item, Reading } from "../appendix";
import { isIndexRow } from "./headerBlock";
import { breaksOff, endsSentence, isEmpty } from "./lineKinds";
import { sameMerges } from "./mergedDown";
import { numeralKind } from "./numeral";
import { readAppendices } from "./readAppendices";
import { recall, remember, type ReadTable } from "./readingMemory";
import { splitUnits } from "./splitUnits";
import { headOfSubTasks, itemOfRow } from "./tableBody";
import type { TableBlock } from "./tableBlock";

/** How many blank rows are passed over to find the next row of a table. */
const REACH = 50;

/** A cell that differs between two states of the sheets, zero-based in its sheet. */
interface Changed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Reads the sheets again after single cells changed: the same result as `readAppendices(grids)`. As long as the changes only touch what
 * numbered rows say, only their items are made anew; every other item, section and column is the very object of the previous reading, and
 * the cost does not grow with what did not change. Any other change is read in full.
 * @param previous what `readAppendices` or this function gave for `previousGrids`.
 * @param changed every cell that differs between `previousGrids` and `grids`.
 */
export function rereadAppendices(previous: Reading, previousGrids: readonly Grid[], grids: readonly Grid[], changed: readonly Changed[]): Reading {
  return rereadItems(previous, previousGrids, grids, changed) ?? readAppendices(grids);
}

/** The reading with only the items of changed rows made anew; null when that would not be the whole truth. */
function rereadItems(previous: Reading, previousGrids: readonly Grid[], grids: readonly Grid[], changed: readonly Changed[]): Reading | null {
  const tables = recall(previous);
  if (tables === null || grids.length !== previousGrids.length) return null;
  const now = new Map<string, Grid>();
  const before = new Map<string, Grid>();
  for (let i = 0; i < grids.length; i++) {
    const grid = grids[i];
    const old = previousGrids[i];
    if (grid === undefined || old === undefined || !sameFrame(old, grid) || now.has(grid.sheet)) return null;
    now.set(grid.sheet, grid);
    before.set(old.sheet, old);
  }

  const items = new Map<number, Item[]>();
  for (const { sheet, row, column } of changed) {
    const grid = now.get(sheet);
    const old = before.get(sheet);
    if (grid === undefined || old === undefined) return null;
    if (grid.visibility !== "visible") continue;
    const table = tableAt(tables, previous.appendices, sheet, row, column);
    if (table === null) return null;
    const { block, appendix: index } = table;
    const shown = items.get(index) ?? previous.appendices[index]?.items.slice();
    if (shown === undefined) return null;
    const at = column - grid.origin.column;
    const first = row - grid.origin.row;
    const last = lastSharing(table, first, at);
    if (last === null) return null;
    // A cell that now names both units, or no longer does, may change what columns the table has.
    if (at === block.sharedUnitsAt && namesBoth(old, row, column) !== namesBoth(grid, row, column)) return null;
    // Where rows head sub-tasks, the numbers below decide which section a task belongs to.
    if (at === block.numberAt && previous.appendices[index]?.sections.some((section) => headOfSubTasks(section) !== null) === true) return null;
    const fresh = { ...block, grid };
    for (let shared = first; shared <= last; shared++) {
      if (shared > first && isBlank(fresh, shared)) continue;
      const index = indexOfRow(shown, shared + grid.origin.row);
      const item = shown[index];
      if (item === undefined || item.firstRow !== item.lastRow) return null;
      if (!staysItem(block, old, grid, shared, at)) return null;
      shown[index] = itemOfRow(fresh, table.merged, shared, item.section, table.splitsUnits);
    }
    items.set(index, shown);
  }

  const appendices = previous.appendices.map((appendix, i): Appendix => {
    const own = items.get(i);
    return own === undefined ? appendix : { ...appendix, items: own };
  });
  const reading: Reading = { ...previous, appendices };
  const grown = tables.map((table): ReadTable => ({ ...table, block: { ...table.block, grid: now.get(table.block.grid.sheet) ?? table.block.grid } }));
  remember(reading, grown);
  return reading;
}

/**
 * The last row that a changed cell is read for: its own, or the last that a merged cell reaches down to. Null when the rows of a merged
 * cell share more than a field: a number or a text decides what the rows are.
 */
function lastSharing({ block, merged }: ReadTable, row: number, at: number): number | null {
  const reach = merged?.at(row, at) ?? null;
  if (reach === null) return row;
  if (at === block.numberAt || at === block.detailAt || at === block.contentAt) return null;
  return reach.top === row ? reach.bottom : row;
}

/** True when a row holds nothing in a table's columns. */
function isBlank(block: TableBlock, row: number): boolean {
  const texts = block.grid.texts[row] ?? [];
  for (let at = block.left; at <= block.right && at < texts.length; at++) if (!isEmpty(texts[at])) return false;
  return true;
}

/** True when a cell names the lead and the coordinating units with labels. */
function namesBoth(grid: Grid, row: number, column: number): boolean {
  return splitUnits({ text: textAt(grid, row, column), value: valueAt(grid, row, column), cell: { row, column } }) !== null;
}

/** True when two states of a sheet have the same place and number of rows. */
function sameFrame(old: Grid, grid: Grid): boolean {
  return (
    old.sheet === grid.sheet &&
    old.visibility === grid.visibility &&
    old.origin.row === grid.origin.row &&
    old.origin.column === grid.origin.column &&
    old.texts.length === grid.texts.length &&
    sameMerges(old.merges, grid.merges)
  );
}

/** The table whose body holds a sheet cell; null when none does, or when another table of the sheet may look at the row as well. */
function tableAt(tables: readonly ReadTable[], appendices: readonly Appendix[], sheet: string, row: number, column: number): ReadTable | null {
  let found: ReadTable | null = null;
  let left: number | null = null;
  for (const table of tables) {
    if (table.block.grid.sheet !== sheet) continue;
    // Tables at different left edges may read each other's rows for their titles.
    if (left !== null && table.block.left !== left) return null;
    left = table.block.left;
    const area = appendices[table.appendix]?.area;
    if (area === undefined || row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
    found = table;
  }
  return found;
}

/** Where the item of a row stands in a list ordered by rows; -1 when there is none. */
function indexOfRow(items: readonly Item[], row: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const first = items[middle]?.firstRow ?? 0;
    if (first === row) return middle;
    if (first < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * True when a changed cell leaves a row a plain item and no other row is read differently for it. A plain item has an Arabic number and
 * content of its own before and after; rows around it look only at that, at the number where they have none, and at how the content ends
 * when they may go on with it.
 * @param row and `at` index the grids' arrays.
 */
function staysItem(block: TableBlock, old: Grid, grid: Grid, row: number, at: number): boolean {
  if (block.numberAt < 0 || block.unheadedAt.length > 0) return false;
  const was = old.texts[row] ?? [];
  const is = grid.texts[row] ?? [];
  if (numeralKind(is[block.numberAt] ?? "") !== "arabic" || numeralKind(was[block.numberAt] ?? "") !== "arabic") return false;
  const content = is[block.contentAt] ?? "";
  if (isEmpty(was[block.contentAt]) || isEmpty(content)) return false;
  if (says(block, was) && !says(block, is)) return false;
  if (isIndexRow(old, row, block.left, block.right, block.contentAt) || isIndexRow(grid, row, block.left, block.right, block.contentAt)) return false;
  if (at === block.numberAt) return says(block, is) && !isCounted({ ...block, grid }, row);
  if (at !== block.contentAt) return true;
  // Only a row without a number can go on with this one; blank rows in between do not part them.
  let next = row + 1;
  while (next < grid.texts.length && next < row + REACH && (grid.texts[next] ?? []).every(isEmpty)) next++;
  if (next >= grid.texts.length) return true;
  const below = numeralKind(grid.texts[next]?.[block.numberAt] ?? "");
  if (below !== "none" && below !== "words" && below !== "bullet") return true;
  const before = was[block.contentAt] ?? "";
  return breaksOff(before) === breaksOff(content) && endsSentence(before) === endsSentence(content);
}

/**
 * True when another row may be told by a row's number: a lone number (a page number?) or a lone text (a section, or a task whose number is
 * left out?) right above it, or below it before the next numbered task.
 */
function isCounted(block: TableBlock, row: number): boolean {
  const { texts } = block.grid;
  for (let above = row - 1; above >= 0; above--) {
    if (above < row - REACH) return true;
    if (isBlank(block, above)) continue;
    if (asksForCount(block, above)) return true;
    break;
  }
  for (let below = row + 1; below < texts.length; below++) {
    if (below > row + REACH) return true;
    if (isBlank(block, below)) continue;
    if (asksForCount(block, below)) return true;
    if (numeralKind(texts[below]?.[block.numberAt] ?? "") === "arabic" && says(block, texts[below] ?? [])) return false;
  }
  return false;
}

/** True for a row with only a number, or only a text: what it is may depend on the numbers around it. */
function asksForCount(block: TableBlock, row: number): boolean {
  const texts = block.grid.texts[row] ?? [];
  const kind = numeralKind(texts[block.numberAt] ?? "");
  if (kind === "arabic") return isEmpty(texts[block.contentAt]);
  return kind === "none" && !isEmpty(texts[block.contentAt]) && !says(block, texts);
}

/** True when a row says something besides its number and its text. */
function says(block: TableBlock, texts: readonly string[]): boolean {
  return block.othersAt.some((at) => !isEmpty(texts[at]));
}
