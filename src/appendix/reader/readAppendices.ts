import { formatAddress, parseAddress } from "../../grid/address";
import type { Grid } from "../../grid/grid";
import type { Appendix, Column, Leftover, Notice, Reading } from "../appendix";
import { findTables, type FoundTable } from "./findTables";
import { HeaderCells } from "./headerCell";
import { isEmpty } from "./lineKinds";
import { noticeText } from "./noticeText";
import { readOutlines } from "./outline";
import { planOfTitles } from "./planOfTitles";
import { remember, type ReadTable } from "./readingMemory";
import { readBody } from "./tableBody";
import { readTitleLines, titleStart } from "./titleLines";

/**
 * Finds and reads every appendix of a workbook's sheets, with no configuration.
 * @param grids the sheets in the order of their tabs. Merged areas are not needed for headers, sections and whole rows: a header spans
 * what its neighbours leave empty, and the same is read with and without them. They alone tell that rows share a cell. Where they are
 * given, a cell that reaches down over several tasks (their unit, their deadline) is a field of each of them, marked `merged`, and rows
 * that share a number or a text are one task that names its units row by row. Where they are not, an empty cell below a filled one stays
 * empty: that it is forgotten is as likely. Rows with neither number nor text go on with the task above either way.
 * @returns the plan context that the title lines give, the appendices in the order of sheets and rows, what a paste left inside of
 * them, and what could not be placed. Any grid can be read; nothing is thrown.
 */
export function readAppendices(grids: readonly Grid[]): Reading {
  const cells = new HeaderCells();
  const appendices: Appendix[] = [];
  const leftovers: Leftover[] = [];
  const notices: Notice[] = [];
  const tables: ReadTable[] = [];
  for (const grid of grids) {
    if (grid.visibility !== "visible") {
      notices.push({ kind: "hidden-sheet", sheet: grid.sheet, cell: null, text: "" });
      continue;
    }
    const sheet = readSheet(grid, cells);
    if (sheet.appendices.length === 0) notices.push({ kind: "no-table", sheet: grid.sheet, cell: null, text: "" });
    for (const read of sheet.appendices) {
      const index = appendices.length;
      appendices.push(read.appendix);
      for (const leftover of read.leftovers) leftovers.push({ ...leftover, appendix: index });
      if (read.table !== null) tables.push({ ...read.table, appendix: index });
    }
    notices.push(...sheet.notices);
  }
  const reading: Reading = { plan: planOfTitles(appendices), appendices, leftovers, notices };
  remember(reading, tables);
  return reading;
}

interface ReadAppendix {
  readonly appendix: Appendix;
  readonly leftovers: readonly Omit<Leftover, "appendix">[];
  readonly table: Omit<ReadTable, "appendix"> | null;
}

interface ReadSheet {
  readonly appendices: readonly ReadAppendix[];
  readonly notices: readonly Notice[];
}

/** A table with the grid rows that are its own: title lines from `start`, body up to `end`. */
interface Zone extends FoundTable {
  readonly start: number;
  readonly end: number;
}

function readSheet(grid: Grid, cells: HeaderCells): ReadSheet {
  const zones = zonesOf(findTables(grid, cells), grid.texts.length);
  const read: ReadAppendix[] = [];
  const notices: Notice[] = [];

  let firstRow = grid.texts.length;
  for (const zone of zones) firstRow = Math.min(firstRow, zone.start);
  for (const outline of readOutlines(grid, 0, firstRow, cells)) read.push({ appendix: outline, leftovers: [], table: null });

  const neighbours = neighboursOf(zones);
  for (const [index, zone] of zones.entries()) {
    const { block } = zone;
    const beside = neighbours[index] ?? [];
    const header = block.headerRows[0] ?? 0;
    const bodyStart = (block.headerRows[block.headerRows.length - 1] ?? 0) + 1;
    const body = readBody(block, bodyStart, zone.end, zone.repeats);
    const sole = zones.length === 1;
    const own = readTitleLines(grid, zone.start, header, sole ? 0 : block.left, sole ? Infinity : block.right);
    // Tables that begin side by side may share one title over both.
    const twin = beside.find((other) => (other.block.headerRows[0] ?? 0) === header);
    const titleLines = own.lines.length > 0 || twin === undefined ? own : readTitleLines(grid, twin.start, header, twin.block.left, twin.block.right);
    const shared: Column | undefined = body.splitsUnits ? block.columns.find((column) => column.role === "leadUnit") : undefined;
    const appendix: Appendix = {
      sheet: grid.sheet,
      kind: block.kind,
      titleLines,
      area: {
        top: grid.origin.row + header,
        left: grid.origin.column + block.left,
        bottom: grid.origin.row + body.lastRow,
        right: grid.origin.column + block.right,
      },
      headerRows: block.headerRows.map((row) => grid.origin.row + row),
      columns: shared === undefined ? block.columns : [...block.columns, { ...shared, role: "coordinatingUnits" }],
      sections: body.sections,
      items: body.items,
    };
    read.push({ appendix, leftovers: body.leftovers, table: { block, bodyStart, splitsUnits: body.splitsUnits, merged: body.merged } });
    for (const { column, header: text, row } of block.unknown) {
      notices.push({ kind: "unknown-column", sheet: grid.sheet, cell: formatAddress(grid.origin.row + row, grid.origin.column + column), text: noticeText(text) });
    }
    notices.push(...besideTable(grid, zone, beside, bodyStart, body.lastRow), ...body.notices);
    // Below a table an outline list may follow.
    const below = body.lastRow + 1;
    if (beside.some((other) => other.end > below)) continue;
    for (const list of readOutlines(grid, below, zone.end, cells)) {
      read.push({ appendix: list, leftovers: [], table: null });
      const top = list.area.top - grid.origin.row;
      for (let i = notices.length - 1; i >= 0 && notices[i]?.kind === "unplaced-row"; i--) {
        const row = parseAddress(notices[i]?.cell ?? "")?.row ?? 0;
        if (row >= below + grid.origin.row && row <= top + grid.origin.row) notices.splice(i, 1);
      }
    }
  }
  return { appendices: read, notices };
}

/** Gives each table its rows: a table ends where the title lines of the next in its columns begin. */
function zonesOf(tables: readonly FoundTable[], rows: number): readonly Zone[] {
  const starts = tables.map((table, i) => {
    let above: FoundTable | undefined;
    for (let k = i - 1; k >= 0 && above === undefined; k--) if (shareColumns(table, tables[k])) above = tables[k];
    return titleStart(table.block, above?.block ?? null, tables.length === 1);
  });
  return tables.map((table, i) => {
    let below = i + 1;
    while (below < tables.length && !shareColumns(table, tables[below])) below++;
    return { ...table, start: starts[i] ?? 0, end: starts[below] ?? rows };
  });
}

function shareColumns(a: FoundTable, b: FoundTable | undefined): boolean {
  return b !== undefined && a.block.left <= b.block.right && b.block.left <= a.block.right;
}

/** For each zone the others that share rows with it: tables side by side. Zones come in the order of their headers. */
function neighboursOf(zones: readonly Zone[]): readonly (readonly Zone[])[] {
  const neighbours: Zone[][] = zones.map(() => []);
  let open: number[] = [];
  zones.forEach((zone, i) => {
    open = open.filter((k) => (zones[k]?.end ?? 0) > zone.start);
    for (const k of open) {
      const other = zones[k];
      if (other === undefined) continue;
      neighbours[k]?.push(zone);
      neighbours[i]?.push(other);
    }
    open.push(i);
  });
  return neighbours;
}

/** Tells the first text in each column beside a table, in its rows, that no other table holds. */
function besideTable(grid: Grid, zone: Zone, beside: readonly Zone[], from: number, to: number): readonly Notice[] {
  const notices: Notice[] = [];
  const told = new Set<number>();
  const { left, right } = zone.block;
  const elsewhere = (at: number, row: number): boolean =>
    beside.some((other) => at >= other.block.left && at <= other.block.right && row >= other.start && row < other.end);
  for (let row = from; row <= to; row++) {
    const texts = grid.texts[row];
    if (texts === undefined || (texts.length - 1 <= right && left === 0)) continue;
    for (let at = 0; at < texts.length; at++) {
      if (at === left) at = right + 1;
      const text = texts[at];
      if (text === undefined || isEmpty(text) || told.has(at) || elsewhere(at, row)) continue;
      told.add(at);
      notices.push({ kind: "stray-cell", sheet: grid.sheet, cell: formatAddress(grid.origin.row + row, grid.origin.column + at), text: noticeText(text) });
    }
  }
  return notices;
}
