import { squared } from "./squared";

/**
 * Tab-separated text as Excel puts it on the clipboard: a cell that holds a tab, a line break or a quotation mark at its start is put
 * between quotation marks, those inside are doubled, rows end with CRLF.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replace(/\r\n?/g, "\n").replaceAll('"', '""')}"` : text;
}

/**
 * Reads tab-separated text from a spreadsheet or a text editor: quoted cells may hold tabs and line breaks; the one line break that Excel
 * adds after the last row is no row.
 * @returns rows of cells, padded to a rectangle; line breaks inside cells are "\n".
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  for (let i = 0; i < source.length; i++) {
    const sign = source[i] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"' && cell === "" && closes(source, i)) quoted = true;
    else if (sign === "\t") {
      row.push(cell);
      cell = "";
    } else if (sign === "\n") {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = "";
    } else cell += sign;
  }
  if (cell !== "" || row.length > 0 || rows.length === 0) {
    row.push(cell);
    rows.push(row);
  }
  return squared(rows);
}

/** A quotation mark opens a quoted cell only when one that closes stands before a tab, a line break or the end: prose may begin with one. */
function closes(source: string, open: number): boolean {
  for (let i = open + 1; i < source.length; i++) {
    if (source[i] !== '"') continue;
    if (source[i + 1] === '"') i++;
    else return source[i + 1] === undefined || source[i + 1] === "\t" || source[i + 1] === "\n";
  }
  return false;
}
