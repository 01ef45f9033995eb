import { collapse } from "../../text/normal";

const LENGTH = 80;

/** A text as a notice shows it: one line, shortened. */
export function noticeText(text: string): string {
  // The head is cut before it is collapsed: a cell may hold 32 767 characters.
  const line = collapse(text.slice(0, LENGTH * 4));
  return line.length <= LENGTH ? line : `${line.slice(0, LENGTH - 1)}…`;
}
