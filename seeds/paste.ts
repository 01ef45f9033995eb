import { makeRow, rowContent, type Paste, type Seed, type SeedCell, type SeedRow } from "./schema";

/**
 * What a copy from PDF, page by page, makes of an appendix: nothing is merged, every page brings its number and the header again, and
 * the row at the foot of a page goes on below the next header with the words that did not fit.
 * @param seed the whole appendix; its first sheet is copied.
 * @throws Error when a tail of the description is not how that cell of the appendix ends.
 */
export function pasteSeed(paste: Paste, seed: Seed): Seed {
  const sheet = seed.sheets[0];
  if (sheet === undefined) throw new Error(`${paste.pasteOf}: no sheet to copy`);
  const headers = sheet.rows.filter((row) => "header" in row);
  const rows: SeedRow[] = [];
  let shift = 0;
  for (const row of sheet.rows) {
    const { kind, cells } = rowContent(row);
    const next = paste.breaks.find((one) => one.after === row.row);
    if (next === undefined) {
      rows.push(makeRow(row.row + shift, kind, cells));
      continue;
    }
    const { head, rest } = cut(cells, next.tails, `${paste.name}, row ${row.row}`);
    rows.push(makeRow(row.row + shift, kind, head));
    if (next.page !== null) rows.push(makeRow(row.row + ++shift, "item", [next.page]));
    for (const header of headers) rows.push(makeRow(row.row + ++shift, "header", rowContent(header).cells));
    if (rest.some((cell) => cell !== null)) rows.push(makeRow(row.row + ++shift, "item", rest));
  }
  return { name: paste.name, about: paste.about, sheets: [{ ...sheet, merges: [], rows }] };
}

/** Cuts the cells whose tails are named into what stays and what goes to the next page. */
function cut(cells: readonly SeedCell[], tails: Readonly<Record<string, string>>, where: string): { head: SeedCell[]; rest: SeedCell[] } {
  const head = cells.slice();
  const rest: SeedCell[] = cells.map(() => null);
  for (const [letter, tail] of Object.entries(tails)) {
    const index = letter.charCodeAt(0) - 65;
    const text = cells[index];
    if (typeof text !== "string" || !text.endsWith(tail) || text === tail) {
      throw new Error(`${where}: cell ${letter} does not end with "${tail}"`);
    }
    head[index] = text.slice(0, -tail.length).trimEnd();
    rest[index] = tail;
  }
  return { head, rest };
}
