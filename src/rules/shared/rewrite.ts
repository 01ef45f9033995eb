import { formatPosition } from "../../grid/address";
import type { CellEdit } from "../../grid/edit";
import type { CellValue } from "../../grid/grid";
import type { Appendix, Field } from "../../appendix/appendix";

/** True where `rewriteField` can put another text. */
export function isRewritable({ continued, formula, span, cellText }: Field): boolean {
  return continued === undefined && formula !== true && (span === undefined || cellText !== undefined);
}

/**
 * The edit that puts another text in place of a field's own, undefined when that cannot be done safely: a field that was joined
 * from several cells, a part of a cell whose whole text is not known, or what a formula computes.
 * @param text the new text of the field.
 * @param value what to store when the field is a whole cell; the text by default.
 */
export function rewriteField(appendix: Appendix, field: Field, text: string, value: CellValue = text): CellEdit | undefined {
  if (!isRewritable(field)) return undefined;
  const cell = { sheet: appendix.sheet, cell: formatPosition(field.cell) };
  if (field.span === undefined) return { ...cell, expected: field.value, value };
  if (field.cellText === undefined) return undefined;
  const { start, end } = field.span;
  return { ...cell, expected: field.cellText, value: field.cellText.slice(0, start) + text + field.cellText.slice(end) };
}
