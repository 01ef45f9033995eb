import { contains, formatArea, type Area } from "../../grid/area";
import type { Grid } from "../../grid/grid";
import { WorkbookFailure } from "../failure";
import { parseAreas, rectanglesOf, sizeOf, union } from "./addresses";
import { sheetCells, type Block } from "./cells";
import type { ExcelClient, Sync } from "./excelClient";
import { errorCode, isTooLarge } from "./excelErrors";

/** A worksheet as Excel lists it. */
export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: Grid["visibility"];
}

/** One of a sheet's conditional formats. */
export interface FormatRule {
  readonly id: string;
  /** Null when it computes no formula of its own. */
  readonly formula: string | null;
}

/** All that a full reading learns of a sheet. */
export interface SheetContent {
  readonly grid: Grid;
  /** The area that Excel says is used; null for an empty sheet. */
  readonly used: Area | null;
  /** Null when Excel was not asked. */
  readonly rules: readonly FormatRule[] | null;
}

/** Excel answers at most 5,000,000 cells of one range, and nothing at all beyond (performance.md); a row more does no harm. */
const RANGE_CELLS = 4_000_000;
/** What a cell of an appendix costs in an answer with value, text and formula, on average over the empty ones. */
const BYTES_PER_CELL = 100;
/** A sheet larger than this is no table of a plan; reading it would keep Excel busy for minutes. */
const MAX_CELLS = 20_000_000;
/** So many rows are measured to learn how large an answer becomes. */
const SAMPLED_ROWS = 100;
/** So many single areas of changed cells are asked for one by one; beyond, the sheet is read whole. */
const MAX_AREAS = 400;

/**
 * Reads sheets with plain loads of named properties only: values, texts and formulas of what is used. `formulas` is the cheap and harmless
 * way to know which cells are computed: it comes in the same answer, while asking for special cells is of the family of queries that wipe
 * the user's undo history (office-js #5918).
 */
export class SheetReading {
  /** How many cells one answer may hold; learnt when Excel refuses. */
  private cellsPerAnswer: number;
  /** False once Excel has refused to give the formulas of all conditional formats at once. */
  private rulesAtOnce = true;

  constructor(private readonly client: ExcelClient) {
    this.cellsPerAnswer = Math.max(1, Math.floor(client.answerLimit / BYTES_PER_CELL));
  }

  /** Asks for the list of sheets. @returns what gives it after the sync. */
  askList(context: Excel.RequestContext): () => readonly SheetEntry[] {
    const sheets = context.workbook.worksheets;
    sheets.load("items/id,items/name,items/visibility");
    return () => sheets.items.map(({ id, name, visibility }) => ({ id, name, visibility: VISIBILITY[visibility] ?? "visible" }));
  }

  /**
   * Reads whole sheets in one round trip; in more when Excel cannot pass so much on at one time.
   * @param list is asked for in the first of them.
   */
  async readWhole(context: Excel.RequestContext, sync: Sync, sheets: readonly SheetEntry[], known: ReadonlyMap<string, Area | null>): Promise<ReadonlyMap<string, SheetContent>> {
    const expected = sheets.reduce((sum, { id }) => sum + areaSize(known.get(id) ?? null), 0);
    if (expected <= this.cellsPerAnswer) {
      const asked = sheets.map((sheet) => this.askWhole(context, sheet));
      try {
        await sync();
      } catch (error) {
        if (isTooLarge(error)) return this.readInParts(context, sync, sheets);
        if (!this.rulesAtOnce || !isRefusal(error)) throw error;
        this.rulesAtOnce = false;
        return this.readWhole(context, sync, sheets, known);
      }
      const contents = asked.map((take) => take());
      if (contents.every((content) => content !== null)) return new Map(sheets.map(({ id }, i) => [id, contents[i] as SheetContent]));
    }
    return this.readInParts(context, sync, sheets);
  }

  /** Asks for one sheet. @returns what gives it after the sync: null when Excel kept the cells back because they are too many. */
  askWhole(context: Excel.RequestContext, sheet: SheetEntry): () => SheetContent | null {
    const used = usedRange(context, sheet.id);
    used.load("address,values,text,formulas");
    const rules = this.askRules(context, sheet.id);
    return () => {
      if (used.isNullObject) return { grid: toGrid(sheet, []), used: null, rules: rules() };
      const area = parseAreas(used.address)[0];
      // The declared types do not know of the answer that Excel gives beyond its limit.
      if (area === undefined || (used.values as unknown) === null) return null;
      return { grid: toGrid(sheet, [blockOf(used, area)]), used: area, rules: rules() };
    };
  }

  /** Asks which area of a sheet is used. @returns what gives it after the sync. */
  askUsed(context: Excel.RequestContext, id: string): () => Area | null {
    const used = usedRange(context, id);
    used.load("address");
    return () => (used.isNullObject ? null : (parseAreas(used.address)[0] ?? null));
  }

  /** Asks for some areas of a sheet. @returns what gives their cells after the sync. */
  askAreas(context: Excel.RequestContext, id: string, areas: readonly Area[]): () => readonly Block[] {
    const sheet = context.workbook.worksheets.getItem(id);
    const blocks = areas.map((area) => {
      const range = sheet.getRange(formatArea(area));
      range.untrack();
      return askBlock(range, area);
    });
    return () => blocks.map((block) => block());
  }

  /** True when so many cells are better asked for one by one than with the whole sheet. */
  isFew(areas: readonly Area[]): boolean {
    const cells = areas.reduce((sum, area) => sum + sizeOf(area), 0);
    return areas.length <= MAX_AREAS && cells <= Math.min(20_000, this.cellsPerAnswer / 4);
  }

  /** Asks which conditional formats a sheet has. @returns what gives them after the sync: null where Excel does not give their formulas at once. */
  askRules(context: Excel.RequestContext, id: string): () => readonly FormatRule[] | null {
    if (!this.rulesAtOnce) return () => null;
    const all = context.workbook.worksheets.getItem(id).getRange();
    const formats = all.conditionalFormats;
    formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
    all.untrack();
    return () =>
      formats.items.map((format) => {
        const custom = format.type === "Custom" ? format.customOrNullObject : null;
        return { id: format.id, formula: custom === null || custom.isNullObject ? null : custom.rule.formula };
      });
  }

  /** Asks first how large the sheets are, then for as much at one time as an answer holds. */
  private async readInParts(context: Excel.RequestContext, sync: Sync, sheets: readonly SheetEntry[]): Promise<ReadonlyMap<string, SheetContent>> {
    const sizes = sheets.map(({ id }) => ({ used: this.askUsed(context, id), rules: this.askRules(context, id) }));
    await sync();
    const pieces: { readonly sheet: number; readonly area: Area }[] = [];
    const used = sizes.map((size) => size.used());
    used.forEach((area, sheet) => {
      if (area === null) return;
      if (sizeOf(area) > MAX_CELLS) throw new WorkbookFailure("too-many-cells", `${sheets[sheet]?.name ?? ""}!${formatArea(area)}`);
      pieces.push({ sheet, area });
    });
    const blocks: Block[][] = sheets.map(() => []);
    while (pieces.length > 0) {
      const batch = this.nextBatch(pieces);
      const asked = batch.map(({ sheet, area }) => this.askAreas(context, sheets[sheet]?.id ?? "", [area]));
      try {
        await sync();
      } catch (error) {
        const cells = batch.reduce((sum, { area }) => sum + sizeOf(area), 0);
        const widest = Math.max(...batch.map(({ area }) => area.right - area.left + 1));
        if (!isTooLarge(error) || cells <= widest) throw error;
        this.cellsPerAnswer = Math.max(widest, Math.floor(cells / 2));
        pieces.unshift(...batch);
        continue;
      }
      const read = asked.map((take) => take());
      read.forEach((parts, i) => blocks[batch[i]?.sheet ?? 0]?.push(...parts));
      this.learn(read.flat());
    }
    return new Map(sheets.map((sheet, i) => [sheet.id, { grid: toGrid(sheet, blocks[i] ?? []), used: used[i] ?? null, rules: sizes[i]?.rules() ?? null }]));
  }

  /** Works out from what was read how many cells an answer holds; the next rows may be longer. */
  private learn(blocks: readonly Block[]): void {
    let bytes = 0;
    let cells = 0;
    for (const { values, texts, formulas } of blocks) {
      const step = Math.ceil(values.length / SAMPLED_ROWS);
      for (let row = 0; row < values.length; row += step) {
        bytes += new TextEncoder().encode(JSON.stringify([values[row], texts[row], formulas[row]])).length;
        cells += values[row]?.length ?? 0;
      }
    }
    if (bytes > 0) this.cellsPerAnswer = Math.max(1, Math.floor((0.85 * this.client.answerLimit * cells) / bytes));
  }

  /** Takes from the front of the list what one answer holds, cutting a sheet between rows. */
  private nextBatch(pieces: { readonly sheet: number; readonly area: Area }[]): readonly { readonly sheet: number; readonly area: Area }[] {
    const batch: { readonly sheet: number; readonly area: Area }[] = [];
    let room = this.cellsPerAnswer;
    while (room > 0) {
      const piece = pieces.shift();
      if (piece === undefined) break;
      const { sheet, area } = piece;
      const width = area.right - area.left + 1;
      const rows = Math.floor(Math.min(room, RANGE_CELLS) / width);
      if (rows === 0 && batch.length > 0) {
        pieces.unshift(piece);
        break;
      }
      const bottom = Math.min(area.bottom, area.top + Math.max(1, rows) - 1);
      batch.push({ sheet, area: { ...area, bottom } });
      if (bottom < area.bottom) pieces.unshift({ sheet, area: { ...area, top: bottom + 1 } });
      room -= (bottom - area.top + 1) * width;
    }
    return batch;
  }
}

/** Asks for the cells of a range. @returns what gives them after the sync. */
export function askBlock(range: Excel.Range, area: Area): () => Block {
  range.load("values,text,formulas");
  return () => blockOf(range, area);
}

function blockOf(range: Excel.Range, area: Area): Block {
  return { area, values: range.values, texts: range.text, formulas: range.formulas };
}

const VISIBILITY: Readonly<Record<string, Grid["visibility"]>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

/** Errors that speak of what was asked for, and not of the state that Excel is in. */
function isRefusal(error: unknown): boolean {
  const code = errorCode(error);
  return code !== "" && code !== "ItemNotFound" && code !== "InvalidOperationInCellEditMode" && code !== "AccessDenied";
}

/** The used range of a sheet, counting cells that hold something only; never kept track of. */
function usedRange(context: Excel.RequestContext, id: string): Excel.Range {
  const used = context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);
  used.untrack();
  return used;
}

/** The grid of a sheet from all of its blocks. */
function toGrid({ name, visibility }: SheetEntry, blocks: readonly Block[]): Grid {
  const { formulas, ...cells } = sheetCells(blocks);
  return { sheet: name, visibility, ...cells, ...(formulas.size === 0 ? {} : { formulas }) };
}

function areaSize(area: Area | null): number {
  return area === null ? 0 : sizeOf(area);
}

/** The areas without those that lie inside of another, as few as that makes them. */
export function merged(areas: readonly Area[]): readonly Area[] {
  const kept: Area[] = [];
  for (const area of areas) {
    if (!kept.some((known) => contains(known, area.top, area.left) && contains(known, area.bottom, area.right))) kept.push(area);
  }
  return kept;
}

/** Where a sheet's formulas stand, as rectangles; null when they are too many to be asked for one by one. */
export function formulaAreas(grid: Grid): readonly Area[] | null {
  if (grid.formulas === undefined || grid.formulas.size === 0) return [];
  if (grid.formulas.size > 5_000) return null;
  const areas = rectanglesOf(function* (addresses: Iterable<string>) {
    for (const address of addresses) {
      const area = parseAreas(address)[0];
      if (area !== undefined) yield { row: area.top, column: area.left };
    }
  }(grid.formulas));
  return areas.length <= MAX_AREAS ? areas : null;
}

/** The area that the used range must have after some areas changed, if it only grew. */
export function grown(used: Area | null, areas: readonly Area[]): Area | null {
  return areas.reduce<Area | null>((all, area) => (all === null ? area : union(all, area)), used);
}
