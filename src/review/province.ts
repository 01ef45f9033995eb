import { formatPosition, parseAddress } from "../grid/address";
import { isCellEdit, type CellEdit } from "../grid/edit";
import { textAt, type Grid } from "../grid/grid";
import { readAppendices } from "../appendix/reader/readAppendices";
import { BUNDLED, bundledGrid } from "../province/bundled";
import type { ProvincialPlan } from "../province/plan";
import type { Proposal } from "../province/proposals";
import { readPlan } from "../province/readPlan";
import { fallsShort } from "../rules/shared/province";
import type { HeldAgainst, RowAbove } from "../rules/heldAgainst";
import { collapse } from "../text/normal";
import type { Workbook } from "../workbook/workbook";
import { FileSettings } from "./settings/fileSettings";
import { PROVENANCE, type Provenance } from "./settings/provenance";

/** A plan above from the sheets of its file. @param file the name of the file, for messages. */
export function planOfGrids(file: string, grids: readonly Grid[]): ProvincialPlan {
  return readPlan(file, readAppendices(grids), grids);
}

/** A sheet of the user's own workbook as the plan above. */
export function planOfSheet(sheet: string, grids: readonly Grid[]): ProvincialPlan {
  return readPlan(sheet, readAppendices(grids), grids, { only: sheet });
}

/** A plan that comes with the product, by its id; null when there is none of this id. */
export function bundledPlan(id: string): ProvincialPlan | null {
  const source = BUNDLED.find((candidate) => candidate.id === id);
  if (source === undefined) return null;
  const grids = [bundledGrid(source)];
  // The figures that come with the product are nobody's assignment.
  return readPlan(source.id, readAppendices(grids), grids, { title: source.title.vi, assigns: false });
}

/** The edits of proposals as one batch, each cell once. A row that gets several values names its sources once. */
export function editsOf(proposals: readonly Proposal[]): readonly CellEdit[] {
  const byCell = new Map<string, CellEdit>();
  for (const { edits } of proposals) {
    for (const edit of edits) {
      const key = `${edit.sheet}!${edit.cell}`;
      const before = byCell.get(key);
      if (before === undefined) byCell.set(key, edit);
      else if (before.value !== edit.value && typeof before.value === "string" && typeof edit.value === "string") byCell.set(key, joined(before, edit.value));
    }
  }
  return [...byCell.values()];
}

/** Two changes of one text: those of one prose are carried out one after the other where they touch different words, those of sources are added up. */
function joined(before: CellEdit, value: string): CellEdit {
  const start = typeof before.expected === "string" ? before.expected : "";
  if (typeof before.value !== "string") return before;
  const added = value.startsWith(start) ? value.slice(start.length) : null;
  if (added !== null) return before.value.includes(added.replace(/^;\s*/, "")) ? before : { ...before, value: `${before.value}${start === "" ? "; " : ""}${added}` };
  return { ...before, value: merged(start, before.value, value) };
}

/** Both changes of one text, each the change of one stretch; the first alone when they overlap. */
function merged(text: string, one: string, other: string): string {
  const [a, b] = [stretch(text, one), stretch(text, other)];
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (first.end > second.start) return one;
  return text.slice(0, first.start) + first.put + text.slice(first.end, second.start) + second.put + text.slice(second.end);
}

function stretch(text: string, changed: string): { readonly start: number; readonly end: number; readonly put: string } {
  let start = 0;
  while (start < text.length && start < changed.length && text.charAt(start) === changed.charAt(start)) start++;
  let tail = 0;
  while (tail < text.length - start && tail < changed.length - start && text.charAt(text.length - 1 - tail) === changed.charAt(changed.length - 1 - tail)) tail++;
  return { start, end: text.length - tail, put: changed.slice(start, changed.length - tail) };
}

/** Keeps in the file where each value that was filled in comes from, in place of what was known of the same cells. */
export async function keepProvenance(workbook: Workbook, filled: readonly Proposal[], written: readonly { readonly sheet: string; readonly cell: string }[]): Promise<void> {
  const done = new Set(written.map(({ sheet, cell }) => `${sheet}!${cell}`));
  const entries = filled
    .filter(({ sheet, cell }) => done.has(`${sheet}!${cell}`))
    .map(({ sheet, cell, name, afterText, score, from }): Provenance => ({ sheet, cell, target: cut(name), value: cut(afterText), score, from: { ...from, name: cut(from.name) } }));
  if (entries.length === 0) return;
  const settings = await FileSettings.read(workbook);
  const grids = new Map((await workbook.readGrids()).map((grid) => [grid.sheet, grid]));
  // What was taken back or written over since comes from elsewhere.
  const stands = ({ sheet, cell, value }: Provenance): boolean => {
    const [grid, position] = [grids.get(sheet), parseAddress(cell)];
    return grid !== undefined && position !== null && collapse(textAt(grid, position.row, position.column)).includes(value.replace(/…$/, ""));
  };
  const before = (settings.get(PROVENANCE) ?? []).filter((entry) => !done.has(`${entry.sheet}!${entry.cell}`) && stands(entry));
  await settings.write(PROVENANCE, [...before, ...entries].slice(-MOST_ENTRIES));
}

/** So many stay far below what a host takes as one setting. */
const MOST_ENTRIES = 1_500;

function cut(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

/** What a proposal writes, as the command line tells it. */
export interface Fill {
  readonly sheet: string;
  readonly cell: string;
  readonly target: string;
  readonly from: { readonly file: string; readonly sheet: string; readonly cell: string; readonly name: string };
  readonly score: number;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
  readonly applied: boolean;
}

/** A value that is weaker than the one above. */
export interface BelowProvince {
  readonly sheet: string;
  readonly cell: string;
  readonly target: string;
  readonly period: string;
  readonly here: string;
  readonly above: string;
  readonly from: Fill["from"];
}

/** A row of the plan above that no row here takes up. */
export interface MissingHere {
  readonly kind: "target" | "task";
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
}

/** The whole document that `phuluc fill --format json` prints; others script against it. */
export interface FillReport {
  readonly fills: readonly Fill[];
  readonly belowProvince: readonly BelowProvince[];
  readonly missingHere: readonly MissingHere[];
}

function placeOf({ file, sheet, cell, name }: RowAbove): Fill["from"] {
  return { file, sheet, cell, name };
}

/** The report of a fill. @param applied the ids of the proposals that were carried out. @param held of the sheets as they are after it. */
export function fillReport(proposals: readonly Proposal[], applied: ReadonlySet<string>, held: HeldAgainst): FillReport {
  return {
    fills: proposals.map((proposal) => ({
      sheet: proposal.sheet,
      cell: proposal.cell,
      target: proposal.name,
      from: placeOf(proposal.from),
      score: proposal.score,
      before: proposal.before,
      after: proposal.after,
      applied: applied.has(proposal.id),
    })),
    belowProvince: held.targets.flatMap(({ sheet, name, from, values }) =>
      values
        .filter(({ here, above, lowerIsBetter }) => fallsShort(here, above, lowerIsBetter))
        .map(({ field, aboveText, period, here }) => ({
          sheet,
          cell: formatPosition(field.cell),
          target: name,
          period,
          here: here.kind === "measured" ? field.text.slice(here.start, here.end).trim() : field.text,
          above: aboveText,
          from: placeOf(from),
        })),
    ),
    missingHere: held.missing.map(({ kind, file, sheet, cell, name }) => ({ kind, file, sheet, cell, name })),
  };
}

/** The cells that a batch wrote. */
export function cellsOf(edits: readonly { readonly sheet: string }[]): readonly CellEdit[] {
  return edits.filter((edit): edit is CellEdit => isCellEdit(edit as CellEdit));
}
