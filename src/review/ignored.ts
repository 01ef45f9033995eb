import { parseAddress } from "../grid/address";
import { textAt, type Grid } from "../grid/grid";
import type { Appendix, Reading } from "../appendix/appendix";
import type { Finding } from "../rules/rule";
import { collapse } from "../text/normal";

/**
 * What names a finding over edits: what was said about which words, in which column of which task. The place comes second, so that a
 * finding stays ignored when its row moves, and comes back when the words that it is about change.
 */
export interface FindingName {
  readonly ruleId: string;
  readonly messageId: string;
  /** What the cell's column is for; "" outside of the columns. */
  readonly role: string;
  /** The words that are meant: the slip, or the whole text of the cell. */
  readonly what: string;
  /** What the row is about: the content of the task, the title of the section; "" above the table. */
  readonly row: string;
  readonly sheet: string;
  /** A1 address at the time. */
  readonly cell: string;
}

/** A finding that was looked at and let stand. */
export interface IgnoredFinding extends FindingName {
  /** In the user's own words; "" when none was given. */
  readonly reason: string;
  /** The day, "2026-11-22"; null when it is not known. */
  readonly on: string | null;
}

/** A check's findings, those that count apart from those that were ignored. */
export interface Sorted {
  readonly open: readonly Finding[];
  readonly ignored: readonly { readonly finding: Finding; readonly entry: IgnoredFinding }[];
}

/** A text of this length is kept as it is; of a longer one the beginning and a checksum. */
const KEPT_WHOLE = 160;

/** Names findings of one check. */
export class FindingNamer {
  private readonly grids: ReadonlyMap<string, Grid>;

  constructor(
    private readonly appendices: readonly Appendix[],
    grids: readonly Grid[],
  ) {
    this.grids = new Map(grids.map((grid) => [grid.sheet, grid]));
  }

  nameOf(finding: Finding): FindingName {
    const { ruleId, messageId, sheet, cell, span } = finding;
    const appendix = this.appendices[finding.appendix];
    const grid = this.grids.get(sheet);
    const position = parseAddress(cell);
    const text = grid === undefined || position === null ? "" : textAt(grid, position.row, position.column);
    const column = appendix?.columns.find((candidate) => candidate.column === position?.column);
    return {
      ruleId,
      messageId,
      role: column === undefined ? "" : column.period === undefined ? column.role : `${column.role} ${collapse(column.period)}`,
      what: clipped(span === undefined ? text : text.slice(span.start, span.end)),
      row: appendix === undefined || position === null ? "" : rowName(appendix, position.row),
      sheet,
      cell,
    };
  }
}

/**
 * Parts the findings of a check into those that count and those that were ignored. Each entry hides one finding: the one of the same words in
 * the same task, wherever that stands now; when there is no such task any more (its content was rewritten), the one of the same words in
 * the same cell.
 */
export function sortOut(findings: readonly Finding[], entries: readonly IgnoredFinding[], reading: Pick<Reading, "appendices">, grids: readonly Grid[]): Sorted {
  if (entries.length === 0) return { open: findings, ignored: [] };
  const namer = new FindingNamer(reading.appendices, grids);
  const rules = new Set(entries.map(({ ruleId }) => ruleId));
  const candidates = findings.filter(({ ruleId }) => rules.has(ruleId)).map((finding) => ({ finding, name: namer.nameOf(finding) }));
  const taken = new Map<Finding, IgnoredFinding>();
  const match = (left: readonly IgnoredFinding[], keyOf: (name: FindingName) => string): readonly IgnoredFinding[] => {
    const byKey = new Map<string, Finding[]>();
    for (const { finding, name } of candidates) {
      if (taken.has(finding)) continue;
      const key = keyOf(name);
      const alike = byKey.get(key);
      if (alike === undefined) byKey.set(key, [finding]);
      else alike.push(finding);
    }
    return left.filter((entry) => {
      const alike = byKey.get(keyOf(entry));
      const finding = alike?.shift();
      if (finding === undefined) return true;
      taken.set(finding, entry);
      return false;
    });
  };
  const words = ({ ruleId, messageId, role, what }: FindingName): string => JSON.stringify([ruleId, messageId, role, what]);
  const place = ({ sheet, cell }: FindingName): string => `${sheet}!${cell}`;
  let left = match(entries, (name) => `${words(name)} ${name.row} ${place(name)}`);
  left = match(left, (name) => `${words(name)} ${name.row}`);
  if (left.length > 0) {
    const rows = new Set(reading.appendices.flatMap((appendix) => [...appendix.items.map(({ firstRow }) => firstRow), ...appendix.sections.map(({ row }) => row)].map((row) => rowName(appendix, row))));
    match(left.filter(({ row }) => !rows.has(row)), (name) => `${words(name)} ${place(name)}`);
  }
  return {
    open: findings.filter((finding) => !taken.has(finding)),
    ignored: findings.flatMap((finding) => {
      const entry = taken.get(finding);
      return entry === undefined ? [] : [{ finding, entry }];
    }),
  };
}

/** What the task or section at a sheet row is about; "" for a row that belongs to none. */
function rowName({ items, sections }: Appendix, row: number): string {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.firstRow ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  if (item !== undefined && row <= item.lastRow) return clipped(item.fields.content?.text ?? "");
  const section = sections.find((candidate) => candidate.row === row);
  return section === undefined ? "" : clipped([section.numeral?.text, section.title?.text].filter((part) => part !== undefined).join(" "));
}

function clipped(text: string): string {
  const plain = collapse(text);
  if (plain.length <= KEPT_WHOLE) return plain;
  // FNV-1a: two long texts that begin alike are told apart, without keeping the document's text twice in the file.
  let sum = 0x811c9dc5;
  for (let i = 0; i < plain.length; i++) sum = Math.imul(sum ^ plain.charCodeAt(i), 0x01000193) >>> 0;
  return `${plain.slice(0, KEPT_WHOLE - 10)}…${sum.toString(16).padStart(8, "0")}`;
}
