import type { LayoutRow, LayoutStyle } from "../grid/layout";
import type { SheetColumn } from "./columns";
import { BODY_SIZE, pageWidth, textHeight } from "./page";
import type { NumberedSection } from "./sectionNumerals";
import type { BodyRows } from "./tableRows";

/** What is not written yet. */
const BLANK = "…";
/** A list with fewer tasks is not recognised as one. */
const FEWEST_TASKS = 2;

/**
 * The rows of an outline list: "I. …" sections, below each a task "1. …" with a line for each of the form's columns ("- Cơ quan chủ trì: …").
 */
export function outlineRows(columns: readonly SheetColumn[], sections: readonly NumberedSection[]): BodyRows {
  const rows: LayoutRow[] = [];
  const add = (text: string, style: LayoutStyle): void => {
    const look = { size: BODY_SIZE, wrap: true, vertical: "center", horizontal: "justify", ...style } as const;
    // A line of text as high as it is: nothing is merged, and the sheet fits what is written later by itself.
    rows.push({ ...(style.bold === true ? { height: textHeight(text, pageWidth("portrait"), { size: BODY_SIZE, bold: true }) } : {}), cells: [{ column: 0, value: text, style: look }] });
  };
  let number = 0;
  const addTask = (): void => {
    add(`${++number}. ${BLANK}`, {});
    for (const { role, header } of columns) if (role !== "content") add(`- ${header.at(-1) ?? ""}: ${BLANK}`, {});
  };
  const homes = sections.filter(({ divided }) => !divided).length;
  const each = Math.max(1, Math.ceil(FEWEST_TASKS / Math.max(homes, 1)));
  if (sections.length === 0) for (let i = 0; i < FEWEST_TASKS; i++) addTask();
  for (const { numeral, title, level, divided } of sections) {
    const figures = /^[IVXLC]/.test(numeral);
    add(figures ? `${numeral.replace(/\.$/, "")}. ${title}` : `${numeral}: ${title}`, { bold: true, italic: level === 2 });
    if (!divided) for (let i = 0; i < each; i++) addTask();
  }
  return { rows, merges: [], lists: [], headerRows: null };
}
