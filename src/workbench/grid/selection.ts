import type { Area } from "../../grid/area";
import type { Position } from "../../grid/address";

/**
 * What is selected: the active cell (where typing goes) and a rectangle around it. `anchor` and `head` are the corners between which the
 * rectangle is drawn out; the active cell walks inside it with Tab and Enter.
 */
export interface Selection {
  readonly active: Position;
  readonly anchor: Position;
  readonly head: Position;
}

/** What the selection must know of the sheet that it moves on. Rows and columns are zero-based. */
export interface Terrain {
  readonly rows: number;
  readonly columns: number;
  /** The last row and column that hold something. */
  readonly used: Position;
  hiddenRow(row: number): boolean;
  hiddenColumn(column: number): boolean;
  filled(row: number, column: number): boolean;
  /** The merged area around a cell, null when it stands alone. */
  merged(row: number, column: number): Area | null;
  /** The area grown until it cuts no merged area. */
  grow(area: Area): Area;
  /** How many rows make a page here. */
  readonly page: number;
}

export type Direction = "up" | "down" | "left" | "right";

/** What a key or the mouse asks of the selection. */
export type Move =
  | { readonly kind: "step"; readonly direction: Direction; readonly extend: boolean }
  /** To the edge of the block of filled cells, as Ctrl+arrow does. */
  | { readonly kind: "jump"; readonly direction: Direction; readonly extend: boolean }
  | { readonly kind: "page"; readonly direction: "up" | "down"; readonly extend: boolean }
  | { readonly kind: "home"; readonly extend: boolean }
  | { readonly kind: "end"; readonly extend: boolean }
  | { readonly kind: "first"; readonly extend: boolean }
  | { readonly kind: "last"; readonly extend: boolean }
  | { readonly kind: "to"; readonly cell: Position; readonly extend: boolean }
  | { readonly kind: "area"; readonly area: Area }
  | { readonly kind: "rows"; readonly row: number; readonly extend: boolean }
  | { readonly kind: "columns"; readonly column: number; readonly extend: boolean }
  | { readonly kind: "all" }
  /** Tab and Enter: walks inside a rectangle of several cells, otherwise steps. */
  | { readonly kind: "walk"; readonly direction: Direction };

/** The selection of one cell. */
export function selectCell(cell: Position): Selection {
  return { active: cell, anchor: cell, head: cell };
}

/** The rectangle of a selection, grown to whole merged areas. */
export function selectedArea(selection: Selection, terrain: Pick<Terrain, "grow">): Area {
  const { anchor, head } = selection;
  return terrain.grow({
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  });
}

/** The cell that a position shows: the top left of its merged area, or itself. */
export function anchorOf(cell: Position, terrain: Pick<Terrain, "merged">): Position {
  const area = terrain.merged(cell.row, cell.column);
  return area === null ? cell : { row: area.top, column: area.left };
}

/** The selection after a move. A pure function: the same selection, move and sheet give the same result. */
export function moveSelection(selection: Selection, move: Move, terrain: Terrain): Selection {
  switch (move.kind) {
    case "to":
      return move.extend ? { ...selection, head: move.cell } : selectCell(anchorOf(move.cell, terrain));
    case "area": {
      const first = { row: move.area.top, column: move.area.left };
      return { active: anchorOf(first, terrain), anchor: first, head: { row: move.area.bottom, column: move.area.right } };
    }
    case "rows": {
      const from = move.extend ? selection.anchor.row : move.row;
      return {
        active: move.extend ? selection.active : anchorOf({ row: move.row, column: 0 }, terrain),
        anchor: { row: from, column: 0 },
        head: { row: move.row, column: terrain.columns - 1 },
      };
    }
    case "columns": {
      const from = move.extend ? selection.anchor.column : move.column;
      return {
        active: move.extend ? selection.active : anchorOf({ row: 0, column: move.column }, terrain),
        anchor: { row: 0, column: from },
        head: { row: terrain.rows - 1, column: move.column },
      };
    }
    case "all":
      return { active: selection.active, anchor: { row: 0, column: 0 }, head: { row: terrain.used.row, column: terrain.used.column } };
    case "walk":
      return walk(selection, move.direction, terrain);
    default:
      return moveHead(selection, move, terrain);
  }
}

type HeadMove = Exclude<Move, { readonly kind: "to" | "area" | "rows" | "columns" | "all" | "walk" }>;

function moveHead(selection: Selection, move: HeadMove, terrain: Terrain): Selection {
  const from = move.extend ? selection.head : selection.active;
  const to = target(from, move, terrain, move.extend ? selectedArea(selection, terrain) : null, selection.anchor);
  return move.extend ? { ...selection, head: to } : selectCell(anchorOf(to, terrain));
}

function target(from: Position, move: HeadMove, terrain: Terrain, area: Area | null, anchor: Position): Position {
  switch (move.kind) {
    case "step":
      return step(from, move.direction, terrain, area, anchor);
    case "jump":
      return jump(from, move.direction, terrain);
    case "page": {
      const row = from.row + (move.direction === "up" ? -terrain.page : terrain.page);
      return { row: shown(clamp(row, terrain.rows), move.direction === "up" ? 1 : -1, terrain.rows, (i) => terrain.hiddenRow(i)), column: from.column };
    }
    case "home":
      return { row: from.row, column: shown(0, 1, terrain.columns, (i) => terrain.hiddenColumn(i)) };
    case "end": {
      let column = terrain.used.column;
      while (column > 0 && (!terrain.filled(from.row, column) || terrain.hiddenColumn(column))) column--;
      return { row: from.row, column };
    }
    case "first":
      return {
        row: shown(0, 1, terrain.rows, (i) => terrain.hiddenRow(i)),
        column: shown(0, 1, terrain.columns, (i) => terrain.hiddenColumn(i)),
      };
    case "last":
      return {
        row: shown(terrain.used.row, -1, terrain.rows, (i) => terrain.hiddenRow(i)),
        column: shown(terrain.used.column, -1, terrain.columns, (i) => terrain.hiddenColumn(i)),
      };
  }
}

/** One cell on, past hidden ones and out of the merged area that it starts in. */
function step(from: Position, direction: Direction, terrain: Terrain, area: Area | null, anchor: Position): Position {
  const merged = terrain.merged(from.row, from.column);
  const vertical = direction === "up" || direction === "down";
  const delta = direction === "up" || direction === "left" ? -1 : 1;
  let { row, column } = from;
  if (area !== null) {
    // An extended rectangle moves by whole merged areas: start from the edge that it has grown to, on the side that is moving.
    if (vertical) row = from.row > anchor.row ? area.bottom : from.row < anchor.row ? area.top : delta > 0 ? area.bottom : area.top;
    else column = from.column > anchor.column ? area.right : from.column < anchor.column ? area.left : delta > 0 ? area.right : area.left;
  } else if (merged !== null) {
    if (vertical) row = delta > 0 ? merged.bottom : merged.top;
    else column = delta > 0 ? merged.right : merged.left;
  }
  if (vertical) {
    const next = shown(row + delta, delta, terrain.rows, (i) => terrain.hiddenRow(i));
    return { row: next < 0 || next >= terrain.rows ? from.row : next, column };
  }
  const next = shown(column + delta, delta, terrain.columns, (i) => terrain.hiddenColumn(i));
  return { row, column: next < 0 || next >= terrain.columns ? from.column : next };
}

/** Ctrl+arrow: over the filled cells to the last of their block, or over the empty ones to the first filled. */
function jump(from: Position, direction: Direction, terrain: Terrain): Position {
  const vertical = direction === "up" || direction === "down";
  const delta = direction === "up" || direction === "left" ? -1 : 1;
  const merged = terrain.merged(from.row, from.column);
  let { row, column } = from;
  if (merged !== null) {
    if (vertical) row = delta > 0 ? merged.bottom : merged.top;
    else column = delta > 0 ? merged.right : merged.left;
  }
  const limit = vertical ? terrain.rows : terrain.columns;
  const far = vertical ? terrain.used.row : terrain.used.column;
  const filled = (i: number): boolean => (vertical ? filledThrough(terrain, i, column) : filledThrough(terrain, row, i));
  const start = vertical ? row : column;
  let i = start + delta;
  if (i < 0 || i >= limit) return { row, column };
  if (filled(i) && filled(start)) {
    while (i + delta >= 0 && i + delta < limit && filled(i + delta)) i += delta;
  } else {
    // Beyond the last filled cell there is nothing to stop at: go to the edge at once instead of cell by cell.
    while (i >= 0 && i < limit && !filled(i)) {
      if (delta > 0 && i > far) i = limit;
      else i += delta;
    }
    i = clamp(i, limit);
  }
  i = shown(i, -delta as 1 | -1, limit, (n) => (vertical ? terrain.hiddenRow(n) : terrain.hiddenColumn(n)));
  return vertical ? { row: i, column: from.column } : { row: from.row, column: i };
}

function filledThrough(terrain: Terrain, row: number, column: number): boolean {
  const { row: r, column: c } = anchorOf({ row, column }, terrain);
  return terrain.filled(r, c);
}

/** Tab and Enter: to the next cell of the rectangle, row by row or column by column, and round again. */
function walk(selection: Selection, direction: Direction, terrain: Terrain): Selection {
  const area = selectedArea(selection, terrain);
  const alone = terrain.merged(selection.active.row, selection.active.column) ?? {
    top: selection.active.row,
    bottom: selection.active.row,
    left: selection.active.column,
    right: selection.active.column,
  };
  if (area.top === alone.top && area.bottom === alone.bottom && area.left === alone.left && area.right === alone.right) {
    return selectCell(anchorOf(step(selection.active, direction, terrain, null, selection.active), terrain));
  }
  const vertical = direction === "up" || direction === "down";
  const delta = direction === "up" || direction === "left" ? -1 : 1;
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  let { row, column } = selection.active;
  for (let tries = 0; tries < height * width; tries++) {
    if (vertical) {
      row += delta;
      if (row > area.bottom || row < area.top) {
        row = delta > 0 ? area.top : area.bottom;
        column = area.left + ((column - area.left + delta + width) % width);
      }
    } else {
      column += delta;
      if (column > area.right || column < area.left) {
        column = delta > 0 ? area.left : area.right;
        row = area.top + ((row - area.top + delta + height) % height);
      }
    }
    const at = anchorOf({ row, column }, terrain);
    if (at.row === row && at.column === column && !terrain.hiddenRow(row) && !terrain.hiddenColumn(column)) break;
  }
  return { ...selection, active: { row, column } };
}

/** The first index from `i` on, in the direction of `delta`, that is not hidden; past the edge when there is none. */
function shown(i: number, delta: 1 | -1, limit: number, hidden: (i: number) => boolean): number {
  let at = i;
  while (at >= 0 && at < limit && hidden(at)) at += delta;
  return at;
}

function clamp(i: number, limit: number): number {
  return Math.max(0, Math.min(limit - 1, i));
}
