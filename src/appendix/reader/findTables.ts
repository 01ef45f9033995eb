import { MAX_COLUMNS } from "../../grid/address";
import type { Grid } from "../../grid/grid";
import { bare } from "./bareText";
import { readHeader, SPANNING } from "./headerBlock";
import { HEADER_LENGTH, type HeaderCells } from "./headerCell";
import { isEmpty } from "./lineKinds";
import { numeralKind, type NumeralKind } from "./numeral";
import type { TableBlock } from "./tableBlock";
import { isAttachmentLine, isLabelLine } from "./titleWords";

/** A table found on a sheet, and the rows in its body that repeat its header: first row → last row. */
export interface FoundTable {
  readonly block: TableBlock;
  readonly repeats: ReadonlyMap<number, number>;
}

interface Open {
  readonly block: TableBlock;
  readonly repeats: Map<number, number>;
  readonly lastHeaderRow: number;
}

/** Title lines stand this close above a table's header. */
const TITLE_REACH = 12;

/**
 * Finds every table of a sheet by its header, from the top down; side by side or below one another. One pass over the rows: a row
 * with a running number inside a table is never a header, so that most rows cost one look.
 */
export function findTables(grid: Grid, cells: HeaderCells): readonly FoundTable[] {
  const found: Open[] = [];
  let open: Open[] = [];
  for (let row = 0; row < grid.texts.length; row++) {
    const texts = grid.texts[row] ?? [];
    if (texts.length === 0) continue;
    for (const [from, to] of freeSegments(texts, row, open)) {
      if (!mayHead(texts, from, to, cells)) continue;
      // Lower levels of a header may reach further right than its first row.
      const reach = to === texts.length - 1 ? rightReach(open, to, row) : to;
      for (const [first, last] of sideBySide(texts, from, to, reach, cells)) {
        const repeated = open.find(({ block }) => block.left >= first - 2 && block.right <= last + 2 && block.left <= last && repeatedRows(block, row) > 0);
        if (repeated !== undefined && !isTitledAnew(grid, repeated.block, row)) {
          repeated.repeats.set(row, row + repeatedRows(repeated.block, row) - 1);
          continue;
        }
        const block = readHeader(grid, row, first, last, cells);
        if (block === null) continue;
        const same = open.find((other) => sameColumns(other.block, block));
        if (same !== undefined && !isTitledAnew(grid, same.block, row)) {
          same.repeats.set(row, block.headerRows[block.headerRows.length - 1] ?? row);
          continue;
        }
        const table: Open = { block, repeats: new Map(), lastHeaderRow: block.headerRows[block.headerRows.length - 1] ?? row };
        open = open.filter((other) => !overlap(other.block, block));
        open.push(table);
        found.push(table);
      }
    }
  }
  return found;
}

/** How far to the right a header may reach: up to the next open table. */
function rightReach(open: readonly Open[], to: number, row: number): number {
  let reach = MAX_COLUMNS - 1;
  for (const { block, lastHeaderRow } of open) if (block.left > to && row > lastHeaderRow) reach = Math.min(reach, block.left - 1);
  return reach;
}

/** The parts of a row that could hold a header: not the rows of an open table that begin with a running number. */
function freeSegments(texts: readonly string[], row: number, open: readonly Open[]): readonly (readonly [number, number])[] {
  const end = texts.length - 1;
  let free: [number, number][] = [[0, end]];
  for (const { block, lastHeaderRow, repeats } of open) {
    if (!isSettled(block, texts, row, lastHeaderRow, repeats)) continue;
    if (free.length === 1 && block.left <= 0 && block.right >= end) return [];
    const rest: [number, number][] = [];
    for (const [from, to] of free) {
      if (block.left > from) rest.push([from, Math.min(to, block.left - 1)]);
      if (block.right < to) rest.push([Math.max(from, block.right + 1), to]);
    }
    free = rest.filter(([from, to]) => from <= to);
  }
  return free;
}

/** What numbers a task: "7", "2.1", "NV07". */
const NUMBERED: ReadonlySet<NumeralKind> = new Set(["arabic", "dotted", "code"]);

/** True when a row is known to be no new header of an open table: a numbered row, or part of a header that was read already. */
function isSettled(block: TableBlock, texts: readonly string[], row: number, lastHeaderRow: number, repeats: ReadonlyMap<number, number>): boolean {
  if (row <= lastHeaderRow) return true;
  if (block.numberAt >= 0 && NUMBERED.has(numeralKind(texts[block.numberAt] ?? ""))) return true;
  for (let above = row - 1; above >= row - 3; above--) if ((repeats.get(above) ?? -1) >= row) return true;
  return false;
}

/** True when some cell reads like a header and not too much speaks against it: most rows of text fail here. */
function mayHead(texts: readonly string[], from: number, to: number, cells: HeaderCells): boolean {
  let heads = 0;
  let strangers = 0;
  let sense = "";
  for (let at = from; at <= to; at++) {
    const text = texts[at] ?? "";
    if (text === "") continue;
    const match = text.length <= HEADER_LENGTH ? cells.read(text) : null;
    if (match !== null) {
      heads++;
      sense = match.sense;
    } else if (!isEmpty(text)) {
      strangers++;
    }
    if (strangers > 4 && heads === 0) return false;
  }
  return heads > 1 || (heads === 1 && (strangers > 0 || SPANNING.has(sense)));
}

/** Cuts a row of headers where another table begins beside the first: the running number, or the content after a gap, comes again. */
function sideBySide(texts: readonly string[], from: number, to: number, reach: number, cells: HeaderCells): readonly (readonly [number, number])[] {
  const cuts: number[] = [];
  let seen = new Set<string>();
  let gap = false;
  for (let at = from; at <= to; at++) {
    const text = texts[at] ?? "";
    if (isEmpty(text)) {
      gap = true;
      continue;
    }
    const sense = cells.read(text)?.sense;
    const again = sense !== undefined && seen.has(sense) && seen.size >= 2 && ((sense === "number" && seen.has("content")) || (sense === "content" && gap && !seen.has("number")));
    if (again) {
      cuts.push(at);
      seen = new Set();
    }
    if (sense !== undefined) seen.add(sense);
    gap = false;
  }
  const starts = [from, ...cuts];
  return starts.map((start, i) => [start, (starts[i + 1] ?? reach + 1) - 1] as const);
}

/** How many rows from `row` on repeat the header of a table, level by level; 0 when the row does not. */
function repeatedRows(block: TableBlock, row: number): number {
  for (let level = 0; level < block.headerTexts.length; level++) {
    if (!repeatsLevel(block, level, row)) continue;
    let rows = 1;
    // Below a level that is repeated, one cell is enough where the level has no more.
    while (level + rows < block.headerTexts.length && repeatsLevel(block, level + rows, row + rows, Math.min(2, block.headerTexts[level + rows]?.length ?? 2))) rows++;
    return rows;
  }
  return 0;
}

function repeatsLevel(block: TableBlock, level: number, row: number, least = 2): boolean {
  const header = block.headerTexts[level] ?? [];
  const texts = block.grid.texts[row];
  if (texts === undefined || header.length === 0) return false;
  let filled = 0;
  for (let at = block.left; at <= block.right && at < texts.length; at++) {
    const text = texts[at] ?? "";
    if (text === "" || isEmpty(text)) continue;
    if (text.length > HEADER_LENGTH * 2) return false;
    const own = header.find((entry) => entry.at === at);
    if (own === undefined || bare(text) !== own.text) return false;
    filled++;
  }
  return filled >= least && filled * 2 >= header.length;
}

/** True when a title stands between an open table and a row: the same header there begins another appendix. */
function isTitledAnew(grid: Grid, block: TableBlock, row: number): boolean {
  for (let above = row - 1; above >= Math.max(0, row - TITLE_REACH); above--) {
    const texts = grid.texts[above] ?? [];
    const filled: string[] = [];
    for (let at = block.left; at <= block.right && at < texts.length; at++) {
      const text = texts[at] ?? "";
      if (!isEmpty(text)) filled.push(text);
    }
    const [only] = filled;
    if (filled.length > 1) return false;
    if (only !== undefined && (isLabelLine(only) || isAttachmentLine(only))) return true;
  }
  return false;
}

function overlap(a: TableBlock, b: TableBlock): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/** True when two headers give the same columns the same roles. */
function sameColumns(a: TableBlock, b: TableBlock): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every((column, i) => column.role === b.columns[i]?.role && column.column === b.columns[i].column && column.period === b.columns[i].period)
  );
}
