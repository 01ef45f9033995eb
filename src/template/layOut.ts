import { MAX_ROWS } from "../grid/address";
import type { LayoutRow, SheetLayout } from "../grid/layout";
import { toRoman } from "../text/number/roman";
import type { ChoiceKind } from "./choices";
import { columnsOf, type ColumnOptions } from "./columns";
import type { Form } from "./form";
import { sectionsOf } from "./forms";
import { BODY_SIZE, FONT, MARGINS, pageWidth, textHeight, TITLE_SIZE } from "./page";
import { attachmentLine, fillTitle } from "./placeholders";
import { outlineRows } from "./outlineRows";
import { numbered, type NumberedSection } from "./sectionNumerals";
import { tableRows } from "./tableRows";

/** What of a form is taken up. Plain data. */
export interface TemplateOptions extends ColumnOptions {
  /** The appendix's number, where the plan has several: 2 for "Phụ lục II". */
  readonly numeral?: number;
  /** Indexes of the form's sections (`sectionsOf`); all when absent. */
  readonly sections?: readonly number[];
  /** Where the choices of drop-down lists stand (`choiceSources`); no lists when absent. */
  readonly lists?: Readonly<Partial<Record<ChoiceKind, string>>>;
}

/** The name of the sheet and the label over its title: "Phụ lục", "Phụ lục II". */
export function labelOf(numeral: number | undefined): string {
  return numeral === undefined ? "Phụ lục" : `Phụ lục ${toRoman(numeral)}`;
}

/** The sections that are taken up, with their numerals; those of the second level whose own section is left out are left out with it. */
export function sectionsTaken(form: Form, options: Pick<TemplateOptions, "sections">): readonly NumberedSection[] {
  const chosen: { readonly title: string; readonly level: 1 | 2 }[] = [];
  let parentTaken = false;
  for (const [index, section] of sectionsOf(form).entries()) {
    const wanted = options.sections?.includes(index) ?? true;
    if (section.level === 1) parentTaken = wanted;
    if (wanted && parentTaken) chosen.push(section);
  }
  return numbered(chosen, form.sections?.style ?? "roman");
}

/** A form as a sheet: title lines, header, sections, and an empty row ready in each, by Decree 30/2020/NĐ-CP on clerical work, Annex I. */
export function layOutForm(form: Form, options: TemplateOptions): SheetLayout {
  const outline = form.kind === "outline";
  const columns = columnsOf(form, options);
  const widths = outline ? [pageWidth(form.orientation)] : columns.map(({ width }) => width);
  const last = widths.length - 1;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const titles = titleRows(
    [
      { text: labelOf(options.numeral), bold: true },
      { text: fillTitle(form.title, options.plan), bold: true },
      { text: attachmentLine(options.plan, form.issuer), bold: false },
    ],
    total,
  );
  const sections = sectionsTaken(form, options);
  const body = outline ? outlineRows(columns, sections) : tableRows(columns, sections, titles.length, options.lists ?? {});
  return {
    name: labelOf(options.numeral),
    font: { name: FONT, size: BODY_SIZE },
    columnWidths: widths,
    rows: [...titles, ...body.rows],
    merges: [...(last === 0 ? [] : [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: last }))), ...body.merges],
    lists: body.lists,
    page: {
      orientation: form.orientation,
      margins: MARGINS,
      ...(body.headerRows === null ? {} : { repeatRows: body.headerRows }),
      // Whole columns: rows that are added at the end are printed too.
      printArea: { top: 0, left: 0, bottom: MAX_ROWS - 1, right: last },
      pageNumbers: true,
      fitWidth: 1,
    },
    ...(body.headerRows === null ? {} : { frozenRows: body.headerRows.last + 1 }),
  };
}

/** Label, title and attachment line, and an empty row below them. */
function titleRows(lines: readonly { readonly text: string; readonly bold: boolean }[], width: number): LayoutRow[] {
  const rows: LayoutRow[] = lines.map(({ text, bold }) => ({
    height: textHeight(text, width, { size: TITLE_SIZE, bold }),
    cells: [{ column: 0, value: text, style: { size: TITLE_SIZE, bold, italic: !bold, horizontal: "center", vertical: "center", wrap: true } }],
  }));
  rows.push({ height: 8, cells: [] });
  return rows;
}
