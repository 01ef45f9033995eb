/** Gives all rows of a pasted block the width of the widest, with empty texts at their ends. Changes and returns the rows. */
export function squared(rows: string[][]): string[][] {
  // A block may have more rows than a call takes arguments.
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  for (const row of rows) while (row.length < width) row.push("");
  return rows;
}
