import { cellText, type Tags } from "./tags";

/**
 * From the opening tag of a string item (`si`, `is`): its text, runs joined, phonetic readings left out. Ends on the closing tag.
 */
export function readRichText(tags: Tags): string {
  if (tags.isEmpty()) return "";
  let text = "";
  let depth = 1;
  while (depth > 0) {
    if (!tags.next()) throw tags.broken();
    if (tags.closes()) depth--;
    else if (tags.is("t")) {
      if (tags.isEmpty()) continue;
      const start = tags.end;
      if (!tags.next() || !tags.closes()) throw tags.broken();
      const piece = cellText(tags.bytes, start, tags.start);
      text = text === "" ? piece : text + piece;
    } else if (tags.is("rPh") || tags.is("rPr")) tags.toClosing();
    else if (!tags.isEmpty()) depth++;
  }
  return text;
}
