import { existsSync, readFileSync } from "node:fs";

/** What one reader did with one file, told on standard output. */
export interface ReadingResult {
  /** Best of three, in milliseconds; null for the bare process. */
  readonly ms: number | null;
  readonly cells: number;
  /** Peak memory of the process after the first reading, in MB. */
  readonly peak: number;
  /** Memory of the process before the first reading, in MB. */
  readonly bare: number;
}

/** Each reader gives the number of cells that it found, counted without making anything that would weigh on the peak. */
const READERS: Readonly<Record<string, () => Promise<(bytes: Uint8Array) => Promise<number>>>> = {
  async phuluc() {
    const { openWorkbook } = await import("../src/workbook/file/fileWorkbook");
    return async (bytes) => {
      const grids = await (await openWorkbook(bytes, { budgets: { fileBytes: 1 << 30 } })).readGrids();
      let count = 0;
      for (const { values } of grids) for (const row of values) for (const value of row) if (value !== null) count++;
      return count;
    };
  },
  /** One reading, which may end in a refusal. */
  async odd() {
    const { openWorkbook } = await import("../src/workbook/file/fileWorkbook");
    return (bytes) => openWorkbook(bytes).then((workbook) => workbook.readGrids()).then((grids) => grids.length, () => 0);
  },
  async exceljs() {
    const { default: ExcelJS } = await import("exceljs");
    return async (bytes) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
      let count = 0;
      workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => count++)));
      return count;
    };
  },
  async "@e965/xlsx"() {
    const { read } = await import("@e965/xlsx");
    return (bytes) => {
      const { Sheets } = read(bytes, { dense: true });
      let count = 0;
      for (const sheet of Object.values(Sheets)) {
        for (const row of (sheet["!data"] ?? []) as unknown[][]) for (const cell of row) if (cell !== undefined) count++;
      }
      return Promise.resolve(count);
    };
  },
  async "read-excel-file"() {
    const { default: readXlsxFile } = await import("read-excel-file/node");
    return async (bytes) => {
      const sheets = await readXlsxFile(Buffer.from(bytes));
      let count = 0;
      for (const { data } of sheets) for (const row of data) for (const cell of row) if (cell !== null) count++;
      return count;
    };
  },
};

/** Peak memory of this process so far, in MB. Linux counts `maxRSS` on from the process that started this one, so its own count is asked first. */
function peakNow(): number {
  const own = existsSync("/proc/self/status") ? /VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}

async function main(reader: string, file: string): Promise<void> {
  const load = READERS[reader];
  let best: number | null = null;
  let cells = 0;
  let peak = peakNow();
  let bare = peak;
  if (load !== undefined) {
    const read = await load();
    const { buffer, byteOffset, byteLength } = readFileSync(file);
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    bare = peakNow();
    for (let i = 0; i < (reader === "odd" ? 1 : 3); i++) {
      const start = performance.now();
      cells = await read(bytes);
      best = Math.min(best ?? Infinity, performance.now() - start);
      if (i === 0) peak = peakNow();
    }
  }
  const result: ReadingResult = { ms: best, cells, peak, bare };
  process.stdout.write(JSON.stringify(result));
}

const [, , reader = "", file = ""] = process.argv;
if (reader !== "") void main(reader, file);
