import type { Position } from "../../grid/address";
import type { Appendix, Field, Reading } from "../../appendix/appendix";

/** Where to speak of what the title lines lack: their label, their title, their first line, or else the table's first cell. */
export function headingPlace(appendix: Appendix): Field | Position {
  const { label, title, lines } = appendix.titleLines;
  return label ?? title ?? lines[0] ?? { row: appendix.area.top, column: appendix.area.left };
}

const CAPTION = /^\s*bảng(?!\p{L})/iu;

/**
 * True for a second table under one heading: an appendix stands above it on its sheet, and it has no title lines, or only a caption of its own
 * ("Bảng 2. Nhiệm vụ, giải pháp") and neither "Phụ lục" nor "(Kèm theo …)".
 */
export function sharesHeading(appendix: Appendix, reading: Reading): boolean {
  const { label, attachment } = appendix.titleLines;
  if (attachment !== null || (label !== null && !CAPTION.test(label.text.normalize("NFC")))) return false;
  const first = reading.appendices.find(({ sheet }) => sheet === appendix.sheet);
  return first !== undefined && first !== appendix;
}
