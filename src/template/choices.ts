import { z } from "zod";
import type { PlanContext } from "../appendix/plan";
import { columnName } from "../grid/address";
import { textAt, type Grid } from "../grid/grid";
import type { LayoutRow, SheetLayout } from "../grid/layout";
import seed from "../../seeds/templates/choices.json";
import { parsed } from "./form";
import { BODY_SIZE, FONT, MARGINS, textHeight } from "./page";
import { fillIn, placeholdersOf } from "./placeholders";

/** Which of the usual choices a column proposes. */
export type ChoiceKind = "units" | "leaders" | "deadlines";

/** What the drop-down lists propose, by kind. */
export type Choices = Readonly<Record<ChoiceKind, readonly string[]>>;

const LEVELS = ["xã", "phường", "đặc khu"] as const;

/** The shape of seeds/templates/choices.json. */
const choicesSchema = z.strictObject({
  about: z.string().min(1),
  units: z
    .array(
      z.strictObject({
        /** As in the directory of units (seeds/units.json). */
        name: z.string().min(1),
        /** Only in communes of these tiers; all when absent. */
        levels: z.array(z.enum(LEVELS)).optional(),
        /** True for a name that the tier follows: "Công an xã". */
        withLevel: z.boolean().default(false),
      }),
    )
    .min(1),
  leaders: z.array(z.string().min(1)).min(1),
  deadlines: z.array(z.string().min(1)).min(1),
});

const usual = parsed(choicesSchema, seed, "seeds/templates/choices.json");

/** The units of the list as the directory writes them, without their tier. */
export const USUAL_UNITS: readonly string[] = usual.units.map(({ name }) => name);

/**
 * What the lists propose in a plan. A choice that needs what the plan's details do not tell (its year, its tier) is left out; units go
 * without their tier then.
 * @param units the drafter's own directory, in place of the usual units.
 */
export function choicesFor(plan: PlanContext, units: readonly string[] = []): Choices {
  const known = placeholdersOf(plan);
  const filled = (texts: readonly string[]): readonly string[] => texts.map((text) => fillIn(text, known)).filter((text) => text !== null);
  const usualUnits = usual.units
    .filter(({ levels }) => levels === undefined || plan.level === null || levels.includes(plan.level))
    .map(({ name, withLevel }) => (withLevel && plan.level !== null ? `${name} ${plan.level}` : name));
  return { units: units.length > 0 ? units : usualUnits, leaders: filled(usual.leaders), deadlines: filled(usual.deadlines) };
}

/** The sheet of the choices. */
export const CHOICES_SHEET = "Danh mục";

const COLUMNS: readonly { readonly kind: ChoiceKind; readonly header: string; readonly width: number }[] = [
  { kind: "units", header: "Cơ quan, đơn vị", width: 48 },
  { kind: "leaders", header: "Lãnh đạo chỉ đạo", width: 28 },
  { kind: "deadlines", header: "Thời gian", width: 28 },
];

const NOTE = "Các lựa chọn của danh sách thả xuống trong phụ lục. Sửa trực tiếp ở đây; thêm thì chèn hàng vào giữa. Ô trong phụ lục vẫn nhận chữ khác.";
/** Rows of the choices' sheet above the first choice. */
const ABOVE = 2;

/**
 * Where the choices of each kind stand, for the lists of a layout.
 * @param sheet the name that the choices' sheet has in the workbook.
 */
export function choiceSources(choices: Choices, sheet: string): Readonly<Partial<Record<ChoiceKind, string>>> {
  const quoted = `'${sheet.replace(/'/g, "''")}'`;
  const sources: Partial<Record<ChoiceKind, string>> = {};
  COLUMNS.forEach(({ kind }, column) => {
    const count = choices[kind].length;
    const name = columnName(column);
    if (count > 0) sources[kind] = `${quoted}!$${name}$${ABOVE + 1}:$${name}$${ABOVE + count}`;
  });
  return sources;
}

/** The sheet "Danh mục" that the drop-down lists take their choices from: Excel holds 255 characters in a list itself. */
export function layOutChoices(choices: Choices): SheetLayout {
  const style = { size: BODY_SIZE, border: true, wrap: true, vertical: "center" } as const;
  const longest = Math.max(0, ...COLUMNS.map(({ kind }) => choices[kind].length));
  const rows: LayoutRow[] = [
    {
      height: textHeight(NOTE, COLUMNS.reduce((sum, { width }) => sum + width, 0), { size: BODY_SIZE, bold: false }),
      cells: [{ column: 0, value: NOTE, style: { size: BODY_SIZE, italic: true, wrap: true, vertical: "center" } }],
    },
    { cells: COLUMNS.map(({ header }, column) => ({ column, value: header, style: { ...style, bold: true, horizontal: "center" } })) },
  ];
  for (let i = 0; i < longest; i++) {
    rows.push({
      cells: COLUMNS.flatMap(({ kind }, column) => {
        const value = choices[kind][i];
        return value === undefined ? [] : [{ column, value, style }];
      }),
    });
  }
  return {
    name: CHOICES_SHEET,
    font: { name: FONT, size: BODY_SIZE },
    columnWidths: COLUMNS.map(({ width }) => width),
    rows,
    merges: [{ top: 0, left: 0, bottom: 0, right: COLUMNS.length - 1 }],
    lists: [],
    page: { orientation: "portrait", margins: MARGINS, fitWidth: 1 },
    frozenRows: ABOVE,
  };
}

/** True for a sheet that `layOutChoices` made, whatever was changed in it below its headers. */
export function isChoicesSheet(grid: Grid): boolean {
  return grid.sheet.startsWith(CHOICES_SHEET) && COLUMNS.every(({ header }, column) => textAt(grid, ABOVE - 1, column) === header);
}

/** What stands in a sheet of choices now: of each kind the texts down to the first empty cell. */
export function choicesOfSheet(grid: Grid): Choices {
  const down = (column: number): readonly string[] => {
    const texts: string[] = [];
    for (let row = ABOVE; textAt(grid, row, column).trim() !== ""; row++) texts.push(textAt(grid, row, column));
    return texts;
  };
  return { units: down(0), leaders: down(1), deadlines: down(2) };
}
