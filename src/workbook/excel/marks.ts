import { MAX_COLUMNS } from "../../grid/address";
import type { Area } from "../../grid/area";
import { SEVERITIES, type Mark, type Severity } from "../../grid/mark";
import { WorkbookFailure } from "../failure";
import { markedAreas, markFormula, markSeverity } from "../file/marking";
import { addressLists, parseAreas, sizeOf } from "./addresses";
import type { ExcelClient, Sync } from "./excelClient";
import { failureOf, isDenied, isGone } from "./excelErrors";
import type { KnownSheet, SheetCache } from "./sheetCache";
import type { FormatRule, SheetReading } from "./sheetReading";

/** How a mark looks: the same colours, fonts and lines as in a file (workbook/file/markPatch). */
export const MARK_LOOKS: Readonly<Record<Severity, { readonly fill: string; readonly ink: string; readonly font: "bold" | "italic" | null; readonly line: "Continuous" | "Dash" | "Dot" }>> = {
  error: { fill: "#FFC7CE", ink: "#9C0006", font: "bold", line: "Continuous" },
  warning: { fill: "#FFE699", ink: "#7F4F00", font: "italic", line: "Dash" },
  info: { fill: "#DDEBF7", ink: "#1F4E79", font: null, line: "Dot" },
};

/** One request holds so many characters of addresses at most: far below Excel's 5 MB. */
const CHARACTERS = 1_000_000;

/** Up to so many marked cells are counted one by one. */
const COUNTED = 200_000;

/** What one sheet is to show: lists of addresses, each the cells of one conditional format. */
type Wanted = readonly { readonly severity: Severity; readonly addresses: string }[];

/** What this port has put on a sheet. */
interface Shown {
  readonly wanted: string;
  readonly ids: string;
  /** The state of the sheet for which it was put there: rows that moved took their marks along. */
  readonly generation: number;
}

/**
 * Marks as conditional formats, one for each severity and list of addresses, found again by their formula. Their formula refers to no cell, so that
 * it is the same for every cell (office-js #5194).
 */
export class Marking {
  private readonly shown = new Map<string, Shown>();

  constructor(
    private readonly client: ExcelClient,
    private readonly reading: SheetReading,
    private readonly cache: SheetCache,
  ) {}

  /**
   * See `Workbook.showMarks`. Sheets whose marks stay as they are cost nothing; the others are done in one round trip.
   * @throws WorkbookFailure "sheet-protected" with the sheets that could not be marked; the others are.
   */
  async show(marks: readonly Mark[]): Promise<void> {
    const bySheet = new Map<string, Mark[]>();
    for (const mark of marks) bySheet.set(mark.sheet, [...(bySheet.get(mark.sheet) ?? []), mark]);
    const refused = await this.client.run(async (context, sync) => {
      if (this.cache.known.length === 0) await this.cache.readAll(context, sync);
      await this.knowRules(context, sync);
      try {
        return await this.showOn(context, sync, this.cache.known, bySheet);
      } catch (error) {
        if (!isGone(error)) throw error;
        // A sheet, or a mark that the user took away by hand, is not there any more: look again, once.
        await this.cache.readAll(context, sync);
        await this.knowRules(context, sync);
        return this.showOn(context, sync, this.cache.known, bySheet);
      }
    });
    if (refused.length > 0) throw new WorkbookFailure("sheet-protected", refused.map((name) => `“${name}”`).join(", "));
  }

  /** See `Workbook.clearMarks`. Looks for marks anew: some may have come with the file, or by copying rows. */
  async clear(): Promise<number> {
    return this.client.run(async (context, sync) => {
      await this.cache.readRules(context, sync);
      await this.knowRules(context, sync);
      const asked = this.cache.known.flatMap(({ entry, rules }) => {
        const ours = own(rules);
        if (ours.length === 0) return [];
        const all = allOf(context, entry.id);
        const formats = all.conditionalFormats;
        const ranges = ours.map(({ id }) => {
          const areas = formats.getItem(id).getRanges();
          areas.load("address");
          areas.untrack();
          return areas;
        });
        return [{ entry, ours, formats, ranges }];
      });
      if (asked.length === 0) return 0;
      for (const { ours, formats } of asked) deleteAll(formats, ours);
      try {
        await sync();
      } catch (error) {
        this.cache.clear();
        throw isDenied(error) ? failureOf(error, asked[0]?.entry.name ?? "") : error;
      }
      let cells = 0;
      for (const { entry, ranges, ours } of asked) {
        cells += countCells(ranges.flatMap(({ address }) => parseAreas(address)));
        const gone = new Set(ours.map(({ id }) => id));
        this.cache.takeRules(entry.id, (this.cache.byId(entry.id)?.rules ?? []).filter(({ id }) => !gone.has(id)));
        this.shown.delete(entry.id);
      }
      return cells;
    });
  }

  /** Asks for the formulas of conditional formats one by one, where Excel did not give them with the sheets. */
  private async knowRules(context: Excel.RequestContext, sync: Sync): Promise<void> {
    const unknown = this.cache.known.filter(({ rules }) => rules === null);
    if (unknown.length === 0) return;
    const lists = unknown.map(({ entry }) => {
      const formats = allOf(context, entry.id).conditionalFormats;
      formats.load("items/id,items/type");
      return { entry, formats };
    });
    await sync();
    const asked = lists.map(({ entry, formats }) => ({
      entry,
      rules: formats.items.map((format) => {
        if (format.type !== "Custom") return { id: format.id, rule: null };
        // The range that they were listed by is not kept track of: each is fetched by its own.
        const { rule } = allOf(context, entry.id).conditionalFormats.getItem(format.id).custom;
        rule.load("formula");
        return { id: format.id, rule };
      }),
    }));
    if (asked.some(({ rules }) => rules.some(({ rule }) => rule !== null))) await sync();
    for (const { entry, rules } of asked) this.cache.takeRules(entry.id, rules.map(({ id, rule }) => ({ id, formula: rule?.formula ?? null })));
  }

  /** @returns the names of the sheets that could not be marked. */
  private async showOn(context: Excel.RequestContext, sync: Sync, sheets: readonly KnownSheet[], marks: ReadonlyMap<string, readonly Mark[]>): Promise<readonly string[]> {
    const changes = sheets.flatMap((sheet) => {
      const wanted = wantedOn(sheet, marks.get(sheet.entry.name) ?? []);
      const text = JSON.stringify(wanted);
      const ids = idsOf(sheet.rules);
      const shown = this.shown.get(sheet.entry.id);
      const asItIs = wanted.length === 0 ? ids === "" : shown?.wanted === text && shown.ids === ids && shown.generation === sheet.generation;
      return asItIs ? [] : [{ sheet, wanted, text }];
    });
    const refused: string[] = [];
    let request: typeof changes = [];
    const send = async (): Promise<void> => {
      const now = request;
      request = [];
      if (now.length === 0) return;
      try {
        await this.send(context, sync, now);
      } catch (error) {
        if (!isDenied(error)) throw error;
        // Excel carries out a request up to the sheet that it refuses: which one that is shows when they are sent one by one.
        await this.cache.readRules(context, sync);
        await this.knowRules(context, sync);
        for (const change of now) {
          const sheet = this.cache.byId(change.sheet.entry.id);
          if (sheet === undefined) continue;
          await this.send(context, sync, [{ ...change, sheet }]).catch((reason: unknown) => {
            if (!isDenied(reason)) throw reason;
            refused.push(sheet.entry.name);
          });
        }
      }
    };
    let characters = 0;
    for (const change of changes) {
      request.push(change);
      characters += change.text.length;
      if (characters < CHARACTERS) continue;
      await send();
      characters = 0;
    }
    await send();
    return refused;
  }

  private async send(context: Excel.RequestContext, sync: Sync, changes: readonly { readonly sheet: KnownSheet; readonly wanted: Wanted; readonly text: string }[]): Promise<void> {
    // Formats raise none of the events that this port hears: only the screen is kept still.
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const { sheet, wanted } of changes) {
      const worksheet = context.workbook.worksheets.getItem(sheet.entry.id);
      const ours = own(sheet.rules);
      if (ours.length > 0) deleteAll(allOf(context, sheet.entry.id).conditionalFormats, ours);
      const hasOthers = (sheet.rules?.length ?? 0) > ours.length;
      for (const { severity, addresses } of wanted) addMark(worksheet, severity, addresses, hasOthers);
    }
    // An id is said to be unique in its collection only: those that marks are deleted by later are of the whole sheet's.
    const rules = changes.map(({ sheet }) => this.reading.askRules(context, sheet.entry.id));
    await sync();
    changes.forEach(({ sheet: { entry, generation }, text }, i) => {
      const now = rules[i]?.() ?? null;
      this.cache.takeRules(entry.id, now);
      this.shown.set(entry.id, { wanted: text, ids: idsOf(now), generation });
    });
  }
}

/** Deletes from the last to the first, so that no deletion moves what is still to be deleted. */
function deleteAll(formats: Excel.ConditionalFormatCollection, rules: readonly FormatRule[]): void {
  for (const { id } of [...rules].reverse()) formats.getItem(id).delete();
}

/** The product's formats among those of a sheet, as one text to compare. */
function idsOf(rules: readonly FormatRule[] | null): string {
  return own(rules).map(({ id }) => id).join(" ");
}

function addMark(sheet: Excel.Worksheet, severity: Severity, addresses: string, last: boolean): void {
  const areas = sheet.getRanges(addresses);
  areas.untrack();
  const format = areas.conditionalFormats.add("Custom");
  const { custom } = format;
  const look = MARK_LOOKS[severity];
  custom.rule.formula = `=${markFormula(severity)}`;
  const { fill, font, borders } = custom.format;
  fill.color = look.fill;
  font.color = look.ink;
  if (look.font === "bold") font.bold = true;
  if (look.font === "italic") font.italic = true;
  for (const side of [borders.top, borders.bottom, borders.left, borders.right]) {
    side.style = look.line;
    side.color = look.ink;
  }
  // The user's own formats come first: Excel puts a new one above the others.
  if (last) format.priority = -1;
}

function wantedOn(sheet: KnownSheet, marks: readonly Mark[]): Wanted {
  if (marks.length === 0) return [];
  const areas = markedAreas(sheet.grid, marks);
  return SEVERITIES.flatMap((severity) => addressLists(areas.filter((mark) => mark.severity === severity).map(({ area }) => area)).map((addresses) => ({ severity, addresses })));
}

function own(rules: readonly FormatRule[] | null): readonly FormatRule[] {
  return (rules ?? []).filter(({ formula }) => formula !== null && markSeverity(formula) !== null);
}

/** How many cells the areas cover, each once; marks that somebody spread over whole columns are added up. */
function countCells(areas: readonly Area[]): number {
  const sum = areas.reduce((total, area) => total + sizeOf(area), 0);
  if (sum > COUNTED) return sum;
  const cells = new Set<number>();
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.add(row * MAX_COLUMNS + column);
  }
  return cells.size;
}

/** All cells of a sheet. */
function allOf(context: Excel.RequestContext, id: string): Excel.Range {
  const all = context.workbook.worksheets.getItem(id).getRange();
  all.untrack();
  return all;
}
