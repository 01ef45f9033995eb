import { contains, type Area } from "../../grid/area";
import { differingCells } from "../../grid/difference";
import { formatPosition } from "../../grid/address";
import { textAt, valueAt, type Grid } from "../../grid/grid";
import { withCells, type CellChange } from "../file/gridEdits";
import type { WorkbookChange } from "../workbook";
import { sizeOf, union } from "./addresses";
import { cellAt, type Block } from "./cells";
import type { Sync } from "./excelClient";
import { isGone, isTooLarge } from "./excelErrors";
import { formulaAreas, grown, merged, type FormatRule, type SheetContent, type SheetEntry, type SheetReading } from "./sheetReading";

/** A sheet as it was last read, and what is known to have changed since. */
export interface KnownSheet {
  readonly entry: SheetEntry;
  readonly grid: Grid;
  readonly used: Area | null;
  readonly rules: readonly FormatRule[] | null;
  /** Areas whose cells changed since; "all" when rows moved or nobody can tell what changed. */
  readonly dirty: readonly Area[] | "all";
  /** Another number whenever the sheet was read whole and had changed: its rows may have moved. */
  readonly generation: number;
}

/** A change of more cells than this is told as "read again". */
const LISTED_CELLS = 300;

/**
 * The sheets as they were last read, so that after a change only that is read again which changed. Whatever is not certain is read anew:
 * a sheet whose used area is not what the known changes explain, sheets that came, went or were renamed, cells that formulas compute.
 */
export class SheetCache {
  private sheets: readonly KnownSheet[] = [];

  constructor(private readonly reading: SheetReading) {}

  get known(): readonly KnownSheet[] {
    return this.sheets;
  }

  get grids(): readonly Grid[] {
    return this.sheets.map(({ grid }) => grid);
  }

  /** The sheet of this name, as it was last read. */
  byName(name: string): KnownSheet | undefined {
    return this.sheets.find(({ entry }) => entry.name === name);
  }

  byId(id: string): KnownSheet | undefined {
    return this.sheets.find(({ entry }) => entry.id === id);
  }

  /** True when something is known to have changed since it was read. */
  get isStale(): boolean {
    return this.sheets.some(({ dirty }) => dirty === "all" || dirty.length > 0);
  }

  /** Forgets everything: the next reading is a full one. */
  clear(): void {
    this.sheets = [];
  }

  /** Notes that areas of a sheet changed; "all" for the whole of it. A sheet that is not known is found by the next reading. */
  touch(id: string, areas: readonly Area[] | "all"): void {
    this.change(id, (sheet) => {
      if (areas === "all" || sheet.dirty === "all") return { ...sheet, dirty: "all" };
      const dirty = merged([...sheet.dirty, ...areas]);
      return { ...sheet, dirty: this.reading.isFew(dirty) ? dirty : "all" };
    });
  }

  /** Reads every sheet anew: one round trip when the sheets are the known ones, two otherwise; more only where an answer is limited. */
  async readAll(context: Excel.RequestContext, sync: Sync): Promise<void> {
    const used = new Map(this.sheets.map(({ entry, used: area }) => [entry.id, area]));
    const list = this.reading.askList(context);
    let contents: ReadonlyMap<string, SheetContent> = new Map();
    try {
      if (this.sheets.length === 0) await sync();
      else contents = await this.reading.readWhole(context, sync, this.sheets.map(({ entry }) => entry), used);
    } catch (error) {
      if (!isGone(error)) throw error;
      // A sheet was deleted since: begin with nothing known.
      this.sheets = [];
      await this.readAll(context, sync);
      return;
    }
    const entries = list();
    const missing = entries.filter(({ id }) => !contents.has(id));
    const added = missing.length === 0 ? new Map<string, SheetContent>() : await this.reading.readWhole(context, sync, missing, used);
    this.sheets = entries.flatMap((entry) => {
      const content = contents.get(entry.id) ?? added.get(entry.id);
      return content === undefined ? [] : [this.settled(entry, content)];
    });
  }

  /**
   * Reads what changed: one round trip, and a second one when it shows that more has changed than was known.
   * @param formulas true to read the computed cells again too.
   */
  async readChanges(context: Excel.RequestContext, sync: Sync, formulas: boolean): Promise<void> {
    if (this.sheets.length === 0) return this.readAll(context, sync);
    const before = this.sheets;
    const list = this.reading.askList(context);
    const asked = before.map(({ entry, grid, dirty }) => {
      const computed = formulas ? formulaAreas(grid) : [];
      if (dirty === "all" || computed === null) return { whole: this.reading.askWhole(context, entry), used: null, areas: null, rules: null };
      const areas = merged([...dirty, ...computed]);
      return {
        whole: null,
        used: this.reading.askUsed(context, entry.id),
        areas: areas.length === 0 ? null : this.reading.askAreas(context, entry.id, areas),
        // Whoever pastes cells may paste their marks too.
        rules: dirty.length === 0 ? null : this.reading.askRules(context, entry.id),
      };
    });
    try {
      await sync();
    } catch (error) {
      // The full reading knows how to deal with a sheet that is gone, and with an answer that is too large.
      if (!isGone(error) && !isTooLarge(error)) throw error;
      if (isGone(error)) this.sheets = [];
      await this.readAll(context, sync);
      return;
    }
    const entries = list();
    const known = new Map(before.map((sheet, i) => [sheet.entry.id, { sheet, ask: asked[i] }]));
    const next = new Map<string, KnownSheet>();
    const anew: SheetEntry[] = [];
    for (const entry of entries) {
      const { sheet, ask } = known.get(entry.id) ?? {};
      const whole = ask?.whole?.() ?? null;
      if (sheet === undefined || ask === undefined) anew.push(entry);
      else if (whole !== null) next.set(entry.id, this.settled(entry, whole));
      else if (ask.used === null || sheet.dirty === "all") anew.push(entry);
      else {
        const used = ask.used();
        const blocks = ask.areas?.() ?? [];
        // Rows or columns moved, or something changed that nobody told of.
        if (!sameArea(used, sheet.used) && !sameArea(used, grown(sheet.used, sheet.dirty))) anew.push(entry);
        else next.set(entry.id, { ...sheet, entry, grid: renamed(withBlocks(sheet.grid, blocks), entry), used, dirty: [], ...(ask.rules === null ? {} : { rules: ask.rules() }) });
      }
    }
    if (anew.length > 0) {
      const areas = new Map(before.map(({ entry, used }) => [entry.id, used]));
      const contents = await this.reading.readWhole(context, sync, anew, areas);
      for (const entry of anew) {
        const content = contents.get(entry.id);
        if (content !== undefined) next.set(entry.id, this.settled(entry, content));
      }
    }
    this.sheets = entries.flatMap(({ id }) => next.get(id) ?? []);
  }

  /** Takes over cells that were read besides, after this port's own writing. */
  take(id: string, blocks: readonly Block[], used: Area | null): void {
    this.change(id, (sheet) => ({ ...sheet, grid: withBlocks(sheet.grid, blocks), used }));
  }

  /** Asks anew which conditional formats the sheets have; where Excel does not give their formulas at once, they are unknown afterwards. */
  async readRules(context: Excel.RequestContext, sync: Sync): Promise<void> {
    if (this.sheets.length === 0) return this.readAll(context, sync);
    const asked = this.sheets.map(({ entry }) => ({ id: entry.id, rules: this.reading.askRules(context, entry.id) }));
    try {
      await sync();
    } catch (error) {
      if (!isGone(error)) throw error;
      return this.readAll(context, sync);
    }
    for (const { id, rules } of asked) this.takeRules(id, rules());
  }

  /** Takes over which conditional formats a sheet has; null when that is not known any more. */
  takeRules(id: string, rules: readonly FormatRule[] | null): void {
    this.change(id, (sheet) => ({ ...sheet, rules }));
  }

  private change(id: string, change: (sheet: KnownSheet) => KnownSheet): void {
    this.sheets = this.sheets.map((sheet) => (sheet.entry.id === id ? change(sheet) : sheet));
  }

  /** A sheet as it was read just now; where nothing changed, the grid of before, so that what was worked out of it stays valid. */
  private settled(entry: SheetEntry, { grid, used, rules }: SheetContent): KnownSheet {
    const known = this.byId(entry.id);
    const before = known?.grid;
    const same = before?.sheet === grid.sheet && before.visibility === grid.visibility && sameFormulas(before, grid) && differingCells(before, grid, 0)?.length === 0;
    const generation = (known?.generation ?? 0) + (same ? 0 : 1);
    return { entry, grid: same ? before : grid, used, rules, dirty: [], generation };
  }
}

/** What differs between two readings of a workbook; null when nothing does. Sheets that came, went, moved or were renamed are told as "read again". */
export function changeBetween(before: readonly Grid[], after: readonly Grid[]): WorkbookChange | null {
  const same = before.length === after.length && before.every(({ sheet, visibility }, i) => sheet === after[i]?.sheet && visibility === after[i].visibility);
  if (!same) return { cells: null };
  const cells: { sheet: string; cell: string }[] = [];
  for (const [i, grid] of before.entries()) {
    const differing = differingCells(grid, after[i] ?? grid, LISTED_CELLS - cells.length);
    if (differing === null) return { cells: null };
    for (const position of differing) cells.push({ sheet: grid.sheet, cell: formatPosition(position) });
  }
  return cells.length === 0 ? null : { cells };
}

/** The grid with the cells of some blocks as they were read; rows in which nothing changed are shared. */
function withBlocks(grid: Grid, blocks: readonly Block[]): Grid {
  const changes: CellChange[] = [];
  let formulas: Set<string> | null = null;
  for (const block of blocks) {
    const { top, left, bottom, right } = block.area;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const { value, text, isFormula } = cellAt(block, row, column);
        if (valueAt(grid, row, column) !== value || textAt(grid, row, column) !== text) changes.push({ row, column, value, text });
        const address = formatPosition({ row, column });
        if ((grid.formulas?.has(address) ?? false) === isFormula) continue;
        formulas ??= new Set(grid.formulas);
        if (isFormula) formulas.add(address);
        else formulas.delete(address);
      }
    }
  }
  const { formulas: computed, ...cells } = changes.length === 0 ? grid : withCells(grid, changes);
  if (changes.length === 0 && formulas === null) return grid;
  const now = formulas ?? computed;
  return { ...cells, ...(now === undefined || now.size === 0 ? {} : { formulas: now }) };
}

function renamed(grid: Grid, { name, visibility }: SheetEntry): Grid {
  return grid.sheet === name && grid.visibility === visibility ? grid : { ...grid, sheet: name, visibility };
}

function sameFormulas({ formulas: a }: Grid, { formulas: b }: Grid): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.size !== b.size) return false;
  for (const address of a) if (!b.has(address)) return false;
  return true;
}

function sameArea(a: Area | null, b: Area | null): boolean {
  if (a === null || b === null) return a === b;
  return sizeOf(a) === sizeOf(b) && sizeOf(union(a, b)) === sizeOf(a) && contains(a, b.top, b.left);
}
