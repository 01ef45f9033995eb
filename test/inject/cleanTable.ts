import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Position } from "../../src/grid/address";
import { formatPosition, parseAddress } from "../../src/grid/address";
import { withCell } from "../../src/grid/edit";
import { displayText, type CellValue, type Grid } from "../../src/grid/grid";
import type { Appendix, Field, Item, Role } from "../../src/appendix/appendix";
import type { PlanContext } from "../../src/appendix/plan";
import { planFixes } from "../../src/review/fixPlan";
import { Reviewer } from "../../src/review/reviewer";
import type { Finding } from "../../src/rules/rule";
import { openWorkbook } from "../../src/workbook/file/fileWorkbook";

/** A whole workbook after a defect was put in. */
export interface Injection {
  readonly grids: readonly Grid[];
  /** True for the cells at which the defect may be told. */
  readonly at: (cell: Position) => boolean;
  /** Where a row of the clean workbook's sheet stands now; absent when rows stayed. */
  readonly moved?: (row: number) => number;
}

/**
 * One appendix of a sample workbook of which everything that can be mended was mended. Its good items are those of which nothing is told but
 * information: defects are put into these.
 */
export class CleanTable {
  readonly good: readonly Item[];
  /** The plan as the title lines say, given to every check: a defect in a title line is to be told, not believed. */
  readonly plan: PlanContext;

  constructor(
    readonly name: string,
    readonly grids: readonly Grid[],
    readonly appendix: Appendix,
    plan: PlanContext,
    readonly baseline: readonly Finding[],
  ) {
    this.plan = plan;
    const told = new Set(baseline.filter(({ severity, sheet }) => severity !== "info" && sheet === appendix.sheet).map(({ cell }) => parseAddress(cell)?.row));
    this.good = appendix.items.filter(
      ({ firstRow, lastRow, fields }) => firstRow === lastRow && !told.has(firstRow) && Object.values(fields).every(({ span, continued, merged, cell }) => span === undefined && continued === undefined && merged === undefined && cell.row === firstRow),
    );
  }

  has(role: Role): boolean {
    return this.appendix.columns.some((column) => column.role === role);
  }

  text(item: Item, role: Role): string {
    return item.fields[role]?.text ?? "";
  }

  /** How many items say exactly this in a column. */
  uses(role: Role, text: string): number {
    return this.appendix.items.filter((item) => this.text(item, role) === text).length;
  }

  /** True when the clean table is told of this rule at this cell already. */
  isTold(ruleId: string, cell: Position): boolean {
    const address = formatPosition(cell);
    return this.baseline.some((finding) => finding.ruleId === ruleId && finding.sheet === this.appendix.sheet && finding.cell === address);
  }

  /** The workbook with other contents in some cells; the defect is expected at one of `at`, by default at the first cell that was changed. */
  write(cells: readonly (readonly [Position, CellValue])[], at: readonly Position[] = cells.slice(0, 1).map(([cell]) => cell)): Injection {
    return {
      grids: this.onSheet((grid) => cells.reduce((next, [{ row, column }, value]) => withCell(next, row, column, value), grid)),
      at: (cell) => at.some(({ row, column }) => row === cell.row && column === cell.column),
    };
  }

  /** The workbook with a field of an item saying something else. */
  say(item: Item, role: Role, value: CellValue): Injection | null {
    const field: Field | undefined = item.fields[role];
    return field === undefined ? null : this.write([[field.cell, value]]);
  }

  /** The workbook with new rows before a sheet row; the defect is expected anywhere in them. */
  insert(before: number, rows: readonly (readonly (readonly [column: number, value: CellValue])[])[]): Injection {
    const shift = (row: number): number => (row >= before ? row + rows.length : row);
    return {
      grids: this.onSheet((grid) => {
        const at = before - grid.origin.row;
        const width = Math.max(...grid.values.map((cells) => cells.length));
        const made = rows.map((cells) => Array.from({ length: width }, (_, i): CellValue => cells.find(([column]) => column === i + grid.origin.column)?.[1] ?? null));
        return {
          ...grid,
          values: [...grid.values.slice(0, at), ...made, ...grid.values.slice(at)],
          texts: [...grid.texts.slice(0, at), ...made.map((cells) => cells.map((value) => displayText(value))), ...grid.texts.slice(at)],
          ...(grid.merges === undefined ? {} : { merges: grid.merges.map((area) => ({ ...area, top: shift(area.top), bottom: shift(area.bottom) })) }),
        };
      }),
      at: ({ row }) => row >= before && row < before + rows.length,
      moved: shift,
    };
  }

  /** The cells of a sheet row as they are, for copying. */
  rowCells(row: number): readonly (readonly [number, CellValue])[] {
    const grid = this.grids.find(({ sheet }) => sheet === this.appendix.sheet);
    return (grid?.values[row - grid.origin.row] ?? []).map((value, i) => [i + (grid?.origin.column ?? 0), value] as const);
  }

  private onSheet(change: (grid: Grid) => Grid): readonly Grid[] {
    return this.grids.map((grid) => (grid.sheet === this.appendix.sheet ? change(grid) : grid));
  }
}

const FOLDER = join(__dirname, "../../seeds/appendices");
/** Mending one thing may bring another to light. */
const PASSES = 4;

/** Every appendix of the samples, mended. The pasted copy is left out: mended, it is the sample that it was made from. */
export async function cleanTables(): Promise<readonly CleanTable[]> {
  const tables: CleanTable[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".xlsx") && !name.includes("paste")).sort()) {
    const workbook = await openWorkbook(new Uint8Array(readFileSync(join(FOLDER, file))), { name: file });
    for (let pass = 0; pass < PASSES; pass++) {
      const { batches } = planFixes(new Reviewer().review(await workbook.readGrids()), () => true);
      if (batches.length === 0) break;
      for (const batch of batches) await workbook.applyEdits(batch);
    }
    const grids = await workbook.readGrids();
    const { reading } = new Reviewer().review(grids);
    const { plan } = reading;
    const review = new Reviewer().review(grids, { plan: given(plan) });
    for (const appendix of review.reading.appendices) tables.push(new CleanTable(`${file.replace(".xlsx", "")} ${appendix.sheet}`, grids, appendix, plan, review.findings));
  }
  return tables;
}

/** A plan context as a drafter would give it: only what is known. */
export function given(plan: PlanContext): Partial<PlanContext> {
  return Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== null));
}
