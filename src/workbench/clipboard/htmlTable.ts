import { squared } from "./squared";

/** A cell of a copied area as its table shows it. */
export interface TableCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/**
 * A table as text/html for Excel and Word. Line breaks become `<br>` that stay inside the cell, and texts that look like numbers are kept
 * as text, so that "01" or "1/2" is not turned into a number or a date on the way.
 * @param rows a null stands for a cell that a merged one covers.
 */
export function formatHtmlTable(rows: readonly (readonly (TableCell | null)[])[]): string {
  const body = rows
    .map((row) => `<tr>${row.map((cell) => (cell === null ? "" : htmlCell(cell))).join("")}</tr>`)
    .join("");
  return `<html><head><meta charset="utf-8"><style>br{mso-data-placement:same-cell}</style></head><body><table>${body}</table></body></html>`;
}

function htmlCell(cell: TableCell): string {
  const spans = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ""}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ""}`;
  const styles = [
    "white-space:pre-wrap",
    ...(cell.bold ? ["font-weight:bold"] : []),
    ...(cell.italic ? ["font-style:italic"] : []),
    ...(/^\d{1,15}$/.test(cell.text) && !/^0\d/.test(cell.text) ? [] : ["mso-number-format:'\\@'"]),
  ];
  return `<td${spans} style="${styles.join(";")}">${escapeHtml(cell.text).replaceAll("\n", "<br>")}</td>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}

/**
 * Reads the first table of an HTML clipboard (Excel, Word, a web page). The markup is parsed as an inert document: nothing in it runs or
 * loads. Merged cells give their text at their top left.
 * @returns rows of cells, padded to a rectangle; null when there is no table.
 */
export function parseHtmlTable(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (table === null) return null;
  const rows: string[][] = [];
  const taken = new Set<string>();
  Array.from(table.rows).forEach((tr, rowIndex) => {
    const row = (rows[rowIndex] ??= []);
    let column = 0;
    for (const cell of Array.from(tr.cells)) {
      while (taken.has(`${rowIndex}:${column}`)) column++;
      const rowSpan = Math.min(Math.max(cell.rowSpan, 1), table.rows.length - rowIndex);
      const columnSpan = Math.min(Math.max(cell.colSpan, 1), 1000);
      for (let r = 0; r < rowSpan; r++) for (let c = 0; c < columnSpan; c++) taken.add(`${rowIndex + r}:${column + c}`);
      while (row.length < column) row.push("");
      row[column] = cellText(cell);
      for (let c = 1; c < columnSpan; c++) row[column + c] = "";
      column += columnSpan;
    }
  });
  if (rows.length === 0) return null;
  return squared(rows);
}

/** The text of a table cell: `<br>` and paragraphs are line breaks, the line breaks of the markup itself are spaces. */
function cellText(cell: Element): string {
  let text = "";
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += (node.nodeValue ?? "").replace(/[ \t\r\n]+/g, " ");
      return;
    }
    const name = node.nodeName.toLowerCase();
    if (name === "style" || name === "script") return;
    if (name === "br") {
      text = `${text.replace(/ +$/, "")}\n`;
      return;
    }
    const block = name === "p" || name === "div" || name === "li";
    if (block && text.trim() !== "" && !text.endsWith("\n")) text += "\n";
    node.childNodes.forEach(visit);
  };
  cell.childNodes.forEach(visit);
  return text
    .split("\n")
    .map((line) => line.replace(/^ +| +$/g, ""))
    .join("\n")
    .trim()
    .replaceAll("\u00a0", " ");
}
