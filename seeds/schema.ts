import { z } from "zod";

/**
 * The shape of the sample appendices in seeds/appendices/*.json. A file says what stands in which cell; how the office's
 * form looks (fonts, borders, margins) is the same for all and belongs to workbook.ts.
 */

/**
 * What a cell holds: text, a number, or nothing. Where the office's own text is decomposed Unicode, that slip is kept, and its marks
 * are written as escapes (`\u0301`) so that they can be seen in the file.
 */
const cell = z.union([z.string().min(1), z.number(), z.null()]);

/** The cells of a row from column A on, without trailing empty ones. */
const cells = z
  .array(cell)
  .min(1)
  .refine((row) => row[row.length - 1] !== null, "a row ends at its last cell that holds something");

/** One-based, as the spreadsheet shows it. */
const rowNumber = z.int().min(1);

/** The kinds of rows; the kind decides how the row looks. A `line` is a detail line of an outline list. */
const row = z.union([
  z.strictObject({ row: rowNumber, label: cells }),
  z.strictObject({ row: rowNumber, title: cells }),
  z.strictObject({ row: rowNumber, attachment: cells }),
  z.strictObject({ row: rowNumber, header: cells }),
  z.strictObject({ row: rowNumber, section: cells }),
  z.strictObject({ row: rowNumber, item: cells }),
  z.strictObject({ row: rowNumber, line: cells }),
]);

const column = z.strictObject({
  /** In characters of the default font, as spreadsheets count. */
  width: z.number().min(3).max(200),
  /** How the body cells of the column are set. */
  align: z.enum(["center", "justify"]),
});

const sheet = z.strictObject({
  name: z.string().min(1).max(31),
  columns: z.array(column).min(1),
  merges: z.array(z.string().regex(/^[A-Z]+\d+:[A-Z]+\d+$/)),
  rows: z
    .array(row)
    .min(1)
    .refine((rows) => rows.every((r, i) => i === 0 || r.row > (rows[i - 1]?.row ?? 0)), "rows must stand in order"),
});

/** A sample appendix: a workbook's sheets, cell by cell. */
export const seedSchema = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/),
  /** One line: whose plan, when, what is in it. */
  about: z.string().min(1),
  sheets: z.array(sheet).min(1),
});

/** A page break of the printed appendix, as a copy from PDF keeps it. */
const pageBreak = z.strictObject({
  /** The row of the whole sample that is the last one on the page. */
  after: rowNumber,
  /** The number at the top of the next page; null where the copy missed it. */
  page: z.int().nullable(),
  /** By column letter: how the text of that last row ends on the next page. */
  tails: z.record(z.string().regex(/^[A-Z]$/), z.string().min(1)),
});

/** What is left of a sample after being copied from PDF page by page. */
export const pasteSchema = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/),
  about: z.string().min(1),
  /** The name of the sample that was copied. */
  pasteOf: z.string(),
  breaks: z.array(pageBreak).min(1),
});

export type Seed = z.infer<typeof seedSchema>;
export type SeedSheet = Seed["sheets"][number];
export type SeedRow = SeedSheet["rows"][number];
export type SeedCell = z.infer<typeof cell>;
export type Paste = z.infer<typeof pasteSchema>;

export type RowKind = "label" | "title" | "attachment" | "header" | "section" | "item" | "line";

/** A row's kind and cells, whichever kind it is. */
export function rowContent(row: SeedRow): { kind: RowKind; cells: readonly SeedCell[] } {
  if ("label" in row) return { kind: "label", cells: row.label };
  if ("title" in row) return { kind: "title", cells: row.title };
  if ("attachment" in row) return { kind: "attachment", cells: row.attachment };
  if ("header" in row) return { kind: "header", cells: row.header };
  if ("section" in row) return { kind: "section", cells: row.section };
  if ("item" in row) return { kind: "item", cells: row.item };
  return { kind: "line", cells: row.line };
}

/** A row of a kind: the inverse of `rowContent`. */
export function makeRow(row: number, kind: RowKind, cells: readonly SeedCell[]): SeedRow {
  const kept = cells.slice();
  while (kept.length > 0 && kept[kept.length - 1] === null) kept.pop();
  switch (kind) {
    case "label":
      return { row, label: kept };
    case "title":
      return { row, title: kept };
    case "attachment":
      return { row, attachment: kept };
    case "header":
      return { row, header: kept };
    case "section":
      return { row, section: kept };
    case "item":
      return { row, item: kept };
    case "line":
      return { row, line: kept };
  }
}
