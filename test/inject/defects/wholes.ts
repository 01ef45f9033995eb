import { withCell } from "../../../src/grid/edit";
import type { CellValue } from "../../../src/grid/grid";
import { toRoman } from "../../../src/text/number/roman";
import type { Field, Section } from "../../../src/appendix/appendix";
import type { CleanTable, Injection } from "../cleanTable";
import type { Defect } from "../defect";
import type { Random } from "../random";

/** Defects of the table as a whole: its title lines, its sections, what a paste leaves in it. */

function defect(rule: string, kind: string, inject: (table: CleanTable, random: Random) => Injection | null): Defect {
  return { rule, kind, inject };
}

/** The sections of the first level, of a table that numbers them with Roman numerals in a cell of their own row. */
function romanSections({ appendix }: CleanTable): readonly Section[] {
  const sections = appendix.sections.filter(({ level }) => level === 1);
  return appendix.kind !== "outline" && sections.length >= 3 && sections.every(({ numeral }) => /^[IVX]+\.?$/u.test(numeral?.text.trim() ?? "")) ? sections : [];
}

/** The numeral of a section that stands in a cell of its own. */
function numeralOf(section: Section | undefined): Field | null {
  const numeral = section?.numeral ?? null;
  return numeral?.span === undefined ? numeral : null;
}

/** True for a cell of the title lines or the header: what is missing above the table has no cell of its own. */
function aboveBody({ appendix }: CleanTable): Injection["at"] {
  const last = Math.max(appendix.area.top, ...appendix.headerRows);
  return ({ row }) => row <= last;
}

function onAttachment(change: (text: string, table: CleanTable) => string | null, anywhereAbove = false): (table: CleanTable) => Injection | null {
  return (table) => {
    const field = table.appendix.titleLines.attachment;
    if (field === null || field.span !== undefined) return null;
    const text = change(field.text, table);
    if (text === null || text === field.text) return null;
    const made = table.write([[field.cell, text]]);
    return anywhereAbove ? { ...made, at: aboveBody(table) } : made;
  };
}

export const wholeDefects: readonly Defect[] = [
  defect("title/missing", "no title", (table) => {
    const { title, label, attachment } = table.appendix.titleLines;
    const cells = [title, label].flatMap((field) => (field === null || field.span !== undefined || field.cell.row === attachment?.cell.row ? [] : [field.cell]));
    if (title === null || cells.length === 0) return null;
    return { ...table.write(cells.map((cell) => [cell, ""] as const)), at: aboveBody(table) };
  }),
  defect("title/place-missing", "the issuer without its name", (table) => {
    const { lines, attachment } = table.appendix.titleLines;
    const { place } = table.plan;
    if (attachment === null || attachment.span !== undefined || place === null || lines.some(({ text, cell }) => cell.row !== attachment.cell.row && text.toLowerCase().includes(place.toLowerCase()))) return null;
    return table.write([[attachment.cell, attachment.text.replace(/ của (?:UBND|Ủy ban nhân dân|Đảng ủy|Đảng bộ)[^)]*/u, "")]]);
  }),
  defect("title/place-mismatch", "another ward in the title", (table) => {
    const { title } = table.appendix.titleLines;
    return title === null || title.span !== undefined || table.plan.place === null ? null : table.write([[title.cell, `${title.text} TRÊN ĐỊA BÀN PHƯỜNG BẾN NGHÉ`]]);
  }),
  defect("title/place-mismatch", "another commune in the attachment line", onAttachment((text, { plan }) => (plan.place === null ? null : text.replace(plan.place, "Yên Khánh")))),
  defect("title/date-mismatch", "another month in the attachment line", onAttachment((text, { plan }) => (plan.issued === null ? null : text.replace(/tháng\s*(\d{1,2})/u, (_, month: string) => `tháng ${(Number(month) % 12) + 1}`)))),
  defect("title/date-mismatch", "another year in the attachment line", onAttachment((text, { plan }) => (plan.issued === null ? null : text.replace(/năm\s*(20\d\d)/u, (_, year: string) => `năm ${Number(year) - 1}`)))),
  defect("title/attachment-line", "no attachment line", onAttachment(() => "", true)),
  defect("title/number-blank", "no number, no day", onAttachment((text) => (/\d+\/\p{L}|\d+-\p{L}/u.test(text) ? text.replace(/số\s*\d+/u, "số      ").replace(/ngày\s*\d+/u, "ngày     ") : null))),

  defect("section/untitled", "the title lost", (table, random) => {
    const section = random.pick(romanSections(table).filter(({ numeral, title }) => numeral !== null && title !== null && title.cell.column !== numeral.cell.column));
    return section === undefined || section.title === null || section.numeral === null ? null : table.write([[section.title.cell, ""]], [section.numeral.cell, section.title.cell]);
  }),
  defect("section/numeral-sequence", "a numeral too high", (table, random) => {
    const sections = romanSections(table);
    const at = 1 + random.below(Math.max(1, sections.length - 2));
    const [numeral, next] = [numeralOf(sections[at]), numeralOf(sections[at + 1])];
    if (numeral === null || next === null) return null;
    return table.write([[numeral.cell, numeral.text.replace(/[IVX]+/u, toRoman(at + 3))]], [numeral.cell, next.cell]);
  }),
  defect("section/numeral-sequence", "the numeral of the section above", (table, random) => {
    const sections = romanSections(table);
    const at = 1 + random.below(Math.max(1, sections.length - 1));
    const numeral = numeralOf(sections[at]);
    return numeral === null ? null : table.write([[numeral.cell, numeral.text.replace(/[IVX]+/u, toRoman(at))]]);
  }),
  defect("section/numeral-style", "a full stop more or less", (table, random) => {
    const sections = romanSections(table);
    const dots = sections.filter(({ numeral }) => numeral?.text.trim().endsWith(".") === true).length;
    const numeral = numeralOf(random.pick(sections));
    if (sections.length < 4 || (dots > 0 && dots < sections.length) || numeral === null) return null;
    return table.write([[numeral.cell, dots > 0 ? numeral.text.trim().replace(".", "") : `${numeral.text.trim()}.`]]);
  }),
  defect("section/empty", "a section without tasks at the end", (table) => {
    const sections = romanSections(table);
    const [first] = sections;
    if (first === undefined || first.numeral === null || first.title === null || first.title.cell.column === first.numeral.cell.column) return null;
    const numeral = first.numeral.text.replace(/[IVX]+/u, toRoman(sections.length + 1));
    return table.insert(table.appendix.area.bottom + 1, [[[first.numeral.cell.column, numeral], [first.title.cell.column, "Phục vụ người dân và doanh nghiệp"]]]);
  }),
  defect("section/row-outside", "a task before the first section", (table, random) => {
    const [first] = romanSections(table);
    const model = random.pick(table.good);
    if (first === undefined || model?.fields.content === undefined) return null;
    const { content, number, detailNumber } = model.fields;
    return table.insert(first.row, [
      table.rowCells(model.firstRow).map(([column, value]): readonly [number, CellValue] => [
        column,
        column === content.cell.column ? "Khảo sát nhu cầu của người dân" : column === number?.cell.column || column === detailNumber?.cell.column ? 1 : value,
      ]),
    ]);
  }),
  defect("section/missing-standard", "a group of the programme taken out", (table, random) => {
    const sections = romanSections(table);
    if (sections.length < 6 || sections.some(({ title }) => title === null)) return null;
    const gone = 1 + random.below(sections.length - 2);
    // Its tasks go to the group above, its title goes; those below move up.
    const cells = sections.slice(gone).flatMap((section, i) => {
      const above = sections[gone + i + 1];
      return section.title === null ? [] : [[section.title.cell, above?.title?.text ?? "Tổ chức thực hiện"] as const];
    });
    return { ...table.write(cells), at: () => true };
  }),

  defect("table/leftover", "the header again", (table, random) => {
    const row = inTheMiddle(table, random);
    return row === null || table.appendix.headerRows.length === 0 ? null : table.insert(row, table.appendix.headerRows.map((header) => table.rowCells(header)));
  }),
  defect("table/leftover", "a page number", (table, random) => {
    const row = inTheMiddle(table, random);
    return row === null ? null : table.insert(row, [[[table.appendix.columns.find(({ role }) => role === "content")?.column ?? table.appendix.area.left, 3]]]);
  }),
  defect("table/leftover", "a row cut in two", (table, random) => {
    const item = random.pick(table.good.filter((candidate) => table.text(candidate, "content").length > 60));
    const content = item?.fields.content;
    if (item === undefined || content === undefined || table.appendix.kind === "outline") return null;
    const at = content.text.indexOf(" ", content.text.length / 2);
    if (at < 0 || !/^ \p{Ll}/u.test(content.text.slice(at))) return null;
    const cut = table.insert(item.firstRow + 1, [[[content.cell.column, content.text.slice(at + 1)]]]);
    const row = content.cell.row;
    return { ...cut, grids: cut.grids.map((grid) => (grid.sheet === table.appendix.sheet ? withCell(grid, row, content.cell.column, content.text.slice(0, at)) : grid)) };
  }),
];

/** The row of a random good item that is neither the first nor the last of its table. */
function inTheMiddle(table: CleanTable, random: Random): number | null {
  if (table.appendix.kind === "outline") return null;
  const rows = table.good.filter((item) => item !== table.appendix.items[0] && item !== table.appendix.items.at(-1)).map(({ firstRow }) => firstRow);
  return random.pick(rows) ?? null;
}
