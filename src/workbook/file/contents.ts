import type { Grid } from "../../grid/grid";
import { BUDGETS, type Budgets } from "./budgets";
import type { MarkedArea } from "./marking";
import { NumberFormats } from "./numberFormat";
import { readOutline, type Outline, type Parts, type SheetEntry } from "./package";
import { readSharedStrings } from "./sharedStrings";
import { readSheet, type SheetContent } from "./sheetReader";

/** What was read of a workbook. */
export interface Contents {
  readonly outline: Outline;
  readonly formats: NumberFormats;
  readonly grids: readonly Grid[];
  readonly marks: readonly (readonly MarkedArea[])[];
}

/**
 * Reads what a workbook holds.
 * @param onProgress told how far reading is, 0 to 1, in compressed bytes.
 * @throws WorkbookFailure when it is none, is unsafe, damaged or over budget.
 */
export async function readContents(parts: Parts, budgets: Budgets, onProgress?: (fraction: number) => void): Promise<Contents> {
  const outline = readOutline(parts);
  const { stylesPart, stringsPart, sheets, date1904 } = outline;
  const work = (part: string | null): number => (part === null ? 0 : parts.archive.compressedSize(part));
  const total = sheets.reduce((sum, { part }) => sum + work(part), work(stringsPart)) || 1;
  let done = 0;
  const step = async (part: string | null): Promise<void> => {
    done += work(part);
    if (onProgress === undefined) return;
    onProgress(done / total);
    await new Promise((resolve) => setTimeout(resolve));
  };
  const formats = new NumberFormats(stylesPart === null ? null : parts.read(stylesPart), date1904);
  const room = parts.archive.roomFor([...(stringsPart === null ? [] : [stringsPart]), ...sheets.map(({ part }) => part)]);
  if (stringsPart !== null) await parts.archive.prepare(stringsPart, room);
  const strings = stringsPart === null ? [] : readSharedStrings(parts.read(stringsPart), stringsPart);
  await step(stringsPart);
  const allowance = { cells: budgets.cells, places: budgets.places };
  const grids: Grid[] = [];
  const marks: (readonly MarkedArea[])[] = [];
  for (const sheet of sheets) {
    const { part } = sheet;
    await parts.archive.prepare(part, room);
    const content = readSheet(parts.read(part), part, { strings, formats, date1904, budgets, allowance });
    grids.push(gridOf(sheet, content));
    marks.push(content.marks);
    await step(part);
  }
  return { outline, formats, grids, marks };
}

/** Reads a sheet that was just made: it has no shared strings, and no budget but the usual ones. */
export function readNewSheet(parts: Parts, sheet: SheetEntry, formats: NumberFormats, date1904: boolean): Grid {
  const allowance = { cells: BUDGETS.cells, places: BUDGETS.places };
  return gridOf(sheet, readSheet(parts.read(sheet.part), sheet.part, { strings: [], formats, date1904, budgets: BUDGETS, allowance }));
}

function gridOf({ name, visibility }: SheetEntry, { origin, texts, values, merges, formulas }: SheetContent): Grid {
  return { sheet: name, visibility, origin, texts, values, merges, ...(formulas.size === 0 ? {} : { formulas }) };
}
