import type { Position } from "../../grid/address";
import type { Appendix, Field, Reading } from "../../appendix/appendix";

/** Where to speak of what the title lines lack: their label, their title, their first line, or else the table's first cell. */
export function headingPlace(appendix: Appendix): Field | Position {
  const { label, title, lines } = appendix.titleLines;
  return label ?? title ?? lines[0] ?? { row: appendix.area.top, column: appendix.area.left };
}

/** True for a second table under one heading: it has no title lines, and an appendix stands above it on its sheet. */
export function sharesHeading(appendix: Appendix, reading: Reading): boolean {
  if (appendix.titleLines.lines.length > 0) return false;
  const first = reading.appendices.find(({ sheet }) => sheet === appendix.sheet);
  return first !== undefined && first !== appendix;
}
