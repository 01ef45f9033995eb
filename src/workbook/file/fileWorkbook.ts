import type { Edit, EditReport } from "../../grid/edit";
import type { Grid } from "../../grid/grid";
import { Archive } from "./archive";
import { BUDGETS, type Budgets } from "./budgets";
import type { MarkedArea } from "./marking";
import { NumberFormats } from "./numberFormat";
import { Parts, readOutline, type Outline } from "./package";
import { readSharedStrings } from "./sharedStrings";
import { readSheet } from "./sheetReader";

/** How a workbook is opened. */
export interface OpenOptions {
  /** The file's name, kept for showing. */
  readonly name?: string;
  readonly budgets?: Partial<Budgets>;
  /** Told how far reading is, 0 to 1, in compressed bytes; between two calls the page can paint. */
  readonly onProgress?: (fraction: number) => void;
}

/** What was read of a workbook. */
interface Contents {
  readonly outline: Outline;
  readonly formats: NumberFormats;
  readonly grids: readonly Grid[];
  readonly marks: readonly (readonly MarkedArea[])[];
}

/**
 * Opens an .xlsx file.
 * @param bytes the whole file.
 * @throws WorkbookFailure with a reason for people when the file is none, is unsafe, damaged or over budget.
 */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions = {}): Promise<FileWorkbook> {
  const budgets = { ...BUDGETS, ...options.budgets };
  const parts = new Parts(new Archive(bytes, budgets));
  return new FileWorkbook(options.name ?? "", parts, await readContents(parts, budgets, options.onProgress));
}

async function readContents(parts: Parts, budgets: Budgets, onProgress?: (fraction: number) => void): Promise<Contents> {
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
  const strings = stringsPart === null ? [] : readSharedStrings(parts.read(stringsPart), stringsPart);
  await step(stringsPart);
  const allowance = { cells: budgets.cells, places: budgets.places };
  const grids: Grid[] = [];
  const marks: (readonly MarkedArea[])[] = [];
  for (const { name, visibility, part } of sheets) {
    const content = readSheet(parts.read(part), part, { strings, formats, date1904, budgets, allowance });
    grids.push({
      sheet: name,
      visibility,
      origin: content.origin,
      texts: content.texts,
      values: content.values,
      merges: content.merges,
      ...(content.formulas.size === 0 ? {} : { formulas: content.formulas }),
    });
    marks.push(content.marks);
    await step(part);
  }
  return { outline, formats, grids, marks };
}

/** An .xlsx file in memory, as a `Workbook`. */
export class FileWorkbook {
  constructor(
    readonly name: string,
    private readonly parts: Parts,
    private readonly contents: Contents,
  ) {}

  readGrids(): Promise<readonly Grid[]> {
    return Promise.resolve(this.contents.grids);
  }

  applyEdits(_edits: readonly Edit[]): Promise<EditReport> {
    return Promise.reject(new Error("not yet"));
  }
}
