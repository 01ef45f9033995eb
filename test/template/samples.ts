import { readFileSync } from "node:fs";
import path from "node:path";
import type { Appendix, Reading } from "../../src/appendix/appendix";
import { readAppendices } from "../../src/appendix/reader/readAppendices";
import type { Grid } from "../../src/grid/grid";
import { openWorkbook, type FileWorkbook } from "../../src/workbook/file/fileWorkbook";

/** A sample workbook of seeds/appendices, opened. */
export function openSample(name: string): Promise<FileWorkbook> {
  return openWorkbook(new Uint8Array(readFileSync(path.resolve(__dirname, `../../seeds/appendices/${name}.xlsx`))), { name: `${name}.xlsx` });
}

/** The sheets and the reading of a sample. */
export async function readSample(name: string): Promise<{ readonly grids: readonly Grid[]; readonly reading: Reading; readonly gridOf: (appendix: Appendix) => Grid }> {
  const grids = await (await openSample(name)).readGrids();
  return { grids, reading: readAppendices(grids), gridOf: (appendix) => grids.find(({ sheet }) => sheet === appendix.sheet)! };
}
