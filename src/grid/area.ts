import { formatAddress, parseAddress } from "./address";

/** A rectangle of cells, zero-based, both ends inside. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The A1 form: "C6:H6", or "C6" for a single cell. */
export function formatArea(area: Area): string {
  const first = formatAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right ? first : `${first}:${formatAddress(area.bottom, area.right)}`;
}

/** Reads "C6:H6" or "C6"; corners may come in any order. Null when the text is no area inside an Excel sheet. */
export function parseArea(text: string): Area | null {
  const [from = "", to = from, more] = text.split(":");
  const a = parseAddress(from);
  const b = parseAddress(to);
  if (a === null || b === null || more !== undefined) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** True when the cell lies inside the area. */
export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
