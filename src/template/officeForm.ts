import type { Appendix, Section } from "../appendix/appendix";
import type { PlanContext } from "../appendix/plan";
import { contains } from "../grid/area";
import { textAt, type Grid } from "../grid/grid";
import { collapse } from "../text/normal";
import { parseRoman } from "../text/number/roman";
import { findPlaces } from "../text/place/findPlaces";
import { parseForm, type Form, type FormColumn, type SectionStyle } from "./form";
import { pageWidth } from "./page";

/** Longer than any title; what is beyond is cut off. */
const LONGEST_TITLE = 900;
const LONGEST_HEADER = 190;
const MOST_SECTIONS = 60;
const MOST_COLUMNS = 40;
/** Of a column whose width is not known, in characters. */
const USUAL_WIDTH = 14;

/**
 * An appendix as a form of the office's own: its header, its sections and its column widths, without its tasks. The place, the year and the
 * period in its title become what the next plan's details say.
 * @param grid the appendix's sheet.
 * @param widths of the sheet's columns in characters, from column A on.
 * @param name what the office calls the form.
 */
export function officeForm(grid: Grid, appendix: Appendix, widths: readonly number[], plan: PlanContext, name: string): Form {
  const called = clean(name, 200);
  const outline = appendix.kind === "outline";
  const columns = outline ? outlineColumns(appendix) : tableColumns(grid, appendix, widths);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const sections = appendix.sections.slice(0, MOST_SECTIONS).map(({ title, level }) => ({ title: clean(title?.text ?? "", LONGEST_TITLE) || "…", level }));
  return parseForm(
    {
      version: 1,
      id: idOf(called),
      name: { vi: called, en: called },
      about: { vi: `Mẫu riêng, lưu từ trang tính “${clean(appendix.sheet, 40)}”.`, en: `A form of the office's own, saved from the sheet “${clean(appendix.sheet, 40)}”.` },
      kind: appendix.kind,
      orientation: outline || total <= pageWidth("portrait") ? "portrait" : "landscape",
      fit: outline,
      issuer: plan.issuer ?? "government",
      title: titleOf(appendix, plan) || called.toUpperCase(),
      columns,
      sections: sections.length === 0 ? null : { style: styleOf(appendix.sections), titles: sections },
    },
    called,
  );
}

/** A text as forms keep them, no longer than allowed. */
function clean(text: string, longest: number): string {
  return collapse(text).slice(0, longest).trim();
}

/** A name in plain letters with hyphens. */
function idOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 50)
    .replace(/-$/, "");
  return plain === "" ? "mau-rieng" : plain;
}

const CHOICES: Readonly<Partial<Record<NonNullable<FormColumn["role"]>, FormColumn["choices"]>>> = {
  leadUnit: "units",
  coordinatingUnits: "units",
  directingLeader: "leaders",
  deadline: "deadlines",
};

function columnOf(role: FormColumn["role"], header: readonly string[], width: number): FormColumn {
  const choices = role === null ? undefined : CHOICES[role];
  return {
    role,
    header: [...header],
    width: Math.min(200, Math.max(3, Math.round(width * 100) / 100)),
    align: role === "content" || role === "basis" ? "justify" : "center",
    use: "always",
    ...(choices === undefined ? {} : { choices }),
  };
}

/** Every headed column of the table, those that no rule knows included. */
function tableColumns(grid: Grid, appendix: Appendix, widths: readonly number[]): readonly FormColumn[] {
  const columns: FormColumn[] = [];
  const taken = new Set<string>();
  for (let at = appendix.area.left; at <= appendix.area.right && columns.length < MOST_COLUMNS; at++) {
    const known = appendix.columns.find(({ column }) => column === at);
    const role = known === undefined || (known.role !== "target" && taken.has(known.role)) ? null : known.role;
    const header = headerPath(grid, appendix, known?.headerCell.column ?? at);
    // Offices leave the corner over the running numbers empty, and pastes leave empty columns between others.
    if (header.length === 0 && role === null) continue;
    if (role !== null) taken.add(role);
    columns.push(columnOf(role, header.length === 0 ? ["TT"] : header, widths[at] ?? USUAL_WIDTH));
  }
  return columns;
}

/** The words over a column from the top level down: its own, and those of a header to the left that spans it. */
function headerPath(grid: Grid, appendix: Appendix, column: number): readonly string[] {
  // A row that only counts the columns ("(1) (2) (3)") is no part of the words.
  const rows = appendix.headerRows.filter((row) => !/^[([]?\d{1,2}[)\]]?$/.test(textAt(grid, row, contentOf(appendix)).trim()));
  const path: string[] = [];
  rows.forEach((row, level) => {
    const own = clean(textAt(grid, row, column), LONGEST_HEADER);
    const words = own !== "" || level === rows.length - 1 ? own : spanning(grid, appendix, rows, level, column);
    if (words !== "" && path.length < 3) path.push(words);
  });
  return path;
}

function contentOf({ columns, area }: Appendix): number {
  return columns.find(({ role }) => role === "content")?.column ?? area.left;
}

/** The header to the left that spans an empty header cell; "" when none does. A cell that is not merged spans what is empty beside it and filled below. */
function spanning(grid: Grid, appendix: Appendix, rows: readonly number[], level: number, column: number): string {
  const row = rows[level] ?? 0;
  const merge = grid.merges?.find((area) => contains(area, row, column));
  if (merge !== undefined) return merge.left === column ? "" : clean(textAt(grid, merge.top, merge.left), LONGEST_HEADER);
  const below = (at: number): boolean => rows.slice(level + 1).some((next) => textAt(grid, next, at).trim() !== "");
  for (let at = column; at >= appendix.area.left && below(at); at--) {
    const words = clean(textAt(grid, row, at), LONGEST_HEADER);
    if (words !== "") return words;
  }
  return "";
}

/** The labels of an outline's lines, each once. */
function outlineColumns(appendix: Appendix): readonly FormColumn[] {
  const columns = [columnOf("content", ["Nội dung"], pageWidth("portrait"))];
  for (const { role, header } of appendix.columns) {
    const words = clean(header, LONGEST_HEADER);
    if (role !== "number" && role !== "content" && words !== "" && columns.every((column) => column.role !== role)) columns.push({ ...columnOf(role, [words], USUAL_WIDTH), align: "left" });
  }
  return columns;
}

/** How most sections of the first level are numbered. */
function styleOf(sections: readonly Section[]): SectionStyle {
  let figures = 0;
  let dots = 0;
  let words = 0;
  for (const { numeral, level } of sections) {
    if (numeral === null || level !== 1) continue;
    const text = numeral.text.trim();
    if (parseRoman(text) === null) words++;
    else if (text.endsWith(".")) dots++;
    else figures++;
  }
  if (words > figures + dots) return "ordinal";
  return dots > figures ? "roman-dot" : "roman";
}

/** The title with its place and years as placeholders, so that the form is no copy of last year's. */
function titleOf({ titleLines }: Appendix, plan: PlanContext): string {
  // The marks of placeholders mean nothing in a title that people wrote.
  const title = clean((titleLines.title?.text ?? "").replace(/[[{]/g, "(").replace(/[\]}]/g, ")"), LONGEST_TITLE);
  const place = findPlaces(title).find(({ level }) => level === "xã" || level === "phường" || level === "đặc khu");
  const placed = place === undefined ? title : `${title.slice(0, place.start)}{place}${title.slice(place.end)}`;
  const [first = "", last = first] = plan.period?.match(/\d{4}/g) ?? [];
  if (first === "") return placed;
  const years = first === last ? new RegExp(`(?<!THÁNG \\d{1,2} )NĂM ${first}(?![\\d/])`, "iu") : new RegExp(`GIAI ĐOẠN ${first}\\s?[-–]\\s?${last}`, "iu");
  return placed.replace(years, "{period}");
}
