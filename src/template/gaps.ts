import type { Appendix, Role, Section } from "../appendix/appendix";
import { columnName, formatAddress } from "../grid/address";
import { contains } from "../grid/area";
import type { CellEdit, ColumnInsertion, Edit } from "../grid/edit";
import { textAt, valueAt, type Grid } from "../grid/grid";
import { standardGroupOf, standardSections } from "../rules/section/standardSections";
import { fold } from "../text/normal";
import { parseOrdinalWord } from "../text/number/ordinalWord";
import { parseRoman } from "../text/number/roman";
import type { Form } from "./form";
import { sectionsOf } from "./forms";
import { headerPlace } from "./headerPlace";

/** Something that a form has and an appendix lacks. */
export interface Gap {
  /** The same for the same gap of the same sheet. */
  readonly id: string;
  readonly kind: "title" | "column";
  readonly sheet: string;
  /** Where it will stand: the cell of a section's title, or of a column's header. */
  readonly cell: string;
  /** What stands there now. */
  readonly before: string;
  readonly after: string;
  /** True for a column that the form leaves to choice. */
  readonly optional: boolean;
}

/** A gap and the edit that fills it; a column's is made when it is known which others go in with it. */
type Filling = Gap & ({ readonly kind: "title"; readonly edit: CellEdit } | { readonly kind: "column"; readonly at: number; readonly width: number });

/** The columns that are offered: without the others a table is what it is (a running number is no column to add). */
const OFFERED: ReadonlySet<Role> = new Set<Role>(["directingLeader", "leadUnit", "coordinatingUnits", "product", "deadline", "unitOfMeasure", "note"]);

/**
 * What a form has and an appendix lacks: titles of sections whose numeral stands alone, and columns. An outline has no columns.
 * @param others the appendices of the workbook: a column cannot be put into a sheet where it would cut another table in two.
 */
export function gapsOf(grid: Grid, appendix: Appendix, form: Form, others: readonly Appendix[]): readonly Gap[] {
  return fillings(grid, appendix, form, others).map(({ id, kind, sheet, cell, before, after, optional }) => ({ id, kind, sheet, cell, before, after, optional }));
}

/**
 * The edits that fill gaps, batch by batch. The first is all that can go in at once; of several columns that come to stand at one place, each
 * further one is in a batch of its own, as it must speak of the sheet after the one before.
 * @param wanted the ids of the gaps to fill.
 */
export function fillGaps(grid: Grid, appendix: Appendix, form: Form, others: readonly Appendix[], wanted: ReadonlySet<string>): readonly (readonly Edit[])[] {
  const chosen = fillings(grid, appendix, form, others).filter(({ id }) => wanted.has(id));
  const titles = chosen.flatMap((filling) => (filling.kind === "title" ? [filling.edit] : []));
  const columns = chosen.flatMap((filling) => (filling.kind === "column" ? [filling] : []));
  const placed = columns.map((column, index) => ({ ...column, batch: columns.slice(0, index).filter(({ at }) => at === column.at).length }));
  const batchOf = (number: number): readonly Edit[] =>
    placed
      .filter(({ batch }) => batch === number)
      .map(({ at, after, width }) => {
        // What earlier batches put in here or before has moved the place.
        const moved = placed.filter((other) => other.batch < number && other.at <= at).length;
        return insertion(grid, appendix, at, after, width, moved);
      });
  const last = Math.max(0, ...placed.map(({ batch }) => batch));
  return Array.from({ length: last + 1 }, (_, number) => (number === 0 ? [...titles, ...batchOf(0)] : batchOf(number))).filter((batch) => batch.length > 0);
}

/**
 * The edit that puts a column with a header into a table: over several header rows as its neighbours' headers are, and printed with the table.
 * @param moved how many columns have come in at or before the place since the appendix was read.
 */
export function insertion(grid: Grid, appendix: Appendix, at: number, header: string, width: number, moved = 0): ColumnInsertion {
  const { area } = appendix;
  const { row, merges } = headerPlace(grid, appendix, at);
  return {
    sheet: appendix.sheet,
    insertColumn: columnName(at + moved),
    formatFrom: at > area.left ? "left" : "right",
    width,
    cells: [{ row, value: header }],
    ...(merges.length === 0 ? {} : { merges }),
    ...(at <= area.left || at > area.right ? { printed: true as const } : {}),
  };
}

/** True when a sheet column can be put in or taken out at a place without cutting another table of the sheet. */
export function isFree(appendix: Appendix, others: readonly Appendix[], at: number, kind: "insert" | "remove"): boolean {
  return others.every(({ sheet, area }) => {
    if (sheet !== appendix.sheet || (area.top === appendix.area.top && area.left === appendix.area.left)) return true;
    return kind === "insert" ? at <= area.left || at > area.right : at < area.left || at > area.right;
  });
}

function fillings(grid: Grid, appendix: Appendix, form: Form, others: readonly Appendix[]): readonly Filling[] {
  return [...titleGaps(grid, appendix, form), ...(appendix.kind === "outline" ? [] : columnGaps(grid, appendix, form, others))];
}

/** Untitled sections, each with the title that the form has at its place. */
function titleGaps(grid: Grid, appendix: Appendix, form: Form): readonly Filling[] {
  const titles = sectionsOf(form).filter(({ level }) => level === 1).map(({ title }) => title);
  const sections = appendix.sections.filter(({ level }) => level === 1);
  const placed = sections.map((section) => (section.title === null ? -1 : placeOf(section.title.text, titles, form)));
  return sections.flatMap((section, index): readonly Filling[] => {
    if (section.title !== null || section.numeral === null) return [];
    const at = placeOfUntitled(section, index, sections.length, placed, titles.length);
    const title = titles[at];
    const edit = title === undefined ? null : titleEdit(grid, appendix, section, title);
    if (edit === null || title === undefined) return [];
    return [{ id: `title ${edit.cell}`, kind: "title", sheet: appendix.sheet, cell: edit.cell, before: String(edit.expected ?? ""), after: title, optional: false, edit }];
  });
}

/** Which of the form's sections a title names; -1 for none. */
function placeOf(title: string, titles: readonly string[], form: Form): number {
  const said = fold(title);
  const same = titles.findIndex((own) => fold(own) === said);
  return same === -1 && form.sections?.standard === true ? standardGroupOf(said) : same;
}

/**
 * Which of the form's sections an untitled one is: that of its own numeral, unless another section has it or the titled ones around it stand
 * elsewhere. -1 when that cannot be told.
 */
function placeOfUntitled(section: Section, index: number, count: number, placed: readonly number[], titles: number): number {
  const text = section.numeral?.text.trim() ?? "";
  const said = parseRoman(text) ?? parseOrdinalWord(text)?.number ?? null;
  const at = count === titles || said === null ? index : said - 1;
  if (at < 0 || at >= titles || placed.includes(at)) return -1;
  const inOrder = placed.every((other, i) => other === -1 || (i < index ? other < at : other > at));
  return inOrder ? at : -1;
}

/** Writes a title into the content cell of a section's row; after the numeral where that is one cell across the table. */
function titleEdit(grid: Grid, appendix: Appendix, { row, numeral }: Section, title: string): CellEdit | null {
  if (numeral === null) return null;
  const content = appendix.columns.find(({ role }) => role === "content")?.column;
  const merge = content === undefined ? undefined : grid.merges?.find((area) => contains(area, row, content));
  const target = content === undefined ? null : merge === undefined ? content : merge.top === row ? merge.left : null;
  if (target !== null && target !== numeral.cell.column) {
    const expected = valueAt(grid, row, target);
    return textAt(grid, row, target).trim() === "" ? { sheet: appendix.sheet, cell: formatAddress(row, target), expected, value: title } : null;
  }
  const { row: at, column } = numeral.cell;
  const expected = valueAt(grid, at, column);
  const written = numeral.text.trim();
  const roman = parseRoman(written) !== null;
  return { sheet: appendix.sheet, cell: formatAddress(at, column), expected, value: `${written.replace(/[.:]$/, "")}${roman ? "." : ":"} ${title}` };
}

/** The form's columns that the table has none for, each right of the nearest column before it that the table has. */
function columnGaps(grid: Grid, appendix: Appendix, form: Form, others: readonly Appendix[]): readonly Filling[] {
  const at = new Map(appendix.columns.map(({ role, column }) => [role, column]));
  const gaps: Filling[] = [];
  form.columns.forEach(({ role, header, width, use }, index) => {
    if (role === null || !OFFERED.has(role) || at.has(role)) return;
    const before = form.columns.slice(0, index).findLast((column) => column.role !== null && at.has(column.role))?.role;
    const left = before === undefined || before === null ? undefined : rightmost(appendix, before);
    const place = left === undefined ? appendix.area.right + 1 : left + 1;
    if (!isFree(appendix, others, place, "insert")) return;
    const words = header.at(-1) ?? "";
    const cell = formatAddress(headerPlace(grid, appendix, place).row, place);
    gaps.push({ id: `column ${role}`, kind: "column", sheet: appendix.sheet, cell, before: "", after: words, optional: use === "optional", at: place, width });
  });
  return gaps;
}

/** The last column of a role: values by year have several. */
function rightmost(appendix: Appendix, role: Role): number | undefined {
  const columns = appendix.columns.filter((column) => column.role === role).map(({ column }) => column);
  return columns.length === 0 ? undefined : Math.max(...columns);
}

/** The standard form that comes nearest to an appendix: the most columns alike, and the programme's sections where it follows them. */
export function nearestForm(appendix: Appendix, forms: readonly Form[]): Form | undefined {
  const roles = new Set(appendix.columns.map(({ role }) => role));
  const followed = appendix.sections.filter(({ title }) => title !== null && standardGroupOf(fold(title.text)) !== -1).length;
  const untitled = appendix.sections.length === standardSections.length && appendix.sections.every(({ title }) => title === null);
  let best: { readonly form: Form; readonly score: number } | undefined;
  for (const form of forms) {
    if (form.kind !== appendix.kind) continue;
    const own = form.columns.filter(({ use }) => use !== "optional").map(({ role }) => role);
    const alike = own.filter((role) => role !== null && roles.has(role)).length * 2 - own.length;
    const standard = form.sections?.standard === true && (followed > 1 || untitled) ? 4 : 0;
    const score = alike + standard;
    if (best === undefined || score > best.score) best = { form, score };
  }
  return best?.form;
}
