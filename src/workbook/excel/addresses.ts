import { formatArea, parseArea, type Area } from "../../grid/area";
import { MAX_COLUMNS, MAX_ROWS } from "../../grid/address";

/** Excel takes an address of 8,192 characters; a few less, to be on the safe side (excel-add-ins-troubleshooting). */
export const MAX_ADDRESS = 8_000;

/** The addresses of areas, comma-separated, in as few texts of at most MAX_ADDRESS characters as can be. */
export function addressLists(areas: readonly Area[]): readonly string[] {
  const lists: string[] = [];
  let list = "";
  for (const area of areas) {
    const address = formatArea(area);
    if (list !== "" && list.length + 1 + address.length > MAX_ADDRESS) {
      lists.push(list);
      list = "";
    }
    list += list === "" ? address : `,${address}`;
  }
  if (list !== "") lists.push(list);
  return lists;
}

/**
 * Reads an address as Excel gives it: with the sheet's name before it or not, a list of areas, whole rows ("3:5") and columns ("A:C").
 * What is no address is left out.
 */
export function parseAreas(address: string): readonly Area[] {
  const areas: Area[] = [];
  for (const part of splitList(address)) {
    const bare = part.slice(part.lastIndexOf("!") + 1).replaceAll("$", "").trim();
    const rows = /^(\d{1,7}):(\d{1,7})$/.exec(bare);
    const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(bare);
    if (rows !== null) areas.push({ top: Number(rows[1]) - 1, left: 0, bottom: Number(rows[2]) - 1, right: MAX_COLUMNS - 1 });
    else if (columns !== null) {
      const area = parseArea(`${columns[1] ?? ""}1:${columns[2] ?? ""}1`);
      if (area !== null) areas.push({ ...area, bottom: MAX_ROWS - 1 });
    } else {
      const area = parseArea(bare);
      if (area !== null) areas.push(area);
    }
  }
  return areas;
}

/** Cuts at the commas that are not inside of a sheet's quoted name. */
function splitList(address: string): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let i = 0; i < address.length; i++) {
    if (address[i] === "'") quoted = !quoted;
    else if (address[i] === "," && !quoted) {
      parts.push(address.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(address.slice(from));
  return parts;
}

/** How many cells an area has. */
export function sizeOf({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The smallest area that holds both. */
export function union(a: Area, b: Area): Area {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

/** Cells as few rectangles: runs of a row, and equal runs of rows below one another. Each cell once. */
export function rectanglesOf(cells: Iterable<{ readonly row: number; readonly column: number }>): readonly Area[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.top === row && column <= last.right + 1) runs[runs.length - 1] = { ...last, right: Math.max(last.right, column) };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const areas: Area[] = [];
  const open = new Map<string, number>();
  for (const run of runs) {
    const key = `${run.left}:${run.right}`;
    const index = open.get(key);
    const above = index === undefined ? undefined : areas[index];
    if (index !== undefined && above?.bottom === run.top - 1) areas[index] = { ...above, bottom: run.top };
    else open.set(key, areas.push(run) - 1);
  }
  return areas;
}
