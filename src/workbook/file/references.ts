import { columnName, MAX_COLUMNS, MAX_ROWS, parseAddress } from "../../grid/address";

/** One end of a reference: "$A5" has both parts, "A" of "A:C" only a column, "5" of "5:7" only a row. Zero-based. */
interface End {
  readonly column: number | null;
  readonly columnFixed: boolean;
  readonly row: number | null;
  readonly rowFixed: boolean;
}

/** A reference as it stands in a formula: one cell, or an area by two ends. */
export interface Reference {
  /** The sheet that it names, in lower case; null when it names none. */
  readonly sheet: string | null;
  readonly ends: readonly End[];
}

const TEXT = /"(?:[^"]|"")*"/y;
const CELLS = "\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}(?::\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6}";
/** A reference, with the name of its sheet or without; what only begins like one is a name, a function or a number. */
const REFERENCE = new RegExp(`((?:'(?:[^']|'')*'|[\\p{L}\\p{N}_.\\\\[\\]]+)!)?(${CELLS})(?![\\p{L}\\p{N}_.(\\\\!])`, "uy");
const WORD = /[\p{L}\p{N}_.\\$]+!?/uy;

/**
 * A formula with its references written anew.
 * @param formula in Excel's English form with A1 references, without "=".
 * @param map what a reference becomes; null when it cannot be told.
 * @returns null when `map` said null, or the formula holds what is not understood (a reference over several sheets, an open quote).
 */
export function mapReferences(formula: string, map: (reference: Reference) => readonly End[] | null): string | null {
  let text = "";
  let at = 0;
  while (at < formula.length) {
    const sign = formula.charAt(at);
    const quoted = matchAt(TEXT, formula, at);
    if (quoted !== null) {
      text += quoted[0];
      at += quoted[0].length;
      continue;
    }
    if (sign === '"') return null;
    const found = matchAt(REFERENCE, formula, at);
    const ends = found === null ? null : endsOf(found[2] ?? "");
    // An area of which one end is a name.
    if (ends === null && found?.[2]?.includes(":") === true) return null;
    if (found !== null && ends !== null) {
      const prefix = found[1];
      const sheet = prefix === undefined ? null : sheetOf(prefix);
      // "Sheet1:Sheet3!A1" and "'Sheet 1:Sheet 3'!A1" reach over several sheets.
      if (sheet !== null && (sheet.includes(":") || formula.charAt(at - 1) === ":")) return null;
      const mapped = map({ sheet, ends });
      if (mapped === null) return null;
      text += (prefix ?? "") + (mapped === ends ? (found[2] ?? "") : mapped.map(written).join(":"));
      at += found[0].length;
      continue;
    }
    if (sign === "'") return null;
    const length = sign === "[" ? bracketLength(formula, at) : (matchAt(WORD, formula, at)?.[0].length ?? 1);
    if (length === 0) return null;
    text += formula.slice(at, at + length);
    at += length;
  }
  return text;
}

/**
 * The formula as it reads in another cell: what is not fixed by "$" moves along.
 * @returns null when a reference would leave the sheet, or the formula is not understood.
 */
export function translated(formula: string, rows: number, columns: number): string | null {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, ({ ends }) => {
    const moved = ends.map((end): End => ({
      ...end,
      row: end.row === null || end.rowFixed ? end.row : end.row + rows,
      column: end.column === null || end.columnFixed ? end.column : end.column + columns,
    }));
    const inside = moved.every(({ row, column }) => (row === null || (row >= 0 && row < MAX_ROWS)) && (column === null || (column >= 0 && column < MAX_COLUMNS)));
    return inside ? moved : null;
  });
}

/** True when a formula names a sheet, or may: what is not understood may name any. */
export function namesSheet(formula: string, sheet: string): boolean {
  const named = new Set<string | null>();
  const read = mapReferences(formula, (reference) => {
    named.add(reference.sheet);
    return reference.ends;
  });
  return read === null || named.has(sheet.toLowerCase());
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** From "[" to the bracket that closes it, in a table's reference or an external one; 0 when none does. */
function bracketLength(formula: string, at: number): number {
  let depth = 0;
  for (let i = at; i < formula.length; i++) {
    const sign = formula.charAt(i);
    // In a table's reference an apostrophe makes the next sign an ordinary one.
    if (sign === "'") i++;
    else if (sign === "[") depth++;
    else if (sign === "]" && --depth === 0) return i - at + 1;
  }
  return 0;
}

function sheetOf(prefix: string): string {
  const name = prefix.slice(0, -1);
  return (name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name).toLowerCase();
}

/** Null when the letters are no column of a sheet: then it is a name. */
function endsOf(reference: string): readonly End[] | null {
  const ends: End[] = [];
  for (const text of reference.split(":")) {
    const [, columnSign = "", letters = "", rowSign = "", digits = ""] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
    const place = parseAddress((letters === "" ? "A" : letters) + (digits === "" ? "1" : digits));
    if (place === null) return null;
    ends.push({
      column: letters === "" ? null : place.column,
      columnFixed: letters !== "" && columnSign === "$",
      row: digits === "" ? null : place.row,
      // "$5" of "$5:$7" has its only sign in the first place.
      rowFixed: digits !== "" && (letters === "" ? columnSign : rowSign) === "$",
    });
  }
  return ends;
}

function written({ column, columnFixed, row, rowFixed }: End): string {
  const letters = column === null ? "" : (columnFixed ? "$" : "") + columnName(column);
  return letters + (row === null ? "" : (rowFixed ? "$" : "") + String(row + 1));
}
